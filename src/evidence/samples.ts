import { sha256 } from '../lib/hash.ts'
import { type Hold, scopeKey } from '../model/evidence.ts'
import { type Owner, type Vault, VaultError } from './vault.ts'

/** A vault in memory, by the contract of the port: for tests of what stands on it. */
export function memoryVault(): Vault & {
  files: Map<string, Uint8Array>
  owners: (Owner & { sha256: string })[]
} {
  const files = new Map<string, Uint8Array>()
  const owners: (Owner & { sha256: string })[] = []
  const marks = new Map<string, Hold>()
  const own = (sha256: string, owner: Owner) => {
    if (!owners.some((one) => one.sha256 === sha256 && one.evidence === owner.evidence))
      owners.push({ ...owner, sha256 })
  }
  return {
    files,
    owners,
    async keep(given) {
      for (const { bytes, sha256, owner } of given) {
        files.set(sha256, bytes)
        own(sha256, owner)
      }
    },
    async receive(owner, source, bytesMax) {
      const chunks: Uint8Array[] = []
      for await (const chunk of source) chunks.push(chunk)
      const whole = Buffer.concat(chunks)
      const bytes = whole.subarray(0, bytesMax)
      const name = sha256(bytes)
      files.set(name, bytes)
      own(name, owner)
      return { sha256: name, bytes: bytes.length, cut: whole.length > bytesMax }
    },
    async *read(sha256) {
      const bytes = files.get(sha256)
      if (bytes === undefined) throw new VaultError('missing', `the vault has no file ${sha256}`, '')
      yield bytes
    },
    has: async (sha256) => files.has(sha256),
    async erase(evidence, at) {
      const mine = owners.filter((one) => one.evidence === evidence)
      const scopes = [`evidence:${evidence}`, ...mine.map(({ account }) => `account:${account}`)]
      const heldBy = [...marks.values()]
        .filter(
          ({ scope, lifted, until }) =>
            scopes.includes(scopeKey(scope)) && lifted === null && (until === null || Date.parse(until) > at),
        )
        .map(({ id }) => id)
      if (mine.length === 0 || heldBy.length > 0)
        return { files: 0, bytes: 0, heldBy: mine.length === 0 ? [] : heldBy }
      for (const one of mine) owners.splice(owners.indexOf(one), 1)
      const gone = mine.filter(({ sha256 }) => !owners.some((one) => one.sha256 === sha256))
      let bytes = 0
      for (const { sha256 } of gone) {
        bytes += files.get(sha256)?.length ?? 0
        files.delete(sha256)
      }
      return { files: gone.length, bytes, heldBy: [] }
    },
    async mark(holds) {
      for (const hold of holds) marks.set(hold.id, hold)
    },
    async *holdings() {
      for (const one of owners) yield { ...one, bytes: files.get(one.sha256)?.length ?? 0 }
    },
    check: async () => null,
    rekey: async () => 0,
    close: async () => {},
  }
}
