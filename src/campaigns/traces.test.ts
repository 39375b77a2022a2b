import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Post } from '../model/event.ts'
import { tracesOf } from './traces.ts'

const base: Post = {
  id: 'p',
  text: '',
  language: null,
  hashtags: [],
  mentions: [],
  urls: [],
  media: [],
  replyTo: null,
  repostOf: null,
  quoteOf: null,
}
const keys = (post: Partial<Post>, kind: string): number[] =>
  tracesOf({ ...base, ...post }).flatMap((trace) => (trace.kind === kind ? [...trace.keys] : []))
const text = (words: string): string => keys({ text: words }, 'text').join()

const LINE = 'Every lantern on the long bridge shall be lit again before the river turns'

test('mentions, addresses, tags, numbers and signs do not make another text (X2)', () => {
  for (const same of [
    `@someone ${LINE}`,
    `${LINE}!!! #Bridge #Now`,
    `${LINE} https://bridge.example/17`,
    LINE.toUpperCase(),
    `🔥🔥 ${LINE} 42`,
  ])
    assert.equal(text(same), text(LINE), same)
})

test('other words are another text', () => {
  assert.notEqual(
    text('Every lantern on the short bridge shall be sold again before the spring fair comes'),
    text(LINE),
  )
})

test('a cheer is too short to be known again', () => {
  assert.equal(text('go go go we love you'.split(' ').slice(0, 5).join(' ')), '')
})

test('Arabic, and scripts without spaces, are known again too', () => {
  const arabic = 'يا أيها الإخوة في المدن البعيدة ارفعوا راياتكم هذه الليلة'
  assert.equal(text(`${arabic} 7 #راية`), text(arabic))
  assert.equal(text('@a 我们今晚都在长桥上点亮灯笼 1'), text('我们今晚都在长桥上点亮灯笼'))
  assert.notEqual(text('我们今晚都在长桥上点亮灯笼'), '')
})

test('an address is the same with and without its scheme, www, fragment and last slash', () => {
  const url = (each: string) => keys({ urls: [each] }, 'url').join()
  assert.equal(url('https://www.banner.example/a/'), url('http://banner.example/a#x'))
  assert.notEqual(url('https://banner.example/a'), url('https://banner.example/b'))
})

test('tags count in their order, whatever their case', () => {
  const tags = (...hashtags: string[]) => keys({ hashtags }, 'tags').join()
  assert.equal(tags('Grey', 'Banner'), tags('grey', 'banner'))
  assert.notEqual(tags('Banner', 'Grey'), tags('Grey', 'Banner'))
  assert.equal(tags('Grey'), '')
})

test('a repost leaves the post it passes on, and nothing of its text', () => {
  assert.deepEqual(
    tracesOf({ ...base, text: LINE, repostOf: 'p9' }).map(({ kind }) => kind),
    ['repost'],
  )
})

test('a post of 256 tags and addresses leaves a bounded number of traces (M2)', () => {
  const many = Array.from({ length: 256 }, (_, i) => `t${i}`)
  const media = many.map((id) => ({ id, sha256: id.padStart(64, '0') }))
  assert.ok(tracesOf({ ...base, text: LINE, hashtags: many, urls: many, media }).length <= 18)
})
