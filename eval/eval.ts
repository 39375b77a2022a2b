/*
 * Quality, measured on labelled data, a table out.
 *
 *   npm run eval -- reading               everything about the reader
 *   npm run eval -- reading gab news      these data sets alone; prints, keeps nothing
 *   npm run eval -- lineage campaigns     …
 *   npm run eval -- reading threatcheck --failures wrong.txt
 *
 * The data are not part of this repository. HOLDFAST_SHARED names their folder; by default it is looked for beside the checkout. Where
 * there are none, this says so and ends well: who has no data has measured nothing, and broken nothing.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  isReached,
  type Measure,
  type Outcome,
  type Section,
  type Surroundings,
  type Target,
} from './outcome.ts'
import { markdown, percent } from './table.ts'

const EVALS = ['reading', 'lineage', 'campaigns'] as const
type EvalName = (typeof EVALS)[number]
const isEval = (word: string): word is EvalName => (EVALS as readonly string[]).includes(word)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      policies: { type: 'string' },
      failures: { type: 'string' },
    },
  })
  const wanted = positionals.filter(isEval)
  if (wanted.length === 0) {
    console.error(`Name an eval: ${EVALS.join(', ')}.`)
    process.exitCode = 2
    return
  }
  const surroundings: Surroundings = {
    data: dataFolder(),
    policies: values.policies ?? fileURLToPath(new URL('../policies', import.meta.url)),
    only: positionals.filter((word) => !isEval(word)),
    seed: Number(values.seed),
    progress: (line) => console.error(line),
  }
  for (const name of wanted) {
    const startedAt = performance.now()
    const outcome = await (await measureOf(name))(surroundings)
    const page = pageOf(name, outcome, (performance.now() - startedAt) / 1000)
    console.log(page)
    if (values.failures !== undefined && outcome.kind === 'measured')
      writeFileSync(values.failures, `${(outcome.failures ?? []).join('\n')}\n`)
    if (outcome.kind === 'measured' && surroundings.only.length === 0 && surroundings.data !== null)
      console.error(`kept in ${keep(name, page)}`)
  }
}

async function measureOf(name: EvalName): Promise<Measure> {
  switch (name) {
    case 'reading':
      return (await import('./reading.ts')).measure
    case 'lineage':
      return (await import('./lineage.ts')).measure
    case 'campaigns':
      return (await import('./campaigns.ts')).measure
  }
}

function dataFolder(): string | null {
  const named = process.env['HOLDFAST_SHARED'] ?? fileURLToPath(new URL('../../shared', import.meta.url))
  const folder = `${named}/data`
  return existsSync(folder) ? folder : null
}

/** The results as a page in Markdown: how, on what, the targets, then every table. */
export function pageOf(name: string, outcome: Outcome, seconds: number): string {
  if (outcome.kind === 'skipped') return `SKIPPED: ${name} was not measured. ${outcome.why}`
  const versions = Object.entries(outcome.versions).map(([what, version]) => `${what} \`${version}\``)
  return [
    `# ${outcome.title}`,
    '',
    `${new Date().toISOString().slice(0, 10)} · commit \`${commit()}\` · ${versions.join(' · ')}`,
    `\`npm run eval -- ${name}\`, ${seconds.toFixed(0)} s on ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}.`,
    'Shares come with Wilson’s 95 % interval in brackets.',
    '',
    ...(outcome.targets.length > 0 ? ['## Targets', '', targetsTable(outcome.targets), ''] : []),
    ...outcome.sections.flatMap(sectionLines),
  ].join('\n')
}

function sectionLines(section: Section): string[] {
  return [`## ${section.title}`, '', ...(section.prose ? [section.prose, ''] : []), markdown(section), '']
}

function targetsTable(targets: Target[]): string {
  const rows = targets.map((target) => [
    target.what,
    'atLeast' in target.wanted ? `≥ ${amount(target.wanted.atLeast)}` : `≤ ${amount(target.wanted.atMost)}`,
    measuredText(target),
    target.of ?? '–',
    reachedText(target),
    target.note ?? '',
  ])
  return markdown({ columns: ['what', 'wanted', 'measured', 'n', 'reached', 'note'], rows })
}

/** Targets are shares of one, except speeds and counts, which are past one. */
const amount = (value: number) => (value > 1 ? value.toLocaleString('en-US') : percent(value))

function measuredText({ measured, interval }: Target): string {
  if (measured === null) return 'not measured'
  if (interval === undefined) return amount(measured)
  return `${percent(measured)} (${(interval.low * 100).toFixed(2)} to ${(interval.high * 100).toFixed(2)})`
}

function reachedText(target: Target): string {
  const reached = isReached(target)
  return reached === null ? '–' : reached ? 'yes' : '**no**'
}

/** The commit, marked where the tree was not as committed: such numbers cannot be had again. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  try {
    const changed = git(
      'status',
      '--porcelain',
      '--untracked-files=no',
      '--',
      'src',
      'policies',
      'eval',
      'fixtures',
    )
    return git('rev-parse', '--short', 'HEAD') + (changed === '' ? '' : ' with changes')
  } catch {
    return 'unknown'
  }
}

function keep(name: EvalName, page: string): string {
  const folder = new URL('results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const file = new URL(`${name}-${new Date().toISOString().slice(0, 10)}.md`, folder)
  writeFileSync(file, `${page.trimEnd()}\n`)
  return fileURLToPath(file)
}

if (import.meta.main) await main()
