import type { Section } from './outcome.ts'
import { wilson } from './wilson.ts'

/** `12.34 %`; more places where a share is small, so that 0.2 % and 0.3 % can be told apart. */
export function percent(share: number): string {
  const hundredth = share * 100
  const places = hundredth === 0 || hundredth >= 99.95 ? 0 : hundredth < 10 ? 2 : 1
  return `${hundredth.toFixed(places)} %`
}

/** `3 of 120: 2.50 % (0.85 to 7.09)`, the interval being Wilson's at 95 %. */
export function share(hits: number, of: number): string {
  if (of === 0) return '–'
  const { low, high } = wilson(hits, of)
  const bound = (value: number) => (value * 100).toFixed(value < 0.1 ? 2 : 1)
  return `${percent(hits / of)} (${bound(low)} to ${bound(high)})`
}

/** A table in Markdown whose source lines up too. Columns of numbers stand to the right. */
export function markdown({ columns, rows }: Pick<Section, 'columns' | 'rows'>): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => text(cell)))
  const widths = columns.map((_, column) => Math.max(3, ...cells.map((row) => [...row[column]!].length)))
  const right = columns.map((_, column) => rows.length > 0 && rows.every((row) => isNumeric(row[column]!)))
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => pad(cell, widths[column]!, right[column]!)).join(' | ')} |`
  const rule = `|${widths.map((width, column) => `${'-'.repeat(width + 1)}${right[column] ? ':' : '-'}`).join('|')}|`
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n')
}

const text = (cell: string | number) =>
  (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)
    .replaceAll('|', '\\|')
    .replaceAll(/\s+/g, ' ')
const isNumeric = (cell: string | number) => typeof cell === 'number' || /^(–|[\d.,]+ %.*)$/.test(cell)

function pad(cell: string, width: number, right: boolean): string {
  const space = ' '.repeat(width - [...cell].length)
  return right ? space + cell : cell + space
}
