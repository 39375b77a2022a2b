import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { permissionsOf } from '../model/roles.ts'
import { issueLink, LINK_LIFE_MS } from '../people/links.ts'
import { redeemLink } from '../people/people.ts'
import { endSession, SESSION_LIFE_MS } from '../people/sessions.ts'
import { requireOwnOrigin, SESSION_COOKIE } from './gate.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { LinkAnswerSchema, SessionAnswerSchema, SignInBodySchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

const ATTEMPTS_PER_MINUTE_MAX = 10

/** People come in by a one-time link and leave when they say so; `ended` tells whoever still talks to that session. */
export function registerSignIn(
  app: FastifyInstance,
  { store, clock }: ServerHouse,
  ended: (session: string) => void,
): void {
  app.route<{ Body: Static<typeof SignInBodySchema> }>({
    method: 'POST',
    url: '/v1/sign-in',
    config: { needs: 'nothing', rateLimit: { max: ATTEMPTS_PER_MINUTE_MAX, timeWindow: '1 minute' } },
    bodyLimit: 1024,
    schema: {
      summary: 'Trade a one-time link for a session',
      description: 'Answers with a session cookie. A link works once, within 15 minutes.',
      tags: ['access'],
      security: [],
      body: SignInBodySchema,
      response: answers(200, SessionAnswerSchema, [400, 401, 403, 429]),
    },
    handler: async (request, reply) => {
      // Without this a foreign page could sign somebody in as another.
      if (request.headers.origin !== undefined) requireOwnOrigin(request)
      const session = await redeemLink(store, clock, request.body.token)
      if (session === null)
        throw new ProblemError(
          401,
          'this link was used already, or has lapsed',
          'Every start of Holdfast prints a new one.',
        )
      setCookie(request, reply, session.secret)
      return {
        scopes: permissionsOf(session.person.roles),
        expiresAt: new Date(session.expiresAt).toISOString(),
      }
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/session',
    config: { needs: 'session' },
    schema: {
      summary: 'Who is signed in',
      tags: ['access'],
      response: answers(200, SessionAnswerSchema, [401, 403]),
    },
    handler: async ({ visitor }) => ({
      scopes: visitor!.permissions,
      expiresAt: visitor!.expiresAt === null ? null : new Date(visitor!.expiresAt).toISOString(),
    }),
  })
  app.route({
    method: 'POST',
    url: '/v1/sign-out',
    config: { needs: 'session' },
    schema: { summary: 'End the session', tags: ['access'], response: answers(204, Type.Null(), [401, 403]) },
    handler: async ({ visitor }, reply) => {
      await endSession(store, clock, visitor!)
      ended(visitor!.id)
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send()
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/links',
    config: { needs: 'admin' },
    schema: {
      summary: 'Make a one-time link for another person or browser',
      description: 'The page’s address is the server’s, followed by /#welcome= and the token.',
      tags: ['access'],
      response: answers(201, LinkAnswerSchema, [401, 403]),
    },
    handler: async (_request, reply) => {
      const token = await issueLink(store, clock)
      return reply.code(201).send({ token, expiresAt: new Date(clock.now() + LINK_LIFE_MS).toISOString() })
    },
  })
}

/** Out of reach of scripts and of other sites. Secure where a proxy says that the way to it is. */
function setCookie({ headers }: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(SESSION_COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: headers['x-forwarded-proto'] === 'https',
    maxAge: SESSION_LIFE_MS / 1000,
  })
}
