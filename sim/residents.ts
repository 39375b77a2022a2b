import type { Random } from '../src/lib/random.ts'
import type { Millis } from '../src/model/ids.ts'
import { nextHandle } from './disguise.ts'
import type { Ids } from './ids.ts'
import { createPerson, type Person } from './people.ts'
import type { Role } from './truth.ts'
import { NAME_FIRST, NAME_SECOND } from './words/creed.ts'

/** The open accounts of the platform. */
export interface Residents {
  /** One more of the ordinary, by the town's own casting. Not yet moved in. */
  newcomer(now: Millis): Person
  moveIn(person: Person): void
  moveOut(account: string): Person | undefined
  get(account: string): Person | undefined
  /** One of the ordinary, early comers more often. Null in an empty town. */
  anyone(): Person | null
  cast(role: Role): readonly Person[]
  /** How many ordinary people live here. */
  count(): number
}

/** Among the first forty there is one of each; later they are rare. */
const FIRST_CAST: Record<number, Role> = {
  2: 'reporter',
  4: 'critic',
  6: 'staff',
  7: 'staff',
  9: 'victim',
  11: 'researcher',
  13: 'reporter',
  15: 'namesake',
  18: 'critic',
  21: 'fan',
  22: 'fan',
  23: 'fan',
  24: 'charity',
  25: 'charity',
  27: 'victim',
}

export function createResidents(random: Random, ids: Ids): Residents {
  const people: Person[] = []
  const open = new Map<string, Person>()
  const casts = new Map<Role, Person[]>()
  let arrivals = 0
  return {
    newcomer(now) {
      const role = roleOf(arrivals++, random)
      const old = random.next() < 0.5
      return createPerson({ role, ids, random, now, old, ...(role === 'namesake' ? nameAlike(random) : {}) })
    },
    moveIn(person) {
      open.set(person.account, person)
      if (person.role === 'network') return
      people.push(person)
      if (person.role === 'ordinary') return
      const cast = casts.get(person.role)
      if (cast === undefined) casts.set(person.role, [person])
      else cast.push(person)
    },
    moveOut(account) {
      const person = open.get(account)
      if (person === undefined || !open.delete(account)) return undefined
      without(people, person)
      without(casts.get(person.role) ?? [], person)
      return person
    },
    get: (account) => open.get(account),
    anyone: () => (people.length === 0 ? null : people[Math.floor(people.length * random.next() ** 2)]!),
    cast: (role) => casts.get(role) ?? [],
    count: () => people.length,
  }
}

function roleOf(arrival: number, random: Random): Role {
  const first = FIRST_CAST[arrival]
  if (first !== undefined) return first
  const draw = random.next()
  if (arrival < 30 || draw > 0.085) return 'ordinary'
  if (draw < 0.005) return 'reporter'
  if (draw < 0.012) return 'critic'
  if (draw < 0.014) return 'researcher'
  if (draw < 0.016) return 'victim'
  if (draw < 0.018) return 'staff'
  if (draw < 0.028) return 'namesake'
  return draw < 0.065 ? 'fan' : 'charity'
}

/** A name much like one of the network's, on somebody who has nothing to do with it. */
function nameAlike(random: Random): { handle: string; name: string; language: 'ar' } {
  const [first, second] = [random.pick(NAME_FIRST), random.pick(NAME_SECOND)]
  const name = { latin: `${first.latin}_${second.latin}`, arabic: `${first.arabic} ${second.arabic}` }
  return {
    handle: nextHandle(name, 'suffix', 2 + random.below(90), random),
    name: name.arabic,
    language: 'ar',
  }
}

function without(list: Person[], person: Person): void {
  const index = list.indexOf(person)
  if (index >= 0) list.splice(index, 1)
}
