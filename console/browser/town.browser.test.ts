import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { barriers, openBrowser, openPage, type Watched } from './chromium.ts'
import { freePort, type Running, startHoldfast } from './holdfast.ts'

/*
 * The page over the real program with the simulated town, from sign-in to sign-out: what somebody sees who runs `npm start`. The tests are one visit, in order.
 */

/** Until the network is closed, comes back and is recognised. */
const RETURN_MS_MAX = 240_000

const folder = mkdtempSync(join(tmpdir(), 'holdfast-browser-'))
let port: number
let holdfast: Running
let browser: Browser
let visit: Watched
let link: string

before(async () => {
  port = await freePort()
  holdfast = await startHoldfast(folder, port, ['--town-rate', '150'])
  link = holdfast.welcome
  browser = await openBrowser()
  visit = await openPage(browser)
})

after(async () => {
  await browser?.close()
  await holdfast?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the printed link signs in, and does not stay in the address bar or the history', async () => {
  const { page } = visit
  await page.goto(link)
  await page.getByRole('heading', { name: 'Decisions' }).waitFor()
  assert.equal(page.url(), `${holdfast.address}/`)
  assert.equal(await page.evaluate(() => history.length), 2, 'the blank page and this one')
  await page.locator('header [data-state=open]').waitFor()
})

test('events per second are above zero, and a chart draws them', async () => {
  const { page } = visit
  await page.waitForFunction(
    () => Number(document.querySelector('[data-testid=rate] strong')?.textContent?.replace(/\D/g, '')) > 0,
  )
  const chart = page.getByRole('img', { name: /^Events per second over the last/ })
  await page.waitForFunction(
    () => (document.querySelector('figure svg path:last-of-type')?.getAttribute('d') ?? '').length > 20,
  )
  assert.match((await chart.getAttribute('aria-label'))!, /at most [1-9]/)
})

test('a decision falls, and opens to its reasons, its evidence and its statement', async () => {
  const { page } = visit
  await page.locator('[data-verdict=restrict] [data-decision]').first().waitFor({ timeout: RETURN_MS_MAX })
  await page.getByLabel('Verdict').selectOption('restrict')
  await page.getByLabel('Mode').selectOption('live')
  const row = page.locator('[data-decision]').first()
  await row.waitFor({ timeout: RETURN_MS_MAX })
  const said = (await row.textContent())!
  assert.match(said, /Post hidden/)
  assert.match(said, /rule [a-z-]+/)
  await row.click()
  const detail = page.locator(`[id="${await row.getAttribute('aria-controls')}"]`)
  await detail.getByRole('heading', { name: 'Why' }).waitFor()
  assert.match((await detail.textContent())!, /Rule [a-z-]+ matched/)
  assert.match((await detail.getByRole('table').textContent())!, /reading\./)
  const statement = (await page.getByTestId('statement').textContent())!
  assert.match(statement, /Your post .* was hidden/)
  assert.match(statement, /appeal/)
  await detail.getByText('Fields for the transparency database').click()
  assert.match((await detail.textContent())!, /decision_visibility.*DECISION_VISIBILITY_CONTENT_DISABLED/)
  assert.deepEqual(await barriers(page), [])
})

test('while a row is open the list stands still, counts what comes, and goes on when told', async () => {
  const { page } = visit
  const first = await page.locator('[data-decision]').first().getAttribute('data-decision')
  await page.getByText('Held while you read').waitFor({ timeout: RETURN_MS_MAX })
  const fresh = page.getByRole('button', { name: /new decisions?$/ })
  await fresh.waitFor({ timeout: RETURN_MS_MAX })
  assert.equal(await page.locator('[data-decision]').first().getAttribute('data-decision'), first)
  await fresh.click()
  await page.waitForFunction(
    (before) => document.querySelector('[data-decision]')?.getAttribute('data-decision') !== before,
    first,
  )
  await page.getByLabel('Verdict').selectOption('')
  await page.getByLabel('Mode').selectOption('')
})

test('the keyboard alone is enough', async () => {
  const { page } = visit
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-decision') ?? null)
  await page.keyboard.press('j')
  const first = await focused()
  assert.ok(first, 'j focuses a decision')
  await page.keyboard.press('j')
  assert.notEqual(await focused(), first)
  await page.keyboard.press('k')
  assert.equal(await focused(), first)
  await page.keyboard.press('Enter')
  assert.equal(await page.locator(`[data-decision="${first}"]`).getAttribute('aria-expanded'), 'true')
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('[data-decision][aria-expanded=true]').count(), 0)
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Resume' }).waitFor()
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  assert.deepEqual(await barriers(page), [])
  // Whoever dictates can turn the letters off.
  await page.getByLabel('Single-letter keys work').press(' ')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('p')
  assert.equal(await page.getByRole('button', { name: 'Resume' }).count(), 0)
  await page.evaluate(() => localStorage.clear())
})

test('what was enforced is shown as it was carried out', async () => {
  const { page } = visit
  const outbox = page.getByRole('region', { name: 'To the platform' })
  await outbox.getByText('done').first().waitFor({ timeout: RETURN_MS_MAX })
  assert.match((await outbox.getByRole('listitem').first().textContent())!, /(hidden|limited|labelled)/)
})

test('an account that came back is linked to the closed one, with the evidence piece by piece', async () => {
  const { page } = visit
  const row = page.locator('[data-link]').first()
  await row.waitFor({ timeout: RETURN_MS_MAX })
  assert.match((await row.textContent())!, /returns as.*(Possible|Strong|Certain).*bits/)
  await row.click()
  const waterfall = page.getByRole('table', { name: /What the link rests on/ })
  await waterfall.waitFor()
  assert.match((await waterfall.textContent())!, /Together\+\d/)
  assert.ok((await waterfall.locator('rect').count()) >= 2, 'bars are drawn')
  assert.deepEqual(await barriers(page), [])
  await row.click()
})

test('dark colours are as legible', async () => {
  const { page } = visit
  await page.getByRole('button', { name: 'Dark colours' }).click()
  await page.waitForFunction(() => document.documentElement.dataset['mantineColorScheme'] === 'dark')
  // Colours fade over; axe measures what is there.
  await page.waitForTimeout(500)
  assert.deepEqual(await barriers(page), [])
  await page.getByRole('button', { name: 'Light colours' }).click()
})

test('until here the console is silent and the content policy was never broken', () => {
  assert.deepEqual(visit.faults, [])
})

test('a server that stops is told as a lost connection; the page comes back with it, and misses nothing', async () => {
  const { page, faults } = visit
  assert.equal(await holdfast.stop(), 0, holdfast.output())
  await page.getByText('The connection to Holdfast is lost.').waitFor()
  await page.getByText('Disconnected').waitFor()
  assert.deepEqual(await barriers(page), [])
  holdfast = await startHoldfast(folder, port, ['--town-rate', '150'])
  await page.getByText('The connection to Holdfast is lost.').waitFor({ state: 'hidden' })
  await page.locator('header [data-state=open]').waitFor()
  await page.waitForFunction(
    () => Number(document.querySelector('[data-testid=rate] strong')?.textContent?.replace(/\D/g, '')) > 0,
  )
  // What the page shows is what the server has, from the newest on.
  await page.keyboard.press('p')
  await page.waitForTimeout(500)
  const shown = await page
    .locator('[data-decision]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-decision')))
  const stored = await page.evaluate(async () => {
    const { decisions } = await (await fetch('/v1/decisions?limit=500')).json()
    return decisions.map(({ id }: { id: string }) => id)
  })
  const from = stored.indexOf(shown[0])
  assert.ok(from >= 0, 'the newest shown is stored')
  assert.deepEqual(shown, stored.slice(from, from + shown.length))
  await page.keyboard.press('p')
  // Refused connections are written to the console by the browser itself.
  const ours = faults.filter(
    (fault) => !/Failed to load resource: net::|ERR_(CONNECTION|EMPTY|INCOMPLETE)/.test(fault),
  )
  assert.deepEqual(ours, [])
})

test('who signs out is out, and a link works once', async () => {
  const { page } = visit
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  assert.deepEqual(await barriers(page), [])
  await page.goto('about:blank')
  await page.goto(link)
  await page.getByRole('alert').waitFor()
  assert.match((await page.getByRole('alert').textContent())!, /used already, or has lapsed/)
  await page.getByText('I have a one-time link').click()
  await page.getByLabel('One-time link').fill('not a link')
  await page.getByRole('button', { name: 'Use the link' }).click()
  await page.getByText('Paste the whole link').waitFor()
  await page.getByLabel('One-time link').fill(`${holdfast.address}/#welcome=${'x'.repeat(43)}`)
  await page.getByRole('button', { name: 'Use the link' }).click()
  await page.locator('details').getByText('used already, or has lapsed').waitFor()
  assert.deepEqual(await barriers(page), [])
  await page.getByLabel('One-time link').fill(holdfast.welcome)
  await page.getByRole('button', { name: 'Use the link' }).click()
  await page.getByRole('heading', { name: 'Decisions' }).waitFor()
})
