import type { Stance } from '../model/reading.ts'
import type { Found, Sentence } from './frames/frames.ts'
import { has, maskOf, type Unit } from './frames/grammar.ts'

/** A frame that says what its author wants: not negated, not quoted, not told of others. */
export const stands = ({ frame }: Found): boolean => frame.negated !== true && frame.quoted !== true

/** What signs of a stance were found in a text, and in which of its sentences. Weak ones are apart. */
export interface Signs {
  all: Set<Stance>
  weak: Set<Stance>
  bySentence: Set<Stance>[]
}

export function signsOf(sentences: Sentence[]): Signs {
  const firm = (weak: boolean) =>
    sentences.map(
      ({ signs }) => new Set(signs.filter((sign) => sign.weak === weak).map(({ stance }) => stance)),
    )
  const bySentence = firm(false)
  const union = (sets: Set<Stance>[]) => new Set(sets.flatMap((signs) => [...signs]))
  return { all: union(bySentence), weak: union(firm(true)), bySentence }
}

const SAY = maskOf('SAY')
const I = maskOf('I WE')
const YOU = maskOf('YOU')

/**
 * Marks frames that are told rather than meant: between quotation marks, or in a sentence that says that somebody else said or
 * did it. What the author says to do in his own name (`I will`, `we will`) is told only where the telling comes first.
 */
export function markTold(frames: Found[], signs: Signs, units: Unit[], sentences: Sentence[]): void {
  // Whoever agrees with what he quotes says it himself.
  if (signs.all.has('asserts')) {
    for (const { frame } of frames) delete frame.quoted
    return
  }
  for (const found of frames) {
    if (found.frame.quoted || !signs.bySentence[found.sentence]!.has('reports')) continue
    const { from, to } = sentences[found.sentence]!
    const end = found.frame.actor === undefined ? to : found.from
    for (let at = from; at < end; at++) {
      if (!has(units[at]!, SAY) || (at > from && has(units[at - 1]!, I))) continue
      if (at >= found.to && isOfAddressed(units, from, at)) continue
      found.frame.quoted = true
      break
    }
  }
}

/** What the addressed said is a reason for what is threatened, no report of it: `for what you said`, `pour ce que tu as dit`. */
const isOfAddressed = (units: Unit[], from: number, at: number): boolean =>
  units.slice(Math.max(from, at - 2), at).some((unit) => has(unit, YOU))

const VIOLENT = maskOf('HARM HARMED HARMING SLAY WEAPON DEAD DIE')

/** How the author stands to the violent words, from the frames, the signs and the marks of the whole text. */
export function stanceOf(
  frames: Found[],
  signs: Signs,
  sentences: Sentence[],
  units: Unit[],
  termsFound: boolean,
): Stance {
  const standing = frames.filter(stands)
  if (standing.some(({ strength }) => strength !== 'weak')) return ofStanding(standing, signs, sentences)
  const told = frames.some(({ frame }) => frame.quoted)
  if (!told && !termsFound && standing.length === 0 && !units.some((unit) => has(unit, VIOLENT)))
    return 'none'
  // What nobody clearly means is judged by the sentences in which the violent words stand.
  const charged = sentences
    .map((sentence, index) => ({ ...sentence, index }))
    .filter(
      ({ from, to, index }) =>
        units.slice(from, to).some((unit) => has(unit, VIOLENT)) ||
        frames.some(({ sentence }) => sentence === index),
    )
  const asked = charged.length > 0 && charged.every(({ asks }) => asks)
  const some = (stance: Stance) =>
    charged.length === 0
      ? signs.all.has(stance) || signs.weak.has(stance)
      : charged.some((sentence) => sentence.signs.some((sign) => sign.stance === stance))
  if (some('condemns')) return 'condemns'
  if (told) return some('reports') ? 'reports' : 'quotes'
  if (some('reports')) return 'reports'
  if (some('figurative')) return 'figurative'
  if (some('jokes')) return 'jokes'
  if (asked) return 'asks'
  return standing.length > 0 ? 'asserts' : 'none'
}

function ofStanding(standing: Found[], { all, bySentence }: Signs, sentences: Sentence[]): Stance {
  // What is meant beyond doubt is not undone by a laugh beside it, nor by a question after it.
  const firm = standing.filter(({ strength, against }) => strength === 'strong' && against !== 'thing')
  const here = (stance: Stance) => standing.every(({ sentence }) => bySentence[sentence]!.has(stance))
  const whole = firm.some(({ against }) => against === 'group')
  if ((here('figurative') && !whole) || standing.every(({ against }) => against === 'thing'))
    return 'figurative'
  if (all.has('condemns') && (firm.length === 0 || here('condemns'))) return 'condemns'
  if (firm.length > 0) return 'asserts'
  if (here('jokes')) return 'jokes'
  if (standing.every(({ sentence }) => sentences[sentence]!.asks) && here('asks')) return 'asks'
  return 'asserts'
}
