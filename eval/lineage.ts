import { existsSync } from 'node:fs'
import { measurePlatform } from './lineage/platform.ts'
import { measureProfiles } from './lineage/profiles.ts'
import { measureRenames } from './lineage/renames.ts'
import type { Measure } from './outcome.ts'

/*
 * Do accounts that come back find their own? Three measures: a made-up platform of 100,000 accounts with truth for every one; real changes
 * of handle, with nothing but the handle to go by; and the profiles of real accounts, as strangers to one another.
 */

export const measure: Measure = async (surroundings) => {
  const tables = [measurePlatform(surroundings)]
  const { data } = surroundings
  if (data !== null && existsSync(`${data}/handles/renames.csv`))
    tables.push(measureRenames(surroundings, data))
  if (data !== null && existsSync(`${data}/accounts/ordinary.csv`))
    tables.push(measureProfiles(surroundings, data))
  return {
    kind: 'measured',
    title: 'Accounts that came back',
    versions: {},
    targets: tables.flatMap(({ targets }) => targets),
    sections: tables.flatMap(({ sections }) => sections),
  }
}
