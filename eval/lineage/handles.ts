import { createHash } from 'node:crypto'
import type { Rename } from './lookups.ts'

/** By name, so that it is the same half for ever, and all that one user ever changed is in the same. */
export const halfOf = (user: string): 0 | 1 =>
  createHash('sha256').update(user).digest()[0]! % 2 === 0 ? 0 : 1

const RARE_RUN = 4
/** Borne by one in a hundred handles at most: what any comparison of letters can go by. */
const RARE_SHARE = 0.01

/** Pairs that have any rare run of four letters or digits in common, lower case, without separators. */
export function withRareRun(pairs: Rename[], handles: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const handle of handles) for (const run of runsOf(handle)) counts.set(run, (counts.get(run) ?? 0) + 1)
  const isRare = (run: string) => (counts.get(run) ?? 0) <= RARE_SHARE * handles.length
  return pairs.filter(({ before, after }) => {
    const others = runsOf(before)
    return [...runsOf(after)].some((run) => others.has(run) && isRare(run))
  }).length
}

function runsOf(handle: string): Set<string> {
  const letters = handle.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const runs = new Set<string>()
  for (let i = 0; i + RARE_RUN <= letters.length; i++) runs.add(letters.slice(i, i + RARE_RUN))
  return runs
}

export function distinctPairs(rows: Record<string, string>[]): Rename[] {
  const seen = new Set<string>()
  const pairs: Rename[] = []
  for (const { before, after } of rows) {
    if (!before || !after || before.toLowerCase() === after.toLowerCase() || seen.has(before)) continue
    seen.add(before)
    pairs.push({ before, after })
  }
  return pairs
}

/** Who bore a handle: handles tied by changes are one user's. */
export function usersOf(rows: Record<string, string>[]): (handle: string) => string {
  const parents = new Map<string, string>()
  const rootOf = (handle: string): string => {
    const parent = parents.get(handle)
    return parent === undefined || parent === handle ? handle : rootOf(parent)
  }
  for (const { before, after } of rows)
    if (before && after) parents.set(rootOf(before.toLowerCase()), rootOf(after.toLowerCase()))
  return (handle) => rootOf(handle.toLowerCase())
}
