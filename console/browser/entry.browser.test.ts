import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openProvider } from '../../scripts/testing/identity-provider.ts'
import { issueLink } from '../../src/people/links.ts'
import { sampleRow } from '../../src/server/samples.ts'
import { barriers, openBrowser, openPage } from './chromium.ts'
import { openSample, type Sample } from './sample.ts'

/* The door, in a real browser over the real server: joining, signing in, and coming back in the middle of work. */

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser?.close())

const PASSWORD = 'four plain words here'
type Visit = Awaited<ReturnType<typeof openPage>> & { sample: Sample }

async function visiting(
  work: (visit: Visit) => Promise<void>,
  options: Parameters<typeof openPage>[1] = {},
  server: Parameters<typeof openSample>[0] = {},
): Promise<void> {
  const sample = await openSample(server)
  const visit = await openPage(browser, options)
  try {
    await work({ ...visit, sample })
  } finally {
    await visit.page.context().close()
    await sample.close()
  }
}

const firstLink = async ({ address, house }: Sample): Promise<string> =>
  `${address}/#welcome=${await issueLink(house.store, house.clock)}`

const isIn = (page: Page) => page.getByText('Live', { exact: true }).first().waitFor()

async function join({ page, sample }: Pick<Visit, 'page' | 'sample'>, name = 'amal'): Promise<void> {
  await page.goto(await firstLink(sample))
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Display name').fill('Amal B.')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Join with this password' }).click()
  await isIn(page)
}

/** The server says 401 where that is what is tested; nothing else may go wrong. */
const unexpected = (faults: string[]) => faults.filter((fault) => !/status of (401|400|409|429)/.test(fault))

test('the first link makes the first administrator, who then signs in by name and password', () =>
  visiting(async ({ page, faults, sample }) => {
    await page.goto(sample.address)
    await page.getByText('Nobody works here yet').waitFor()
    assert.deepEqual(await barriers(page), [])
    await page.goto('about:blank')
    await page.goto(await firstLink(sample))
    await page.getByText('You will be the first administrator').waitFor()
    assert.equal(new URL(page.url()).hash, '', 'the token does not stay in the address')
    await page.getByLabel('Name', { exact: true }).fill('amal')
    await page.getByLabel('Password', { exact: true }).fill('short')
    await page.getByRole('button', { name: 'Join with this password' }).click()
    await page.getByText('at least 12 characters', { exact: false }).nth(1).waitFor()
    assert.deepEqual(await barriers(page), [])
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Join with this password' }).click()
    await isIn(page)

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You are signed out.').waitFor()
    assert.deepEqual(await barriers(page), [])
    await page.getByLabel('Name', { exact: true }).fill('amal')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.keyboard.press('Enter')
    await page.getByText('Name and password do not fit together.').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await isIn(page)
    assert.deepEqual(unexpected(faults), [])
  }))

test('a session that ends in the middle of work: nothing typed is lost, and what was done is done on return', () =>
  visiting(async (visit) => {
    const { page, faults, sample } = visit
    const { inside } = sample.house
    inside.outbox.push(sampleRow('out-1', { status: 'dead', detail: '404' }))
    await join(visit)
    await page.goto(`${sample.address}/outbox`)
    await page.getByText('Dead letters').first().click()
    const resend = page.getByRole('button', { name: /Send again/ })
    await resend.waitFor()
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('combobox').or(page.getByRole('textbox')).last()
    await palette.fill('half a thought')

    inside.access.clear()
    const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' })
    await dialog.waitFor()
    await dialog.getByText('Nothing you typed is lost', { exact: false }).waitFor()
    assert.deepEqual(await barriers(page), [])
    assert.equal(await dialog.getByLabel('Name', { exact: true }).inputValue(), 'amal')
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'password')
    await page.keyboard.press('Escape')
    assert.equal(await dialog.isVisible(), true, 'it is not waved away')
    await dialog.getByLabel('Password', { exact: true }).fill('wrong wrong wrong')
    await page.keyboard.press('Enter')
    await dialog.getByText('Name and password do not fit together.').waitFor()
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    assert.equal(await palette.inputValue(), 'half a thought')
    await page.keyboard.press('Escape')

    inside.access.clear()
    await resend.click()
    await dialog.waitFor()
    assert.equal(inside.outbox[0]!.status, 'dead', 'nothing is done for nobody')
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    for (let tries = 0; inside.outbox[0]!.status === 'dead' && tries < 100; tries++)
      await page.waitForTimeout(50)
    assert.equal(inside.outbox[0]!.status, 'waiting')
    assert.deepEqual(unexpected(faults), [])
  }))

test('another person who comes back finds nothing of the former', () =>
  visiting(async (visit) => {
    const { page, sample } = visit
    await join(visit)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('half a thought')
    sample.house.inside.access.clear()
    const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' })
    await dialog.waitFor()
    await dialog.getByText('I have a one-time link').click()
    await dialog.getByLabel('One-time link').fill(await sample.welcome())
    await dialog.getByRole('button', { name: 'Use the link' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await isIn(page)
    assert.equal(await page.getByText('half a thought').count(), 0)
    assert.equal(await page.getByRole('dialog').count(), 0)
  }))

test('a passkey joins, and signs in without a name', () =>
  visiting(async ({ page, faults, sample }) => {
    const devices = await page.context().newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    // Browsers make no passkeys for a bare IP address.
    const address = sample.address.replace('127.0.0.1', 'localhost')
    await page.goto((await firstLink(sample)).replace(sample.address, address))
    await page.getByLabel('Name', { exact: true }).fill('amal')
    await page.getByRole('button', { name: 'Join with a passkey instead' }).click()
    await isIn(page)
    const [person] = [...sample.house.inside.people.values()]
    assert.deepEqual([person!.password, person!.passkeys.length], [null, 1])

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await isIn(page)
    assert.ok(
      sample.house.inside.ledger.some(({ body }) => body.what === 'signed in' && body.method === 'passkey'),
    )

    await page.getByRole('button', { name: 'Sign out' }).click()
    sample.house.inside.people.set(person!.id, { ...person!, passkeys: [] })
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey is not known here.').waitFor()
    assert.deepEqual(unexpected(faults), [])
  }))

test('the door speaks Arabic and French, and turns with them', () =>
  visiting(
    async ({ page, faults, sample }) => {
      await page.goto(await firstLink(sample))
      await page.getByText('أهلًا بك في Holdfast').waitFor()
      assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl')
      assert.deepEqual(await barriers(page), [])
      await page.locator('select').selectOption('fr')
      await page.getByText('Bienvenue dans Holdfast').waitFor()
      assert.equal(await page.evaluate(() => document.documentElement.dir), 'ltr')
      assert.deepEqual(await barriers(page), [])
      assert.deepEqual(unexpected(faults), [])
    },
    { locale: 'ar' },
  ))

test('single sign-on leads to the provider and back to where one was going, and who is refused is told so', async () => {
  const provider = await openProvider()
  provider.says = { sub: 'u-1', preferred_username: 'amal', name: 'Amal B.' }
  const oidc = {
    issuer: provider.issuer,
    clientId: 'holdfast',
    clientSecret: 's3cret',
    label: 'Sign in with Example',
    newcomer: ['reviewer' as const],
  }
  try {
    await visiting(
      async ({ page, faults, sample }) => {
        await sample.welcome(['administrator'])
        await page.goto(`${sample.address}/decisions?mode=live`)
        await page.getByRole('link', { name: 'Sign in with Example' }).click()
        await page.getByRole('link', { name: /Amal B\./ }).waitFor()
        assert.equal(page.url(), `${sample.address}/decisions?mode=live`)

        sample.house.inside.access.clear()
        const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' })
        await dialog.waitFor()
        const [tab] = await Promise.all([
          page.context().waitForEvent('page'),
          dialog.getByRole('link', { name: 'Sign in with Example' }).click(),
        ])
        await tab.getByRole('link', { name: /Amal B\./ }).waitFor()
        await dialog.waitFor({ state: 'hidden' })
        assert.equal(page.url(), `${sample.address}/decisions?mode=live`)
        await tab.close()

        await page.getByRole('button', { name: 'Sign out' }).click()
        for (const person of sample.house.inside.people.values())
          if (person.subject !== null) person.status = 'closed'
        await page.getByRole('link', { name: 'Sign in with Example' }).click()
        await page.getByText('Single sign-on did not let you in.', { exact: false }).waitFor()
        assert.deepEqual(await barriers(page), [])
        assert.deepEqual(unexpected(faults), [])
      },
      {},
      { oidc },
    )
  } finally {
    await provider.close()
  }
})
