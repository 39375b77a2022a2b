import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deskLine, dutyOf, tellingPager } from './desk-samples.ts'
import type { Sent } from './pager.ts'

/*
 * Whenever the process dies and starts again, and however the channel behaves: every page that was due is sent in the end, and none under two ids
 * for one person and one stage.
 */

type Step = { kind: 'look'; minutes: number } | { kind: 'kill' } | { kind: 'answer'; how: 'ok' | 'hang' }

const step = fc.oneof(
  fc.record({ kind: fc.constant('look' as const), minutes: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ kind: fc.constant('kill' as const) }),
  fc.record({ kind: fc.constant('answer' as const), how: fc.constantFrom('ok' as const, 'hang' as const) }),
)

test('P2, P3: kill and restart never page twice and never lose a page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.integer({ min: 1, max: 3 }),
      async (steps, cases) => {
        let how: 'ok' | 'hang' = 'ok'
        const sent: string[] = []
        const pager = tellingPager('email', async (): Promise<Sent> => {
          if (how === 'hang') return new Promise(() => {})
          return { ok: true, detail: 'taken' }
        })
        const line = deskLine({ duty: dutyOf([pager]) })
        for (let i = 0; i < cases; i++) line.say({ post: `p${i}`, account: `a${i}` })
        let watch = line.newWatch()
        let minute = 0
        const settle = () => new Promise((resolve) => setImmediate(resolve))
        for (const one of steps as Step[]) {
          if (one.kind === 'answer') how = one.how
          else if (one.kind === 'kill') watch = line.newWatch()
          else {
            minute += one.minutes
            line.after(minute)
            await watch.look()
            await settle()
          }
        }
        how = 'ok'
        watch = line.newWatch()
        await watch.look()
        await watch.idle()

        const pages = [...line.room.cases.values()].flatMap(({ id, pages }) =>
          pages.map((page) => ({ id, page })),
        )
        // One page for one person and stage of a case, whatever happened.
        const keys = pages.map(({ id, page }) => `${id} ${page.stage} ${page.to}`)
        assert.equal(new Set(keys).size, keys.length)
        assert.equal(new Set(pages.map(({ page }) => page.id)).size, pages.length)
        // A receiver that knows ids sees each page once or more under its one id, and every page that was due was given to it.
        const got = new Set(pager.got.map(({ id }) => id))
        for (const { page } of pages) assert.ok(got.has(page.id), page.stage)
        // Nothing that was answered for is sent again.
        const before = pager.got.length
        watch = line.newWatch()
        await watch.look()
        await watch.idle()
        assert.equal(pager.got.length, before)
        sent.length = 0
      },
    ),
    { numRuns: 200 },
  )
})
