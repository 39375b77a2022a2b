import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'

/* What the page of rules asks the server. */

export interface RuleRow {
  id: string
  policy: string
  mode: string
  verdict: string
  description: string
  where: { file: string; line: number }
  decisions: Record<string, number>
  precision: { right: number; wrong: number; share: number | null; low: number; high: number }
}
export interface RulesAnswer {
  files: Record<string, string>
  rules: RuleRow[]
  versions: { hash: string; at: string; by: string | null; why: string }[]
}
export interface Problem {
  file: string
  line: number
  column: number
  message: string
  hint: string
}
export interface Run {
  id: string
  hash: string
  status: 'running' | 'done' | 'failed'
  report: { rules: { rule: string; gained: number; lost: number; same: number }[] } | null
  samples: { rule: string; change: 'gained' | 'lost'; event: string; text: string }[]
  fault: string | null
}
export type Changes = Record<string, string>

const RULES = ['rules']
const RUN_EVERY_MS = 1_000

export const useRules = () => useQuery({ queryKey: RULES, queryFn: () => call<RulesAnswer>('/v1/rules') })

/** What is wrong with a draft: asked when somebody stops typing. */
export const useChecked = (files: Changes, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: [...RULES, 'check', files],
    queryFn: () =>
      call<{ ok: boolean; hash: string | null; problems: Problem[] }>('/v1/rules/check', { post: { files } }),
    placeholderData: (before) => before,
    staleTime: 60_000,
  })

export const useBacktest = () =>
  useMutation({
    mutationFn: (files: Changes) => call<Run>('/v1/rules/backtests', { post: { files } }),
  })

export const useRun = (id: string | null) =>
  useQuery({
    enabled: id !== null,
    queryKey: [...RULES, 'run', id],
    queryFn: () => call<Run>(`/v1/rules/backtests/${encodeURIComponent(id!)}`),
    refetchInterval: ({ state }) => (state.data?.status === 'running' || !state.data ? RUN_EVERY_MS : false),
  })

export function useForce() {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: RULES })
  const force = useMutation({
    mutationFn: (order: { files: Changes; why: string }) =>
      call<{ hash: string }>('/v1/rules/versions', { post: order }),
    onSettled,
  })
  const back = useMutation({
    mutationFn: (order: { hash: string; why: string }) =>
      call<{ hash: string }>('/v1/rules/roll-back', { post: order }),
    onSettled,
  })
  return { force, back }
}
