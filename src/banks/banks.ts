import type { TermBank } from '../model/policy.ts'
import { type Fields, fieldsOf, Refusal } from './refusal.ts'

/** A bank has at most this many entries, each of at most this many UTF-16 units. */
export const ENTRIES_MAX = 50_000
export const TERM_LENGTH_MAX = 200
/** What a term is worth when its entry does not say, in log-odds: alone far from any threshold. */
export const WEIGHT_DEFAULT = 2
/** A weight lies between minus and plus this. Negative weights speak against the policy. */
export const WEIGHT_MAX = 12

export type BankResult =
  | { ok: true; bank: TermBank }
  | { ok: false; path: (string | number)[]; message: string; hint: string }

type Entry = TermBank['entries'][number]

const FIELDS = ['id', 'policy', 'kind', 'description', 'entries']
const ENTRY_FIELDS = ['term', 'language', 'weight', 'gloss']
const ID = /^[a-z][a-z0-9-]{0,63}$/
const LANGUAGE = /^[a-z]{2,3}$/

/** One item of a file's `banks:` list, as YAML parsed it, into a bank; or the first thing wrong with it, and where. */
export function parseBank(value: unknown): BankResult {
  try {
    return { ok: true, bank: bankOf(value) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, path: error.path, message: error.message, hint: error.hint }
  }
}

function bankOf(value: unknown): TermBank {
  const fields = fieldsOf(value, FIELDS, [], 'a bank has id, policy, kind, description and entries')
  const { id, policy, kind, description } = fields
  if (typeof id !== 'string' || !ID.test(id))
    throw new Refusal(
      ['id'],
      'the id is missing or malformed',
      'small letters, digits and hyphens, such as means-en',
    )
  if (policy !== undefined && policy !== null && typeof policy !== 'string')
    throw new Refusal(['policy'], 'the policy is not an id', 'a policy of the pack, such as tvec8, or null')
  if (kind !== 'terms') throw new Refusal(['kind'], 'this kind of bank is not known', 'kind: terms')
  if (description !== undefined && typeof description !== 'string')
    throw new Refusal(['description'], 'the description is not a text', 'a sentence for reviewers')
  return {
    id,
    policy: policy ?? null,
    kind,
    description: description ?? '',
    entries: entriesOf(fields['entries']),
  }
}

function entriesOf(value: unknown): Entry[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new Refusal(
      ['entries'],
      'the list of entries is missing or empty',
      'entries: ["a term", {term: another}]',
    )
  if (value.length > ENTRIES_MAX)
    throw new Refusal(['entries'], `more than ${ENTRIES_MAX} entries`, 'split the bank into several')
  return value.map((entry, index) => entryOf(entry, ['entries', index]))
}

function entryOf(value: unknown, path: (string | number)[]): Entry {
  const fields: Fields =
    typeof value === 'string'
      ? { term: value }
      : fieldsOf(value, ENTRY_FIELDS, path, 'a term, or {term, language, weight, gloss}')
  const { term, language, weight, gloss } = fields
  if (typeof term !== 'string' || term.trim() === '' || term.length > TERM_LENGTH_MAX)
    throw new Refusal(
      [...path, 'term'],
      'the term is missing, empty or too long',
      `1 to ${TERM_LENGTH_MAX} characters`,
    )
  if (!/[\p{L}\p{N}]/u.test(term))
    throw new Refusal(
      [...path, 'term'],
      'the term has no letter or digit',
      'terms are words; emoji and marks are not matched',
    )
  if (
    language !== undefined &&
    language !== null &&
    (typeof language !== 'string' || !LANGUAGE.test(language))
  )
    throw new Refusal(
      [...path, 'language'],
      'not a language',
      'two or three small letters, such as en, ar, fr',
    )
  if (weight !== undefined && !(typeof weight === 'number' && Math.abs(weight) <= WEIGHT_MAX))
    throw new Refusal(
      [...path, 'weight'],
      'not a weight',
      `a number from -${WEIGHT_MAX} to ${WEIGHT_MAX}, in log-odds`,
    )
  const entry: Entry = { term, language: language ?? null, weight: weight ?? WEIGHT_DEFAULT }
  return gloss === undefined ? entry : { ...entry, gloss: glossOf(gloss, path) }
}

function glossOf(gloss: unknown, path: (string | number)[]): string {
  if (typeof gloss === 'string' && gloss.trim() !== '' && gloss.length <= TERM_LENGTH_MAX) return gloss.trim()
  throw new Refusal(
    [...path, 'gloss'],
    'not a gloss',
    `what the term says, in the house's language, 1 to ${TERM_LENGTH_MAX} characters`,
  )
}
