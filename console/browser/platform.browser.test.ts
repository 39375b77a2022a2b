import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { barriers, openBrowser, openPage } from './chromium.ts'
import { freePort, startHoldfast } from './holdfast.ts'

/** A platform's end that refuses until it is told to behave. */
async function openReceiver() {
  const seen: string[] = []
  const receiver = { refuses: true, seen, url: '', close: () => server.close() }
  const server = createServer((request, response) => {
    seen.push(String(request.headers['webhook-id']))
    request.resume()
    request.on('end', () =>
      response.writeHead(receiver.refuses ? 404 : 200).end(receiver.refuses ? 'no such post' : '{}'),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/actions`
  return receiver
}

const threat = {
  id: 'e-1',
  type: 'post.created',
  at: '2026-01-05T08:01:00Z',
  account: 'acct:123',
  post: {
    id: 'post:9',
    text: 'We will kill every one of you at the office tomorrow morning. You know who you are.',
  },
}

test('an action that the platform refused is a dead letter, and is sent again by hand', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-browser-'))
  const receiver = await openReceiver()
  const holdfast = await startHoldfast(folder, await freePort(), ['--no-town', '--webhook-url', receiver.url])
  const browser = await openBrowser()
  try {
    const { page, faults } = await openPage(browser)
    await page.goto(holdfast.welcome)
    await page.getByText('No decision yet').waitFor()
    await page.getByText('Nothing was sent yet').waitFor()
    assert.deepEqual(await barriers(page), [], 'the empty desk')

    const brought = await fetch(`${holdfast.address}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${holdfast.key}` },
      body: JSON.stringify(threat),
    })
    assert.equal(brought.status, 202, await brought.text())
    await page.locator('[data-decision]').first().waitFor()
    const outbox = page.getByRole('region', { name: 'To the platform' })
    await outbox.getByText('not done').first().waitFor()
    await outbox.getByText('404: no such post').first().waitFor()
    await outbox.getByText(/^Dead letters/).click()
    const again = outbox.getByRole('button', { name: /^Send again/ })
    await again.first().waitFor()
    assert.deepEqual(await barriers(page), [], 'with dead letters')

    receiver.refuses = false
    const dead = await again.count()
    for (let left = dead; left > 0; left--)
      await again
        .first()
        .click()
        .then(() => page.waitForTimeout(300))
    await outbox.getByText('No dead letters.').waitFor()
    await outbox.getByText('Latest').click()
    await outbox.getByText('done', { exact: true }).first().waitFor()
    const ids = new Set(receiver.seen)
    assert.equal(receiver.seen.length, ids.size * 2, 'each was asked twice under one id')
    assert.deepEqual(faults, [])
  } finally {
    await browser.close()
    await holdfast.stop()
    receiver.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
