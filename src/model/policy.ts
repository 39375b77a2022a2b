import type { ActionKind, Verdict } from './decision.ts'
import type { AnyEventType } from './event.ts'
import type { ListedEntity, NameStance } from './listed-entity.ts'
import type { PolicyId } from './policy-id.ts'
import type { ThreatTables } from './threat-tables.ts'

/** What is forbidden (or permitted and recorded as such), in prose. */
export interface Policy {
  id: PolicyId
  title: string
  /** Plain language, for the person a decision is about. */
  prose: string
  /** Higher wins where matching rules cite different policies. */
  precedence: number
  /** False for what is recorded but never acted on (`tvec0`, `edsa`). */
  violating: boolean
  /** Where the policy stands in law and terms: fields of the EU transparency database. */
  ground?: { kind: 'illegal' | 'incompatible'; reference: string; category: string }
}

/** A named windowed aggregate that a policy file declares. */
export interface TallySpec {
  name: string
  kind: 'count' | 'distinct' | 'top'
  /** What is counted: `post`, `report`, `follow`, `account`, or the value whose distinct or top values are kept. */
  of: string
  /** Per which entity. `target` is a mentioned, followed, answered or reported account. */
  by: 'account' | 'hashtag' | 'url' | 'target'
  overMs: number
  /** CEL source of the condition an event must meet to be counted, or null. */
  where: string | null
  /** For `top`: how many are kept. */
  k?: number
  /** Event types that feed it. */
  on?: AnyEventType[]
}

export type RuleMode = 'live' | 'shadow' | 'off'

/** A condition over signals, facts and tallies, citing a policy. It proposes, it never does. */
export interface Rule {
  id: string
  policy: PolicyId
  on: AnyEventType[]
  /** CEL source. */
  when: string
  verdict: Verdict
  actions: ActionKind[]
  mode: RuleMode
  /** At most this many live restrictions per rule and hour of event time; past it the rule only queues. */
  brake: { perHour: number } | null
  /** Strikes put on the account when the decision is binding. */
  strikes: number
  /** What the rule looks at, for reviewers and statements of reasons. */
  description: string
  /** Label to put on, for rules with the `label` action. */
  label: string | null
  where: { file: string; line: number }
}

export interface TermBank {
  id: string
  policy: PolicyId | null
  /** `names`: those of a listed entity, which the pack makes of it. */
  kind: 'terms' | 'names'
  /** Free text for reviewers. */
  description: string
  /** `gloss`: what the term says, in the house's language, for reviewers who cannot read it. */
  entries: {
    term: string
    language: string | null
    weight: number
    gloss?: string
    /** Of a name: who calls it so. */
    stance?: NameStance
  }[]
}

/** A whole policy pack after checking: what judgement runs on. Immutable. */
export interface PolicyPack {
  /** `sha256:` over paths and contents of all files, order-independent. */
  hash: string
  policies: Policy[]
  tallies: TallySpec[]
  rules: Rule[]
  /** Curated terms, and a bank of names for each entity. */
  banks: TermBank[]
  entities: ListedEntity[]
  strikes: { lapseAfterMs: number; max: number }
  /** What the threat desk runs by. */
  threats: ThreatTables
}
