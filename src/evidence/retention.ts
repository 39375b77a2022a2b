import { parse } from 'yaml'
import {
  type ErasureBasis,
  EVIDENCE_CLASSES,
  type Evidence,
  type EvidenceClass,
  type Hold,
} from '../model/evidence.ts'
import { DAY_MS, type Millis } from '../model/ids.ts'
import { isLive } from './hold.ts'

/** How long each class is kept from its decision on, in days. */
export interface Retention {
  days: Record<EvidenceClass, number>
  /** Of an account that its owner deleted: this long from then on, where that is sooner. */
  afterAccountDeletedDays: number
}

/**
 * What holds where nothing else is said. Six months and some is what Regulation (EU) 2021/784, Article 6 asks for of terrorist content that was
 * removed, and what the Digital Services Act gives for a complaint (Regulation (EU) 2022/2065, Article 20(1)).
 */
export const RETENTION_STANDARD: Retention = {
  days: { threat: 730, restriction: 200 },
  afterAccountDeletedDays: 200,
}

const DAYS_MAX = 36_500

/** A file of `class: days`, in YAML; what it does not name stays as it is by default. */
export function parseRetention(
  text: string,
): { ok: true; retention: Retention } | { ok: false; reason: string } {
  let given: unknown
  try {
    given = parse(text)
  } catch (error) {
    return { ok: false, reason: `it is no YAML: ${(error as Error).message.split('\n')[0]}` }
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given))
    return { ok: false, reason: 'it is no list of `class: days`' }
  const retention: Retention = { ...RETENTION_STANDARD, days: { ...RETENTION_STANDARD.days } }
  for (const [name, days] of Object.entries(given)) {
    if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > DAYS_MAX)
      return { ok: false, reason: `${name}: a whole number of days from 1 to ${DAYS_MAX} is wanted` }
    if (name === 'account-deleted') retention.afterAccountDeletedDays = days
    else if ((EVIDENCE_CLASSES as readonly string[]).includes(name))
      retention.days[name as EvidenceClass] = days
    else
      return {
        ok: false,
        reason: `there is no class "${name}"; there are ${EVIDENCE_CLASSES.join(', ')} and account-deleted`,
      }
  }
  return { ok: true, retention }
}

export interface Due {
  evidence: Evidence
  /** When it was to go. */
  since: Millis
  basis: ErasureBasis
}

/** Whether its time is over, or null. `deletedAt`: when its account was deleted, null while it is there. */
export function dueOf(
  evidence: Evidence,
  deletedAt: Millis | null,
  retention: Retention,
  now: Millis,
): Due | null {
  if (evidence.erased !== null) return null
  const byClass = Date.parse(evidence.at) + retention.days[evidence.class] * DAY_MS
  const byDeletion =
    deletedAt === null ? Number.POSITIVE_INFINITY : deletedAt + retention.afterAccountDeletedDays * DAY_MS
  const since = Math.min(byClass, byDeletion)
  return since <= now
    ? { evidence, since, basis: byDeletion < byClass ? 'account-deleted' : 'retention' }
    : null
}

/** Holds that forbid its deletion. */
export const holding = (holds: Iterable<Hold>, { id, account }: Evidence, at: Millis): Hold[] =>
  [...holds].filter(
    (hold) =>
      isLive(hold, at) && (hold.scope.kind === 'evidence' ? hold.scope.id === id : hold.scope.id === account),
  )
