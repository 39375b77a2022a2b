import type { Admitted, Door } from './door.ts'
import { LINE_BYTES_MAX, type Line, RAW_LENGTH_MAX, type TextLine, textLines } from './lines.ts'

export type { Line } from './lines.ts'

/**
 * Events as JSON lines, in chunks of about 1,000 to 4,000 while there is more to read. Empty lines are passed over; a line that is not an
 * event is refused with a reason, and the rest goes on.
 */
export async function* readJsonl(input: AsyncIterable<Uint8Array>, door: Door): AsyncGenerator<Line[]> {
  for await (const texts of textLines(input)) {
    const lines: Line[] = []
    for (const text of texts) if (text.overlong !== null || text.text !== '') lines.push(lineOf(text, door))
    if (lines.length > 0) yield lines
  }
}

function lineOf({ line, text, overlong }: TextLine, door: Door): Line {
  if (overlong !== null) return { line, result: tooLong(), raw: overlong }
  const result = admitText(text, door)
  return { line, result, raw: result.ok ? text : text.slice(0, RAW_LENGTH_MAX) }
}

export const tooLong = (): Admitted => refusedFor(`the line is longer than ${LINE_BYTES_MAX} bytes`)

export const refusedFor = (reason: string): Admitted => ({ ok: false, id: null, field: null, reason })

function admitText(text: string, door: Door): Admitted {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return refusedFor(notJson(text, error as Error))
  }
  return door.admit(raw)
}

/** Of what JSON.parse says only the place is passed on: what it quotes of the line may be what must not be kept. */
function notJson(text: string, { message }: Error): string {
  if (text.trimStart()[0] !== '{')
    return 'the line is not a JSON object; each line must be one event, {"id": …}'
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? Number.NaN)
  if (position >= text.length || message.includes('end of JSON'))
    return 'the line is not valid JSON: it ends too early'
  const place = Number.isNaN(position) ? '' : `: unexpected at character ${position + 1}`
  return `the line is not valid JSON${place}`
}
