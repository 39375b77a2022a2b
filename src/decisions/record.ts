import type { Decision } from '../model/decision.ts'
import type { DecisionRecord } from '../model/desk.ts'
import { DAY_MS, type Millis } from '../model/ids.ts'
import { IN_HOUSE, type Proposal } from './propose.ts'

/** Whether a decision falls on somebody, so that it can be appealed and taken back. */
export const fallsOnSomebody = ({ mode, actions, strikes, label }: Decision): boolean =>
  mode === 'live' &&
  (strikes > 0 || label !== null || actions.some((action) => !IN_HOUSE.has(action) && !KIND.has(action)))

/** What is done in somebody's favour, or to nobody. */
const KIND: ReadonlySet<string> = new Set(['restore', 'notify', 'discount-trend'])

/** What is remembered of a decision, so that it can be taken back whole. (docs/spec/appeals.md, U1) */
export const recordOf = (decision: Decision, over: Partial<DecisionRecord> = {}): DecisionRecord => ({
  id: decision.id,
  at: Date.parse(decision.at),
  event: decision.event,
  subject: decision.subject,
  account: decision.account,
  policy: decision.policy,
  actions: decision.actions,
  rules: decision.rules,
  braked: [],
  strikes: decision.strikes,
  label: decision.label,
  link: null,
  language: null,
  reports: [],
  by: [],
  with: [],
  standing: 'stands',
  appeal: null,
  ...over,
})

/** Six months from the decision (Regulation (EU) 2022/2065, Art. 20(1)), whatever months they are. */
export const APPEAL_LIFE_MS = 184 * DAY_MS

export const isAppealOpen = ({ appeal }: DecisionRecord): boolean =>
  appeal !== null && appeal.finding === null

/** Whether an appeal is open, or may still come: what the decision rests on is kept until then. (docs/spec/appeals.md, A6) */
export const awaitsAppeal = (record: DecisionRecord, now: Millis): boolean =>
  record.appeal === null
    ? record.standing === 'stands' && now <= record.at + APPEAL_LIFE_MS
    : isAppealOpen(record)

/** Rules whose brake counted their restriction. */
export const brakedBy = (proposals: readonly Proposal[]): string[] =>
  proposals.flatMap(({ match: { rule }, verdict, held }) =>
    verdict === 'restrict' && held === null && rule.brake !== null ? [rule.id] : [],
  )
