import { newAccountFacts } from '../../src/facts/facts.ts'
import type { Profile } from '../../src/model/event.ts'
import type { AccountFacts } from '../../src/model/facts.ts'
import type { Section, Target } from '../outcome.ts'

/** What one of the measures brings to the page. */
export interface Measured {
  targets: Target[]
  sections: Section[]
}

/** When all accounts of the collections are taken to be closed. */
export const CLOSED_AT = Date.UTC(2022, 7, 1)

export const closedWith = (id: string, profile: Profile): AccountFacts => ({
  ...newAccountFacts(id, CLOSED_AT),
  status: 'closed',
  closedAt: CLOSED_AT,
  profile,
})
