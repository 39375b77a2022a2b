import { useColleagues } from '../api/me.ts'
import { useNow } from '../kit/clock.ts'
import { Id } from '../kit/outside.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import css from './job-list.module.css'
import { type JobRow, nearness } from './view.ts'

interface JobListProps {
  jobs: readonly JobRow[]
  marked: string | null
  titles: ReadonlyMap<string, string>
  onOpen(id: string): void
}

/** Jobs, the most pressing first, each with what puts it where it stands. */
export function JobList({ jobs, marked, titles, onOpen }: JobListProps) {
  const now = useNow()
  return (
    <ol className={css.list} aria-label={texts.queue.undecided}>
      {jobs.map((job) => (
        <li key={job.id}>
          <button
            type="button"
            className={css.row}
            data-job={job.id}
            aria-current={job.id === marked || undefined}
            onClick={() => onOpen(job.id)}
            ref={(row) => {
              if (job.id === marked) row?.scrollIntoView({ block: 'nearest' })
            }}
          >
            <span className={css.policy} dir="auto">
              {titles.get(job.policy) ?? job.policy}
            </span>
            <Due job={job} now={now} />
            <span className={css.who}>
              <Id>{job.subject.kind === 'account' ? job.account : job.subject.id}</Id>
            </span>
            <Standing job={job} />
            <span className={css.why}>
              <Why job={job} now={now} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

const TONE: Record<ReturnType<typeof nearness>, Tone> = { ample: 'plain', near: 'review', past: 'restrict' }

export function Due({ job, now }: { job: JobRow; now: number }) {
  const words = texts.queue
  const near = nearness(job.deadline, now)
  const off = texts.off(job.deadline - now)
  return (
    <Tag tone={TONE[near]} hint={texts.moment(new Date(job.deadline).toISOString())}>
      {near === 'past' ? words.overdue(off) : words.due(off)}
    </Tag>
  )
}

function Standing({ job }: { job: JobRow }) {
  const words = texts.queue
  const nameOf = useColleagues()
  if (job.mine) return <Tag tone="good">{words.yours}</Tag>
  if (job.holder !== null)
    return (
      <span className={css.due}>
        <bdi>{words.takenBy(nameOf(job.holder))}</bdi>
      </span>
    )
  if (job.status !== 'open') return <Tag tone="plain">{words.status[job.status]}</Tag>
  return <span />
}

/** The parts of its rank, the weightiest first, and what it is: as short as it can be said. */
function Why({ job, now }: { job: JobRow; now: number }) {
  const words = texts.queue
  return (
    <>
      {job.reasons
        .filter(({ points }) => Math.abs(points) >= 1)
        .map(({ what, points, says }) => (
          <span key={what} title={says}>
            {words.reason[what]} {texts.bits(points)}
          </span>
        ))}
      <span>{texts.off(job.openedAt - now)}</span>
      {job.language !== null && <span>{job.language}</span>}
      {job.severity > 0 && <span>{words.severity[job.severity]}</span>}
    </>
  )
}
