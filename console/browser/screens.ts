/*
 * The page's pictures in docs/screens/, taken of the real program with the simulated town: npm run screens
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, openPage } from './chromium.ts'
import { freePort, startHoldfast } from './holdfast.ts'

const SCREENS = new URL('../../docs/screens/', import.meta.url).pathname
/** Long enough for closures, returns and a campaign, and for the chart to fill. */
const LIVE_MS = 270_000
/** Until what was clicked stands still. */
const SETTLE_MS = 600

const folder = mkdtempSync(join(tmpdir(), 'holdfast-screens-'))
mkdirSync(SCREENS, { recursive: true })
// A copy: whoever edits the pack meanwhile shall not be in the picture.
const policies = join(folder, 'policies')
cpSync(new URL('../../policies', import.meta.url), policies, { recursive: true })
const holdfast = await startHoldfast(join(folder, 'data'), await freePort(), ['--policies', policies])
const browser = await openBrowser()

const shoot = async (page: Page, name: string) => {
  await page.waitForTimeout(SETTLE_MS)
  await page.screenshot({ path: join(SCREENS, `${name}.png`) })
  console.log(`docs/screens/${name}.png`)
}

try {
  const { page } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await page.goto(holdfast.welcome)
  await page.getByRole('heading', { name: 'Decisions' }).waitFor()
  await page.waitForTimeout(Number(process.argv[2] ?? LIVE_MS))
  // One with something done on top tells more of the page.
  await page
    .locator('li[data-verdict=restrict][data-mode=live]:first-child')
    .waitFor({ timeout: 60_000 })
    .catch(() => {})
  await shoot(page, 'live-light')
  await page.getByRole('button', { name: 'Dark colours' }).click()
  await shoot(page, 'live-dark')
  await page.getByRole('button', { name: 'Light colours' }).click()

  await page.getByLabel('Verdict').selectOption('restrict')
  await page.getByLabel('Mode').selectOption('live')
  await page.locator('[data-decision]').first().click()
  await shoot(page, 'decision-light')
  await page.getByRole('button', { name: 'Dark colours' }).click()
  await shoot(page, 'decision-dark')
  await page.getByRole('button', { name: 'Light colours' }).click()
  await page.keyboard.press('Escape')
  await page.getByLabel('Verdict').selectOption('')
  await page.getByLabel('Mode').selectOption('')

  await page.locator('[data-link]').first().click()
  await shoot(page, 'link-light')
  await page.locator('[data-link]').first().click()

  const visit = async (path: string, name: string, then: () => Promise<void> = async () => {}) => {
    await page.goto(`${holdfast.address}${path}`)
    await page.locator('#screen h1').waitFor({ state: 'attached' })
    await page.waitForTimeout(SETTLE_MS)
    await then()
    await shoot(page, name)
  }
  await visit('/queue', 'queue-light', async () => {
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Decide', exact: true }).waitFor()
    for (const key of ['2', 'h']) await page.keyboard.press(key)
    await page.waitForTimeout(SETTLE_MS)
  })
  await visit('/threats', 'threats-light', () => page.locator('#screen a[href^="/threats/"]').first().click())
  await visit('/rules/incitement', 'rules-light')
  await visit('/overview', 'overview-light')
  await page.getByLabel('Language').selectOption('ar')
  await visit('/queue?show=mine', 'queue-arabic-dark', async () => {
    await page.locator('header button[aria-label="ألوان داكنة"]').click()
    await page.locator('[data-job]').first().click()
    await page.waitForTimeout(SETTLE_MS)
  })
  await page.locator('header button[aria-label="ألوان فاتحة"]').click()
  await page.getByLabel('اللغة').selectOption('en')
  await page.goto(holdfast.address)
  await page.locator('[data-decision]').first().waitFor()

  await page.setViewportSize({ width: 820, height: 1180 })
  await shoot(page, 'tablet-light')
  await page.setViewportSize({ width: 1440, height: 900 })

  await holdfast.stop()
  await page.getByText('Disconnected').waitFor()
  await shoot(page, 'disconnected-light')
} finally {
  await browser.close()
  await holdfast.stop()
  rmSync(folder, { recursive: true, force: true })
}
