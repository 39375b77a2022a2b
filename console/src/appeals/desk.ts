import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import type { AppealRow, Decision, ProposalRow, Undone } from '../api/types.ts'

/* What hearing appeals and agreeing to proposals asks the server. */

const EVERY_MS = 8_000
const APPEALS = ['appeals']
const PROPOSALS = ['proposals']
const path = (id: string, act = '') => `/v1/appeals/${encodeURIComponent(id)}${act}`

export type AppealStatus = AppealRow['status']

export const useAppeals = (status: AppealStatus) =>
  useQuery({
    queryKey: [...APPEALS, 'list', status],
    queryFn: () =>
      call<{ appeals: AppealRow[] }>(`/v1/appeals?status=${status}&limit=200`).then(({ appeals }) => appeals),
    refetchInterval: EVERY_MS,
    placeholderData: (before) => before,
  })

export interface AppealAnswer {
  appeal: AppealRow
  decision: Decision | null
  answer: Decision | null
}
export const useAppeal = (id: string) =>
  useQuery({ queryKey: [...APPEALS, id], queryFn: () => call<AppealAnswer>(path(id)) })

export interface Hearing {
  finding: 'upheld' | 'overturned'
  why: string
  says: string
}
export interface Heard {
  done: boolean
  undone: Undone[]
  foreseen: { statement: string | null; says: string[]; token: string }
}

const orderOf = ({ finding, why, says }: Hearing) => ({
  finding,
  why: why.trim() || '-',
  ...(says.trim() !== '' && { says: says.trim() }),
})

/** What hearing it so would do: nothing is done yet. */
export const useForeseen = (id: string, hearing: Hearing | null) =>
  useQuery({
    enabled: hearing !== null,
    queryKey: [...APPEALS, 'foreseen', id, hearing?.finding, hearing?.says],
    queryFn: () => call<Heard>(path(id, '/decisions'), { post: orderOf(hearing!) }),
    placeholderData: (before) => before,
    retry: false,
  })

export function useHear(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (hearing: Hearing) =>
      call<Heard>(path(id, '/decisions'), { post: { ...orderOf(hearing), preview: false } }),
    onSettled: () => queries.invalidateQueries({ queryKey: APPEALS }),
  })
}

export const useProposals = (enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: PROPOSALS,
    queryFn: () =>
      call<{ proposals: ProposalRow[] }>('/v1/proposals?status=waiting&limit=100').then(
        ({ proposals }) => proposals,
      ),
    refetchInterval: EVERY_MS,
  })

export function useAnswerProposal() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, approve, why }: { id: string; approve: boolean; why: string }) =>
      call(`/v1/proposals/${encodeURIComponent(id)}/answers`, { post: { approve, why } }),
    onSettled: () => queries.invalidateQueries({ queryKey: PROPOSALS }),
  })
}
