import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import { FIRST_PREVIOUS, type LedgerEntry } from '../model/ledger.ts'
import type { LedgerDraft } from '../store/store.ts'

/** Where a chain ends: what the next entry builds on. */
export type ChainEnd = Pick<LedgerEntry, 'seq' | 'hash'>

/** What the first entry builds on. */
export const CHAIN_START: ChainEnd = { seq: 0, hash: FIRST_PREVIOUS }

/** An entry whose body is already the canonical JSON that was hashed: what a store keeps. */
export type SealedEntry = Omit<LedgerEntry, 'body'> & { body: string }

/** Numbers and chains drafts behind `previous`, in order. (docs/spec/ledger.md, L1 to L3) */
export function chain(previous: ChainEnd, drafts: LedgerDraft[]): LedgerEntry[] {
  return sealAll(previous, drafts).map((sealed, index) => ({ ...sealed, body: drafts[index]!.body }))
}

export function sealAll(previous: ChainEnd, drafts: LedgerDraft[]): SealedEntry[] {
  let end = previous
  return drafts.map(({ at, kind, body }) => {
    const open = { seq: end.seq + 1, at, kind, previous: end.hash, body: canonicalJson(body) }
    const sealed = { ...open, hash: hashOf(open) }
    end = sealed
    return sealed
  })
}

/** What is wrong with an entry that should follow `previous`, in words, or null. */
export function checkEntry(entry: LedgerEntry, previous: ChainEnd): string | null {
  return checkSealed({ ...entry, body: canonicalJson(entry.body) }, previous)
}

export function checkSealed(entry: SealedEntry, previous: ChainEnd): string | null {
  if (entry.seq !== previous.seq + 1) return `stands where entry ${previous.seq + 1} should stand`
  if (entry.previous !== previous.hash)
    return 'does not continue the chain: its `previous` is not the hash before it'
  if (entry.hash !== hashOf(entry)) return 'was changed: its hash does not fit what it says'
  return null
}

// The canonical JSON of {at, body, kind, previous, seq}, put together around a body that is canonical already:
// bodies are large (a decision is about 2 kB) and are kept in this form.
function hashOf({ seq, at, kind, previous, body }: Omit<SealedEntry, 'hash'>): string {
  const [time, name, before] = [at, kind, previous].map((text) => JSON.stringify(text))
  return sha256(`{"at":${time},"body":${body},"kind":${name},"previous":${before},"seq":${seq}}`)
}
