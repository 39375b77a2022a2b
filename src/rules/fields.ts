import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml'
import { didYouMean, type PackProblem } from './problems.ts'
import { type Fault, problemAt, type Source, type Spot, spotOf } from './source.ts'

/** A value with the place it was written at, so that later checks can point there. */
export interface Written<T> {
  value: T
  spot: Spot
  node: ParsedNode
}

/** A mapping of the pack, read field by field. Whatever does not fit becomes a problem, and reading goes on. */
export class Fields {
  readonly spot: Spot
  readonly source: Source
  readonly problems: PackProblem[]
  readonly what: string
  private readonly found = new Map<string, { key: Spot; node: ParsedNode | null }>()

  constructor(source: Source, map: YAMLMap.Parsed, what: string, problems: PackProblem[]) {
    this.source = source
    this.spot = spotOf(source, map)
    this.what = what
    this.problems = problems
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : ''
      this.found.set(name, { key: spotOf(source, key), node: value as ParsedNode | null })
    }
  }

  report(spot: Spot, fault: Fault): void {
    this.problems.push(problemAt(spot, fault))
  }

  /** Every key that is not known is a problem: a misspelt `mode: shadow` must not go live. */
  expectOnly(known: readonly string[]): void {
    for (const [name, { key }] of this.found)
      if (!known.includes(name))
        this.report(key, { message: `${this.what} has no field "${name}"`, hint: didYouMean(name, known) })
  }

  names(): string[] {
    return [...this.found.keys()]
  }

  keySpot(name: string): Spot {
    return this.found.get(name)?.key ?? this.spot
  }

  node(name: string): ParsedNode | null {
    return this.found.get(name)?.node ?? null
  }

  /** True where the field stands, whatever its value. */
  has(name: string): boolean {
    return this.found.has(name)
  }

  missing(name: string, hint: string): null {
    this.report(this.spot, { message: `${this.what} lacks "${name}"`, hint })
    return null
  }

  private scalar<T>(name: string, wanted: string, fits: (value: unknown) => value is T): Written<T> | null {
    const node = this.node(name)
    if (node === null || !this.has(name)) return null
    const spot = spotOf(this.source, node)
    if (isScalar(node) && fits(node.value)) return { value: node.value, spot, node }
    const why = isAlias(node) ? 'aliases are not used in a pack; write the value out' : `write ${wanted}`
    this.report(spot, { message: `"${name}" must be ${wanted}`, hint: why })
    return null
  }

  text(name: string, lengthMax = 10_000): Written<string> | null {
    const written = this.scalar(name, 'a text', (value): value is string => typeof value === 'string')
    if (written === null || written.value.length <= lengthMax) return written
    this.report(written.spot, {
      message: `"${name}" is longer than ${lengthMax} characters`,
      hint: 'shorten it',
    })
    return null
  }

  whole(name: string, min: number, max: number): Written<number> | null {
    return this.scalar(
      name,
      `a whole number from ${min} to ${max}`,
      (value): value is number =>
        Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
    )
  }

  /** A number, whole or not. */
  decimal(name: string, min: number, max: number): Written<number> | null {
    return this.scalar(
      name,
      `a number from ${min} to ${max}`,
      (value): value is number => typeof value === 'number' && value >= min && value <= max,
    )
  }

  truth(name: string): Written<boolean> | null {
    return this.scalar(name, 'true or false', (value): value is boolean => typeof value === 'boolean')
  }

  oneOf<const T extends string>(name: string, known: readonly T[]): Written<T> | null {
    const written = this.text(name)
    if (written === null) return null
    if ((known as readonly string[]).includes(written.value)) return written as Written<T>
    this.report(written.spot, {
      message: `unknown ${name} "${written.value}"`,
      hint: didYouMean(written.value, known),
    })
    return null
  }

  /** A list of known words, or null once one is not known. A single word stands for a list of one. */
  listOf<const T extends string>(name: string, known: readonly T[], kind: string): Written<T>[] | null {
    const node = this.node(name)
    if (node === null) return null
    const items: (ParsedNode | null)[] = isSeq(node) ? (node.items as ParsedNode[]) : [node]
    const words: Written<T>[] = []
    for (const item of items) {
      const value = isScalar(item) ? item.value : null
      const spot = spotOf(this.source, item ?? node)
      if (typeof value === 'string' && (known as readonly string[]).includes(value))
        words.push({ value: value as T, spot, node: item! })
      else
        this.report(spot, {
          message: `unknown ${kind} "${String(value)}"`,
          hint: didYouMean(String(value), known),
        })
    }
    return words.length < items.length ? null : words
  }

  fields(name: string, what: string): Fields | null {
    const node = this.node(name)
    if (node === null) return null
    if (isMap(node)) return new Fields(this.source, node as YAMLMap.Parsed, what, this.problems)
    this.report(spotOf(this.source, node), {
      message: `"${name}" must be a mapping`,
      hint: 'write it as key: value pairs',
    })
    return null
  }

  /** Milliseconds of `90d`, `24h`, `30m`, `45s`. */
  span(name: string, minMs: number, maxMs: number): Written<number> | null {
    const written = this.text(name)
    if (written === null) return null
    const parts = /^(\d{1,7})(s|m|h|d)$/.exec(written.value)
    const ms = parts === null ? Number.NaN : Number(parts[1]) * UNIT_MS[parts[2]!]!
    if (ms >= minMs && ms <= maxMs) return { ...written, value: ms }
    const hint = `write a number and a unit, from ${spanText(minMs)} to ${spanText(maxMs)}: 45s, 30m, 24h, 90d`
    this.report(written.spot, { message: `"${name}" must be a span of time`, hint })
    return null
  }
}

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const spanText = (ms: number): string =>
  ms % UNIT_MS['d']! === 0
    ? `${ms / UNIT_MS['d']!}d`
    : ms % UNIT_MS['h']! === 0
      ? `${ms / UNIT_MS['h']!}h`
      : `${ms / 1000}s`
