import type { Finding } from '../../src/campaigns/campaigns.ts'
import type { Evidence } from '../../src/campaigns/told.ts'
import { hasPost } from '../../src/model/event.ts'
import type { Millis } from '../../src/model/ids.ts'
import type { Scene } from './scenes.ts'
import type { World } from './world.ts'

/** What was found, held against the truth. */
export interface Judged {
  campaigns: {
    scene: Scene
    foundAt: Millis | null
    minutes: number | null
    inTime: boolean
    beforeTopTen: boolean
    /** Of the campaigns that are its own, at their end: members, those of them that are right, and those there are. */
    members: number
    hits: number
    truth: number
  }[]
  crowds: { scene: Scene; told: boolean; discounted: boolean }[]
  told: { id: string; right: boolean; degree: number; members: number; signs: string; label: string }[]
}

const IN_TIME_MS = 10 * 60_000

export function judged(
  { campaigns, crowds }: Pick<World, 'campaigns' | 'crowds'>,
  findings: readonly Finding[],
  topTen: ReadonlyMap<string, Millis>,
): Judged {
  const last = new Map<string, Finding['campaign']>()
  for (const { campaign } of findings) last.set(campaign.id, campaign)
  const standing = [...last.values()].filter(
    (campaign) => (campaign.evidence as Evidence).mergedInto === undefined,
  )
  return {
    campaigns: campaigns.map((scene) => {
      const first = findings.find(({ campaign }) => isOf(campaign, scene))
      const own = standing.filter((campaign) => isOf(campaign, scene))
      const members = new Set(own.flatMap((campaign) => campaign.members.map(({ account }) => account)))
      const foundAt = first?.at ?? null
      return {
        scene,
        foundAt,
        minutes: foundAt === null ? null : (foundAt - scene.twentiethAt) / 60_000,
        inTime: foundAt !== null && foundAt <= scene.twentiethAt + IN_TIME_MS,
        beforeTopTen:
          foundAt !== null && foundAt <= (topTen.get(scene.tag.toLowerCase()) ?? Number.POSITIVE_INFINITY),
        members: members.size,
        hits: [...members].filter((account) => scene.accounts.has(account)).length,
        truth: scene.accounts.size,
      }
    }),
    crowds: crowds.map((scene) => {
      const own = findings.filter(({ campaign }) => isOf(campaign, scene))
      const tag = `#${scene.tag.toLowerCase()}:`
      const discounted = findings.some(({ campaign }) =>
        campaign.advice.some(
          (advice) => advice.startsWith('discount-trend') && advice.toLowerCase().includes(tag),
        ),
      )
      return { scene, told: own.length > 0, discounted }
    }),
    told: standing.map((campaign) => {
      const evidence = campaign.evidence as Evidence
      return {
        id: campaign.id,
        right: campaigns.some((scene) => isOf(campaign, scene)),
        degree: campaign.degree,
        members: campaign.members.length,
        signs: evidence.signs.map(({ says }) => says).join('; ') || JSON.stringify(evidence.profile.policies),
        label: `${evidence.traces[0]?.kind}: ${evidence.traces[0]?.label.replaceAll('|', '/').slice(0, 60)}`,
      }
    }),
  }
}

function isOf({ members }: Finding['campaign'], { accounts }: Scene): boolean {
  let own = 0
  for (const { account } of members) if (accounts.has(account)) own++
  return own > members.length / 2
}

const DAY = 24 * 3_600_000
const TOP = 10

/** When each campaign's own tag was first among the ten with most posts in the day before. */
export function topTenAt({ stream, campaigns }: Pick<World, 'stream' | 'campaigns'>): Map<string, Millis> {
  const wanted = new Set(campaigns.map(({ tag }) => tag.toLowerCase()))
  const counts = new Map<string, number>()
  const window: { at: Millis; tag: string }[] = []
  let from = 0
  const entered = new Map<string, Millis>()
  for (const { event } of stream) {
    if (!hasPost(event)) continue
    const at = Date.parse(event.at)
    for (const name of event.post.hashtags) {
      const tag = name.toLowerCase()
      window.push({ at, tag })
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
    for (; window[from] !== undefined && window[from]!.at <= at - DAY; from++) {
      const { tag } = window[from]!
      const left = counts.get(tag)! - 1
      if (left === 0) counts.delete(tag)
      else counts.set(tag, left)
    }
    for (const name of event.post.hashtags) {
      const tag = name.toLowerCase()
      if (!wanted.has(tag) || entered.has(tag)) continue
      const own = counts.get(tag)!
      let larger = 0
      for (const count of counts.values()) if (count > own) larger++
      if (larger < TOP) entered.set(tag, at)
    }
  }
  return entered
}
