/** A place in a text that something was found in, and what. */
export interface Mark {
  start: number
  end: number
  kind: 'frame' | 'term' | 'reason'
  says: string
}

/** A stretch of the text, and all that was found there. Joined, the stretches are the text. */
export interface Stretch {
  text: string
  marks: Mark[]
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
