import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pino, { type Logger } from 'pino'
import { publishPatiently } from './bus/bus.ts'
import { retentionFrom } from './cli/evidence.ts'
import { CommandError, type OpenHouse, type StartOptions, type Tools } from './cli/tools.ts'
import { openDesks } from './desks.ts'
import { withAppealLink } from './enforce/appeal-link.ts'
import { createDelivery, receiptEvent } from './enforce/deliver.ts'
import { dryRunEnforcer } from './enforce/dry-run.ts'
import type { Enforcer } from './enforce/enforce.ts'
import { webhookEnforcer } from './enforce/webhook.ts'
import type { EvidenceDesk } from './evidence/desk.ts'
import { bundleInto, evidenceDesk, holdOn, openHouse, openPagingFile, watchPolicies } from './house.ts'
import { systemClock } from './lib/clock.ts'
import { seededRandom } from './lib/random.ts'
import { DAY_MS, HOUR_MS } from './model/ids.ts'
import { createAudit } from './people/audit.ts'
import { issueKey } from './people/keys.ts'
import { issueLink } from './people/links.ts'
import { createPeopleDesk, hasAdministrator } from './people/people.ts'
import type { Committed } from './pipeline.ts'
import { backtester, policyFolder } from './policy-folder.ts'
import { fetchMedia } from './preserve/fetch.ts'
import { createMediaKeeper, type MediaKeeper, type MediaOptions } from './preserve/media.ts'
import { createCampaignDesk } from './review/campaign-desk.ts'
import type { JobDesk } from './review/job-desk.ts'
import { createLinkDesk } from './review/link-desk.ts'
import { createRulesDesk } from './review/rules-desk.ts'
import type { LineStatus, LiveMessage } from './server/api.ts'
import { loadOidcSettings } from './server/oidc-settings.ts'
import { createServer, type ServerOptions } from './server/server.ts'
import { openSearch } from './store/sqlite/search.ts'
import { NOBODY } from './threats/pager.ts'
import { createWatch } from './threats/watch.ts'

const CONSOLE_DIR = new URL('../console/dist', import.meta.url).pathname
const TOWN = new URL('../sim/play.ts', import.meta.url).pathname
/** A halted line looks again whether the world has mended: first soon, then every half minute. */
const REVIVE_MS = [1_000, 2_000, 5_000, 10_000, 30_000]
/** How long a stop waits for actions that are on their way. */
const DRAIN_MS = 3_000

/** `holdfast start`: runs until it is told to stop. Resolves after a clean end. */
export async function serve(options: StartOptions, tools: Tools): Promise<void> {
  const log = pino({ level: options.logLevel, base: null }, pino.destination({ dest: 2, sync: false }))
  const live = createLive()
  const rates = createRates()
  let delivery: ReturnType<typeof createDelivery> | null = null
  let searching: ReturnType<typeof openSearch> | null = null
  const entrance = entranceOf(options)
  let media: MediaKeeper | null = null
  const house = await openHouse(options, {
    committed(batch) {
      rates.count(batch.events.length)
      announce(batch, live)
      if (batch.judgement.captures.length > 0) media?.wake()
      delivery?.wake()
      searching?.wake()
    },
    complain: (message) => log.warn(message),
  })
  let town: Town | null = null
  const retention = retentionFrom(options.retention)
  const evidence = evidenceDesk(house, {
    ...(retention && { retention }),
    ...(options.tsaUrl && { tsaUrl: options.tsaUrl }),
  })
  const startedAt = systemClock.now()
  const firstStart = (await house.store.meta('first-start')) === undefined
  const key =
    firstStart || options.town
      ? await issueKey(house.store, systemClock, firstStart ? ['intake', 'check'] : ['intake'])
      : null
  if (firstStart) await house.store.setMeta('first-start', new Date(startedAt).toISOString())

  const status = (): LineStatus => ({
    ...rates.read(),
    depth: house.bus.depth(),
    position: house.store.position(),
    pack: house.line.packInForce(),
    rules: countModes(house),
    reader: house.measurer.version,
    halted: house.line.halted(),
    startedAt: new Date(startedAt).toISOString(),
    town: town?.running() ?? false,
  })
  const search = openSearch(options.data, house.store)
  searching = search
  const duty = options.paging ? openPagingFile(options.paging) : NOBODY
  const desks = openDesks(house, {
    clock: systemClock,
    key: house.key,
    random: seededRandom(randomBytes(4).readUInt32LE()),
    search,
    duty,
    bundle: bundleInto(join(options.data, 'bundles'), evidence),
    hold: holdOn(evidence),
    complain: (message) => log.warn(message),
  })
  const watch = createWatch({
    store: house.store,
    bus: house.bus,
    clock: systemClock,
    random: seededRandom(randomBytes(4).readUInt32LE()),
    duty,
    plan: () => house.line.plan(),
    key: house.key,
    complain: (message) => log.warn(message),
  })
  const server = await createServer(
    {
      bus: house.bus,
      store: house.store,
      people: createPeopleDesk(house.store, systemClock),
      audit: createAudit(house.store, systemClock),
      clock: systemClock,
      door: { admit: house.admit },
      check: (inputs) => tools.check(inputs, house.line.plan()!, house.measurer),
      status,
      live,
      campaigns: createCampaignDesk({
        store: house.store,
        bus: house.bus,
        clock: systemClock,
        plan: () => house.line.plan(),
      }),
      evidence,
      links: createLinkDesk({ store: house.store, bus: house.bus, clock: systemClock }),
      ...desks,
      rules: createRulesDesk({
        store: house.store,
        folder: policyFolder(options.policies, house),
        backtest: backtester(options.data),
        clock: systemClock,
      }),
      policies: () => house.line.plan()?.pack.policies ?? [],
      bills: house.bills,
      resend: (id) => delivery?.resend(id) ?? Promise.resolve(false),
      version: tools.version,
    },
    { consoleDir: CONSOLE_DIR, logger: log, ...entrance },
  )
  const address = await listen(server, options)
  // The first who asks about a text should not wait until grammars are compiled.
  setImmediate(() => house.measurer.measure([{ text: 'ready', language: 'en' }]))
  if (options.town && key !== null) town = await startTown(address, key, options, log)
  const enforcer = withAppealLink(town?.enforcer ?? platformEnforcer(options), (decision) => {
    const { token, until } = desks.appeals.linkFor(decision)
    return { url: `${options.origin ?? address}/appeal#${token}`, until: new Date(until).toISOString() }
  })
  delivery = createDelivery({
    store: house.store,
    enforcer,
    mayGo: async ({ decision }) => !(await house.store.evidencePending(decision)),
    clock: systemClock,
    random: seededRandom(randomBytes(4).readUInt32LE()),
    onSettled(row) {
      live.publish({ kind: 'enforced', row })
      return publishPatiently(house.bus, [receiptEvent(row, systemClock.now())]).catch((error) =>
        log.warn(`receipt not recorded: ${error.message}`),
      )
    },
  })
  media = mediaKeeper(house, options, {
    settled: () => delivery?.wake(),
    complain: (message) => log.warn(message),
  })
  media.start()
  delivery.start()
  const keeping = retainDaily(evidence, log)
  watch.start()
  const watching = watchPolicies(options.policies, house, {
    taken: (pack) => live.publish({ kind: 'pack', hash: pack, ok: true }),
    refused(problems) {
      process.stderr.write(`policies not taken, the pack in force stays:\n${problems}\n`)
      live.publish({ kind: 'pack', hash: house.line.packInForce() ?? '', ok: false, problems })
    },
  })
  const reviving = revive(house, log)
  const ticking = setInterval(() => live.publish({ kind: 'tick', status: status() }), 1_000)
  const counting = watchQueues(desks.jobs, live, log)
  await greet({ address, house, key: firstStart ? key : null, options, enforcer })

  await untilAsked()
  process.stderr.write('stopping: finishing what is under way …\n')
  clearInterval(ticking)
  clearInterval(counting)
  watching.close()
  reviving.stop()
  await town?.stop()
  await watch.stop()
  await server.close()
  keeping.stop()
  await delivery.drain(DRAIN_MS)
  await delivery.stop()
  await media.stop()
  await search.close()
  await house.close()
  process.stderr.write('stopped; the next start goes on from here\n')
}

/** Where the page is for the world, and through whom people sign in. Looked at first: a mistake here stops the start before anything is opened. */
function entranceOf({ origin, oidc }: StartOptions): Pick<ServerOptions, 'origin' | 'oidc' | 'hosts'> {
  const entrance: Pick<ServerOptions, 'origin' | 'oidc' | 'hosts'> = {}
  if (origin) {
    if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol))
      throw new CommandError('--origin takes an address such as https://desk.example')
    const url = new URL(origin)
    entrance.origin = url.origin
    entrance.hosts = [url.hostname]
  }
  if (oidc) {
    const loaded = loadOidcSettings(oidc)
    if (!loaded.ok) throw new CommandError(loaded.reason)
    entrance.oidc = loaded.settings
  }
  return entrance
}

async function listen(
  server: Awaited<ReturnType<typeof createServer>>,
  { host, port }: StartOptions,
): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error
    const why =
      code === 'EADDRINUSE'
        ? 'another program listens there'
        : code === 'EACCES'
          ? 'it needs more rights'
          : 'this machine has no such address'
    throw new CommandError(`cannot listen on ${host}:${port}: ${why}. Choose another with --port or --host.`)
  }
}

/** Who fetches the media that are evidence. The town's are of no real place, so that nobody is asked for them. */
const mediaKeeper = (
  { store, vault, bus }: OpenHouse,
  { media, mediaHosts = '', town }: StartOptions,
  told: Pick<MediaOptions, 'settled' | 'complain'>,
): MediaKeeper => {
  const trusted = new Set(
    mediaHosts
      .split(',')
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ''),
  )
  return createMediaKeeper({
    store,
    vault,
    bus,
    clock: systemClock,
    random: seededRandom(randomBytes(4).readUInt32LE()),
    fetch: media === 'off' || town ? null : (url, signal) => fetchMedia(url, signal, { trusted }),
    ...told,
  })
}

/** Once a day, and first an hour after a start: what its time is over for goes, but for what is held. */
function retainDaily(desk: EvidenceDesk, log: Logger): { stop(): void } {
  const run = () =>
    desk
      .retain({ by: 'holdfast: retention', dryRun: false })
      .then(({ erased, due }) =>
        log.info(`retention: ${erased} pieces of evidence erased, ${due - erased} held`),
      )
      .catch((error) => log.warn(`retention did not run: ${error.message}`))
  const first = setTimeout(run, HOUR_MS)
  const daily = setInterval(run, DAY_MS)
  return {
    stop() {
      clearTimeout(first)
      clearInterval(daily)
    },
  }
}

function platformEnforcer({ webhookUrl, webhookSecretFile, data }: StartOptions): Enforcer {
  if (webhookUrl === undefined) return dryRunEnforcer()
  return webhookEnforcer({
    url: webhookUrl,
    secret: webhookSecret(webhookSecretFile ?? join(data, 'webhook.secret')),
    timeoutMs: 10_000,
  })
}

/** The signing secret: read from its file, or made there at the first start, readable by its owner alone. */
function webhookSecret(path: string): string {
  if (!existsSync(path))
    writeFileSync(path, `whsec_${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}

interface Town {
  enforcer: Enforcer
  running(): boolean
  stop(): Promise<void>
}

/** The town is a platform like any other: a process of its own that posts events and receives signed actions. */
async function startTown(url: string, key: string, options: StartOptions, log: Logger): Promise<Town> {
  const secret = webhookSecret(join(options.data, 'webhook.secret'))
  const args = [
    TOWN,
    '--url',
    url,
    '--rate',
    String(options.townRate),
    '--state',
    join(options.data, 'town.json'),
  ]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stderr.on('data', (chunk) => log.info(`town: ${String(chunk).trim()}`))
  child.stdin.on('error', () => {})
  child.stdin.write(`${JSON.stringify({ key, webhookSecret: secret })}\n`)
  const webhook = await firstLine(child)
  let stopping = false
  // At Ctrl-C the terminal tells the town as well, which then ends with 0.
  child.once('exit', (code) => {
    if (!stopping && code !== 0)
      process.stderr.write(`the town ended by itself (${code}); the next start brings it back\n`)
  })
  return {
    running: () => child.exitCode === null && child.signalCode === null,
    enforcer: webhookEnforcer({ url: webhook, secret, timeoutMs: 10_000 }),
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.stdin.end()
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the town ended with ${code} before it was ready`)))
    const lines = createInterface({ input: child.stdout! })
    lines.once('line', (line) => resolve(JSON.parse(line).webhook))
  })
}

function createLive() {
  const listeners = new Set<(message: LiveMessage) => void>()
  return {
    subscribe(listener: (message: LiveMessage) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    publish(message: LiveMessage) {
      for (const listener of listeners) listener(message)
    },
  }
}
type Live = ReturnType<typeof createLive>

function announce({ judgement }: Committed, live: Live): void {
  for (const decision of judgement.decisions) live.publish({ kind: 'decision', decision })
  for (const link of judgement.links) live.publish({ kind: 'link', link })
  for (const campaign of judgement.campaigns) live.publish({ kind: 'campaign', campaign })
}

const QUEUES_MS = 2_000

/** Tells how the queues stand when that changes, and says in the log when more jobs are past their deadline than before. */
function watchQueues(jobs: JobDesk, live: Live, log: Logger): NodeJS.Timeout {
  let told = ''
  let late = 0
  return setInterval(async () => {
    try {
      const queues = await jobs.counts()
      const breached = queues.reduce((sum, queue) => sum + queue.breached, 0)
      if (breached > late) log.warn(`${breached} jobs are past their deadline`)
      late = breached
      const text = JSON.stringify(queues)
      if (text !== told) live.publish({ kind: 'jobs', queues })
      told = text
    } catch (error) {
      log.warn(`queues not counted: ${(error as Error).message}`)
    }
  }, QUEUES_MS)
}

const RATE_SECONDS = 60

/** Events per second over the last second and the last minute, from sixty buckets. */
function createRates(steady = systemClock.steady) {
  const buckets = new Float64Array(RATE_SECONDS + 1)
  let current = Math.floor(steady() / 1000)
  const advance = () => {
    const now = Math.floor(steady() / 1000)
    for (let second = Math.max(current + 1, now - RATE_SECONDS); second <= now; second++)
      buckets[second % buckets.length] = 0
    current = Math.max(current, now)
  }
  return {
    count(events: number) {
      advance()
      buckets[current % buckets.length]! += events
    },
    read() {
      advance()
      let minute = 0
      for (let back = 1; back <= RATE_SECONDS; back++)
        minute += buckets[(current - back + buckets.length * 2) % buckets.length] ?? 0
      const last = buckets[(current - 1 + buckets.length) % buckets.length] ?? 0
      return { eventsPerSecond: last, eventsPerSecondMinute: minute / RATE_SECONDS }
    },
  }
}

function countModes(house: OpenHouse): { live: number; shadow: number } {
  const rules = house.line.plan()?.pack.rules ?? []
  const count = (mode: string) => rules.filter((rule) => rule.mode === mode).length
  return { live: count('live'), shadow: count('shadow') }
}

/** While the line is halted: look again, less and less often, and say so. */
function revive(house: OpenHouse, log: Logger): { stop(): void } {
  let tries = 0
  let timer: NodeJS.Timeout
  const look = async () => {
    const reason = house.line.halted()
    if (reason === null) tries = 0
    else {
      if (tries === 0)
        process.stderr.write(
          `the line is halted: ${reason}\nNothing is taken until it mends; nothing that was acknowledged is lost.\n`,
        )
      tries += 1
      await house.line.recover().then(
        () => process.stderr.write('the line runs again\n'),
        (error) => log.warn(`still halted: ${error.message}`),
      )
    }
    timer = setTimeout(look, REVIVE_MS[Math.min(tries, REVIVE_MS.length - 1)])
  }
  timer = setTimeout(look, REVIVE_MS[0])
  return { stop: () => clearTimeout(timer) }
}

async function greet({
  address,
  house,
  key,
  options,
  enforcer,
}: {
  address: string
  house: OpenHouse
  key: string | null
  options: StartOptions
  enforcer: Enforcer
}): Promise<void> {
  const say = (text = '') => process.stdout.write(`${text}\n`)
  const link = (await hasAdministrator(house.store)) ? null : await issueLink(house.store, systemClock)
  const { logged } = house.store.position()
  say(`Holdfast is listening on ${address}`)
  if (link === null) say(`  page        ${address}`)
  else {
    say(`  page        ${address}/#welcome=${link}`)
    say('              (makes the first administrator, once, within 15 minutes)')
  }
  if (key !== null) {
    say(`  intake key  ${key}`)
    say('              (for POST /v1/events and /v1/check; shown this once)')
  }
  say(
    `  data        ${options.data}${logged > 0 ? `, ${logged.toLocaleString('en-US')} ${logged === 1 ? 'event' : 'events'} so far` : ', new'}`,
  )
  say(`  policies    ${options.policies}, ${house.pack.rules.length} rules`)
  if (options.opinions) say(`  opinions    by ${options.opinions}, where a reading leaves it open`)
  say(`  actions     ${options.town ? 'to the simulated town' : enforcer.name}`)
  if (options.town) say('  town        a simulated platform posts; --no-town is the same without it')
  else if ((await house.store.meta('town')) !== undefined)
    say('  note        this data holds a simulated town’s events; give a platform its own --data')
  if (options.town) await house.store.setMeta('town', 'yes')
  say('Ctrl-C stops cleanly.')
}

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends at once. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    const ask = () => {
      process.off('SIGINT', ask)
      process.off('SIGTERM', ask)
      process.once('SIGINT', () => process.exit(130))
      resolve()
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
  })
}
