import type { Entity } from './entity.ts'
import type { PolicyId } from './policy-id.ts'

/** The engine's conclusion for one event, weakest first. */
export const VERDICTS = ['allow', 'review', 'restrict'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * What a decision does to its subject. `queue` makes a job for a human and `escalate` hands the matter to the
 * threat desk; both stay in the house. All others go to the platform through the outbox. `notify` does nothing to anybody: it tells a person what
 * became of their report or appeal.
 */
export const ACTIONS = [
  'queue',
  'escalate',
  'label',
  'limit',
  'hide',
  'remove',
  'suspend',
  'warn',
  'restore',
  'discount-trend',
  'notify',
] as const
export type ActionKind = (typeof ACTIONS)[number]
/** What a rule may propose: it tells nobody anything by itself. */
export const RULE_ACTIONS: readonly ActionKind[] = ACTIONS.filter((action) => action !== 'notify')

/** A decision's mode: `live` was acted on; `shadow` only recorded; `braked` was held back to a review by the brake. */
export type DecisionMode = 'live' | 'shadow' | 'braked'

/**
 * What the affected person is told, and the fields of the EU transparency database (DSA Art. 17 and 24(5)).
 * Field names of the database are kept as they are.
 */
export interface Statement {
  /** Plain language: what was done, on which ground, on which facts, by what means, and how to appeal. */
  text: string
  decision_visibility: string[]
  decision_account: string | null
  decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT' | 'DECISION_GROUND_INCOMPATIBLE_CONTENT'
  /** Which law or term. */
  ground_reference: string
  explanation: string
  decision_facts: string
  category: string
  content_type: string[]
  content_date: string
  application_date: string
  automated_detection: 'Yes' | 'No'
  automated_decision:
    | 'AUTOMATED_DECISION_FULLY'
    | 'AUTOMATED_DECISION_PARTIALLY'
    | 'AUTOMATED_DECISION_NOT_AUTOMATED'
  source_type:
    | 'SOURCE_VOLUNTARY'
    | 'SOURCE_ARTICLE_16'
    | 'SOURCE_TRUSTED_FLAGGER'
    | 'SOURCE_TYPE_OTHER_NOTIFICATION'
  puid: string
}

/** A verdict or a reviewer's finding made binding. Row of `export decisions`; field names are final. */
export interface Decision {
  /** Derived from the event, the subject and the mode: judging the same event again gives the same id. */
  id: string
  /** Event time, ISO 8601. */
  at: string
  event: string
  subject: Entity
  account: string
  verdict: Verdict
  /** The leading policy: highest precedence among the matching rules with the strongest verdict. */
  policy: PolicyId
  /** All rules that matched in this mode, the leading one first. */
  rules: string[]
  actions: ActionKind[]
  mode: DecisionMode
  automated: boolean
  /** Hash of the policy pack in force. */
  pack: string
  /** Names of the signals the rules asked for and that were not known. */
  gaps: string[]
  /** How policy precedence and brake led here, one sentence each. */
  why: string[]
  /** Values of the signals that the matching conditions looked at. */
  evidence: Record<string, unknown>
  strikes: number
  label: string | null
  statement: Statement
}

/** A unit of human review in a queue. */
export interface Job {
  id: string
  queue: string
  at: string
  decision: string
  subject: Entity
  account: string
  policy: PolicyId
  /** Higher first. */
  priority: number
  /** What the desk orders, routes and shows by. Rows of former versions lack it. */
  brief?: JobBrief
}

export interface JobBrief {
  /** What the priority is made of. */
  worth: { harm: number; done: number; reach: number }
  followers: number | null
  /** How long it may wait, by the clock on the wall, from when it came before the house. */
  allowanceMs: number
  /** BCP 47; null where nothing was read. */
  language: string | null
  /** How hard it is to look at: 0 plain, 1 hateful, 2 violent, 3 graphic. */
  severity: 0 | 1 | 2 | 3
  /** Stands for what is shown: near-identical texts and equal media have the same. Null where there is nothing to see. */
  item: string | null
  /** The event that led there. */
  event: string
  /** The notice that it came by. */
  report?: { id: string; account: string }
  /** People who may not decide it. */
  notBy?: string[]
}

/** An action on its way to the platform. The id is derived from decision and action: at least once, idempotent. */
export interface OutboxEntry {
  id: string
  at: string
  decision: string
  action: ActionKind
  subject: Entity
  account: string
  policy: PolicyId
  label: string | null
  statement: Statement
  /** Of a `restore`: the decision that is taken back, where it is a single one. */
  restores?: string
  /** Of a `notify`: what it is about and what became of it. Its text is the statement's. */
  notice?: { about: 'report' | 'appeal'; id: string; outcome: string }
  /** On its way out alone: where the person can answer, and until when. */
  appeal?: { url: string; until: string }
}
