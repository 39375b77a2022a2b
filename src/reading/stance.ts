import type { Stance } from '../model/reading.ts'
import type { Found, Sentence } from './frames/frames.ts'
import { has, maskOf, type Unit } from './frames/grammar.ts'
import type { Token } from './tokens.ts'

/** A frame that says what its author wants: not negated, not quoted, not told of others. */
export const stands = ({ frame }: Found): boolean => frame.negated !== true && frame.quoted !== true

/** What signs of a stance were found in a text, and in which of its sentences. */
export interface Signs {
  all: Set<Stance>
  bySentence: Set<Stance>[]
}

export function signsOf(sentences: Sentence[]): Signs {
  const bySentence = sentences.map(({ signs }) => new Set(signs.map(({ stance }) => stance)))
  return { all: new Set(bySentence.flatMap((signs) => [...signs])), bySentence }
}

const SAY = maskOf('SAY')

/**
 * Marks frames that are told rather than meant: between quotation marks, or in a sentence that says that somebody said or did
 * it. A threat by the author (`I will`, `we will`) is told only where the telling comes first.
 */
export function markTold(frames: Found[], signs: Signs, units: Unit[], sentences: Sentence[]): void {
  for (const found of frames) {
    if (found.frame.quoted) continue
    const sentence = sentences[found.sentence]!
    if (!signs.bySentence[found.sentence]!.has('reports')) continue
    if (found.frame.actor === undefined || saidBefore(units, sentence, found)) found.frame.quoted = true
  }
}

const saidBefore = (units: Unit[], { from }: Sentence, found: Found): boolean =>
  units.slice(from, found.from).some((unit) => has(unit, SAY))

const VIOLENT = maskOf('HARM HARMED HARMING SLAY WEAPON DEAD DIE')

/** How the author stands to the violent words, from the frames, the signs and the marks of the whole text. */
export function stanceOf(
  frames: Found[],
  signs: Signs,
  sentences: Sentence[],
  units: Unit[],
  tokens: Token[],
  termsFound: boolean,
): Stance {
  const { all } = signs
  const standing = frames.filter(stands)
  if (standing.length > 0) return ofStanding(standing, signs, sentences)
  const told = frames.some(({ frame }) => frame.quoted)
  if (!told && !termsFound && !units.some((unit) => has(unit, VIOLENT))) return 'none'
  if (all.has('condemns')) return 'condemns'
  if (told) return all.has('reports') ? 'reports' : 'quotes'
  if (all.has('reports')) return 'reports'
  if (all.has('figurative')) return 'figurative'
  if (all.has('jokes')) return 'jokes'
  if (all.has('asks') || tokens.at(-1)?.kind === 'question') return 'asks'
  return 'none'
}

function ofStanding(standing: Found[], { all, bySentence }: Signs, sentences: Sentence[]): Stance {
  // What is meant beyond doubt is not undone by a laugh beside it, nor by a question after it.
  const firm = standing.filter(({ strength, against }) => strength === 'strong' && against !== 'thing')
  const here = (stance: Stance) => standing.every(({ sentence }) => bySentence[sentence]!.has(stance))
  if (here('figurative') || standing.every(({ against }) => against === 'thing')) return 'figurative'
  if (all.has('condemns') && (firm.length === 0 || here('condemns'))) return 'condemns'
  if (firm.length > 0) return 'asserts'
  if (here('jokes')) return 'jokes'
  if (standing.every(({ sentence }) => sentences[sentence]!.asks) && here('asks')) return 'asks'
  return 'asserts'
}
