import { createWriteStream, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Done, EvidenceDesk, EvidenceView, Export, RetentionReport } from '../evidence/desk.ts'
import { parseRetention, type Retention } from '../evidence/retention.ts'
import type { Evidence, Hold, HoldBasis, View } from '../model/evidence.ts'
import { openOwned } from './owned.ts'
import { printable } from './printable.ts'
import { serverAt, type Where } from './remote-desk.ts'
import { CommandError, type HouseOptions, type Tools, UsageError } from './tools.ts'

export interface EvidenceOptions extends HouseOptions, Where {
  format: 'text' | 'json'
  by?: string
  why?: string
  tsaUrl?: string
  retention?: string
}

/** What the commands need of a desk, wherever it stands. */
type Desk = Pick<
  EvidenceDesk,
  'list' | 'show' | 'holds' | 'place' | 'extend' | 'lift' | 'retain' | 'erase' | 'views' | 'export'
>

/** `holdfast evidence list`. */
export const listEvidence = (
  options: EvidenceOptions & { account?: string; erased?: boolean; limit: number },
  tools: Tools,
): Promise<void> =>
  withDesk(options, tools, async (desk) => {
    const { account, erased, limit } = options
    const rows = await desk.list({
      ...(account !== undefined && { account }),
      ...(erased && { erased }),
      limit,
    })
    say(options, rows, rows.map(lineOf))
  })

/** `holdfast evidence show`. */
export const showEvidence = (
  id: string,
  options: EvidenceOptions & { case?: string },
  tools: Tools,
): Promise<void> =>
  withDesk(options, tools, async (desk) => {
    const view = await desk.show(id, {
      by: needed(options.by, '--by'),
      case: options.case ?? null,
      via: 'command',
    })
    if (view === undefined)
      throw new CommandError(
        printable(`there is no evidence ${id}; holdfast evidence list shows what there is`),
      )
    say(options, view, pageOf(view))
  })

/** `holdfast evidence export`. */
export const exportEvidence = (
  ids: string[],
  options: EvidenceOptions & { out: string; force?: boolean },
  tools: Tools,
): Promise<void> =>
  withDesk(options, tools, async (desk) => {
    if (existsSync(options.out) && !options.force)
      throw new UsageError(`${options.out} is there already; --force writes over it`)
    const order = { by: needed(options.by, '--by'), why: needed(options.why, '--why'), via: 'command' }
    const { chunks, evidence, made } = done(await desk.export(ids, order))
    await writeWhole(options.out, chunks)
    const { manifest, unstamped } = made.value ?? { manifest: null, unstamped: null }
    const lines = [
      `${options.out}: ${evidence < 0 ? '' : `${evidence} ${evidence === 1 ? 'piece' : 'pieces'} of evidence`}`,
    ]
    if (manifest !== null) lines.push(`manifest ${manifest}`)
    if (unstamped !== null) lines.push(`no time stamp: ${unstamped}`)
    lines.push('verify it with: holdfast verify --bundle FILE, or node verify.mjs FILE')
    say(options, { out: options.out, evidence, manifest, unstamped }, lines)
  })

/** Under another name until it is whole, so that nobody takes half of it for all. */
async function writeWhole(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const partial = `${path}.part`
  try {
    await pipeline(Readable.from(chunks), createWriteStream(partial, { mode: 0o600 }))
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    const { code, message } = error as NodeJS.ErrnoException
    throw code === undefined ? error : new CommandError(`${path} could not be written (${code}: ${message})`)
  }
}

export interface HoldOptions extends EvidenceOptions {
  basis?: HoldBasis
  until?: string
  reference?: string
  list?: boolean
  all?: boolean
  extend?: string
}

/** `holdfast evidence hold`: lists, places and extends. */
export const holdEvidence = (ids: string[], options: HoldOptions, tools: Tools): Promise<void> =>
  withDesk(options, tools, async (desk) => {
    if (options.list) return say(options, ...holdLines(await desk.holds({ live: !options.all })))
    const until = options.until === undefined ? null : timeOf(options.until)
    const who = { by: needed(options.by, '--by'), why: needed(options.why, '--why') }
    if (options.extend !== undefined)
      return say(options, ...holdLines([done(await desk.extend(options.extend, { ...who, until }))]))
    if (options.basis === undefined || ids.length === 0)
      throw new UsageError('name what is to be held and --basis, or --extend HOLD, or --list')
    const order = { ...who, on: ids, basis: options.basis, until, reference: options.reference ?? null }
    say(options, ...holdLines(done(await desk.place(order))))
  })

/** `holdfast evidence release`. */
export const releaseEvidence = (id: string, options: EvidenceOptions, tools: Tools): Promise<void> =>
  withDesk(options, tools, async (desk) => {
    say(
      options,
      ...holdLines([
        done(await desk.lift(id, { by: needed(options.by, '--by'), why: needed(options.why, '--why') })),
      ]),
    )
  })

/** `holdfast evidence retain`. */
export const retainEvidence = (
  options: EvidenceOptions & { dryRun?: boolean },
  tools: Tools,
): Promise<void> =>
  withDesk(options, tools, async (desk) => {
    const report = await desk.retain({
      by: options.by ?? 'holdfast evidence retain',
      dryRun: options.dryRun === true,
    })
    say(options, report, reportLines(report, options.dryRun === true))
  })

/** `holdfast evidence erase`. */
export const eraseEvidence = (ids: string[], options: EvidenceOptions, tools: Tools): Promise<void> =>
  withDesk(options, tools, async (desk) => {
    const who = { by: needed(options.by, '--by'), why: needed(options.why, '--why') }
    const outcome = done(await desk.erase(ids, who))
    say(options, outcome, [
      ...outcome.erased.map((id) => `erased  ${id}`),
      ...outcome.kept.map(({ evidence, holds }) => `held    ${evidence} by ${holds.join(', ')}`),
    ])
    if (outcome.kept.length > 0)
      throw new CommandError(`${outcome.kept.length} of them are held and stay as they are`)
  })

/** `holdfast evidence rekey`. */
export async function rekeyVault(options: EvidenceOptions, tools: Tools): Promise<void> {
  // Owned, so that nobody writes beside it.
  const house = await openOwned(options, tools, 'evidence')
  try {
    const files = await house.vault.rekey()
    process.stdout.write(`${files} files were sealed anew; former keys are needed no longer\n`)
  } finally {
    await house.close()
  }
}

/** `holdfast evidence views`. */
export const viewsOf = (
  options: EvidenceOptions & { seen?: string; case?: string; who?: string; limit: number },
  tools: Tools,
): Promise<void> =>
  withDesk(options, tools, async (desk) => {
    const { seen, case: matter, who, limit } = options
    const views = await desk.views({
      ...(seen !== undefined && { seen }),
      ...(matter !== undefined && { case: matter }),
      ...(who !== undefined && { by: who }),
      limit,
    })
    const line = ({ at, by, kind, seen, case: forCase, via }: View) =>
      `${at}  ${by}  ${kind} ${seen}${forCase === null ? '' : ` for ${forCase}`}  (${via})`
    say(options, views, views.map(line))
  })

function needed(value: string | undefined, option: string): string {
  if (value !== undefined && value.trim() !== '') return value
  throw new UsageError(`this needs ${option}`)
}

function timeOf(text: string): string {
  const time = Date.parse(text)
  if (Number.isNaN(time))
    throw new UsageError(`--until takes a day or time in ISO 8601, such as 2027-03-31, not "${text}"`)
  return new Date(time).toISOString()
}

function done<T>(outcome: Done<T>): T {
  if (outcome.ok) return outcome.value
  throw new CommandError(`${printable(outcome.reason)}\n${outcome.hint}`)
}

function say({ format }: EvidenceOptions, value: unknown, lines: string[]): void {
  const text = format === 'json' ? JSON.stringify(value, null, 2) : lines.map(printable).join('\n')
  if (text !== '') process.stdout.write(`${text}\n`)
}

const mediaOf = ({ media }: Evidence): string =>
  media.length === 0
    ? ''
    : `  media ${media.map(({ status, cut, again }) => `${status}${cut ? ' (cut)' : ''}${again ? ' (tried again)' : ''}`).join(', ')}`

const lineOf = (evidence: Evidence): string =>
  `${evidence.id}  ${evidence.at.slice(0, 16).replace('T', ' ')}  ${evidence.class.padEnd(11)}  ${evidence.policy}  ${evidence.account}  ${evidence.subject.kind} ${evidence.subject.id}${mediaOf(evidence)}${evidence.erased === null ? '' : `  erased ${evidence.erased.at.slice(0, 10)}: ${evidence.erased.why}`}`

const holdLine = ({ id, basis, scope, until, by, why, reference, lifted }: Hold): string =>
  `${id}  ${basis}  ${scope.kind} ${scope.id}  ${lifted !== null ? `lifted ${lifted.at.slice(0, 10)} by ${lifted.by}` : `until ${until?.slice(0, 16) ?? 'it is lifted'}`}  by ${by}: ${why}${reference === null ? '' : ` (${reference})`}`

const holdLines = (holds: Hold[]): [Hold[], string[]] => [holds, holds.map(holdLine)]

function pageOf({ evidence, snapshot, fault, holds, custody }: EvidenceView): string[] {
  const lines = [
    lineOf(evidence),
    `  decision ${evidence.decision}  snapshot ${evidence.snapshot?.sha256 ?? 'none'}`,
  ]
  if (fault !== null) lines.push(`  BROKEN: ${fault}`)
  const post = snapshot?.versions[0]
  if (snapshot?.profile) lines.push(`  profile @${snapshot.profile.handle}  ${snapshot.profile.name ?? ''}`)
  if (post) lines.push(`  says     ${post.post.text}`)
  const { reading } = post ?? {}
  if (reading?.translation)
    lines.push(`  in ${reading.translation.to} (${reading.translation.engine})  ${reading.translation.text}`)
  for (const { account, post: parent } of snapshot?.parents ?? [])
    lines.push(`  answers  ${account}: ${parent.text}`)
  for (const { account, post: answer } of snapshot?.answers ?? [])
    lines.push(`  answered ${account}: ${answer.text}`)
  for (const { account, post: last } of snapshot?.posts ?? [])
    lines.push(`  posted   ${account}: ${last.text}`)
  for (const gap of [...(snapshot?.gaps ?? [])]) lines.push(`  unknown  ${gap}`)
  for (const { id, url, status, sha256, bytes, type, reason } of evidence.media)
    lines.push(
      `  media    ${id} ${status} ${status === 'kept' ? `${sha256} ${bytes} bytes ${type ?? ''}` : (url ?? '')} ${reason ?? ''}`.trimEnd(),
    )
  for (const hold of holds) lines.push(`  hold     ${holdLine(hold)}`)
  for (const { seq, at, kind, body } of custody)
    lines.push(
      `  ledger   ${seq}  ${at}  ${[kind, body['what'], body['status'], body['by']].filter((one) => typeof one === 'string').join(' ')}`,
    )
  return lines.map((line) => line.replaceAll('\n', ' ⏎ '))
}

function reportLines({ looked, due, erased, kept, samples }: RetentionReport, dryRun: boolean): string[] {
  return [
    `${looked} pieces of evidence, the time of ${due} is over: ${erased} ${dryRun ? 'would be' : 'were'} erased, ${due - erased} are held`,
    ...samples.map(
      ({ evidence, account, class: of, basis, since }) =>
        `  ${evidence}  ${account}  ${of}  ${basis}  since ${since.slice(0, 10)}`,
    ),
    ...kept.map(({ evidence, holds, appeal }) => {
      const by =
        appeal === undefined ? holds : [...holds, `an appeal against ${appeal}, open or still to come`]
      return `  ${evidence}  held by ${by.join(', ')}`
    }),
  ]
}

async function withDesk(
  options: EvidenceOptions,
  tools: Tools,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  if (options.url !== undefined) return work(remote(options))
  if (options.keyFile !== undefined) throw new UsageError('--key-file goes with --url')
  // Looked at before anything is made: a data folder that is not there has no evidence.
  await (await tools.openStore(options.data)).close()
  const retention = retentionFrom(options.retention)
  const house = await openOwned(options, tools, 'evidence')
  try {
    await work(
      tools.evidenceDesk(house, {
        ...(retention && { retention }),
        ...(options.tsaUrl && { tsaUrl: options.tsaUrl }),
      }),
    )
  } finally {
    await house.close()
  }
}

export function retentionFrom(file: string | undefined): Retention | undefined {
  if (!file) return undefined
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  const parsed = parseRetention(text)
  if (!parsed.ok) throw new CommandError(`${file}: ${parsed.reason}`)
  return parsed.retention
}

/** The desk of a server that runs, over its HTTP API. */
function remote(where: Where): Desk {
  const ask = serverAt(where, 'evidence')
  const get = async <T>(path: string, query: object = {}): Promise<T> => {
    const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
    return (await ask.json(
      `${path}?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))}`,
      undefined,
      /evidence/,
    )) as T
  }
  const post = async <T>(path: string, body: object): Promise<Done<T>> => ({
    ok: true,
    value: (await ask.json(path, body)) as T,
  })
  return {
    list: async (query) => (await get<{ evidence: Evidence[] }>('/v1/evidence', query)).evidence,
    show: (id, { by, case: matter }) => get(`/v1/evidence/${encodeURIComponent(id)}`, { by, case: matter }),
    holds: async ({ live }) => (await get<{ holds: Hold[] }>('/v1/evidence/holds', { all: !live })).holds,
    async place(order) {
      const { holds } = (await ask.json('/v1/evidence/holds', order)) as { holds: Hold[] }
      return { ok: true, value: holds }
    },
    extend: (id, order) => post(`/v1/evidence/holds/${encodeURIComponent(id)}/extend`, order),
    lift: (id, order) => post(`/v1/evidence/holds/${encodeURIComponent(id)}/lift`, order),
    retain: async (order) => (await ask.json('/v1/evidence/retain', order)) as unknown as RetentionReport,
    erase: (on, order) => post('/v1/evidence/erase', { ...order, on }),
    views: async (query) => (await get<{ views: View[] }>('/v1/evidence/views', query)).views,
    async export(on, { by, why }) {
      const chunks = await ask.bytes('/v1/evidence/export', { on, by, why })
      const made: Export['made'] = {}
      return { ok: true, value: { title: '', evidence: -1, chunks, made } }
    },
  }
}
