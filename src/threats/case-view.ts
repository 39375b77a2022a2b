import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import {
  type CasePost,
  type Coding,
  type Grading,
  type Page,
  type Referral,
  THREAT_GRADES,
  type Threat,
  type ThreatGrade,
  type ThreatStanding,
} from '../model/threat.ts'
import type { ThreatTables } from '../model/threat-tables.ts'
import { rowOf } from './case.ts'
import { type Clock, type ClockState, clocksOfCase, isUnanswered, stateOf } from './clocks.ts'
import { gradingOf, tableGrade } from './grade.ts'

/*
 * A case as the desk looks at it.
 */

export interface ClockView {
  stage: Clock['stage']
  since: string
  dueAt: string
  metAt: string | null
  state: ClockState
}

export interface CaseSummary extends Omit<Threat, 'factors' | 'posts' | 'accounts'> {
  accounts: number
  posts: number
  lastAt: string
  clocks: ClockView[]
}

export interface AccountView {
  id: string
  handle: string | null
  name: string | null
  status: AccountFacts['status'] | null
  strikes: number
  lineage: AccountFacts['lineage']
  campaign: AccountFacts['campaign']
}

export interface CaseView {
  threat: Threat
  /** What the table gives for the factors as they are coded. */
  table: ThreatGrade
  openedBy: ThreatStanding['openedBy']
  codings: Coding[]
  /** Of this round and those before. Empty to who has still to grade. */
  gradings: Grading[]
  round: number
  /** Whether what others found is kept from this person until they have graded. */
  blind: boolean
  /** The case is about this person: they decide nothing in it. */
  barred: boolean
  posts: CasePost[]
  accounts: AccountView[]
  /** Entries of the register it is about, by keyed token: GET /v1/protected tells the desk who they are. */
  targets: { id: string; kind: string }[]
  clocks: ClockView[]
  pages: Page[]
  /** All on duty were called, and nobody answered. */
  unanswered: boolean
  referrals: Referral[]
  notes: ThreatStanding['notes']
  merged: string[]
  closed: ThreatStanding['closed']
}

export const clockView = (clock: Clock, now: Millis): ClockView => ({
  stage: clock.stage,
  since: new Date(clock.since).toISOString(),
  dueAt: new Date(clock.dueAt).toISOString(),
  metAt: clock.metAt === null ? null : new Date(clock.metAt).toISOString(),
  state: stateOf(clock, now),
})

export function summaryOf(
  standing: ThreatStanding,
  { now, tables }: { now: Millis; tables: ThreatTables },
): CaseSummary {
  const { factors: _, posts, accounts, ...row } = rowOf(standing)
  return {
    ...row,
    // Whoever is to be second shall not learn from a list what the first found.
    ...(row.grading === 'second' && { grade: tableGrade(standing) }),
    accounts: accounts.length,
    posts: posts.length,
    lastAt: new Date(standing.lastAt).toISOString(),
    clocks: clocksOfCase(standing, tables).map((clock) => clockView(clock, now)),
  }
}

/** What is due first, then the graver, then the newer. */
export function byUrgency(a: CaseSummary, b: CaseSummary): number {
  const grade = THREAT_GRADES.indexOf(b.grade) - THREAT_GRADES.indexOf(a.grade)
  return dueOf(a) - dueOf(b) || grade || (a.lastAt < b.lastAt ? 1 : -1)
}
const dueOf = ({ clocks }: CaseSummary): number =>
  Math.min(
    Number.MAX_SAFE_INTEGER,
    ...clocks.filter(({ metAt }) => metAt === null).map(({ dueAt }) => Date.parse(dueAt)),
  )

interface Seen {
  person: string
  token: string
  now: Millis
  duty: readonly string[]
  tables: ThreatTables
  accounts: ReadonlyMap<string, AccountFacts | undefined>
}

export function caseView(standing: ThreatStanding, seen: Seen): CaseView {
  const { person, token, now, duty, tables, accounts } = seen
  const clocks = clocksOfCase(standing, tables)
  const table = tableGrade(standing)
  const { state } = gradingOf(standing)
  const hasGraded = standing.gradings.some(({ by, round }) => by === person && round === standing.round)
  const blind = state === 'second' && !hasGraded
  const threat = rowOf(standing)
  return structuredClone({
    threat: blind ? { ...threat, grade: table } : threat,
    table,
    openedBy: standing.openedBy,
    codings: standing.codings,
    gradings: blind ? standing.gradings.filter(({ round }) => round < standing.round) : standing.gradings,
    round: standing.round,
    blind,
    barred: standing.barred.includes(token),
    posts: standing.posts,
    accounts: [...accounts].map(([id, facts]) => accountView(id, facts)),
    targets: standing.targets.map(({ id, kind }) => ({ id, kind })),
    clocks: clocks.map((clock) => clockView(clock, now)),
    pages: standing.pages,
    unanswered: isUnanswered(clocks, standing.pages, { now, duty, tables }),
    referrals: standing.referrals,
    notes: standing.notes,
    merged: standing.merged,
    closed: standing.closed,
  })
}

const accountView = (id: string, facts: AccountFacts | undefined): AccountView => ({
  id,
  handle: facts?.profile?.handle ?? null,
  name: facts?.profile?.name ?? null,
  status: facts?.status ?? null,
  strikes: facts?.strikes.reduce((sum, { count }) => sum + count, 0) ?? 0,
  lineage: facts?.lineage ?? null,
  campaign: facts?.campaign ?? null,
})
