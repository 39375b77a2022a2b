import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { createReturns, DECOYS, type Standing } from '../sim/returns.ts'
import { applyEvent, newAccountFacts } from '../src/facts/facts.ts'
import { createDoor } from '../src/intake/door.ts'
import {
  createLineageIndex,
  followLineage,
  isCounted,
  linkAccount,
  newPopulation,
  rememberForLineage,
  SHIPPED,
  takeCensus,
  type Weights,
} from '../src/lineage/lineage.ts'
import type { Event, Profile } from '../src/model/event.ts'
import { timeOf } from '../src/model/event.ts'
import type { AccountFacts } from '../src/model/facts.ts'
import { DAY_MS, type Millis } from '../src/model/ids.ts'
import { LINK_TIERS, type Link, type LinkTier } from '../src/model/link.ts'
import type { Measure, Section, Surroundings, Target } from './outcome.ts'
import { percent, share } from './table.ts'
import { wilson } from './wilson.ts'

/*
 * Do accounts that come back find their own? Three measures: a made-up platform of 100,000 accounts with truth for every one; real changes
 * of handle, with nothing but the handle to go by; and the profiles of real accounts, as strangers to one another.
 */

export const measure: Measure = async (surroundings) => {
  const tables = [await measurePlatform(surroundings)]
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

interface Measured {
  targets: Target[]
  sections: Section[]
}

const atLeast = (tier: LinkTier, wanted: LinkTier) => LINK_TIERS.indexOf(tier) >= LINK_TIERS.indexOf(wanted)

const shareTarget = (what: string, wanted: Target['wanted'], hits: number, of: number): Target => ({
  what,
  wanted,
  measured: of === 0 ? null : hits / of,
  interval: wilson(hits, of),
  of,
})

/* ------------------------------------------------------------------------------------------------ the made-up platform */

/** What was told of one account: every link, and when. */
interface Told {
  standing: Standing
  style: string
  generation: number
  /** Accounts that the same actor ran before. */
  own: Set<string>
  signedUpAt: Millis
  firstPostAt: Millis
  links: { at: Millis; links: Link[] }[]
}

async function measurePlatform({ seed, progress }: Surroundings): Promise<Measured> {
  const options = { seed, accounts: 100_000, closed: 2_000, returns: 600, startAt: Date.UTC(2026, 0, 5) }
  progress(`a platform of ${options.accounts.toLocaleString('en-US')} accounts, seed ${seed}`)
  const platform = createReturns(options)
  const told = watch(platform)
  return tablesOf(told)
}

/** Runs the platform's events through facts and index, as the line does, and notes what is told of whom. */
function watch({ events, citizens }: ReturnType<typeof createReturns>): Told[] {
  const door = createDoor({ key: Buffer.from('a key for measuring, 32 bytes ...') })
  const index = createLineageIndex()
  const population = newPopulation()
  const facts = new Map<string, AccountFacts>()
  const told = new Map<string, Told>()
  const runs = new Map<string, string[]>()
  for (const { account, standing, of } of citizens.values())
    if (standing === 'return') runs.set(of!, [...(runs.get(of!) ?? []), account])
  for (const raw of events) {
    const admitted = door.admit(raw)
    if (!admitted.ok) throw new Error(`the platform's own event was refused: ${JSON.stringify(admitted)}`)
    const { event } = admitted
    const at = timeOf(event)
    let known = facts.get(event.account)
    if (known === undefined) facts.set(event.account, (known = newAccountFacts(event.account, at)))
    if (isCounted(event)) takeCensus(population, known, event)
    const before = known.profile
    applyEvent(known, event, at, languageOf(event))
    rememberForLineage(known, event, before)
    followLineage(index, known, event)
    const links = linkAccount(index, population, known, event, at)
    note(told, event, at, links)
  }
  for (const [account, one] of told) {
    const { standing, style, of, generation } = citizens.get(account)!
    Object.assign(one, {
      standing,
      style: style ?? '',
      generation: generation ?? 0,
      own: new Set(of === undefined ? [] : [of, ...(runs.get(of) ?? [])]),
    })
  }
  return [...told.values()]
}

const languageOf = (event: Event): string | null =>
  event.type === 'post.created' ? event.post.language : null

function note(told: Map<string, Told>, event: Event, at: Millis, links: Link[]): void {
  let one = told.get(event.account)
  if (one === undefined) {
    one = {
      standing: 'ordinary',
      style: '',
      generation: 0,
      own: new Set(),
      signedUpAt: at,
      firstPostAt: Number.POSITIVE_INFINITY,
      links: [],
    }
    told.set(event.account, one)
  }
  // A return on an aged account begins when the account is made over, not when it was made.
  if (event.type === 'account.updated') [one.signedUpAt, one.firstPostAt] = [at, Number.POSITIVE_INFINITY]
  if (event.type === 'post.created' && at < one.firstPostAt) one.firstPostAt = at
  if (links.length > 0) one.links.push({ at, links })
}

/** The strongest tier told by a time, of links to the actor's own accounts. */
function foundBy({ links, own }: Told, until: Millis, tier: LinkTier): boolean {
  return links.some(
    ({ at, links }) =>
      at < until && links.some((link) => own.has(link.closedAccount) && atLeast(link.tier, tier)),
  )
}

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

function bestTier({ links }: Told): LinkTier | null {
  let best: LinkTier | null = null
  for (const { links: told } of links)
    for (const { tier } of told) if (best === null || atLeast(tier, best)) best = tier
  return best
}

/** Place of the first account of the same actor in the last list told within a day; 0 where there is none. */
function rankOf(one: Told): number {
  const last = one.links.filter(({ at }) => at < one.signedUpAt + DAY_MS).at(-1)
  return last === undefined ? 0 : last.links.findIndex(({ closedAccount }) => one.own.has(closedAccount)) + 1
}

/* ------------------------------------------------------------------------------------------------ real changes of handle */

const CLOSED_AT = Date.UTC(2022, 7, 1)
const closedWith = (id: string, profile: Profile): AccountFacts => ({
  ...newAccountFacts(id, CLOSED_AT),
  status: 'closed',
  closedAt: CLOSED_AT,
  profile,
})

/** At most so many false links per lookup. */
const FALSE_SHARE_MAX = 0.001

interface Lookup {
  /** Score of the true one, −∞ where it is not among the candidates, and whether it is first. */
  own: number
  first: boolean
  /** Score of the best other one. */
  other: number
}

function measureRenames({ progress }: Surroundings, data: string): Measured {
  const read = (name: string) =>
    parse(readFileSync(`${data}/handles/${name}`), { columns: true, relax_quotes: true }) as Record<
      string,
      string
    >[]
  const pairs = distinctPairs(read('renames.csv'))
  const handles = [
    ...new Set([...read('suspended.csv').map(({ handle }) => handle!), ...pairs.map(({ before }) => before)]),
  ]
  const haystack: Haystack = { handles, userOf: usersOf(read('renames.csv')) }
  progress(`${pairs.length} renames against ${handles.length} handles`)
  // `closeness` was fitted on one half of the users; the reported number is of the other.
  const halves: [typeof pairs, typeof pairs] = [[], []]
  for (const pair of pairs) halves[halfOf(haystack.userOf(pair.before))]!.push(pair)
  const rows = (['training half', 'held-out half'] as const).map((name, half) => {
    progress(name)
    return { name, ours: byLineage(halves[half]!, haystack), plain: byEditRatio(halves[half]!, haystack) }
  })
  const heldOut = rows[1]!
  const ours = recallAt(heldOut.ours)
  const plain = recallAt(heldOut.plain)
  return {
    targets: [
      {
        what: 'renames found by the handle alone, at most one false link per 1,000 lookups',
        wanted: { atLeast: plain.hits / plain.of },
        measured: ours.hits / ours.of,
        interval: wilson(ours.hits, ours.of),
        of: ours.of,
        note: `wanted: more than a plain edit ratio, which finds ${percent(plain.hits / plain.of)}`,
      },
    ],
    sections: [
      {
        title: 'Real changes of handle',
        prose:
          `A handle alone allows no more than ${share(withRareRun(pairs, handles), pairs.length)} of these changes: so many share any run of four letters or digits with the handle before that one in a hundred bear at most. ` +
          'Each pair is a user before and after a change. All handles before, and the suspended ones, are closed accounts with nothing but a handle; each handle after is looked up. The account itself, should its present handle be among the closed, is left out, and an earlier handle of the same user is right. A false link is a lookup whose best candidate past the threshold is somebody else; the threshold is the lowest that keeps them to one in 1,000 lookups. Some of those counted as false are the same user’s further accounts, which nobody has written down: they stand at the top of every list. The numbers of `closeness` were fitted on the training half; its form was chosen on both. The plain baseline is the edit ratio (1 − edits / longer length) over lower-case handles, every one compared with every one. Many of these changes are to a wholly new name, which no comparison of handles can see.',
        columns: [
          'half',
          'by',
          'lookups',
          'found at ≤ 1 false per 1,000',
          'at ≤ 5 false per 1,000',
          'threshold',
          'true one first',
          'true one among candidates',
        ],
        rows: rows.flatMap(({ name, ours, plain }) =>
          (
            [
              ['lineage', ours],
              ['edit ratio', plain],
            ] as const
          ).map(([by, lookups]) => {
            const { hits, of, threshold } = recallAt(lookups)
            const among = lookups.filter(({ own }) => own > Number.NEGATIVE_INFINITY).length
            return [
              name,
              by,
              of,
              share(hits, of),
              share(recallAt(lookups, 5 * FALSE_SHARE_MAX).hits, of),
              threshold.toFixed(2),
              share(lookups.filter(({ first }) => first).length, of),
              share(among, of),
            ]
          }),
        ),
      },
    ],
  }
}

/** By name, so that it is the same half for ever, and all that one user ever changed is in the same. */
const halfOf = (user: string): 0 | 1 => (createHash('sha256').update(user).digest()[0]! % 2 === 0 ? 0 : 1)

const RARE_RUN = 4
/** Borne by one in a hundred handles at most: what any comparison of letters can go by. */
const RARE_SHARE = 0.01

/** Pairs that have any rare run of four letters or digits in common, lower case, without separators. */
function withRareRun(pairs: { before: string; after: string }[], handles: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const handle of handles) for (const run of runsOf(handle)) counts.set(run, (counts.get(run) ?? 0) + 1)
  const isRare = (run: string) => (counts.get(run) ?? 0) <= RARE_SHARE * handles.length
  return pairs.filter(({ before, after }) => {
    const others = runsOf(before)
    return [...runsOf(after)].some((run) => others.has(run) && isRare(run))
  }).length
}

function runsOf(handle: string): Set<string> {
  const letters = handle.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const runs = new Set<string>()
  for (let i = 0; i + RARE_RUN <= letters.length; i++) runs.add(letters.slice(i, i + RARE_RUN))
  return runs
}

function distinctPairs(rows: Record<string, string>[]): { before: string; after: string }[] {
  const seen = new Set<string>()
  const pairs: { before: string; after: string }[] = []
  for (const { before, after } of rows) {
    if (!before || !after || before.toLowerCase() === after.toLowerCase() || seen.has(before)) continue
    seen.add(before)
    pairs.push({ before, after })
  }
  return pairs
}

/** Who bore a handle: handles tied by changes are one user's. */
function usersOf(rows: Record<string, string>[]): (handle: string) => string {
  const parents = new Map<string, string>()
  const rootOf = (handle: string): string => {
    const parent = parents.get(handle)
    return parent === undefined || parent === handle ? handle : rootOf(parent)
  }
  for (const { before, after } of rows)
    if (before && after) parents.set(rootOf(before.toLowerCase()), rootOf(after.toLowerCase()))
  return (handle) => rootOf(handle.toLowerCase())
}

/** Caps guard links; a ranking by the handle alone must tell apart what lies above them. */
function uncapped(): Weights {
  const weights = structuredClone(SHIPPED)
  const { same, near, part, sound } = weights.fields.handle
  for (const level of [same, near, part, sound]) level.bitsMax = 100
  weights.families['identity']!.bitsMax = 100
  return weights
}

interface Haystack {
  handles: string[]
  userOf(handle: string): string
}

/** The account itself, under the handle it now bears, is no link; an earlier handle of the same user is a right one. */
const isItself = (handle: string, after: string): boolean => handle.toLowerCase() === after.toLowerCase()

function byLineage(pairs: { before: string; after: string }[], { handles, userOf }: Haystack): Lookup[] {
  const index = createLineageIndex(uncapped())
  for (const handle of handles) index.add(closedWith(handle, { handle }))
  return pairs.map(({ after }) => {
    const probe = { ...newAccountFacts(`now:${after}`, CLOSED_AT), profile: { handle: after } }
    const scores = index
      .examine({ facts: probe, at: CLOSED_AT, trigger: '', population: null })
      .filter(({ closedAccount }) => !isItself(closedAccount, after))
    return lookupOf(scores.map(({ closedAccount, bits }) => [userOf(closedAccount) === userOf(after), bits]))
  })
}

function lookupOf(scores: [own: boolean, score: number][]): Lookup {
  const lookup = { own: Number.NEGATIVE_INFINITY, other: Number.NEGATIVE_INFINITY }
  for (const [own, score] of scores)
    if (own) lookup.own = Math.max(lookup.own, score)
    else lookup.other = Math.max(lookup.other, score)
  return { ...lookup, first: lookup.own > lookup.other }
}

function byEditRatio(pairs: { before: string; after: string }[], { handles, userOf }: Haystack): Lookup[] {
  const closed = handles.map((handle) => {
    const text = handle.toLowerCase()
    return { text, letters: lettersOf(text), user: userOf(handle) }
  })
  return pairs.map(({ after }) => {
    const left = after.toLowerCase()
    const letters = lettersOf(left)
    const user = userOf(after)
    let [own, other] = [0, 0]
    for (const right of closed) {
      if (right.text === left) continue
      // A ratio that lengths or letters alone keep below the best needs no table.
      const longer = Math.max(left.length, right.text.length)
      const apart = Math.abs(left.length - right.text.length)
      const missing = Math.max(bitsIn(letters & ~right.letters), bitsIn(right.letters & ~letters))
      if (1 - Math.max(apart, missing) / longer <= (right.user === user ? own : other)) continue
      const ratio = ratioOf(left, right.text)
      if (right.user === user) own = Math.max(own, ratio)
      else other = Math.max(other, ratio)
    }
    return { own, other, first: own > other }
  })
}

const ratioOf = (left: string, right: string): number =>
  1 - edits(left, right) / Math.max(left.length, right.length)

/** Which letters a text has, each a bit of 32. */
function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31)
  return letters
}

function bitsIn(word: number): number {
  let count = 0
  for (; word !== 0; word &= word - 1) count++
  return count
}

const row = new Uint16Array(600)
function edits(left: string, right: string): number {
  for (let j = 0; j <= right.length; j++) row[j] = j
  for (let i = 1; i <= left.length; i++) {
    let corner = row[0]!
    row[0] = i
    for (let j = 1; j <= right.length; j++) {
      const above = row[j]!
      row[j] = Math.min(
        above + 1,
        row[j - 1]! + 1,
        corner + (left.charCodeAt(i - 1) === right.charCodeAt(j - 1) ? 0 : 1),
      )
      corner = above
    }
  }
  return row[right.length]!
}

/** Share found at the lowest threshold that keeps wrong answers to one in a thousand lookups. */
function recallAt(
  lookups: Lookup[],
  falseShareMax = FALSE_SHARE_MAX,
): { hits: number; of: number; threshold: number } {
  const answers = lookups
    .map(({ own, other }) => ({ score: Math.max(own, other), right: own > other }))
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .sort((one, two) => two.score - one.score)
  const wrongMax = Math.floor(falseShareMax * lookups.length)
  let best = { hits: 0, of: lookups.length, threshold: Number.POSITIVE_INFINITY }
  let [hits, wrong] = [0, 0]
  answers.forEach(({ score, right }, i) => {
    if (right) hits++
    else wrong++
    // Equal scores stand or fall together.
    if (answers[i + 1]?.score === score) return
    if (wrong <= wrongMax) best = { hits, of: lookups.length, threshold: score }
  })
  return best
}

/* ------------------------------------------------------------------------------------------------ profiles of real accounts */

/** Real accounts, each another's stranger: nobody may be linked to anybody. */
function measureProfiles({ progress }: Surroundings, data: string): Measured {
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
