import { createIds } from '../sim/ids.ts'
import { createPerson, type Person } from '../sim/people.ts'
import { applyEvent, newAccountFacts } from '../src/facts/facts.ts'
import { fnv1a } from '../src/lib/hash.ts'
import { type Random, seededRandom } from '../src/lib/random.ts'
import { createLineageIndex, newPopulation, rememberForLineage, takeCensus } from '../src/lineage/lineage.ts'
import type { Event, Profile } from '../src/model/event.ts'
import type { AccountFacts } from '../src/model/facts.ts'
import { DAY_MS } from '../src/model/ids.ts'
import { percentile, type Row } from './bench.ts'

const CLOSED = 1_000_000
const SIGN_UPS = 30_000
const START_AT = Date.UTC(2026, 0, 5)

/** Sign-ups weighed against a million closed accounts, on one core; and how long and how much memory the index takes. */
export function benchLineage(options: { closed?: number; seed: number }): Row[] {
  const closed = options.closed ?? CLOSED
  const random = seededRandom(options.seed)
  const ids = createIds(options.seed, 5)
  const population = newPopulation()
  const index = createLineageIndex()
  const kept: AccountFacts[] = []
  const before = memory()
  let addingMs = 0
  let addingCpuMs = 0
  let waiting: AccountFacts[] = []
  /** Many at a time: asking for the processor's time costs microseconds itself. */
  const addWaiting = () => {
    const startedAt = performance.now()
    const cpuBefore = process.threadCpuUsage()
    for (const facts of waiting) index.add(facts)
    addingCpuMs += msSince(cpuBefore)
    addingMs += performance.now() - startedAt
    waiting = []
  }
  for (let i = 0; i < closed; i++) {
    const facts = settled(
      named(createPerson({ role: 'ordinary', ids, random, now: START_AT, old: true }), random),
      population,
      random,
    )
    Object.assign(facts, { status: 'closed', closedAt: START_AT + (i % (30 * DAY_MS)), closedFor: 'tvec8' })
    if (i % 200 === 0) kept.push(facts)
    // As the store gives them back on a start: parsed, and not shared with anyone.
    waiting.push(JSON.parse(JSON.stringify(facts)) as AccountFacts)
    if (waiting.length === 1_000) addWaiting()
  }
  addWaiting()
  const used = memory() - before

  const at = START_AT + 31 * DAY_MS
  const newcomers = Array.from({ length: SIGN_UPS }, (_, i) => {
    const person = named(createPerson({ role: 'ordinary', ids, random, now: at }), random)
    if (i % 10 === 0) takeAfter(person, kept[i % kept.length]!, random)
    return settled(person, population, random)
  })
  const weigh = (facts: AccountFacts) => index.weigh({ facts, at, trigger: 'account.created', population })
  // Lists are put in order when they are first asked for; that is a start's work, and so is compiling.
  for (const facts of newcomers.slice(0, 2_000)) weigh(facts)
  const times: number[] = []
  let linked = 0
  const startedAt = performance.now()
  const cpuBefore = process.threadCpuUsage()
  for (const facts of newcomers.slice(2_000)) {
    const from = performance.now()
    if (weigh(facts).length > 0) linked++
    times.push(performance.now() - from)
  }
  const seconds = (performance.now() - startedAt) / 1_000
  const cpuMs = msSince(cpuBefore) / times.length
  const count = closed.toLocaleString('en-US')
  const round = (value: number) => Math.round(value * 100) / 100
  return [
    {
      what: `lineage: sign-ups/s against ${count} closed`,
      value: Math.round(times.length / seconds),
      unit: '/s',
      note: `one core, ${times.length} sign-ups, a tenth of them like somebody closed; ${linked} linked; ${round(cpuMs)} ms of processor each`,
    },
    {
      what: 'lineage: one sign-up, p99',
      value: round(percentile(times, 0.99)),
      unit: 'ms',
      note: `p50 ${round(percentile(times, 0.5))}, p99.9 ${round(percentile(times, 0.999))}, worst ${round(Math.max(...times))}`,
    },
    {
      what: `lineage: index of ${count} rebuilt from facts`,
      value: round(addingMs / 1_000),
      unit: 's',
      note: `${round(addingCpuMs / 1_000)} s of processor; reading them from disk not counted`,
    },
    {
      what: `lineage: memory of ${count}`,
      value: Math.round(used / 2 ** 20),
      unit: 'MiB',
      note: 'heap and buffers after collection',
    },
  ]
}

const SURNAMES = 50_000
const SYLLABLES =
  'ba ko mi ru ta ne so li da vu pe ga ri to nu sa me lo ki fe za wo ju he ya do bi ce mor den fal'.split(' ')

/** A town has a few dozen surnames; a platform has many, few of them common. */
function named(person: Person, random: Random): Person {
  let rest = Math.floor(SURNAMES ** random.next())
  let surname = ''
  for (let i = 0; i < 4; i++, rest = Math.floor(rest / 7) + 3 * i)
    surname += SYLLABLES[rest % SYLLABLES.length]
  const { name, handle } = person.profile
  const given = name!.split(' ')[0]!
  const number = random.next() < 0.5 ? String(random.below(10_000)) : ''
  Object.assign(person.profile, {
    name: `${given} ${surname}`,
    handle: `${handle.slice(0, 1 + random.below(6))}${random.next() < 0.3 ? '_' : ''}${surname}${number}`,
  })
  return person
}

/** The account as it stands after its sign-up, counted among all. */
function settled(person: Person, population: ReturnType<typeof newPopulation>, random: Random): AccountFacts {
  const { email, ...shown } = person.profile
  const profile = {
    ...shown,
    emailToken: token(email!),
    emailDomainToken: token(email!.split('@')[1]!),
  } as Profile
  const event: Event = {
    id: person.account,
    type: 'account.created',
    at: new Date(START_AT).toISOString(),
    account: person.account,
    profile,
    session: {
      deviceToken: token(person.device),
      ipToken: token(person.ip),
      networkToken: token(person.ip.slice(0, person.ip.lastIndexOf('.'))),
      client: person.client,
    },
  }
  const facts = newAccountFacts(person.account, START_AT)
  takeCensus(population, facts, event)
  applyEvent(facts, event, START_AT, null)
  rememberForLineage(facts, event)
  for (let i = 0; i < 6; i++) {
    const target = `acct:${Math.floor(200_000 * random.next() ** 3)}`
    rememberForLineage(facts, {
      id: 'f',
      type: 'follow.created',
      at: event.at,
      account: person.account,
      target,
    })
  }
  return facts
}

/** 22 letters, as the door makes them. */
const token = (value: string): string =>
  `${fnv1a(value).toString(36)}${fnv1a(value, 7).toString(36)}`.padEnd(22, 'x')

/** The handle again with a counter, and now and then the device or the picture. */
function takeAfter(person: Person, closed: AccountFacts, random: Random): void {
  person.profile.handle = `${closed.profile!.handle}_${random.below(100)}`
  if (random.next() < 0.5) person.profile.name = closed.profile!.name
  if (random.next() < 0.5) person.profile.bio = closed.profile!.bio
  if (random.next() < 0.5 && closed.profile!.avatar) person.profile.avatar = closed.profile!.avatar
}

/** Processor time of this thread: what a loaded machine does not change much. */
function msSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

function memory(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
