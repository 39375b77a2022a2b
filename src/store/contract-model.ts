import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Seq } from '../model/ids.ts'
import type { EntityState } from '../model/state.ts'
import type { Bench } from './contract.ts'
import {
  all,
  sampleAccount,
  sampleCommit,
  sampleDecision,
  sampleLink,
  sampleOutbox,
  sampleRun,
} from './samples.ts'
import type { Store } from './store.ts'

/** What a store should say, kept as plainly as can be. */
interface Model {
  logged: Seq
  judged: Seq
  decisions: Set<string>
  outbox: Set<string>
  /** Id → bits of the latest version. */
  links: Map<string, number>
  /** Every change of a state: `posts` of an account as of an event. */
  history: { through: Seq; account: string; posts: number }[]
}

type Step =
  | {
      do: 'commit'
      events: number
      unjudged: number
      decisions: number[]
      links: number[]
      accounts: number[]
    }
  | { do: 'settle' | 'reopen' | 'crash' | 'recover' }

const few = fc.array(fc.nat(7), { maxLength: 3 })
const commitStep = fc.record({
  do: fc.constant('commit' as const),
  events: fc.nat(9),
  unjudged: fc.nat(2),
  decisions: few,
  links: few,
  accounts: few,
})
const otherStep = fc.record({ do: fc.constantFrom('settle', 'reopen', 'crash', 'recover') })
const steps = fc.array(fc.oneof({ weight: 3, arbitrary: commitStep }, otherStep), { maxLength: 14 })

/** The law: whatever the sequence of commits, settles, starts and crashes, the store says what the model says. */
export const checkAgainstModel = (open: () => Promise<Bench>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const bench = await open()
      const model: Model = {
        logged: 0,
        judged: 0,
        decisions: new Set(),
        outbox: new Set(),
        links: new Map(),
        history: [],
      }
      try {
        let store = bench.store
        for (const step of sequence) {
          store = await take(step, bench, store, model)
          await compare(store, model)
        }
        assert.equal(await store.verify(), null)
      } finally {
        await bench.cleanup()
      }
    }),
    { numRuns: 25 },
  )

async function take(step: Step, bench: Bench, store: Store, model: Model): Promise<Store> {
  switch (step.do) {
    case 'commit':
      await commitBoth(step, store, model)
      return store
    case 'settle':
      await store.settle()
      assert.equal(store.position().settled, model.judged)
      return store
    case 'reopen':
      return foldAgain(await bench.reopen(), model)
    case 'crash':
      return foldAgain(bench.crash ? await bench.crash() : await bench.reopen(), model)
    case 'recover':
      await store.recover()
      return foldAgain(store, model)
  }
}

async function commitBoth(step: Step & { do: 'commit' }, store: Store, model: Model): Promise<void> {
  const logged = model.logged + step.events
  const through = Math.max(model.judged, logged - step.unjudged)
  // States change only by events: what no event led to could not be folded again.
  const accounts = through > model.judged ? step.accounts : []
  const changes = accounts.map((account) => ({
    through,
    account: `a${account}`,
    posts: through * 10 + account,
  }))
  const states = changes.map(({ account, posts }) =>
    sampleAccount(account, posts % 2 === 0 ? 'closed' : 'open', posts),
  )
  await store.commit(
    sampleCommit(sampleRun(model.logged + 1, logged), {
      through,
      decisions: step.decisions.map((id) => sampleDecision(`d${id}`)),
      outbox: step.decisions.map((id) => sampleOutbox(`o${id}`)),
      links: step.links.map((id) => sampleLink(`l${id}`, through)),
      states,
    }),
  )
  model.logged = logged
  model.history.push(...changes)
  if (through === model.judged) return
  model.judged = through
  for (const id of step.decisions) model.decisions.add(`d${id}`) && model.outbox.add(`o${id}`)
  for (const id of step.links) model.links.set(`l${id}`, through)
}

/** What the line does on a start: brings the states from `settled` to `judged`. */
async function foldAgain(store: Store, model: Model): Promise<Store> {
  const { settled, judged } = store.position()
  assert.deepEqual(
    await accountsOf(store),
    accountsAt(model, settled),
    'states are not those of the last settle',
  )
  const throughs = new Set(model.history.map(({ through }) => through).filter((through) => through > settled))
  for (const through of [...throughs, judged]) {
    const states = model.history
      .filter((change) => change.through === through)
      .map(({ account, posts }) => sampleAccount(account, posts % 2 === 0 ? 'closed' : 'open', posts))
    await store.commit(sampleCommit([], { through, states }))
  }
  return store
}

async function compare(store: Store, model: Model): Promise<void> {
  const { logged, judged } = store.position()
  assert.deepEqual({ logged, judged }, { logged: model.logged, judged: model.judged })
  assert.deepEqual(await store.seen(['e1', `e${logged}`, `e${logged + 1}`]), [logged > 0, logged > 0, false])
  assert.deepEqual((await all(store.events({ from: 1, chunk: 5 }))).flat(), sampleRun(1, logged))
  assert.deepEqual(
    (await all(store.eachDecision())).map(({ id }) => id),
    [...model.decisions],
  )
  assert.deepEqual(
    (await all(store.eachLink())).map(({ id, bits }) => [id, bits]),
    [...model.links],
  )
  assert.deepEqual(await accountsOf(store), accountsAt(model, judged))
  const { decisions, outboxWaiting, accounts } = await store.counts()
  const known = accountsAt(model, judged).filter((state) => state !== undefined)
  assert.deepEqual(
    [decisions, outboxWaiting, accounts],
    [model.decisions.size, model.outbox.size, known.length],
  )
}

const NAMES = Array.from({ length: 8 }, (_, index) => `a${index}`)

const accountsOf = (store: Store) => store.load(NAMES.map((name) => `account:${name}`))

const accountsAt = ({ history }: Model, seq: Seq): (EntityState | undefined)[] =>
  NAMES.map((name) => {
    const latest = history.filter(({ account, through }) => account === name && through <= seq).at(-1)
    return latest && sampleAccount(name, latest.posts % 2 === 0 ? 'closed' : 'open', latest.posts)
  })
