import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PersonId } from '../model/person.ts'
import type { PeopleStore } from './people.ts'

/*
 * A browser that somebody signed in from keeps a mark that says so: strangers' guesses then do not slow them down there
 * (attempts.ts). The mark opens nothing.
 */

const KEY = 'device-key'

async function keyOf(store: Pick<PeopleStore, 'meta' | 'setMeta'>): Promise<string> {
  const known = await store.meta(KEY)
  if (known !== undefined) return known
  const made = randomBytes(32).toString('base64url')
  await store.setMeta(KEY, made)
  return made
}

const seal = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url')

export async function markFor(store: PeopleStore, person: PersonId): Promise<string> {
  const body = `${person}.${randomBytes(9).toString('base64url')}`
  return `${body}.${seal(await keyOf(store), body)}`
}

/** Which of a person's devices this is, or null for none. */
export async function deviceOf(
  store: PeopleStore,
  person: PersonId,
  mark: string | undefined,
): Promise<string | null> {
  const [owner, device, seen, ...more] = mark?.split('.') ?? []
  if (owner !== person || device === undefined || seen === undefined || more.length > 0) return null
  const [due, given] = [seal(await keyOf(store), `${owner}.${device}`), seen].map((text) => Buffer.from(text))
  return due!.length === given!.length && timingSafeEqual(due!, given!) ? device : null
}
