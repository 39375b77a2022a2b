import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Doorstep, Entry } from '../people/enter.ts'
import type { Site } from '../people/passkeys.ts'
import type { Outcome, Refusal } from '../people/refusal.ts'
import { SESSION_LIFE_MS } from '../people/sessions.ts'
import { ProblemError } from './problem.ts'

/* What a request says of the browser that sent it, and the cookies it is given. */

export const SESSION_COOKIE = 'hf_session'
const DEVICE_COOKIE = 'hf_device'
const DEVICE_SECONDS = 365 * 24 * 3600

/** Behind a proxy on this machine the last address that it wrote down, else who talks to us. */
export function addressOf({ headers, socket }: FastifyRequest): string {
  const peer = socket.remoteAddress ?? '127.0.0.1'
  const forwarded = headers['x-forwarded-for']
  if (!/^(::1$|(::ffff:)?127\.)/.test(peer) || typeof forwarded !== 'string') return peer
  return forwarded.split(',').at(-1)!.trim().slice(0, 45) || peer
}

const isSecure = ({ headers }: FastifyRequest): boolean => headers['x-forwarded-proto'] === 'https'

/** Where the page is: as configured, else as the browser called us. */
export const siteOf = (request: FastifyRequest, origin: string | undefined): Site => ({
  origin: origin ?? `${isSecure(request) ? 'https' : 'http'}://${request.headers.host}`,
})

/** `former` is the session the browser still had. */
export const doorstepOf = (request: FastifyRequest, former: string | undefined): Doorstep => {
  const mark = request.cookies[DEVICE_COOKIE]
  const agent = request.headers['user-agent']
  return {
    address: addressOf(request),
    ...(agent !== undefined && { agent }),
    ...(former !== undefined && { former }),
    ...(mark !== undefined && { mark }),
  }
}

/** Out of reach of scripts and of other sites; over TLS where the way to us is. */
export function letIn(reply: FastifyReply, { secret, mark }: Entry, { origin }: Site): void {
  const kept = { httpOnly: true, sameSite: 'strict', secure: origin.startsWith('https:') } as const
  reply.setCookie(SESSION_COOKIE, secret, { ...kept, path: '/', maxAge: SESSION_LIFE_MS / 1000 })
  reply.setCookie(DEVICE_COOKIE, mark, { ...kept, path: '/v1/', maxAge: DEVICE_SECONDS })
}

/** What came of something asked of the people's desk; throws the problem that it is. */
export function done<T>(outcome: Outcome<T>): { ok: true } & T {
  if (outcome.ok) return outcome
  throw problemOf(outcome)
}

const STATUS: Record<Refusal['why'], number> = {
  invalid: 400,
  wrong: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  wait: 429,
}

const problemOf = ({ why, reason, hint, field, waitSeconds }: Refusal): ProblemError =>
  new ProblemError(STATUS[why], reason, hint, {
    ...(field !== undefined && { field }),
    ...(waitSeconds !== undefined && { retryAfterSeconds: waitSeconds }),
  })

export const timeOf = (at: number): string => new Date(at).toISOString()
export const timeOrNull = (at: number | null | undefined): string | null => (at == null ? null : timeOf(at))
