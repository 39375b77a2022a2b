import { createReadStream, renameSync, writeFileSync } from 'node:fs'
import { type Model, parseModel } from '../reading/classifier.ts'
import {
  type Compared,
  type Comparison,
  compare,
  EACH_KIND_LEAST,
  isRight,
  shareWords,
  tableOf,
} from '../reading/training/compare.ts'
import {
  EACH_CLASS_LEAST,
  type Learned,
  type Raised,
  learn as teachTexts,
} from '../reading/training/learn.ts'
import { isHeldOut, parseReviewed, type Reviewed } from '../reading/training/reviewed.ts'
import type { Plan } from '../rules/rules.ts'
import { createProgress, formatCount } from './progress.ts'
import { CommandError, type LabelledCheck, type Tools, UsageError } from './tools.ts'

export interface LearnOptions {
  policies: string
  from?: string
  out?: string
  model?: string
}

/** Rows taken from one file. At a kilobyte each they fit into some 300 MB. */
export const ROWS_MAX = 200_000
const LINE_LENGTH_MAX = 1_000_000
/** Broken lines shown before the command gives up. */
const BROKEN_SHOWN = 5
const BATCH = 256
/** By how much the bar is raised, in log-odds, in a language whose permitted texts would not be left alone: tried in this order. */
const RAISES = [0.1, 0.2, 0.4, 0.8]

type Lesson = Extract<Learned, { ok: true }>

/**
 * `holdfast learn`: teaches the reader what reviewers decided, measures it beside the model it came from on decisions kept apart and on
 * ThreatCheck's tune half, and says which is better. Switches nothing: it writes a file, if told where.
 */
export async function learn(options: LearnOptions, tools: Tools): Promise<void> {
  const { from, out, policies } = options
  if (from === undefined)
    throw new UsageError(
      'learn needs --from FILE with reviewed decisions (docs/operate/learn.md): the record of an installation holds no reviewers’ findings on texts yet',
    )
  const plan = tools.loadPlan(policies)
  const start = tools.loadModel(options.model)
  const rows = await readRows(from)
  const heldOut = rows.filter(({ text }) => isHeldOut(text))
  const training = rows.filter(({ text }) => !isHeldOut(text))
  const lesson = teach(training, plan, start, from)
  const step = await raisedUntilHarmless(lesson, start, plan, tools)
  const after = parseModel(step.bytes)
  const decided = await judged(heldOut.map(asCase), { before: start, after }, plan, tools)
  say(beginning(from, rows, training, lesson))
  say(tableText('held-out decisions', decided))
  say(tableText('ThreatCheck, tune half', step.checked))
  say(`\n${raisedText(step.raised)}${ending(compare(decided), start, after)}`)
  if (step.fallen.length > 0) throw new CommandError(refusalOf(step.fallen))
  if (out === undefined) return say('Nothing was written; --out FILE keeps the new weights.')
  write(out, step.bytes)
  say(`Written to ${out}. Nothing has changed yet. To read with it:
  holdfast backtest --policies ${policies} --model ${out}   says what would have been decided otherwise
  holdfast start --model ${out}   or HOLDFAST_MODEL=${out}; likewise ingest and check`)
}

const refusalOf = (fallen: Fallen[]): string => {
  const where = fallen.map(
    ({ language, of, before, after }) => `${language}: ${after} of ${of} right, ${before} before`,
  )
  return `refused: the new model finds permitted texts of ThreatCheck that the old one left alone (${where.join('; ')}). Nothing was written.`
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

async function readRows(file: string): Promise<Reviewed[]> {
  const rows: Reviewed[] = []
  const broken: string[] = []
  let number = 0
  for await (const line of linesOf(file)) {
    number += 1
    if (line.trim() === '') continue
    const result = parseReviewed(line)
    if (result.ok) rows.push(result.reviewed)
    else broken.push(`${file}:${number}: ${result.reason}`)
    if (broken.length === BROKEN_SHOWN) break
    if (rows.length > ROWS_MAX)
      throw new CommandError(
        `${file}: more than ${formatCount(ROWS_MAX)} rows; give the newest of them: tail -n ${ROWS_MAX} ${file}`,
      )
  }
  if (broken.length > 0) throw new CommandError(`${broken.join('\n')}\nNothing was learnt.`)
  return rows
}

/** Lines of a file, each no longer than a bound. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  let number = 1
  for await (const chunk of chunksOf(file)) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    number += lines.length
    yield* lines
    if (rest.length > LINE_LENGTH_MAX)
      throw new CommandError(`${file}:${number}: longer than ${formatCount(LINE_LENGTH_MAX)} characters`)
  }
  yield rest
}

async function* chunksOf(file: string): AsyncGenerator<string> {
  try {
    yield* createReadStream(file, { encoding: 'utf8' }) as AsyncIterable<string>
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new CommandError(
      code === 'ENOENT' ? `${file}: there is no such file` : `${file}: cannot be read (${code})`,
    )
  }
}

function teach(training: Reviewed[], { pack }: Plan, start: Model, file: string): Lesson {
  const reading = createProgress({ label: 'reading', unit: 'texts' })
  const learning = createProgress({ label: 'learning', unit: 'rounds' })
  const learned = teachTexts(training, {
    banks: pack.banks,
    start,
    progress(step, done, total) {
      if (step === 'learning') reading.end()
      const progress = step === 'reading' ? reading : learning
      progress.update({ done, total, count: done })
    },
  })
  learning.end()
  if (!learned.ok) throw new CommandError(`${file}: ${learned.reason}.`)
  return learned
}

/**
 * Raises the bar for what was learnt, language by language, until ThreatCheck's permitted texts are left alone as before; or as far as it may be
 * raised.
 */
async function raisedUntilHarmless(lesson: Lesson, start: Model, plan: Plan, tools: Tools) {
  const cases = (await tools.checkTexts()).map(asCheck)
  const tried = async (raised: Raised) => {
    const bytes = lesson.bytes(raised)
    const checked = await judged(cases, { before: start, after: parseModel(bytes) }, plan, tools)
    return { raised, bytes, checked, fallen: fallenLanguages(checked) }
  }
  let step = await tried({})
  for (const by of RAISES) {
    if (step.fallen.length === 0) break
    step = await tried({
      ...step.raised,
      ...Object.fromEntries(step.fallen.map(({ language }) => [language, by])),
    })
  }
  return step
}

interface Case {
  text: string
  language: string | null
  group: string
  violating: boolean
}

const PERMITTED = 'permitted'

const groupOf = (violating: boolean, policy: string | null): string =>
  violating ? (policy ?? 'some policy') : PERMITTED

function asCase({ text, language, labels, violating }: Reviewed): Case {
  const policy = Object.entries(labels).find(([, says]) => says)?.[0] ?? null
  return { text, language, violating, group: groupOf(violating, policy) }
}

const asCheck = ({ text, language, policy, violating }: LabelledCheck): Case => ({
  text,
  language,
  violating,
  group: groupOf(violating, policy),
})

/** Puts every text before the rules twice, as a first post by somebody unknown: read by the one model, and by the other. */
async function judged(
  cases: Case[],
  models: { before: Model; after: Model },
  plan: Plan,
  tools: Tools,
): Promise<Compared[]> {
  const before = tools.inlineMeasurer(plan, models.before)
  const after = tools.inlineMeasurer(plan, models.after)
  const progress = createProgress({ label: 'measuring', unit: 'texts' })
  const compared: Compared[] = []
  for (let from = 0; from < cases.length; from += BATCH) {
    const some = cases.slice(from, from + BATCH)
    const old = await tools.check(some, plan, before)
    const young = await tools.check(some, plan, after)
    for (const [i, { group, violating, language }] of some.entries())
      compared.push({
        group,
        violating,
        language: language ?? old[i]!.language,
        before: old[i]!.verdict !== 'allow',
        after: young[i]!.verdict !== 'allow',
      })
    progress.update({ done: compared.length, total: cases.length, count: compared.length })
  }
  progress.end()
  return compared
}

interface Fallen {
  language: string
  of: number
  before: number
  after: number
}

/** Languages in which fewer of ThreatCheck's permitted texts are left alone than before. */
function fallenLanguages(checked: Compared[]): Fallen[] {
  const permitted = checked.filter(({ violating }) => !violating)
  return [...Map.groupBy(permitted, ({ language }) => language)].flatMap(([language, own]) => {
    const before = own.filter((one) => isRight(one.before, one)).length
    const after = own.filter((one) => isRight(one.after, one)).length
    return after < before ? [{ language, of: own.length, before, after }] : []
  })
}

function beginning(
  from: string,
  rows: Reviewed[],
  training: Reviewed[],
  { heads, trained, classes }: Lesson,
): string {
  const left = Object.entries(classes).filter(
    ([head, { yes }]) => yes > 0 && !(heads as string[]).includes(head),
  )
  return [
    `Reviewed decisions of ${from}; the record of an installation holds no reviewers’ findings on texts yet.`,
    `${formatCount(rows.length)} decisions: ${formatCount(training.length)} to learn from (${formatCount(trained)} of them about what is learnt), ${formatCount(rows.length - training.length)} held out.`,
    `learnt      ${heads.map((head) => `${named(head)} (${classes[head].yes} yes, ${classes[head].no} no)`).join(', ')}`,
    ...left.map(
      ([head, { yes, no }]) =>
        `left alone  ${named(head)}: ${yes} yes and ${no} no; ${EACH_CLASS_LEAST} of each are the least`,
    ),
  ].join('\n')
}

/** Threats and calls are learnt as one. */
const named = (head: string): string => (head === 'violence' ? 'tvec2 and tvec8' : head)

function tableText(title: string, compared: Compared[]): string {
  const line = (group: string, language: string, of: string, before: string, after: string): string =>
    `${group.padEnd(13)} ${language.padEnd(10)} ${of.padStart(6)} ${before.padStart(24)} ${after.padStart(24)}`
  const rows = tableOf(compared).map(({ group, language, of, before, after }) =>
    line(group, language, String(of), shareWords(before, of), shareWords(after, of)),
  )
  return [`\n${title}`, line('found among', 'language', 'n', 'model now', 'new model'), ...rows].join('\n')
}

const raisedText = (raised: Raised): string =>
  Object.entries(raised)
    .map(
      ([language, by]) =>
        `In ${language} the bar is raised by ${by} in log-odds: else permitted texts of ThreatCheck would be found.\n`,
    )
    .join('')

function ending({ conclusion, why }: Comparison, before: Model, after: Model): string {
  const versions = `model now ${before.version}, new model ${after.version}`
  switch (conclusion) {
    case 'better':
      return `BETTER: ${why}. (${versions})`
    case 'not better':
      return `NOT BETTER: ${why}. Nothing speaks for switching. (${versions})`
    case 'too few to say':
      return `TOO FEW TO SAY: ${why}. Gather more reviewed decisions, at least ${EACH_KIND_LEAST * 5} of each kind, and learn again. (${versions})`
  }
}

function write(file: string, bytes: Uint8Array): void {
  try {
    // Whole or not at all: a server may be starting from it.
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandError(`${file}: cannot be written (${code})`)
  }
}
