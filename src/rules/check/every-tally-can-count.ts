import type { AnyEventType } from '../../model/event.ts'
import type { TallyDraft } from '../draft.ts'
import { contradictionIn } from '../possible.ts'
import { canHoldOn, FED_BY, TALLY_EVENTS } from '../reach.ts'
import { POST_EVENTS } from '../signals/signal.ts'
import type { Check } from './check.ts'

/** A tally that nothing ever feeds stays at zero, and every rule on it stays silent. */
export function everyTallyCanCount({ draft, existence, report, reportWithin, spoiled }: Check): void {
  for (const tally of draft.tallies) {
    const on = feedingEvents(tally)
    const spot = tally.on?.[0]?.spot ?? tally.spot
    if (tally.kind === 'count' && tally.on !== null)
      for (const { value, spot: at } of tally.on)
        if (!countable(tally.of, value))
          report(at, {
            message: `${value} is not a ${tally.of}`,
            hint: `count: ${tally.of} is fed by ${FED_BY[tally.of]!.join(', ')}`,
          })
    if (!on.some((type) => TALLY_EVENTS[tally.by].includes(type) && recordable(tally, type)))
      report(spot, {
        message: `tally "${tally.name}" can never count: ${on.join(', ')} has no ${missing(tally, on)}`,
        hint: 'change "by", or say on which events it counts with "on"',
      })
    const { where, condition } = tally
    if (where === null || condition === null || spoiled.has(where)) continue
    const never = contradictionIn(condition.ast, on)
    const absent = !on.some((type) => canHoldOn(condition.ast, type, existence))
    if (never !== null)
      reportWithin(where, never.start, {
        message: `tally "${tally.name}" can never count: ${never.reason}`,
        hint: 'its condition is never true',
      })
    else if (absent)
      report(where.spot, {
        message: `tally "${tally.name}" can never count: its condition names what ${on.join(', ')} does not have`,
        hint: 'say on which events it counts with "on"',
      })
  }
}

/** Events that feed a tally: those it names, else those that what it counts by nature comes from. */
export const feedingEvents = (tally: TallyDraft): AnyEventType[] =>
  tally.on?.map(({ value }) => value) ?? [
    ...(tally.kind === 'count' ? FED_BY[tally.of]! : ['post.created' as const]),
  ]

const countable = (of: string, type: AnyEventType): boolean => type.startsWith(`${of}.`)

/** Whether an event of this type has the value that `distinct` and `top` record. */
function recordable({ kind, of }: TallyDraft, type: AnyEventType): boolean {
  if (kind === 'count' || of === 'account') return true
  if (of === 'target') return TALLY_EVENTS.target.includes(type)
  return POST_EVENTS.includes(type) || (of === 'post' && type === 'post.deleted')
}

const missing = (tally: TallyDraft, on: AnyEventType[]): string =>
  on.some((type) => TALLY_EVENTS[tally.by].includes(type)) ? tally.of : tally.by
