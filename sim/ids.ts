import type { Random } from '../src/lib/random.ts'
import type { Millis } from '../src/model/ids.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function base32(value: number, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) {
    text = CROCKFORD[value % 32]! + text
    value = Math.floor(value / 32)
  }
  return text
}

/** A hash of the seed: towns of different seeds and stages do not share accounts, posts or events. */
function mixed(seed: number, stage: number): number {
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(stage + 1, 0x85ebca6b)
  state ^= state >>> 15
  state = Math.imul(state, 0x2c1b3c6d)
  return (state ^ (state >>> 13)) >>> 0
}

export interface Ids {
  /** 26 letters, in the order of time and, within a millisecond, of the events. */
  event(at: Millis): string
  account(): string
  post(): string
  report(): string
}

/** Numbers only ever grow, so no id comes twice within one `seed` and `stage`. */
export function createIds(seed: number, stage: number): Ids {
  const hash = mixed(seed, stage)
  const suffix = base32(hash, 7)
  const prefix = String(1000 + (hash % 9000))
  let [events, accounts, posts, reports] = [0, 0, 0, 0]
  let [lastAt, lastTime] = [Number.NaN, '']
  return {
    event(at) {
      if (at !== lastAt) [lastAt, lastTime] = [at, base32(at, 10)]
      return lastTime + base32(events++, 9) + suffix
    },
    account: () => `acct:${prefix}${String(++accounts).padStart(7, '0')}`,
    post: () => `post:${prefix}${String(++posts).padStart(9, '0')}`,
    report: () => `report:${prefix}${++reports}`,
  }
}

export function hex(random: Random, digits: number): string {
  let text = ''
  while (text.length < digits) text += random.below(0x1_0000_0000).toString(16).padStart(8, '0')
  return text.slice(0, digits)
}

/** An address of a private network: nobody's. */
export const privateAddress = (random: Random): string =>
  `10.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`
