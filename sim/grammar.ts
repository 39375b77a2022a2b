import type { Random } from '../src/lib/random.ts'

/** Templates by symbol. `[symbol]` stands for one of that symbol's templates, `[3-40]` for a whole number. */
export type Rules = Record<string, readonly string[]>

/** Values a caller supplies when it speaks: `[quote]` where no rule of that name exists. */
export type Given = Readonly<Record<string, string>>

export interface Grammar {
  /** One text out of the many that `symbol` can stand for. Same random numbers, same text. */
  speak(symbol: string, random: Random, given?: Given): string
}

type Part =
  | { kind: 'words'; words: string }
  | { kind: 'symbol'; choices: Part[][] }
  | { kind: 'number'; from: number; span: number }
  | { kind: 'given'; name: string }

const SLOT = /\[([^\]]+)\]/g
const NUMBER = /^(\d+)-(\d+)$/
const NOTHING_GIVEN: Given = {}

/** Templates written one per line, or several on a line between bars. */
export const list = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

/**
 * Compiles rules once, so that speaking is a walk over ready parts.
 * Throws on a slot that is neither a symbol, nor a number, nor among `given`, and on one that is both a symbol and given: a slip in a
 * vocabulary is a broken program.
 */
export function compileGrammar(rules: Rules, given: readonly string[] = []): Grammar {
  const choicesOf = new Map<string, Part[][]>(Object.keys(rules).map((symbol) => [symbol, []]))
  const hidden = given.find((name) => choicesOf.has(name))
  if (hidden !== undefined) throw new Error(`[${hidden}] is a symbol and given as well`)
  const partOf = (slot: string, template: string): Part => {
    const choices = choicesOf.get(slot)
    if (choices !== undefined) return { kind: 'symbol', choices }
    const number = NUMBER.exec(slot)
    if (number !== null) return { kind: 'number', from: +number[1]!, span: +number[2]! - +number[1]! + 1 }
    if (given.includes(slot)) return { kind: 'given', name: slot }
    throw new Error(`no such slot: [${slot}] in "${template}"`)
  }
  for (const [symbol, templates] of Object.entries(rules))
    for (const template of templates) choicesOf.get(symbol)!.push(partsOf(template, partOf))
  return {
    speak(symbol, random, values = NOTHING_GIVEN) {
      const choices = choicesOf.get(symbol)
      if (choices === undefined) throw new Error(`no such symbol: ${symbol}`)
      return say(random.pick(choices), random, values)
    },
  }
}

function partsOf(template: string, partOf: (slot: string, template: string) => Part): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const slot of template.matchAll(SLOT)) {
    if (slot.index > end) parts.push({ kind: 'words', words: template.slice(end, slot.index) })
    parts.push(partOf(slot[1]!, template))
    end = slot.index + slot[0].length
  }
  if (end < template.length) parts.push({ kind: 'words', words: template.slice(end) })
  return parts
}

function say(parts: Part[], random: Random, given: Given): string {
  let text = ''
  for (const part of parts)
    switch (part.kind) {
      case 'words':
        text += part.words
        break
      case 'symbol':
        text += say(random.pick(part.choices), random, given)
        break
      case 'number':
        text += part.from + random.below(part.span)
        break
      case 'given':
        text += given[part.name] ?? ''
        break
    }
  return text
}
