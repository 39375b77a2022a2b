import { generateMade } from '../../sim/generate.ts'
import type { Role } from '../../sim/truth.ts'
import type { Observed } from '../../src/campaigns/acts.ts'
import { createDoor } from '../../src/intake/door.ts'
import { seededRandom } from '../../src/lib/random.ts'
import { type Event, hasPost, type RawEvent } from '../../src/model/event.ts'
import type { Millis } from '../../src/model/ids.ts'
import type { Measurer } from '../../src/reading/measure.ts'
import {
  CAMPAIGN_KINDS,
  CAMPAIGN_SIZES,
  CONTENTS,
  CROWD_KINDS,
  campaignScene,
  crowdScene,
  type Scene,
} from './scenes.ts'

export interface World {
  stream: Observed[]
  campaigns: Scene[]
  crowds: Scene[]
  roles: Map<string, Role>
}

const HOUR = 3_600_000
const DAY_EVENTS = 120_000
const PEOPLE = 3_000
const CROWDS_PER_WORLD = 15

/** Town of two days, without a network of its own, with campaigns and crowds put into it between its eighth and fortieth hour. */
export async function worldOf(seed: number, part: number, measurer: Measurer): Promise<World> {
  const random = seededRandom(seed * 7_919 + part)
  const roles = new Map<string, Role>()
  const raw: RawEvent[] = []
  for (const { event, truth } of generateMade({
    seed: seed + part,
    events: DAY_EVENTS,
    people: PEOPLE,
    networkSize: 0,
  })) {
    roles.set(truth.account, truth.role)
    raw.push(event)
  }
  const startAt = Date.parse(raw[0]!.at)
  const timeIn = () => startAt + (8 + random.next() * 32) * HOUR
  const residentsAt = (at: Millis): string[] => {
    const seen = new Set<string>()
    for (const event of raw) {
      if (Date.parse(event.at) > at) break
      if (event.type === 'post.created') seen.add(event.account)
    }
    return [...seen]
  }
  const place = () => {
    const at = timeIn()
    return { random, startAt: at, residents: residentsAt(at) }
  }
  const crowds: Scene[] = []
  for (let i = 0; i < CROWDS_PER_WORLD; i++) {
    const kind = CROWD_KINDS[(i + part * CROWDS_PER_WORLD) % CROWD_KINDS.length]!
    crowds.push(crowdScene(`crowd-${part}-${i}`, kind, 40 + random.below(260), place()))
  }
  const campaigns: Scene[] = []
  const wishes = CAMPAIGN_KINDS.flatMap((kind) =>
    CAMPAIGN_SIZES.flatMap((size) => CONTENTS.map((content) => ({ kind, size, content }))),
  ).filter((_, i) => (i + (i >> 1)) % 2 === part % 2)
  for (const [i, wish] of wishes.entries()) {
    const crowd = crowds[i % crowds.length]!
    const where = place()
    const at = wish.kind === 'tag-hijack' ? crowd.startAt + 0.2 * HOUR : where.startAt
    campaigns.push(
      campaignScene(
        { id: `camp-${part}-${i}`, ...wish, number: i, crowdTag: crowd.tag },
        { ...where, startAt: at, residents: residentsAt(at) },
      ),
    )
  }
  const all = [
    ...raw,
    ...campaigns.flatMap(({ events }) => events),
    ...crowds.flatMap(({ events }) => events),
  ]
  return { stream: await read(all, measurer), campaigns, crowds, roles }
}

/** Events as the log would hold them: past the door, in the order of their times, with their readings where there is a measurer. */
export async function read(raw: RawEvent[], measurer: Measurer | null): Promise<Observed[]> {
  const door = createDoor({ key: new Uint8Array(32) })
  const events: Event[] = []
  for (const each of raw) {
    const admitted = door.admit(each)
    if (admitted.ok) events.push(admitted.event)
  }
  events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  if (measurer === null) return events.map((event, i) => ({ seq: i + 1, event, reading: null }))
  const readings = await measurer.measure(
    events.map((event) => (hasPost(event) ? { text: event.post.text, language: event.post.language } : null)),
  )
  return events.map((event, i) => ({ seq: i + 1, event, reading: readings[i]!.reading }))
}
