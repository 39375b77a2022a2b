import type { Tokens } from './tokens.ts'
import { isWithheldName, tokenInstead, withholdFrom, withholdValues } from './withhold.ts'

/** All unknown fields of one event together, in characters of JSON. */
export const EXTRA_LENGTH_MAX = 16_384
/** How deep objects and lists in `extra` may stand in one another. */
export const EXTRA_DEPTH_MAX = 16

export type Fields = Record<string, unknown>
/** Own keys, whatever they are called: `__proto__` stays the name of a field. */
type Entries = [string, unknown][]

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Gathers what the contract does not know of one event, level by level, as plain JSON in which nothing stands that must not be kept:
 * `values` are those the event itself named as e-mail, address or device. `problem` tells when there was too much of it.
 */
export class Extras {
  problem: { field: string; reason: string } | null = null
  readonly #tokens: Tokens
  readonly #values: readonly string[]
  #length = 0

  constructor(tokens: Tokens, values: readonly string[]) {
    this.#tokens = tokens
    this.#values = values
  }

  /** The fields of `record` that `known` does not name; those of its own `extra` object stand beside them. */
  of(record: Fields, known: ReadonlySet<string>, parts: Part[] = []): Fields | undefined {
    const entries: Entries = []
    this.#collect(record, known, '', entries)
    for (const part of parts) this.#collect(part.record, part.known, `${part.name}.`, entries)
    if (isFields(record['extra'])) this.#collect(record['extra'], NONE, '', entries)
    return entries.length === 0 ? undefined : this.#bounded(Object.fromEntries(entries))
  }

  #collect(record: Fields, known: ReadonlySet<string>, prefix: string, into: Entries): void {
    for (const key of Object.keys(record)) {
      if (known.has(key) || record[key] === undefined) continue
      if (known !== NONE && key === 'extra' && isFields(record[key])) continue
      into.push([this.#text(prefix + key), this.#copy(key, record[key], 1)])
    }
  }

  #bounded(fields: Fields): Fields {
    if (this.problem !== null) return fields
    this.#length += JSON.stringify(fields).length
    if (this.#length > EXTRA_LENGTH_MAX)
      this.#refuse(`unknown fields together must not exceed ${EXTRA_LENGTH_MAX} characters of JSON`)
    return fields
  }

  #copy(name: string, value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null) return this.#scalar(name, value)
    if (depth > EXTRA_DEPTH_MAX) {
      this.#refuse(`unknown fields must not be nested deeper than ${EXTRA_DEPTH_MAX} levels`)
      return null
    }
    if (Array.isArray(value)) return value.map((item) => this.#copy(name, item, depth + 1))
    // All that stands below a withheld name is withheld: {"device": {"value": …}}.
    const below = isWithheldName(name) ? name : null
    const entries: Entries = []
    for (const [key, member] of Object.entries(value))
      if (member !== undefined) entries.push([this.#text(key), this.#copy(below ?? key, member, depth + 1)])
    return Object.fromEntries(entries)
  }

  #scalar(name: string, value: unknown): unknown {
    if (typeof value === 'boolean' || value === null || value === '') return value
    if (isWithheldName(name)) return `[withheld ${this.#tokens.other(String(value))}]`
    if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
    return typeof value === 'string' ? this.#text(value) : null
  }

  #text(text: string): string {
    return withholdFrom(
      withholdValues(text.toWellFormed(), this.#values, this.#tokens),
      tokenInstead(this.#tokens),
    )
  }

  #refuse(reason: string): void {
    this.problem ??= { field: 'extra', reason }
  }
}

/** A part of a record that has no `extra` of its own: its unknown fields go one level up, under dotted names (`media.0.blurhash`). */
export interface Part {
  name: string
  record: Fields
  known: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()
