import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseSummary, CaseView } from '../../../src/threats/case-view.ts'
import { call } from '../api/call.ts'

/* What the threat desk's screens ask the server. */

export type { CaseSummary, CaseView }
export const LISTS = ['explicit', 'leakage'] as const
export const GRADES = ['low', 'medium', 'high-unspecific', 'high-specific'] as const
export const VERACITIES = ['unverified', 'checking', 'credible', 'not-credible', 'hoax'] as const
export const RECIPIENTS = ['security', 'law-enforcement', 'emergency-disclosure', 'platform'] as const

const EVERY_MS = 8_000
const THREATS = ['threats']

export const useThreats = (list: (typeof LISTS)[number], status: string) =>
  useQuery({
    queryKey: [...THREATS, 'list', list, status],
    queryFn: () =>
      call<{ threats: CaseSummary[] }>(`/v1/threats?list=${list}&status=${status}&limit=200`).then(
        ({ threats }) => threats,
      ),
    refetchInterval: EVERY_MS,
    placeholderData: (before) => before,
  })

export const useThreat = (id: string) =>
  useQuery({
    queryKey: [...THREATS, id],
    queryFn: () => call<CaseView>(`/v1/threats/${encodeURIComponent(id)}`),
  })

export interface Basis {
  id: string
  law: string
  to: string[]
  text: string
}
export const useBases = () =>
  useQuery({
    queryKey: [...THREATS, 'bases'],
    queryFn: () => call<{ bases: Basis[] }>('/v1/threats/bases').then(({ bases }) => bases),
    staleTime: 600_000,
  })

export function useThreatAct(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (act: { do: string; why: string } & Record<string, unknown>) =>
      call<{ view: CaseView }>(`/v1/threats/${encodeURIComponent(id)}/acts`, { post: act }),
    onSuccess: ({ view }) => queries.setQueryData([...THREATS, id], view),
    onSettled: () => queries.invalidateQueries({ queryKey: [...THREATS, 'list'] }),
  })
}
