/** The top of the chart: the next round number above what was measured, so that the scale seldom moves. */
export function scaleOf(ticks: readonly (number | null)[]): number {
  const most = Math.max(1, ...ticks.map((tick) => tick ?? 0))
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 5, 10].find((times) => times * power >= most) ?? 10
  return Math.max(10, step * power)
}

interface Frame {
  width: number
  height: number
  /** How many ticks fit; fewer leave the start empty. */
  slots: number
  most: number
}

/** Paths of an SVG: a line over the ticks, newest at the right edge, and the area below it. A null breaks both. */
export function areaOf(
  ticks: readonly (number | null)[],
  { width, height, slots, most }: Frame,
): { line: string; area: string } {
  const step = width / (slots - 1)
  const first = width - (ticks.length - 1) * step
  const runs: [x: number, y: number][][] = [[]]
  ticks.forEach((tick, index) => {
    if (tick === null) runs.push([])
    else runs.at(-1)!.push([round(first + index * step), round(height - (tick / most) * (height - 2))])
  })
  const drawn = runs.filter((run) => run.length > 1)
  const lineOf = (run: [number, number][]) => `M${run.map(([x, y]) => `${x} ${y}`).join('L')}`
  return {
    line: drawn.map(lineOf).join(''),
    area: drawn.map((run) => `${lineOf(run)}L${run.at(-1)![0]} ${height}L${run[0]![0]} ${height}Z`).join(''),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
