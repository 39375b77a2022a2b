import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { touchesOf } from './desk/order.ts'
import { judge, keysOf } from './judge.ts'
import { canonicalJson } from './lib/canonical-json.ts'
import { createLineageIndex } from './lineage/lineage.ts'
import type { AppealDecided, JobDecided, PeopleAction } from './model/desk.ts'
import type { Event } from './model/event.ts'
import { POPULATION_KEY } from './model/population.ts'
import type { Reading } from './model/reading.ts'
import { type EntityState, stateKey } from './model/state.ts'
import { packFromFiles } from './rules/load.ts'
import { type Plan, planOf } from './rules/rules.ts'
import { readingWith } from './rules/samples.ts'
import { emptyJudgement, type Judgement, type World } from './world.ts'

/*
 * Invariant 6: after an appeal is won, all that is remembered equals a world where the decision was never taken. Two worlds live through the same
 * events; in one of them somebody decides, or a rule fires, and is overturned.
 */

const packWith = (marked: 'live' | 'off'): Plan => {
  const loaded = packFromFiles({
    'pack.yaml': `
policies:
  - { id: tvec2, title: Threat, prose: No threats., precedence: 1000, ground: { kind: illegal, reference: Law, category: STATEMENT_CATEGORY_VIOLENCE } }
  - { id: tvec8, title: Incitement, prose: No calls., precedence: 900, ground: { kind: illegal, reference: Law, category: STATEMENT_CATEGORY_VIOLENCE } }
  - { id: return, title: Return, prose: Stay away., precedence: 500, ground: { kind: incompatible, reference: Terms, category: STATEMENT_CATEGORY_OTHER_VIOLATION_TC } }
  - { id: edsa, title: News, prose: Permitted., precedence: 50, violating: false }
strikes: { lapseAfter: 90d, max: 3 }
tallies:
  calls_24h: { count: post, where: 'reading.tvec8 >= 0.5', by: account, over: 24h }
rules:
  - { id: threat, policy: tvec2, on: [post.created], when: 'reading.tvec2 >= 0.8', verdict: restrict, actions: [hide, label, queue], label: violent, strikes: 1, mode: live, brake: { perHour: 50 } }
  - { id: calls, policy: tvec8, on: [post.created], when: 'tally.calls_24h >= 2', verdict: review, actions: [queue], mode: live }
  - { id: marked, policy: tvec8, on: [post.created], when: 'reading.harassment >= 0.9', verdict: restrict, actions: [hide, label, queue], label: violent, strikes: 2, mode: ${marked}, brake: { perHour: 50 } }
`,
  })
  assert.ok(loaded.ok, JSON.stringify(loaded))
  return planOf(loaded.pack)
}
const LIVE = packWith('live')
const WITHOUT = packWith('off')

const START = Date.parse('2026-03-02T09:00:00.000Z')
const iso = (minutes: number): string => new Date(START + minutes * 60_000).toISOString()

/** A line in memory whose states go through JSON, and which refuses what its one read did not fetch. */
function memory(plan: Plan) {
  const kept = new Map<string, EntityState>()
  const lineage = createLineageIndex()
  const led: Judgement = emptyJudgement()
  const take = (event: Event, reading: Reading | null = null): Judgement => {
    const keys = new Set(keysOf(event, plan))
    const states = new Map<string, EntityState>()
    for (const key of keys) {
      const state = kept.get(key)
      if (state !== undefined) states.set(key, structuredClone(state))
    }
    const world: World = { plan, states, lineage }
    const into = emptyJudgement()
    judge({ event, reading, gaps: [] }, world, into)
    for (const state of into.changed) {
      const newborn = /^(?:decision|proposal|evidence):/.test(state.key) && !kept.has(state.key)
      assert.ok(keys.has(state.key) || newborn, `${event.type} touches ${state.key}`)
      kept.set(state.key, JSON.parse(JSON.stringify(state)) as EntityState)
    }
    led.decisions.push(...into.decisions)
    led.outbox.push(...into.outbox)
    led.jobs.push(...into.jobs)
    led.desk.push(...into.desk)
    return into
  }
  const store = { load: async (keys: string[]) => keys.map((key) => kept.get(key)) }
  return { plan, kept, take, led, store }
}
type Memory = ReturnType<typeof memory>

interface Happening {
  account: number
  kind: 'quiet' | 'threat' | 'call' | 'follow' | 'profile' | 'closed' | 'reopened'
}
const happenings = fc.array(
  fc.record({
    account: fc.nat(2),
    kind: fc.constantFrom<Happening['kind']>(
      'quiet',
      'threat',
      'call',
      'follow',
      'profile',
      'closed',
      'reopened',
    ),
  }),
  { maxLength: 14 },
)

function live(line: Memory, list: Happening[], from: number): void {
  for (const [index, { account, kind }] of list.entries()) {
    const id = `h-${from}-${index}`
    const head = { id, at: iso(from + index), account: `acct:${account}` }
    switch (kind) {
      case 'follow':
        line.take({ ...head, type: 'follow.created', target: 'acct:9' })
        break
      case 'profile':
        line.take({
          ...head,
          type: 'account.updated',
          profile: {
            handle: `grey_harbour_${account}`,
            name: 'Grey Harbour',
            bio: 'we sail at dawn for the islands',
          },
        })
        break
      case 'closed':
        line.take({ ...head, type: 'account.closed', reason: 'tvec8' })
        break
      case 'reopened':
        line.take({ ...head, type: 'account.reopened' })
        break
      default:
        line.take(postOf(id, `acct:${account}`, from + index), readingOf(kind))
    }
  }
}

const postOf = (id: string, account: string, minutes: number): Event => ({
  id,
  type: 'post.created',
  at: iso(minutes),
  account,
  post: {
    id: `post:${id}`,
    text: 'the harbour is grey this morning, and quiet',
    language: 'en',
    hashtags: [],
    mentions: [],
    urls: [],
    media: [],
    replyTo: null,
    repostOf: null,
    quoteOf: null,
  },
})
const readingOf = (kind: string): Reading =>
  readingWith(
    kind === 'threat'
      ? { tvec2: 0.95 }
      : kind === 'call'
        ? { tvec8: 0.7 }
        : kind === 'marked'
          ? { harassment: 0.95 }
          : {},
  )

/** All states but what is kept of decisions, jobs and proposals themselves, of preserved copies, and brakes that count nothing. */
const remembered = ({ kept }: Memory): string[] =>
  [...kept.values()]
    .filter(({ key }) => !/^(?:decision|job|proposal|evidence|threat-desk)/.test(key))
    .filter(({ brake }) => brake === undefined || Object.keys(brake.hours).length > 0)
    .map((state) => canonicalJson(withoutOthersLinks(state)))
    .sort()

/** What third accounts were held to resemble meanwhile was weighed beside the link that stood then, and is weighed again at their next event (U7). */
const withoutOthersLinks = (state: EntityState): object => {
  const { account } = state
  if (account === undefined) return state
  // Of a name only the last four are kept: what a rule sees is the name, and until when.
  const labels: Record<string, number> = {}
  for (const { name, until } of account.labels)
    labels[name] = Math.max(labels[name] ?? 0, until ?? Number.MAX_VALUE)
  return { ...state, account: { ...account, labels, ...(account.id !== 'acct:0' && { lineage: null }) } }
}

/** Names the first state that differs: all of them would fill a book. */
function same(acted: string[], never: string[]): void {
  const at = acted.findIndex((text, index) => text !== never[index])
  if (at >= 0) assert.equal(acted[at]!.slice(0, 1_000), never[at]?.slice(0, 1_000))
  assert.equal(acted.length, never.length)
}

async function finding(line: Memory, minutes: number, over: Partial<JobDecided>): Promise<Event> {
  const job = {
    id: 'j1',
    queue: 'content',
    decision: 'd-none',
    event: 'e-none',
    policy: 'tvec8',
    subject: { kind: 'account' as const, id: 'acct:0' },
    account: 'acct:0',
    rules: ['calls'],
    language: 'en',
    date: iso(0),
    reports: [{ id: 'r1', account: 'acct:8' }],
    ...over.job,
  }
  const link = over.link ?? null
  const touches = await touchesOf(line.store, {
    decisions: [job.decision],
    keys: [
      stateKey.job(job.id),
      stateKey.account(job.account),
      ...(link === null ? [] : [stateKey.account(link)]),
    ],
  })
  return {
    id: `f-${job.id}`,
    type: 'job.decided',
    at: iso(minutes),
    account: job.account,
    review: {
      by: 'ann',
      why: 'it calls on others',
      madeAt: iso(minutes),
      also: [],
      finding: 'violation',
      policy: 'tvec8',
      actions: ['hide'],
      label: null,
      says: '',
      until: null,
      ...over,
      link,
      job,
      touches,
    },
  }
}

const filed = (decision: string, minutes: number, account = 'acct:0'): Event => ({
  id: `appeal-${decision}`,
  type: 'appeal.filed',
  at: iso(minutes),
  account,
  appeal: { id: 'a1', decision, text: 'This was a song.' },
})

async function hearing(
  line: Memory,
  decision: string,
  minutes: number,
  over: Partial<AppealDecided> = {},
): Promise<Event> {
  const touches = await touchesOf(line.store, {
    decisions: [decision],
    keys: [stateKey.job(`${decision}.appeals`), stateKey.account('acct:0')],
  })
  return {
    id: `hearing-${decision}-${over.by ?? 'bob'}`,
    type: 'appeal.decided',
    at: iso(minutes),
    account: 'acct:0',
    review: {
      by: 'bob',
      why: 'it was a song',
      madeAt: iso(minutes),
      decision,
      finding: 'overturned',
      says: '',
      jobs: [],
      rests: [],
      ...over,
      touches,
    },
  }
}

const actionsOf = fc.subarray<PeopleAction>(['limit', 'hide', 'suspend', 'warn', 'label'], { minLength: 1 })

test('U1: overturned, a person’s decision leaves what is remembered as if it had never been taken', async () => {
  let marks = 0
  let links = 0
  await fc.assert(
    fc.asyncProperty(
      happenings,
      happenings,
      happenings,
      actionsOf,
      fc.boolean(),
      async (a, b, c, actions, confirms) => {
        const acted = memory(LIVE)
        const never = memory(LIVE)
        for (const line of [acted, never]) {
          live(line, a, 0)
          // Somebody was closed before, so that there is a link to confirm.
          live(
            line,
            [
              { account: 1, kind: 'profile' },
              { account: 1, kind: 'threat' },
              { account: 1, kind: 'closed' },
              { account: 0, kind: 'profile' },
            ],
            20,
          )
        }
        const label = actions.includes('label') ? 'violent' : null
        const link = confirms ? 'acct:1' : null
        const act = await finding(acted, 30, { actions, label, link })
        const { decisions } = acted.take(act)
        assert.equal(decisions.length, 1)
        const decision = decisions[0]!.id
        if (decisions[0]!.strikes > 0) marks += 1
        if (acted.kept.get(stateKey.decision(decision))?.decision?.link) links += 1
        const settled = b.filter(
          ({ kind, account }) => account !== 0 || (kind !== 'closed' && kind !== 'reopened'),
        )
        for (const line of [acted, never]) live(line, settled, 40)
        for (const line of [acted, never]) line.take(filed(decision, 60))
        const { decisions: heard, outbox } = acted.take(await hearing(acted, decision, 61))
        assert.equal(heard.length, 1)
        assert.equal(heard[0]!.verdict, 'allow')
        assert.equal(
          outbox.some(({ action, restores }) => action === 'restore' && restores === decision),
          true,
        )
        never.take(await hearing(never, decision, 61))
        for (const line of [acted, never]) live(line, c, 70)
        same(remembered(acted), remembered(never))
      },
    ),
    { numRuns: 120 },
  )
  assert.ok(marks > 20, `only ${marks} decisions put a strike on: this test would see nothing`)
  assert.ok(links > 5, `only ${links} decisions confirmed a link: this test would see nothing`)
})

test('U1: overturned, a rule’s decision leaves what is remembered as if the rule had never fired', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, happenings, fc.boolean(), async (a, b, confirmed) => {
      const acted = memory(LIVE)
      const never = memory(WITHOUT)
      for (const line of [acted, never]) live(line, a, 0)
      for (const line of [acted, never]) line.take(postOf('marked', 'acct:0', 25), readingOf('marked'))
      const decision = acted.led.decisions.find(({ rules }) => rules.includes('marked'))
      assert.ok(decision && decision.strikes === 2)
      // A reviewer who confirms it takes part: both fall together.
      if (confirmed) {
        const job = { ...jobOf(decision.id), id: `${decision.id}.content` }
        acted.take(await finding(acted, 26, { actions: ['hide', 'label'], label: 'violent', job }))
        assert.equal(
          acted.led.desk.some((row) => row.kind === 'job' && row.status === 'decided'),
          true,
        )
      }
      for (const line of [acted, never]) live(line, b, 30)
      for (const line of [acted, never]) line.take(filed(decision.id, 60))
      acted.take(await hearing(acted, decision.id, 61))
      same(remembered(acted), remembered(never))
    }),
    { numRuns: 80 },
  )
})

const jobOf = (decision: string): JobDecided['job'] => ({
  id: 'j1',
  queue: 'content',
  decision,
  event: 'marked',
  policy: 'tvec8',
  subject: { kind: 'post', id: 'post:marked' },
  account: 'acct:0',
  rules: ['marked'],
  language: 'en',
  date: iso(0),
  reports: [],
})

test('A3: whoever took part does not hear the appeal, whatever the desk let through', async () => {
  const line = memory(LIVE)
  line.take(postOf('marked', 'acct:0', 1), readingOf('marked'))
  const [first] = line.led.decisions
  const job = { ...jobOf(first!.id), id: `${first!.id}.content` }
  const { decisions } = line.take(
    await finding(line, 2, { actions: ['hide', 'label'], label: 'violent', job }),
  )
  line.take(filed(first!.id, 3))
  // Ann confirmed it: she may hear neither decision of the matter, in whatever letters she writes her name.
  for (const by of ['ann', ' ANN ', 'ａｎｎ']) {
    const before = remembered(line)
    assert.deepEqual(line.take(await hearing(line, first!.id, 4, { by })).decisions, [])
    same(remembered(line), before)
  }
  assert.equal(line.take(await hearing(line, first!.id, 5)).decisions.length, 1)
  assert.equal(line.kept.get(stateKey.decision(decisions[0]!.id))?.decision?.standing, 'overturned')
  assert.deepEqual(line.take(await hearing(line, first!.id, 6, { by: 'eve' })).decisions, [], 'heard twice')
})

test('A2: an appeal is taken once, within six months, from whom the decision is about', () => {
  const check = (why: string, taken: boolean, event: (decision: string) => Event) => {
    const line = memory(LIVE)
    line.take(postOf('marked', 'acct:0', 1), readingOf('marked'))
    const decision = line.led.decisions[0]!.id
    const { jobs } = line.take(event(decision))
    assert.equal(
      jobs.some(({ queue }) => queue === 'appeals'),
      taken,
      why,
    )
  }
  check('in time', true, (decision) => filed(decision, 60))
  check('by another account', false, (decision) => filed(decision, 60, 'acct:1'))
  check('of no decision', false, () => filed('d-none', 60))
  check('after 184 days', true, (decision) => filed(decision, 184 * 24 * 60))
  check('a minute too late', false, (decision) => filed(decision, 184 * 24 * 60 + 2))
})

test('A5: what is upheld changes nothing but that it was heard', async () => {
  const line = memory(LIVE)
  line.take(postOf('marked', 'acct:0', 1), readingOf('marked'))
  const decision = line.led.decisions[0]!.id
  line.take(filed(decision, 3))
  const before = remembered(line)
  const { decisions, outbox, desk } = line.take(await hearing(line, decision, 4, { finding: 'upheld' }))
  same(remembered(line), before)
  assert.match(decisions[0]!.statement.text, /The decision stands/)
  assert.deepEqual(
    outbox.map(({ action, notice }) => [action, notice?.outcome]),
    [['notify', 'upheld']],
  )
  assert.deepEqual(
    desk.flatMap((row) => (row.kind === 'outcome' ? [[row.row.rule, row.row.outcome]] : [])),
    [['marked', 'right']],
  )
})

test('F3: a job is decided once; reporters hear what became of their report, and nothing of who decided', async () => {
  const line = memory(LIVE)
  live(line, [{ account: 0, kind: 'quiet' }], 0)
  const { outbox, decisions } = line.take(await finding(line, 2, {}))
  const second = (await finding(line, 3, { by: 'bob', finding: 'no-violation' })) as Event & { id: string }
  second.id = 'f-other'
  assert.deepEqual(line.take(second).decisions, [])
  const notice = outbox.find(({ action }) => action === 'notify')
  assert.deepEqual(
    [notice?.account, notice?.notice],
    ['acct:8', { about: 'report', id: 'r1', outcome: 'violation' }],
  )
  assert.doesNotMatch(JSON.stringify([outbox, decisions]), /ann/)
})

test('K7: one act is one mark: a person puts none on where the engine did', async () => {
  const line = memory(LIVE)
  line.take(postOf('marked', 'acct:0', 1), readingOf('marked'))
  const decision = line.led.decisions[0]!.id
  const job = { ...jobOf(decision), id: `${decision}.content` }
  const { decisions } = line.take(
    await finding(line, 2, { actions: ['hide', 'label'], label: 'violent', job }),
  )
  assert.equal(decisions[0]!.strikes, 0)
  assert.equal(line.kept.get('account:acct:0')!.account!.strikes.length, 1)
})

test('F5: found to be no violation, what a rule had done is taken back, and the rule was wrong', async () => {
  const line = memory(LIVE)
  const never = memory(WITHOUT)
  for (const one of [line, never]) one.take(postOf('marked', 'acct:0', 1), readingOf('marked'))
  const decision = line.led.decisions[0]!.id
  const job = { ...jobOf(decision), id: `${decision}.content` }
  const { outbox, desk } = line.take(
    await finding(line, 2, { finding: 'edsa', policy: null, actions: [], job }),
  )
  assert.deepEqual(
    outbox.map(({ action, restores }) => [action, restores]),
    [['restore', decision]],
  )
  assert.deepEqual(
    desk.flatMap((row) => (row.kind === 'outcome' ? [row.row.outcome] : [])),
    ['wrong'],
  )
  same(remembered(line), remembered(never))
})

test('T1 to T4: a verified account is closed by two, and a proposal lapses', async () => {
  const line = memory(LIVE)
  line.take({
    id: 'p',
    type: 'account.created',
    at: iso(0),
    account: 'acct:0',
    profile: { handle: 'harbour_news', verified: true },
  })
  const act = await finding(line, 1, { actions: ['suspend'] })
  const proposed = line.take(act)
  assert.deepEqual(proposed.decisions, [])
  assert.deepEqual(
    proposed.desk.map(({ kind }) => kind),
    ['proposal', 'job'],
  )
  const answer = async (by: string, approve: boolean, minutes: number): Promise<Event> => ({
    id: `answer-${by}-${minutes}`,
    type: 'proposal.answered',
    at: iso(2),
    account: 'acct:0',
    review: {
      by,
      why: 'seen',
      madeAt: iso(minutes),
      proposal: act.id,
      approve,
      touches: await touchesOf(line.store, {
        decisions: [],
        keys: [
          stateKey.proposal(act.id),
          stateKey.job('j1'),
          stateKey.account('acct:0'),
          stateKey.decision('d-none'),
        ],
      }),
    },
  })
  assert.deepEqual(
    line.take(await answer('Ann ', true, 2)).decisions,
    [],
    'one person in other letters is one',
  )
  assert.deepEqual(
    line.take(await answer('bob', true, 73 * 60)).decisions,
    [],
    'a lapsed proposal was carried out',
  )
  const { decisions, outbox } = line.take(await answer('bob', true, 3))
  assert.deepEqual(
    decisions.map(({ actions }) => actions),
    [['suspend']],
  )
  assert.equal(
    outbox.some(({ action }) => action === 'suspend'),
    true,
  )
  assert.deepEqual(line.kept.get(stateKey.decision(decisions[0]!.id))?.decision?.by, ['ann', 'bob'])
  assert.deepEqual(line.take(await answer('eve', true, 4)).decisions, [], 'carried out twice')
  assert.equal(line.kept.has(POPULATION_KEY), true)
})
