import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openBrowser, openPage } from './chromium.ts'
import { openSample } from './sample.ts'

const ASSETS = new URL('../dist/assets/', import.meta.url).pathname
const INITIAL_BYTES_MAX = 300 * 1024
/** Of one screen, with all that it alone needs. */
const PART_BYTES_MAX = 200 * 1024

test('until something is on the screen, less than 300 kB of JavaScript are fetched, compressed', async () => {
  const sample = await openSample()
  const browser = await openBrowser()
  try {
    const { page } = await openPage(browser)
    const fetched = new Set<string>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.endsWith('.js')) fetched.add(pathname.replace('/assets/', ''))
    })
    await page.goto(await sample.welcome())
    await page.getByRole('heading', { name: 'Decisions' }).waitFor()
    const bytes = [...fetched].reduce(
      (sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length,
      0,
    )
    assert.ok(fetched.size > 1, 'the page is one file')
    assert.ok(bytes < INITIAL_BYTES_MAX, `${bytes} bytes in ${fetched.size} files`)
    const painted = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1,
    )
    assert.ok(painted >= 0, 'nothing was painted')
    console.log(
      `first paint ${Math.round(painted)} ms, ${Math.round(bytes / 1024)} kB in ${fetched.size} files`,
    )
  } finally {
    await browser.close()
    await sample.close()
  }
})

test('no part that is fetched later is large', () => {
  for (const name of readdirSync(ASSETS).filter((file) => file.endsWith('.js'))) {
    const bytes = gzipSync(readFileSync(join(ASSETS, name))).length
    assert.ok(bytes < PART_BYTES_MAX, `${name}: ${bytes} bytes`)
  }
})
