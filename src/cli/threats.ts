import { THREAT_LISTS } from '../model/threat.ts'
import type { Store } from '../store/store.ts'
import type { CaseSummary } from '../threats/case-view.ts'
import type { OrderView } from '../threats/order-view.ts'
import { NOBODY } from '../threats/pager.ts'
import { createThreatDesk, type ThreatDesk } from '../threats/threat-desk.ts'
import type { DrillOptions, DrillStep, Tools } from './tools.ts'

export interface ThreatsOptions {
  data: string
  policies: string
  format: 'text' | 'json'
  list?: 'explicit' | 'leakage'
  status?: 'open' | 'closed' | 'merged'
  limit: number
}
export interface DrillCommand extends Omit<DrillOptions, 'waitMs'> {
  wait: number
  format: 'text' | 'json'
}

/** The desk over a store that is only looked at: nothing is decided here. */
async function looking<T>(
  { data, policies }: Pick<ThreatsOptions, 'data' | 'policies'>,
  tools: Tools,
  work: (desk: ThreatDesk, store: Store) => Promise<T>,
): Promise<T> {
  const store = await tools.openStore(data)
  try {
    const plan = tools.loadPlan(policies)
    const desk = createThreatDesk({
      store,
      bus: { publish: () => Promise.reject(new Error('this command decides nothing')) },
      clock: { now: () => Date.now(), steady: () => performance.now() },
      plan: () => plan,
      key: new Uint8Array(32),
      duty: NOBODY,
    })
    return await work(desk, store)
  } finally {
    await store.close()
  }
}

/** `holdfast threats`: both lists, most urgent first, as far as what was settled tells. */
export async function threats(options: ThreatsOptions, tools: Tools): Promise<void> {
  const { status = 'open', limit, format } = options
  await looking(options, tools, async (desk) => {
    for (const list of options.list === undefined ? THREAT_LISTS : [options.list]) {
      const cases = await desk.list({ list, status, limit })
      if (format === 'json') for (const one of cases) say(JSON.stringify({ list, ...one }))
      else {
        say(`${list}: ${cases.length === 0 ? 'none' : cases.length}`)
        for (const one of cases) say(caseLine(one))
      }
    }
  })
}

const caseLine = ({
  id,
  grade,
  grading,
  veracity,
  accounts,
  posts,
  clocks,
  protected: about,
}: CaseSummary): string => {
  const due = clocks.find(({ metAt }) => metAt === null)
  return [
    `  ${id}`,
    `${grade} (${grading})`,
    veracity,
    `${accounts} accounts, ${posts} posts`,
    ...(about ? ['protected'] : []),
    ...(due === undefined
      ? []
      : [`${due.stage} ${due.state}, due ${due.dueAt.slice(0, 16).replace('T', ' ')}`]),
  ].join('  ')
}

/** `holdfast orders`: what authorities ordered, and whether final orders make the provider exposed. */
export async function orders(options: ThreatsOptions, tools: Tools): Promise<void> {
  await looking(options, tools, async (desk) => {
    const { orders, exposure } = await desk.orders(options.limit)
    if (options.format === 'json') {
      for (const order of orders) say(JSON.stringify(order))
      say(JSON.stringify({ exposure }))
      return
    }
    for (const order of orders) say(orderLine(order))
    const { count, exposed } = exposure
    say(
      `${count} final within twelve months: ${exposed ? 'exposed (Regulation (EU) 2021/784, Art. 5)' : 'not exposed'}`,
    )
  })
}

const orderLine = ({ id, kind, authority, status, clocks }: OrderView): string => {
  const due = clocks.find(({ metAt }) => metAt === null)
  return [
    printable(id),
    printable(kind),
    printable(authority),
    status,
    ...(due === undefined ? [] : [`${due.state}, due ${due.dueAt.slice(0, 16).replace('T', ' ')}`]),
  ].join('  ')
}

/** `holdfast threats drill`, `holdfast orders drill`. */
export async function runDrill(kind: 'threat' | 'order', options: DrillCommand, tools: Tools): Promise<void> {
  const { wait, format, ...rest } = options
  const steps = await tools.drill(kind, { ...rest, waitMs: wait * 60_000 })
  if (format === 'json') {
    for (const step of steps) say(JSON.stringify(step))
    return
  }
  const width = Math.max(...steps.map(({ step }) => step.length))
  for (const { step, ms, detail } of steps)
    say(`${step.padEnd(width)}  ${timeText(ms).padStart(9)}  ${detail}`)
  const all = steps.reduce((sum: number, { ms }: DrillStep) => sum + ms, 0)
  say(`${'in all'.padEnd(width)}  ${timeText(all).padStart(9)}`)
}

const timeText = (ms: number): string => (ms < 10_000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�').slice(0, 160)
