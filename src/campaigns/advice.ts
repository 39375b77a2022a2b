import type { Act } from './acts.ts'
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

export function tagUse(
  page: Trace,
  acts: readonly Act[],
  members: ReadonlyMap<string, number>,
  remembered: number,
): TagUse {
  let byMembers = 0
  let firstAt = Number.POSITIVE_INFINITY
  for (const { account, at } of acts)
    if (members.has(account)) {
      byMembers++
      firstAt = Math.min(firstAt, at)
    }
  const others = new Set<string>()
  const before = new Set<string>()
  for (const { account, at } of acts) {
    if (members.has(account)) continue
    others.add(account)
    if (at < firstAt) before.add(account)
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
export function adviceOn(tags: readonly TagUse[], concerns: boolean, degree: number): string[] {
  const advice = ['queue']
  if (concerns && degree >= LIMIT_DEGREE_MIN) advice.push('limit')
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
