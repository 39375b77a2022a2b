import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { newAccountFacts } from '../../src/facts/facts.ts'
import { createLineageIndex } from '../../src/lineage/lineage.ts'
import type { Profile } from '../../src/model/event.ts'
import type { LinkTier } from '../../src/model/link.ts'
import type { Surroundings } from '../outcome.ts'
import { share } from '../table.ts'
import { CLOSED_AT, closedWith, type Measured } from './measured.ts'

/** Real accounts, each another's stranger: nobody may be linked to anybody. */
export function measureProfiles({ progress }: Surroundings, data: string): Measured {
  const read = (name: string) =>
    parse(readFileSync(`${data}/accounts/${name}`), {
      columns: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_records_with_error: true,
    }) as Record<string, string>[]
  const closed = peopleOf(read('supporters-2015.csv'))
  const ordinary = peopleOf(read('ordinary.csv'))
  progress(`${ordinary.length} ordinary profiles against ${closed.length} of supporters`)
  const index = createLineageIndex()
  for (const { id, profile } of closed) index.add(closedWith(id, profile))
  const rows = (
    [
      ['ordinary', ordinary],
      ['supporters, one another', closed],
    ] as const
  ).map(([who, people]) => {
    const tiers = people.map(
      ({ id, profile }) =>
        index.weigh({
          facts: { ...newAccountFacts(id, CLOSED_AT), profile },
          at: CLOSED_AT,
          trigger: 'account.updated',
          population: null,
        })[0]?.tier,
    )
    const of = (tier: LinkTier) => share(tiers.filter((one) => one === tier).length, people.length)
    return [who, people.length, of('certain'), of('strong'), of('possible')]
  })
  return {
    targets: [],
    sections: [
      {
        title: 'Profiles of real accounts',
        prose:
          'The supporters’ accounts of 2015 as closed ones, by handle, name, bio and place. Among them may be returns of one another, of which nothing is known.',
        columns: ['weighed', 'accounts', 'certain', 'strong', 'possible'],
        rows,
      },
    ],
  }
}

function peopleOf(rows: Record<string, string>[]): { id: string; profile: Profile }[] {
  const people = new Map<string, { id: string; profile: Profile }>()
  for (const { username, name, description, location } of rows) {
    if (!username || people.has(username)) continue
    const profile: Profile = { handle: username }
    if (name) profile.name = name
    if (description) profile.bio = description
    if (location) profile.location = location
    people.set(username, { id: `acct:${username}`, profile })
  }
  return [...people.values()]
}
