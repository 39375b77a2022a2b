import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import { ACTORS_MAX, SLACK } from './bounds.ts'
import { dropFirst } from './drop-first.ts'
import { SPAN_MS } from './epochs.ts'
import type { Sign } from './script.ts'

/** Contents remembered of one account. */
const CONTENTS_MAX = 8
/** One thing said together makes a chorus, a second may be a circle of friends; a third is a habit. */
const COMMON_MIN = 2
const COMMON_SHARE_MIN = 0.5
const COMMON_ACCOUNTS_MIN = 6

/**
 * What each account lately said in chorus with others. Large groups, in which no two accounts are neighbours twice, are known again by
 * saying the next thing together as well.
 */
export class Repertoire {
  readonly #contents = new Map<string, { content: number; at: Millis }[]>()

  note({ account, content, at }: Act): void {
    const contents = this.#contents.get(account) ?? []
    const place = contents.findIndex((said) => said.content === content)
    if (place >= 0) contents.splice(place, 1)
    contents.push({ content, at })
    if (contents.length > CONTENTS_MAX) contents.shift()
    this.#contents.delete(account)
    this.#contents.set(account, contents)
    if (this.#contents.size > ACTORS_MAX + SLACK) dropFirst(this.#contents, SLACK)
  }

  /** On how many other contents most of those who now say one thing were together before. */
  signs(acts: readonly Act[], now: Millis): Sign[] {
    const own = new Set<number>()
    const accounts = new Set<string>()
    for (const { account, content, second } of acts) {
      accounts.add(account)
      own.add(content)
      own.add(second)
    }
    const counts = new Map<number, number>()
    for (const account of accounts)
      for (const { content, at } of this.#contents.get(account) ?? [])
        if (at > now - SPAN_MS && !own.has(content)) counts.set(content, (counts.get(content) ?? 0) + 1)
    const needed = Math.max(COMMON_ACCOUNTS_MIN, COMMON_SHARE_MIN * accounts.size)
    let common = 0
    for (const count of counts.values()) if (count >= needed) common++
    if (common < COMMON_MIN) return []
    const says = `most of these ${accounts.size} accounts said ${common} other things together within the day`
    return [{ name: 'same-circle', points: 3, says }]
  }
}
