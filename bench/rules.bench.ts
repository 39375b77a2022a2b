import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from '../sim/generate.ts'
import { newAccountFacts } from '../src/facts/facts.ts'
import { createDoor } from '../src/intake/door.ts'
import { type Event, hasPost } from '../src/model/event.ts'
import { createReader } from '../src/reading/reading.ts'
import { loadPack } from '../src/rules/load.ts'
import { evaluate, planOf } from '../src/rules/rules.ts'
import type { Scope } from '../src/rules/scope.ts'
import { median, type Row } from './bench.ts'
import { policiesWith } from './ingest.bench.ts'

const EVENTS = 20_000
const ROUNDS = 7

/** Conditions alone, on one core: posts of the town with their readings, tallies answered by a constant. */
export async function benchRules(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  try {
    return [100, 500].flatMap((rules) => rowsFor(rules, policiesWith(rules, folder)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function rowsFor(rules: number, policies: string): Row[] {
  const loaded = loadPack(policies)
  if (!loaded.ok) throw new Error('the pack does not load')
  const plan = planOf(loaded.pack)
  const scopes = scopesOf(createReader(loaded.pack.banks))
  const rates: number[] = []
  let matched = 0
  let evaluated = 0
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    evaluated = 0
    for (const scope of scopes) {
      matched += evaluate(plan, scope).matches.length
      evaluated += plan.rulesFor(scope.event.type).length
    }
    rates.push(evaluated / ((performance.now() - startedAt) / 1000))
  }
  const perEvent = evaluated / scopes.length
  return [
    {
      what: `rules alone, ${rules} rules`,
      value: Math.round(median(rates)),
      unit: 'evaluations/s',
      low: Math.round(Math.min(...rates)),
      high: Math.round(Math.max(...rates)),
      note: `${perEvent.toFixed(0)} rules apply to a post, ${(matched / ROUNDS).toFixed(0)} matches in ${scopes.length} posts, one core`,
    },
  ]
}

function scopesOf(reader: ReturnType<typeof createReader>): Scope[] {
  const door = createDoor({ key: new Uint8Array(32) })
  const scopes: Scope[] = []
  for (const line of generate({ seed: 1, events: EVENTS * 2 })) {
    const admitted = door.admit(JSON.parse(line))
    if (!admitted.ok || !hasPost(admitted.event)) continue
    scopes.push(scopeOf(admitted.event, reader))
    if (scopes.length === EVENTS) break
  }
  return scopes
}

function scopeOf(event: Event, reader: ReturnType<typeof createReader>): Scope {
  const time = Date.parse(event.at)
  const reading = hasPost(event)
    ? reader.read({ text: event.post.text, language: event.post.language })
    : null
  return {
    event,
    time,
    account: newAccountFacts(event.account, time),
    hashtags: [],
    reading,
    entities: new Map(),
    gaps: [],
    tally: () => 1,
  }
}
