import { useNow } from '../kit/clock.ts'
import { Id } from '../kit/outside.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import css from './job-list.module.css'
import { deadlineOf, type JobRow } from './view.ts'

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
            <span className={css.policy}>{titles.get(job.policy) ?? job.policy}</span>
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

const TONE: Record<'ample' | 'near' | 'past', Tone> = { ample: 'plain', near: 'review', past: 'restrict' }

export function Due({ job, now }: { job: JobRow; now: number }) {
  const words = texts.queue
  const deadline = deadlineOf(job.deadlineAt, now)
  if (deadline === null) return <span className={css.due}>{words.noDeadline}</span>
  const off = texts.off(deadline.ms)
  return (
    <Tag tone={TONE[deadline.state]} hint={texts.moment(job.deadlineAt!)}>
      {deadline.state === 'past' ? words.overdue(off) : words.due(off)}
    </Tag>
  )
}

function Standing({ job }: { job: JobRow }) {
  const words = texts.queue
  if (job.mine) return <Tag tone="good">{words.yours}</Tag>
  if (job.claimedBy !== null)
    return (
      <span className={css.due}>
        <bdi>{words.takenBy(job.claimedBy)}</bdi>
      </span>
    )
  return <span />
}

/** Harm, reach, what is done already, and age: as short as it can be said. */
export function Why({ job, now }: { job: JobRow; now: number }) {
  const words = texts.queue
  const { harm, done, reach, followers } = job.why
  const parts = [
    `${words.harm} ${texts.rate(harm)}`,
    ...(reach > 0 ? [`${words.reach} +${texts.rate(reach)}`] : []),
    ...(done !== 0 ? [`${words.done} ${texts.rate(done)}`] : []),
    ...(followers !== null && followers > 0 ? [words.followers(followers)] : []),
    `${words.age} ${texts.off(Date.parse(job.at) - now)}`,
    ...(job.language === null ? [] : [job.language]),
    ...(job.severity > 0 ? [words.severity[job.severity]!] : []),
  ]
  return (
    <>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </>
  )
}
