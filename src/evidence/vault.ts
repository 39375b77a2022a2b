import type { Hold } from '../model/evidence.ts'
import type { Millis } from '../model/ids.ts'

/** Whose bytes they are. The same bytes may belong to several. */
export interface Owner {
  evidence: string
  account: string
}

export interface Kept {
  sha256: string
  bytes: number
}

/** What an erasure did. Where `heldBy` is not empty, nothing was deleted. */
export interface Erased {
  files: number
  bytes: number
  heldBy: string[]
}

export interface Holding extends Owner, Kept {}

/**
 * The port to the bytes of evidence: apart from the case data, named by their SHA-256, sealed under a key that is not in it. It knows whose they are and what
 * holds lie on them, so that it refuses to delete what is held also where the case data has forgotten the hold (docs/spec/evidence.md, E26).
 * Nothing in it is ever run, unpacked or shown as what it claims to be. Throws a VaultError.
 */
export interface Vault {
  /** Durable, all of them or none, when it resolves. What is there already is there once. */
  keep(files: { bytes: Uint8Array; sha256: string; owner: Owner }[]): Promise<void>
  /** Takes bytes as they come, at most `bytesMax`; what comes after is left, and said. Durable when it resolves; nothing is kept when it throws. */
  receive(owner: Owner, source: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Kept & { cut: boolean }>
  /** Each piece is checked before it is given, the whole against its name before the last is. */
  read(sha256: string): AsyncIterable<Uint8Array>
  has(sha256: string): Promise<boolean>
  /** Deletes what belongs to this evidence alone, beyond reading again. `at`: the moment by which holds are judged. */
  erase(evidence: string, at: Millis): Promise<Erased>
  /** Remembers a hold, or that it was lifted. A hold it is never told of again stays. */
  mark(holds: Hold[]): Promise<void>
  holdings(): AsyncIterable<Holding>
  /** Reads every file, and names the first that is missing a piece, was changed or cannot be opened. */
  check(progress?: (done: number, total: number) => void): Promise<{ where: string; what: string } | null>
  /** Seals all that lies under a former key anew, under the current one. Resolves to how many files there were. */
  rekey(progress?: (done: number, total: number) => void): Promise<number>
  close(): Promise<void>
}

/** What stands in the way of the vault, in words an operator can act on. Holds neither key nor content. */
export class VaultError extends Error {
  readonly code: 'no-key' | 'wrong-key' | 'missing' | 'damaged' | 'disk' | 'newer'
  readonly hint: string
  constructor(code: VaultError['code'], message: string, hint: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'VaultError'
    this.code = code
    this.hint = hint
  }
}
