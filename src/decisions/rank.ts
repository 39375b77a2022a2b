import type { JobBrief } from '../model/decision.ts'
import { HOUR_MS, type Millis } from '../model/ids.ts'

/*
 * The order of a queue. A job's place among others never changes while they wait, for waiting adds the same to all: so it is one number, kept in an
 * index. (docs/spec/review.md, Q1 to Q4)
 */

/** Every hour that a deadline is nearer. */
const PER_DEADLINE_HOUR = 8
/** Every hour that it has waited longer. */
const PER_WAITED_HOUR = 2
/** Zero of the scale: nothing but the numbers' size depends on it. */
const EPOCH = Date.parse('2025-01-01T00:00:00Z')

export const rankOf = (priority: number, openedAt: Millis, deadline: Millis): number =>
  priority -
  (PER_DEADLINE_HOUR * (deadline - EPOCH)) / HOUR_MS -
  (PER_WAITED_HOUR * (openedAt - EPOCH)) / HOUR_MS

export interface Reason {
  what: 'harm' | 'done' | 'reach' | 'deadline' | 'waited'
  points: number
  says: string
}

/** Why a job stands where it stands: its parts, as they are at `now`. */
export function reasonsFor(
  { worth, followers }: Pick<JobBrief, 'worth' | 'followers'>,
  { policy, openedAt, deadline, now }: { policy: string; openedAt: Millis; deadline: Millis; now: Millis },
): Reason[] {
  const left = (deadline - now) / HOUR_MS
  const waited = Math.max(0, now - openedAt) / HOUR_MS
  return [
    { what: 'harm', points: worth.harm, says: `harm by the precedence of ${policy}` },
    ...(worth.done > 0
      ? [{ what: 'done' as const, points: worth.done, says: 'restricted or escalated already' }]
      : []),
    ...(worth.reach > 0
      ? [
          {
            what: 'reach' as const,
            points: worth.reach,
            says: `${(followers ?? 0).toLocaleString('en-US')} followers`,
          },
        ]
      : []),
    {
      what: 'deadline',
      points: Math.round(-PER_DEADLINE_HOUR * left),
      says: left < 0 ? `${inHours(-left)} past its deadline` : `${inHours(left)} to its deadline`,
    },
    { what: 'waited', points: Math.round(PER_WAITED_HOUR * waited), says: `${inHours(waited)} waited` },
  ]
}

const inHours = (hours: number): string =>
  hours < 1 ? `${Math.round(hours * 60)} min` : `${hours < 10 ? hours.toFixed(1) : Math.round(hours)} h`
