import { sha256 } from '../lib/hash.ts'
import { hasPost } from '../model/event.ts'
import type { Capture, Evidence } from '../model/evidence.ts'
import type { Seq } from '../model/ids.ts'
import type { Store, StoredEvent } from '../store/store.ts'
import { wanted } from './evidence.ts'
import { createRecent, RECENT_POSTS, type Recent } from './recent.ts'
import {
  ANSWERS_MAX,
  bytesOf,
  PARENTS_MAX,
  POSTS_MAX,
  snapshotOf,
  type Thread,
  type ThreadPost,
  threadPost,
  VERSIONS_MAX,
} from './snapshot.ts'
import type { Vault } from './vault.ts'

export interface Preserver {
  /**
   * Preserves what the captures of a run of events name, as things stood at each event, and resolves to its rows once the bytes are durable.
   * Called for every run, in order, before it is committed: nothing that was decided is written down before what it rests on.
   */
  preserve(events: readonly StoredEvent[], captures: readonly Capture[]): Promise<Evidence[]>
}

/** Steps before the commit of a run. What a thread was is looked up in the log, no further back than `window` events. */
export function createPreserver(
  store: Pick<Store, 'events'>,
  vault: Pick<Vault, 'keep'>,
  window = RECENT_POSTS,
): Preserver {
  let recent: Recent | null = null
  let next: Seq = 0

  /** Filled when first something is to be preserved, so that a start reads nothing. What was preserved depends on the log alone. */
  const caughtUp = async (first: Seq): Promise<Recent> => {
    if (recent !== null && next === first) return recent
    const filled = createRecent(window)
    const from = Math.max(1, first - window)
    if (first > from)
      for await (const chunk of store.events({ from, to: first - 1 }))
        for (const { seq, event } of chunk) filled.add(seq, event)
    recent = filled
    return filled
  }

  return {
    async preserve(events, captures) {
      if (events.length === 0) return []
      const [first, last] = [events[0]!.seq, events.at(-1)!.seq]
      if (captures.length === 0 && (recent === null || next !== first)) {
        recent = null
        return []
      }
      const known = await caughtUp(first)
      const lookUp = looker(store, events, window)
      const byEvent = Map.groupBy(captures, ({ evidence }) => evidence.event)
      const made: { evidence: Evidence; bytes: Uint8Array; sha256: string }[] = []
      for (const stored of events) {
        known.add(stored.seq, stored.event)
        for (const capture of byEvent.get(stored.event.id) ?? [])
          made.push(await take(capture, stored, known, lookUp(stored.seq)))
      }
      next = last + 1
      if (made.length > 0)
        await vault.keep(
          made.map(({ evidence: { id, account }, ...file }) => ({
            ...file,
            owner: { evidence: id, account },
          })),
        )
      return made.map(({ evidence }) => evidence)
    },
  }
}

type LookUp = (seqs: Seq[]) => Promise<ThreadPost[]>

/** Reads posts by where they stand: in the run itself, or in the log. Each is read once per run. */
function looker(store: Pick<Store, 'events'>, events: readonly StoredEvent[], window: number) {
  const first = events[0]!.seq
  const read = new Map<Seq, ThreadPost | null>()
  const at = async (seq: Seq): Promise<ThreadPost | null> => {
    if (seq >= first) return threadPost(events[seq - first]!)
    const known = read.get(seq)
    if (known !== undefined) return known
    for await (const [stored] of store.events({ from: seq, to: seq })) {
      const post = stored === undefined ? null : threadPost(stored)
      read.set(seq, post)
      return post
    }
    return null
  }
  return (now: Seq): LookUp =>
    async (seqs) => {
      const posts: ThreadPost[] = []
      for (const seq of seqs) {
        const post = seq > now - window ? await at(seq) : null
        if (post !== null) posts.push(post)
      }
      return posts
    }
}

async function take(capture: Capture, stored: StoredEvent, recent: Recent, lookUp: LookUp) {
  const thread = await threadOf(capture, stored, recent, lookUp)
  const bytes = bytesOf(snapshotOf(capture, stored, thread))
  const { evidence } = capture
  const name = sha256(bytes)
  // What a report is about was posted before: its media are known from there.
  const media = capture.post === null ? evidence.media : (thread.versions[0]?.post.media.map(wanted) ?? [])
  return {
    evidence: { ...evidence, media, snapshot: { sha256: name, bytes: bytes.length, gaps: thread.gaps } },
    bytes,
    sha256: name,
  }
}

async function threadOf(
  { evidence: { subject, account }, profile, post }: Capture,
  { event }: StoredEvent,
  recent: Recent,
  lookUp: LookUp,
): Promise<Thread> {
  const gaps: string[] = []
  const thread: Thread = { versions: [], parents: [], answers: [], posts: [], gaps }
  if (profile === null) gaps.push('profile: the platform never sent it')
  if (subject.kind === 'account') {
    const posts = await lookUp(recent.by(account, POSTS_MAX))
    thread.posts = posts.filter((one) => one.account === account)
    return thread
  }
  const own = hasPost(event) && post === null ? event.post.id : post
  if (own === null) return thread
  thread.versions = (await lookUp(recent.versions(own, VERSIONS_MAX))).filter((one) => one.post.id === own)
  const [newest] = thread.versions
  if (newest === undefined) {
    gaps.push('post: it is not among the last posts')
    return thread
  }
  thread.answers = (await lookUp(recent.answers(own, ANSWERS_MAX))).filter((one) => answers(one, own))
  thread.parents = await parentsOf(newest, recent, lookUp, gaps)
  return thread
}

const answers = ({ post: { replyTo, quoteOf, repostOf } }: ThreadPost, own: string): boolean =>
  (replyTo ?? quoteOf ?? repostOf) === own

/** What it quotes or passes on, then the chain of what it answers. */
async function parentsOf(
  newest: ThreadPost,
  recent: Recent,
  lookUp: LookUp,
  gaps: string[],
): Promise<ThreadPost[]> {
  const parents: ThreadPost[] = []
  const seen = new Set([newest.post.id])
  const find = async (id: string): Promise<ThreadPost | undefined> => {
    const found = (await lookUp(recent.versions(id, VERSIONS_MAX))).find(({ post }) => post.id === id)
    if (found === undefined)
      gaps.push(
        `thread: a post it ${id === newest.post.replyTo ? 'answers' : 'rests on'} is not among the last posts`,
      )
    else parents.push(found)
    return found
  }
  for (const id of [newest.post.quoteOf, newest.post.repostOf])
    if (id !== null && !seen.has(id)) {
      seen.add(id)
      await find(id)
    }
  for (let id = newest.post.replyTo; id !== null && !seen.has(id) && parents.length < PARENTS_MAX; ) {
    seen.add(id)
    id = (await find(id))?.post.replyTo ?? null
  }
  return parents
}
