import { useCallback, useMemo, useState } from 'react'
import { usePolicies } from '../api/queries.ts'
import { useKeys } from '../desk/keys.ts'
import type { ScreenProps } from '../frame/screens.tsx'
import { useNow } from '../kit/clock.ts'
import { Empty, Panel } from '../kit/panel.tsx'
import { Answer } from '../kit/states.tsx'
import { go, usePlace } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { Break, ExposureMeter, isResting } from './care.tsx'
import { type QueueFilter, useExposure, useJobActs, useQueue, useQueueCounts } from './desk.ts'
import { JobList } from './job-list.tsx'
import { JobView } from './job-view.tsx'
import { Proposals } from './proposals.tsx'
import { QueueFilters } from './queue-filters.tsx'
import css from './queue-screen.module.css'

const shownIn = (show: string | undefined): QueueFilter['show'] =>
  show === 'mine' || show === 'closed' ? show : 'open'

/** Jobs in their order, and the one that is open. */
export function QueueScreen({ id }: ScreenProps) {
  const words = texts.queue
  const { query } = usePlace()
  const filter = { queue: query['queue'] ?? '', show: shownIn(query['show']) }
  const answer = useQueue(filter)
  const counts = useQueueCounts().data
  const policies = usePolicies().data
  const exposure = useExposure().data
  const now = useNow()
  const titles = useMemo(() => new Map(policies?.map(({ id, title }) => [id, title])), [policies])
  const { note, takeNext, done, open, busy } = useTurns(filter.queue, query)

  const step = useCallback(
    (by: number) => {
      const jobs = answer.data ?? []
      const at = jobs.findIndex((job) => job.id === id)
      const next = jobs[Math.max(0, Math.min(jobs.length - 1, at === -1 ? 0 : at + by))]
      if (next !== undefined) open(next.id)
    },
    [answer.data, id, open],
  )
  useKeys(
    useMemo(
      () => ({ n: takeNext, j: () => step(1), k: () => step(-1), Escape: () => open(null) }),
      [takeNext, step, open],
    ),
  )
  const waiting = counts?.reduce((sum, count) => sum + count.open, 0)
  return (
    <div className={css.screen}>
      <h1 className={css.unseen}>{texts.frame.screens.queue}</h1>
      <Panel
        id="jobs"
        title={words.title}
        count={waiting === undefined ? undefined : texts.number(waiting)}
        tools={<ExposureMeter exposure={exposure} />}
      >
        <QueueFilters filter={filter} counts={counts ?? []} busy={busy} onNext={takeNext} />
        <div className={css.scroller}>
          <Answer
            query={answer}
            rows={10}
            empty={{ when: (jobs) => jobs.length === 0, title: words.empty, hint: words.emptyHint }}
          >
            {(jobs) => <JobList jobs={jobs} marked={id} titles={titles} onOpen={open} />}
          </Answer>
        </div>
      </Panel>
      <div className={css.open}>
        <p className={css.note} role="status">
          {note}
        </p>
        {id !== null ? (
          <JobView id={id} onDone={done} />
        ) : isResting(exposure, now) ? (
          <Break until={exposure!.breakUntil!} />
        ) : (
          <>
            <Empty title={words.choose} hint={words.chooseHint} />
            <Proposals />
          </>
        )}
      </div>
    </div>
  )
}

/** From one job to the next, and what is said of the last. */
function useTurns(queue: string, query: Readonly<Record<string, string>>) {
  const { next } = useJobActs()
  const [note, setNote] = useState<string | null>(null)
  const open = useCallback((job: string | null) => go({ screen: 'queue', id: job, query }), [query])
  const takeNext = useCallback(
    () =>
      next.mutate(queue, {
        onSuccess: ({ job, why }) => {
          open(job?.job.id ?? null)
          if (job === null) setNote(why === 'break' ? texts.queue.breakTitle : texts.queue.empty)
        },
      }),
    [next.mutate, queue, open],
  )
  const done = useCallback(
    (outcome: 'decided' | 'proposed' | 'back') => {
      const said = { decided: texts.queue.decided, proposed: texts.queue.proposed, back: null }
      setNote(said[outcome])
      if (outcome === 'back') open(null)
      else takeNext()
    },
    [open, takeNext],
  )
  return { note, takeNext, done, open, busy: next.isPending }
}
