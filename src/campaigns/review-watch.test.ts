import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Event } from '../model/event.ts'
import { type MemoryLine, memoryLine } from '../server/campaign-samples.ts'
import { campaignEvent, createCampaignWatch } from './campaigns.ts'
import type { Order } from './order.ts'

/*
 * The watch and the people together: what people decided reaches the watch by the log, and what the watch finds next joins it.
 */

const START = Date.parse('2026-01-05T08:00:00.000Z')
const WORDS = 'every lantern on the long bridge shall be lit again before the river turns'.split(' ')
const CHORUS = {
  grey: 'the grey banner rises over the old harbour tonight and every one of us stands below it #grey #harbour',
  red: 'nobody shall sleep in the upper town while a single window there is still without its candle #red #candle',
}

let made = 0
function post(account: string, at: number, text: string): Event {
  const id = `w${++made}`
  return {
    id,
    type: 'post.created',
    at: new Date(at).toISOString(),
    account,
    post: {
      id: `post:${id}`,
      text,
      language: 'en',
      hashtags: [...text.matchAll(/#(\w+)/g)].map(([, tag]) => tag!),
      mentions: [],
      urls: [],
      media: [],
      replyTo: null,
      repostOf: null,
      quoteOf: null,
    },
  }
}

/** A line whose log a watch reads, and which takes what the watch tells. */
function watched() {
  const line = memoryLine()
  const watch = createCampaignWatch()
  let read = 0
  const catchUp = async (): Promise<void> => {
    while (read < line.log.length)
      for (const finding of watch.observe([line.log[read++]!])) await line.publish([campaignEvent(finding)])
  }
  /** So many minutes of talk among 300, with a post in four by a chorus of accounts `from` to `to`. */
  const pass = async (
    minutes: [from: number, to: number],
    chorus?: { text: string; name: string; from: number; to: number },
  ): Promise<void> => {
    const step = chorus === undefined ? 10_000 : 2_000
    let turn = 0
    for (let at = START + minutes[0] * 60_000; at < START + minutes[1] * 60_000; at += step) {
      turn++
      const event =
        chorus !== undefined && turn % 4 === 0
          ? post(
              `acct:${chorus.name}${chorus.from + ((turn / 4) % (chorus.to - chorus.from))}`,
              at,
              chorus.text,
            )
          : post(
              `acct:o${turn % 300}`,
              at,
              `${WORDS[turn % 13]} ${WORDS[(turn * 7) % 13]} ${WORDS[(turn * 5) % 13]} number ${turn}`,
            )
      line.take(event)
      await catchUp()
    }
  }
  const decide = async (campaign: string, parts: object): Promise<void> => {
    const order = { campaign, by: 'ann', why: 'one text', ...parts } as Order
    const outcome = await line.desk.carryOut(order)
    assert.ok(outcome?.ok, outcome?.ok === false ? outcome.fault.reason : 'not known')
    await catchUp()
  }
  return { line, pass, decide }
}

const campaignWith = ({ campaigns }: MemoryLine, tag: string) =>
  [...campaigns.values()].find(({ hashtags }) => hashtags.includes(tag))

test('V2, V8: a campaign that was acted on ends when it is quiet, and comes before a person when it stirs', async () => {
  const { line, pass, decide } = watched()
  const grey = { text: CHORUS.grey, name: 'c', from: 0, to: 40 }
  await pass([0, 30])
  await pass([30, 60], grey)
  const found = campaignWith(line, 'grey')
  assert.ok(found !== undefined, 'the chorus was not noticed: this test would see nothing')
  await decide(found.id, { do: 'confirm' })
  await decide(found.id, { do: 'act', actions: ['limit'] })
  assert.ok(line.led.outbox.length >= 20, `only ${line.led.outbox.length} members were acted on`)
  assert.equal(line.campaigns.get(found.id)?.status, 'watched')
  await pass([60, 480])
  assert.equal(line.campaigns.get(found.id)?.status, 'over')
  const jobs = line.led.jobs.length
  await pass([480, 510], grey)
  assert.equal(line.campaigns.get(found.id)?.status, 'confirmed')
  assert.deepEqual(
    line.led.jobs.slice(jobs).flatMap(({ subject }) => (subject.kind === 'campaign' ? subject.id : [])),
    [found.id],
  )
})

test('V5: what the watch finds of a campaign that was merged belongs to the other one', async () => {
  const { line, pass, decide } = watched()
  await pass([0, 30])
  await pass([30, 50], { text: CHORUS.grey, name: 'g', from: 0, to: 30 })
  await pass([50, 70], { text: CHORUS.red, name: 'r', from: 0, to: 30 })
  const [grey, red] = [campaignWith(line, 'grey'), campaignWith(line, 'red')]
  assert.ok(grey !== undefined && red !== undefined && grey.id !== red.id, 'two campaigns are needed here')
  await decide(grey.id, { do: 'merge', into: red.id })
  const before = line.campaigns.get(red.id)!.members.length
  assert.ok(before >= grey.members.length + 20)
  await pass([70, 90], { text: CHORUS.grey, name: 'g', from: 30, to: 60 })
  assert.equal(line.campaigns.get(grey.id)?.status, 'over')
  assert.ok(
    line.campaigns.get(red.id)!.members.length >= before + 20,
    'who joined the part did not join the whole',
  )
})

test('V4: the watch goes on to tell of what was dismissed, and it stays dismissed', async () => {
  const { line, pass, decide } = watched()
  await pass([0, 30])
  await pass([30, 50], { text: CHORUS.grey, name: 'g', from: 0, to: 20 })
  const found = campaignWith(line, 'grey')
  assert.ok(found !== undefined)
  await decide(found.id, { do: 'dismiss' })
  await pass([50, 80], { text: CHORUS.grey, name: 'g', from: 0, to: 60 })
  const row = line.campaigns.get(found.id)!
  assert.ok(row.members.length > found.members.length, 'nothing more was told: this test would see nothing')
  assert.deepEqual([row.status, row.advice], ['dismissed', []])
})
