import type { CountSketch, PopulationState } from '../model/population.ts'

/*
 * A count-min sketch (Cormode & Muthukrishnan 2005) of two rows, with the noise that other values leave in a counter taken off (as in Deng &
 * Rafiei 2007), but for one standard deviation: what errs, errs towards "common". With 100,000 accounts of some 18 values each, a value that nobody has
 * reads as one or two accounts. Rows begin short and are doubled as they fill, both halves keeping what the one held: a small installation has a
 * small state, and a large one 786,432 counters.
 */

const WIDTH_FIRST = 1 << 10
const VALUES_WIDTH_MAX = 1 << 18
const RUNS_WIDTH_MAX = 1 << 17
/** So many counted per counter, and the rows are doubled. */
const LOAD_MAX = 2
/** When one row adds up to more, all is halved: old accounts fade, and no counter overflows. */
const SUM_MAX = 2 ** 31

export const newPopulation = (): PopulationState => ({
  values: emptySketch(),
  runs: emptySketch(),
  totals: {},
})

const emptySketch = (): CountSketch => ({ counts: new Array(2 * WIDTH_FIRST).fill(0), sum: 0, since: 0 })

/** Counts a value once. `key` is below 2^30. */
export function countValue(population: PopulationState, key: number): void {
  if (countIn(population.values, key, VALUES_WIDTH_MAX) > SUM_MAX) fade(population)
}

/** Counts a run of letters once. */
export function countRun(population: PopulationState, key: number): void {
  if (countIn(population.runs, key, RUNS_WIDTH_MAX) > SUM_MAX) fade(population)
}

/** Counts an account that has the field. */
export function countField(population: PopulationState, field: string): void {
  population.totals[field] = (population.totals[field] ?? 0) + 1
}

/** About how many accounts have the value, rather too many than too few. */
export const countOf = ({ values }: PopulationState, key: number): number => readFrom(values, key)
export const runCountOf = ({ runs }: PopulationState, key: number): number => readFrom(runs, key)
export const totalOf = ({ totals }: PopulationState, field: string): number => totals[field] ?? 0

function countIn(sketch: CountSketch, key: number, widthMax: number): number {
  const width = sketch.counts.length / 2
  sketch.counts[firstAt(key, width)]! += 1
  sketch.counts[secondAt(key, width)]! += 1
  sketch.sum += 1
  sketch.since += 1
  if (sketch.since > LOAD_MAX * width && width < widthMax) double(sketch)
  return sketch.sum
}

function double(sketch: CountSketch): void {
  const width = sketch.counts.length / 2
  const [first, second] = [sketch.counts.slice(0, width), sketch.counts.slice(width)]
  sketch.counts = [...first, ...first, ...second, ...second]
  sketch.sum *= 2
  sketch.since = 0
}

function readFrom({ counts, sum }: CountSketch, key: number): number {
  const width = counts.length / 2
  const least = Math.min(counts[firstAt(key, width)]!, counts[secondAt(key, width)]!)
  const noise = sum / width
  return Math.max(0, Math.round(least - noise + Math.sqrt(noise)))
}

const firstAt = (key: number, width: number): number => mixed(key, 0x9e3779b1) & (width - 1)
const secondAt = (key: number, width: number): number => width + (mixed(key, 0x85ebca6b) & (width - 1))

function mixed(key: number, by: number): number {
  let state = Math.imul(key ^ (key >>> 15), by)
  state = Math.imul(state ^ (state >>> 13), 0x2c1b3c6d)
  return (state ^ (state >>> 16)) >>> 0
}

function fade(population: PopulationState): void {
  for (const sketch of [population.values, population.runs]) {
    sketch.counts.forEach((count, i) => {
      sketch.counts[i] = count >>> 1
    })
    sketch.sum = Math.ceil(sketch.sum / 2)
  }
  for (const [field, total] of Object.entries(population.totals)) population.totals[field] = total >>> 1
}
