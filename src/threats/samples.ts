import { decide } from '../decisions/decide.ts'
import { reviewOf } from '../decisions/samples.ts'
import type { ThreatAct } from '../model/desk-event.ts'
import type { Event, ThreatActed } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { OrderStanding, RequestStanding } from '../model/order.ts'
import type { ProtectedMatch } from '../model/protected.ts'
import type { Frame, Reading, Stance } from '../model/reading.ts'
import type { DeskStanding, Threat, ThreatStanding } from '../model/threat.ts'
import { packFromFiles } from '../rules/pack.ts'
import { type Plan, planOf } from '../rules/rules.ts'
import { AT, accountWith, postEvent, readingWith } from '../rules/samples.ts'
import { actAtDesk } from './desk-acts.ts'
import { type DeskOutcome, type DeskRoom, newDesk } from './room.ts'
import { gather } from './threats.ts'

/*
 * For tests: a desk that holds its cases in memory, and texts that escalate.
 */

export interface SampleRoom extends DeskRoom {
  cases: Map<string, ThreatStanding>
  orders: Map<string, OrderStanding>
  requests: Map<string, RequestStanding>
  standing: DeskStanding
}

const PACK = `
policies:
  - { id: tvec2, title: Credible threat to life, prose: You may not threaten people., precedence: 1000,
      ground: { kind: illegal, reference: Criminal law, category: STATEMENT_CATEGORY_VIOLENCE } }
  - { id: tvec8, title: Incitement, prose: You may not call for violence., precedence: 900,
      ground: { kind: illegal, reference: Criminal law, category: STATEMENT_CATEGORY_VIOLENCE } }
`

function deskPlan(): Plan {
  const loaded = packFromFiles({ 'policies.yaml': PACK })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return planOf(loaded.pack)
}
export const DESK_PLAN = deskPlan()

export function sampleRoom(plan = DESK_PLAN): SampleRoom {
  const cases = new Map<string, ThreatStanding>()
  const orders = new Map<string, OrderStanding>()
  const requests = new Map<string, RequestStanding>()
  const standing = newDesk()
  return {
    plan,
    cases,
    orders,
    requests,
    standing,
    desk: () => standing,
    threat: (id) => cases.get(id),
    putThreat: (one) => void cases.set(one.id, one),
    letGo: () => {},
    order: (id) => orders.get(id),
    putOrder: (one) => void orders.set(one.id, one),
    request: (id) => requests.get(id),
    putRequest: (one) => void requests.set(one.id, one),
  }
}

export const minutes = (after: number): string => new Date(AT + after * 60_000).toISOString()

/** A reading of the text with one frame over the whole of it, each part where its words stand. */
export function readingOf(
  text: string,
  act: Frame['act'],
  parts: Record<string, string> = {},
  stance: Stance = 'asserts',
): Reading {
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const spans = Object.fromEntries(Object.entries(parts).map(([part, words]) => [part, spanOf(words)]))
  return readingWith(
    { tvec2: 0.9 },
    { stance, frames: [{ act, span: { start: 0, end: text.length }, ...spans }] },
  )
}

export const SPECIFIC = 'Tomorrow at the gate we will get the clerk.'
export const LEAKED = 'You will all see.'

export interface Said {
  post: string
  account?: string
  at?: number
  text?: string
  reading?: Reading | null
  targets?: ProtectedMatch[]
  facts?: Partial<AccountFacts>
}

export const specific = () =>
  readingOf(SPECIFIC, 'threat', { time: 'Tomorrow', place: 'the gate', target: 'the clerk' })
export const vague = () => readingOf(SPECIFIC, 'threat', {})
export const leaked = () => readingOf(LEAKED, 'leakage', {})

/** A text that escalates, taken into the case it belongs to. */
export function say(room: SampleRoom, said: Said): Threat {
  const { post, account = 'acct:1', at = 0, text = SPECIFIC, targets, facts } = said
  const read = said.reading === undefined ? specific() : said.reading
  const reading = read === null || targets === undefined ? read : { ...read, protected: targets }
  const event = { ...postEvent({ id: post, text }), id: `e-${post}`, account, at: minutes(at) } as Event
  const of = accountWith({ id: account, ...facts })
  const { decisions } = decide({
    event,
    time: AT + at * 60_000,
    matches: [reviewOf({ actions: ['escalate'] })],
    gaps: [],
    account: of,
    plan: room.plan,
    brake: () => ({ hours: {} }),
    reading,
  })
  return gather({ decision: decisions[0]!, event, reading, account: of }, room)
}

type Parts<T> = T extends ThreatAct ? Omit<T, 'by' | 'token' | 'why' | 'case'> & { why?: string } : never

let made = 0
export const actOf = (id: string, by: string, at: number, parts: Parts<ThreatAct>): ThreatActed => ({
  id: `act-${++made}`,
  type: 'threat.acted',
  at: minutes(at),
  account: 'holdfast',
  act: { case: id, by, token: `token-of-${by}`, why: 'because', ...parts } as ThreatAct,
})

/** Does an act; true where it was taken. */
export function act(room: SampleRoom, id: string, by: string, at: number, parts: Parts<ThreatAct>): boolean {
  const event = actOf(id, by, at, parts)
  const outcome: DeskOutcome = actAtDesk(event, room)
  return outcome.threats.length > 0 && room.cases.get(id)!.acts.includes(event.id)
}
