import type { Millis } from './ids.ts'

/** Who calls an organisation so: its supporters, everybody, or its opponents. Evidence of a writer's stance, never proof. */
export type NameStance = 'own' | 'neutral' | 'derogatory'

export interface EntityName {
  name: string
  /** BCP-47 language, with a script where it is not the usual one: `ar`, `ar-Latn`. */
  language: string
  stance: NameStance
}

/** One authority's decision that an organisation falls under one law. */
export interface Designation {
  authority: string
  /** The list or act it stands in. */
  list: string
  /** Day it took effect, `YYYY-MM-DD`. */
  date: string
  /** Whose law it is: `eu`, `us`, `un`. */
  jurisdiction: string
  /** Where it has effect: codes of territories. What is not named, it does not reach. */
  scope: string[]
  /** Day from which it no longer holds, or null. */
  until: string | null
}

/** An organisation on an entity list. Whether it is designated is a question of place and time; there is no other answer. */
export interface ListedEntity {
  id: string
  description: string
  names: EntityName[]
  designations: Designation[]
}

/** The bank in which a reading finds an entity's names, and back. No bank of a pack can be called so. */
const PREFIX = 'entity:'
export const bankOfEntity = (id: string): string => `${PREFIX}${id}`
export const entityOfBank = (bank: string): string | null =>
  bank.startsWith(PREFIX) ? bank.slice(PREFIX.length) : null

/** Whether a designation holds somewhere at a moment. Days begin at midnight UTC; `until` is the first day on which it does not hold. */
export function designatedIn({ designations }: ListedEntity, place: string, at: Millis): boolean {
  return designations.some((one) => one.scope.includes(place) && holdsAt(one, at))
}

/** Places where it is designated at a moment, sorted. */
export const designatedPlaces = ({ designations }: ListedEntity, at: Millis): string[] =>
  [...new Set(designations.filter((one) => holdsAt(one, at)).flatMap(({ scope }) => scope))].sort()

const holdsAt = ({ date, until }: Designation, at: Millis): boolean =>
  at >= Date.parse(date) && (until === null || at < Date.parse(until))
