/*
 * How right the reader is: on every labelled set, on whole accounts, on ThreatCheck, and whether identity terms move it. "Found" means that the
 * pack's rules would queue or restrict the text as a first post by an account of which nothing is known.
 */
import {
  type CheckCase,
  type CheckFunction,
  checkFunctions,
  LANGUAGES,
  threatCheck,
} from '../fixtures/threatcheck/threatcheck.ts'
import { isHeldOut } from '../scripts/train/texts.ts'
import { inlineMeasurer, threadedMeasurer } from '../src/reading/measure.ts'
import { formatProblems, loadPack } from '../src/rules/load.ts'
import { type Plan, planOf } from '../src/rules/rules.ts'
import { moved, spreadOf } from './identity.ts'
import { isFound, isRestricted, type Judged, judgeAll } from './judged.ts'
import type { Measure, Section, Surroundings, Target } from './outcome.ts'
import { percent, share } from './table.ts'
import { accountSets, type LabelledText, type TextSet, textSets } from './text-sets.ts'
import { wilson } from './wilson.ts'

/** The name under which the command line asks for ThreatCheck alone. */
const THREATCHECK = 'threatcheck'
const THREADS = 2
/** Failing texts listed per label: enough to see what they have in common. */
const LISTED_MAX = 40

interface JudgedSet extends TextSet {
  judged: Judged[]
}
interface JudgedCase {
  it: CheckCase
  judged: Judged
  right: boolean
}

export const measure: Measure = async (surroundings) => {
  const plan = planFrom(surroundings.policies)
  const measurer = await threadedMeasurer(plan.pack.banks, { threads: THREADS })
  try {
    const cases = wants(surroundings, THREATCHECK) ? await judgeCases({ measurer, plan }) : []
    const sets: JudgedSet[] = []
    for (const set of setsOf(surroundings)) {
      const judged = await judgeAll(
        set.texts.map(({ text }) => text),
        { measurer, plan },
      )
      surroundings.progress(`${set.name}: ${set.texts.length} texts`)
      sets.push({ ...set, judged })
    }
    if (sets.length === 0 && cases.length === 0)
      return {
        kind: 'skipped',
        why: 'None of the sets named is there; set HOLDFAST_SHARED to the folder that holds data/text.',
      }
    const speed = surroundings.only.length === 0 ? await speedOf(plan, sets, cases) : null
    return {
      kind: 'measured',
      title: 'The reader, measured',
      versions: { reader: measurer.version, pack: plan.pack.hash.slice(0, 19) },
      targets: [...targetsOf(sets), ...checkTargets(cases), ...(speed === null ? [] : [speed])],
      sections: [
        ...(surroundings.data === null ? [noData] : []),
        ...checkSections(cases),
        ...sets.map(setSection),
        ...identitySections(sets),
      ],
      failures: failuresOf(cases, sets),
    }
  } finally {
    await measurer.close()
  }
}

const noData: Section = {
  title: 'Data sets: SKIPPED',
  prose:
    'There is no folder of labelled sets here (HOLDFAST_SHARED names it). Only ThreatCheck was measured.',
  columns: ['set'],
  rows: [],
}

function planFrom(policies: string): Plan {
  const loaded = loadPack(policies)
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems))
  return planOf(loaded.pack)
}

const wants = ({ only }: Surroundings, name: string) => only.length === 0 || only.includes(name)

function* setsOf({ data, only }: Surroundings): Generator<TextSet> {
  if (data === null) return
  yield* textSets(data, only)
  yield* accountSets(data, only)
}

async function judgeCases(parts: Parameters<typeof judgeAll>[1]): Promise<JudgedCase[]> {
  const cases = threatCheck()
  const judged = await judgeAll(
    cases.map(({ text }) => text),
    parts,
  )
  return cases.map((it, index) => ({
    it,
    judged: judged[index]!,
    right: isFound(judged[index]!) === it.expected.violating,
  }))
}

/* The data sets. */

function setSection(set: JudgedSet): Section {
  const languages = new Set(set.texts.map(({ language }) => language))
  const groups = groupsOf(set, ({ label, language }) =>
    languages.size > 1 ? `${label} (${language})` : label,
  )
  return {
    title: set.name,
    prose: `${set.note}. ${set.licence}. ${set.trains ? 'Trains the shipped model, which has seen four in five of these texts; the targets above count the fifth that it has not.' : 'Only measured.'}`,
    columns: ['label', 'n', 'found', 'restricted', 'found under'],
    rows: [...groups].map(([label, judged]) => [
      label,
      judged.length,
      share(count(judged, isFound), judged.length),
      share(count(judged, isRestricted), judged.length),
      policiesOf(judged),
    ]),
  }
}

function groupsOf(set: JudgedSet, key: (text: LabelledText) => string): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  set.texts.forEach((text, index) => {
    const group = key(text)
    const judged = groups.get(group) ?? []
    judged.push(set.judged[index]!)
    groups.set(group, judged)
  })
  return new Map([...groups].sort(([left], [right]) => (left < right ? -1 : 1)))
}

const count = <T>(items: T[], holds: (item: T) => boolean): number => items.filter(holds).length

/** `tvec8 12, tvec2 3`: under which policies, most first. */
function policiesOf(judged: Judged[]): string {
  const counts = new Map<string, number>()
  for (const it of judged) if (isFound(it)) counts.set(it.policy!, (counts.get(it.policy!) ?? 0) + 1)
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([policy, number]) => `${policy} ${number}`)
    .join(', ')
}

interface Wanted {
  what: string
  set: string
  labels: string[] | null
  language?: string
  wanted: Target['wanted']
}

const atLeast = (share: number) => ({ atLeast: share })
const atMost = (share: number) => ({ atMost: share })
const VIOLENT_DE = ['incitement', 'support', 'propensity', 'glorification']

/** What is asked of the data sets, in the words of the table. `labels: null` means all texts of the set. */
const WANTED: Wanted[] = [
  {
    what: 'threats, functional, es',
    set: 'functional-es-fr',
    labels: ['threat'],
    language: 'es',
    wanted: atLeast(0.95),
  },
  {
    what: 'threats, functional, fr',
    set: 'functional-es-fr',
    labels: ['threat'],
    language: 'fr',
    wanted: atLeast(0.95),
  },
  { what: 'gab, calls for violence', set: 'gab', labels: ['call-for-violence'], wanted: atLeast(0.6) },
  { what: 'implicit, incitement', set: 'implicit', labels: ['incitement'], wanted: atLeast(0.6) },
  { what: 'implicit, threatening', set: 'implicit', labels: ['threatening'], wanted: atLeast(0.6) },
  { what: 'violence-de, incitement', set: 'violence-de', labels: ['incitement'], wanted: atLeast(0.6) },
  {
    what: 'violence-de, all four labels of violence',
    set: 'violence-de',
    labels: VIOLENT_DE,
    wanted: atLeast(0.6),
  },
  { what: 'edos, threats', set: 'edos', labels: ['threat'], wanted: atLeast(0.6) },
  { what: 'false alarms, news', set: 'news', labels: null, wanted: atMost(0.003) },
  { what: 'false alarms, disasters: news', set: 'disasters', labels: ['news'], wanted: atMost(0.007) },
  {
    what: 'false alarms, disasters: figurative',
    set: 'disasters',
    labels: ['figurative'],
    wanted: atMost(0.007),
  },
  { what: 'false alarms, counter-speech', set: 'counter-speech', labels: null, wanted: atMost(0.01) },
  {
    what: 'false alarms, counter-speech, functional',
    set: 'functional-es-fr',
    labels: ['counter-speech'],
    wanted: atMost(0.01),
  },
  { what: 'false alarms, insults: davidson', set: 'davidson', labels: null, wanted: atMost(0.01) },
  { what: 'false alarms, insults: levantine', set: 'levantine', labels: null, wanted: atMost(0.01) },
  {
    what: 'false alarms, insults: arabic-comments',
    set: 'arabic-comments',
    labels: null,
    wanted: atMost(0.01),
  },
  { what: 'false alarms, insults: mlma', set: 'mlma', labels: null, wanted: atMost(0.01) },
  { what: 'false alarms, politics', set: 'politics', labels: null, wanted: atMost(0.01) },
  { what: 'false alarms, ordinary accounts', set: 'ordinary', labels: null, wanted: atMost(0.002) },
]

function targetsOf(sets: JudgedSet[]): Target[] {
  const targets = WANTED.flatMap((wanted) => {
    const set = sets.find(({ name }) => name === wanted.set)
    return set === undefined ? [] : [targetOf(wanted, set)]
  })
  const madlibs = sets.find(({ name }) => name === 'madlibs')
  if (madlibs === undefined) return targets
  const frames = spreadOf(madlibs.texts, madlibs.judged)
  const of = madlibs.texts.length
  return [
    ...targets,
    {
      what: 'identity terms that move a verdict',
      wanted: atMost(0),
      measured: moved(frames) / of,
      interval: wilson(moved(frames), of),
      of,
    },
  ]
}

function targetOf({ what, labels, language, wanted }: Wanted, set: JudgedSet): Target {
  const judged = set.judged.filter((_, index) => {
    const text = set.texts[index]!
    return (
      (labels === null || labels.includes(text.label)) &&
      (language === undefined || text.language === language) &&
      (!set.trains || isHeldOut(text.text))
    )
  })
  return {
    ...shareTarget(what, wanted, count(judged, isFound), judged.length),
    ...(set.trains ? { note: 'of the texts held out of training' } : {}),
  }
}

const shareTarget = (what: string, wanted: Target['wanted'], hits: number, of: number): Target => ({
  what,
  wanted,
  measured: of === 0 ? null : hits / of,
  ...(of === 0 ? { note: 'no such texts' } : { interval: wilson(hits, of) }),
  of,
})

function identitySections(sets: JudgedSet[]): Section[] {
  const set = sets.find(({ name }) => name === 'madlibs')
  if (set === undefined) return []
  const frames = spreadOf(set.texts, set.judged)
  return [
    {
      title: 'Identity terms (madlibs)',
      prose:
        'Within a frame only a name and an identity term change, so every verdict should be the same. The ten frames whose highest score moves most.',
      columns: ['frame', 'n', 'found', 'lowest score', 'highest score'],
      rows: frames
        .slice(0, 10)
        .map(({ frame, texts, found, lowest, highest }) => [
          frame,
          texts,
          found,
          lowest.toFixed(4),
          highest.toFixed(4),
        ]),
    },
  ]
}

/* ThreatCheck. */

const rightShare = (cases: JudgedCase[]) =>
  share(
    count(cases, ({ right }) => right),
    cases.length,
  )

function checkTargets(cases: JudgedCase[]): Target[] {
  if (cases.length === 0) return []
  const reported = cases.filter(({ it }) => it.half === 'report')
  const part = (what: string, wanted: number, holds: (it: CheckCase) => boolean): Target => {
    const own = reported.filter(({ it }) => holds(it))
    return shareTarget(
      `ThreatCheck, reported half: ${what}`,
      atLeast(wanted),
      count(own, ({ right }) => right),
      own.length,
    )
  }
  const plain = LANGUAGES.map((language) =>
    part(
      `direct and normative, ${language}`,
      0.95,
      (it) =>
        it.language === language && (it.function === 'threat-direct' || it.function === 'call-normative'),
    ),
  )
  const kinds = [true, false].map((violating) => {
    const shares = LANGUAGES.map((language) => {
      const own = reported.filter(({ it }) => it.language === language && it.expected.violating === violating)
      return count(own, ({ right }) => right) / own.length
    })
    return {
      what: `ThreatCheck, reported half: languages apart, ${violating ? 'violating' : 'permitted'}`,
      wanted: atMost(0.03),
      measured: Math.max(...shares) - Math.min(...shares),
      note: LANGUAGES.map((language, index) => `${language} ${percent(shares[index]!)}`).join(', '),
    }
  })
  return [
    ...plain,
    part('violating', 0.9, ({ expected }) => expected.violating),
    part('permitted', 0.95, ({ expected }) => !expected.violating),
    ...kinds,
  ]
}

function checkSections(cases: JudgedCase[]): Section[] {
  if (cases.length === 0) return []
  return [summary(cases), byVariety(cases), ...[true, false].map((violating) => byFunction(cases, violating))]
}

function summary(cases: JudgedCase[]): Section {
  const cell = (half: string, violating: boolean, language: string) =>
    rightShare(
      cases.filter(
        ({ it }) =>
          it.half === half &&
          it.expected.violating === violating &&
          (language === 'all' || it.language === language),
      ),
    )
  return {
    title: 'ThreatCheck',
    prose:
      'Share of cases that are right: violating ones found, permitted ones left alone. The reported half is the result; the half that may be tuned on stands beside it.',
    columns: ['half', 'kind', ...LANGUAGES, 'all'],
    rows: ['report', 'tune'].flatMap((half) =>
      [true, false].map((violating) => [
        half,
        violating ? 'violating' : 'permitted',
        ...[...LANGUAGES, 'all'].map((language) => cell(half, violating, language)),
      ]),
    ),
  }
}

function byVariety(cases: JudgedCase[]): Section {
  const arabic = cases.filter(({ it }) => it.language === 'ar' && it.half === 'report')
  const varieties = [...new Set(arabic.map(({ it }) => it.variety))]
  const cell = (variety: string, violating: boolean) =>
    rightShare(arabic.filter(({ it }) => it.variety === variety && it.expected.violating === violating))
  return {
    title: 'ThreatCheck: Arabic by variety',
    prose: 'Reported half.',
    columns: ['variety', 'violating', 'permitted'],
    rows: varieties.map((variety) => [variety, cell(variety, true), cell(variety, false)]),
  }
}

function byFunction(cases: JudgedCase[], violating: boolean): Section {
  const functions = checkFunctions().filter((it) => it.violating === violating)
  return {
    title: `ThreatCheck: ${violating ? 'violating' : 'permitted'} functions`,
    prose: `Cases right, by language and for both halves. ${violating ? '"Policy" and "stance"' : '"Stance"'}: of all cases of the function, how many got the one that is expected.`,
    columns: [
      'function',
      ...LANGUAGES.map((language) => `report ${language}`),
      'report',
      'tune',
      ...(violating ? ['policy'] : []),
      'stance',
    ],
    rows: functions.map((it) =>
      functionRow(
        it,
        cases.filter((own) => own.it.function === it.id),
      ),
    ),
  }
}

function functionRow(it: CheckFunction, own: JudgedCase[]): (string | number)[] {
  const fraction = (part: JudgedCase[], holds: (one: JudgedCase) => boolean) =>
    `${count(part, holds)}/${part.length}`
  const right = ({ right }: JudgedCase) => right
  const reported = own.filter((one) => one.it.half === 'report')
  return [
    it.id,
    ...LANGUAGES.map((language) =>
      fraction(
        reported.filter((one) => one.it.language === language),
        right,
      ),
    ),
    rightShare(reported),
    rightShare(own.filter((one) => one.it.half === 'tune')),
    ...(it.violating ? [fraction(own, ({ judged }) => judged.policy === it.policy)] : []),
    it.stance === null ? '–' : fraction(own, ({ judged }) => judged.stance === it.stance),
  ]
}

/* Speed, and what failed. */

const SPEED_ROUNDS = 5
const SPEED_TEXTS = 5_000

/**
 * Readings a second in one thread, over a sample of everything that was read: the best of five rounds, since whatever else the machine does can only
 * slow it down. `npm run bench -- reading` is the measurement to cite.
 */
async function speedOf(plan: Plan, sets: JudgedSet[], cases: JudgedCase[]): Promise<Target> {
  const measurer = inlineMeasurer(plan.pack.banks)
  const all = [
    ...sets.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ...cases.map(({ it }) => it.text),
  ]
  const step = Math.max(1, Math.floor(all.length / SPEED_TEXTS))
  const sample = all.filter((_, index) => index % step === 0).map((text) => ({ text, language: null }))
  let best = 0
  for (let round = 0; round < SPEED_ROUNDS; round++) {
    const startedAt = performance.now()
    await measurer.measure(sample)
    best = Math.max(best, sample.length / ((performance.now() - startedAt) / 1000))
  }
  await measurer.close()
  return {
    what: 'readings per second, one thread',
    wanted: { atLeast: 25_000 },
    measured: Math.round(best),
    of: sample.length,
    note: 'best of five rounds',
  }
}

/**
 * Texts that came out wrong, for whoever improves the reader. Only from what may be looked at: ThreatCheck's half for tuning, and the sets
 * that train. The others are there to be counted.
 */
function failuresOf(cases: JudgedCase[], sets: JudgedSet[]): string[] {
  const wrong = cases.filter(({ it, right }) => it.half === 'tune' && !right)
  const checks = Map.groupBy(wrong, ({ it }) => it.function)
  const lines = [...checks]
    .sort(([, left], [, right]) => right.length - left.length)
    .flatMap(([name, own]) => [
      `## ${name}: ${own.length} wrong (${own[0]!.it.expected.violating ? 'should be found' : 'should be left alone'})`,
      ...own.map(({ it, judged }) => failureLine(it.id, it.text, judged)),
    ])
  return [...lines, ...sets.filter(({ trains }) => trains).flatMap(setFailures)]
}

function setFailures(set: JudgedSet): string[] {
  const wanted = WANTED.filter(({ set: name }) => name === set.name)
  return wanted.flatMap(({ what, labels, language, wanted }) => {
    const shouldFind = 'atLeast' in wanted
    const wrong = set.texts.flatMap((text, index) => {
      const concerns =
        (labels === null || labels.includes(text.label)) &&
        (language === undefined || text.language === language)
      return concerns && isFound(set.judged[index]!) !== shouldFind
        ? [failureLine(text.id, text.text, set.judged[index]!)]
        : []
    })
    return [
      `## ${what}: ${wrong.length} wrong (${shouldFind ? 'should be found' : 'should be left alone'})`,
      ...wrong.slice(0, LISTED_MAX),
    ]
  })
}

const failureLine = (id: string, text: string, { policy, stance, highest }: Judged) =>
  `${id}\t${policy ?? 'allow'}\t${stance}\t${highest.toFixed(2)}\t${text.replaceAll(/\s+/g, ' ').slice(0, 200)}`
