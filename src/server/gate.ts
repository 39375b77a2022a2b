import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../lib/clock.ts'
import type { AccessRow } from '../model/person.ts'
import type { Permission } from '../model/roles.ts'
import { noteKeyUse } from '../people/keys.ts'
import type { PeopleDesk } from '../people/people.ts'
import { FRESH_MS, touchSession } from '../people/sessions.ts'
import { mayDo, type PersonVisitor, type Visitor, visitorOf } from '../people/visitor.ts'
import { SESSION_COOKIE } from './doorstep.ts'
import { ProblemError } from './problem.ts'

/**
 * What a route asks of its caller: nothing, a signed-in person whatever they may do, or a permission. Written once, at the route, as
 * `config: { needs: 'review' }`. Whoever must be somebody (a finding has an author) adds `by: 'person'`: a program's key is refused then.
 */
export type Need = 'nothing' | 'session' | Permission

declare module 'fastify' {
  interface FastifyContextConfig {
    needs?: Need
    by?: 'person'
    /** A sign-in not older than a quarter of an hour is asked for: the person must be there, not only their screen. */
    fresh?: true
  }
  interface FastifyRequest {
    /** Who calls; null only on routes that need nothing. */
    visitor: Visitor | null
  }
}

const FAILURES_PER_MINUTE_MAX = 20

/**
 * The one place where it is decided who may call what: before the body is read. A route that does not say what it needs keeps
 * the server from starting.
 */
export function registerGate(app: FastifyInstance, { people }: { people: PeopleDesk }): void {
  const { clock } = people
  const failures = app.createRateLimit({ max: FAILURES_PER_MINUTE_MAX, timeWindow: '1 minute' })

  app.decorateRequest('visitor', null)
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.needs === undefined) throw new Error(`${method} ${url} does not say what it needs`)
  })
  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    const { by, fresh, needs = 'nothing' } = request.routeOptions.config
    if (needs === 'nothing') return
    const visitor = await identify(request, people)
    if (visitor === null) throw await unknownCaller(request, failures)
    if (!suffices(visitor, needs)) throw forbidden(visitor, needs)
    if (by === 'person' && visitor.person === null) throw impersonal()
    if (fresh && visitor.kind === 'session' && !isFresh(visitor.row, clock)) throw stale()
    request.visitor = visitor
    await noteUse(request, visitor, people)
  })
}

/** Who calls a route that let in a person only, by `needs: 'session'` or `by: 'person'`. */
export function personOf({ visitor }: FastifyRequest): PersonVisitor {
  if (visitor?.person == null) throw impersonal()
  return visitor as PersonVisitor
}

const impersonal = (): ProblemError =>
  new ProblemError(
    403,
    'this is done by a person, not by a program',
    'Sign in, or use a key of your own from the profile page.',
  )

/** A key where one is sent, else the session of a signed-in person, whose changes must come from our own page. */
async function identify(request: FastifyRequest, { store, clock }: PeopleDesk): Promise<Visitor | null> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    return secret === undefined ? null : visitorOf(store, clock, { kind: 'key', secret })
  }
  const secret = request.cookies[SESSION_COOKIE]
  if (secret === undefined) return null
  if (!isRead(request)) requireOwnOrigin(request)
  return visitorOf(store, clock, { kind: 'session', secret })
}

/** Whoever signed in within the last quarter of an hour. */
export const isFresh = ({ createdAt }: AccessRow, clock: Clock): boolean =>
  clock.now() - createdAt <= FRESH_MS

/** Acts keep a session alive, reading does not: pages read by themselves. */
async function noteUse(request: FastifyRequest, { kind, row }: Visitor, people: PeopleDesk): Promise<void> {
  if (kind === 'session' && isRead(request)) return
  const note = kind === 'session' ? touchSession : noteKeyUse
  await people.inTurn(() => note(people.store, people.clock, row))
}

const stale = (): ProblemError =>
  new ProblemError(
    401,
    'this asks for a fresh sign-in',
    'Sign in again and repeat it: the last sign-in is more than a quarter of an hour ago.',
    { field: 'session' },
  )

const isRead = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD'

const suffices = (visitor: Visitor, needs: Exclude<Need, 'nothing'>): boolean =>
  needs === 'session' ? visitor.kind === 'session' : mayDo(visitor, needs)

/**
 * SameSite=Strict already keeps the cookie out of other sites' requests; browsers name the page a change comes from, and
 * a second lock costs nothing. Only the host is compared: behind a TLS proxy the scheme differs.
 */
export function requireOwnOrigin({ headers }: FastifyRequest): void {
  const origin = URL.canParse(headers.origin ?? '') ? new URL(headers.origin!) : null
  // Read by the same rules, a host with its scheme's own port is the one without.
  const own = `${origin?.protocol}//${headers.host}`
  if (origin === null || !URL.canParse(own) || origin.host === '' || origin.host !== new URL(own).host)
    throw new ProblemError(
      403,
      'this change does not come from Holdfast’s own page',
      'Use the page itself, or a key in the Authorization header.',
    )
}

/**
 * Only failures are counted, so that a stranger behind the same address cannot lock out who has a key: 256 random bits are
 * not guessed, the limit merely keeps the noise down.
 */
async function unknownCaller(
  request: FastifyRequest,
  failures: ReturnType<FastifyInstance['createRateLimit']>,
): Promise<ProblemError> {
  const limit = await failures(request)
  if (!limit.isAllowed && limit.isExceeded)
    return new ProblemError(
      429,
      'too many calls without a valid key or session',
      'Wait, then call with a valid key.',
      {
        retryAfterSeconds: limit.ttlInSeconds,
      },
    )
  return new ProblemError(
    401,
    'a key or a signed-in session is needed',
    'Send Authorization: Bearer hf_…; the first start prints an intake key, `holdfast access key` makes another.',
  )
}

const forbidden = ({ kind, permissions }: Visitor, needs: Need): ProblemError =>
  needs === 'session'
    ? new ProblemError(403, 'this is for people who are signed in, not for keys', 'Sign in on the page.')
    : new ProblemError(
        403,
        `this ${kind} may do ${permissions.join(', ') || 'nothing'}; the call needs ${needs}`,
        kind === 'key'
          ? `Use a key with the permission ${needs}: holdfast access key --scopes ${needs}`
          : 'An administrator gives roles.',
      )

/** Asks a client that has no credentials for them, as RFC 6750 wants it. */
export function challenge(
  _request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer realm="holdfast"')
  done(null, payload)
}
