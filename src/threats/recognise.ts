import { keyedToken } from '../lib/hash.ts'
import type { TermBank } from '../model/policy.ts'
import { PROTECTED_MATCHES_MAX, type ProtectedMatch, type ProtectedPerson } from '../model/protected.ts'
import { foldText } from '../reading/fold.ts'
import { buildTerms, type TermHit } from '../reading/terms.ts'

/** Finds whom of the register a text is about. */
export interface Recogniser {
  /** `mentions` are accounts or handles that the platform named beside the text. At most 8 matches, in the register's order. */
  recognise(text: string, mentions: readonly string[]): ProtectedMatch[]
}

/** Units of the folded text between a role's word and the organisation's. (docs/spec/threats.md, N3) */
const BESIDE = 40

/**
 * One automaton over all forms of all entries: thousands cost as much per character as one. Names and handles count by themselves, a role's word only
 * beside a word for its organisation.
 */
export function recogniserOf(people: readonly ProtectedPerson[], key: Uint8Array): Recogniser {
  const matches = people.map((person): ProtectedMatch => matchOf(person, key))
  const terms = buildTerms(people.flatMap(banksOf))
  const byMention = new Map<string, number[]>()
  people.forEach(({ handles, accounts }, index) => {
    for (const one of [...handles, ...accounts]) {
      const name = bare(one)
      byMention.set(name, [...(byMention.get(name) ?? []), index])
    }
  })
  return {
    recognise(text, mentions) {
      if (people.length === 0) return []
      const found = new Set<number>()
      for (const mention of mentions) for (const index of byMention.get(bare(mention)) ?? []) found.add(index)
      const hits = text === '' ? [] : terms.find(foldText(text))
      for (const hit of hits) if (isNamed(hit) || isBeside(hit, hits)) found.add(indexOf(hit))
      return [...found]
        .sort((a, b) => a - b)
        .slice(0, PROTECTED_MATCHES_MAX)
        .map((index) => matches[index]!)
    },
  }
}

const bare = (mention: string): string => foldText(mention.replace(/^@/, ''))

export const entryToken = (key: Uint8Array, id: string): string => keyedToken(key, 'protected entry', id)
export const memberToken = (key: Uint8Array, person: string): string => keyedToken(key, 'desk member', person)

const matchOf = ({ id, kind, member }: ProtectedPerson, key: Uint8Array): ProtectedMatch => ({
  id: entryToken(key, id),
  kind,
  ...(member !== null && { member: memberToken(key, member) }),
})

type What = 'name' | 'role' | 'organisation'
const bankId = (what: What, index: number): string => `${what} ${index}`
const whatOf = ({ entry }: TermHit): What => entry.bank.split(' ')[0] as What
const indexOf = ({ entry }: TermHit): number => Number(entry.bank.split(' ')[1])

function banksOf({ names, handles, roles, organisations }: ProtectedPerson, index: number): TermBank[] {
  const bank = (what: What, words: readonly string[]): TermBank => ({
    id: bankId(what, index),
    policy: null,
    kind: 'terms',
    description: '',
    entries: words.map((term) => ({ term, language: null, weight: 0 })),
  })
  return [
    bank('name', [...names, ...handles.map((one) => one.replace(/^@/, ''))]),
    bank('role', roles),
    bank('organisation', organisations),
  ]
}

const isNamed = (hit: TermHit): boolean => whatOf(hit) === 'name'

const isBeside = (hit: TermHit, hits: readonly TermHit[]): boolean =>
  whatOf(hit) === 'role' &&
  hits.some(
    (other) =>
      whatOf(other) === 'organisation' &&
      indexOf(other) === indexOf(hit) &&
      Math.max(other.start - hit.end, hit.start - other.end) <= BESIDE,
  )
