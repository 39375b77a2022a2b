import type { CheckRow } from '../check.ts'
import type { Frame, Span } from '../model/reading.ts'
import type { Tools } from './tools.ts'

export interface ExplainOptions {
  policies: string
  language?: string
  model?: string
}

/** `holdfast explain TEXT`: what was understood of one text, as a page for a person. */
export async function explain(text: string, options: ExplainOptions, tools: Tools): Promise<void> {
  const plan = tools.loadPlan(options.policies)
  const measurer = tools.inlineMeasurer(plan, options.model)
  const [row] = await tools.check([{ text, language: options.language ?? null }], plan, measurer)
  await measurer.close()
  process.stdout.write(explainPage(text, row!, { colour: wantsColour() }))
}

/** By the convention of no-color.org: any value but the empty one turns colour off. */
const wantsColour = (): boolean => process.stdout.isTTY === true && !process.env['NO_COLOR']

const BOLD = '\x1b[1m'
const DIM = '\x1b[2m'
const RED = '\x1b[31m'
const YELLOW = '\x1b[33m'
const UNDERLINE = '\x1b[4m'
const PLAIN = '\x1b[0m'

/** A score that rules bring before a person, and one that they act on, in the pack that comes along. */
const REVIEW_FROM = 0.5
const RESTRICT_FROM = 0.8
/** A score below this is not worth a line. */
const SHOWN_FROM = 0.05
const BAR_LENGTH = 20
const NAME_LENGTH = 12
/** Of a long text this much is shown; places named below still count from its beginning. */
const TEXT_SHOWN_MAX = 2_000

/** The page: the text with what was found in it marked, verdict, scores, frames, terms and reasons. Ends in a line break. */
export function explainPage(text: string, row: CheckRow, { colour }: { colour: boolean }): string {
  const paint = (code: string, words: string): string => (colour ? `${code}${words}${PLAIN}` : words)
  const section = (title: string, lines: string[]): string[] =>
    lines.length === 0 ? [] : ['', paint(BOLD, title), ...lines.map((line) => `  ${line}`)]
  const verdict = row.policy === null ? row.verdict : `${row.verdict}, for ${row.policy}`
  return [
    marked(text, row, paint),
    '',
    `${paint(BOLD, 'verdict')}  ${verdict}${row.rules.length > 0 ? ` (${row.rules.join(', ')})` : ''}`,
    `${paint(BOLD, 'stance')}   ${row.stance}`,
    `${paint(BOLD, 'language')} ${row.language}`,
    ...section('scores', scoreLines(row, paint)),
    ...section(
      'frames',
      row.frames.map((frame) => frameLine(frame, text)),
    ),
    ...section(
      'terms',
      row.terms.map(({ bank, term, span }) => `${quoted(text, span)}: “${visible(term)}” of ${bank}`),
    ),
    ...section(
      'reasons',
      row.contributions.map(({ policy, reason, weight }) => reasonLine(policy, visible(reason), weight)),
    ),
    ...section('not known', row.gaps),
    '',
  ].join('\n')
}

type Paint = (code: string, words: string) => string

function scoreLines({ scores }: CheckRow, paint: Paint): string[] {
  const shown = Object.entries(scores).filter(([, score]) => score >= SHOWN_FROM)
  if (shown.length === 0) return ['none above 0.05']
  return shown
    .sort(([, a], [, b]) => b - a)
    .map(([policy, score]) => {
      const bar = '█'.repeat(Math.round(score * BAR_LENGTH)).padEnd(BAR_LENGTH, '·')
      const code = score >= RESTRICT_FROM ? RED : score >= REVIEW_FROM ? YELLOW : DIM
      return `${policy.padEnd(NAME_LENGTH)}${paint(code, bar)} ${score.toFixed(2)}`
    })
}

const ROLES = ['actor', 'verb', 'target', 'means', 'place', 'time', 'condition'] as const

function frameLine(frame: Frame, text: string): string {
  const roles = ROLES.flatMap((role) => {
    const span = frame[role]
    return span === undefined ? [] : [`${role} ${quoted(text, span)}`]
  })
  const held = [frame.negated ? 'negated' : '', frame.quoted ? 'quoted or reported' : ''].filter(Boolean)
  const note = held.length > 0 ? ` (${held.join(', ')}: counts for nothing)` : ''
  return `${frame.act}${note}: ${roles.length > 0 ? roles.join(', ') : quoted(text, frame.span)}`
}

const reasonLine = (policy: string, reason: string, weight: number): string =>
  `${policy.padEnd(NAME_LENGTH)}${(weight >= 0 ? '+' : '') + weight.toFixed(2)}  ${reason}`

const quoted = (text: string, { start, end }: Span): string => `“${visible(text.slice(start, end))}”`

/** The text itself, frames and terms underlined, or between brackets where there is no colour. */
function marked(text: string, { frames, terms }: CheckRow, paint: Paint): string {
  const spans = merged([...frames, ...terms].map(({ span }) => span)).filter(
    ({ start }) => start < TEXT_SHOWN_MAX,
  )
  const bare = paint('', '') === ''
  let page = ''
  let at = 0
  for (const { start, end } of spans) {
    const found = visible(text.slice(start, Math.min(end, TEXT_SHOWN_MAX)))
    page += visible(text.slice(at, start)) + (bare ? `[${found}]` : paint(UNDERLINE, found))
    at = end
  }
  const rest = visible(text.slice(at, Math.max(at, TEXT_SHOWN_MAX)))
  return page + rest + (text.length > TEXT_SHOWN_MAX ? ' …' : '')
}

/** Spans in order, those that touch joined. */
function merged(spans: Span[]): Span[] {
  const ordered = spans.map((span) => ({ ...span })).sort((a, b) => a.start - b.start)
  const joined: Span[] = []
  for (const span of ordered) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push(span)
  }
  return joined
}

/** Controls, among them those that steer terminals and the direction of text, shown by their code: a text must not write the page. */
const visible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (control) =>
      control === '\n' ? ' ' : `\\u{${control.codePointAt(0)!.toString(16)}}`,
    )
