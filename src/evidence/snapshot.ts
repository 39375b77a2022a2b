import { canonicalJson } from '../lib/canonical-json.ts'
import { type Event, hasPost, type Post } from '../model/event.ts'
import type { Capture } from '../model/evidence.ts'
import type { Reading } from '../model/reading.ts'
import type { Gap } from '../model/signal.ts'
import type { StoredEvent } from '../store/store.ts'

/** A post in a thread, as it was known: who said what, when. */
export interface ThreadPost {
  event: string
  at: string
  account: string
  post: Post
  reading: Reading | null
}

/** What is preserved of one matter, as one file. Its SHA-256 over the canonical JSON is its name. */
export interface SnapshotFile {
  format: 'holdfast-evidence-1'
  evidence: string
  decision: string
  subject: { kind: string; id: string }
  account: string
  at: string
  /** What led to the decision, without what it came from (tokens of address and device). */
  event: Record<string, unknown>
  reading: Reading | null
  readingGaps: Gap[]
  profile: Capture['profile']
  standing: Capture['standing']
  /** Newest first. Where it was edited, each version still known. */
  versions: ThreadPost[]
  /** Nearest first: what it answers, what that answers, and what it quotes or passes on. */
  parents: ThreadPost[]
  /** Newest first. */
  answers: ThreadPost[]
  /** For a matter about an account: its last posts, newest first. */
  posts: ThreadPost[]
  gaps: string[]
}

export type Thread = Pick<SnapshotFile, 'versions' | 'parents' | 'answers' | 'posts' | 'gaps'>

/** How far a thread is followed. */
export const PARENTS_MAX = 16
export const ANSWERS_MAX = 32
export const VERSIONS_MAX = 8
export const POSTS_MAX = 20

export function snapshotOf(
  { evidence, profile, standing, gaps }: Capture,
  stored: StoredEvent,
  thread: Thread,
): SnapshotFile {
  const { id, decision, subject, account, at } = evidence
  return {
    format: 'holdfast-evidence-1',
    evidence: id,
    decision,
    subject: { ...subject },
    account,
    at,
    event: withoutOrigin(stored.event),
    reading: stored.reading,
    readingGaps: gaps,
    profile,
    standing,
    ...thread,
  }
}

export const bytesOf = (file: SnapshotFile): Uint8Array => Buffer.from(canonicalJson(file), 'utf8')

/** No more than the matter needs: where somebody wrote from is not part of what they wrote. */
function withoutOrigin(event: Event): Record<string, unknown> {
  const { session: _, ...rest } = event as Event & { session?: unknown }
  return rest
}

export function threadPost({ event, reading }: StoredEvent): ThreadPost | null {
  if (!hasPost(event)) return null
  const { id, at, account, post } = event
  return { event: id, at, account, post, reading }
}
