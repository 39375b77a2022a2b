import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../api/call.ts'
import { useMe } from '../api/me.ts'
import type { Exposure, JobView, ShownJob } from '../api/types.ts'
import type { Draft } from './draft.ts'
import { rowOf } from './view.ts'

/* What the queue asks the server. */

const ROWS_EVERY_MS = 4_000
const COUNTS_EVERY_MS = 10_000
const HEARTBEAT_MS = 60_000

export interface QueueFilter {
  queue: string
  show: 'open' | 'mine' | 'closed'
}

const QUEUE = ['queue']
const JOB = ['job']

const query = (values: Record<string, string>) =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()

export function useQueue({ queue, show }: QueueFilter) {
  const me = useMe().id
  return useQuery({
    queryKey: [...QUEUE, queue, show],
    queryFn: () =>
      call<{ jobs: ShownJob[] }>(
        `/v1/jobs?${query({ queue, limit: '100', mine: show === 'mine' ? 'true' : '', closed: show === 'closed' ? 'true' : '' })}`,
      ).then(({ jobs }) => jobs),
    select: (jobs) => jobs.map((job) => rowOf(job, me)),
    refetchInterval: ROWS_EVERY_MS,
    placeholderData: (before) => before,
  })
}

export interface QueueCount {
  queue: string
  open: number
  claimed: number
  breached: number
}
export const useQueueCounts = () =>
  useQuery({
    queryKey: [...QUEUE, 'counts'],
    queryFn: () => call<{ queues: QueueCount[] }>('/v1/jobs/counts').then(({ queues }) => queues),
    refetchInterval: COUNTS_EVERY_MS,
  })

const path = (id: string, act = '') => `/v1/jobs/${encodeURIComponent(id)}${act}`
const post = <T>(to: string, body: unknown = null) => call<T>(to, { post: body })

export const useJob = (id: string) =>
  useQuery({ queryKey: [...JOB, id], queryFn: () => call<JobView>(path(id)), staleTime: 10_000 })

export type NextJob = { job: ShownJob | null; why: 'empty' | 'break' | null }

export function useJobActs() {
  const queries = useQueryClient()
  const refresh = (id?: string) => {
    void queries.invalidateQueries({ queryKey: QUEUE })
    void queries.invalidateQueries({ queryKey: ['desk-me'] })
    if (id !== undefined) void queries.invalidateQueries({ queryKey: [...JOB, id] })
  }
  const claim = useMutation({
    mutationFn: (id: string) => post<ShownJob>(path(id, '/claim')),
    onSettled: (_, __, id) => refresh(id),
  })
  const next = useMutation({
    mutationFn: (queue: string) => post<NextJob>('/v1/jobs/next', queue === '' ? {} : { queues: [queue] }),
    onSuccess: ({ job }) => refresh(job?.job.id),
  })
  const handBack = useMutation({
    mutationFn: (id: string) => post(path(id, '/hand-back'), {}),
    onSettled: (_, __, id) => refresh(id),
  })
  const decide = useMutation({
    mutationFn: ({ id, draft }: { id: string; draft: Draft }) =>
      post<{ done: boolean; waits: boolean }>(path(id, '/decisions'), { ...orderOf(draft), preview: false }),
    onSettled: () => refresh(),
  })
  return { claim, next, handBack, decide }
}

/** While a job is open and mine, the server hears once a minute that I am still at it. */
export function useHeartbeat(id: string, mine: boolean): void {
  useEffect(() => {
    if (!mine) return
    const beating = setInterval(() => void post(path(id, '/heartbeat')).catch(() => {}), HEARTBEAT_MS)
    return () => clearInterval(beating)
  }, [id, mine])
}

/** What a draft asks for. */
export const orderOf = ({ finding, policy, actions, label, why, says }: Draft) => ({
  finding,
  ...(finding === 'violation' && { policy, actions }),
  ...(actions.includes('label') && { label: label.trim() }),
  why: why.trim(),
  ...(says.trim() !== '' && { says: says.trim() }),
})

export interface Foreseen {
  statement: string | null
  says: string[]
  outbox: { action: string; subject: string }[]
  needsSecond: string | null
}

/** What it would do, and the statement as the person would read it. */
export const usePreview = (id: string, draft: Draft, enabled: boolean) => {
  const order = orderOf(draft)
  return useQuery({
    enabled,
    queryKey: ['preview', id, { ...order, why: '' }],
    queryFn: () =>
      post<{ foreseen: Foreseen }>(path(id, '/decisions'), { ...order, why: order.why || '-' }).then(
        ({ foreseen }) => foreseen,
      ),
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  })
}

export const useExposure = () =>
  useQuery({
    queryKey: ['desk-me'],
    queryFn: () => call<{ exposure: Exposure }>('/v1/desk/me').then(({ exposure }) => exposure),
    refetchInterval: 20_000,
    retry: false,
  })
