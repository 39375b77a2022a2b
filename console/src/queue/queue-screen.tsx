import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { usePolicies } from '../api/queries.ts'
import { useKeys } from '../desk/keys.ts'
import type { ScreenProps } from '../frame/screens.tsx'
import { Empty, Panel } from '../kit/panel.tsx'
import { Answer } from '../kit/states.tsx'
import { go, refine, usePlace } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { Break, ExposureMeter, isResting } from './care.tsx'
import { useExposure, useFetchAhead, useJobActs, useQueue } from './desk.ts'
import { JobList } from './job-list.tsx'
import { JobView } from './job-view.tsx'
import css from './queue-screen.module.css'
import type { JobRow } from './view.ts'

/** Jobs in their order, and the one that is open. */
export function QueueScreen({ id }: ScreenProps) {
  const words = texts.queue
  const { query } = usePlace()
  const filter = {
    queue: query['queue'] ?? '',
    language: query['language'] ?? '',
    show: query['show'] ?? 'open',
  }
  const answer = useQueue(filter)
  const policies = usePolicies().data
  const exposure = useExposure().data
  const titles = useMemo(() => new Map(policies?.map(({ id, title }) => [id, title])), [policies])
  const jobs = answer.data?.jobs ?? NONE
  const [note, setNote] = useState<string | null>(null)
  const open = useCallback((job: string | null) => go({ screen: 'queue', id: job, query }), [query])
  const { takeNext, done } = useTurns({ jobs, id, open, onNote: setNote })

  const step = useCallback(
    (by: number) => {
      const at = jobs.findIndex((job) => job.id === id)
      const next = jobs[Math.max(0, Math.min(jobs.length - 1, at === -1 ? 0 : at + by))]
      if (next !== undefined) open(next.id)
    },
    [jobs, id, open],
  )
  useKeys(
    useMemo(
      () => ({ n: takeNext, j: () => step(1), k: () => step(-1), Escape: () => open(null) }),
      [takeNext, step, open],
    ),
  )
  if (isResting(exposure)) return <Break exposure={exposure!} />
  return (
    <div className={css.screen} data-open={id !== null || undefined}>
      <h1 className={css.unseen}>{words.title}</h1>
      <Panel
        id="jobs"
        title={words.title}
        count={answer.data === undefined ? undefined : texts.number(answer.data.open)}
        className={css.list}
        tools={<ExposureMeter exposure={exposure} />}
      >
        <div className={css.filters}>
          <SegmentedControl
            size="xs"
            value={filter.show}
            aria-label={words.title}
            onChange={(show) => refine({ show: show === 'open' ? '' : show })}
            data={[
              { value: 'open', label: words.open },
              { value: 'mine', label: words.mine },
              { value: 'all', label: words.all },
            ]}
          />
          <NativeSelect
            size="xs"
            aria-label={words.filterQueue}
            value={filter.queue}
            onChange={(event) => refine({ queue: event.currentTarget.value })}
            data={[
              { value: '', label: `${words.filterQueue}: ${words.all}` },
              ...(answer.data?.queues ?? []).map((name) => ({ value: name, label: name })),
            ]}
          />
          <Button size="xs" onClick={takeNext} className={css.next}>
            {words.next}
          </Button>
        </div>
        <div className={css.scroller}>
          <Answer
            query={answer}
            rows={10}
            empty={{ when: ({ jobs }) => jobs.length === 0, title: words.empty, hint: words.emptyHint }}
          >
            {({ jobs }) => <JobList jobs={jobs} marked={id} titles={titles} onOpen={open} />}
          </Answer>
        </div>
      </Panel>
      <div className={css.open}>
        <p className={css.note} role="status">
          {note}
        </p>
        {id === null ? (
          <Empty title={words.choose} hint={words.chooseHint} />
        ) : (
          <JobView id={id} onDone={done} />
        )}
      </div>
    </div>
  )
}

const NONE: JobRow[] = []

interface Turns {
  jobs: readonly JobRow[]
  id: string | null
  open(job: string | null): void
  onNote(note: string | null): void
}

/** From one job to the next: the one that follows is fetched ahead, and taken as soon as this one is done. */
function useTurns({ jobs, id, open, onNote }: Turns) {
  const words = texts.queue
  const { claim } = useJobActs()
  const fetchAhead = useFetchAhead()
  const following = jobs.find(
    (job) => job.id !== id && (job.mine || (job.claimedBy === null && job.status === 'open')),
  )
  useEffect(() => fetchAhead(following?.id))

  const takeNext = useCallback(() => {
    if (following === undefined) return open(null)
    open(following.id)
    if (!following.mine) claim.mutate(following.id, { onError: () => onNote(words.raced) })
  }, [following, open, claim.mutate, onNote, words.raced])
  const done = useCallback(
    (outcome: 'decided' | 'proposed' | 'back') => {
      onNote(outcome === 'back' ? null : outcome === 'decided' ? words.decided : words.proposed)
      if (outcome === 'back') open(null)
      else takeNext()
    },
    [onNote, open, takeNext, words],
  )
  return { takeNext, done }
}
