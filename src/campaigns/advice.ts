import type { Act } from './acts.ts'
import type { Sign } from './script.ts'
import type { Trace } from './trace-book.ts'

/** What a hashtag looks like with a campaign on it, and without. */
export interface TagUse {
  tag: string
  /** Posts of the last day under it by members, and by all others; of the latter at least so many. */
  byMembers: number
  byOthers: number
  others: number
  /** Not all others are remembered. */
  more: boolean
  /** Others who used it before the first member did. */
  before: number
}

/** From here on a tag is carried by the campaign and not by those who use it. */
const CARRIED_SHARE_MIN = 0.25
const CARRIED_POSTS_MIN = 10
/** A tag that others used before is theirs: it was hijacked, and is not discounted. */
const OTHERS_BEFORE_MAX = 0
const LIMIT_DEGREE_MIN = 0.5
const TAG_LENGTH_MAX = 128

/** A tag that hardly anybody else uses, and nobody used before. */
export const isOwnTag = ({ byMembers, byOthers, before }: TagUse): boolean =>
  before <= OTHERS_BEFORE_MAX && byMembers >= CARRIED_POSTS_MIN && byMembers >= 3 * byOthers

/** `acts`: all under the tag. A member speaks for the campaign only in posts that belong to it: those who lent their accounts are people too. */
export function tagUse(
  page: Trace,
  acts: readonly Act[],
  belongs: (act: Act) => boolean,
  remembered: number,
): TagUse {
  const own = new Set(acts.filter(belongs))
  const byMembers = own.size
  let firstAt = Number.POSITIVE_INFINITY
  for (const { at } of own) firstAt = Math.min(firstAt, at)
  const others = new Set<string>()
  const before = new Set<string>()
  for (const act of acts) {
    if (own.has(act)) continue
    others.add(act.account)
    if (act.at < firstAt) before.add(act.account)
  }
  return {
    tag: page.label,
    byMembers,
    byOthers: acts.length - byMembers,
    others: others.size,
    more: page.carriers.size >= remembered,
    before: before.size,
  }
}

/**
 * What the platform is advised to do. All members are one case for a reviewer; a tag that lives on the campaign alone is discounted in the trends by the campaign's posts,
 * with what honestly remains; members are limited only where what they say is forbidden.
 */
export function adviceOn(
  tags: readonly TagUse[],
  { concerns, degree, signs }: { concerns: boolean; degree: number; signs: readonly Sign[] },
): string[] {
  const advice = ['queue']
  if (concerns && degree >= LIMIT_DEGREE_MIN) advice.push('limit')
  // That all say the same may once be a crowd that was never seen before: a tag is not taken from people on that alone.
  if (!concerns && signs.every(({ name }) => name === 'one-voice')) return advice
  for (const { tag, byMembers, byOthers, others, before, more } of tags)
    if (
      before <= OTHERS_BEFORE_MAX &&
      byMembers >= CARRIED_POSTS_MIN &&
      byMembers >= CARRIED_SHARE_MIN * (byMembers + byOthers)
    )
      advice.push(
        `discount-trend #${tag.slice(0, TAG_LENGTH_MAX)}: ${more ? 'at least ' : ''}${byOthers} posts by ${others} others remain`,
      )
  return advice
}
