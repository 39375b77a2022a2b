import { Webhook } from 'standardwebhooks'
import type { Clock } from '../lib/clock.ts'
import type { Message, Pager, Sent } from '../threats/pager.ts'

export interface WebhookPagerOptions {
  /** https, or http on this machine. */
  url: string
  /** `whsec_…`, shared with whoever answers there. */
  secret: string
  /** What each person is called there; who is missing is not reached. */
  people: ReadonlyMap<string, string>
  timeoutMs: number
  clock: Clock
}

/** Of an answer this much is read. */
const ANSWER_BYTES_MAX = 4_096

/**
 * Calls over a signed webhook (Standard Webhooks 1.0.0), which most on-call systems take. `webhook-id` is the page's, the same at every attempt and
 * after a restart, so that nobody is called anew.
 */
export function webhookPager(options: WebhookPagerOptions): Pager {
  const { url, people, timeoutMs, clock } = options
  const signer = new Webhook(options.secret)
  return {
    name: 'webhook',
    reaches: (to) => people.has(to),
    async send(to, message, signal) {
      const now = new Date(clock.now())
      const body = bodyOf(message, { to: people.get(to)!, at: now })
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'holdfast',
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signer.sign(message.id, now, body),
      }
      const until = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
      try {
        const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: until })
        return await sentBy(answer)
      } catch (error) {
        return { ok: false, detail: faultOf(error as Fault, timeoutMs) }
      }
    },
    async close() {},
  }
}

export const bodyOf = (
  { id, subject, lines, link, drill }: Message,
  { to, at }: { to: string; at: Date },
): string =>
  JSON.stringify({
    type: drill ? 'page.drill' : 'page',
    timestamp: at.toISOString(),
    data: { id, to, subject, text: lines.join('\n'), link, drill },
  })

async function sentBy(answer: Response): Promise<Sent> {
  const detail = `${answer.status} ${await beginningOf(answer)}`.trim()
  return { ok: answer.status >= 200 && answer.status < 300, detail }
}

async function beginningOf({ body }: Response): Promise<string> {
  if (body === null) return ''
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length >= ANSWER_BYTES_MAX) break
  }
  return text.slice(0, 200).replace(/\s+/g, ' ')
}

type Fault = Error & { cause?: NodeJS.ErrnoException }

function faultOf(error: Fault, timeoutMs: number): string {
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`
  return error.cause?.code ?? error.name
}
