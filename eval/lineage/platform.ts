import { createReturns, DECOYS } from '../../sim/returns.ts'
import { DAY_MS } from '../../src/model/ids.ts'
import { LINK_TIERS, type LinkTier } from '../../src/model/link.ts'
import type { Surroundings, Target } from '../outcome.ts'
import { share } from '../table.ts'
import { wilson } from '../wilson.ts'
import type { Measured } from './measured.ts'
import { atLeast, bestTier, foundBy, rankOf, type Told, watch } from './told.ts'

/** A made-up platform with truth for every account. */
export function measurePlatform({ seed, progress }: Surroundings): Measured {
  const options = { seed, accounts: 100_000, closed: 2_000, returns: 600, startAt: Date.UTC(2026, 0, 5) }
  progress(`a platform of ${options.accounts.toLocaleString('en-US')} accounts, seed ${seed}`)
  const platform = createReturns(options)
  const told = watch(platform)
  return tablesOf(told)
}

const shareTarget = (what: string, wanted: Target['wanted'], hits: number, of: number): Target => ({
  what,
  wanted,
  measured: of === 0 ? null : hits / of,
  interval: wilson(hits, of),
  of,
})

function tablesOf(told: Told[]): Measured {
  const returns = told.filter(({ standing }) => standing === 'return')
  const day = (one: Told) => one.signedUpAt + DAY_MS
  const count = (list: Told[], of: (one: Told) => boolean) => list.filter(of).length
  const within = (list: Told[], tier: LinkTier) => count(list, (one) => foundBy(one, day(one), tier))
  const before = (list: Told[], tier: LinkTier) => count(list, (one) => foundBy(one, one.firstPostAt, tier))

  const precision = (tier: LinkTier) => {
    const linked = told.filter(({ links }) =>
      links.some(({ links }) => links.some((link) => atLeast(link.tier, tier))),
    )
    return [count(linked, (one) => foundBy(one, Number.POSITIVE_INFINITY, tier)), linked.length] as const
  }
  const ranks = returns.map(rankOf)
  const decoys = told.filter(({ standing }) => (DECOYS as readonly string[]).includes(standing))
  const worst = (one: Told) => bestTier(one)
  const found = ranks.filter((rank) => rank > 0)
  const reciprocal = (list: number[]) =>
    list.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / list.length

  const styles = [...new Set(returns.map(({ style }) => style))].sort()
  return {
    targets: [
      shareTarget(
        'returns found within 24 h, strong and up',
        { atLeast: 0.8 },
        within(returns, 'strong'),
        returns.length,
      ),
      shareTarget(
        'returns found before their first post, strong and up',
        { atLeast: 0.6 },
        before(returns, 'strong'),
        returns.length,
      ),
      shareTarget('precision, strong and up', { atLeast: 0.95 }, ...precision('strong')),
      shareTarget('precision, certain', { atLeast: 0.99 }, ...precision('certain')),
      shareTarget(
        'decoys told certain',
        { atMost: 0 },
        count(decoys, (one) => worst(one) === 'certain'),
        decoys.length,
      ),
      shareTarget(
        'decoys told strong or certain',
        { atMost: 0.01 },
        count(decoys, (one) => atLeastOr(worst(one), 'strong')),
        decoys.length,
      ),
      {
        what: 'true parent: mean reciprocal rank, of those with candidates',
        wanted: { atLeast: 0.97 },
        measured: reciprocal(found),
        of: found.length,
        note: `over all ${ranks.length} returns, none found counting as 0: ${reciprocal(ranks).toFixed(4)}`,
      },
    ],
    sections: [
      {
        title: 'Returns on the platform, by the way they came back',
        prose:
          'Share of returns linked to an account of the same actor. “24 h” counts from the sign-up, or from the event by which an aged account was made over.',
        columns: [
          'way',
          'returns',
          'strong, before first post',
          'strong, 24 h',
          'certain, 24 h',
          'possible and up, 24 h',
        ],
        rows: [...styles, 'all'].map((style) => {
          const list = style === 'all' ? returns : returns.filter((one) => one.style === style)
          return [
            style,
            list.length,
            share(before(list, 'strong'), list.length),
            share(within(list, 'strong'), list.length),
            share(within(list, 'certain'), list.length),
            share(within(list, 'possible'), list.length),
          ]
        }),
      },
      {
        title: 'Returns of returns',
        prose: 'The same by generation: how many times the actor had come back by then.',
        columns: [
          'generation',
          'returns',
          'strong, before first post',
          'strong, 24 h',
          'possible and up, 24 h',
        ],
        rows: [1, 2, 3, 4, 5].map((generation) => {
          const list = returns.filter((one) => one.generation === generation)
          return [
            generation,
            list.length,
            share(before(list, 'strong'), list.length),
            share(within(list, 'strong'), list.length),
            share(within(list, 'possible'), list.length),
          ]
        }),
      },
      {
        title: 'Who else was told',
        prose: 'Accounts that are nobody’s return, by the strongest link ever told of them.',
        columns: ['standing', 'accounts', 'certain', 'strong', 'possible'],
        rows: (['ordinary', 'closed', ...DECOYS] as const).map((standing) => {
          const list = told.filter((one) => one.standing === standing)
          const told_ = (tier: LinkTier) =>
            share(
              count(list, (one) => worst(one) === tier),
              list.length,
            )
          return [standing, list.length, told_('certain'), told_('strong'), told_('possible')]
        }),
      },
      {
        title: 'Precision per tier',
        columns: ['tier and up', 'accounts told', 'right'],
        rows: LINK_TIERS.map((tier) => [tier, precision(tier)[1], share(...precision(tier))]),
      },
      {
        title: 'Rank of the true parent',
        prose: 'Among the links told at the last weighing of the first 24 hours.',
        columns: ['of', 'returns', 'mean reciprocal rank'],
        rows: [
          ['returns with any link', found.length, reciprocal(found).toFixed(4)],
          ['all returns, none counting as 0', ranks.length, reciprocal(ranks).toFixed(4)],
        ],
      },
    ],
  }
}

const atLeastOr = (tier: LinkTier | null, wanted: LinkTier) => tier !== null && atLeast(tier, wanted)
