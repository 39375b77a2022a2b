import type { IncomingHttpHeaders } from 'node:http'
import type { Enforced } from './enforce.ts'

/** What a receiver answered. `whole` is false where the connection closed before the answer ended. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** The beginning of the body, bounded. */
  body: string
  whole: boolean
}

/** Characters of an answer that are kept. */
const DETAIL_LENGTH_MAX = 300
/** Of the 4xx those that speak of rights, load or timing, not of this one action. */
const NOT_ABOUT_THE_ACTION = new Set([401, 403, 407, 408, 421, 423, 425, 429])

/**
 * What an answer means (docs/spec/outbox.md, O5 to O8). Done is a whole 2xx that is not a page for people: a login page with status 200 took no
 * action. What concerns the receiver as a whole, its rights, load or address, is asked again; what concerns this one action is refused.
 */
export function meaningOf(answer: Answer, now: number): Enforced {
  const { status, headers, body, whole } = answer
  const said = saidOf(answer)
  if (status >= 200 && status < 300) {
    if (!whole) return { status: 'retry', detail: `${said}; the answer broke off` }
    if (isPage(headers, body))
      return { status: 'retry', detail: `${status} with a web page: this is not the receiver` }
    return { status: 'done', detail: said }
  }
  if (status >= 300 && status < 400)
    return {
      status: 'retry',
      detail: `${status}: redirects are not followed; give the receiver's own address`,
    }
  if (status >= 400 && status < 500 && !NOT_ABOUT_THE_ACTION.has(status))
    return { status: 'refused', detail: said }
  const retryAfterMs = retryAfter(headers['retry-after'], now)
  return { status: 'retry', detail: said, ...(retryAfterMs === null ? null : { retryAfterMs }) }
}

function saidOf({ status, body }: Answer): string {
  const words = body.replace(/\s+/g, ' ').trim().toWellFormed()
  return words === '' ? String(status) : `${status}: ${words.slice(0, DETAIL_LENGTH_MAX).toWellFormed()}`
}

const isPage = (headers: IncomingHttpHeaders, body: string): boolean =>
  /^\s*(?:text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '') ||
  /^\s*<(?:!doctype|html)/i.test(body)

/** Seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds from now; null where there is none or it makes no sense. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
