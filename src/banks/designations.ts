import type { TermBank } from '../model/policy.ts'

/*
 * Organisations that an authority has designated: by whom, since when, and where that holds. There is never one global yes: what is
 * designated in one place may be lawful in another, and lists change.
 */

export interface Designation {
  /** The organisation's name as the authority writes it. */
  name: string
  /** Other names, spellings and transliterations. Which one an author uses is evidence of how he stands to it. */
  variants: Variant[]
  /** Who designated it: `Council of the European Union`. */
  authority: string
  /** The list and the entry on it, for whoever checks. */
  reference: string
  /** First day it held, `YYYY-MM-DD`. */
  since: string
  /** Last day it held, or null while it does. */
  until: string | null
  /** ISO 3166 codes of where it holds; `EU` and `UN` for those. */
  jurisdictions: string[]
}

/** How a name is used: by everyone, by those who support it, or by those who oppose it. */
export interface Variant {
  name: string
  used: 'neutral' | 'supporters' | 'opponents'
}

export type DesignationsResult =
  | { ok: true; designations: Designation[] }
  | { ok: false; path: (string | number)[]; message: string }

export const DESIGNATIONS_MAX = 5_000
export const VARIANTS_MAX = 100
const NAME_LENGTH_MAX = 200

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const JURISDICTION = /^[A-Z]{2}$/
const USES = ['neutral', 'supporters', 'opponents']

/** A list as YAML or JSON parsed it, or the first thing wrong with it and where. */
export function parseDesignations(value: unknown): DesignationsResult {
  if (!Array.isArray(value)) return wrong([], 'a list of designations is wanted')
  if (value.length > DESIGNATIONS_MAX) return wrong([], `more than ${DESIGNATIONS_MAX} designations`)
  const designations: Designation[] = []
  for (const [index, item] of value.entries()) {
    const problem = problemOf(item)
    if (problem !== null) return wrong([index, ...problem.path], problem.message)
    const { variants = [], until = null, ...rest } = item as Partial<Designation>
    designations.push({ ...(rest as Designation), variants, until })
  }
  return { ok: true, designations }
}

const wrong = (path: (string | number)[], message: string): DesignationsResult => ({
  ok: false,
  path,
  message,
})

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= NAME_LENGTH_MAX

const FIELDS: Record<keyof Designation, { right(value: unknown): boolean; wanted: string }> = {
  name: { right: isName, wanted: 'a name' },
  authority: { right: isName, wanted: 'who designated it' },
  reference: { right: isName, wanted: 'the list and the entry' },
  since: { right: (value) => typeof value === 'string' && DAY.test(value), wanted: 'a day, YYYY-MM-DD' },
  until: {
    right: (value) => value === undefined || value === null || (typeof value === 'string' && DAY.test(value)),
    wanted: 'a day, YYYY-MM-DD, or nothing',
  },
  jurisdictions: {
    right: (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((code) => typeof code === 'string' && JURISDICTION.test(code)),
    wanted: 'at least one code of a jurisdiction, such as FR or EU',
  },
  variants: {
    right: (value) =>
      value === undefined || (Array.isArray(value) && value.length <= VARIANTS_MAX && value.every(isVariant)),
    wanted: `at most ${VARIANTS_MAX} of {name, used: neutral | supporters | opponents}`,
  },
}

const isVariant = (value: unknown): boolean => {
  const { name, used } = (value ?? {}) as Partial<Variant>
  return isName(name) && USES.includes(used as string)
}

function problemOf(item: unknown): { path: string[]; message: string } | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return {
      path: [],
      message: 'a designation has name, variants, authority, reference, since, until and jurisdictions',
    }
  for (const field of Object.keys(item))
    if (!Object.hasOwn(FIELDS, field)) return { path: [field], message: `there is no field "${field}" here` }
  for (const [field, { right, wanted }] of Object.entries(FIELDS))
    if (!right((item as Record<string, unknown>)[field]))
      return { path: [field], message: `${wanted} is wanted` }
  const { since, until } = item as Designation
  if (until && until < since) return { path: ['until'], message: 'it ends before it begins' }
  return null
}

/** Those that hold in a jurisdiction on a day (`YYYY-MM-DD`). */
export const inForce = (
  designations: Designation[],
  { jurisdiction, on }: { jurisdiction: string; on: string },
): Designation[] =>
  designations.filter(
    ({ jurisdictions, since, until }) =>
      jurisdictions.includes(jurisdiction) && since <= on && (until === null || on <= until),
  )

/** What a supporter's or an opponent's way of naming is worth, in log-odds. A name by itself says only what is spoken about. */
const WORTH: Record<Variant['used'], number> = { neutral: 0, supporters: 1.5, opponents: -1.5 }

/** The names as a bank for the reader, so that reviewers see them and variants speak for how the author stands. */
export function designationBank(designations: Designation[]): TermBank {
  const entries = designations.flatMap(({ name, variants }) =>
    [{ name, used: 'neutral' as const }, ...variants].map((variant) => ({
      term: variant.name,
      language: null,
      weight: WORTH[variant.used],
    })),
  )
  return {
    id: 'designated',
    policy: 'tvec7',
    kind: 'terms',
    description: 'Names of designated organisations; supporters and opponents use different ones.',
    entries,
  }
}
