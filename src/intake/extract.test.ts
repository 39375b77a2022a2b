import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cut, extract, normalHashtag, normalUrl } from './extract.ts'

const tags = (text: string, ...expected: string[]) => assert.deepEqual(extract(text).hashtags, expected, text)
const mentions = (text: string, ...expected: string[]) =>
  assert.deepEqual(extract(text).mentions, expected, text)
const urls = (text: string, ...expected: string[]) => assert.deepEqual(extract(text).urls, expected, text)

test('a hashtag runs over letters, marks and digits of any script', () => {
  tags('#one, #two! #three_3.', 'one', 'two', 'three_3')
  tags('#الحرية_الآن و #סוף', 'الحرية_الآن', 'סוף')
  tags('#می‌خواهم', 'می‌خواهم') // with the joiner inside
  tags('＃東京', '東京')
  tags('#café', 'café')
  tags('(#inside)', 'inside')
  tags('#a#b', 'a') // the second sign stands inside a word
})

test('what only looks like a hashtag is none', () => {
  tags('we are #1 and #2024')
  tags('c# and a#b and &#39;')
  tags('# alone, ##')
  tags('https://site.example/page#part')
})

test('a mention may name a server, and an e-mail is no mention', () => {
  mentions('@desk and @desk@social.example.', 'desk', 'desk@social.example')
  mentions('write to mail@news.example')
  mentions('@a.b. @c- @_d', 'a.b', 'c', '_d')
  mentions('＠全角', '全角')
})

test('an address ends before the punctuation of its sentence', () => {
  urls('see https://a.example/x, or (https://b.example/y).', 'https://a.example/x', 'https://b.example/y')
  urls('https://a.example/w_(b)', 'https://a.example/w_(b)')
  urls('www.a.example/x؟', 'http://www.a.example/x')
  urls('HTTP://A.example', 'HTTP://A.example')
  urls('«https://a.example»', 'https://a.example')
  urls('https:// and www. alone')
  urls('<https://a.example>https://b.example', 'https://a.example', 'https://b.example')
})

test('scheme and host of an address are one case, the rest is as written', () => {
  assert.equal(normalUrl(' HTTPS://News.Example/A?B#C '), 'https://news.example/A?B#C')
  assert.equal(normalUrl('no address'), 'no address')
})

test('a given hashtag is brought to one form', () => {
  assert.equal(normalHashtag(' ##ＡＢＣ '), 'ABC')
  assert.equal(normalHashtag('x'.repeat(300)).length, 256)
})

test('a cut never leaves half a pair', () => {
  assert.equal(cut('a😀', 2), 'a')
  assert.equal(cut('a😀', 3), 'a😀')
})

test('a long text of signs is read in one pass', () => {
  const startedAt = process.cpuUsage()
  for (const unit of ['#', '@', '#a.', 'http://', 'www.', '((', '@a@', 'https://a)))))'])
    extract(unit.repeat(100_000 / unit.length))
  // Eight texts of 100,000 characters: quadratic work would take minutes, not a fraction of a second.
  assert.ok(process.cpuUsage(startedAt).user < 10_000_000)
})
