import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { generate } from '../sim/generate.ts'
import { openHouse } from '../src/house.ts'
import { sha256 } from '../src/lib/hash.ts'
import { personFrom } from '../src/threats/people-csv.ts'
import { recogniserOf } from '../src/threats/recognise.ts'
import { percentile, type Row } from './bench.ts'

const RATE = 1_000
const SECONDS = 20
const TICK_MS = 20
/** Of a hundred events so many threaten somebody. */
const THREATS_PERCENT = 1

/** From an event being handed to the bus to its case being durable, at a fixed rate of the town's events (open loop). */
export async function benchThreats(): Promise<Row[]> {
  return [await eventToCase(), ...(await recognising())]
}

async function eventToCase(): Promise<Row> {
  const data = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  const given = new Map<string, number>()
  const times: number[] = []
  const house = await openHouse(
    { data, policies: 'policies' },
    {
      committed({ events, judgement }) {
        if (judgement.threats.length === 0) return
        const now = performance.now()
        for (const { event } of events) {
          const at = given.get(event.id)
          if (at !== undefined) times.push(now - at)
        }
      },
    },
  )
  try {
    const events = [...generate({ seed: 5, events: RATE * (SECONDS + 2) })].map((line, index) =>
      index % 100 < THREATS_PERCENT
        ? threatAt(index, (JSON.parse(line) as { at: string }).at)
        : JSON.parse(line),
    )
    const admitted = events.flatMap((raw) => {
      const result = house.admit(raw)
      return result.ok ? [result.event] : []
    })
    const start = performance.now()
    const perTick = (RATE * TICK_MS) / 1000
    const publishing: Promise<unknown>[] = []
    for (let tick = 0; tick * perTick < admitted.length; tick++) {
      const wait = start + tick * TICK_MS - performance.now()
      if (wait > 0) await sleep(wait)
      const batch = admitted.slice(tick * perTick, (tick + 1) * perTick)
      const at = start + tick * TICK_MS
      for (const { id } of batch) if (id.startsWith('bench-threat')) given.set(id, at)
      publishing.push(house.bus.publish(batch).catch(() => {}))
    }
    await Promise.all(publishing)
    return {
      what: `event to opened case at ${RATE} events/s, p99`,
      value: Math.round(percentile(times, 0.99)),
      unit: 'ms',
      note: `p50 ${Math.round(percentile(times, 0.5))} ms, worst ${Math.round(Math.max(...times))} ms, ${times.length} of ${given.size} threats among ${admitted.length} events, in one process`,
    }
  } finally {
    await house.close()
    rmSync(data, { recursive: true, force: true })
  }
}

const threatAt = (index: number, at: string) => ({
  id: `bench-threat-${index}`,
  type: 'post.created',
  at,
  account: `bench:${index}`,
  post: {
    id: `bench:post:${index}`,
    text: 'We will kill every one of you at the office tomorrow morning.',
    language: 'en',
  },
})

/** CPU time of looking for 10,000 protected people in the town's posts. */
async function recognising(): Promise<Row[]> {
  const people = Array.from({ length: 10_000 }, (_, index) => {
    const name = sha256(String(index)).replace(/\d/g, '')
    const person = personFrom({
      kind: 'staff',
      label: `p${index}`,
      names: `${name.slice(0, 7)} ${name.slice(7, 16)}x`,
    })
    if (typeof person === 'string') throw new Error(person)
    return person
  })
  const recogniser = recogniserOf(people, new Uint8Array(32))
  const texts = [...generate({ seed: 5, events: 20_000 })].flatMap((line) => {
    const { post } = JSON.parse(line) as { post?: { text?: string } }
    return post?.text ? [post.text] : []
  })
  const before = process.cpuUsage()
  for (const text of texts) recogniser.recognise(text, [])
  const { user } = process.cpuUsage(before)
  return [
    {
      what: 'recognising 10,000 protected people, CPU time per post',
      value: Math.round((user / texts.length) * 100) / 100,
      unit: 'µs',
      note: `${texts.length} posts of the town`,
    },
  ]
}
