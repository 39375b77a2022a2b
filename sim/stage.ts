import type { Random } from '../src/lib/random.ts'
import type { RawEvent } from '../src/model/event.ts'
import type { Millis } from '../src/model/ids.ts'
import type { Ids } from './ids.ts'
import type { Person } from './people.ts'
import type { Range, Tempo } from './tempo.ts'
import type { Mark, PostKind, Role } from './truth.ts'
import type { Language, Said } from './words/creed.ts'

type Bare<E> = E extends RawEvent ? Omit<E, 'id' | 'at' | 'account' | 'extra'> : never
/** An event as a part of the town makes it: the town adds id, time and account. */
export type Act = Bare<RawEvent>
export type RawPost = Extract<RawEvent, { type: 'post.created' }>['post']
export type PostParts = Partial<Omit<RawPost, 'id' | 'text'>>

/** A post that others may answer. */
export interface Standing {
  post: string
  person: Person
}

/** Something the network said lately, for those who quote, translate, report or answer it. */
export interface Heard extends Standing {
  kind: PostKind
  said: Said
  language: Language
  tag: string
}

/** What every part of the town may use. */
export interface Stage {
  readonly random: Random
  readonly ids: Ids
  readonly tempo: Tempo
  now(): Millis
  /** Plans an act; at most one wait is drawn per call. */
  later(wait: Millis | Range, act: () => void): void
  emit(person: Person, act: Act, mark?: Mark): void
  /** Posts and returns the post's id. */
  post(person: Person, text: string, mark: Mark, parts?: PostParts): string
  /** A latest post of anybody, if there is one. */
  anyPost(): Standing | null
  /** Somebody who lives here, the early ones more often than the late. Null before anybody came. */
  anyone(): Person | null
  /** Those of a role who still live here. */
  cast(role: Role): readonly Person[]
  /** True while the account is open. */
  isOpen(person: Person): boolean
  /** True while the platform shows the post. */
  isShown(post: string): boolean
  /** The account is new on the platform: from now on it is open. */
  moveIn(person: Person): void
  /** Plans the closure of an account. */
  close(account: string, at: Millis, reason: string): void
}

export const draw = (random: Random, [from, to]: Range): Millis => from + random.next() * (to - from)
