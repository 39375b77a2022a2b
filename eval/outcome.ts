/*
 * What every eval gives back. `eval.ts` prints it and keeps it; README.md here tells how an eval is added.
 */

/** Where the labelled data lie, and what the person at the terminal asked for. */
export interface Surroundings {
  /** Folder of the shared data (`text/`, `accounts/`, `campaigns/`, `handles/` below it), or null where there is none. */
  data: string | null
  /** Folder of the policy pack under which things are judged. */
  policies: string
  /** Further words of the command line: names of data sets to keep to, none for all. */
  only: string[]
  seed: number
  /** A line for whoever waits; goes to stderr. */
  progress(line: string): void
}

/** A number the issue asks for, beside what was measured. */
export interface Target {
  what: string
  /** As the issue states it: at least or at most this much of one. */
  wanted: { atLeast: number } | { atMost: number }
  /** A share from 0 to 1, or null where it could not be measured; then `note` says why. */
  measured: number | null
  /** The interval around `measured`, if it is a share of a sample. */
  interval?: { low: number; high: number }
  /** How many cases it rests on. */
  of?: number
  note?: string
}

/** One table of the results file. All rows are as long as `columns`. */
export interface Section {
  title: string
  /** What the table shows and how it was counted, for someone who reads it a year from now. */
  prose?: string
  columns: string[]
  rows: (string | number)[][]
}

export type Outcome =
  | { kind: 'skipped'; why: string }
  | {
      kind: 'measured'
      title: string
      /** Versions of what was measured, such as the reader's, by name. */
      versions: Record<string, string>
      targets: Target[]
      sections: Section[]
      /** Lines about what came out wrong, for `--failures FILE`. Only of what may be looked at. */
      failures?: string[]
    }

/** The one export of `reading.ts`, `lineage.ts` and `campaigns.ts`. Same surroundings, same outcome, speed apart. */
export type Measure = (surroundings: Surroundings) => Promise<Outcome>

export function isReached({ wanted, measured }: Target): boolean | null {
  if (measured === null) return null
  return 'atLeast' in wanted ? measured >= wanted.atLeast : measured <= wanted.atMost
}
