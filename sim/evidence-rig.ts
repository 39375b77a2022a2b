import { join } from 'node:path'
import type { Bus } from '../src/bus/bus.ts'
import { inlineBus } from '../src/bus/inline.ts'
import type { Stamp } from '../src/evidence/bundle.ts'
import { createEvidenceDesk, type EvidenceDesk } from '../src/evidence/desk.ts'
import { createKeeping } from '../src/evidence/keeping.ts'
import type { Vault } from '../src/evidence/vault.ts'
import { stillClock } from '../src/lib/clock.ts'
import { createLineageIndex } from '../src/lineage/lineage.ts'
import type { AccountEvent, Event, Post, PostEvent, Profile } from '../src/model/event.ts'
import type { Reading } from '../src/model/reading.ts'
import { createLine, type Line } from '../src/pipeline.ts'
import { openVault } from '../src/preserve/vault.ts'
import type { Measurer } from '../src/reading/measure.ts'
import { formatProblems, packFromFiles } from '../src/rules/load.ts'
import { planOf } from '../src/rules/rules.ts'
import { openSqliteStore } from '../src/store/sqlite/sqlite.ts'
import { type Writing, writeHere } from '../src/store/sqlite/writing.ts'
import type { Store } from '../src/store/store.ts'

/*
 * A small whole house for the tests and measurements of evidence: a real line, store and vault over a folder, and a reader that does what a text says. A post that says
 * “restrict me” is hidden, one that says “queue me” comes before a person, one that says “escalate me” goes to the threat desk.
 */

const PACK = `policies:
  - { id: tvec8, title: Incitement, prose: No., precedence: 900, violating: true }
  - { id: tvec2, title: Threat, prose: No., precedence: 1000, violating: true }
rules:
  - { id: restrict, policy: tvec8, on: [post.created, post.edited], when: 'reading.tvec8 >= 0.9', verdict: restrict, actions: [hide], mode: live, description: It says so. }
  - { id: trial, policy: tvec8, on: [post.created], when: 'reading.tvec8 >= 0.9', verdict: restrict, actions: [hide], mode: shadow, description: It says so. }
  - { id: queue, policy: tvec8, on: [post.created], when: 'reading.tvec7 >= 0.9', verdict: review, actions: [queue], mode: live, description: It says so. }
  - { id: escalate, policy: tvec2, on: [post.created], when: 'reading.tvec2 >= 0.9', verdict: restrict, actions: [hide, escalate], mode: live, description: It says so. }
`
const loaded = packFromFiles({ 'pack.yaml': PACK })
if (!loaded.ok) throw new Error(formatProblems(loaded.problems))
const plan = planOf(loaded.pack)

const says = (text: string, words: string): number => (text.includes(words) ? 0.99 : 0.01)
const readingOf = (text: string, language: string | null): Reading => ({
  language: language ?? 'en',
  script: 'Latn',
  scores: {
    tvec8: says(text, 'restrict me'),
    tvec7: says(text, 'queue me'),
    tvec2: says(text, 'escalate me'),
  },
  stance: 'asserts',
  frames: [],
  terms: [],
  contributions: [],
  version: 'rig',
  ...(language === 'ar' && {
    translation: { engine: 'test-engine', from: 'ar', to: 'en', text: `in English: ${text}` },
  }),
})

const reader: Measurer = {
  version: 'rig',
  measure: async (inputs) =>
    inputs.map((input) => ({
      reading: input === null ? null : readingOf(input.text, input.language ?? null),
      gaps: [],
    })),
  reload: async () => {},
  close: async () => {},
}

export interface RigOptions {
  startsAt?: string
  stamp?: Stamp
  vault?: (vault: Vault) => Vault
  store?: (store: Store) => Store
  writing?: (writing: Writing) => Writing
}

export interface Rig {
  folder: string
  store: Store
  vault: Vault
  bus: Bus
  line: Line
  desk: EvidenceDesk
  clock: ReturnType<typeof stillClock>
  complaints: string[]
  post(account: string, id: string, text: string, more?: Partial<Post>): PostEvent
  /** Publishes a post; resolves to the id of the live decision it led to, if any. */
  say(account: string, id: string, text: string, more?: Partial<Post>): Promise<string | undefined>
  profile(account: string, profile: Profile): Promise<void>
  publish(...events: Event[]): Promise<void>
  /** What was committed has reached the vault. */
  settled(): Promise<void>
  close(): Promise<void>
}

export const RIG_KEY = Buffer.alloc(32, 1).toString('base64')

export async function rigIn(folder: string, options: RigOptions = {}): Promise<Rig> {
  const { startsAt = '2026-03-02T09:30:00.000Z' } = options
  const clock = stillClock(Date.parse(startsAt))
  const opened = await openSqliteStore(join(folder, 'data'), {
    writing: (directory) => options.writing?.(writeHere(directory)) ?? writeHere(directory),
  })
  let sealed: Vault
  try {
    sealed = openVault({ folder: join(folder, 'evidence'), keys: { file: join(folder, 'evidence.key') } })
  } catch (error) {
    await opened.close()
    throw error
  }
  const [store, vault] = [options.store?.(opened) ?? opened, options.vault?.(sealed) ?? sealed]
  const complaints: string[] = []
  const keeping = createKeeping(store, vault, (message) => complaints.push(message))
  await keeping.catchUp()
  const line = createLine({
    store,
    vault,
    measurer: reader,
    planFor: async () => plan,
    newLineageIndex: createLineageIndex,
    committed: ({ judgement }) => keeping.follow(judgement),
  })
  const bus = inlineBus()
  bus.consume((events) => line.process(events))
  await line.recover()
  const at = () => new Date(clock.now()).toISOString()
  if (line.packInForce() === null)
    await bus.publish([
      {
        id: 'pack-1',
        type: 'pack.loaded',
        at: at(),
        account: 'holdfast',
        pack: { hash: plan.pack.hash },
      } as Event,
    ])
  const desk = createEvidenceDesk({ store, vault, bus, clock, stamp: options.stamp ?? null })
  const publish = async (...events: Event[]) => {
    await bus.publish(events)
    await keeping.settled()
  }
  const post: Rig['post'] = (account, id, text, more = {}) => ({
    id: `e-${id}-${text.length}`,
    type: 'post.created',
    at: at(),
    account,
    post: { ...EMPTY_POST, id, text, ...more },
  })
  let closed = false
  return {
    folder,
    store,
    vault,
    bus,
    line,
    desk: settling(desk, keeping.settled),
    clock,
    complaints,
    post,
    async say(account, id, text, more) {
      const event = post(account, id, text, more)
      await publish(event)
      return (await store.decisions({ account, mode: 'live', limit: 20 })).find(
        (one) => one.event === event.id,
      )?.id
    },
    profile: (account, profile) =>
      publish({
        id: `e-profile-${account}-${JSON.stringify(profile).length}`,
        type: 'account.created',
        at: at(),
        account,
        profile,
      } as AccountEvent),
    publish,
    settled: keeping.settled,
    async close() {
      if (closed) return
      closed = true
      await keeping.settled()
      await bus.close()
      await vault.close()
      await store.close()
    },
  }
}

/** The desk, answering only when the vault has heard of what was done. */
const settling = (desk: EvidenceDesk, settled: () => Promise<void>): EvidenceDesk => ({
  ...desk,
  async erase(...given) {
    const outcome = await desk.erase(...given)
    await settled()
    return outcome
  },
  async retain(...given) {
    const report = await desk.retain(...given)
    await settled()
    return report
  },
  async place(...given) {
    const outcome = await desk.place(...given)
    await settled()
    return outcome
  },
})

const EMPTY_POST = {
  language: null,
  hashtags: [],
  mentions: [],
  urls: [],
  media: [],
  replyTo: null,
  repostOf: null,
  quoteOf: null,
}
