import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, openPage } from './chromium.ts'
import { FIRST, freePort, startHoldfast } from './holdfast.ts'

const SCREENS = new URL('../../docs/screens/', import.meta.url).pathname
const SETTLE_MS = 600

/*
 * Pictures of the door, of one's profile and of who works here, of the real program: part of npm run screens, or by themselves with
 * node console/browser/door-screens.ts
 */
const folder = mkdtempSync(join(tmpdir(), 'holdfast-door-'))
const holdfast = await startHoldfast(join(folder, 'data'), await freePort(), ['--no-town'])
const browser = await openBrowser()

const shoot = async (page: Page, name: string) => {
  await page.waitForTimeout(SETTLE_MS)
  await page.screenshot({ path: join(SCREENS, `${name}.png`) })
  console.log(`docs/screens/${name}.png`)
}

async function invite(page: Page, name: string, role: string): Promise<string> {
  await page.getByLabel('Whom it is for').fill(name)
  await page.getByLabel(role, { exact: true }).last().check()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await page.getByRole('button', { name: `Take back the invitation of ${name}` }).waitFor()
  return (await page.getByText(/#welcome=/).textContent())!
}

try {
  // By a name, as behind a proxy: passkeys are there then.
  const address = holdfast.address.replace('127.0.0.1', 'localhost')
  const { page } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await page.goto(holdfast.welcome.replace(holdfast.address, address))
  await page.getByText('Live', { exact: true }).first().waitFor()
  await page.goto(`${address}/people`)
  const link = await invite(page, 'Mara K.', 'Appeals')
  const guest = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await guest.page.goto(link)
  await guest.page.getByText('You were invited as', { exact: false }).waitFor()
  await shoot(guest.page, 'join-light')
  await guest.page.getByLabel('Name', { exact: true }).fill('mara')
  await guest.page.getByLabel('Password', { exact: true }).fill(FIRST.password)
  await guest.page.getByRole('button', { name: 'Join with this password' }).click()
  await guest.page.getByText('Live', { exact: true }).first().waitFor()
  await page.reload()
  await invite(page, 'Ben O.', 'Auditor')
  await page.getByRole('button', { name: 'Change Mara K.' }).click()
  await shoot(page, 'people-light')
  await page.goto(`${address}/profile`)
  await page.getByText('Where you are signed in').waitFor()
  await shoot(page, 'profile-light')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
  await shoot(page, 'sign-in-light')
} finally {
  await browser.close()
  await holdfast.stop()
  rmSync(folder, { recursive: true, force: true })
}
