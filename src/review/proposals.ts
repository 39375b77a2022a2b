import type { Room } from '../decisions/room.ts'
import { type DeskRow, isOther, type Proposal, type ProposalRow } from '../model/desk.ts'
import type { DeskAct } from '../model/event.ts'
import { stateKey } from '../model/state.ts'
import { PROPOSAL_LIFE_MS } from './two-people.ts'

/** An act that two people must agree to. */
export type Proposed = DeskAct & { type: 'job.decided' | 'bulk.acted' }

/** Puts an act before a second person. Nothing of it is done. (docs/spec/review.md, T2) */
export function newProposal(event: Proposed, reason: string, room: Room): DeskRow[] {
  const madeAt = Date.parse(event.review.madeAt)
  const proposal: Proposal = {
    id: event.id,
    act:
      event.type === 'job.decided'
        ? { type: 'job.decided', review: event.review }
        : { type: 'bulk.acted', review: event.review },
    account: event.account,
    reason,
    by: event.review.by,
    at: madeAt,
    expiresAt: madeAt + PROPOSAL_LIFE_MS,
    status: 'waiting',
    second: null,
  }
  room.make(stateKey.proposal(event.id)).proposal = proposal
  const rows: DeskRow[] = [{ kind: 'proposal', row: rowOf(proposal, null) }]
  if (event.type === 'job.decided')
    rows.push({
      kind: 'job',
      id: event.review.job.id,
      status: 'proposed',
      event: event.id,
      at: event.at,
      by: event.review.by,
      decision: null,
      until: proposal.expiresAt,
      note: reason,
    })
  return rows
}

/** Why an answer may not be, or null. The fold asks it, whatever the desk asked before. */
export function answerFault(
  proposal: Proposal | undefined,
  { by, madeAt }: { by: string; madeAt: string },
): { reason: string; hint: string } | null {
  if (proposal === undefined)
    return { reason: 'there is no such proposal', hint: 'GET /v1/proposals lists them.' }
  if (proposal.status !== 'waiting')
    return { reason: `it was ${proposal.status} already`, hint: 'GET /v1/proposals lists what waits.' }
  if (Date.parse(madeAt) >= proposal.expiresAt)
    return { reason: 'it has lapsed', hint: 'The first person may propose it again.' }
  if (!isOther(proposal.by, by))
    return { reason: 'the second person is the first', hint: 'Somebody else must agree.' }
  return null
}

export function rowOf(
  { id, act, account, reason, by, at, expiresAt, status, second }: Proposal,
  answer: { why: string; madeAt: string } | null,
): ProposalRow {
  const { review } = act
  const first = act.type === 'job.decided' ? act.review.job.subject : act.review.subjects[0]!.subject
  return {
    id,
    kind: act.type === 'job.decided' ? 'decision' : 'bulk',
    reason,
    account,
    subject: first,
    policy: review.policy,
    actions: review.actions,
    subjects: act.type === 'job.decided' ? 1 : act.review.subjects.length,
    job: act.type === 'job.decided' ? act.review.job.id : null,
    by,
    why: review.why,
    madeAt: new Date(at).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    status,
    second,
    secondWhy: answer?.why ?? null,
    answeredAt: answer?.madeAt ?? null,
  }
}
