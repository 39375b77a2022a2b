import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aboutAccount, applyEvent, newAccountFacts } from '../facts/facts.ts'
import { fnv1a } from '../lib/hash.ts'
import { type Random, seededRandom } from '../lib/random.ts'
import { type Change, type Example, learn, type Trial, tryOn } from '../lineage/learn.ts'
import {
  followLineage,
  isCounted,
  type LineageIndex,
  newPopulation,
  parseWeights,
  rememberForLineage,
  SHIPPED,
  takeCensus,
  type Weights,
} from '../lineage/lineage.ts'
import { hasProfile, timeOf, type WeightsAccepted } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import { INSTALLATION_KEY } from '../model/state.ts'
import type { Store } from '../store/store.ts'
import { formatCount } from './progress.ts'
import { CommandError, type HouseOptions, type Tools, UsageError } from './tools.ts'

/* `holdfast learn lineage`: other numbers for what agreement is worth, from what people found; two of them must take it up. */

export interface LearnOptions {
  data: string
  out?: string
}

/** Accounts whose pairs are learnt from: a sample of all that were weighed. */
const ACCOUNTS_MAX = 20_000
const HOLDOUT_SHARE = 5
const CHANGES_SHOWN = 60

/** Reads the whole log once, re-estimates m and u, shows the change on a holdout and writes the proposal beside the data. Nothing comes into force. */
export async function learnLineage(options: LearnOptions, tools: Tools): Promise<void> {
  const store = await tools.openStore(options.data)
  try {
    const weights = await weightsInForce(store)
    const examples = await examplesOf(store, weights, tools)
    const [seen, holdout] = divided(examples)
    const count = (is: Example['is']) => examples.filter((example) => example.is === is).length
    process.stderr.write(
      `${formatCount(count('confirmed'))} confirmed, ${formatCount(count('rejected'))} rejected, ${formatCount(count('candidate'))} pairs nobody has judged, ${formatCount(count('stranger'))} drawn by lot\n`,
    )
    if (count('candidate') + count('confirmed') === 0)
      throw new CommandError(
        'there is nothing to learn from: no account was ever weighed against a closed one',
      )
    const learnt = learn(seen, weights)
    const digest = createHash('sha256')
      .update(JSON.stringify(learnt.weights.fields))
      .digest('hex')
      .slice(0, 8)
    const proposal: Weights = { ...learnt.weights, version: `learnt-${digest}` }
    process.stdout.write(
      learnPage(
        learnt.changes,
        tryOn(holdout, weights, weights),
        tryOn(holdout, weights, proposal),
        holdout.length,
      ),
    )
    const file = options.out ?? join(options.data, 'weights.proposed.json')
    writeFileSync(file, `${JSON.stringify(proposal, null, 2)}\n`)
    process.stdout.write(
      `\nProposed in ${file}. It comes into force when two people accept it:\n  holdfast learn accept ${file} --by NAME --by NAME --why TEXT\n`,
    )
  } finally {
    await store.close()
  }
}

async function weightsInForce(store: Store): Promise<Weights> {
  const [state] = await store.load([INSTALLATION_KEY])
  const parsed = parseWeights(state?.installation?.weights ?? null)
  return parsed.ok ? parsed.weights : SHIPPED
}

/** Pairs by account, the latest of each: what the candidates were, what people found, and one stranger by lot. */
async function examplesOf(store: Store, weights: Weights, tools: Tools): Promise<Example[]> {
  const index = tools.newLineageIndex()
  index.weights = weights
  const population = newPopulation()
  const accounts = new Map<string, AccountFacts>()
  const closed: string[] = []
  const random = seededRandom(1)
  const pairs = new Map<string, Example[]>()
  const found = new Map<string, Example>()
  for await (const chunk of store.events({ from: 1 }))
    for (const { event, reading } of chunk) {
      const id = aboutAccount(event)
      const at = timeOf(event)
      let facts = accounts.get(id)
      if (facts === undefined) accounts.set(id, (facts = newAccountFacts(id, at)))
      if (isCounted(event)) takeCensus(population, facts, event)
      const before = facts.profile
      applyEvent(facts, event, at, reading?.language ?? null)
      rememberForLineage(facts, event, before)
      followLineage(index, facts, event)
      if (event.type === 'account.closed') closed.push(id)
      const weighing = { facts, at, trigger: event.type, population }
      if (event.type === 'link.reviewed') {
        const key = `${id}\0${event.link.closedAccount}`
        const pair = index.examinePair(weighing, event.link.closedAccount)
        if (event.link.finding === 'withdrawn') found.delete(key)
        else if (pair !== undefined)
          found.set(key, { account: id, levels: pair.levels, is: event.link.finding })
      }
      if (facts.status !== 'open' || id !== event.account) continue
      if (!hasProfile(event) && !(event.type === 'post.created' && facts.posts === 3)) continue
      if (pairs.size >= ACCOUNTS_MAX && !pairs.has(id)) continue
      const candidates = index
        .examine(weighing)
        .map(({ closedAccount, levels }): [string, Example] => [
          closedAccount,
          { account: id, levels, is: 'candidate' },
        ])
        .filter(([closedAccount]) => !found.has(`${id}\0${closedAccount}`))
        .map(([, example]) => example)
      const stranger = strangerOf(index, closed, random, weighing)
      pairs.set(id, stranger === null ? candidates : [...candidates, stranger])
    }
  return [...[...pairs.values()].flat(), ...found.values()]
}

function strangerOf(
  index: LineageIndex,
  closed: readonly string[],
  random: Random,
  weighing: Parameters<LineageIndex['examinePair']>[0],
): Example | null {
  if (closed.length === 0) return null
  const other = random.pick(closed)
  const pair = other === weighing.facts.id ? undefined : index.examinePair(weighing, other)
  return pair === undefined ? null : { account: weighing.facts.id, levels: pair.levels, is: 'stranger' }
}

/** A fifth of the accounts is kept back, by their name: the same ones every time. */
function divided(examples: Example[]): [seen: Example[], holdout: Example[]] {
  const isHeldOut = ({ account }: Example) => fnv1a(account) % HOLDOUT_SHARE === 0
  return [examples.filter((example) => !isHeldOut(example)), examples.filter(isHeldOut)]
}

function learnPage(changes: Change[], before: Trial, after: Trial, pairs: number): string {
  const rows = [...changes]
    .sort(
      (one, other) =>
        Math.abs(Math.log2(other.after / other.before)) - Math.abs(Math.log2(one.after / one.before)),
    )
    .slice(0, CHANGES_SHOWN)
    .map(
      ({ entry, name, before, after, pairs }) =>
        `${entry.padEnd(48)} ${name}  ${before.toFixed(4).padStart(7)} → ${after.toFixed(4).padStart(7)}  ${formatCount(pairs).padStart(8)} pairs`,
    )
  const trial = (name: string, { likelihood, right, of }: Trial) =>
    `${name.padEnd(10)} ${likelihood.toFixed(4)} bits a pair${of === 0 ? '' : `, ${right} of ${of} findings on the right side of strong`}`
  return [
    changes.length === 0 ? 'Nothing changes.' : 'What would change:',
    ...rows,
    '',
    `On ${formatCount(pairs)} pairs that were kept back:`,
    trial('in force', before),
    trial('proposed', after),
    '',
  ].join('\n')
}

export interface AcceptOptions extends HouseOptions {
  by: string[]
  why: string
}

/** `holdfast learn accept FILE`: weights come into force by an event that names the two who accepted them. */
export async function acceptWeights(file: string, options: AcceptOptions, tools: Tools): Promise<void> {
  const names = [...new Set(options.by.map((name) => name.trim().toLowerCase()))].filter(
    (name) => name !== '',
  )
  if (names.length < 2) throw new UsageError('two different people must accept weights: --by NAME --by NAME')
  if (options.why.trim() === '') throw new UsageError('accepting weights needs --why TEXT')
  const weights = readWeights(file)
  const house = await tools.openHouse(options)
  try {
    const at = new Date().toISOString()
    const event: WeightsAccepted = {
      id: `weights-${createHash('sha256')
        .update(JSON.stringify([weights, at]))
        .digest('hex')
        .slice(0, 24)}`,
      type: 'weights.accepted',
      at,
      account: 'holdfast',
      weights: { version: weights.version, values: weights, by: options.by, why: options.why },
    }
    const [admission] = await house.bus.publish([event])
    if (admission?.status !== 'accepted')
      throw new CommandError(`the weights were not taken: ${JSON.stringify(admission)}`)
    process.stdout.write(`${weights.version} is in force, accepted by ${options.by.join(' and ')}.\n`)
  } finally {
    await house.close()
  }
}

function readWeights(file: string): Weights {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new CommandError(`${file}: cannot be read as JSON (${(error as Error).message})`)
  }
  const parsed = parseWeights(value)
  if (!parsed.ok) throw new CommandError(`${file}: ${parsed.reason}`)
  return parsed.weights
}
