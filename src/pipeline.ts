import type { Admission } from './bus/bus.ts'
import { evidenceId } from './evidence/evidence.ts'
import { createPreserver, type Preserver } from './evidence/preserve.ts'
import type { Vault } from './evidence/vault.ts'
import { judge, keysOf } from './judge.ts'
import { type LineageIndex, parseWeights } from './lineage/lineage.ts'
import type { Campaign } from './model/campaign.ts'
import type { DeskEvent, Event } from './model/event.ts'
import { hasPost, hasProfile, isCampaignReview, isDeskAct, isDeskEvent } from './model/event.ts'
import type { Evidence } from './model/evidence.ts'
import type { Seq } from './model/ids.ts'
import { DESK_KEY, type EntityState, INSTALLATION_KEY, stateKey } from './model/state.ts'
import type { Threat } from './model/threat.ts'
import type { MeasureInput, Measurer } from './reading/measure.ts'
import type { Plan } from './rules/rules.ts'
import type { Commit, LedgerDraft, Store, StoredEvent } from './store/store.ts'
import { emptyJudgement, type Judgement, type Measured, type World } from './world.ts'

/** What the line needs of the house. `main.ts` picks the parts. */
export interface House {
  store: Store
  /** Where what is preserved before a restriction lies. */
  vault: Pick<Vault, 'keep'>
  measurer: Measurer
  /** Plans by pack hash: every pack that was ever in force can be asked for again. */
  planFor(pack: string): Promise<Plan>
  newLineageIndex(): LineageIndex
  /** Told after each commit, in order. Slow thinkers and screens listen here; it must not throw. */
  committed(batch: Committed): void
}

export interface Committed {
  events: StoredEvent[]
  judgement: Judgement
}

/** The line is halted: nothing of this call was taken. `reason` is for an operator. */
export class LineHalted extends Error {
  readonly reason: string
  constructor(reason: string, cause?: unknown) {
    super(`the line is halted: ${reason}`, { cause })
    this.name = 'LineHalted'
    this.reason = reason
  }
}

export interface Line {
  /** An event's whole journey, for a batch: resolves when the batch is durable and judged. Batches may overlap. */
  process(events: Event[]): Promise<Admission[]>
  /** The pack hash in force at the end of the stream, null before the first. */
  packInForce(): string | null
  plan(): Plan | null
  /** Why the line stands still, or null. */
  halted(): string | null
  /** Forgets what is not durable and judges again from there. For a start, and after a halt. */
  recover(): Promise<void>
}

/**
 * raw ─ parse ─► events ─ measure ─► read facts ─► judge ─► commit. Three batches overlap: while one is judged the one before is
 * committed and the next is measured. Judging and committing are each one after the other, so order is kept.
 */
export function createLine(house: House): Line {
  const inFlight = new Set<string>()
  let world: World | null = null
  let halt: LineHalted | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let committing: Promise<void> = Promise.resolve()
  const preserver = createPreserver(house.store, house.vault)

  const process = async (events: Event[]): Promise<Admission[]> => {
    if (halt !== null) throw halt
    const fresh = await dropDuplicates(events, house.store, inFlight)
    const measuring = house.measurer.measure(fresh.events.map(textOf))
    const mine = turn.then(async () => judgeAndCommit(zipMeasured(fresh.events, await measuring)))
    turn = mine.catch(() => {})
    try {
      const { durable } = await mine
      await durable
    } finally {
      for (const event of fresh.events) inFlight.delete(event.id)
    }
    return fresh.admissions
  }

  /** Resolves when the batch is judged and its commit has begun; `durable` when that is done. */
  const judgeAndCommit = async (measured: Measured[]): Promise<{ durable: Promise<void> }> => {
    if (halt !== null) throw halt
    try {
      for (const run of splitAtPacks(measured)) await beginCommit(run)
    } catch (error) {
      throw haltFor(error)
    }
    return { durable: committing }
  }

  const haltFor = (error: unknown): LineHalted => {
    halt ??= new LineHalted(error instanceof Error ? error.message : String(error), error)
    return halt
  }

  const beginCommit = async (measured: Measured[]): Promise<void> => {
    if (measured.length === 0) return
    const judgement = await judgeRun(measured)
    await committing
    const first = house.store.position().logged + 1
    const events = measured.map((one, index): StoredEvent => ({ seq: first + index, ...one }))
    // Evidence first: a commit whose bytes could not be kept never happens (docs/spec/evidence.md, E3). From the call of commit on the next batch sees what this one led to.
    const evidence = await preserver.preserve(events, judgement.captures)
    committing = commitWhole({ events, judgement, evidence })
    // Whoever waits for the batch is told; nobody else needs to be.
    committing.catch(() => {})
  }

  const commitWhole = async (whole: Preserved): Promise<void> => {
    const { events, judgement } = whole
    try {
      await house.store.commit(commitOf(whole, events, events.at(-1)!.seq))
      house.committed({ events, judgement })
    } catch (error) {
      throw haltFor(error)
    }
  }

  /** One read, then the fold. A pack that comes into force does so for all that follows it. */
  const judgeRun = async (measured: Measured[]): Promise<Judgement> => {
    const first = measured[0]!.event
    if (world === null || first.type === 'pack.loaded') world = await worldWith(first, world)
    await loadStates(house.store, world, measured)
    const judgement = emptyJudgement()
    for (const one of measured) judge(one, world, judgement)
    return judgement
  }

  const worldWith = async (first: Event, before: World | null): Promise<World> => {
    if (first.type !== 'pack.loaded') throw new Error('no policy pack is in force yet')
    const plan = await house.planFor(first.pack.hash)
    const { lineage = house.newLineageIndex(), openCases } = before ?? {}
    return { plan, states: new Map(), lineage, ...(openCases && { openCases }) }
  }

  const recover = async (): Promise<void> => {
    await turn
    await committing.catch(() => {})
    committing = Promise.resolve()
    await house.store.recover()
    world = await worldOnDisk(house)
    await judgeAgain(house, judgeRun, preserver)
    halt = null
  }

  return {
    process,
    recover,
    packInForce: () => world?.plan.pack.hash ?? null,
    plan: () => world?.plan ?? null,
    halted: () => halt?.reason ?? null,
  }
}

/** What the reader reads of an event: a post's text, a profile's name and bio. */
export function textOf(event: Event): MeasureInput {
  if (hasPost(event)) {
    const { text, language, mentions } = event.post
    return { text, language, ...(mentions.length > 0 && { mentions }) }
  }
  if (!hasProfile(event)) return null
  const { name, bio } = event.profile
  if (name === undefined && bio === undefined) return null
  return { text: [name, bio].filter(Boolean).join('\n'), language: event.profile.language ?? null }
}

/** Duplicates are answered as such and change nothing: neither of what is stored, nor of what is on its way. */
async function dropDuplicates(events: Event[], store: Store, inFlight: Set<string>) {
  const seen = await store.seen(events.map(({ id }) => id))
  const fresh: Event[] = []
  const admissions = events.map((event, index): Admission => {
    if (seen[index] || inFlight.has(event.id)) return { status: 'duplicate', id: event.id }
    inFlight.add(event.id)
    fresh.push(event)
    return { status: 'accepted', id: event.id }
  })
  return { events: fresh, admissions }
}

const zipMeasured = (
  events: Event[],
  measured: { reading: Measured['reading']; gaps: Measured['gaps'] }[],
): Measured[] => events.map((event, index) => ({ event, ...measured[index]! }))

/** Runs that begin with a `pack.loaded`: a run is judged under one pack, whose plan names all it reads. */
function splitAtPacks<T extends { event: Event }>(measured: T[]): T[][] {
  const runs: T[][] = []
  let from = 0
  measured.forEach(({ event }, index) => {
    if (event.type !== 'pack.loaded' || index === from) return
    runs.push(measured.slice(from, index))
    from = index
  })
  runs.push(measured.slice(from))
  return runs
}

async function loadStates(store: Store, world: World, measured: Measured[]): Promise<void> {
  const keys = new Set<string>()
  for (const { event } of measured) for (const key of keysOf(event, world.plan)) keys.add(key)
  const names = [...keys]
  const states = await store.load(names)
  world.states = new Map()
  names.forEach((key, index) => {
    const state = states[index]
    if (state !== undefined) world.states.set(key, state)
  })
}

interface Preserved extends Committed {
  /** What was preserved for this run, with the snapshots that are in the vault by now. */
  evidence: Evidence[]
}

/** `written`: the events that are not in the log yet. */
function commitOf({ events, judgement, evidence }: Preserved, written: StoredEvent[], through: Seq): Commit {
  const { changed, captures: _, custody, threatTimes: __, ...rest } = judgement
  return {
    ...rest,
    through,
    events: written,
    evidence: [...evidence, ...judgement.evidence],
    states: [...changed],
    ledger: [...ledgerOf(events, judgement, evidence), ...custody],
  }
}

/** What the ledger keeps beside the seal over the events: every decision, link, campaign, receipt and pack, whole. */
function ledgerOf(
  events: StoredEvent[],
  { decisions, links, campaigns, threats, threatTimes }: Judgement,
  evidence: Evidence[],
): LedgerDraft[] {
  const drafts: LedgerDraft[] = []
  const evidenced = new Set(evidence.map(({ decision }) => decision))
  for (const { event } of events) {
    if (event.type === 'pack.loaded') drafts.push({ at: event.at, kind: 'pack', body: { ...event.pack } })
    if (event.type === 'link.reviewed')
      drafts.push({ at: event.at, kind: 'review', body: { account: event.account, ...event.link } })
    if (isCampaignReview(event))
      drafts.push({
        at: event.at,
        kind: 'review',
        body: { act: event.type, event: event.id, ...event.review },
      })
    if (isDeskEvent(event)) drafts.push({ at: event.at, kind: 'threat', body: deskBody(event) })
    // What it may touch is for the one read alone.
    if (isDeskAct(event)) {
      const { touches: _, ...review } = event.review
      drafts.push({
        at: event.at,
        kind: 'review',
        body: { act: event.type, event: event.id, person: review.by, ...review },
      })
    }
    if (event.type === 'weights.accepted')
      drafts.push({ at: event.at, kind: 'weights', body: { ...event.weights } })
    if (event.type === 'action.receipt')
      drafts.push({
        at: event.at,
        kind: 'receipt',
        body: { ...event.receipt },
        about: [evidenceId(event.receipt.decision)],
      })
  }
  for (const one of evidence) drafts.push({ at: one.at, kind: 'evidence', body: { ...one }, about: [one.id] })
  for (const decision of decisions)
    drafts.push({
      at: decision.at,
      kind: 'decision',
      body: { ...decision },
      ...(evidenced.has(decision.id) && { about: [evidenceId(decision.id)] }),
    })
  for (const link of links) drafts.push({ at: link.at, kind: 'link', body: { ...link } })
  const toldAt = campaignTimes(events)
  for (const campaign of campaigns)
    drafts.push({ at: toldAt(campaign), kind: 'campaign', body: { ...campaign } })
  for (const [i, threat] of threats.entries())
    drafts.push({ at: threatTimes[i]!, kind: 'threat', body: caseBody(threat) })
  return drafts
}

/** When a row of a campaign came to be: at the time of the next event that is about it. */
function campaignTimes(events: readonly { event: Event }[]): (row: Campaign) => string {
  const from = new Map<string, number>()
  return ({ id, detectedAt }) => {
    const place = events.findIndex(({ event }, i) => i >= (from.get(id) ?? 0) && isAboutCampaign(event, id))
    if (place < 0) return detectedAt
    from.set(id, place + 1)
    return events[place]!.event.at
  }
}

function isAboutCampaign(event: Event, id: string): boolean {
  if (event.type === 'campaign.suspected') return event.campaign.id === id
  return (
    isCampaignReview(event) &&
    (event.review.campaign === id || ('into' in event.review && event.review.into === id))
  )
}

const deskBody = (event: DeskEvent): Record<string, unknown> => ({
  act: event.type,
  event: event.id,
  ...(event.type === 'threat.paged' ? event.page : event.act),
})

/** How a case stands after what happened. Its posts and accounts are in the events and decisions. */
const caseBody = ({ id, grade, grading, veracity, status, accounts, posts }: Threat) => ({
  case: id,
  grade,
  grading,
  veracity,
  status,
  accounts: accounts.length,
  posts: posts.length,
})

/** The world as the disk knows it: the pack in force and the closed accounts, at `settled`. */
async function worldOnDisk(house: House): Promise<World | null> {
  const [state] = await house.store.load([INSTALLATION_KEY])
  if (state?.installation === undefined) return null
  const lineage = house.newLineageIndex()
  const weights = parseWeights(state.installation.weights ?? null)
  if (weights.ok) lineage.weights = weights.weights
  for await (const chunk of house.store.closedAccounts())
    for (const { account } of chunk) if (account !== undefined) lineage.add(account)
  const plan = await house.planFor(state.installation.pack)
  return { plan, states: new Map(), lineage, openCases: await openCasesOf(house.store) }
}

/** The cases that what comes may join, as the disk knows them. */
async function openCasesOf(store: Store): Promise<Map<string, EntityState>> {
  const [desk] = await store.load([DESK_KEY])
  const keys = (desk?.desk?.cases ?? []).map(({ id }) => stateKey.threat(id))
  const states = await store.load(keys)
  return new Map(keys.flatMap((key, index) => (states[index] === undefined ? [] : [[key, states[index]]])))
}

/**
 * Events in the log whose states are not on disk are folded again, with the readings they were given then. Up to
 * `judged` only their states count; past it, their decisions are committed now for the first time.
 */
async function judgeAgain(
  house: House,
  judgeRun: (measured: Measured[]) => Promise<Judgement>,
  preserver: Preserver,
): Promise<void> {
  const { settled, judged, logged } = house.store.position()
  const ranges = [
    { from: settled + 1, to: judged, known: true },
    { from: judged + 1, to: logged, known: false },
  ]
  for (const { from, to, known } of ranges) {
    if (from > to) continue
    for await (const chunk of house.store.events({ from, to })) {
      for (const run of splitAtPacks(chunk)) {
        const judgement = await judgeRun(run)
        const through = run.at(-1)!.seq
        if (known) {
          await house.store.commit({ ...emptyCommit(through), states: [...judgement.changed] })
          continue
        }
        const evidence = await preserver.preserve(run, judgement.captures)
        await house.store.commit(commitOf({ events: run, judgement, evidence }, [], through))
      }
    }
  }
}

const emptyCommit = (through: Seq): Commit => ({
  through,
  events: [],
  decisions: [],
  jobs: [],
  outbox: [],
  links: [],
  campaigns: [],
  threats: [],
  evidence: [],
  holds: [],
  views: [],
  states: [],
  ledger: [],
})
