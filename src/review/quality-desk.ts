import type { Bus } from '../bus/bus.ts'
import { timeOfAct } from '../desk/stream-now.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import type { Random } from '../lib/random.ts'
import type { FindingKind, FindingRow } from '../model/desk.ts'
import { DAY_MS } from '../model/ids.ts'
import type { PersonId } from '../model/person.ts'
import type { JobRow } from '../store/desk.ts'
import type { Store } from '../store/store.ts'
import { type Agreement, agreementBy, answerOf, kappaOf, pairsOf } from './agreement.ts'
import { type Precision, precisionByRule, precisionOf } from './rules-desk.ts'

export const STRATA = ['random', 'policy', 'language', 'golden'] as const
export type Stratum = (typeof STRATA)[number]

interface Parts {
  store: Pick<Store, 'desk' | 'decision' | 'meta' | 'setMeta' | 'events' | 'position'>
  bus: Pick<Bus, 'publish'>
  clock: Clock
  random: Random
}

/** What all agreed on, to hold people and rules against. */
export interface Golden {
  decision: string
  finding: FindingKind
  policy: string | null
}

export interface Drift {
  rule: string
  recent: Precision
  before: Precision
}

export interface QualityReport {
  precision: { rule: string; precision: Precision }[]
  drift: Drift[]
  agreement: {
    all: Agreement
    byPolicy: { value: string; agreement: Agreement }[]
    byLanguage: { value: string; agreement: Agreement }[]
  }
  /** Right answers on the golden set. By person, without names. */
  golden: { person: PersonId; right: number; of: number }[]
  /** From the moment a job came to its finding, by the clock on the wall, of the jobs closed last. */
  timeToAction: { jobs: number; medianMs: number | null; p90Ms: number | null; late: number }
}

export interface QualityDesk {
  report(): Promise<QualityReport>
  /** A job to look at again without its outcome; null where there is none left for this person. */
  draw(person: PersonId, stratum: Stratum): Promise<{ sample: string; job: string } | null>
  find(
    person: PersonId,
    sample: string,
    order: { finding: FindingKind; policy: string | null; why: string },
  ): Promise<boolean>
  golden(): Promise<Golden[]>
  putGolden(set: Golden[]): Promise<void>
}

const LOOKED_THROUGH_MAX = 500
const FINDINGS_MAX = 20_000
const RECENT_DAYS = 7
const BEFORE_DAYS = 60
const GOLDEN = 'quality.golden'

/** Second looks, and what they say of people and rules together. (docs/spec/review.md, A1 to A6) */
export function createQualityDesk({ store, bus, clock, random }: Parts): QualityDesk {
  const goldenSet = async (): Promise<Golden[]> => JSON.parse((await store.meta(GOLDEN)) ?? '[]') as Golden[]
  const closed = async (): Promise<JobRow[]> => {
    const rows = await store.desk.jobs({ now: clock.now(), closed: true, limit: LOOKED_THROUGH_MAX })
    return rows.filter(({ status, job }) => status === 'decided' && job.queue !== 'appeals')
  }

  return {
    async report() {
      const findings = await store.desk.findings({ limit: FINDINGS_MAX })
      const pairs = pairsOf(findings)
      const precisions = await precisionByRule(store)
      return {
        precision: [...precisions]
          .map(([rule, precision]) => ({ rule, precision }))
          .sort((a, b) => (a.rule < b.rule ? -1 : 1)),
        drift: await driftOf(store, clock.now()),
        agreement: {
          all: kappaOf(pairs.map(({ first, second }) => [answerOf(first), answerOf(second)])),
          byPolicy: agreementBy(pairs, ({ first }) => first.under),
          byLanguage: agreementBy(pairs, ({ first }) => first.language ?? 'und'),
        },
        golden: scoresOf(findings, await goldenSet()),
        timeToAction: timesOf(await closed(), findings),
      }
    },
    async draw(person, stratum) {
      const findings = await store.desk.findings({ limit: FINDINGS_MAX })
      const seen = new Set(findings.filter(({ by }) => by === person).map(({ decision }) => decision))
      const golden = new Set((await goldenSet()).map(({ decision }) => decision))
      const rows = (await closed()).filter(
        ({ job, closed: how }) =>
          how?.by !== person && !seen.has(job.decision) && (stratum !== 'golden' || golden.has(job.decision)),
      )
      const row = pick(rows, stratum, findings, random)
      return row === undefined ? null : { sample: `s~${row.job.id}`, job: row.job.id }
    },
    async find(person, sample, { finding, policy, why }) {
      const row = await store.desk.job(sample.replace(/^s~/, ''))
      if (row === undefined || row.status !== 'decided' || row.closed?.by === person) return false
      const decision = await store.decision(row.job.decision)
      await bus.publish([
        {
          id: `blind-${sha256(canonicalJson([sample, person])).slice(0, 32)}`,
          type: 'review.blind',
          at: await timeOfAct(store, row.job.at),
          account: row.job.account,
          review: {
            by: person,
            why,
            madeAt: new Date(clock.now()).toISOString(),
            touches: [],
            sample,
            decision: row.job.decision,
            under: row.job.policy,
            rules: decision?.rules ?? [],
            language: row.job.brief?.language ?? null,
            finding,
            policy: finding === 'violation' ? (policy ?? row.job.policy) : null,
          },
        },
      ])
      return true
    },
    golden: goldenSet,
    putGolden: (set) => store.setMeta(GOLDEN, JSON.stringify(set)),
  }
}

/** By chance; stratified, from where the fewest looks were so far. */
function pick(
  rows: JobRow[],
  stratum: Stratum,
  findings: readonly FindingRow[],
  random: Random,
): JobRow | undefined {
  if (stratum === 'random' || stratum === 'golden') return rows[random.below(Math.max(1, rows.length))]
  const keyOf = ({ job }: JobRow) => (stratum === 'policy' ? job.policy : (job.brief?.language ?? 'und'))
  const looks = new Map<string, number>()
  for (const { sample, under, language } of findings)
    if (sample !== null) {
      const key = stratum === 'policy' ? under : (language ?? 'und')
      looks.set(key, (looks.get(key) ?? 0) + 1)
    }
  const fewest = Math.min(...rows.map((row) => looks.get(keyOf(row)) ?? 0))
  const group = rows.filter((row) => (looks.get(keyOf(row)) ?? 0) === fewest)
  return group[random.below(Math.max(1, group.length))]
}

/** An alarm where the last days and those before cannot both be the same precision: their intervals do not meet. */
async function driftOf(store: Pick<Store, 'desk'>, now: number): Promise<Drift[]> {
  const border = new Date(now - RECENT_DAYS * DAY_MS).toISOString()
  const outcomes = await store.desk.outcomes({ since: new Date(now - BEFORE_DAYS * DAY_MS).toISOString() })
  const count = new Map<string, { recent: [number, number]; before: [number, number] }>()
  for (const { rule, at, outcome } of outcomes) {
    const one = count.get(rule) ?? { recent: [0, 0], before: [0, 0] }
    one[at >= border ? 'recent' : 'before'][outcome === 'right' ? 0 : 1] += 1
    count.set(rule, one)
  }
  return [...count].flatMap(([rule, { recent, before }]) => {
    const [now, then] = [precisionOf(...recent), precisionOf(...before)]
    return now.high < then.low || now.low > then.high ? [{ rule, recent: now, before: then }] : []
  })
}

function scoresOf(findings: readonly FindingRow[], golden: readonly Golden[]): QualityReport['golden'] {
  const right = new Map(golden.map((one) => [one.decision, answerOf(one)]))
  const scores = new Map<PersonId, { right: number; of: number }>()
  for (const row of findings) {
    const answer = right.get(row.decision)
    if (row.sample === null || answer === undefined) continue
    const score = scores.get(row.by) ?? { right: 0, of: 0 }
    score.of += 1
    if (answerOf(row) === answer) score.right += 1
    scores.set(row.by, score)
  }
  return [...scores].map(([person, score]) => ({ person, ...score }))
}

function timesOf(rows: readonly JobRow[], findings: readonly FindingRow[]): QualityReport['timeToAction'] {
  const madeAt = new Map(findings.map(({ id, madeAt }) => [id, Date.parse(madeAt)]))
  const waits = rows
    .flatMap(({ openedAt, closed }) => {
      const at = closed === null ? undefined : madeAt.get(closed.event)
      return at === undefined ? [] : [Math.max(0, at - openedAt)]
    })
    .sort((a, b) => a - b)
  const late = rows.filter(
    ({ closed, deadline }) => closed !== null && (madeAt.get(closed.event) ?? 0) > deadline,
  ).length
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? null
  return { jobs: waits.length, medianMs: at(0.5), p90Ms: at(0.9), late }
}
