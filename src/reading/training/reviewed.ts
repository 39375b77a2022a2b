import { fnv1a } from '../../lib/hash.ts'
import { SCORED_POLICIES, type ScoredPolicy } from '../../model/policy-id.ts'
import type { Stance } from '../../model/reading.ts'
import { HEADS, type Head } from '../classifier.ts'
import { foldText } from '../fold.ts'
import { headOfPolicy } from '../score.ts'
import type { Labels } from './fit.ts'

/** A text as a reviewer decided on it. */
export interface Reviewed {
  text: string
  language: string | null
  /** What the reviewer found: policies it falls under, or does not. Those not named, nobody spoke of. */
  labels: Partial<Record<ScoredPolicy, boolean>>
  violating: boolean
  stance: Stance | null
}

export type ReviewedResult = { ok: true; reviewed: Reviewed } | { ok: false; reason: string }

/** Longer texts are refused: no platform's post is as long, and no reader reads so far. */
export const REVIEWED_TEXT_MAX = 100_000

/** Recorded as permitted: whoever finds one of these finds no violation. */
const PERMITTED: readonly string[] = ['tvec0', 'edsa']
const STANCES: readonly string[] = [
  'asserts',
  'reports',
  'quotes',
  'condemns',
  'asks',
  'jokes',
  'figurative',
  'none',
] satisfies Stance[]
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/

/** One JSON line of reviewed decisions, or what is wrong with it. */
export function parseReviewed(line: string): ReviewedResult {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return refused('not JSON')
  }
  if (!isObject(value)) return refused('not an object such as {"text":"…","labels":{"tvec2":true}}')
  const { text, language, labels, violating, stance } = value
  if (typeof text !== 'string' || text.trim() === '') return refused('text is missing or empty')
  if (text.length > REVIEWED_TEXT_MAX) return refused(`text is longer than ${REVIEWED_TEXT_MAX} characters`)
  if (!(isAbsent(language) || (typeof language === 'string' && LANGUAGE.test(language))))
    return refused('language is no tag such as en or ar')
  if (!(isAbsent(stance) || STANCES.includes(stance as string)))
    return refused(`stance is none of ${STANCES.join(', ')}`)
  if (!(isAbsent(violating) || typeof violating === 'boolean')) return refused('violating is true or false')
  const found = isAbsent(labels) ? {} : labels
  const wrong = isObject(found) ? wrongLabel(found) : 'labels is no object such as {"tvec2":true}'
  if (wrong !== null) return refused(wrong)
  const named = found as Record<string, boolean>
  const finding = findingOf(named, violating as boolean | null | undefined)
  if (typeof finding === 'string') return refused(finding)
  return {
    ok: true,
    reviewed: {
      text,
      language: (language as string | null | undefined) ?? null,
      // Permitted is permitted under every policy, also those beside it that were named.
      labels: PERMITTED.some((policy) => named[policy]) ? {} : labelsOf(named),
      violating: finding,
      stance: (stance as Stance | null | undefined) ?? null,
    },
  }
}

const refused = (reason: string): ReviewedResult => ({ ok: false, reason })
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null

function wrongLabel(labels: Record<string, unknown>): string | null {
  for (const [policy, says] of Object.entries(labels)) {
    if (!isScored(policy) && !PERMITTED.includes(policy))
      return `labels names ${JSON.stringify(policy.slice(0, 40))}, which is none of ${[...SCORED_POLICIES, ...PERMITTED].join(', ')}`
    if (typeof says !== 'boolean') return `labels.${policy} is true or false`
  }
  return null
}

const isScored = (policy: string): policy is ScoredPolicy =>
  (SCORED_POLICIES as readonly string[]).includes(policy)

/** Whether it violates at all, or why that cannot be told. */
function findingOf(labels: Record<string, boolean>, violating: boolean | null | undefined): boolean | string {
  const named = Object.entries(labels)
  const breaks = named.some(([policy, says]) => says && isScored(policy))
  const permitted = named.some(([policy, says]) => says && PERMITTED.includes(policy))
  if (breaks && (permitted || violating === false))
    return 'it is said to violate a policy and to be permitted'
  if (permitted && violating === true) return 'it is said to violate and to be permitted'
  if (named.length === 0 && isAbsent(violating)) return 'neither labels nor violating says what was found'
  return breaks || violating === true
}

const labelsOf = (labels: Record<string, boolean>): Reviewed['labels'] =>
  Object.fromEntries(Object.entries(labels).filter(([policy]) => isScored(policy)))

/**
 * What a decision says to the model's heads. Found permitted, it is none of anything. Of a violation that names no policy no head can learn: it
 * is only measured with.
 */
export function labelsForHeads({ labels, violating }: Reviewed): Labels {
  if (!violating && Object.keys(labels).length === 0)
    return Object.fromEntries(HEADS.map((head) => [head, 0]))
  const own: Labels = {}
  for (const [policy, says] of Object.entries(labels) as [ScoredPolicy, boolean][]) {
    const head: Head | null = headOfPolicy(policy)
    // Threats and calls are one head: that a text is no threat does not say that it is no call.
    if (head !== null && (says || own[head] === undefined)) own[head] = says ? 1 : 0
  }
  return own
}

/** Every fifth text measures and does not train. */
export const HELD_OUT_OF = 5
const WORDS_ALIKE = 8
const WORD = /[\p{L}\p{M}]+/gu

/** By the first words of the text, without whom it mentions and where it links: near copies of one post lie on one side. */
export function isHeldOut(text: string): boolean {
  const plain = foldText(text.slice(0, 400)).replaceAll(/(?:https?:\/\/|[@])\S+/g, ' ')
  const words = plain.match(WORD)?.slice(0, WORDS_ALIKE) ?? []
  return fnv1a(words.join(' ')) % HELD_OUT_OF === 0
}
