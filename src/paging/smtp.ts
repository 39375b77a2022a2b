import { createTransport } from 'nodemailer'
import type { Message, Pager } from '../threats/pager.ts'

export interface SmtpPagerOptions {
  host: string
  port: number
  /** TLS from the first byte; else STARTTLS, which must be there unless the host is this machine. */
  secure: boolean
  from: string
  user: string | null
  password: string | null
  people: ReadonlyMap<string, string>
  /** For connecting, sending and the answer together. */
  timeoutMs: number
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/

/**
 * Calls by mail. `Message-ID` is the page's, the same at every attempt and after a restart. A server that hangs at any point is given up after
 * `timeoutMs`, and its connection is closed.
 */
export function smtpPager(options: SmtpPagerOptions): Pager {
  const { host, port, secure, from, user, password, people, timeoutMs } = options
  const local = LOOPBACK.test(host)
  return {
    name: 'email',
    reaches: (to) => people.has(to),
    async send(to, message, signal) {
      // One connection for each: a page is rare, and one that hangs must not hold up another.
      const transport = createTransport({
        host,
        port,
        secure,
        requireTLS: !secure && !local,
        ignoreTLS: !secure && local,
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
        dnsTimeout: timeoutMs,
        ...(user !== null && { auth: { user, pass: password ?? '' } }),
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      try {
        return await within(timeoutMs, signal, async () => {
          const { response } = await transport.sendMail(mailOf(message, { from, to: people.get(to)! }))
          return { ok: true, detail: response }
        })
      } catch (error) {
        return { ok: false, detail: faultOf(error as Error & { code?: string; responseCode?: number }) }
      } finally {
        transport.close()
      }
    },
    async close() {},
  }
}

const mailOf = (
  { id, subject, lines, link, drill }: Message,
  { from, to }: { from: string; to: string },
) => ({
  from,
  to,
  subject,
  text: [...lines, ...(link === null ? [] : ['', `Acknowledge: ${link}`])].join('\n'),
  messageId: `<${id}@holdfast.invalid>`,
  headers: {
    'X-Holdfast-Page': id,
    ...(drill && { 'X-Holdfast-Drill': 'yes' }),
    'Auto-Submitted': 'auto-generated',
  },
})

class Late extends Error {}

async function within<T>(timeoutMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`no answer within ${timeoutMs} ms`)), timeoutMs)
    signal.addEventListener('abort', () => reject(new Late('broken off')), { once: true })
  })
  const working = work()
  working.catch(() => {})
  try {
    return await Promise.race([working, late])
  } finally {
    clearTimeout(timer)
  }
}

/** In words; of what the server said only its code, since some repeat what was sent to them. */
function faultOf({ message, code, responseCode }: Error & { code?: string; responseCode?: number }): string {
  if (responseCode !== undefined) return `refused with ${responseCode}`
  return code === undefined ? message : `${code}: ${WORDS[code] ?? 'the mail server could not be asked'}`
}

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'nobody listens at the mail server’s address',
  ESOCKET: 'the connection broke',
  ECONNECTION: 'the mail server could not be reached',
  ETIMEDOUT: 'the mail server did not answer in time',
  EAUTH: 'user or password was refused',
  ETLS: 'no encrypted connection could be made',
  EENVELOPE: 'the sender or recipient was refused',
}
