import type { Decision } from '../model/decision.ts'
import type { DecisionRecord } from '../model/desk.ts'
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

/** Rules whose brake counted their restriction. */
export const brakedBy = (proposals: readonly Proposal[]): string[] =>
  proposals.flatMap(({ match: { rule }, verdict, held }) =>
    verdict === 'restrict' && held === null && rule.brake !== null ? [rule.id] : [],
  )
