import { type ClosedAccounts, valuesOf } from './closed.ts'
import type { Fingerprint } from './fingerprint.ts'
import { contextsOf, gramsOf } from './spelling.ts'

/*
 * Who often returns bears his own values often, and is not many. Closed accounts that were linked to one another before they were closed are one actor, as far as is
 * known, and count as one bearer when an account is held against any of them (docs/spec/lineage.md, P4).
 */

/** What the closed accounts of one actor bear, by key, and how many of them. */
export interface Kin {
  accounts: readonly string[]
  values: ReadonlyMap<number, number>
  /** The same without accounts that were made over: all were counted with the values they bore first. */
  born: ReadonlyMap<number, number>
  /** Runs of letters in their handles. */
  runs: ReadonlyMap<number, number>
}

/** The kin of a closed account, it among them; null when it is alone, as most are. */
export function kinOf(closed: ClosedAccounts, account: string): Kin | null {
  const members = closed.lineageOf(account)
  return members.length < 2 ? null : countedIn(members)
}

function countedIn(members: readonly Fingerprint[]): Kin {
  const values = new Map<number, number>()
  const born = new Map<number, number>()
  const runs = new Map<number, number>()
  for (const member of members) {
    for (const { key } of valuesOf(member)) {
      countUp(values, key)
      if (member.madeOverAt === null) countUp(born, key)
    }
    if (member.handle === null) continue
    for (const gram of gramsOf(member.handle.core)) countUp(runs, gram)
    for (const context of contextsOf(member.handle.core)) countUp(runs, context)
  }
  return { accounts: members.map(({ account }) => account), values, born, runs }
}

const countUp = (counts: Map<number, number>, key: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1)

/** How many of those that have a key are the closed account compared and its kin; it alone where no kin is known. */
export const ownAmong = (counts: ReadonlyMap<number, number> | undefined, key: number): number =>
  Math.max(1, counts?.get(key) ?? 1)
