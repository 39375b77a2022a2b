import type { ActionKind, Decision, DecisionMode, OutboxEntry, Verdict } from '../model/decision.ts'
import type { Entity } from '../model/entity.ts'
import type { Event } from '../model/event.ts'
import type { Policy } from '../model/policy.ts'
import { decisionId, outboxOf } from './decide.ts'
import { type About, stateReasons } from './statement.ts'

/** What a person found, about one subject. */
export interface Finding {
  /** The person's act. */
  event: Event
  subject: Entity
  account: string
  verdict: Verdict
  actions: ActionKind[]
  mode: DecisionMode
  policy: Policy
  /** Hash of the pack in force. */
  pack: string
  /** For reviewers and auditors. No names: who acted stands with the event. */
  why: string[]
  /** For the person concerned. */
  says: string
  evidence: Record<string, unknown>
  label?: string | null
  /** The decision that is taken back. */
  restores?: string
  /** Marks it puts on the account; none by itself. (docs/spec/strikes.md, K7) */
  strikes?: number
  /** What it is about, where the person's act is not itself that. */
  about?: About
}

/**
 * A person's finding made binding: no rule led there and no machine took it. Ids are derived as those of all decisions.
 * (docs/spec/decisions.md, D20)
 */
export function decideFinding(finding: Finding): { decision: Decision; outbox: OutboxEntry[] } {
  const {
    event,
    subject,
    account,
    verdict,
    actions,
    mode,
    policy,
    pack,
    why,
    says,
    evidence,
    label = null,
    restores,
    strikes = 0,
    about,
  } = finding
  const decision = {
    id: decisionId(event.id, subject, mode),
    at: event.at,
    event: event.id,
    subject,
    account,
    verdict,
    policy: policy.id,
    rules: [],
    actions,
    mode,
    automated: false,
    pack,
    gaps: [],
    why,
    evidence,
    strikes,
    label,
  }
  const whole = {
    ...decision,
    statement: stateReasons({
      decision,
      policy,
      findings: [says],
      event,
      reading: null,
      ...(about !== undefined && { about }),
    }),
  }
  if (mode !== 'live') return { decision: whole, outbox: [] }
  return {
    decision: whole,
    outbox: outboxOf(whole).map((entry) => ({ ...entry, ...(restores !== undefined && { restores }) })),
  }
}
