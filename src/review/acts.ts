import { outcomesOf } from '../decisions/overturn.ts'
import { type Effects, nothing, type Room } from '../decisions/room.ts'
import type { DeskAct } from '../model/event.ts'
import { stateKey } from '../model/state.ts'
import { actInBulk, undoBulk } from './bulk.ts'
import { carryOut, decideJob } from './findings.ts'
import { answerFault, rowOf } from './proposals.ts'

/** Acts of people at the desk, but for appeals: those have a room of their own. */
export type ReviewAct = Exclude<DeskAct, { type: 'appeal.decided' }>

export function takeReviewAct(event: ReviewAct, room: Room): Effects {
  switch (event.type) {
    case 'job.decided':
      return decideJob(event, room)
    case 'proposal.answered':
      return answer(event, room)
    case 'bulk.acted':
      return actInBulk(event, event.review, null, room)
    case 'bulk.undone':
      return undoBulk(event, room)
    case 'review.blind':
      return lookAgain(event)
  }
}

/** The second person’s answer: what was proposed is carried out as it stands now, or the job is open again. (docs/spec/review.md, T3, T4) */
function answer(event: ReviewAct & { type: 'proposal.answered' }, room: Room): Effects {
  const { review } = event
  const proposal = room.state(stateKey.proposal(review.proposal))?.proposal
  if (answerFault(proposal, review) !== null) return nothing()
  const { act } = proposal!
  proposal!.status = review.approve ? 'approved' : 'rejected'
  proposal!.second = review.by
  const effects = review.approve ? carriedOut(event, act, room) : nothing()
  if (act.type === 'job.decided') {
    const standing = room.state(stateKey.job(act.review.job.id))?.job
    if (standing !== undefined) {
      standing.proposal = null
      standing.round += 1
    }
    if (standing?.decided === null) effects.desk.push(openAgain(event, act.review.job.id))
  }
  effects.desk.push({ kind: 'proposal', row: rowOf(proposal!, { why: review.why, madeAt: review.madeAt }) })
  return effects
}

function carriedOut(
  event: ReviewAct & { type: 'proposal.answered' },
  act: NonNullable<ReturnType<Room['make']>['proposal']>['act'],
  room: Room,
): Effects {
  const second = event.review.by
  const { id, at, account } = event
  switch (act.type) {
    case 'job.decided': {
      const first = { id, at, account, type: act.type, review: act.review }
      return carryOut({ event: first, review: act.review, second }, room)
    }
    case 'bulk.acted':
      return actInBulk({ id, at, account, type: act.type, review: act.review }, act.review, second, room)
  }
}

const openAgain = (event: ReviewAct, job: string): Effects['desk'][number] => ({
  kind: 'job',
  id: job,
  status: 'open',
  event: event.id,
  at: event.at,
  by: null,
  decision: null,
  until: null,
  note: 'the proposal was not carried out',
})

/** A second look that nobody’s first look swayed: counted, and nothing else. (docs/spec/review.md, A1) */
function lookAgain(event: ReviewAct & { type: 'review.blind' }): Effects {
  const { review } = event
  const effects = nothing()
  effects.desk.push({
    kind: 'finding',
    row: {
      id: event.id,
      at: event.at,
      madeAt: review.madeAt,
      decision: review.decision,
      job: null,
      by: review.by,
      finding: review.finding,
      policy: review.policy,
      under: review.under,
      language: review.language,
      sample: review.sample,
    },
  })
  if (review.finding === 'need-more') return effects
  const about = {
    id: review.decision,
    rules: review.rules,
    policy: review.under,
    language: review.language,
  }
  const right = review.finding === 'violation' || review.finding === 'escalate'
  for (const row of outcomesOf(about, event, right ? 'right' : 'wrong', 'blind'))
    effects.desk.push({ kind: 'outcome', row })
  return effects
}
