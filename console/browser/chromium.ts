import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser: `CHROMIUM` names it, else the first that is on the path. */
function browserPath(): string {
  const named = process.env['CHROMIUM']
  if (named) return named
  for (const folder of (process.env['PATH'] ?? '').split(delimiter))
    for (const name of NAMES) if (existsSync(join(folder, name))) return join(folder, name)
  throw new Error('no Chromium here: install it (apt-get install chromium), or name it in CHROMIUM')
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath(),
    // Root has no sandbox in a container; the pages are our own.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })

export interface Watched {
  page: Page
  /** Errors and warnings of the console, breaches of the content policy, exceptions, files that failed. */
  faults: string[]
}

/** A page of its own, without cookies, that remembers everything that went wrong. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) =>
    faults.push(`exception: ${error.message} ${error.stack?.split('\n')[1] ?? ''}`),
  )
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    ),
  )
  return { page, faults }
}

/** What axe finds against WCAG 2.2 A and AA, one line each. */
export async function barriers(page: Page): Promise<string[]> {
  // Axe runs in a world of its own there, so that our content policy stays in force.
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
