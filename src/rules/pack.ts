import { namesBank } from '../banks/entities.ts'
import { sha256 } from '../lib/hash.ts'
import { DAY_MS } from '../model/ids.ts'
import type { Policy, PolicyPack, Rule, TallySpec } from '../model/policy.ts'
import { THREAT_TABLES_DEFAULT } from '../model/threat-tables.ts'
import { type Check, checkOf } from './check/check.ts'
import { everyComparisonCanGoEitherWay } from './check/every-comparison-can-go-either-way.ts'
import { everyConditionEndsSoon } from './check/every-condition-ends-soon.ts'
import { everyConditionMakesSense } from './check/every-condition-makes-sense.ts'
import { everyEntityNamedIsListed } from './check/every-entity-named-is-listed.ts'
import { everyIdStandsForOneThing } from './check/every-id-stands-for-one-thing.ts'
import { everyPolicyIsDeclared } from './check/every-policy-is-declared.ts'
import { everyRuleCanFire } from './check/every-rule-can-fire.ts'
import { everyTallyCanCount, feedingEvents } from './check/every-tally-can-count.ts'
import { everyVerdictFitsItsActions } from './check/every-verdict-fits-its-actions.ts'
import { noRestrictionRestsOnALinkAlone } from './check/no-restriction-rests-on-a-link-alone.ts'
import { noRestrictionRestsOnANameAlone } from './check/no-restriction-rests-on-a-name-alone.ts'
import { noRestrictionRestsOnATranslationAlone } from './check/no-restriction-rests-on-a-translation-alone.ts'
import { conditionParser } from './condition.ts'
import type { PackDraft, PolicyDraft, RuleDraft, TallyDraft } from './draft.ts'
import type { PackProblem } from './problems.ts'
import { existenceWith, inferredEvents } from './reach.ts'
import { readSource } from './shapes.ts'
import { parseSource, type Source } from './source.ts'

export type PackResult =
  | { ok: true; pack: PolicyPack; files: Record<string, string> }
  | { ok: false; problems: PackProblem[] }

export const RULES_MAX = 10_000
export const TALLIES_MAX = 1_000
export const ENTITIES_MAX = 5_000
export const PROBLEMS_MAX = 200

/** In this order: the first one parses the conditions that the others look into. */
const CHECKS: readonly ((check: Check) => void)[] = [
  everyConditionMakesSense,
  everyIdStandsForOneThing,
  everyPolicyIsDeclared,
  everyVerdictFitsItsActions,
  everyConditionEndsSoon,
  everyComparisonCanGoEitherWay,
  everyRuleCanFire,
  everyTallyCanCount,
  noRestrictionRestsOnALinkAlone,
  noRestrictionRestsOnATranslationAlone,
  noRestrictionRestsOnANameAlone,
  everyEntityNamedIsListed,
]

/** Checks files (path → content) as one pack, all or nothing. Pure: the same files, the same pack, whatever their order. */
export function packFromFiles(files: Record<string, string>): PackResult {
  const problems: PackProblem[] = []
  const draft: PackDraft = {
    policies: [],
    tallies: [],
    rules: [],
    banks: [],
    entities: [],
    entitiesBroken: false,
    strikes: { lapseAfterMs: 90 * DAY_MS, max: 3 },
    threats: structuredClone(THREAT_TABLES_DEFAULT),
  }
  for (const file of Object.keys(files).sort()) {
    const parsed = parseSource(file, files[file]!)
    problems.push(...parsed.problems)
    if (parsed.problems.length === 0) readSource(parsed.source, draft, problems)
  }
  if (tooMuch(draft, problems)) return { ok: false, problems }
  const tallies = new Map(draft.tallies.map(({ name, by }) => [name, by]))
  const existence = existenceWith(tallies)
  const parse = conditionParser(new Map(draft.tallies.map(({ name, kind }) => [name, kind])))
  const policies = new Set(draft.policies.map(({ id }) => id.value))
  const check = checkOf(draft, { policies, existence, parse }, problems)
  for (const validator of CHECKS) validator(check)
  if (problems.length > 0) return { ok: false, problems: uniqueProblems(problems).slice(0, PROBLEMS_MAX) }
  return { ok: true, pack: packOf(draft, files, check), files }
}

/** One slip can break several rules of reading; at one place one message is enough. */
const uniqueProblems = (problems: PackProblem[]): PackProblem[] => [
  ...new Map(
    problems.map((problem) => [
      `${problem.file}:${problem.line}:${problem.column}:${problem.message}`,
      problem,
    ]),
  ).values(),
]

function tooMuch({ rules, tallies, entities }: PackDraft, problems: PackProblem[]): boolean {
  const over = (list: { spot: { source: Source } }[], max: number, what: string) => {
    if (list.length <= max) return false
    const { file } = list[max]!.spot.source
    problems.push({
      file,
      line: 1,
      column: 1,
      message: `more than ${max} ${what}`,
      hint: 'take out what is off or never fires',
    })
    return true
  }
  return (
    over(rules, RULES_MAX, 'rules') ||
    over(tallies, TALLIES_MAX, 'tallies') ||
    over(entities, ENTITIES_MAX, 'entities')
  )
}

function packOf(draft: PackDraft, files: Record<string, string>, { existence }: Check): PolicyPack {
  return {
    hash: packHash(files),
    policies: draft.policies.map(policyOf),
    tallies: draft.tallies.map(tallyOf),
    rules: draft.rules.map((rule) => ruleOf(rule, existence)),
    banks: [...draft.banks.map(({ bank }) => bank), ...draft.entities.map(({ entity }) => namesBank(entity))],
    entities: draft.entities.map(({ entity }) => entity),
    strikes: draft.strikes,
    threats: draft.threats,
  }
}

/** Over paths and contents, each by its own hash, so that no two packs can be cut to read alike. */
const packHash = (files: Record<string, string>): string =>
  `sha256:${sha256(
    Object.keys(files)
      .sort()
      .map((path) => `${sha256(path)} ${sha256(files[path]!)}\n`)
      .join(''),
  )}`

const policyOf = ({ id, title, prose, precedence, violating, ground }: PolicyDraft): Policy => ({
  id: id.value,
  title,
  prose,
  precedence,
  violating,
  ...(ground === null ? {} : { ground }),
})

const TOP_KEPT_DEFAULT = 10

function tallyOf(tally: TallyDraft): TallySpec {
  const { name, kind, of, by, overMs, where, k } = tally
  const spec: TallySpec = {
    name,
    kind,
    of,
    by,
    overMs,
    where: where?.value ?? null,
    on: feedingEvents(tally),
  }
  return kind === 'top' ? { ...spec, k: k ?? TOP_KEPT_DEFAULT } : spec
}

function ruleOf(rule: RuleDraft, existence: Check['existence']): Rule {
  const { id, policy, when, verdict, actions, mode, brake, strikes, description, label, spot } = rule
  return {
    id: id.value,
    policy: policy.value,
    on: rule.on?.map(({ value }) => value) ?? inferredEvents(rule.condition!, existence),
    when: when.value,
    verdict: verdict.value,
    actions: [...new Set(actions!.map(({ value }) => value))],
    mode,
    brake,
    strikes: strikes?.value ?? 0,
    description,
    label: label?.value ?? null,
    where: { file: spot.source.file, line: spot.source.lines.linePos(spot.offset).line },
  }
}
