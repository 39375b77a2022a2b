import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job } from '../src/model/decision.ts'
import { sampleCommit, sampleJob, sampleRun } from '../src/store/samples.ts'
import { openSqliteStore } from '../src/store/sqlite/sqlite.ts'

/*
 * The queue with 100,000 open jobs: how long each of the desk's questions takes. `node bench/desk.bench.ts [jobs]`
 */

const jobs = Number(process.argv[2] ?? 100_000)
const LANGUAGES = ['en', 'ar', 'ar-ma', 'fr', 'de', null]
const QUEUES = ['content', 'threats', 'reports', 'returns', 'campaigns']
const POLICIES = ['tvec2', 'tvec8', 'tvec7', 'tvec1']
const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-desk-'))
const store = await openSqliteStore(folder)
const { desk } = store

const jobOf = (i: number): Job => ({
  ...sampleJob(`j${i}`),
  queue: QUEUES[i % QUEUES.length]!,
  account: `acct:${i % 9_000}`,
  subject: { kind: 'post', id: `post:${i}` },
  policy: POLICIES[i % POLICIES.length]!,
  decision: `d${i}`,
  priority: (i * 7_919) % 1_500,
  brief: {
    worth: { harm: 900, done: 0, reach: 0 },
    followers: null,
    allowanceMs: 3_600_000 * (1 + (i % 24)),
    language: LANGUAGES[i % LANGUAGES.length]!,
    severity: (i % 4) as 0 | 1 | 2 | 3,
    item: `t-${i % 50_000}`,
    event: `e${i}`,
  },
})
for (let from = 0, seq = 1; from < jobs; from += 5_000, seq++)
  await store.commit(
    sampleCommit(sampleRun(seq, seq), {
      jobs: Array.from({ length: Math.min(5_000, jobs - from) }, (_, i) => jobOf(from + i)),
    }),
  )

const now = Date.now()
const until = now + 300_000
const wants = { queues: QUEUES, languages: [], without: [], severityMax: 3, now, until }
let n = 0
const questions: Record<string, () => Promise<unknown>> = {
  'list, all': () => desk.jobs({ now, limit: 100 }),
  'list, one queue': () => desk.jobs({ now, queue: 'threats', limit: 100 }),
  'list, queue and language': () => desk.jobs({ now, queue: 'reports', language: 'ar', limit: 100 }),
  'list, one policy': () => desk.jobs({ now, policy: 'tvec1', limit: 100 }),
  'list, one account': () => desk.jobs({ now, account: 'acct:77', limit: 100 }),
  'list, past the deadline': () => desk.jobs({ now: now + 7_200_000, breached: true, limit: 100 }),
  'list, of a language nobody writes': () => desk.jobs({ now, language: 'xx', limit: 100 }),
  counts: () => desk.jobCounts(now),
  'next, anybody': () => desk.claimNext({ ...wants, person: `p${n++ % 50}` }),
  'next, Arabic only': () => desk.claimNext({ ...wants, languages: ['ar'], person: `p${n++ % 50}` }),
  'next, one opted out of three policies': () =>
    desk.claimNext({ ...wants, without: ['tvec1', 'tvec2', 'tvec8'], person: 'q' }),
  'next, nothing fits': () => desk.claimNext({ ...wants, without: POLICIES, person: 'r' }),
  claim: () => desk.claim(`j${(n += 997) % jobs}`, { person: 'c', now, until }),
}

process.stdout.write(`${jobs.toLocaleString('en-US')} open jobs\n`)
for (const [name, ask] of Object.entries(questions)) {
  const times: number[] = []
  for (let i = 0; i < 60; i++) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * times.length)]!.toFixed(1).padStart(8)
  process.stdout.write(`${name.padEnd(40)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms\n`)
}
await store.close()
rmSync(folder, { recursive: true })
