/*
 * Builds the page into console/dist. With --if-stale only when it is missing or its sources have changed since: that is how `npm start` and the
 * browser tests call it. Plain JavaScript, and it never ends in an error there: on a machine that cannot build, the API works without the page.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const home = import.meta.dirname
const dist = join(home, 'dist')
const onlyIfStale = process.argv.includes('--if-stale')

/** A digest over all that the page is made of. Times of files would lie after a checkout. */
function sourcesDigest() {
  const digest = createHash('sha256')
  const files = readdirSync(join(home, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
  const others = ['index.html', 'icon.svg', 'vite.config.ts', '../package-lock.json'].map((name) =>
    join(home, name),
  )
  for (const file of [...files, ...others].sort())
    digest.update(file.slice(home.length)).update('\0').update(readFileSync(file))
  return digest.digest('hex')
}

function isFresh(digest) {
  const mark = join(dist, 'sources.sha256')
  return existsSync(join(dist, 'index.html')) && existsSync(mark) && readFileSync(mark, 'utf8') === digest
}

async function build() {
  const digest = sourcesDigest()
  if (onlyIfStale && isFresh(digest)) return
  process.stderr.write('building the page … ')
  const startedAt = performance.now()
  const { build: bundle } = await import('vite')
  // Beside the old one and then in its place: a server that runs meanwhile never serves half a page.
  const draft = join(home, `dist-${process.pid}`)
  try {
    await bundle({ configFile: join(home, 'vite.config.ts'), build: { outDir: draft } })
    writeFileSync(join(draft, 'sources.sha256'), digest)
    rmSync(dist, { recursive: true, force: true })
    renameSync(draft, dist)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  process.stderr.write(`done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
}

try {
  await build()
} catch (error) {
  const [reason] = String(error instanceof Error ? error.message : error).split('\n')
  process.stderr.write(`the page was not built: ${reason}\n`)
  if (!onlyIfStale) process.exitCode = 1
}
