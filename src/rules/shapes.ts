import { isMap, isSeq, type ParsedNode, type YAMLMap } from 'yaml'
import { parseBank } from '../banks/banks.ts'
import { parseEntity } from '../banks/entities.ts'
import { RULE_ACTIONS, VERDICTS } from '../model/decision.ts'
import { DAY_MS } from '../model/ids.ts'
import type { PackDraft, PolicyDraft, RuleDraft, TallyDraft } from './draft.ts'
import { Fields, type Written } from './fields.ts'
import { didYouMean, type PackProblem } from './problems.ts'
import { RULE_EVENT_TYPES } from './signals/signal.ts'
import { problemAt, type Source, spotOf } from './source.ts'
import { readThreats } from './threat-shapes.ts'

export const CONDITION_LENGTH_MAX = 4_000
const ID_SHAPE = /^[A-Za-z][A-Za-z0-9_-]{0,79}$/
/** Tally names stand in conditions, where a hyphen would be a minus. */
const TALLY_NAME_SHAPE = /^[a-z][a-z0-9_]{0,79}$/

/** Restrictions per rule and hour where a rule states no brake: no automatic restriction runs without one (invariant 5). */
export const BRAKE_PER_HOUR_DEFAULT = 100

const SECTIONS = ['policies', 'tallies', 'rules', 'banks', 'entities', 'strikes', 'threats'] as const

/** Reads one file into the draft. Shapes only: whether names mean anything is for the checks. */
export function readSource(source: Source, draft: PackDraft, problems: PackProblem[]): void {
  if (source.root === null) return
  if (!isMap(source.root)) {
    const hint = `a file begins with one of ${SECTIONS.map((name) => `${name}:`).join(' ')}`
    problems.push(problemAt(spotOf(source, source.root), { message: 'not a mapping', hint }))
    return
  }
  const file = new Fields(source, source.root as YAMLMap.Parsed, 'a pack', problems)
  file.expectOnly(SECTIONS)
  for (const fields of listed(file, 'policies', 'a policy')) push(draft.policies, readPolicy(fields))
  for (const [name, fields] of named(file, 'tallies', 'a tally'))
    push(draft.tallies, readTally(name, fields, file))
  for (const fields of listed(file, 'rules', 'a rule')) push(draft.rules, readRule(fields))
  readBanks(file, draft)
  readEntities(file, draft)
  readStrikes(file, draft)
  readThreats(file, draft)
}

const push = <T>(list: T[], item: T | null): void => {
  if (item !== null) list.push(item)
}

function listed(file: Fields, name: string, what: string): Fields[] {
  return itemsOf(file, name).flatMap((node) => {
    if (isMap(node)) return [new Fields(file.source, node as YAMLMap.Parsed, what, file.problems)]
    file.report(spotOf(file.source, node), {
      message: `${what} must be a mapping`,
      hint: 'write "- id: …" and the fields below it',
    })
    return []
  })
}

function itemsOf(file: Fields, name: string): ParsedNode[] {
  const node = file.node(name)
  if (node === null) return []
  if (isSeq(node)) return node.items.filter((item) => item !== null) as ParsedNode[]
  file.report(spotOf(file.source, node), {
    message: `"${name}" must be a list`,
    hint: 'begin each entry with "- "',
  })
  return []
}

function named(file: Fields, name: string, what: string): [string, Fields][] {
  const all = file.fields(name, name)
  return (all?.names() ?? []).flatMap((key): [string, Fields][] => {
    const fields = all!.fields(key, what)
    return fields === null ? [] : [[key, fields]]
  })
}

function idOf(fields: Fields): Written<string> | null {
  const id = fields.text('id')
  if (id === null) return fields.has('id') ? null : fields.missing('id', 'every entry needs an id of its own')
  if (ID_SHAPE.test(id.value)) return id
  fields.report(id.spot, {
    message: `"${id.value.slice(0, 80)}" is no id`,
    hint: 'letters, digits, - and _, at most 80, a letter first',
  })
  return null
}

/** A field that must stand; null when it does not or does not fit, which has then been reported. */
function needed<T>(
  fields: Fields,
  name: string,
  written: Written<T> | null,
  hint: string,
): Written<T> | null {
  if (written === null && !fields.has(name)) fields.missing(name, hint)
  return written
}

function readPolicy(fields: Fields): PolicyDraft | null {
  fields.expectOnly(['id', 'title', 'prose', 'precedence', 'violating', 'ground'])
  const id = idOf(fields)
  const title = needed(fields, 'title', fields.text('title', 200), 'say in a few words what it forbids')
  const prose = needed(fields, 'prose', fields.text('prose'), 'say in plain language what it forbids')
  const precedence = needed(fields, 'precedence', fields.whole('precedence', 0, 10_000), 'higher wins')
  const violating = fields.truth('violating')?.value ?? true
  const ground = readGround(fields)
  if (id === null || title === null || prose === null || precedence === null) return null
  return {
    spot: fields.spot,
    id,
    title: title.value,
    prose: prose.value.trim(),
    precedence: precedence.value,
    violating,
    ground,
  }
}

/** Categories of the EU transparency database (its API, field `category`). */
export const STATEMENT_CATEGORIES = [
  'STATEMENT_CATEGORY_ANIMAL_WELFARE',
  'STATEMENT_CATEGORY_CONSUMER_INFORMATION',
  'STATEMENT_CATEGORY_CYBER_VIOLENCE',
  'STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN',
  'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  'STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
  'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE',
  'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
  'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
  'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
  'STATEMENT_CATEGORY_SELF_HARM',
  'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS',
  'STATEMENT_CATEGORY_VIOLENCE',
] as const

function readGround(policy: Fields): PolicyDraft['ground'] {
  const fields = policy.fields('ground', 'a ground')
  if (fields === null) return null
  fields.expectOnly(['kind', 'reference', 'category'])
  const kind = needed(
    fields,
    'kind',
    fields.oneOf('kind', ['illegal', 'incompatible']),
    'illegal by law, or incompatible with the terms',
  )
  const reference = needed(
    fields,
    'reference',
    fields.text('reference', 500),
    'which law or which part of the terms',
  )
  const category = needed(
    fields,
    'category',
    fields.oneOf('category', STATEMENT_CATEGORIES),
    'a category of the EU transparency database',
  )
  if (kind === null || reference === null || category === null) return null
  return { kind: kind.value, reference: reference.value, category: category.value }
}

const TALLY_KINDS = ['count', 'distinct', 'top'] as const
export const COUNTED = ['post', 'report', 'follow', 'account'] as const
export const RECORDED = ['account', 'post', 'hashtag', 'url', 'target'] as const

function readTally(name: string, fields: Fields, file: Fields): TallyDraft | null {
  fields.expectOnly([...TALLY_KINDS, 'by', 'over', 'where', 'on', 'k'])
  if (!TALLY_NAME_SHAPE.test(name))
    file.report(fields.spot, {
      message: `"${name.slice(0, 80)}" is no name for a tally`,
      hint: 'lower-case letters, digits and _, a letter first',
    })
  const kinds = TALLY_KINDS.filter((kind) => fields.has(kind))
  const kind = kinds[0]
  if (kind === undefined || kinds.length > 1) {
    fields.report(fields.spot, {
      message: 'a tally has one of count, distinct and top',
      hint: 'for example "count: post"',
    })
    return null
  }
  const of = fields.oneOf(kind, kind === 'count' ? COUNTED : RECORDED)
  const by = needed(
    fields,
    'by',
    fields.oneOf('by', ['account', 'hashtag', 'url', 'target']),
    'account, hashtag, url or target',
  )
  const over = needed(fields, 'over', fields.span('over', 60_000, 90 * DAY_MS), 'the window, for example 24h')
  const k = fields.whole('k', 1, 100)
  if (fields.has('k') && kind !== 'top')
    fields.report(fields.keySpot('k'), { message: `"k" is for top, not for ${kind}`, hint: 'remove it' })
  const on = fields.listOf('on', RULE_EVENT_TYPES, 'event type')
  const where = fields.text('where', CONDITION_LENGTH_MAX)
  if (of === null || by === null || over === null) return null
  return {
    spot: fields.spot,
    name,
    kind,
    of: of.value,
    by: by.value,
    overMs: over.value,
    k: k?.value ?? null,
    on,
    where,
    condition: null,
  }
}

const RULE_FIELDS = [
  'id',
  'policy',
  'on',
  'when',
  'verdict',
  'actions',
  'mode',
  'brake',
  'strikes',
  'description',
  'label',
]

function readRule(fields: Fields): RuleDraft | null {
  fields.expectOnly(RULE_FIELDS)
  const id = idOf(fields)
  const policy = needed(fields, 'policy', fields.text('policy', 80), 'the id of the policy the rule serves')
  const when = needed(fields, 'when', fields.text('when', CONDITION_LENGTH_MAX), 'a condition in CEL')
  const verdict = needed(fields, 'verdict', fields.oneOf('verdict', VERDICTS), 'allow, review or restrict')
  const mode = needed(
    fields,
    'mode',
    fields.oneOf('mode', ['live', 'shadow', 'off']),
    'start with "mode: shadow"',
  )
  const actions = fields.has('actions') ? fields.listOf('actions', RULE_ACTIONS, 'action') : []
  const on = fields.listOf('on', RULE_EVENT_TYPES, 'event type')
  const strikes = fields.whole('strikes', 0, 100)
  const label = fields.text('label', 80)
  const description = fields.text('description', 1_000)?.value.trim() ?? ''
  const brake = readBrake(fields)
  if (id === null || policy === null || when === null || verdict === null || mode === null) return null
  return {
    spot: fields.spot,
    id,
    policy,
    on,
    when,
    verdict,
    actions,
    mode: mode.value,
    brake: brake ?? brakeFor(verdict.value),
    strikes,
    description,
    label,
    condition: null,
  }
}

const brakeFor = (verdict: string) => (verdict === 'restrict' ? { perHour: BRAKE_PER_HOUR_DEFAULT } : null)

function readBrake(rule: Fields): { perHour: number } | null {
  const fields = rule.fields('brake', 'a brake')
  if (fields === null) return null
  fields.expectOnly(['perHour'])
  const perHour = needed(
    fields,
    'perHour',
    fields.whole('perHour', 0, 1_000_000),
    'restrictions per hour, for example 50',
  )
  return perHour === null ? null : { perHour: perHour.value }
}

function readBanks(file: Fields, draft: PackDraft): void {
  for (const node of itemsOf(file, 'banks')) {
    const parsed = parseBank(isMap(node) ? node.toJSON() : null)
    const spot = spotOf(file.source, node)
    if (parsed.ok) draft.banks.push({ spot, bank: parsed.bank })
    else
      file.report(spotAt(file.source, node, parsed.path), {
        message: `bank: ${parsed.message}`,
        hint: parsed.hint,
      })
  }
}

function readEntities(file: Fields, draft: PackDraft): void {
  for (const node of itemsOf(file, 'entities')) {
    const parsed = parseEntity(isMap(node) ? node.toJSON() : null)
    const spot = spotOf(file.source, node)
    if (parsed.ok) {
      draft.entities.push({ spot, entity: parsed.entity })
      continue
    }
    draft.entitiesBroken = true
    file.report(spotAt(file.source, node, parsed.path), {
      message: `entity: ${parsed.message}`,
      hint: parsed.hint,
    })
  }
}

/** The spot of `entries.3.term` below a node, or of the deepest part of the path that is there. */
function spotAt(
  source: Source,
  node: ParsedNode,
  path: string | readonly (string | number)[],
): { source: Source; offset: number } {
  let at: ParsedNode = node
  for (const step of typeof path === 'string' ? path.split(/[./[\]]+/).filter(Boolean) : path) {
    const next = isMap(at) ? at.get(String(step), true) : isSeq(at) ? at.get(Number(step), true) : undefined
    if (next === undefined || next === null) break
    at = next as ParsedNode
  }
  return spotOf(source, at)
}

function readStrikes(file: Fields, draft: PackDraft): void {
  const fields = file.fields('strikes', 'strikes')
  if (fields === null) return
  fields.expectOnly(['lapseAfter', 'max'])
  const lapseAfter = fields.span('lapseAfter', DAY_MS, 3_650 * DAY_MS)
  const max = fields.whole('max', 1, 100)
  if (lapseAfter !== null) draft.strikes.lapseAfterMs = lapseAfter.value
  if (max !== null) draft.strikes.max = max.value
}

export const unknownName = (kind: string, name: string, known: Iterable<string>) => ({
  message: `unknown ${kind} "${name.slice(0, 80)}"`,
  hint: didYouMean(name, known),
})
