import type { Decision } from '../model/decision.ts'
import { type Event, hasPost } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { ProtectedMatch } from '../model/protected.ts'
import type { Reading } from '../model/reading.ts'
import type { CasePost, Coding, OpenCase, Threat, ThreatStanding } from '../model/threat.ts'
import {
  ACCOUNTS_MAX,
  addOnce,
  addPost,
  isQuiet,
  newCase,
  POST_TEXT_MAX,
  rowOf,
  TARGETS_MAX,
  wind,
  windAgain,
} from './case.ts'
import { appendCodings, factorsOf, textOf } from './factors.ts'
import { gradeOf, gradingOf, isGraver, isHigh, tableGrade } from './grade.ts'
import { type DeskRoom, index, tablesOf } from './room.ts'

/** What led to a case: an escalated decision, with what was known when it was taken. */
export interface Escalation {
  decision: Decision
  event: Event
  reading: Reading | null
  account: AccountFacts
}

/**
 * Takes an escalated decision into the case it belongs to, or opens one (docs/spec/threats.md, J1 to J6). A function of what is remembered and of the
 * event: judging again leads to the same case. A judgement of texts, never of a person.
 */
export function gather(escalation: Escalation, room: DeskRoom): Threat {
  const { decision, event, reading, account } = escalation
  const at = decision.at
  const codings = codingsOf(escalation)
  const targets = reading?.protected ?? []
  const closedAccount = linkedTo(account)
  const found = caseFor({ escalation, codings, targets, closedAccount }, room)
  const standing =
    found ??
    newCase(`t-${decision.id.replace(/^d-/, '')}`, {
      openedAt: at,
      openedBy: event.type === 'report.created' ? 'report' : 'rule',
    })
  const before = found === undefined ? null : { table: tableGrade(found), grade: gradingOf(found).grade }
  appendCodings(standing.codings, codings)
  addOnce(standing.accounts, account.id, ACCOUNTS_MAX)
  const post = postOf(escalation)
  if (post !== null) addPost(standing, post)
  addTargets(standing, targets)
  standing.lastAt = Math.max(standing.lastAt, Date.parse(at))
  const own = gradeOf(codings)
  if (before !== null && (tableGrade(standing) !== before.table || isGraver(own, before.grade)))
    standing.round += 1
  wind(standing, at, tablesOf(room))
  if (found !== undefined && isHigh(own)) windAgain(standing, at, tablesOf(room))
  room.putThreat(standing)
  index(standing, closedAccount === null ? [] : [closedAccount], room)
  return rowOf(standing)
}

const codingsOf = ({ decision, event, reading }: Escalation): Coding[] =>
  factorsOf(reading, textOf(event)).map((factor) => ({
    ...factor,
    at: decision.at,
    ...(decision.subject.kind === 'post' && { post: decision.subject.id }),
  }))

/** A link that a person would act on: not a mere possibility. */
function linkedTo({ lineage }: AccountFacts): string | null {
  if (lineage === null) return null
  return lineage.confirmed === true || lineage.tier !== 'possible' ? lineage.closedAccount : null
}

function postOf({ decision, event, reading }: Escalation): CasePost | null {
  if (decision.subject.kind !== 'post') return null
  const text = hasPost(event) ? event.post.text.slice(0, POST_TEXT_MAX).toWellFormed() : ''
  return {
    id: decision.subject.id,
    event: event.id,
    account: decision.account,
    at: decision.at,
    text,
    language: reading?.language ?? null,
    decision: decision.id,
    ...(reading?.translation && {
      translation: reading.translation.text.slice(0, POST_TEXT_MAX).toWellFormed(),
    }),
  }
}

/** Whom a case is about, and who of the desk therefore decides nothing in it. In place. */
export function addTargets(standing: ThreatStanding, targets: readonly ProtectedMatch[]): void {
  for (const target of targets) {
    if (!standing.targets.some(({ id }) => id === target.id) && standing.targets.length < TARGETS_MAX)
      standing.targets.push(target)
    if (target.member !== undefined) addOnce(standing.barred, target.member, TARGETS_MAX)
  }
}

interface Arriving {
  escalation: Escalation
  codings: Coding[]
  targets: readonly ProtectedMatch[]
  closedAccount: string | null
}

/** The case that it joins, if any: its own account's, then its lineage's, then that of the same target. (J2 to J4) */
function caseFor(arriving: Arriving, room: DeskRoom): ThreatStanding | undefined {
  const { escalation, codings, targets, closedAccount } = arriving
  const { withinMs, sameTargetWithinMs } = tablesOf(room).join
  const at = Date.parse(escalation.decision.at)
  const { cases } = room.desk()
  const within = (ms: number, fits: (open: OpenCase) => boolean): OpenCase | undefined =>
    newest(cases.filter((open) => Math.abs(at - open.lastAt) <= ms && fits(open)))
  const named = new Set(targets.map(({ id }) => id))
  const open =
    within(withinMs, ({ accounts }) => accounts.includes(escalation.account.id)) ??
    (closedAccount === null
      ? undefined
      : within(withinMs, ({ accounts }) => accounts.includes(closedAccount))) ??
    (named.size === 0 || isQuiet(codings)
      ? undefined
      : within(
          sameTargetWithinMs,
          ({ targets, quiet }) => !quiet && targets.some((target) => named.has(target)),
        ))
  return open === undefined ? undefined : room.threat(open.id)
}

const newest = (cases: OpenCase[]): OpenCase | undefined =>
  cases.reduce<OpenCase | undefined>(
    (best, one) =>
      best === undefined || one.lastAt > best.lastAt || (one.lastAt === best.lastAt && one.id < best.id)
        ? one
        : best,
    undefined,
  )
