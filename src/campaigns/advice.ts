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
}

/** From here on a tag is carried by the campaign and not by those who use it. */
const CARRIED_SHARE_MIN = 0.25
const CARRIED_POSTS_MIN = 10
const LIMIT_DEGREE_MIN = 0.5
const TAG_LENGTH_MAX = 128

export function tagUse(
  page: Trace,
  acts: readonly Act[],
  members: ReadonlyMap<string, number>,
  remembered: number,
): TagUse {
  let byMembers = 0
  const others = new Set<string>()
  for (const { account } of acts)
    if (members.has(account)) byMembers++
    else others.add(account)
  return {
    tag: page.label,
    byMembers,
    byOthers: acts.length - byMembers,
    others: others.size,
    more: page.carriers.size >= remembered,
  }
}

/**
 * What the platform is advised to do. All members are one case for a reviewer; a tag that lives on the campaign is discounted in the trends by the campaign's posts,
 * with what honestly remains; members are limited only where what they say is forbidden.
 */
export function adviceOn(tags: readonly TagUse[], concerns: boolean, degree: number): string[] {
  const advice = ['queue']
  if (concerns && degree >= LIMIT_DEGREE_MIN) advice.push('limit')
  for (const { tag, byMembers, byOthers, others, more } of tags)
    if (byMembers >= CARRIED_POSTS_MIN && byMembers >= CARRIED_SHARE_MIN * (byMembers + byOthers))
      advice.push(
        `discount-trend #${tag.slice(0, TAG_LENGTH_MAX)}: ${more ? 'at least ' : ''}${byOthers} posts by ${others} others remain`,
      )
  return advice
}
