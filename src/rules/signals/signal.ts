import { type AnyEventType, EVENT_TYPES } from '../../model/event.ts'
import type { Variable } from '../cel/compile.ts'
import type { Timestamp } from '../cel/time.ts'
import type { Scope, Unknown } from '../scope.ts'

/** Events that rules can be about. What the machinery tells itself (receipts, packs) is not judged. */
export const RULE_EVENT_TYPES: readonly AnyEventType[] = [...EVENT_TYPES, 'campaign.suspected']
export const POST_EVENTS: readonly AnyEventType[] = ['post.created', 'post.edited']
export const PROFILE_EVENTS: readonly AnyEventType[] = ['account.created', 'account.updated']
export const READ_EVENTS: readonly AnyEventType[] = [...POST_EVENTS, ...PROFILE_EVENTS]

export type SignalType =
  | 'bool'
  | 'int'
  | 'double'
  | 'string'
  | 'list<string>'
  | 'list<TopEntry>'
  | 'google.protobuf.Timestamp'

/** One value that conditions may name. */
export interface Signal {
  name: string
  type: SignalType
  /** Event types on which it can have a value. Elsewhere it is unknown. */
  on: readonly AnyEventType[]
  /** One sentence, for the reference in docs/rules/README.md. */
  doc: string
  /** Smallest and largest value it can take: a comparison with anything beyond never changes. */
  range?: readonly [number, number]
  /** All values it can take, for texts (or members, for lists) out of a closed set. */
  values?: readonly string[]
  variable: Variable<Scope>
}

type Read<T> = (scope: Scope) => T | Unknown
interface About {
  name: string
  on: readonly AnyEventType[]
  doc: string
  range?: readonly [number, number]
  values?: readonly string[]
}

export const PROBABILITY = [0, 1] as const
export const COUNT = [0, Number.POSITIVE_INFINITY] as const

/** A probability, or another number with decimals when `range` says so. */
export const decimal = (about: About, raw: Read<number>): Signal => ({
  range: PROBABILITY,
  ...about,
  type: 'double',
  variable: { kind: 'double', raw },
})

/** A whole number, not below zero. Must be given as one. */
export const count = (about: About, raw: Read<number>): Signal => ({
  range: COUNT,
  ...about,
  type: 'int',
  variable: { kind: 'int', raw },
})

export const text = (about: About, raw: Read<string>): Signal => ({
  ...about,
  type: 'string',
  variable: { kind: 'string', raw },
})

export const truth = (about: About, raw: Read<boolean>): Signal => ({
  ...about,
  type: 'bool',
  variable: { kind: 'bool', raw },
})

export const texts = (about: About, raw: Read<readonly string[]>): Signal => ({
  ...about,
  type: 'list<string>',
  variable: { kind: 'strings', raw },
})

export const moment = (about: About, raw: Read<Timestamp>): Signal => ({
  ...about,
  type: 'google.protobuf.Timestamp',
  variable: { kind: 'value', raw },
})

/** Entries of a list that a condition gets to see. */
export const LIST_MAX = 256

/**
 * Remembers the answer for the last subject asked about: many rules ask for the same list of one reading. It holds on to that
 * one subject, no more.
 */
export function lastOf<S extends object, T>(compute: (subject: S) => T): (subject: S) => T {
  let subject: S | null = null
  let answer: T
  return (asked) => {
    if (asked !== subject) {
      answer = compute(asked)
      subject = asked
    }
    return answer
  }
}
