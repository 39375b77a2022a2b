import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { systemClock } from '../lib/clock.ts'
import { seededRandom } from '../lib/random.ts'
import { OPINIONS_MAX } from '../model/reading.ts'
import { CATEGORIES_DEFAULT } from './moderation.ts'
import { openOpinions } from './open.ts'
import { KEY } from './samples.ts'
import { loadSettings, SETTING_FIELDS, settingsFrom } from './settings.ts'

const ENVIRONMENT = { KEY, EMPTY: '', LINES: 'one\ntwo' }
const read = (text: string) => settingsFrom('opinions.yaml', text, ENVIRONMENT)
const problemsOf = (text: string): string[] => {
  const result = read(text)
  return result.ok
    ? []
    : result.problems.map(({ line, column, message, hint }) => `${line}:${column} ${message} | ${hint}`)
}

/** One problem, at this place, whose message and hint hold these words. */
function check(text: string, place: string, ...words: string[]) {
  const problems = problemsOf(text)
  assert.equal(problems.length, 1, `${problems.length} problems:\n${problems.join('\n')}\nin\n${text}`)
  assert.ok(problems[0]!.startsWith(`${place} `), `at ${place}: ${problems[0]}`)
  for (const word of words) assert.ok(problems[0]!.includes(word), `"${word}" in: ${problems[0]}`)
}

const chat = (fields = '', url = 'https://reader.example/v1') =>
  `providers:\n  - { name: second, kind: chat, url: ${url}, model: m${fields === '' ? '' : `, ${fields}`} }`

test('a short file is enough, and what it does not say is bounded', () => {
  const result = read(chat())
  assert.ok(result.ok)
  const { band, deadlineMs, providers, translation } = result.settings
  assert.deepEqual(band, { from: 0.3, to: 0.8, policies: {} })
  assert.equal(deadlineMs, 2_000)
  assert.equal(translation, null)
  const [provider] = providers
  assert.ok(provider?.kind === 'chat')
  assert.equal(provider.address.url.href, 'https://reader.example/v1')
  assert.deepEqual(provider.limits, {
    deadlineMs: 2_000,
    concurrency: 4,
    queue: 64,
    perHour: { requests: 3_600, characters: 10_000_000, tokens: 5_000_000 },
  })
  assert.deepEqual(
    [provider.key, provider.languages, provider.policies, provider.format, provider.tokensMax],
    [null, null, null, 'json_object', 1_024],
  )
})

test('everything can be said', () => {
  const result = read(`
band: { from: 0.2, to: 0.9, policies: { tvec2: { from: 0.1 }, tvec8: { to: 0.5 } } }
deadlineMs: 900
providers:
  - name: mod
    kind: moderation
    url: http://localhost:9000/v1/
    key: { env: KEY }
    categories: { violence: tvec2, hate/threatening: [tvec8, harassment] }
  - name: second
    kind: chat
    url: http://reader.internal:80/v1
    insecure: true
    model: m
    languages: [en, fr]
    policies: [tvec2]
    format: none
    tokensMax: 64
    deadlineMs: 700
    concurrency: 2
    queue: 0
    perHour: { requests: 5 }
translation: { kind: libretranslate, url: "http://127.0.0.1:5000", key: { env: KEY }, to: fr }
`)
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems))
  const { band, providers, translation } = result.settings
  assert.deepEqual(band.policies, { tvec2: { from: 0.1, to: 0.9 }, tvec8: { from: 0.2, to: 0.5 } })
  const [mod, second] = providers
  assert.ok(mod?.kind === 'moderation' && second?.kind === 'chat' && translation?.kind === 'libretranslate')
  assert.deepEqual(
    { ...mod.categories },
    { violence: ['tvec2'], 'hate/threatening': ['tvec8', 'harassment'] },
  )
  assert.equal(mod.key, KEY)
  assert.equal(mod.model, 'omni-moderation-latest')
  assert.deepEqual([...second.policies!], ['tvec2'])
  assert.equal(second.limits.perHour.requests, 5)
  assert.deepEqual([translation.name, translation.to, translation.key], ['libretranslate', 'fr', KEY])
})

test('each mistake is told with its place and what to write', () => {
  check('providers: [', '1:13', 'end with a ]')
  check('- a', '1:1', 'not a mapping')
  check('band: { from: 0.1 }', '1:1', 'lacks "providers"')
  check('providers: {}', '1:12', 'must be a list')
  check('providers: []', '1:12', '0 providers', `1 to ${OPINIONS_MAX}`)
  check('providers: [7]', '1:13', 'must be a mapping')
  check('providers:\n  - { name: a }', '2:5', 'lacks "kind"', 'chat, moderation, onnx')
  check('providers:\n  - { name: a, kind: chatt }', '2:22', 'unknown kind "chatt"', '"chat"')
  check(chat('modle: x'), '2:75', 'no field "modle"', '"model"')
  check(chat().replace('name: second', 'name: Second One'), '2:13', 'the name is malformed')
  check(chat().replace(', model: m', ''), '2:5', 'lacks "model"')
  check(chat('categories: { hate: [tvec8] }'), '2:75', 'no field "categories"')
  check(chat('languages: english'), '2:86', 'list of languages', '[en, fr]')
  check(chat('policies: [tvec9]'), '2:86', 'unknown policy "tvec9"')
  check(chat('deadlineMs: 10'), '2:87', 'from 50 to 60000')
  check(chat('deadlineMs: fast'), '2:87', 'a whole number')
  check(chat('concurrency: 0'), '2:88', 'from 1 to 64')
  check(chat('perHour: { request: 5 }'), '2:86', 'no field "request"', '"requests"')
  check(chat('format: xml'), '2:83', 'unknown format "xml"')
  check(`band: { from: 0.8, to: 0.3 }\n${chat()}`, '1:7', 'nothing lies from 0.8 to 0.3')
  check(`band: { from: 80 }\n${chat()}`, '1:15', 'a number from 0 to 1')
  check(`band: { policies: { tvec0: { from: 0.1 } } }\n${chat()}`, '1:21', 'no field "tvec0"')
  check(`${chat()}\n${chat().split('\n')[1]}`, '2:3', '2 providers are called "second"')
  check(`${chat()}\ntranslation: { to: en }`, '3:14', 'lacks "kind"', 'libretranslate, chat, gloss')
  check(`${chat()}\ntranslation: { kind: gloss, url: "https://x.example" }`, '3:29', 'no field "url"')
  check(`${chat()}\ntranslation: { kind: chat, url: "https://x.example/v1" }`, '3:14', 'lacks "model"')
  check(`${chat()}\ntranslation: { kind: gloss, to: English }`, '3:33', '"to" is not a language')
  check(
    'providers:\n  - { name: a, kind: moderation, url: "https://x.example/v1", categories: { hate: [tvec80] } }',
    '2:84',
    'unknown policy',
  )
  check(
    'providers:\n  - { name: a, kind: onnx, folder: ./nowhere, labels: { toxic: [harassment] } }',
    '2:36',
    'has no config.json',
  )
  check('providers:\n  - { name: a, kind: onnx, folder: ./nowhere, labels: {} }', '2:5', 'lacks "labels"')
  assert.equal(
    problemsOf('providers:\n  - { kind: chat }\n  - { kind: moderation }').length,
    5,
    'all at once',
  )
})

test('an address that gives away posts or keys is refused, and not repeated (Q8)', () => {
  const SECRET = 'hunter2'
  const refused = (url: string, ...words: string[]) => {
    check(chat('', `"${url}"`), '2:38', ...words)
    assert.ok(
      !problemsOf(chat('', `"${url}"`))
        .join()
        .includes(SECRET),
    )
  }
  refused(`reader-${SECRET}`, 'not a URL')
  refused(`ftp://reader.example/${SECRET}`, 'neither https nor http')
  refused('file:///etc/passwd', 'neither https nor http')
  refused(`https://me:${SECRET}@reader.example/v1`, 'user or password', 'key')
  refused(`https://reader.example/v1?key=${SECRET}`, 'query or fragment')
  refused(`https://reader.example/v1#${SECRET}`, 'query or fragment')
  refused('http://reader.example/v1', 'in clear', 'insecure: true')
  refused('http://127.0.0.1.example/v1', 'in clear')
  for (const url of [
    'http://localhost:1/v1',
    'http://127.0.0.1/v1',
    '"http://[::1]:80/v1"',
    'https://reader.example',
  ])
    assert.deepEqual(problemsOf(chat('', url)), [], url)
})

test('keys come from the environment or a file, and are never told (Q8)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-opinions-'))
  try {
    writeFileSync(join(folder, 'key'), `${KEY}\n`)
    writeFileSync(join(folder, 'bad'), 'se cret')
    const load = (key: string) => {
      const path = join(folder, 'opinions.yaml')
      writeFileSync(path, chat(`key: ${key}`))
      return loadSettings(path, ENVIRONMENT)
    }
    for (const key of ['{ file: key }', `{ file: "${join(folder, 'key')}" }`, '{ env: KEY }']) {
      const result = load(key)
      assert.ok(result.ok && result.settings.providers[0]?.kind === 'chat')
      assert.equal(result.settings.providers[0].key, KEY)
    }
    const told = (key: string, reason: RegExp) => {
      const result = load(key)
      assert.ok(!result.ok, key)
      const text = JSON.stringify(result.problems)
      assert.match(text, reason)
      for (const secret of ['se cret', 'cret', 'two', KEY]) assert.ok(!text.includes(secret), text)
    }
    told('{ env: NOWHERE }', /the environment's NOWHERE holds no key/)
    told('{ env: EMPTY }', /holds no key/)
    told('{ env: LINES }', /holds what cannot be a key/)
    told('{ file: nowhere }', /the file holds no key/)
    told('{ file: bad }', /holds what cannot be a key/)
    told('{ env: KEY, file: key }', /a key comes from one place/)
    told('{}', /a key comes from one place/)
    told('top-secret', /must be a mapping/)
    assert.match(JSON.stringify(loadSettings(join(folder, 'none.yaml'), {})), /cannot be read: ENOENT/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const page = readFileSync('docs/operate/opinions.md', 'utf8')

test('the documents speak of every setting, and their example loads and opens', async () => {
  for (const field of new Set(Object.values(SETTING_FIELDS).flat()))
    assert.match(page, new RegExp(`\\b${field}\\b`), `docs/operate/opinions.md lacks ${field}`)
  for (const [category, policies] of Object.entries(CATEGORIES_DEFAULT)) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${category}\` |`))
    for (const policy of policies) assert.ok(row?.includes(`\`${policy}\``), `${category} → ${policy}`)
  }
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!)
  assert.ok(examples.length > 0)
  for (const example of examples) {
    const result = read(example)
    assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems))
    const opened = await openOpinions(result.settings, { clock: systemClock, random: seededRandom(1) })
    assert.ok(opened.ok)
    assert.equal(opened.opinions.policies.size, 9)
    await opened.opinions.close()
  }
})
