import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { createProgram } from './cli/cli.ts'
import type { Tools } from './cli/tools.ts'

const pages = globSync(['*.md', 'docs/**/*.md', 'fixtures/**/*.md', 'bench/**/*.md', 'eval/**/*.md'])
const page = (name: string) => readFileSync(name, 'utf8')

test('every relative link in the documents leads somewhere', () => {
  assert.ok(pages.length > 10, `only ${pages.length} pages seen`)
  for (const name of pages)
    for (const [, target] of page(name).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g))
      assert.ok(existsSync(join(dirname(name), target!)), `${name} links to ${target}, which is not there`)
})

test('every path the documents name in back-ticks is there', () => {
  for (const name of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/concepts.md'])
    for (const [, path] of page(name).matchAll(
      /`((?:src|docs|policies|sim|bench|fixtures|console|bin)\/[\w./-]*)`/g,
    ))
      assert.ok(existsSync(path!), `${name} speaks of ${path}, which is not there`)
})

test('every room of the house stands on the map', () => {
  const map = page('ARCHITECTURE.md')
  for (const entry of readdirSync('src', { withFileTypes: true }))
    if (entry.isDirectory())
      assert.ok(map.includes(`src/${entry.name}/`), `ARCHITECTURE.md does not know src/${entry.name}/`)
})

test('decisions are numbered without holes', () => {
  const numbers = readdirSync('docs/adr')
    .map((name) => Number(name.slice(0, 4)))
    .sort((a, b) => a - b)
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
  )
})

test('every command and option is in the operator’s reference', () => {
  const reference = page('docs/operate/commands.md')
  const program = createProgram({ version: '0', defaultPolicies: 'policies' } as Tools)
  const commands = program.commands.filter((command) => command.name() !== 'help')
  assert.ok(commands.length >= 9, commands.map((command) => command.name()).join(' '))
  const check = (command: (typeof commands)[number], path: string) => {
    assert.ok(reference.includes(path), `docs/operate/commands.md lacks ${path}`)
    for (const [option] of command.helpInformation().matchAll(/--[a-z][a-z-]+/g))
      assert.ok(
        option === '--help' || reference.includes(option),
        `docs/operate/commands.md lacks ${option} of ${path}`,
      )
  }
  for (const command of commands) {
    check(command, `holdfast ${command.name()}`)
    for (const inner of command.commands) if (inner.name() !== 'help') check(inner, command.name())
  }
})
