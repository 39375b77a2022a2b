import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { AccessRow, Person, SignInMethod } from '../model/person.ts'
import { permissionsOf } from '../model/roles.ts'
import { revoke } from '../people/keys.ts'
import { endSession, liveSessions } from '../people/sessions.ts'
import { signOutEverywhere } from '../people/staff.ts'
import { done, SESSION_COOKIE, timeOf } from './doorstep.ts'
import { personOf } from './gate.ts'
import { ColleaguesAnswerSchema, SessionAnswerSchema, SessionsAnswerSchema } from './people-schemas.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

/** The session that asks, and one's others. `ended` tells whoever still talks to a session that it is over. */
export function registerSession(
  app: FastifyInstance,
  { people, store, clock }: ServerHouse,
  ended: (session: string) => void,
): void {
  app.route({
    method: 'GET',
    url: '/v1/session',
    config: { needs: 'session' },
    schema: {
      summary: 'Who is signed in, and what they may do',
      tags: ['access'],
      response: answers(200, SessionAnswerSchema, [401, 403]),
    },
    handler: async (request) => {
      const { person, row } = personOf(request)
      return sessionAnswer((await store.person(person))!, factsOf(row))
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/session/alive',
    config: { needs: 'session' },
    schema: {
      summary: 'Say that somebody is at the page',
      description:
        'A session ends after an hour without an act. Reading is none, since a page reads by itself; the page calls this once a minute while somebody types or clicks.',
      tags: ['access'],
      response: answers(204, Type.Null(), [401, 403]),
    },
    handler: async (_request, reply) => reply.code(204).send(),
  })
  app.route({
    method: 'POST',
    url: '/v1/sign-out',
    config: { needs: 'session' },
    schema: { summary: 'End the session', tags: ['access'], response: answers(204, Type.Null(), [401, 403]) },
    handler: async (request, reply) => {
      const visitor = personOf(request)
      await people.inTurn(() => endSession(store, clock, visitor))
      ended(visitor.id)
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send()
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/sessions',
    config: { needs: 'session' },
    schema: {
      summary: 'Where one is signed in',
      tags: ['access'],
      response: answers(200, SessionsAnswerSchema, [401, 403]),
    },
    handler: async (request) => {
      const { person, id } = personOf(request)
      const rows = await liveSessions(store, clock, person)
      return { sessions: rows.toReversed().map((row) => sessionRow(row, id)) }
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema> }>({
    method: 'POST',
    url: '/v1/sessions/:id/revoke',
    config: { needs: 'session' },
    schema: {
      summary: 'End one of one’s own sessions',
      tags: ['access'],
      params: IdParamsSchema,
      response: answers(204, Type.Null(), [400, 401, 403, 404]),
    },
    handler: async (request, reply) => {
      const { person } = personOf(request)
      const { id } = request.params
      done(await revoke(people, person, { kind: 'session', id, owner: person }))
      ended(id)
      return reply.code(204).send()
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/sessions/revoke-others',
    config: { needs: 'session' },
    schema: {
      summary: 'End all of one’s sessions but this one',
      tags: ['access'],
      response: answers(204, Type.Null(), [401, 403]),
    },
    handler: async (request, reply) => {
      const { person, id } = personOf(request)
      for (const session of await signOutEverywhere(people, person, person, id)) ended(session)
      return reply.code(204).send()
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/colleagues',
    config: { needs: 'session' },
    schema: {
      summary: 'Who works here, by the ids that decisions and notes carry',
      description: 'For people who are signed in; no program’s key opens it.',
      tags: ['access'],
      response: answers(200, ColleaguesAnswerSchema, [401, 403]),
    },
    handler: async () => ({
      people: (await store.people()).map(({ id, pseudonym, displayName }) => ({
        id,
        pseudonym,
        displayName,
      })),
    }),
  })
}

interface SessionFacts {
  id: string
  method: SignInMethod
  createdAt: number
  expiresAt: number
  endsAt: number
}

const factsOf = ({ id, createdAt, expiresAt, about }: AccessRow): SessionFacts => ({
  id,
  createdAt,
  method: about.method ?? 'link',
  expiresAt: expiresAt ?? createdAt,
  endsAt: about.endsAt ?? expiresAt ?? createdAt,
})

export const sessionAnswer = (
  { id: person, pseudonym, displayName, name, roles, password, passkeys, subject }: Person,
  { id, method, createdAt, expiresAt, endsAt }: SessionFacts,
) => ({
  id,
  person: { id: person, pseudonym, displayName, name, roles },
  permissions: permissionsOf(roles),
  method,
  canReturn: password !== null || passkeys.length > 0 || subject !== null,
  signedInAt: timeOf(createdAt),
  expiresAt: timeOf(expiresAt),
  endsAt: timeOf(endsAt),
})

const sessionRow = (row: AccessRow, current: string) => {
  const { method, createdAt, expiresAt } = factsOf(row)
  const { agent = null, address = null, usedAt = createdAt } = row.about
  return {
    id: row.id,
    current: row.id === current,
    method,
    agent,
    address,
    createdAt: timeOf(createdAt),
    usedAt: timeOf(usedAt),
    expiresAt: timeOf(expiresAt),
  }
}
