import type { Decision } from '../model/decision.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import type { PolicyPack } from '../model/policy.ts'

export type Strike = AccountFacts['strikes'][number]

/** Marks kept per account. The one that lapses first makes room. */
export const STRIKES_KEPT_MAX = 64

/**
 * Strikes lapse by event time, not by the clock on the wall: a replay of last March must find the same strikes that March found.
 * (docs/spec/strikes.md, K2)
 */
export const liveStrikes = (strikes: readonly Strike[], at: Millis): number =>
  strikes.reduce((sum, strike) => (strike.expiresAt > at ? sum + strike.count : sum), 0)

/** Puts a decision's strikes on the account, once, in place. Returns whether they brought it up to what a person must look at (K5). */
export function strike(
  account: AccountFacts,
  { id, policy, strikes }: Pick<Decision, 'id' | 'policy' | 'strikes'>,
  at: Millis,
  { lapseAfterMs, max }: PolicyPack['strikes'],
): boolean {
  if (strikes === 0 || account.strikes.some(({ decision }) => decision === id)) return false
  const before = liveStrikes(account.strikes, at)
  account.strikes.push({ decision: id, policy, count: strikes, at, expiresAt: at + lapseAfterMs })
  if (account.strikes.length > STRIKES_KEPT_MAX) dropFirstToLapse(account.strikes)
  return before < max && before + strikes >= max
}

function dropFirstToLapse(strikes: Strike[]): void {
  let first = 0
  strikes.forEach(({ expiresAt }, index) => {
    if (expiresAt < strikes[first]!.expiresAt) first = index
  })
  strikes.splice(first, 1)
}
