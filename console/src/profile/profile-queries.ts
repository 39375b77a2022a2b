import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { SESSION } from '../api/queries.ts'
import type { KeyRow, MeAnswer, SessionAnswer, SessionRow } from '../api/types.ts'

const ME = ['me']
const SESSIONS = ['me', 'sessions']
const KEYS = ['me', 'keys']

export const useProfile = () => useQuery({ queryKey: ME, queryFn: () => call<MeAnswer>('/v1/me') })
export const useSessions = () =>
  useQuery({
    queryKey: SESSIONS,
    queryFn: () => call<{ sessions: SessionRow[] }>('/v1/sessions').then(({ sessions }) => sessions),
  })
export const useKeys = () =>
  useQuery({
    queryKey: KEYS,
    queryFn: () => call<{ keys: KeyRow[] }>('/v1/me/keys').then(({ keys }) => keys),
  })

/** Changes something of one’s own; what the page shows of oneself is fetched anew after it. */
export function useChange<A, T = unknown>(work: (argument: A) => Promise<T>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ME })
      queries.setQueryData(SESSION, await call<SessionAnswer>('/v1/session'))
    },
  })
}
