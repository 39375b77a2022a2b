import type { Clock } from '../lib/clock.ts'
import type { Person } from '../model/person.ts'
import type { Store } from '../store/store.ts'
import { type Attempts, createAttempts } from './attempts.ts'
import { type Challenges, createChallenges } from './challenges.ts'
import { type Cost, createPasswords, type Passwords } from './password.ts'
import { createTurns } from './turns.ts'

/** What of the store has to do with people. */
export type PeopleStore = Pick<
  Store,
  | 'access'
  | 'accessRows'
  | 'changeAccess'
  | 'person'
  | 'personNamed'
  | 'people'
  | 'ledgerActs'
  | 'record'
  | 'meta'
  | 'setMeta'
>

/**
 * The desk where it is settled who works here: what everything in this room shares. What reads and then writes does so in a turn of its own;
 * the slow part, hashing a password, comes before it.
 */
export interface PeopleDesk {
  store: PeopleStore
  clock: Clock
  passwords: Passwords
  attempts: Attempts
  challenges: Challenges
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

export const createPeopleDesk = (store: PeopleStore, clock: Clock, cost?: Cost): PeopleDesk => ({
  store,
  clock,
  passwords: createPasswords(cost),
  attempts: createAttempts(clock),
  challenges: createChallenges(clock),
  inTurn: createTurns(),
})

/** At most so many people work here: lists of them are read whole. */
export const PEOPLE_MAX = 5_000

export const isAdministrator = ({ status, roles }: Person): boolean =>
  status === 'active' && roles.includes('administrator')

/** Whether anybody could give roles: before the first administrator, nobody can. */
export const hasAdministrator = async (store: Pick<Store, 'people'>): Promise<boolean> =>
  (await store.people()).some(isAdministrator)
