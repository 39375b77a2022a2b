import { setTimeout as sleep } from 'node:timers/promises'
import type { Bus } from '../bus/bus.ts'
import { pauseMs } from '../lib/back-off.ts'
import type { Clock as WallClock } from '../lib/clock.ts'
import { keyedToken } from '../lib/hash.ts'
import type { Random } from '../lib/random.ts'
import type { PageReport } from '../model/desk-event.ts'
import type { ThreatPaged } from '../model/event.ts'
import type { OrderStanding } from '../model/order.ts'
import { DESK_KEY, stateKey } from '../model/state.ts'
import type { Page, ThreatStanding } from '../model/threat.ts'
import type { ThreatTables } from '../model/threat-tables.ts'
import type { Plan } from '../rules/rules.ts'
import type { Store } from '../store/store.ts'
import { type Clock, callsDue, clocksOfCase, clocksOfOrder } from './clocks.ts'
import { gradingOf } from './grade.ts'
import { callable, type Duty, type Message, type Pager, type Sent } from './pager.ts'
import { pageId } from './pages.ts'

/*
 * Watches the clocks and calls people. A page is written down before it is sent; what was written down and not answered for is sent after a restart
 * under the same id. (docs/spec/threats.md, P1 to P7)
 */

interface Parts {
  store: Pick<Store, 'load'>
  bus: Pick<Bus, 'publish'>
  clock: WallClock
  random: Random
  duty: Duty
  plan(): Plan | null
  /** The installation's own: what links to acknowledge are keyed with. */
  key: Uint8Array
  /** Pages of a drill say so. */
  drill?: boolean
  complain(message: string): void
}

export interface Watch {
  /** Looks once: writes down who is to be called, and begins calling. Resolves before anybody has answered. */
  look(): Promise<void>
  /** Looks every `everyMs`, until it is stopped. */
  start(everyMs?: number): void
  /** Resolves when every call under way has ended or was broken off; what was broken off is made after the next start. */
  stop(): Promise<void>
  /** Resolves when no call is under way. */
  idle(): Promise<void>
}

const LOOK_EVERY_MS = 1_000
export const ATTEMPTS_MAX = 5
const CALLS_AT_ONCE_MAX = 16
const DETAIL_MAX = 500

/** What a page is about, as far as paging goes. */
interface Subject {
  kind: 'threat' | 'order'
  id: string
  pages: Page[]
  clocks: Clock[]
  /** Keyed tokens of those whom it is about: they are not called to decide about themselves. */
  barred: readonly string[]
  says: string
}

export function createWatch(parts: Parts): Watch {
  const { bus, clock, duty, complain } = parts
  const stopping = new AbortController()
  /** By page and channel: calls that are under way or wait for their next attempt. */
  const underWay = new Map<string, Promise<void>>()
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  const look = async (): Promise<void> => {
    const tables = parts.plan()?.pack.threats
    if (tables === undefined || stopping.signal.aborted) return
    for (const subject of await subjectsOf(parts.store, tables)) {
      await writeDown(subject, tables)
      for (const page of subject.pages) begin(page, subject)
    }
  }

  /** Who is to be called: first into the log, so that it outlives us. */
  const writeDown = async (subject: Subject, tables: ThreatTables): Promise<void> => {
    const now = clock.now()
    const onDuty = callable(duty, { at: now, key: parts.key, barred: subject.barred })
    const calls = callsDue(subject.clocks, subject.pages, { now, duty: onDuty, tables })
    if (calls.length === 0) return
    await bus.publish(
      calls.map(({ stage, to }) =>
        reportEvent(
          {
            page: pageId(subject.kind, subject.id, stage, to),
            about: { kind: subject.kind, id: subject.id },
            stage,
            to,
            channels: duty.pagers.filter((pager) => pager.reaches(to)).map(({ name }) => name),
            status: 'due',
            detail: '',
          },
          now,
        ),
      ),
    )
  }

  /** A step that was met, or that lies before the present one, calls nobody any more. */
  const isWanted = ({ stage, acknowledged }: Page, { clocks }: Subject): boolean =>
    acknowledged === null &&
    clocks.some(
      ({ metAt, since, stage: name }) => metAt === null && stage === stageWithin(stage, name, since),
    )

  const begin = (page: Page, subject: Subject): void => {
    if (!isWanted(page, subject)) return
    for (const [name, { status }] of Object.entries(page.channels)) {
      const id = `${page.id} ${name}`
      const pager = duty.pagers.find((one) => one.name === name)
      if (status !== 'due' || pager === undefined || underWay.has(id)) continue
      if (underWay.size >= CALLS_AT_ONCE_MAX) return
      underWay.set(
        id,
        call(pager, page, subject)
          .catch((error: Error) => complain(`a page could not be recorded: ${error.message}`))
          .finally(() => underWay.delete(id)),
      )
    }
  }

  const call = async (pager: Pager, page: Page, subject: Subject): Promise<void> => {
    const message = messageFor(page, subject, parts)
    for (let attempt = 1; ; attempt++) {
      const sent = await attemptOf(pager, page.to, message, stopping.signal)
      if (stopping.signal.aborted && !sent.ok) return
      if (sent.ok || attempt === ATTEMPTS_MAX) return record(page, pager, subject, sent)
      await sleep(pauseMs(attempt, parts.random), undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
    }
  }

  const record = async (page: Page, pager: Pager, { kind, id }: Subject, sent: Sent): Promise<void> => {
    const { id: of, stage, to } = page
    const status = sent.ok ? 'sent' : 'failed'
    const detail = sent.detail.slice(0, DETAIL_MAX).toWellFormed()
    const report: PageReport = {
      page: of,
      about: { kind, id },
      stage,
      to,
      channels: [pager.name],
      status,
      detail,
    }
    await bus.publish([reportEvent(report, clock.now())])
  }

  const lookAgain = (): Promise<void> => {
    looking = looking
      .then(look)
      .catch((error: Error) => complain(`the clocks were not looked at: ${error.message}`))
    return looking
  }

  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all([...underWay.values()])
  }

  return {
    look: lookAgain,
    idle,
    start(everyMs = LOOK_EVERY_MS) {
      timer = setInterval(() => void lookAgain(), everyMs)
    },
    async stop() {
      if (timer !== null) clearInterval(timer)
      stopping.abort()
      await looking
      await idle()
      for (const pager of duty.pagers) await pager.close()
    },
  }
}

/** The stage itself where it is one of this clock's, else nothing that equals it. */
const stageWithin = (stage: string, name: string, since: number): string | null =>
  stage.startsWith(`${name}-`) && stage.endsWith(`-${since}`) ? stage : null

async function attemptOf(pager: Pager, to: string, message: Message, signal: AbortSignal): Promise<Sent> {
  try {
    return await pager.send(to, message, signal)
  } catch (error) {
    return { ok: false, detail: `it could not be asked: ${(error as Error).message}` }
  }
}

/** Ids follow from the page and what came of it: told twice, it is a duplicate. */
const reportEvent = (page: PageReport, now: number): ThreatPaged => ({
  id: page.status === 'due' ? `${page.page}-due` : `${page.page}-${page.channels[0]}-${page.status}`,
  type: 'threat.paged',
  at: new Date(now).toISOString(),
  account: 'holdfast',
  page,
})

/** Cases with a clock that runs, and orders that have not come to their end. */
async function subjectsOf(store: Parts['store'], tables: ThreatTables): Promise<Subject[]> {
  const desk = (await store.load([DESK_KEY]))[0]?.desk
  if (desk === undefined) return []
  const cases = desk.cases.filter(({ clock }) => clock).map(({ id }) => stateKey.threat(id))
  const states = await store.load([...cases, ...desk.runningOrders.map(stateKey.order)])
  return states.flatMap((state): Subject[] => {
    if (state?.threat !== undefined) return [ofCase(state.threat, tables)]
    return state?.order === undefined ? [] : [ofOrder(state.order, tables)]
  })
}

const ofCase = (standing: ThreatStanding, tables: ThreatTables): Subject => ({
  kind: 'threat',
  id: standing.id,
  pages: standing.pages,
  clocks: clocksOfCase(standing, tables),
  barred: standing.barred,
  says: `Threat ${standing.id}, ${gradingOf(standing).grade}`,
})
const ofOrder = (order: OrderStanding, tables: ThreatTables): Subject => ({
  kind: 'order',
  id: order.id,
  pages: order.pages,
  clocks: clocksOfOrder(order, tables),
  barred: [],
  says: printable(`Order ${order.id}, ${order.kind}`),
})

const WANTED: Record<Clock['stage'], string> = {
  human: 'a person looks at it',
  referral: 'it is referred, or two find that it need not be',
  order: 'it is carried out, or paused on a lawful ground',
}

/** No name and no quotation: pages travel in the clear, over screens that others see. (P5) */
function messageFor(
  page: Page,
  { kind, id, clocks, says }: Subject,
  { duty, key, drill = false }: Parts,
): Message {
  const clock = clocks.find(({ stage, since }) => stageWithin(page.stage, stage, since) !== null)
  const what = page.stage.split('-')[1] ?? ''
  const due =
    clock === undefined ? '' : ` by ${new Date(clock.dueAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const late =
    what === 'missed' ? 'The deadline has passed.' : what === 'begun' ? '' : 'The deadline comes near.'
  return {
    id: page.id,
    subject: `${drill ? 'DRILL: ' : ''}${says}${what === 'missed' ? ': missed' : ''}`,
    lines: [
      ...(drill ? ['This is a drill. Acknowledge it as you would a real one.'] : []),
      `${says}.`,
      clock === undefined ? '' : `Wanted: ${WANTED[clock.stage]}${due}.`,
      late,
    ].filter(Boolean),
    link: duty.address === null ? null : `${duty.address}${acknowledgePath(kind, id, page.id, key)}`,
    drill,
  }
}

/** Whoever has the link may acknowledge this one page, and nothing else. */
export const pageToken = (key: Uint8Array, page: string): string =>
  keyedToken(key, 'acknowledge a page', page)

export const acknowledgePath = (
  kind: 'threat' | 'order',
  id: string,
  page: string,
  key: Uint8Array,
): string => `/v1/pages/${kind}/${encodeURIComponent(id)}/${page}/acknowledge?token=${pageToken(key, page)}`

/** What an authority wrote goes into the head of a mail: nothing there may end a line. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').slice(0, 200)
