import type { Clock } from '../lib/clock.ts'
import type { OutboxEntry, Statement } from '../model/decision.ts'
import type { OutboxRow, Store } from '../store/store.ts'
import type { Enforced, Enforcer } from './enforce.ts'

/*
 * What the tests of this room share.
 */

const STATEMENT: Statement = {
  text: 'Your post was hidden.',
  decision_visibility: ['DECISION_VISIBILITY_CONTENT_DISABLED'],
  decision_account: null,
  decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
  ground_reference: 'Terms, 4.2',
  explanation: 'It calls for violence.',
  decision_facts: 'One post.',
  category: 'STATEMENT_CATEGORY_VIOLENCE',
  content_type: ['CONTENT_TYPE_TEXT'],
  content_date: '2014-09-07',
  application_date: '2014-09-07',
  automated_detection: 'Yes',
  automated_decision: 'AUTOMATED_DECISION_PARTIALLY',
  source_type: 'SOURCE_VOLUNTARY',
  puid: 'puid-1',
}

export const entryOf = (id: string, account = 'acct:1'): OutboxEntry => ({
  id,
  at: '2014-09-07T21:14:03.000Z',
  decision: `decision-of-${id}`,
  action: 'hide',
  subject: { kind: 'post', id: `post:${id}` },
  account,
  policy: 'tvec8',
  label: null,
  statement: STATEMENT,
})

type Outbox = Pick<Store, 'outboxDue' | 'outboxPutOff' | 'outboxUpdate' | 'outbox'>

/** The part of a store that delivery uses, by the contract of `store.ts`: due rows by due time, then in the order written. */
export function outboxOf(
  entries: OutboxEntry[],
): Outbox & { row(id: string): OutboxRow; add(entry: OutboxEntry): void; updates: number } {
  const rows: OutboxRow[] = []
  const add = (entry: OutboxEntry) =>
    void rows.push({ entry, status: 'waiting', attempts: 0, nextAt: 0, detail: null })
  entries.forEach(add)
  const waiting = (fits: (nextAt: number) => boolean, limit: number): OutboxRow[] =>
    rows
      .filter(({ status, nextAt }) => status === 'waiting' && fits(nextAt))
      .sort((a, b) => a.nextAt - b.nextAt)
      .slice(0, limit)
      .map((row) => ({ ...row }))
  const box = {
    updates: 0,
    add,
    row: (id: string) => rows.find(({ entry }) => entry.id === id)!,
    async outboxDue(now: number, limit: number) {
      return waiting((nextAt) => nextAt <= now, limit)
    },
    async outboxPutOff(limit: number) {
      return waiting((nextAt) => nextAt > 0, limit)
    },
    async outboxUpdate(id: string, change: Omit<OutboxRow, 'entry'>) {
      box.updates += 1
      Object.assign(box.row(id), change)
    },
    async outbox({ status, limit }: { status?: OutboxRow['status']; limit: number }) {
      return rows
        .filter((row) => status === undefined || row.status === status)
        .toReversed()
        .slice(0, limit)
    },
  }
  return box
}

/** An enforcer that answers what it is told, and remembers what it was asked. */
export function tellingEnforcer(
  answer: (entry: OutboxEntry, nth: number) => Enforced | Promise<Enforced>,
): Enforcer & { asked: string[] } {
  const asked: string[] = []
  return {
    name: 'telling',
    asked,
    async enforce(entry) {
      asked.push(entry.id)
      return answer(entry, asked.filter((id) => id === entry.id).length)
    },
    async close() {},
  }
}

/** A clock that goes on a fixed step whenever it is read: waits of hours pass in a test of milliseconds. */
export function steppingClock(at: number, stepMs: number): Clock & { skip(ms: number): void } {
  let now = at
  const read = () => {
    now += stepMs
    return now
  }
  return {
    now: read,
    steady: read,
    skip(ms) {
      now += ms
    },
  }
}

export async function until(holds: () => boolean, ms = 5_000): Promise<void> {
  const end = performance.now() + ms
  while (!holds()) {
    if (performance.now() > end) throw new Error(`it did not come true within ${ms} ms: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
