import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Clock, stillClock } from '../lib/clock.ts'
import { seededRandom } from '../lib/random.ts'
import { createGuard, type Guard, type Limits } from './guard.ts'
import type { Attempt, Guarded } from './opinions.ts'
import { guardWith, limitsWith } from './samples.ts'

const good: Attempt<string> = { ok: true, value: 'yes', tokens: 5 }
const down: Attempt<string> = { ok: false, reason: '500', blame: 'provider' }
const odd: Attempt<string> = { ok: false, reason: 'the answer is not one JSON object', blame: 'text' }

const guardAt = (clock: Clock, parts: Partial<Limits> = {}): Guard =>
  createGuard(limitsWith({ deadlineMs: 5_000, ...parts }), { clock, random: seededRandom(1) })
const ask = (guard: Guard, answer: Attempt<string> | Promise<Attempt<string>> = good, characters = 10) =>
  guard.run({ characters, work: async () => answer })
const reasonOf = (answer: Guarded<unknown>): string => (answer.ok ? 'answered' : answer.reason)

test('five failures in a row open the circuit; one question tries it again, and its answer closes it (Q6)', async () => {
  const clock = stillClock(1_000)
  const guard = guardAt(clock)
  for (let i = 0; i < 5; i++) assert.equal(reasonOf(await ask(guard, down)), '500')
  let asked = 0
  const counted = (answer: Promise<Attempt<string>>) =>
    guard.run({
      characters: 1,
      work: () => {
        asked += 1
        return answer
      },
    })
  assert.match(
    reasonOf(await counted(Promise.resolve(good))),
    /^it failed before; it is asked again in \d+ s$/,
  )
  assert.equal(asked, 0, 'an open circuit asks nobody')

  clock.set(1_000 + 120_000)
  const { promise, resolve } = Promise.withResolvers<Attempt<string>>()
  const probe = counted(promise)
  assert.equal(reasonOf(await counted(Promise.resolve(good))), 'it failed before; another text is trying it')
  assert.equal(asked, 1, 'half open, one question goes through')
  resolve(down)
  assert.equal(reasonOf(await probe), '500')
  assert.match(reasonOf(await ask(guard)), /asked again/, 'a probe that fails opens it again')

  clock.set(1_000 + 240_000)
  assert.ok((await ask(guard)).ok)
  const together = await Promise.all([ask(guard), ask(guard), ask(guard)])
  assert.ok(
    together.every(({ ok }) => ok),
    'closed again',
  )
})

test('what concerns one text alone opens no circuit, and an answer in between forgives (Q6)', async () => {
  const guard = guardAt(stillClock(0))
  for (let i = 0; i < 50; i++) assert.equal(reasonOf(await ask(guard, odd)), odd.ok ? '' : odd.reason)
  for (let i = 0; i < 4; i++) await ask(guard, down)
  assert.ok((await ask(guard)).ok)
  for (let i = 0; i < 4; i++) await ask(guard, down)
  assert.ok((await ask(guard)).ok)
})

test('whoever asks for quiet is left in peace for so long (Q6)', async () => {
  const clock = stillClock(0)
  const guard = guardAt(clock)
  await ask(guard, { ok: false, reason: '429', blame: 'provider', retryAfterMs: 60_000 })
  assert.equal(reasonOf(await ask(guard)), 'it failed before; it is asked again in 60 s')
  clock.set(59_999)
  assert.ok(!(await ask(guard)).ok)
  clock.set(60_000)
  assert.ok((await ask(guard)).ok)
})

test('a budget of the hour that is spent is a gap until the next hour begins (Q7)', async () => {
  for (const [perHour, answered] of [
    [{ requests: 3, characters: 1_000, tokens: 1_000 }, 3],
    [{ requests: 100, characters: 20, tokens: 1_000 }, 2],
    [{ requests: 100, characters: 1_000, tokens: 6 }, 2],
  ] as const) {
    const clock = stillClock(500)
    const guard = guardAt(clock, { perHour })
    const answers = [await ask(guard), await ask(guard), await ask(guard), await ask(guard)]
    assert.equal(answers.filter(({ ok }) => ok).length, answered)
    assert.match(reasonOf(answers[3]!), /^its budget of \d+ (requests|characters|tokens) an hour is spent$/)
    clock.set(500 + 3_599_999)
    assert.ok(!(await ask(guard)).ok)
    clock.set(500 + 3_600_000)
    assert.ok((await ask(guard)).ok)
    assert.deepEqual(guard.spent().hour, { requests: 1, characters: 10, tokens: 5 })
    assert.equal(guard.spent().total.requests, answered + 1)
  }
})

test('a full queue answers at once, a waiting question gets its turn or a gap in time (Q3)', async () => {
  const guard = guardWith({ concurrency: 1, queue: 2, deadlineMs: 80 })
  const never = new Promise<Attempt<string>>(() => {})
  const startedAt = performance.now()
  const hanging = ask(guard, never)
  const waiting = [ask(guard), ask(guard)]
  const first = await Promise.race([ask(guard), hanging])
  assert.equal(reasonOf(first), '2 texts wait for it already', 'a full queue is no reason to wait')
  assert.equal(reasonOf(await hanging), 'no answer within 80 ms')
  for (const answer of await Promise.all(waiting)) assert.equal(reasonOf(answer), 'no turn within 80 ms')
  assert.ok(performance.now() - startedAt < 2_000)
})

test('a provider that throws is a gap, and what it threw is not told', async () => {
  const guard = guardAt(stillClock(0))
  const answer = await guard.run({
    characters: 1,
    work: () => {
      throw new TypeError('Bearer secret')
    },
  })
  assert.deepEqual(answer, { ok: false, reason: 'it broke: TypeError' })
})

test('closing answers all that waits and all that is under way', async () => {
  const guard = guardWith({ concurrency: 1, deadlineMs: 60_000 })
  const never = new Promise<Attempt<string>>(() => {})
  const answers = [ask(guard, never), ask(guard)]
  guard.close()
  answers.push(ask(guard))
  for (const answer of await Promise.all(answers)) assert.equal(reasonOf(answer), 'it is being closed')
})

const steps = fc.array(
  fc.record({
    ms: fc.integer({ min: 0, max: 12 }),
    heeds: fc.boolean(),
    outcome: fc.constantFrom('good', 'odd', 'throws' as const),
  }),
  { minLength: 1, maxLength: 25 },
)

test('never more under way than allowed, every question answered within its deadline, every turn given back (Q3)', async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 30 }),
      async (all, concurrency, queue) => {
        const guard = guardWith({ concurrency, queue, deadlineMs: 8 })
        let under = 0
        const work = async ({ ms, heeds, outcome }: (typeof all)[number], signal: AbortSignal) => {
          under += 1
          assert.ok(under <= concurrency, `${under} under way`)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, ms)
            if (heeds)
              signal.addEventListener('abort', () => {
                clearTimeout(timer)
                resolve()
              })
          })
          under -= 1
          if (outcome === 'throws') throw new Error('x')
          return outcome === 'good' ? good : odd
        }
        const answers = await Promise.all(
          all.map((step) => guard.run({ characters: 1, work: (signal) => work(step, signal) })),
        )
        assert.equal(answers.length, all.length)
        for (let waited = 0; under > 0 && waited < 400; waited++)
          await new Promise((resolve) => setTimeout(resolve, 5))
        assert.equal(under, 0)
      },
    ),
    { numRuns: 60 },
  )
})
