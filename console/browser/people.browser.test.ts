import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { ROLE_NAMES, type Role } from '../../src/model/roles.ts'
import { barriers, openBrowser, openPage } from './chromium.ts'
import { openSample, type Sample } from './sample.ts'

/* What people see and change of themselves, and administrators of others. */

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser?.close())

async function visiting(
  roles: readonly Role[],
  work: (visit: Awaited<ReturnType<typeof openPage>> & { sample: Sample }) => Promise<void>,
): Promise<void> {
  const sample = await openSample()
  const visit = await openPage(browser)
  try {
    await visit.page.goto(await sample.welcome(roles))
    await visit.page.getByText('Live', { exact: true }).first().waitFor()
    await work({ ...visit, sample })
  } finally {
    await visit.page.context().close()
    await sample.close()
  }
}

test('one changes how one is called, sets a password, makes a key and revokes it', () =>
  visiting(['reviewer'], async ({ page, faults, sample }) => {
    await page.getByRole('link', { name: /Your profile/ }).click()
    await page.getByText('You have no way to sign in again yet', { exact: false }).waitFor()
    assert.deepEqual(await barriers(page), [])
    await page.getByLabel('Display name').fill('Amal ‮B.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByText('Amal B.', { exact: true }).first().waitFor()
    await page.getByLabel('New password').fill('four plain words here')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('The new password holds', { exact: false }).waitFor()
    assert.equal(await page.getByText('You have no way to sign in again yet', { exact: false }).count(), 0)
    await page.getByLabel('What it is for').fill('nightly script')
    await page.getByRole('button', { name: 'Make a key' }).click()
    const secret = await page.getByText(/^hf_/).textContent()
    const asked = await fetch(`${sample.address}/v1/status`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    assert.equal(asked.status, 200)
    assert.deepEqual(await barriers(page), [])
    await page.getByRole('button', { name: 'Revoke nightly script' }).click()
    await page.getByText('No key yet.').waitFor()
    const after = await fetch(`${sample.address}/v1/status`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    assert.equal(after.status, 401)
    await page.getByText('this browser').waitFor()
    assert.deepEqual(faults, [])
  }))

test('an administrator invites somebody, changes roles, and lets in no more after asking twice', () =>
  visiting(ROLE_NAMES, async ({ page, faults, sample }) => {
    const badr = (await sample.welcome(['analyst'])).split('=')[1]!
    await fetch(`${sample.address}/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: badr }),
    })
    await page.getByRole('link', { name: 'People' }).click()
    await page.getByLabel('Whom it is for').fill('Cyra')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = await page.getByText(/#welcome=/).textContent()
    await page.getByRole('button', { name: 'Take back the invitation of Cyra' }).waitFor()
    const other = await openPage(browser)
    await other.page.goto(link!)
    await other.page.getByText('You were invited as: Reviewer.').waitFor()
    assert.equal(await other.page.getByLabel('Display name').inputValue(), 'Cyra')
    await other.page.context().close()

    await page.getByRole('button', { name: 'Change Sample analyst' }).click()
    await page.getByRole('group', { name: 'Roles of Sample analyst' }).getByLabel('Auditor').check()
    await page.getByRole('button', { name: 'Save the roles' }).click()
    await page
      .getByText('Analyst', { exact: false })
      .and(page.getByText('Auditor', { exact: false }))
      .first()
      .waitFor()
    assert.deepEqual(await barriers(page), [])
    const person = () =>
      [...sample.house.inside.people.values()].find(({ displayName }) => displayName === 'Sample analyst')!
    assert.deepEqual(person().roles, ['auditor', 'analyst'])
    await page.getByRole('button', { name: 'Let in no more' }).click()
    assert.equal(person().status, 'active', 'asked twice')
    await page.getByRole('button', { name: 'Let in no more' }).click()
    await page.getByRole('button', { name: 'Let in again' }).waitFor()
    assert.equal(person().status, 'closed')
    assert.deepEqual(faults, [])
  }))

test('who may not see people finds no way there, and is told so by address', () =>
  visiting(['reviewer'], async ({ page, sample }) => {
    assert.equal(await page.getByRole('link', { name: 'People' }).count(), 0)
    await page.goto(`${sample.address}/people`)
    await page.getByText('Your role does not open this screen.').first().waitFor()
  }))
