import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import type { Draft, Macro } from './draft.ts'
import type { JobDetail, JobRow } from './view.ts'

/* What the queue asks the server. The shapes of its answers end here: what is drawn are the views of view.ts. */

const ROWS_EVERY_MS = 4_000

export interface QueueFilter {
  queue: string
  language: string
  show: string
}

export interface QueueAnswer {
  jobs: JobRow[]
  queues: string[]
  open: number
}

export const QUEUE = ['queue']
const JOB = ['job']

const query = (values: Record<string, string>) =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()

export const useQueue = (filter: QueueFilter) =>
  useQuery({
    queryKey: [...QUEUE, filter],
    queryFn: () => call<QueueAnswer>(`/v1/jobs?${query({ ...filter, limit: '100' })}`),
    refetchInterval: ROWS_EVERY_MS,
    placeholderData: (before) => before,
  })

const jobQuery = (id: string) => ({
  queryKey: [...JOB, id],
  queryFn: () => call<JobDetail>(`/v1/jobs/${encodeURIComponent(id)}`),
  staleTime: 30_000,
})

export const useJob = (id: string | null) =>
  useQuery({ ...jobQuery(id ?? ''), enabled: id !== null, staleTime: 10_000 })

/** The job that probably comes next is fetched while this one is read: from key to job no request is waited for. */
export function useFetchAhead() {
  const queries = useQueryClient()
  return (id: string | undefined) => {
    if (id !== undefined) void queries.prefetchQuery(jobQuery(id))
  }
}

export const useMacros = () =>
  useQuery({
    queryKey: ['macros'],
    queryFn: () => call<{ macros: Macro[] }>('/v1/macros').then(({ macros }) => macros),
    staleTime: 300_000,
    retry: false,
  })

const post = <T>(path: string, body: unknown = {}) => call<T>(path, { post: body })
const path = (id: string, act: string) => `/v1/jobs/${encodeURIComponent(id)}/${act}`

export function useJobActs() {
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: QUEUE })
  const claim = useMutation({
    mutationFn: (id: string) => post<JobDetail>(path(id, 'claim')),
    onSettled: refresh,
    onSuccess: (_, id) => void queries.invalidateQueries({ queryKey: [...JOB, id] }),
  })
  const handBack = useMutation({
    mutationFn: (id: string) => post(path(id, 'hand-back')),
    onSettled: (_, __, id) => {
      refresh()
      void queries.invalidateQueries({ queryKey: [...JOB, id] })
    },
  })
  const decide = useMutation({
    mutationFn: ({ id, draft }: { id: string; draft: Draft }) =>
      post<{ status: 'decided' | 'proposed' }>(path(id, 'decide'), orderOf(draft)),
    onSettled: refresh,
  })
  return { claim, handBack, decide }
}

/** What a draft asks for. */
export const orderOf = ({ finding, policy, actions, label, why, says }: Draft) => ({
  finding,
  policy: finding === 'violation' ? policy : null,
  actions,
  label: actions.includes('label') ? label.trim() : null,
  why: why.trim(),
  says: says.trim(),
})

export interface Previewed {
  statement: string | null
  needsSecond: string | null
}

/** The statement as the person would read it. */
export const usePreview = (id: string, draft: Draft, enabled: boolean) => {
  const order = orderOf(draft)
  return useQuery({
    enabled,
    queryKey: ['preview', id, order],
    queryFn: () => post<Previewed>(path(id, 'preview'), { ...order, why: order.why || '-' }),
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  })
}

export interface Exposure {
  seen: number
  cap: number
  breakUntil: string | null
}
export const useExposure = () =>
  useQuery({
    queryKey: ['exposure'],
    queryFn: () => call<Exposure>('/v1/exposure'),
    refetchInterval: 20_000,
    retry: false,
  })
