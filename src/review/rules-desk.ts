import { canonicalJson } from '../lib/canonical-json.ts'
import type { Clock } from '../lib/clock.ts'
import { type Interval, wilson } from '../lib/wilson.ts'
import type { PersonId } from '../model/person.ts'
import type { PolicyPack, Rule } from '../model/policy.ts'
import type { BacktestReport } from '../rules/backtest.ts'
import { packFromFiles } from '../rules/load.ts'
import type { PackProblem } from '../rules/problems.ts'
import type { Store } from '../store/store.ts'

export type Files = Record<string, string>
/** Changes to a pack's files: a path whose content is null goes. */
export type FileChanges = Record<string, string | null>

/** Where the pack in force lies, and how another comes into force. The desk itself touches no disk. */
export interface PolicyFolder {
  read(): Promise<Files>
  /** All or nothing as far as a reader of the folder can tell; resolves when the pack is in force. */
  write(files: Files): Promise<void>
}

/** Replays the log under other files, in a process of its own. */
export type Backtester = (files: Files, since: string | null) => Promise<BacktestReport>

export interface RulesParts {
  store: Pick<Store, 'event' | 'meta' | 'setMeta' | 'pack' | 'putPack' | 'decisionsByRule' | 'desk'>
  folder: PolicyFolder
  backtest: Backtester
  clock: Clock
}

export interface RuleShown
  extends Pick<
    Rule,
    'id' | 'policy' | 'mode' | 'verdict' | 'actions' | 'description' | 'when' | 'where' | 'brake'
  > {
  decisions: Record<string, number>
  precision: Precision
}
export interface Precision extends Interval {
  right: number
  wrong: number
  /** Null where nobody has looked. */
  share: number | null
}
export interface Version {
  hash: string
  at: string
  by: PersonId | null
  why: string
}
export interface BacktestRun {
  id: string
  hash: string
  since: string | null
  status: 'running' | 'done' | 'failed'
  startedAt: string
  report: BacktestReport | null
  /** Of the events that would be gained or lost: what they say. */
  samples: { rule: string; change: 'gained' | 'lost'; event: string; text: string }[]
  fault: string | null
}
export interface Refusal {
  reason: string
  hint: string
}
export type Checked = { ok: true; hash: string; pack: PolicyPack } | { ok: false; problems: PackProblem[] }

export interface RulesDesk {
  show(): Promise<{ hash: string | null; files: Files; rules: RuleShown[]; versions: Version[] }>
  check(changes: FileChanges): Promise<Checked>
  startBacktest(
    changes: FileChanges,
    days: number | null,
  ): Promise<{ ok: true; run: BacktestRun } | { ok: false; refusal: Refusal; problems?: PackProblem[] }>
  run(id: string): BacktestRun | undefined
  putInForce(
    changes: FileChanges,
    by: PersonId,
    why: string,
  ): Promise<{ ok: true; hash: string } | { ok: false; refusal: Refusal; problems?: PackProblem[] }>
  rollBack(
    hash: string,
    by: PersonId,
    why: string,
  ): Promise<{ ok: true; hash: string } | { ok: false; refusal: Refusal }>
}

const HISTORY = 'rules.history'
const HISTORY_MAX = 50
const RUNS_MAX = 20
const SAMPLES_MAX = 60
const SAMPLE_LENGTH_MAX = 500
const PATH = /^(?!.*\.\.)[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\.ya?ml$/
export const FILE_LENGTH_MAX = 1_000_000

/** Where rules are read, tried and put in force. What restricts somebody comes into force only after it was tried. (docs/spec/review.md, P1 to P6) */
export function createRulesDesk({ store, folder, backtest, clock }: RulesParts): RulesDesk {
  const runs = new Map<string, BacktestRun>()
  let made = 0

  const merged = async (changes: FileChanges): Promise<Files> => {
    const files = { ...(await folder.read()) }
    for (const [path, content] of Object.entries(changes))
      if (content === null) delete files[path]
      else files[path] = content
    return files
  }
  const checked = (files: Files, changes: FileChanges = {}): Checked => {
    const bad = Object.keys(changes).find((path) => !PATH.test(path))
    if (bad !== undefined) return { ok: false, problems: [wrongPath(bad)] }
    const result = packFromFiles(files)
    return result.ok ? { ok: true, hash: result.pack.hash, pack: result.pack } : result
  }
  const versions = async (): Promise<Version[]> =>
    JSON.parse((await store.meta(HISTORY)) ?? '[]') as Version[]

  const inForce = async (files: Files, hash: string, by: PersonId, why: string): Promise<void> => {
    const before = await folder.read()
    const was = checked(before)
    const history = await versions()
    // The first one was put there by hand: it must be there to go back to.
    if (was.ok && history.length === 0) {
      await store.putPack(was.hash, JSON.stringify(before))
      history.push({
        hash: was.hash,
        at: new Date(clock.now()).toISOString(),
        by: null,
        why: 'as it was found',
      })
    }
    await store.putPack(hash, JSON.stringify(files))
    await folder.write(files)
    history.push({ hash, at: new Date(clock.now()).toISOString(), by, why })
    await store.setMeta(HISTORY, JSON.stringify(history.slice(-HISTORY_MAX)))
  }

  const finish = async (run: BacktestRun, files: Files): Promise<void> => {
    try {
      run.report = await backtest(files, run.since)
      run.samples = await samplesOf(run.report, store)
      run.status = 'done'
    } catch (error) {
      run.status = 'failed'
      run.fault = error instanceof Error ? error.message.slice(0, 2_000) : String(error)
    }
  }

  return {
    async show() {
      const files = await folder.read()
      const result = checked(files)
      if (!result.ok) return { hash: null, files, rules: [], versions: await versions() }
      const [counts, precisions] = await Promise.all([store.decisionsByRule(), precisionByRule(store)])
      const rules = result.pack.rules.map(
        ({ id, policy, mode, verdict, actions, description, when, where, brake }) => ({
          id,
          policy,
          mode,
          verdict,
          actions,
          description,
          when,
          where,
          brake,
          decisions: Object.fromEntries(
            counts.filter(({ rule }) => rule === id).map((one) => [one.mode, one.decisions]),
          ),
          precision: precisions.get(id) ?? precisionOf(0, 0),
        }),
      )
      return { hash: result.hash, files, rules, versions: await versions() }
    },
    check: async (changes) => checked(await merged(changes), changes),
    async startBacktest(changes, days) {
      const files = await merged(changes)
      const draft = checked(files, changes)
      if (!draft.ok) return { ok: false, refusal: UNSOUND, problems: draft.problems }
      if ([...runs.values()].some(({ status }) => status === 'running')) return { ok: false, refusal: BUSY }
      const now = clock.now()
      const run: BacktestRun = {
        id: `backtest-${now}-${++made}`,
        hash: draft.hash,
        since: days === null ? null : new Date(now - days * 86_400_000).toISOString(),
        status: 'running',
        startedAt: new Date(now).toISOString(),
        report: null,
        samples: [],
        fault: null,
      }
      runs.set(run.id, run)
      if (runs.size > RUNS_MAX) runs.delete(runs.keys().next().value!)
      void finish(run, files)
      return { ok: true, run }
    },
    run: (id) => runs.get(id),
    async putInForce(changes, by, why) {
      const files = await merged(changes)
      const draft = checked(files, changes)
      if (!draft.ok) return { ok: false, refusal: UNSOUND, problems: draft.problems }
      const now = checked(await folder.read())
      const tried = [...runs.values()].some(({ hash, status }) => hash === draft.hash && status === 'done')
      if (!tried && (!now.ok || mustBeTried(now.pack, draft.pack))) return { ok: false, refusal: UNTRIED }
      await inForce(files, draft.hash, by, why)
      return { ok: true, hash: draft.hash }
    },
    async rollBack(hash, by, why) {
      const known = (await versions()).some((version) => version.hash === hash)
      const text = known ? await store.pack(hash) : undefined
      if (text === undefined) return { ok: false, refusal: UNKNOWN }
      const files = JSON.parse(text) as Files
      if (!checked(files).ok) return { ok: false, refusal: UNSOUND }
      await inForce(files, hash, by, why)
      return { ok: true, hash }
    },
  }
}

/** What is on trial or off may come in at once; whatever can act differently from what is in force is tried first. */
export function mustBeTried(before: PolicyPack, after: PolicyPack): boolean {
  const acting = ({ rules, ...rest }: PolicyPack) => {
    const { hash: _, ...others } = rest
    const live = rules.filter(({ mode }) => mode === 'live').map(({ where: _, ...rule }) => rule)
    return { others: canonicalJson(others), live: new Set(live.map((rule) => canonicalJson(rule))) }
  }
  const [was, is] = [acting(before), acting(after)]
  // Taking a rule out of force restricts nobody.
  return was.others !== is.others || [...is.live].some((rule) => !was.live.has(rule))
}

export const precisionOf = (right: number, wrong: number): Precision => ({
  right,
  wrong,
  share: right + wrong === 0 ? null : right / (right + wrong),
  ...wilson(right, right + wrong),
})

/** By the last that was found of each decision: an appeal speaks after the reviewer whose finding it was about. */
export async function precisionByRule(
  store: Pick<Store, 'desk'>,
  since?: string,
): Promise<Map<string, Precision>> {
  const last = new Map<string, { rule: string; right: boolean }>()
  for (const { rule, decision, outcome } of await store.desk.outcomes(since === undefined ? {} : { since }))
    last.set(`${decision}\n${rule}`, { rule, right: outcome === 'right' })
  const counts = new Map<string, [right: number, wrong: number]>()
  for (const { rule, right } of last.values()) {
    const count = counts.get(rule) ?? [0, 0]
    count[right ? 0 : 1] += 1
    counts.set(rule, count)
  }
  return new Map([...counts].map(([rule, [right, wrong]]) => [rule, precisionOf(right, wrong)]))
}

async function samplesOf(
  report: BacktestReport,
  store: Pick<Store, 'event'>,
): Promise<BacktestRun['samples']> {
  const samples: BacktestRun['samples'] = []
  for (const { rule, samples: found } of report.rules)
    for (const change of ['gained', 'lost'] as const)
      for (const event of found[change]) {
        if (samples.length >= SAMPLES_MAX) return samples
        const stored = (await store.event(event))?.event
        const text = stored !== undefined && 'post' in stored && 'text' in stored.post ? stored.post.text : ''
        samples.push({ rule, change, event, text: text.slice(0, SAMPLE_LENGTH_MAX) })
      }
  return samples
}

const wrongPath = (path: string): PackProblem => ({
  file: path.slice(0, 200),
  line: 1,
  column: 1,
  message: 'not a path inside the policy folder',
  hint: 'letters, digits, - and _, ending in .yaml',
})
const UNSOUND: Refusal = {
  reason: 'the files do not make a sound pack',
  hint: 'POST /v1/rules/check says where.',
}
const BUSY: Refusal = { reason: 'a backtest is running', hint: 'One at a time: wait for it.' }
const UNTRIED: Refusal = {
  reason: 'what can act comes into force only after a backtest of these very files',
  hint: 'POST /v1/rules/backtests, or put the rule in shadow first.',
}
const UNKNOWN: Refusal = { reason: 'there is no such version', hint: 'GET /v1/rules lists them.' }
