import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CommandError, type DrillOptions, type DrillStep, type OpenHouse } from './cli/tools.ts'
import { openDesks } from './desks.ts'
import { bundleInto, evidenceDesk, openHouse, openPagingFile } from './house.ts'
import { systemClock } from './lib/clock.ts'
import { seededRandom } from './lib/random.ts'
import type { OrderStanding } from './model/order.ts'
import { stateKey } from './model/state.ts'
import type { Page, ThreatStanding } from './model/threat.ts'
import { pagingFrom } from './paging/paging.ts'
import { mailServer, webhookReceiver } from './paging/rehearsal.ts'
import { pageServer } from './server/pages.ts'
import type { Duty } from './threats/pager.ts'
import type { ThreatDesk } from './threats/threat-desk.ts'
import { createWatch, pageToken } from './threats/watch.ts'

/*
 * The whole chain once, in a store of its own: an event, a case or an order, the call to whoever is on duty, the answer, and what people do then.
 * With a file of `--paging` the calls are real and say that they are a drill; without one they go to servers on this machine, and are answered.
 */

const PEOPLE = ['drill-one', 'drill-two'] as const
const LOOK_MS = 50

interface Stage {
  house: OpenHouse
  desk: ThreatDesk
  look(): Promise<void>
  /** Answers a page by itself where the calls stay on this machine. */
  answers: boolean
  waitMs: number
}

export async function drill(kind: 'threat' | 'order', options: DrillOptions): Promise<DrillStep[]> {
  const data = mkdtempSync(join(tmpdir(), 'holdfast-drill-'))
  const rehearsed = options.paging ? null : await rehearsal()
  const duty = rehearsed?.duty ?? openPagingFile(options.paging!)
  const house = await openHouse({ data, policies: options.policies, threads: 1 })
  const complain = (message: string) => void process.stderr.write(`${message}\n`)
  const desks = openDesks(house, {
    clock: systemClock,
    key: house.key,
    duty,
    bundle: bundleInto(join(data, 'bundles'), evidenceDesk(house, {})),
    complain,
  })
  const pages = await pageServer(desks.threats, options)
  const watch = createWatch({
    store: house.store,
    bus: house.bus,
    clock: systemClock,
    random: seededRandom(randomBytes(4).readUInt32LE()),
    duty: { ...duty, address: duty.address ?? pages.address },
    plan: () => house.line.plan(),
    key: house.key,
    drill: true,
    complain,
  })
  const stage: Stage = {
    house,
    desk: desks.threats,
    look: () => watch.look(),
    answers: rehearsed !== null,
    waitMs: options.waitMs,
  }
  try {
    return kind === 'threat' ? await drillThreat(stage) : await drillOrder(stage)
  } finally {
    await watch.stop()
    await pages.close()
    await house.close()
    await rehearsed?.close()
    rmSync(data, { recursive: true, force: true })
  }
}

async function rehearsal(): Promise<{ duty: Duty; close(): Promise<void> }> {
  const [mail, hook] = await Promise.all([mailServer(), webhookReceiver()])
  const paging = pagingFrom({
    path: 'drill',
    clock: systemClock,
    environment: { SECRET: `whsec_${randomBytes(32).toString('base64')}` },
    text: `
duty: [{ name: drill-one, email: one@drill.invalid, webhook: ONE }]
webhook: { url: "${hook.url}", secret: { env: SECRET } }
email: { host: 127.0.0.1, port: ${mail.port}, from: desk@drill.invalid }
`,
  })
  if (!paging.ok) throw new Error(JSON.stringify(paging.problems))
  return { duty: paging.duty, close: async () => void (await Promise.all([mail.close(), hook.close()])) }
}

/** Each step with how long it took since the one before. */
function timed() {
  const steps: DrillStep[] = []
  let last = performance.now()
  return {
    steps,
    done(step: string, detail: string) {
      const now = performance.now()
      steps.push({ step, ms: Math.round(now - last), detail })
      last = now
    },
  }
}

async function drillThreat(stage: Stage): Promise<DrillStep[]> {
  const { house, desk } = stage
  const { steps, done } = timed()
  const at = new Date(systemClock.now()).toISOString()
  const raw = {
    id: 'drill-post',
    type: 'post.created',
    at,
    account: 'drill:account',
    post: {
      id: 'drill:post',
      text: 'Tomorrow morning at the office we will kill every one of you.',
      language: 'en',
    },
  }
  await publish(house, raw)
  const standing = await until(stage, async () => (await casesOf(house))[0])
  done('case opened', `${standing.id}`)
  const { id } = standing
  const caseNow = async () => (await house.store.load([stateKey.threat(id)]))[0]!.threat!
  const page = await calledFor(stage, async () => (await caseNow()).pages)
  done('page sent', `${page.to}: ${channels(page)}`)
  await answered(stage, { kind: 'threat', id, page }, async () => (await caseNow()).clock?.seen != null)
  done('acknowledged', `by ${(await caseNow()).clock?.seen?.by ?? 'nobody'}`)
  for (const person of PEOPLE)
    must(await desk.act({ do: 'grade', case: id, grade: 'high-specific', why: 'a drill' }, person))
  done('graded by two', (await desk.show(id, PEOPLE[0]))!.threat.grade)
  const referral = {
    to: 'security' as const,
    recipient: 'The drill',
    basis: 'own',
    disclosed: [{ what: 'The post of the drill', why: 'It is what the drill is about.' }],
    necessity: 'Nothing else is in the case.',
  }
  must(await desk.act({ do: 'refer', case: id, referral, why: 'a drill' }, PEOPLE[0]))
  const of = (await caseNow()).referrals[0]!.id
  must(await desk.act({ do: 'release', case: id, referral: of, why: 'a drill' }, PEOPLE[1]))
  const { bundle, releasedAt } = (await caseNow()).referrals[0]!
  if (releasedAt === null) throw new CommandError('the referral was not released')
  done(
    'referred by two',
    bundle === null ? 'without a bundle' : `bundle ${bundle.sha256.slice(0, 12)}…, ${bundle.bytes} bytes`,
  )
  return steps
}

async function drillOrder(stage: Stage): Promise<DrillStep[]> {
  const { house, desk } = stage
  const { steps, done } = timed()
  const raw = {
    id: 'drill-order',
    type: 'order.received',
    at: new Date(systemClock.now()).toISOString(),
    account: 'drill:account',
    order: { id: 'DRILL-1', kind: 'removal', authority: 'Office of Drills', post: 'drill:post' },
  }
  await publish(house, raw)
  const orderNow = async (): Promise<OrderStanding> =>
    (await house.store.load([stateKey.order('DRILL-1')]))[0]!.order!
  done('order received', 'DRILL-1')
  const page = await calledFor(stage, async () => (await orderNow()).pages)
  done('page sent', `${page.to}: ${channels(page)}`)
  await answered(stage, { kind: 'order', id: 'DRILL-1', page }, async () => (await orderNow()).seen !== null)
  done('acknowledged', `by ${(await orderNow()).seen?.by ?? 'nobody'}`)
  const act = { order: 'DRILL-1', why: 'a drill' }
  must(await desk.actOnOrder({ ...act, do: 'verify', how: 'called back' }, PEOPLE[0]))
  done('sender verified', 'called back')
  must(await desk.actOnOrder({ ...act, do: 'remove' }, PEOPLE[1]))
  done('removed', `decision ${(await orderNow()).removal!.decision}`)
  must(await desk.actOnOrder({ ...act, do: 'feedback', reference: 'DRILL-1' }, PEOPLE[1]))
  done('authority told', 'Annex II')
  return steps
}

async function publish(house: OpenHouse, raw: object): Promise<void> {
  const admitted = house.admit(raw)
  if (!admitted.ok) throw new CommandError(`the drill's event was refused: ${admitted.reason}`)
  await house.bus.publish([admitted.event])
}

async function casesOf({ store }: OpenHouse): Promise<ThreatStanding[]> {
  for await (const row of store.eachThreat()) {
    const [state] = await store.load([stateKey.threat(row.id)])
    if (state?.threat !== undefined) return [state.threat]
  }
  return []
}

async function until<T>(stage: Stage, found: () => Promise<T | undefined>): Promise<T> {
  for (const end = performance.now() + stage.waitMs; ; ) {
    const value = await found()
    if (value !== undefined) return value
    if (performance.now() > end)
      throw new CommandError(`nothing came of it within ${Math.round(stage.waitMs / 1000)} seconds`)
    await sleep(LOOK_MS)
  }
}

const isSent = ({ channels }: Page): boolean =>
  Object.values(channels).some(({ status }) => status === 'sent')
const isSettled = ({ channels }: Page): boolean =>
  Object.values(channels).every(({ status }) => status !== 'due')
const channels = (page: Page): string =>
  Object.entries(page.channels)
    .map(([name, { status }]) => `${name} ${status}`)
    .join(', ')

/** Looks at the clocks as the watch does, until somebody was reached. */
const calledFor = (stage: Stage, pages: () => Promise<Page[]>): Promise<Page> =>
  until(stage, async () => {
    await stage.look()
    const made = await pages()
    return made.find((page) => isSettled(page) && isSent(page))
  })

async function answered(
  stage: Stage,
  { kind, id, page }: { kind: 'threat' | 'order'; id: string; page: Page },
  isSeen: () => Promise<boolean>,
): Promise<void> {
  if (stage.answers) {
    const token = pageToken(stage.house.key, page.id)
    must(await stage.desk.acknowledge({ kind, id, page: page.id, token }))
  } else process.stderr.write(`waiting for whoever was called to acknowledge …\n`)
  await until(stage, async () => {
    await stage.look()
    return (await isSeen()) || undefined
  })
}

function must(outcome: { ok: boolean; fault?: { reason: string } }): void {
  if (!outcome.ok) throw new CommandError(`the drill stopped: ${outcome.fault?.reason}`)
}
