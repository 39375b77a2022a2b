import type { Reading } from '../../../src/model/reading.ts'

/** A place in a text that something was found in, and what. `part` is the role it plays in a frame. */
export interface Mark {
  start: number
  end: number
  kind: 'frame' | 'term' | 'reason'
  /** The speech act, the bank and term, or the reason, as the reader says it. */
  says: string
}

/** A stretch of the text, and all that was found there. Joined, the stretches are the text. */
export interface Stretch {
  text: string
  marks: Mark[]
}

const MARKS_MAX = 60

/** Everything in a reading that lies somewhere in the text. */
export function marksOf({
  frames,
  terms,
  contributions,
}: Pick<Reading, 'frames' | 'terms' | 'contributions'>): Mark[] {
  const marks: Mark[] = [
    ...frames
      .filter(({ negated }) => !negated)
      .map(({ act, span }): Mark => ({ ...span, kind: 'frame', says: act })),
    ...terms.map(({ bank, term, span }): Mark => ({ ...span, kind: 'term', says: `${bank}: ${term}` })),
    ...contributions.flatMap(({ span, reason, weight }): Mark[] =>
      span === undefined || weight <= 0 ? [] : [{ ...span, kind: 'reason', says: reason }],
    ),
  ]
  return marks.slice(0, MARKS_MAX)
}

/** Cuts a text where marks begin and end. Marks that lie outside, as of an edited text, are clipped or left out. */
export function stretchesOf(text: string, marks: readonly Mark[]): Stretch[] {
  const within = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter(({ start, end }) => start < end)
  const cuts = [...new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  )
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!
    return {
      text: text.slice(start, end),
      marks: within.filter((mark) => mark.start <= start && mark.end >= end),
    }
  })
}

/** The kind that a stretch is drawn as: the frame weighs more than the word in it. */
export const kindOf = ({ marks }: Stretch): Mark['kind'] | null =>
  (['frame', 'term', 'reason'] as const).find((kind) => marks.some((mark) => mark.kind === kind)) ?? null
