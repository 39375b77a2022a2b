/* Shapes of what the server answers. Types only: nothing of the server reaches the page. */
export type { ActionKind, DecisionMode, Statement, Verdict } from '../../../src/model/decision.ts'
export type { AppealRow, ProposalRow, Undone } from '../../../src/model/desk.ts'
export type { Entity } from '../../../src/model/entity.ts'
export type { LinkFinding } from '../../../src/model/event.ts'
export type { LinkEvidence, LinkTier } from '../../../src/model/link.ts'
export type { Exposure } from '../../../src/review/care.ts'
export type { ShownJob } from '../../../src/review/job-desk.ts'
export type { JobView, Neighbour } from '../../../src/review/job-view.ts'
export type {
  AuditAnswer,
  Campaign,
  Colleague,
  Decision,
  DecisionsAnswer,
  InvitationRow,
  KeyRow,
  LineStatus,
  Link,
  LinkView,
  MeAnswer,
  NewKeyAnswer,
  OutboxAnswer,
  OutboxRow,
  PasskeyQuestion,
  PeopleAnswer,
  PersonRow,
  PoliciesAnswer,
  PolicyTitle,
  Problem,
  SessionAnswer,
  SessionRow,
  StatusAnswer,
  StreamMessage,
  WaysAnswer,
} from '../../../src/server/api.ts'
