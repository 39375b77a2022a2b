import { reasonsFor } from '../decisions/rank.ts'
import type { AppealRow } from '../model/desk.ts'
import type { JobRow } from '../store/desk.ts'
import type { Tools } from './tools.ts'

/*
 * What lies at the desk, read from the store: people decide on the page or over HTTP, where it is known who they are.
 */

export interface JobsOptions {
  data: string
  queue?: string
  breached?: boolean
  limit: number
  format: 'text' | 'json'
}

/** `holdfast jobs`: the queue in its order, each with why it stands there. */
export async function jobs(options: JobsOptions, tools: Tools, now = Date.now()): Promise<void> {
  const store = await tools.openStore(options.data)
  try {
    const { queue, breached, limit } = options
    const rows = await store.desk.jobs({ now, limit, ...(queue && { queue }), ...(breached && { breached }) })
    if (options.format === 'json') {
      for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
      return
    }
    for (const { queue, open, claimed, breached } of await store.desk.jobCounts(now))
      process.stdout.write(
        `${queue.padEnd(12)} ${open} open, ${claimed} taken or waiting, ${breached} past their deadline\n`,
      )
    for (const row of rows) process.stdout.write(`\n${jobText(row, now)}`)
    if (rows.length === 0) process.stdout.write('no job waits\n')
  } finally {
    await store.close()
  }
}

function jobText({ job, openedAt, deadline, note }: JobRow, now: number): string {
  const { brief, policy } = job
  const worth = brief?.worth ?? { harm: job.priority, done: 0, reach: 0 }
  const reasons = reasonsFor(
    { worth, followers: brief?.followers ?? null },
    { policy, openedAt, deadline, now },
  )
  const why = reasons.map(({ points, says }) => `${points} ${says}`).join('; ')
  return `${job.id}  ${job.queue}  ${policy}  ${job.subject.kind} ${job.subject.id}\n  ${why}\n${note === null ? '' : `  note: ${note}\n`}`
}

export interface AppealsOptions {
  data: string
  status?: AppealRow['status']
  limit: number
  format: 'text' | 'json'
}

/** `holdfast appeals`: what was challenged, how it ended, and what was taken back. */
export async function appeals(options: AppealsOptions, tools: Tools): Promise<void> {
  const store = await tools.openStore(options.data)
  try {
    const { status, limit } = options
    const rows = await store.desk.appeals({ limit, ...(status && { status }) })
    for (const row of rows)
      process.stdout.write(options.format === 'json' ? `${JSON.stringify(row)}\n` : appealText(row))
    if (rows.length === 0 && options.format === 'text') process.stdout.write('no appeal\n')
  } finally {
    await store.close()
  }
}

const appealText = ({ id, decision, account, filedAt, status, undone }: AppealRow): string =>
  `${id}  ${status}  of ${decision} about ${account}, filed ${filedAt}\n${undone.map(({ says }) => `  ${says}\n`).join('')}`
