import { ACCOUNT_COUNT_BITS } from './bounds.ts'
import { EPOCHS, EpochCounts, epochOf } from './epochs.ts'
import { hashText, type TraceKind } from './traces.ts'

/** Sums by epoch; what the oldest held is gone when it ends. */
class EpochSum {
  readonly #sums = new Float64Array(EPOCHS)
  readonly #epochs = new Array<number>(EPOCHS).fill(Number.NaN)

  add(amount: number, epoch: number): void {
    const place = ((epoch % EPOCHS) + EPOCHS) % EPOCHS
    if (this.#epochs[place] !== epoch) {
      this.#sums[place] = 0
      this.#epochs[place] = epoch
    }
    this.#sums[place]! += amount
  }

  total(current: number): number {
    let total = 0
    for (let i = 0; i < EPOCHS; i++) if (this.#epochs[i]! > current - EPOCHS) total += this.#sums[i]!
    return total
  }
}

/**
 * What is ordinary in this stream over the last day: how much each account posts, how often two posts of different accounts share a trace, how many are deleted
 * again, come from new accounts, or from accounts that post nothing else. Whatever a group does is held against it. A campaign
 * counts in the background too, so that what is called chance is rather too much than too little.
 */
export class Background {
  readonly #posts = new EpochCounts(ACCOUNT_COUNT_BITS)
  readonly #created = new EpochCounts(ACCOUNT_COUNT_BITS)
  readonly #closed = new EpochCounts(ACCOUNT_COUNT_BITS)
  readonly #all = new EpochSum()
  readonly #pairs: Record<TraceKind, EpochSum> = {
    text: new EpochSum(),
    url: new EpochSum(),
    tags: new EpochSum(),
    tag: new EpochSum(),
    media: new EpochSum(),
    repost: new EpochSum(),
  }
  readonly #deleted = new EpochSum()
  readonly #fromNew = new EpochSum()
  readonly #fromQuiet = new EpochSum()
  #epoch = Number.NEGATIVE_INFINITY

  /** Moves on to the time of the stream. */
  roll(now: number): void {
    const epoch = epochOf(now)
    if (epoch === this.#epoch) return
    this.#epoch = epoch
    for (const counts of [this.#posts, this.#created, this.#closed]) counts.roll(epoch)
  }

  post(account: string): void {
    const key = hashText(account, 8)
    this.#posts.add(key, this.#epoch)
    this.#all.add(1, this.#epoch)
    if (this.#posts.sum(key) <= QUIET_POSTS_MAX) this.#fromQuiet.add(1, this.#epoch)
    if (this.#created.sum(key) > 0) this.#fromNew.add(1, this.#epoch)
  }

  /** A post met `others` accounts under a trace. */
  met(kind: TraceKind, others: number): void {
    if (others > 0) this.#pairs[kind].add(others, this.#epoch)
  }

  deletion(): void {
    this.#deleted.add(1, this.#epoch)
  }

  created(account: string): void {
    this.#created.add(hashText(account, 8), this.#epoch)
  }

  closed(account: string): void {
    this.#closed.add(hashText(account, 8), this.#epoch)
  }

  postsOf = (account: string): number => this.#posts.sum(hashText(account, 8))
  isNew = (account: string): boolean => this.#created.sum(hashText(account, 8)) > 0
  isClosed = (account: string): boolean => this.#closed.sum(hashText(account, 8)) > 0

  shares(): { deleted: number; fromNew: number; fromQuiet: number } {
    const all = Math.max(1, this.#all.total(this.#epoch))
    const share = (sum: EpochSum) => Math.min(1, sum.total(this.#epoch) / all)
    return { deleted: share(this.#deleted), fromNew: share(this.#fromNew), fromQuiet: share(this.#fromQuiet) }
  }

  /** The chance that any two posts of the last day share a trace of a kind, `without` so many pairs that are to be explained and cannot explain themselves. */
  pairChance(kind: TraceKind, without = 0): number {
    const all = this.#all.total(this.#epoch)
    return all < 2 ? 1 : Math.max(1, this.#pairs[kind].total(this.#epoch) - without) / ((all * (all - 1)) / 2)
  }
}

/** An account with so many posts in a day does hardly anything but what it was seen doing. */
export const QUIET_POSTS_MAX = 2

/**
 * How surprising it is to see at least `seen` where `expected` are expected, in bits: Chernoff's bound on the upper tail of a Poisson
 * distribution. 0 where no more was seen than expected.
 */
export function surpriseBits(seen: number, expected: number): number {
  if (seen <= expected) return 0
  const mean = Math.max(expected, 1e-9)
  return (seen * Math.log(seen / mean) - seen + mean) / Math.LN2
}
