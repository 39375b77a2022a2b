import { systemClock } from '../lib/clock.ts'
import { type LineageEdge, type LineageGraph, type LineageNode, readLineage } from '../lineage/graph.ts'
import { type CurvePoint, kaplanMeier, type Lifetime, medianOf, survivalAt } from '../lineage/survival.ts'
import { hasProfile, type LinkFinding } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import { LINK_TIERS, type Link } from '../model/link.ts'
import { createLinkDesk, type LinkDesk, type LinkOrder } from '../review/link-desk.ts'
import type { Store } from '../store/store.ts'
import { ingest } from './ingest.ts'
import { formatDuration } from './progress.ts'
import { remoteLinkDesk, type Where } from './remote-desk.ts'
import { CommandError, type HouseOptions, type Tools, UsageError } from './tools.ts'

/* `holdfast lineage …`: who came back, what people found about it, and how long it took. */

export interface ReviewOptions extends HouseOptions, Where {
  by: string
  why: string
}

type Desk = Pick<LinkDesk, 'review'>

/** `holdfast lineage confirm|reject|withdraw ACCOUNT CLOSED`: a finding goes in by the bus, like any other event. */
export async function reviewLinkOf(
  account: string,
  closedAccount: string,
  finding: LinkFinding,
  options: ReviewOptions,
  tools: Tools,
): Promise<void> {
  mustDiffer(account, closedAccount)
  await atDesk(options, tools, (desk) => put(desk, { account, closedAccount, finding }, options))
}

/** `holdfast lineage repair ACCOUNT WRONG RIGHT`: the link to one closed account is rejected, that to another confirmed. */
export async function repairLink(
  account: string,
  wrong: string,
  right: string,
  options: ReviewOptions,
  tools: Tools,
): Promise<void> {
  if (wrong === right) throw new UsageError('repair takes two different closed accounts')
  mustDiffer(account, wrong)
  mustDiffer(account, right)
  await atDesk(options, tools, async (desk) => {
    // The right one first: where it cannot be confirmed, the wrong one stays as it was.
    await put(desk, { account, closedAccount: right, finding: 'confirmed' }, options)
    await put(desk, { account, closedAccount: wrong, finding: 'rejected' }, options)
  })
}

function mustDiffer(account: string, closedAccount: string): void {
  if (account === closedAccount) throw new UsageError('an account is not linked to itself')
}

/** The desk of a server that runs, or of the installation's own data. */
async function atDesk(
  options: ReviewOptions,
  tools: Tools,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  if (options.by.trim() === '' || options.why.trim() === '')
    throw new UsageError('a finding needs --by NAME and --why TEXT')
  if (options.url !== undefined) return work(remoteLinkDesk(options))
  const house = await tools.openHouse(options)
  try {
    await work(createLinkDesk({ store: house.store, bus: house.bus, clock: systemClock }))
  } finally {
    await house.close()
  }
}

async function put(
  desk: Desk,
  pair: Pick<LinkOrder, 'account' | 'closedAccount' | 'finding'>,
  { by, why }: ReviewOptions,
): Promise<void> {
  const outcome = await desk.review({ ...pair, by, why })
  if (!outcome.ok) throw new CommandError(`${outcome.reason}\n${outcome.hint}`)
  const bits = outcome.link === null ? '' : `, ${outcome.link.bits} bits`
  process.stdout.write(`${pair.account} ← ${pair.closedAccount}: ${pair.finding}${bits}\n`)
}

/** `holdfast lineage import FILE`: a platform's past closures, through the whole line, so that the first day already knows them. */
export const importClosed = (
  files: string[],
  options: HouseOptions & { map?: string },
  tools: Tools,
): Promise<void> => ingest(files, { ...options, format: 'csv', map: options.map ?? tools.closedMap }, tools)

/** `holdfast lineage show ACCOUNT`: the chain, newest first, with dates and what each link rests on. */
export async function showLineage(
  account: string,
  options: { data: string; format: string },
  tools: Tools,
): Promise<void> {
  const store = await tools.openStore(options.data)
  try {
    const graph = await readLineage(store, account)
    if (graph === undefined) throw new CommandError(`nothing is known of an account ${account}`)
    process.stdout.write(options.format === 'json' ? `${JSON.stringify(graph, null, 2)}\n` : pageOf(graph))
  } finally {
    await store.close()
  }
}

const day = (at: Millis | null): string =>
  at === null ? 'unknown' : new Date(at).toISOString().slice(0, 16).replace('T', ' ')

function pageOf(graph: LineageGraph): string {
  const nodes = new Map(graph.nodes.map((node) => [node.account, node]))
  const lines: string[] = []
  const seen = new Set<string>()
  for (let here = nodes.get(graph.account); here !== undefined && !seen.has(here.account); ) {
    seen.add(here.account)
    lines.push(nodeLine(here))
    const standing = graph.edges.find(({ account, standing }) => standing && account === here!.account)
    if (standing === undefined) break
    lines.push(...edgeLines(standing))
    here = nodes.get(standing.closedAccount)
  }
  const later = graph.edges.filter(({ standing, account }) => standing && !seen.has(account))
  if (later.length > 0) lines.push('', 'Also of this lineage:')
  for (const edge of later)
    lines.push(
      `  ${edge.account} came back as ${edge.closedAccount}’s next: ${edge.tier}, ${edge.bits} bits, ${edge.status}`,
    )
  const told = graph.edges.filter(({ standing, account }) => !standing && account === graph.account)
  if (told.length > 0) lines.push('', 'Told, and not standing:')
  for (const edge of told)
    lines.push(`  ${edge.closedAccount}: ${edge.tier}, ${edge.bits} bits, ${edge.status}`)
  if (graph.cut) lines.push('', `More accounts belong to it than the ${graph.nodes.length} shown.`)
  return `${lines.join('\n')}\n`
}

function nodeLine({ account, handle, status, createdAt, closedAt, closedFor }: LineageNode): string {
  const end =
    closedAt === null ? status : `closed ${day(closedAt)}${closedFor === null ? '' : ` for ${closedFor}`}`
  return `${handle === null ? account : `@${printable(handle)} (${account})`}  made ${day(createdAt)}, ${end}`
}

function edgeLines({ tier, bits, at, status, waterfall }: LineageEdge): string[] {
  return [
    `  │ came back from: ${tier}, ${bits} bits, ${status}, told ${at.slice(0, 16).replace('T', ' ')}`,
    ...waterfall
      .filter(({ bits }) => bits !== 0)
      .map(
        ({ field, bits, left, right }) =>
          `  │ ${`${bits > 0 ? '+' : '−'}${Math.abs(bits).toFixed(2)}`.padStart(7)}  ${field.padEnd(12)} ${short(left)} ← ${short(right)}`,
      ),
    '  ▼',
  ]
}

/** Names are hostile: what could move the cursor or turn the text about is shown as a dot. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·')
const SHOWN = 40
const short = (text: string): string => {
  const letters = [...printable(text)]
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN - 1).join('')}…` : letters.join('')
}

/** What is known of one account's life, from the log and the ledger. */
interface Life {
  bornAt: Millis
  closedAt: Millis | null
  /** When it was first told `strong` or `certain`, or confirmed. */
  linkedAt: Millis | null
  generation: number
}

/** `holdfast lineage survival`: from the stored events, how long returns last, and how soon they are linked and closed. */
export async function survival(options: { data: string; format: string }, tools: Tools): Promise<void> {
  const store = await tools.openStore(options.data)
  try {
    const { lives, endAt } = await livesOf(store)
    const report = reportOf(lives, endAt)
    process.stdout.write(
      options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : survivalPage(report),
    )
  } finally {
    await store.close()
  }
}

async function livesOf(store: Store): Promise<{ lives: Life[]; endAt: Millis }> {
  const lives = new Map<string, Life>()
  for await (const entry of store.eachLedgerEntry()) {
    if (entry.kind !== 'link') continue
    const link = entry.body as unknown as Link
    if (link.status === 'rejected' || LINK_TIERS.indexOf(link.tier) < LINK_TIERS.indexOf('strong')) continue
    for (const account of [link.account, link.closedAccount])
      if (!lives.has(account))
        lives.set(account, { bornAt: Number.NaN, closedAt: null, linkedAt: null, generation: 0 })
    const life = lives.get(link.account)!
    life.linkedAt ??= Date.parse(link.at)
  }
  let endAt = 0
  for await (const chunk of store.events({ from: 1 }))
    for (const { event } of chunk) {
      const at = Date.parse(event.at)
      if (event.type !== 'link.reviewed' && event.type !== 'weights.accepted') endAt = Math.max(endAt, at)
      const life = lives.get(event.account)
      if (life === undefined) continue
      if (hasProfile(event) && Number.isNaN(life.bornAt)) life.bornAt = at
      if (event.type === 'account.closed') life.closedAt = at
      if (event.type === 'account.reopened') life.closedAt = null
    }
  for (const [account, life] of lives) {
    const facts = (await store.account(account))?.account
    life.generation = facts?.lineage?.generation ?? 0
    if (facts?.createdAt != null && facts.createdAt < life.bornAt) life.bornAt = facts.createdAt
    // An account that was bought ready begins when it is made over.
    const madeOverAt = facts?.trail?.madeOverAt
    if (madeOverAt !== undefined && life.linkedAt !== null && madeOverAt <= life.linkedAt)
      life.bornAt = madeOverAt
  }
  return { lives: [...lives.values()].filter(({ bornAt }) => !Number.isNaN(bornAt)), endAt }
}

interface SurvivalReport {
  returns: number
  toLink: { median: Millis | null; curve: CurvePoint[] }
  toClosure: { median: Millis | null; curve: CurvePoint[] }
  byGeneration: { generation: number; accounts: number; median: Millis | null; curve: CurvePoint[] }[]
}

function reportOf(lives: Life[], endAt: Millis): SurvivalReport {
  const returns = lives.filter(({ linkedAt }) => linkedAt !== null)
  const until = (life: Life, end: Millis | null): Lifetime => ({
    ms: Math.max(0, (end ?? endAt) - life.bornAt),
    ended: end !== null,
  })
  const summary = (lifetimes: Lifetime[]) => {
    const curve = kaplanMeier(lifetimes)
    return { median: medianOf(curve), curve }
  }
  const generations = [...new Set(lives.map(({ generation }) => generation))].sort(
    (one, other) => one - other,
  )
  return {
    returns: returns.length,
    toLink: summary(returns.map((life) => until(life, life.linkedAt))),
    toClosure: summary(returns.map((life) => until(life, life.closedAt))),
    byGeneration: generations.map((generation) => {
      const group = lives.filter((life) => life.generation === generation)
      return {
        generation,
        accounts: group.length,
        ...summary(group.map((life) => until(life, life.closedAt))),
      }
    }),
  }
}

const HOUR = 3_600_000
const MARKS: readonly (readonly [string, Millis])[] = [
  ['1 h', HOUR],
  ['6 h', 6 * HOUR],
  ['1 d', 24 * HOUR],
  ['3 d', 72 * HOUR],
  ['7 d', 168 * HOUR],
  ['30 d', 720 * HOUR],
  ['90 d', 2_160 * HOUR],
]

function survivalPage({ returns, toLink, toClosure, byGeneration }: SurvivalReport): string {
  if (returns === 0)
    return 'No account was linked as strong or certain: there is nothing to tell of returns yet.\n'
  const time = (ms: Millis | null) => (ms === null ? 'not yet half' : formatDuration(ms))
  const half = (ms: Millis | null) =>
    ms === null ? 'not yet half of them' : `half within ${formatDuration(ms)}`
  const row = (name: string, count: number, median: Millis | null, curve: CurvePoint[]) =>
    [
      name.padEnd(22),
      String(count).padStart(8),
      time(median).padStart(14),
      ...MARKS.map(([, ms]) => `${(100 * survivalAt(curve, ms)).toFixed(0)} %`.padStart(7)),
    ].join('')
  return [
    `${returns} returns, linked strong or certain.`,
    `From return to link: ${half(toLink.median)}. From return to closure: ${half(toClosure.median)}.`,
    '',
    'Share still open after so long (Kaplan-Meier)',
    [
      'account'.padEnd(22),
      'accounts'.padStart(8),
      'median'.padStart(14),
      ...MARKS.map(([name]) => name.padStart(7)),
    ].join(''),
    ...byGeneration.map(({ generation, accounts, median, curve }) =>
      row(generation === 0 ? 'first account' : `return ${generation}`, accounts, median, curve),
    ),
    '',
  ].join('\n')
}
