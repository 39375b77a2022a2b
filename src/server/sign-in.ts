import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { type Entry, enterByLink, enterByPassword } from '../people/enter.ts'
import { join, lookAtLink } from '../people/join.ts'
import {
  askForNewPasskey,
  askForPasskey,
  canHavePasskeys,
  enterByPasskey,
  readNewPasskey,
} from '../people/passkeys.ts'
import { hasAdministrator } from '../people/people.ts'
import type { Outcome } from '../people/refusal.ts'
import { newPersonId } from '../people/secrets.ts'
import { visitorOf } from '../people/visitor.ts'
import { done, doorstepOf, letIn, SESSION_COOKIE, siteOf, timeOf } from './doorstep.ts'
import { requireOwnOrigin } from './gate.ts'
import {
  JoinBodySchema,
  JoinQuestionBodySchema,
  LinkViewSchema,
  PasskeyEntryBodySchema,
  PasskeyQuestionSchema,
  SessionAnswerSchema,
  SignInBodySchema,
  TokenBodySchema,
  WaysAnswerSchema,
} from './people-schemas.ts'
import { answers } from './routes.ts'
import type { ServerHouse } from './server.ts'
import { sessionAnswer } from './session.ts'

/** Per network: a person seldom needs three. What can be guessed is slowed down by `people/attempts.ts` besides. */
const CALLS_PER_MINUTE_MAX = 30
const open = {
  needs: 'nothing',
  rateLimit: { max: CALLS_PER_MINUTE_MAX, timeWindow: '1 minute' },
} as const

export interface Entrance {
  /** The page's own address, where it is not the one browsers call us by. */
  origin?: string | undefined
  /** What the button for single sign-on says; null without one. */
  oidc: { label: string; url: string } | null
  /** Tells whoever still talks to a session that it ended. */
  ended(session: string): void
}

/** How people come in: by a link, a password or a passkey. Whoever came in is answered as by `GET /v1/session`. */
export function registerSignIn(app: FastifyInstance, house: ServerHouse, entrance: Entrance): void {
  const { people, store, clock } = house
  const site = (request: FastifyRequest) => siteOf(request, entrance.origin)

  /** Lets in whom `work` makes out, over a new session; the one the browser had is over. */
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (doorstep: ReturnType<typeof doorstepOf>) => Promise<Outcome<Entry>>,
  ) => {
    // Without this a foreign page could sign somebody in as another.
    if (request.headers.origin !== undefined) requireOwnOrigin(request)
    const secret = request.cookies[SESSION_COOKIE]
    const former = secret === undefined ? null : await visitorOf(store, clock, { kind: 'session', secret })
    const entry = done(await work(doorstepOf(request, former?.id)))
    if (former !== null) entrance.ended(former.id)
    letIn(reply, entry, site(request))
    return sessionAnswer(entry.person, entry)
  }

  app.route({
    method: 'GET',
    url: '/v1/sign-in',
    config: { needs: 'nothing' },
    schema: {
      summary: 'How one can sign in here',
      tags: ['access'],
      security: [],
      response: answers(200, WaysAnswerSchema, []),
    },
    handler: async (request) => ({
      first: !(await hasAdministrator(store)),
      password: true,
      passkeys: canHavePasskeys(site(request)),
      oidc: entrance.oidc,
    }),
  })
  app.route<{ Body: Static<typeof SignInBodySchema> }>({
    method: 'POST',
    url: '/v1/sign-in',
    config: open,
    bodyLimit: 2048,
    schema: {
      summary: 'Sign in by name and password, or by a one-time link of one’s own',
      description:
        'Answers with a session cookie. A name nobody has is answered as a wrong password is. After five tries that failed each costs a wait of seconds to minutes, by name and browser.',
      tags: ['access'],
      security: [],
      body: SignInBodySchema,
      response: answers(200, SessionAnswerSchema, [400, 401, 403, 429, 503]),
    },
    handler: (request, reply) =>
      enter(request, reply, (doorstep) => {
        const { body } = request
        return 'token' in body
          ? enterByLink(people, body.token, doorstep)
          : enterByPassword(people, body, doorstep)
      }),
  })
  app.route({
    method: 'POST',
    url: '/v1/sign-in/passkey/options',
    config: open,
    schema: {
      summary: 'What a browser’s passkey is to sign',
      tags: ['access'],
      security: [],
      response: answers(200, PasskeyQuestionSchema, [429]),
    },
    handler: async (request) => askForPasskey(people, site(request)),
  })
  app.route<{ Body: Static<typeof PasskeyEntryBodySchema> }>({
    method: 'POST',
    url: '/v1/sign-in/passkey',
    config: open,
    bodyLimit: 16_384,
    schema: {
      summary: 'Sign in by passkey',
      tags: ['access'],
      security: [],
      body: PasskeyEntryBodySchema,
      response: answers(200, SessionAnswerSchema, [400, 401, 403, 429]),
    },
    handler: (request, reply) =>
      enter(request, reply, (doorstep) => enterByPasskey(people, request.body, site(request), doorstep)),
  })
  app.route<{ Body: Static<typeof TokenBodySchema> }>({
    method: 'POST',
    url: '/v1/links/look',
    config: open,
    bodyLimit: 1024,
    schema: {
      summary: 'What a one-time link is for',
      description: 'Looking does not use it up.',
      tags: ['access'],
      security: [],
      body: TokenBodySchema,
      response: answers(200, LinkViewSchema, [400, 401, 429]),
    },
    handler: async ({ body }) => {
      const { link } = done(await lookAtLink(people, body.token))
      const expiresAt = timeOf(link.expiresAt)
      return link.for === 'new'
        ? { ...link, expiresAt }
        : { for: 'person', name: link.displayName, roles: [], first: false, expiresAt }
    },
  })
  app.route<{ Body: Static<typeof JoinQuestionBodySchema> }>({
    method: 'POST',
    url: '/v1/join/passkey/options',
    config: open,
    bodyLimit: 2048,
    schema: {
      summary: 'What a browser makes a first passkey from',
      tags: ['access'],
      security: [],
      body: JoinQuestionBodySchema,
      response: answers(200, PasskeyQuestionSchema, [400, 401, 429]),
    },
    handler: async (request) => {
      const { token, name, displayName } = request.body
      done(await lookAtLink(people, token))
      const owner = { id: newPersonId(), name, displayName, passkeys: [] }
      return askForNewPasskey(people, owner, site(request))
    },
  })
  app.route<{ Body: Static<typeof JoinBodySchema> }>({
    method: 'POST',
    url: '/v1/join',
    config: open,
    bodyLimit: 16_384,
    schema: {
      summary: 'Take an invitation: choose a name, and a password or a passkey',
      tags: ['access'],
      security: [],
      body: JoinBodySchema,
      response: answers(200, SessionAnswerSchema, [400, 401, 403, 409, 429, 503]),
    },
    handler: (request, reply) =>
      enter(request, reply, async (doorstep) => {
        const { passkey: answer, ...joining } = request.body
        if (answer === undefined) return join(people, joining, doorstep)
        const read = await readNewPasskey(people, { ...answer, name: 'first' }, site(request))
        if (!read.ok) return read
        return join(people, { ...joining, passkey: { id: read.person, passkey: read.passkey } }, doorstep)
      }),
  })
}
