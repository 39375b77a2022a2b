import type { Millis } from './ids.ts'
import type { Permission, Role } from './roles.ts'

/**
 * Stable, random, and all that events, decisions and the ledger know of somebody who works here. Names stand in one table only, so that
 * none can leave with a row that goes out. (docs/spec/access.md, P1)
 */
export type PersonId = string

export interface Person {
  id: PersonId
  /** What colleagues and auditors see beside the name, such as `R-7K2M9Q`. */
  pseudonym: string
  /** What is typed at sign-in; unique, folded to lower case. */
  name: string
  displayName: string
  roles: Role[]
  status: 'active' | 'closed'
  createdAt: Millis
  /** Who invited them; null for the first administrator and for who came by single sign-on. */
  invitedBy: PersonId | null
  /** `scrypt$N$r$p$salt$hash`; null for who has none. */
  password: string | null
  passkeys: Passkey[]
  /** Who they are to the identity provider; null without one. */
  subject: { issuer: string; sub: string } | null
  lastSignInAt: Millis | null
}

export interface Passkey {
  /** The credential's id, base64url. */
  id: string
  /** COSE, base64url. */
  publicKey: string
  counter: number
  transports: string[]
  /** The host it is for. */
  host: string
  name: string
  createdAt: Millis
  usedAt: Millis | null
}

/** A secret that opens the door. Only its SHA-256 is kept. */
export interface AccessRow {
  id: string
  kind: 'key' | 'link' | 'session'
  secretHash: string
  /** What a key may do. Empty for sessions and links: what a person may do stands with the person. */
  scopes: Permission[]
  createdAt: Millis
  expiresAt: Millis | null
  /** Whose it is; null for a program's key, and for an invitation that nobody has taken. */
  person: PersonId | null
  about: AccessAbout
}

/** What people are shown of a key, link or session. */
export interface AccessAbout {
  /** A key's name; of an invitation, whom it is for. */
  name?: string
  /** Who made it. */
  by?: PersonId | null
  usedAt?: Millis
  /** An invitation's roles. */
  roles?: Role[]
  /** A session's browser, as it names itself, and where it came from. */
  agent?: string
  address?: string
  /** How the person of a session signed in. */
  method?: SignInMethod
  /** When a session ends whatever its person does. */
  endsAt?: Millis
}

export type SignInMethod = 'link' | 'password' | 'passkey' | 'oidc'
