import type { Profile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Link } from '../model/link.ts'
import type { PopulationState } from '../model/population.ts'
import { createLineageIndex, type LineageIndex } from './lineage.ts'

/*
 * Accounts for tests: closed ones, and ones that sign up an hour after. Every part can be put in.
 */

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const CLOSED_AT = Date.parse('2014-09-07T21:00:00.000Z')
export const NOW = CLOSED_AT + HOUR

type Parts = Partial<Omit<AccountFacts, 'profile'>>

/** An account made an hour after the closures. */
export const openAccount = (id: string, profile: Partial<Profile> = {}, parts: Parts = {}): AccountFacts => ({
  id,
  status: 'open',
  profile: { handle: id, ...profile },
  createdAt: NOW,
  firstSeenAt: NOW,
  lastSeenAt: NOW,
  closedAt: null,
  closedFor: null,
  posts: 0,
  reports: 0,
  labels: [],
  strikes: [],
  lineage: null,
  campaign: null,
  deviceTokens: [],
  networkTokens: [],
  languages: {},
  ...parts,
})

export const closedAccount = (id: string, profile: Partial<Profile> = {}, parts: Parts = {}): AccountFacts =>
  openAccount(id, profile, {
    status: 'closed',
    createdAt: CLOSED_AT - 30 * DAY,
    closedAt: CLOSED_AT,
    closedFor: 'tvec8',
    ...parts,
  })

/** An index that is asked in one line. */
export interface Asked extends LineageIndex {
  links(facts: AccountFacts, at?: number, population?: PopulationState | null): Link[]
}

export const asked = (index: LineageIndex): Asked =>
  Object.assign(index, {
    links: (facts: AccountFacts, at = NOW, population: PopulationState | null = null) =>
      index.weigh({ facts, at, trigger: 'account.created', population }),
  })

export function indexOf(closed: Iterable<AccountFacts>): Asked {
  const index = createLineageIndex()
  for (const facts of closed) index.add(facts)
  return asked(index)
}

const SYLLABLES =
  'ba ko mi ru ta ne so li da vu pe ga ri to nu sa me lo ki fe za wo ju he ya do bi ce qua mor den fal'.split(
    ' ',
  )

/** A made-up word of so many syllables, another for every number. */
export function madeUp(number: number, syllables = 4): string {
  let word = ''
  let rest = Math.imul(number + 1, 0x9e3779b1) >>> 0
  for (let i = 0; i < syllables; i++) {
    word += SYLLABLES[rest % SYLLABLES.length]
    rest = (Math.floor(rest / SYLLABLES.length) + number * 7 + i) >>> 0
  }
  return word
}

/** Closed strangers that make an index know what is common. */
export const strangers = (count: number): AccountFacts[] =>
  Array.from({ length: count }, (_, number) =>
    closedAccount(`stranger:${number}`, {
      handle: madeUp(number),
      name: `${madeUp(number + 7_000, 3)} ${madeUp(number + 90_000, 2)}`,
      bio: `${madeUp(number % 300, 3)} and ${madeUp(number % 170, 2)}`,
      language: number % 3 === 0 ? 'fr' : 'en',
    }),
  )
