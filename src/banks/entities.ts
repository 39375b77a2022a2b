import {
  bankOfEntity,
  type Designation,
  type EntityName,
  type ListedEntity,
  type NameStance,
} from '../model/listed-entity.ts'
import type { TermBank } from '../model/policy.ts'
import { TERM_LENGTH_MAX } from './banks.ts'
import { type Fields, fieldsOf, Refusal } from './refusal.ts'

/** Bounds of one entity. */
export const NAMES_MAX = 500
export const DESIGNATIONS_MAX = 300
const SCOPE_MAX = 300
const TEXT_MAX = 500

export type EntityResult =
  | { ok: true; entity: ListedEntity }
  | { ok: false; path: (string | number)[]; message: string; hint: string }

const FIELDS = ['id', 'description', 'names', 'variants', 'designations']
const VARIANT_FIELDS = ['name', 'language', 'stance']
const DESIGNATION_FIELDS = ['authority', 'list', 'date', 'jurisdiction', 'scope', 'until']
const ID = /^[a-z][a-z0-9-]{0,63}$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/
const PLACE = /^[a-z]{2}[a-z0-9-]{0,30}$/
const STANCES: readonly NameStance[] = ['own', 'neutral', 'derogatory']

type Path = (string | number)[]

/** One item of a file's `entities:` list, as YAML parsed it, into an entity; or the first thing wrong with it, and where. */
export function parseEntity(value: unknown): EntityResult {
  try {
    return { ok: true, entity: entityOf(value) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, path: error.path, message: error.message, hint: error.hint }
  }
}

function entityOf(value: unknown): ListedEntity {
  const hint = 'an entity has id, description, names, variants and designations'
  const fields = fieldsOf(value, FIELDS, [], hint)
  const { id, description } = fields
  if (typeof id !== 'string' || !ID.test(id))
    throw new Refusal(['id'], 'the id is missing or malformed', 'small letters, digits and hyphens')
  if (description !== undefined && typeof description !== 'string')
    throw new Refusal(['description'], 'the description is not a text', 'a sentence for reviewers')
  const names = [...namesOf(fields['names']), ...variantsOf(fields['variants'])]
  if (names.length === 0)
    throw new Refusal(['names'], 'it has no name', 'names: { en: [The Salt Banner], ar: [راية الملح] }')
  if (names.length > NAMES_MAX)
    throw new Refusal(['names'], `more than ${NAMES_MAX} names`, 'leave out what nobody writes')
  const twice = names.find(
    ({ name }, index) => names.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index,
  )
  if (twice !== undefined)
    throw new Refusal(
      ['names'],
      `the name "${twice.name}" stands twice`,
      'one name says one thing of who uses it; keep one of the two',
    )
  return { id, description: description ?? '', names, designations: designationsOf(fields['designations']) }
}

function namesOf(value: unknown): EntityName[] {
  if (value === undefined || value === null) return []
  if (typeof value !== 'object' || Array.isArray(value))
    throw new Refusal(['names'], 'not names by language', 'names: { en: [The Salt Banner] }')
  return Object.entries(value).flatMap(([language, list]) => {
    const names: unknown[] = Array.isArray(list) ? list : [list]
    return names.map(
      (name, index): EntityName => ({
        name: nameOf(name, ['names', language, ...(Array.isArray(list) ? [index] : [])]),
        language: languageOf(language, ['names', language]),
        stance: 'neutral',
      }),
    )
  })
}

function variantsOf(value: unknown): EntityName[] {
  return listOf(value, ['variants'], 'variants: [{ name: …, language: en, stance: own }]').map(
    (item, index) => {
      const path = ['variants', index]
      const { name, language, stance } = fieldsOf(
        item,
        VARIANT_FIELDS,
        path,
        'a name, its language and its stance',
      )
      if (!STANCES.includes(stance as NameStance))
        throw new Refusal(
          [...path, 'stance'],
          'the stance is missing or not known',
          'own: what supporters call it; neutral; derogatory: what opponents call it',
        )
      return {
        name: nameOf(name, [...path, 'name']),
        language: languageOf(language, [...path, 'language']),
        stance: stance as NameStance,
      }
    },
  )
}

function designationsOf(value: unknown): Designation[] {
  const hint = 'designations: [{ authority: …, list: …, date: 2020-01-31, jurisdiction: eu, scope: [eu] }]'
  const list = listOf(value, ['designations'], hint)
  if (list.length > DESIGNATIONS_MAX)
    throw new Refusal(
      ['designations'],
      `more than ${DESIGNATIONS_MAX} designations`,
      'one per authority and list',
    )
  return list.map((item, index) => {
    const path = ['designations', index]
    const fields = fieldsOf(item, DESIGNATION_FIELDS, path, hint)
    const jurisdiction = placeOf(fields['jurisdiction'], [...path, 'jurisdiction'])
    const date = dayOf(fields['date'], [...path, 'date'])
    const until = isAbsent(fields['until']) ? null : dayOf(fields['until'], [...path, 'until'])
    if (until !== null && until <= date)
      throw new Refusal(
        [...path, 'until'],
        'it ends before it begins',
        'until: the first day it no longer holds',
      )
    return {
      authority: textOf(fields, 'authority', path, 'who decided it'),
      list: textOf(fields, 'list', path, 'the list or act it stands in'),
      date,
      jurisdiction,
      scope: scopeOf(fields['scope'], [...path, 'scope']),
      until,
    }
  })
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null

function listOf(value: unknown, path: Path, hint: string): unknown[] {
  if (isAbsent(value)) return []
  if (Array.isArray(value)) return value
  throw new Refusal(path, 'not a list', hint)
}

function nameOf(value: unknown, path: Path): string {
  if (typeof value === 'string' && /[\p{L}\p{N}]/u.test(value) && value.length <= TERM_LENGTH_MAX)
    return value
  throw new Refusal(path, 'not a name', `a text with letters, at most ${TERM_LENGTH_MAX} characters`)
}

function languageOf(value: unknown, path: Path): string {
  if (typeof value === 'string' && LANGUAGE.test(value)) return value
  throw new Refusal(
    path,
    'not a language',
    'such as en or ar, with a script where it is not the usual one: ar-Latn',
  )
}

function placeOf(value: unknown, path: Path): string {
  if (typeof value === 'string' && PLACE.test(value)) return value
  throw new Refusal(
    path,
    'not a place',
    'a code in small letters, such as eu, fr, us, un; in quotes where YAML reads it otherwise ("no")',
  )
}

function scopeOf(value: unknown, path: Path): string[] {
  const hint = 'territories where it has effect, such as [fr, be]; there is no "everywhere"'
  const list = listOf(value, path, hint)
  if (list.length === 0 || list.length > SCOPE_MAX)
    throw new Refusal(path, 'the territorial scope is missing or too long', hint)
  return list.map((place, index) => placeOf(place, [...path, index]))
}

function dayOf(value: unknown, path: Path): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value)) return value
  throw new Refusal(path, 'not a day', 'written YYYY-MM-DD, such as 2020-01-31')
}

const isDay = (text: string): boolean => {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function textOf(fields: Fields, name: string, path: Path, hint: string): string {
  const value = fields[name]
  if (typeof value === 'string' && value.trim() !== '' && value.length <= TEXT_MAX) return value.trim()
  throw new Refusal([...path, name], `the ${name} is missing, empty or too long`, hint)
}

/** An entity's names as a bank: the reader finds them like any term. They belong to no policy: to name somebody breaks none. */
export const namesBank = ({ id, description, names }: ListedEntity): TermBank => ({
  id: bankOfEntity(id),
  policy: null,
  kind: 'names',
  description,
  entries: names.map(({ name, language, stance }) => ({
    term: name,
    language: language.split('-')[0]!,
    weight: 0,
    gloss: `name of ${names[0]!.name}${stance === 'neutral' ? '' : ` (${stance})`}`,
    stance,
  })),
})
