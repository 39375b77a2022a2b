import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { sampleDecision, sampleLink, sampleStatement, sampleStatus } from '../../src/server/samples.ts'
import { barriers, openBrowser, openPage } from './chromium.ts'
import { anyDecision, liveIn, openSample, type Sample } from './sample.ts'

/* States that a real line seldom shows, over the real server with a house in memory. */

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser?.close())

async function visiting(
  work: (visit: Awaited<ReturnType<typeof openPage>> & { sample: Sample }) => Promise<void>,
  options: Parameters<typeof openPage>[1] = {},
): Promise<void> {
  const sample = await openSample()
  const visit = await openPage(browser, options)
  try {
    await visit.page.goto(await sample.welcome())
    await visit.page.locator('header [data-state=open]').waitFor()
    await work({ ...visit, sample })
  } finally {
    await visit.page.context().close()
    await sample.close()
  }
}

test('a line that stands still says why, above all else', () =>
  visiting(async ({ page, faults, sample: { house } }) => {
    house.inside.line = sampleStatus({ halted: 'the disk is full', eventsPerSecond: 0 })
    house.inside.publish({ kind: 'tick', status: house.inside.line })
    await page.getByRole('alert').waitFor()
    assert.match((await page.getByRole('alert').textContent())!, /stands still: the disk is full/)
    assert.deepEqual(await barriers(page), [])
    house.inside.publish({ kind: 'tick', status: sampleStatus() })
    await page.getByRole('alert').waitFor({ state: 'hidden' })
    assert.deepEqual(faults, [])
  }))

test('a refused policy pack is shown with what is wrong with it, also to a page that comes later', () =>
  visiting(async ({ page, faults, sample }) => {
    const problems =
      'rules/threats.yaml:12:11: there is no tally "inciting"\n  did you mean inciting_posts_24h?'
    sample.house.inside.publish({ kind: 'pack', hash: 'sha256:1', ok: false, problems })
    await page.getByText('A changed policy pack was refused.').waitFor()
    await page.reload()
    await page.getByText('A changed policy pack was refused.').click()
    await page.getByText('rules/threats.yaml:12:11').waitFor()
    assert.deepEqual(await barriers(page), [])
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByText('A changed policy pack was refused.').waitFor({ state: 'hidden' })
    assert.deepEqual(faults, [])
  }))

test('hostile content is text, whatever it holds, and turns nothing around it', () =>
  visiting(async ({ page, faults, sample: { house } }) => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>\u202e{{7*7}} مرحبا'
    const decision = sampleDecision('d-"><script>alert(3)</script>', {
      account: hostile,
      subject: { kind: 'post', id: hostile },
      rules: [hostile],
      label: hostile,
      why: [hostile],
      evidence: {
        [hostile]: hostile,
        nested: { deep: [hostile] },
        long: 'x'.repeat(5_000),
        'reading.tvec8': 1e9,
      },
      gaps: [hostile],
      statement: sampleStatement({ text: hostile, decision_facts: hostile }),
    })
    house.inside.publish({ kind: 'decision', decision })
    house.inside.publish({
      kind: 'link',
      link: sampleLink('l-1', {
        waterfall: [{ field: 'handle', bits: 9, left: hostile, right: 'ضوء\u202e' }],
      }),
    })
    await page.locator('[data-decision]').first().click()
    await page.locator('[data-link]').first().click()
    assert.equal(await page.getByTestId('statement').textContent(), hostile)
    assert.equal(await page.locator('#root img, #root script').count(), 0)
    const open = await page
      .locator('[data-decision] bdi, [data-link] bdi')
      .evaluateAll((parts) => parts.every((part) => part.hasAttribute('dir')))
    assert.ok(open, 'each is isolated')
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    assert.ok(widths[0]! <= widths[1]!, `the page is ${widths[0]} wide in a window of ${widths[1]}`)
    assert.deepEqual(await barriers(page), [])
    assert.deepEqual(faults, [])
  }))

test('a fast line is bounded: the page stays short and says what it left out', () =>
  visiting(async ({ page, faults, sample: { house } }) => {
    for (let index = 0; index < 3_000; index++) {
      const decision = anyDecision(index)
      house.inside.decisions.push(decision)
      house.inside.publish({ kind: 'decision', decision })
      if (index % 300 === 0) await page.waitForTimeout(60)
    }
    await page.getByText(/came faster than a page can show/).waitFor()
    assert.ok((await page.locator('[data-decision]').count()) <= 120)
    await page.getByRole('button', { name: 'Older decisions' }).click()
    assert.deepEqual(faults, [])
  }))

test('older decisions are fetched until the first', () =>
  visiting(async ({ page, sample: { house } }) => {
    for (let index = 0; index < 230; index++) house.inside.decisions.push(anyDecision(index))
    await page.reload()
    await page.locator('[data-decision]').first().waitFor()
    const older = page.getByRole('button', { name: 'Older decisions' })
    for (let times = 0; times < 8 && (await older.count()) > 0; times++) {
      await older.click()
      await page.waitForTimeout(250)
    }
    await page.getByText('That is the first decision.').waitFor()
    assert.equal(await page.locator('[data-decision]').count(), 230)
    const ids = await page
      .locator('[data-decision]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-decision')))
    assert.deepEqual(
      ids,
      Array.from({ length: 230 }, (_, index) => `dec-${229 - index}`),
    )
  }))

test('filters leave what fits, and say when nothing does', () =>
  visiting(async ({ page, sample: { house } }) => {
    for (let index = 0; index < 12; index++) house.inside.decisions.push(anyDecision(index))
    await page.reload()
    await page.locator('[data-decision]').first().waitFor()
    await page.getByLabel('Mode').selectOption('shadow')
    assert.equal(await page.locator('[data-decision]').count(), 2)
    await page.getByLabel('Policy').selectOption('tvec2')
    await page.getByText('None of the decisions here fits the filters.').waitFor()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    assert.equal(await page.locator('[data-decision]').count(), 12)
  }))

test('turned for a language that runs the other way, the page stands as well', () =>
  visiting(async ({ page, faults, sample: { house } }) => {
    const stop = liveIn(house)
    try {
      await page.reload()
      await page.locator('[data-decision]').nth(5).waitFor()
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl'
      })
      await page.locator('[data-decision]').nth(1).click()
      await page.waitForTimeout(300)
      const [decisions, links] = await page.evaluate(() =>
        ['decisions', 'links'].map(
          (id) => document.getElementById(`${id}-title`)!.getBoundingClientRect().left,
        ),
      )
      assert.ok(decisions! > links!, 'what stood first stands at the right')
      const [width, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      assert.ok(width! <= seen!, `${width} px wide in ${seen}`)
      assert.deepEqual(faults, [])
    } finally {
      stop()
    }
  }))

test('a session that ends elsewhere is asked for again by itself, and who leaves stands at the door', () =>
  visiting(async ({ page, sample: { house } }) => {
    for (const row of house.inside.access.values())
      if (row.kind === 'session') house.inside.access.delete(row.id)
    await page.getByRole('dialog', { name: 'Sign in again to go on' }).waitFor()
    await page.getByRole('button', { name: 'Leave this page' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.getByText('You are signed out.').waitFor()
  }))

for (const [name, viewport] of [
  ['a tablet', { width: 820, height: 1180 }],
  ['a tablet on its side', { width: 1180, height: 820 }],
  ['a small laptop', { width: 1280, height: 720 }],
  ['a wide screen', { width: 1920, height: 1080 }],
] as const)
  test(`nothing runs out of ${name}`, () =>
    visiting(
      async ({ page, faults, sample: { house } }) => {
        const stop = liveIn(house)
        try {
          await page.reload()
          await page.locator('[data-decision]').nth(5).waitFor()
          await page.locator('[data-decision]').nth(1).click()
          await page.locator('[data-link]').first().click()
          await page.waitForTimeout(400)
          const [width, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
          assert.ok(width! <= seen!, `${width} px wide in ${seen}`)
          assert.deepEqual(await barriers(page), [])
          assert.deepEqual(faults, [])
        } finally {
          stop()
        }
      },
      { viewport },
    ))
