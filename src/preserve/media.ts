import { setTimeout as sleep } from 'node:timers/promises'
import type { Bus } from '../bus/bus.ts'
import type { Vault } from '../evidence/vault.ts'
import { pauseMs } from '../lib/back-off.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { EvidenceMediaFetched } from '../model/event.ts'
import type { Evidence, EvidenceMedia, MediaOutcome } from '../model/evidence.ts'
import { DAY_MS, type Millis } from '../model/ids.ts'
import type { Store } from '../store/store.ts'
import type { Fetched } from './fetch.ts'

/** Of one media item, at most. The rest is left, and the item says so. */
export const MEDIA_BYTES_MAX = 64 * 1024 * 1024
/** After this long the action goes out, with the gap on record. Fetching goes on. */
export const DEADLINE_MS = 30_000
/** After this long, or so many attempts, a gap stays one. */
const GIVE_UP_MS = DAY_MS
const ATTEMPTS_MAX = 12
const AT_ONCE = 4
const WANTED_MAX = 1_000
const POLL_MS = 500
/** What an attempt is given at least. */
const LAST_LOOK_MS = 1_000

export interface MediaOptions {
  store: Pick<Store, 'evidenceWanting' | 'evidence'>
  vault: Pick<Vault, 'receive' | 'erase'>
  bus: Pick<Bus, 'publish'>
  clock: Clock
  random: Random
  /** Null where nothing is ever fetched: every item becomes a gap at once. */
  fetch: ((url: string, signal: AbortSignal) => Promise<Fetched>) | null
  bytesMax?: number
  deadlineMs?: Millis
  /** An item came to its end, for now or for good: an action may go out. */
  settled?(): void
  complain?(message: string): void
}

export interface MediaKeeper {
  start(): void
  wake(): void
  /** Looks once, and waits for what it began. For tests, and the end of a run. */
  round(): Promise<void>
  stop(): Promise<void>
}

interface Trying {
  since: Millis
  attempts: number
  nextAt: Millis
  /** What the last attempt came to. */
  last: MediaOutcome | null
}

/**
 * Fetches the media that evidence names: bytes into the vault first, then the event that says so, upon which the action may go out. What cannot be had by the deadline is a gap,
 * told by an event of its own before anything goes out, and is tried on. All of it may be done again after a crash. (docs/spec/evidence.md, E4 to E8)
 */
export function createMediaKeeper(options: MediaOptions): MediaKeeper {
  const { store, vault, bus, clock, random, bytesMax = MEDIA_BYTES_MAX, deadlineMs = DEADLINE_MS } = options
  const stopping = new AbortController()
  /** By evidence and place. What is no longer wanted is forgotten with the round that sees it. */
  const trying = new Map<string, Trying>()
  let bell = Promise.withResolvers<void>()
  let running: Promise<void> | null = null

  const tell = async (outcome: MediaOutcome): Promise<void> => {
    await bus.publish([eventOf(outcome, clock.now())])
    options.settled?.()
  }

  /** One attempt at one item, no longer than what waits for it may wait. */
  const attempt = async (evidence: Evidence, index: number, known: Trying): Promise<void> => {
    const item = evidence.media[index]!
    const waits = item.status === 'wanted'
    // Its time is over: what it came to so far is told, and it is tried on.
    if (waits && known.last !== null && clock.now() >= known.since + deadlineMs) return tell(known.last)
    known.attempts += 1
    const left = waits ? Math.max(LAST_LOOK_MS, known.since + deadlineMs - clock.now()) : deadlineMs * 2
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(left)])
    const outcome = await take(evidence, index, known.attempts, signal)
    if (stopping.signal.aborted && outcome.status === 'gap') return
    known.nextAt = clock.now() + pauseMs(known.attempts, random)
    const over = known.attempts >= ATTEMPTS_MAX || clock.now() >= known.since + GIVE_UP_MS
    const late = clock.now() >= known.since + deadlineMs
    const again = outcome.again && !over
    known.last = { ...outcome, again }
    // A gap is told when it is for good, or when what waits for it may wait no longer.
    if (outcome.status === 'kept' || !again || (waits && late)) await tell({ ...outcome, again })
    if (outcome.status !== 'kept') return
    const after = await store.evidence(evidence.id)
    // It was erased while its bytes were on their way.
    if (after?.erased != null) await vault.erase(evidence.id, clock.now())
  }

  const take = async (
    evidence: Evidence,
    index: number,
    attempts: number,
    signal: AbortSignal,
  ): Promise<MediaOutcome> => {
    const item = evidence.media[index]!
    const gap = (reason: string, again: boolean): MediaOutcome => ({
      ...nothing(evidence, index, attempts),
      reason: reason.slice(0, 512),
      again,
    })
    if (options.fetch === null) return gap('media are not fetched in this installation', false)
    const fetched = await options.fetch(item.url ?? '', signal)
    if (!fetched.ok) return gap(fetched.reason, fetched.again)
    try {
      const owner = { evidence: evidence.id, account: evidence.account }
      const { sha256, bytes, cut } = await vault.receive(owner, fetched.body, bytesMax)
      const { type } = fetched
      return {
        ...nothing(evidence, index, attempts),
        status: 'kept',
        sha256,
        bytes,
        cut,
        type,
        reason: remarkOn(item, fetched, cut, bytesMax),
      }
    } catch (error) {
      if ((error as Error).name === 'VaultError') throw error
      return gap((error as Error).message, (error as { again?: boolean }).again ?? true)
    }
  }

  const round = async (): Promise<void> => {
    const rows = await store.evidenceWanting(WANTED_MAX)
    const now = clock.now()
    const due: (() => Promise<void>)[] = []
    const seen = new Set<string>()
    for (const evidence of rows)
      evidence.media.forEach(({ status, again }, index) => {
        if (status !== 'wanted' && !again) return
        const key = `${evidence.id}#${index}`
        const known = trying.get(key) ?? {
          since: now,
          last: null,
          attempts: evidence.media[index]!.attempts,
          nextAt: 0,
        }
        seen.add(key)
        trying.set(key, known)
        const late = status === 'wanted' && now >= known.since + deadlineMs
        if (known.nextAt <= now || late) due.push(() => attempt(evidence, index, known))
      })
    for (const key of trying.keys()) if (!seen.has(key)) trying.delete(key)
    await inTurns(due)
  }

  const inTurns = async (work: (() => Promise<void>)[]): Promise<void> => {
    let next = 0
    const worker = async () => {
      while (next < work.length && !stopping.signal.aborted) await work[next++]!()
    }
    const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
    for (const one of done) if (one.status === 'rejected') throw one.reason
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await round()
      } catch (error) {
        options.complain?.(`media could not be preserved: ${(error as Error).message}`)
      }
      await Promise.race([
        bell.promise,
        sleep(POLL_MS, undefined, { signal: stopping.signal }).catch(() => {}),
      ])
      bell = Promise.withResolvers()
    }
  }

  return {
    start() {
      running ??= run()
    },
    wake: () => bell.resolve(),
    round,
    async stop() {
      stopping.abort()
      bell.resolve()
      await running
    },
  }
}

const nothing = ({ id, media }: Evidence, index: number, attempts: number): MediaOutcome => ({
  evidence: id,
  index,
  items: media.map(({ id, url, type, status, sha256 }) => ({
    id,
    url,
    type,
    sha256: status === 'kept' ? null : sha256,
  })),
  status: 'gap',
  sha256: null,
  bytes: null,
  type: null,
  cut: false,
  reason: null,
  attempts,
  again: false,
})

/** What a reader has to know beside the bytes. */
function remarkOn(
  { type: said }: EvidenceMedia,
  { type, remark }: Fetched & { ok: true },
  cut: boolean,
  bytesMax: number,
): string | null {
  const remarks = [
    cut ? `longer than ${bytesMax} bytes: the beginning is kept` : null,
    said !== null && type !== null && said.toLowerCase() !== type
      ? `the platform says ${said}, the server ${type}`
      : null,
    remark,
  ].filter((one) => one !== null)
  return remarks.length === 0 ? null : remarks.join('; ').slice(0, 512)
}

/** The same outcome told twice is a duplicate. */
const eventOf = (media: MediaOutcome, at: Millis): EvidenceMediaFetched => ({
  id: `media-${media.evidence}-${media.index}-${media.status}-${media.attempts}`,
  type: 'evidence.media',
  at: new Date(at).toISOString(),
  account: 'holdfast',
  media,
})
