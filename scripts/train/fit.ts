import { emptyModel } from '../../src/reading/classifier.ts'
import { type Fitted, fit as fitFrom, oddsOf, type Row } from '../../src/reading/training/fit.ts'

/* The reader's own training (`holdfast learn` uses the same), from nothing: see src/reading/training/fit.ts. */

export { type Fitted, oddsOf, type Row }

/** What a clear frame is worth is the grammar's to say: sets that do not label threats would talk it down. */
const PINNED = /^(strong|against) /

export const fit = (rows: Row[], names: string[], seed: number): Fitted =>
  fitFrom(rows, names, { start: emptyModel(), seed, frozen: names.filter((name) => PINNED.test(name)) })
