import { randomBytes } from 'node:crypto'
import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import { HOUR_MS } from '../model/ids.ts'
import type { AccessRow, Store } from '../store/store.ts'

/**
 * What a caller may do. `intake` brings events, `check` asks about texts, `read` sees decisions and status, `review` sees campaigns with
 * their members and decides about them, `metrics` scrapes measurements, `admin` may do all that and sends dead letters again and invites people.
 */
export const SCOPES = ['intake', 'check', 'read', 'review', 'metrics', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** Who is calling: the row of the key or session that opened the door. */
export type Visitor = AccessRow & { kind: 'key' | 'session' }

export type AccessStore = Pick<Store, 'access' | 'putAccess' | 'dropAccess' | 'record'>

export const LINK_LIFE_MS = HOUR_MS / 4
/** A working week: there is no other way to sign in again than a new link. */
export const SESSION_LIFE_MS = 7 * 24 * HOUR_MS

/** 256 random bits: a secret this long needs no slow hash, and looking it up by its SHA-256 tells nothing by its timing. */
const newSecret = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`
const SECRET_LENGTH_MAX = 128

/** A new key for a program, shown this once; only its hash is kept. Throws on a scope that does not exist. */
export async function issueKey(store: AccessStore, clock: Clock, scopes: readonly string[]): Promise<string> {
  const unknown = scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope))
  if (unknown !== undefined)
    throw new Error(`there is no scope "${unknown}"; choose among ${SCOPES.join(', ')}`)
  return issue(store, clock, { kind: 'key', scopes: [...scopes], lifeMs: null, secret: newSecret('hf_') })
}

/** The token of a one-time link: signs one person in as administrator, once, within 15 minutes. */
export const issueLink = (store: AccessStore, clock: Clock): Promise<string> =>
  issue(store, clock, { kind: 'link', scopes: ['admin'], lifeMs: LINK_LIFE_MS, secret: newSecret() })

/** Links being redeemed at this moment, so that two requests at once cannot both use one. One process owns a store. */
const underWay = new Set<string>()

/** Trades a link's token for a session's secret. Null for a token that is unknown, used or lapsed. */
export async function redeemLink(
  store: AccessStore,
  clock: Clock,
  token: string,
): Promise<{ secret: string; scopes: string[]; expiresAt: number } | null> {
  const link = await find(store, clock, token)
  if (link?.kind !== 'link' || underWay.has(link.id)) return null
  underWay.add(link.id)
  try {
    await store.dropAccess(link.id)
    const secret = newSecret()
    const { scopes } = link
    await issue(store, clock, { kind: 'session', scopes, lifeMs: SESSION_LIFE_MS, secret })
    return { secret, scopes, expiresAt: clock.now() + SESSION_LIFE_MS }
  } finally {
    underWay.delete(link.id)
  }
}

/** The visitor a secret belongs to, or null. A key opens only as a key, a session only as a session. */
export async function visitorOf(
  store: AccessStore,
  clock: Clock,
  { kind, secret }: { kind: Visitor['kind']; secret: string },
): Promise<Visitor | null> {
  const row = await find(store, clock, secret)
  return row?.kind === kind ? (row as Visitor) : null
}

export const endSession = (store: AccessStore, clock: Clock, { id }: Visitor): Promise<void> =>
  store.dropAccess(id).then(() => store.record([accessDraft(clock, 'session ended', { id })]))

export const mayDo = ({ scopes }: Visitor, scope: Scope): boolean =>
  scopes.includes(scope) || scopes.includes('admin')

async function find(store: AccessStore, clock: Clock, secret: string): Promise<AccessRow | undefined> {
  if (secret.length > SECRET_LENGTH_MAX) return undefined
  const row = await store.access(sha256(secret), clock.now())
  // A link or session from the future: the clock was set back, and it would live for as long again. Keys do not lapse.
  if (row?.expiresAt != null && row.createdAt > clock.now() + CLOCK_SLACK_MS) return undefined
  return row
}
/** Clocks are nudged by seconds all the time. */
const CLOCK_SLACK_MS = 5 * 60_000

async function issue(
  store: AccessStore,
  clock: Clock,
  {
    kind,
    scopes,
    lifeMs,
    secret,
  }: { kind: AccessRow['kind']; scopes: string[]; lifeMs: number | null; secret: string },
): Promise<string> {
  const createdAt = clock.now()
  const id = randomBytes(9).toString('base64url')
  const expiresAt = lifeMs === null ? null : createdAt + lifeMs
  await store.putAccess({ id, kind, secretHash: sha256(secret), scopes, createdAt, expiresAt })
  await store.record([accessDraft(clock, `${kind} issued`, { id, scopes })])
  return secret
}

/** Who was let in, for the ledger: the row's id, never the secret or its hash. */
const accessDraft = (clock: Clock, what: string, rest: Record<string, unknown>) => ({
  at: new Date(clock.now()).toISOString(),
  kind: 'access' as const,
  body: { what, ...rest },
})
