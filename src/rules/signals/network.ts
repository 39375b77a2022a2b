import type { HashtagFacts } from '../../model/facts.ts'
import { LINK_TIERS } from '../../model/link.ts'
import { type Scope, UNKNOWN, type Unknown } from '../scope.ts'
import { COUNT, count, decimal, POST_EVENTS, RULE_EVENT_TYPES, type Signal, text } from './signal.ts'

const on = RULE_EVENT_TYPES

/** The strongest standing link to a closed account. No link is a known absence: 0 bits, tier `none`. */
export const lineageSignals: Signal[] = [
  decimal(
    { name: 'lineage.bits', on, doc: 'Weight of the link in bits, 0 for none.', range: COUNT },
    ({ account }) => account.lineage?.bits ?? 0,
  ),
  text(
    { name: 'lineage.tier', on, doc: 'How sure the link is.', values: ['none', ...LINK_TIERS] },
    ({ account }) => account.lineage?.tier ?? 'none',
  ),
  text(
    { name: 'lineage.closedFor', on, doc: 'Policy the earlier account was closed for; empty for no link.' },
    ({ account }) => (account.lineage === null ? '' : (account.lineage.closedFor ?? UNKNOWN)),
  ),
  count(
    { name: 'lineage.generation', on, doc: 'How many times the actor has come back, 0 for no link.' },
    ({ account }) => account.lineage?.generation ?? 0,
  ),
]

/** The campaign the account is thought to belong to. None is a known absence: degree 0. */
export const campaignSignals: Signal[] = [
  text(
    { name: 'campaign.id', on, doc: 'Id of the campaign, empty for none.' },
    ({ account }) => account.campaign?.id ?? '',
  ),
  decimal(
    { name: 'campaign.degree', on, doc: 'Degree of the account’s coordination in it, 0 to 1.' },
    ({ account }) => account.campaign?.degree ?? 0,
  ),
]

/** The largest among the post’s hashtags. A hashtag nothing was ever found about counts 0; one whose burst is not measured is unknown. */
function largest(hashtags: HashtagFacts[], take: (facts: HashtagFacts) => number | null): number | Unknown {
  let most = 0
  let missing = false
  for (const facts of hashtags) {
    const value = take(facts)
    if (value === null) missing = true
    else if (value > most) most = value
  }
  return missing && most === 0 ? UNKNOWN : most
}

const ofHashtags =
  (take: (facts: HashtagFacts) => number | null) =>
  ({ event, hashtags }: Scope): number | Unknown =>
    POST_EVENTS.includes(event.type) ? largest(hashtags, take) : UNKNOWN

export const hashtagSignals: Signal[] = [
  decimal(
    {
      name: 'hashtag.burst',
      on: POST_EVENTS,
      doc: 'How far the post’s hashtag is above its own baseline, in standard deviations; 0 for none.',
      range: COUNT,
    },
    ofHashtags(({ burst }) => burst),
  ),
  decimal(
    {
      name: 'hashtag.newAccounts',
      on: POST_EVENTS,
      doc: 'How much of the hashtag’s traffic comes from new accounts, as the campaign watch measures it; 0 for none.',
      range: COUNT,
    },
    ofHashtags(({ newAccounts }) => newAccounts),
  ),
]
