/* Shapes of what the server answers. Types only: nothing of the server reaches the page. */
export type { ActionKind, DecisionMode, Statement, Verdict } from '../../../src/model/decision.ts'
export type { Entity } from '../../../src/model/entity.ts'
export type { LinkEvidence, LinkTier } from '../../../src/model/link.ts'
export type {
  Campaign,
  Decision,
  DecisionsAnswer,
  LineStatus,
  Link,
  OutboxAnswer,
  OutboxRow,
  PoliciesAnswer,
  PolicyTitle,
  Problem,
  SessionAnswer,
  StatusAnswer,
  StreamMessage,
} from '../../../src/server/api.ts'
