import { join } from 'node:path'
import { printable } from './printable.ts'
import { formatCount } from './progress.ts'
import { stopOnSignal } from './stop.ts'
import { type Followed, type HouseOptions, type Tools, UsageError } from './tools.ts'

export interface ConnectOptions extends HouseOptions {
  service: string
  jetstream: boolean
  from?: string
  handleDomains: string
}

/** How often a command that runs for days says how it goes. */
const SAY_MS = 60_000

/** `holdfast connect atproto`: a stream through the whole line, until Ctrl-C. What was taken is durable, and so is the cursor. */
export async function connect(network: string, options: ConnectOptions, tools: Tools): Promise<void> {
  if (network !== 'atproto') throw new UsageError(`connect knows atproto, not ${printable(network)}`)
  const { service, jetstream, data } = options
  const follow = tools.follower({
    service,
    jetstream,
    data,
    from: cursorOf(options.from),
    sharedDomains: domainsIn(options.handleDomains),
  })
  const say = (text: string) => void process.stderr.write(`${printable(text)}\n`)
  const ending = new AbortController()
  const stop = stopOnSignal('stopping: what was taken is finished first …')
  stop.onAsked(() => ending.abort())
  try {
    const house = await tools.openHouse(options)
    try {
      const { followed, done } = follow(house, say, ending.signal)
      say(`following ${service}; Ctrl-C stops cleanly`)
      const saying = setInterval(() => say(howItGoes(followed)), SAY_MS)
      try {
        await done
        await house.thought()
      } finally {
        clearInterval(saying)
        summarise(followed, options)
      }
    } finally {
      await house.close()
    }
  } finally {
    stop.forget()
  }
}

function cursorOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const cursor = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(cursor))
    throw new UsageError(`--from takes a cursor, a whole number of 0 or more, not ${printable(text)}`)
  return cursor
}

const domainsIn = (text: string): string[] =>
  text
    .split(',')
    .map((domain) => domain.trim().toLowerCase().replace(/^\.+/, ''))
    .filter((domain) => domain !== '')

const howItGoes = ({ messages, accepted, refused, cursor, lagMs }: Followed): string =>
  `${formatCount(messages)} messages, ${formatCount(accepted)} events, ${formatCount(refused)} refused; cursor ${cursor ?? 'none yet'}${lagMs === null ? '' : `, ${(lagMs / 1_000).toFixed(1)} s behind`}`

function summarise(followed: Followed, { data }: ConnectOptions): void {
  const say = (text: string) => process.stdout.write(`${text}\n`)
  const { messages, accepted, duplicates, refused, passed, missing, cursor } = followed
  say(`stopped; the same command goes on after ${cursor ?? 'whatever comes then'}`)
  say(
    `  messages    ${formatCount(messages)}${missing > 0 ? `, ${formatCount(missing)} numbers missing` : ''}`,
  )
  say(
    `  events      ${formatCount(accepted)} accepted, ${formatCount(duplicates)} duplicate, ${formatCount(refused)} refused`,
  )
  if (refused > 0) say(`    kept in   ${join(data, 'refused-events.jsonl')}`)
  for (const [why, times] of [...passed].sort((a, b) => b[1] - a[1]))
    say(`    passed    ${formatCount(times)} × ${why}`)
}
