import type { Decision, OutboxEntry, Statement } from '../model/decision.ts'
import type { DecisionRecord, OutcomeRow, Undone } from '../model/desk.ts'
import type { Event } from '../model/event.ts'
import type { Link } from '../model/link.ts'
import { type EntityState, stateKey } from '../model/state.ts'
import { type Room, reachOf } from './room.ts'
import { unwind } from './unwind.ts'

/** A matter taken back: the decisions that fall together, and what each had brought about. */
export interface Overturned {
  /** Those that something was done by at the platform. */
  restores: string[]
  undone: Undone[]
  links: Link[]
}

/**
 * The decision with all that confirm it or that it confirms, where they still stand. Null where one was not named by the act: it is not carried out by
 * halves.
 */
export function matterOf(
  id: string,
  state: (key: string) => EntityState | undefined,
): DecisionRecord[] | null {
  const matter = new Map<string, DecisionRecord>()
  const open = [id]
  for (const next of open) {
    if (matter.has(next)) continue
    const record = state(stateKey.decision(next))?.decision
    if (record === undefined) return null
    matter.set(next, record)
    open.push(...record.with)
  }
  return [...matter.values()].filter(({ standing }) => standing === 'stands')
}

/** Takes all of a matter back, in place. Afterwards the states are those of a world where it was never acted on. */
export function overturn(matter: readonly DecisionRecord[], room: Room, event: Event): Overturned {
  const overturned: Overturned = { restores: [], undone: [], links: [] }
  // The last one first: what it did rests on what was done before.
  for (const record of [...matter].sort((a, b) => b.at - a.at)) {
    const { undone, links, restore } = unwind(record, reachOf(room), event)
    record.standing = 'overturned'
    overturned.undone.push(...undone)
    overturned.links.push(...links)
    if (restore) overturned.restores.push(record.id)
  }
  return overturned
}

/** What the platform is told to take back, one entry for each decision. */
export const restoreEntries = (decision: Decision, restores: readonly string[]): OutboxEntry[] =>
  restores.map((restored) => ({ ...entryOf(decision, 'restore', restored), restores: restored }))

const entryOf = (decision: Decision, action: OutboxEntry['action'], of: string): OutboxEntry => ({
  id: `${decision.id}.${action}.${of}`,
  at: decision.at,
  decision: decision.id,
  action,
  subject: decision.subject,
  account: decision.account,
  policy: decision.policy,
  label: decision.label,
  statement: decision.statement,
})

export interface Notice {
  about: 'report' | 'appeal'
  /** Id of the report or appeal. */
  id: string
  /** Who is told. */
  account: string
  outcome: string
  text: string
}

/**
 * Tells a person what became of their report or appeal. It goes by the platform, names nobody, and says nothing of the other person but what was
 * decided. (docs/spec/appeals.md, N1)
 */
export const noticeEntry = (
  decision: Decision,
  { about, id, account, outcome, text }: Notice,
): OutboxEntry => ({
  ...entryOf(decision, 'notify', `${about}.${id}`),
  subject: { kind: 'account', id: account },
  account,
  label: null,
  statement: told(decision.statement, text),
  notice: { about, id, outcome },
})

const told = (statement: Statement, text: string): Statement => ({
  ...statement,
  text,
  decision_visibility: [],
  decision_account: null,
  decision_facts: '',
  content_type: [],
})

/** Whether each rule was right that led to a decision, now that a person looked. */
export const outcomesOf = (
  decision: Pick<DecisionRecord, 'id' | 'rules' | 'policy' | 'language'>,
  event: { id: string; at: string },
  outcome: OutcomeRow['outcome'],
  source: OutcomeRow['source'],
): OutcomeRow[] =>
  decision.rules.map((rule) => ({
    id: `${decision.id}.${rule}.${source}${source === 'blind' ? `.${event.id}` : ''}`,
    at: event.at,
    decision: decision.id,
    rule,
    policy: decision.policy,
    language: decision.language,
    outcome,
    source,
  }))
