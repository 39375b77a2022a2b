import type { Random } from '../../src/lib/random.ts'

/** Phrases by slot. `[slot]` in a phrase stands for one of that slot's phrases. */
export type Phrases = Record<string, readonly string[]>

/** Phrases one per line, or several on a line between bars. */
export const list = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')

const SLOT = /\[([a-zA-Z0-9]+)\]/g
/** Slots within slots; deeper is a circle. */
const DEPTH_MAX = 8

/** One text that a phrase can stand for. `quote` fills `[quote]`. A slot nobody wrote is a broken program: it throws. */
export function speak(phrases: Phrases, slot: string, random: Random, quote = '', depth = 0): string {
  const choices = phrases[slot]
  if (choices === undefined || depth > DEPTH_MAX)
    throw new Error(`no phrases for [${slot}], or it stands within itself`)
  return random
    .pick(choices)
    .replaceAll(SLOT, (_, name: string) =>
      name === 'quote' ? quote : speak(phrases, name, random, quote, depth + 1),
    )
}

/** Slots that are named and never written, or written and never named from `roots`. For the test. */
export function loose(phrases: Phrases, roots: readonly string[]): string[] {
  const named = new Set<string>(roots)
  for (const choices of Object.values(phrases))
    for (const phrase of choices) for (const [, name] of phrase.matchAll(SLOT)) named.add(name!)
  named.delete('quote')
  const written = new Set(Object.keys(phrases))
  return [...named.symmetricDifference(written)]
}

/** Phrases of several files as one: lists under one name are one list. */
export function joined(...parts: Phrases[]): Phrases {
  const all: Record<string, readonly string[]> = {}
  for (const part of parts)
    for (const [name, phrases] of Object.entries(part)) all[name] = [...(all[name] ?? []), ...phrases]
  return all
}
