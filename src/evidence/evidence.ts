import type { ActionKind, Decision } from '../model/decision.ts'
import { type Event, hasPost } from '../model/event.ts'
import type { Capture, Evidence, EvidenceMedia } from '../model/evidence.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Gap } from '../model/signal.ts'

/** Actions that take nothing away, or that fall on no post and no account. */
const HARMLESS: ReadonlySet<ActionKind> = new Set<ActionKind>(['queue', 'restore', 'discount-trend'])

/**
 * Whether what a decision rests on is preserved before anything is done: it restricts a post or an account, or hands it to the threat desk.
 * (docs/spec/evidence.md, E1)
 */
export const isPreserved = ({ mode, actions, subject }: Decision): boolean =>
  mode === 'live' &&
  (subject.kind === 'post' || subject.kind === 'account' || subject.kind === 'media') &&
  actions.some((action) => !HARMLESS.has(action))

/** By the id of its decision: judging again gives the same one. */
export const evidenceId = (decision: string): string => `v-${decision.replace(/^d-/, '')}`

/**
 * What judgement notes of a decision for those who preserve: by reference, so that it costs next to nothing. Profiles and posts are
 * replaced by later events, never changed.
 */
export function captureOf(
  decision: Decision,
  event: Event,
  facts: AccountFacts | undefined,
  gaps: Gap[],
): Capture {
  const { id, at, subject, account, policy } = decision
  const own = hasPost(event) && event.post.id === subject.id ? event.post : null
  const evidence: Evidence = {
    id: evidenceId(id),
    decision: id,
    event: event.id,
    at,
    subject,
    account,
    policy,
    class: decision.actions.includes('escalate') ? 'threat' : 'restriction',
    snapshot: null,
    media: own?.media.map(wanted) ?? [],
    erased: null,
  }
  return {
    evidence,
    profile: facts?.profile ?? null,
    standing: facts === undefined ? null : standingOf(facts),
    post: own === null && subject.kind === 'post' ? subject.id : null,
    gaps,
  }
}

const standingOf = ({
  status,
  createdAt,
  firstSeenAt,
  posts,
  strikes,
}: AccountFacts): Capture['standing'] => ({
  status,
  createdAt,
  firstSeenAt,
  posts,
  strikes: strikes.length,
})

type Attached = { id: string; url?: string | null; type?: string | null; sha256?: string | null }

/** A media item as the platform named it: to be fetched where there is an address, a gap where there is none. */
export const wanted = ({ id, url, type, sha256 }: Attached): EvidenceMedia => ({
  id,
  url: url ?? null,
  status: url ? 'wanted' : 'gap',
  sha256: sha256?.toLowerCase() ?? null,
  bytes: null,
  type: type ?? null,
  cut: false,
  differs: false,
  reason: url ? null : 'the platform gave no address for it',
  attempts: 0,
  again: false,
})

/** Whether its actions have to wait still. (docs/spec/evidence.md, E4) */
export const isPending = ({ media, erased }: Evidence): boolean =>
  erased === null && media.some(({ status }) => status === 'wanted')

/** Whether bytes are to be fetched still, be it that nothing waits for them. */
export const isWanting = ({ media, erased }: Evidence): boolean =>
  erased === null && media.some(({ status, again }) => status === 'wanted' || again)
