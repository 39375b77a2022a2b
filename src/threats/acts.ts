import type { ThreatAct } from '../model/desk-event.ts'
import type { ThreatActed } from '../model/event.ts'
import type { Coding, ThreatStanding } from '../model/threat.ts'
import {
  ACCOUNTS_MAX,
  ACTS_MAX,
  addOnce,
  addPost,
  keep,
  NOTES_MAX,
  newCase,
  PAGES_MAX,
  POST_TEXT_MAX,
  rowOf,
  wind,
} from './case.ts'
import { appendCodings, CODINGS_MAX, currentFactors, READER } from './factors.ts'
import { gradingOf, isHigh, tableGrade } from './grade.ts'
import { acknowledgePage } from './pages.ts'
import { isReferralAct, referralFault, takeReferral } from './referrals.ts'
import { type DeskFault, type DeskOutcome, type DeskRoom, fault, index, nothing, tablesOf } from './room.ts'
import { addTargets } from './threats.ts'

/** Why the act may not be done, or null. Asked by the desk before, and by the fold when it is done. (A1 to A9) */
export function threatFault(act: ThreatAct, room: DeskRoom): DeskFault | null {
  const standing = room.threat(act.case)
  if (act.do === 'open') return openFault(act, standing)
  if (standing === undefined) return fault('there is no case with this id', 'GET /v1/threats lists them.')
  if (act.do !== 'note' && standing.barred.includes(act.token)) return OWN_CASE
  if (standing.status === 'merged')
    return fault('this case was taken into another', `Act on ${standing.mergedInto}.`)
  if (standing.status === 'closed' && act.do !== 'reopen' && act.do !== 'note' && !isReferralAct(act))
    return fault('this case is closed', 'Reopen it first.')
  return actFault(act, standing, room)
}

const OWN_CASE = fault(
  'whoever a case is about decides nothing in it',
  'Write a note; somebody else decides.',
)
const needsWhy = (act: ThreatAct): DeskFault | null =>
  act.why.trim() === '' ? fault('this needs a reason', 'Say why.') : null

function openFault(act: ThreatAct & { do: 'open' }, standing: ThreatStanding | undefined): DeskFault | null {
  if (standing !== undefined) return fault('there is a case with this id already')
  if (!act.factors.some(({ value }) => value !== 'unknown'))
    return fault('a case has a grade, and no grade stands without a coded factor', 'Code one at least.')
  if (act.accounts.length + act.posts.length === 0 && (act.targets ?? []).length === 0)
    return fault('a case is about an account, a post or somebody who is protected', 'Name one.')
  return needsWhy(act)
}

function actFault(act: ThreatAct, standing: ThreatStanding, room: DeskRoom): DeskFault | null {
  switch (act.do) {
    case 'open':
    case 'note':
      return needsWhy(act)
    case 'code':
      return codeFault(act, standing)
    case 'grade':
      return gradeFault(act, standing)
    case 'merge':
      return mergeFault(act, standing, room)
    case 'close':
      return closeFault(act, standing)
    case 'reopen':
      return standing.status === 'closed' ? needsWhy(act) : fault('this case is open')
    case 'veracity':
      return standing.veracity === act.veracity ? fault(`it is ${act.veracity} already`) : needsWhy(act)
    case 'seen':
      return seenFault(act, standing)
    case 'attach':
      return act.accounts.length + act.posts.length > 0 ? null : fault('nothing to attach')
    default:
      return referralFault(act, standing, tablesOf(room))
  }
}

function codeFault(act: ThreatAct & { do: 'code' }, standing: ThreatStanding): DeskFault | null {
  if (act.factors.length === 0 && (act.targets ?? []).length === 0) return fault('nothing is coded')
  if (act.factors.some(({ value, evidence }) => value !== 'unknown' && evidence.trim() === ''))
    return fault('a factor is coded with what it rests on', 'Give the evidence.')
  if (act.by === READER) return fault('people code under their own names')
  if (standing.codings.filter(({ coder }) => coder !== READER).length + act.factors.length > CODINGS_MAX)
    return fault('this case holds as many codings as it can', 'Open another, and say that it goes on there.')
  return null
}

/** Two who grade are two people, and a third decides between them. (G11 to G15) */
function gradeFault(act: ThreatAct & { do: 'grade' }, standing: ThreatStanding): DeskFault | null {
  if (!currentFactors(standing.codings).some(({ value }) => value !== 'unknown'))
    return fault('no grade stands without a coded factor', 'Code what is known first.')
  const { state } = gradingOf(standing)
  if (state === 'settled')
    return fault('the grade stands', 'It opens anew when the table comes to give something else.')
  if (standing.gradings.some(({ by, round }) => by === act.by && round === standing.round))
    return fault('a second grade is somebody else’s', 'Wait for another to grade.')
  if (act.grade !== tableGrade(standing)) return needsWhy(act)
  return null
}

function mergeFault(
  act: ThreatAct & { do: 'merge' },
  standing: ThreatStanding,
  room: DeskRoom,
): DeskFault | null {
  const into = room.threat(act.into)
  if (act.into === standing.id) return fault('a case cannot take itself in')
  if (into === undefined || into.status !== 'open') return fault('the other case is not open')
  if (into.barred.includes(act.token)) return OWN_CASE
  return needsWhy(act)
}

/** A high case is closed on a settled grade, and not by the only one who ever graded it. */
function closeFault(act: ThreatAct & { do: 'close' }, standing: ThreatStanding): DeskFault | null {
  const { grade, state } = gradingOf(standing)
  if ((isHigh(grade) || isHigh(tableGrade(standing))) && state !== 'settled')
    return fault('its grade is not settled', 'A high case takes two who agree, or a third.')
  return needsWhy(act)
}

function seenFault(act: ThreatAct & { do: 'seen' }, standing: ThreatStanding): DeskFault | null {
  const page = standing.pages.find(({ id }) => id === act.page)
  if (act.page !== undefined && page === undefined) return fault('this case has no such page')
  return null
}

/** Folds one act. What may not be done changes nothing. */
export function actOnThreat(event: ThreatActed, room: DeskRoom): DeskOutcome {
  const { act, at } = event
  if (threatFault(act, room) !== null) return nothing()
  const standing =
    act.do === 'open' ? newCase(act.case, { openedAt: at, openedBy: 'hand' }) : room.threat(act.case)!
  const before = tableGrade(standing)
  const outcome = nothing()
  if (act.do === 'merge') outcome.threats.push(takeIn(standing, room.threat(act.into)!, at, room))
  else apply(act, event, standing)
  if (act.do !== 'open' && tableGrade(standing) !== before) standing.round += 1
  wind(standing, at, tablesOf(room))
  lookedAt(standing, act, at)
  keep(standing.acts, event.id, ACTS_MAX)
  room.putThreat(standing)
  index(standing, [], room)
  outcome.threats.unshift(rowOf(standing))
  return outcome
}

/** Whoever acts on a case has looked at it. A note may come from whom it is about. */
function lookedAt(standing: ThreatStanding, { by, do: what }: ThreatAct, at: string): void {
  if (standing.clock !== null && standing.clock.seen === null && what !== 'note')
    standing.clock.seen = { by, at }
}

function apply(act: ThreatAct, event: ThreatActed, standing: ThreatStanding): void {
  const { by, why } = act
  const { at } = event
  switch (act.do) {
    case 'open':
    case 'code':
      appendCodings(standing.codings, codedBy(act, at))
      addTargets(standing, act.targets ?? [])
      if (act.do === 'open') attach(act, event, standing)
      return
    case 'attach':
      attach(act, event, standing)
      return
    case 'grade':
      standing.gradings.push({
        by,
        grade: act.grade,
        table: tableGrade(standing),
        why,
        at,
        round: standing.round,
      })
      return
    case 'veracity':
      standing.veracity = act.veracity
      break
    case 'close':
      standing.status = 'closed'
      standing.closed = { by, why, at }
      return
    case 'reopen':
      standing.status = 'open'
      standing.closed = null
      standing.round += 1
      break
    case 'seen':
      acknowledgePage(standing.pages, act.page, { by, at })
      return
    case 'note':
      break
    default:
      if (isReferralAct(act)) takeReferral(act, event, standing)
      return
  }
  keep(standing.notes, { by, text: noteOf(act), at }, NOTES_MAX)
}

const noteOf = (act: ThreatAct): string =>
  act.do === 'note'
    ? act.why
    : act.do === 'veracity'
      ? `${act.veracity}: ${act.why}`
      : `${act.do}: ${act.why}`

const codedBy = (act: ThreatAct & { do: 'open' | 'code' }, at: string): Coding[] =>
  act.factors.map((factor) => ({ ...factor, coder: act.by, at }))

function attach(
  { accounts, posts }: ThreatAct & { do: 'open' | 'attach' },
  { id: event, at }: ThreatActed,
  standing: ThreatStanding,
): void {
  for (const account of [...accounts, ...posts.map(({ account }) => account)])
    addOnce(standing.accounts, account, ACCOUNTS_MAX)
  for (const { id, account, text = '', language = null } of posts)
    addPost(standing, {
      id,
      event,
      account,
      at,
      text: text.slice(0, POST_TEXT_MAX).toWellFormed(),
      language,
      decision: '',
    })
}

/** The one takes in all that the other holds; afterwards the other only leads there. (J6) */
function takeIn(standing: ThreatStanding, into: ThreatStanding, at: string, room: DeskRoom) {
  const before = tableGrade(into)
  const codings = [...into.codings, ...standing.codings].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )
  into.codings.length = 0
  appendCodings(into.codings, codings)
  for (const account of standing.accounts) addOnce(into.accounts, account, ACCOUNTS_MAX)
  for (const post of standing.posts) addPost(into, post)
  for (const token of standing.barred) addOnce(into.barred, token, ACCOUNTS_MAX)
  addTargets(into, standing.targets)
  for (const page of standing.pages) keep(into.pages, page, PAGES_MAX)
  into.referrals.push(...standing.referrals)
  into.lastAt = Math.max(into.lastAt, standing.lastAt)
  into.merged.push(standing.id)
  if (tableGrade(into) !== before) into.round += 1
  standing.status = 'merged'
  standing.mergedInto = into.id
  const lineage = room.desk().cases.find(({ id }) => id === standing.id)?.accounts ?? []
  wind(into, at, tablesOf(room))
  room.putThreat(into)
  index(into, lineage, room)
  return rowOf(into)
}
