import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Person } from '../model/person.ts'
import { permissionsOf } from '../model/roles.ts'
import { revoke } from '../people/keys.ts'
import { addPasskey, askForNewPasskey, removePasskey } from '../people/passkeys.ts'
import { changePassword, rename } from '../people/profile.ts'
import { done, siteOf, timeOf, timeOrNull } from './doorstep.ts'
import { isFresh, personOf } from './gate.ts'
import { keyRow, ordered } from './keys.ts'
import {
  KeyBodySchema,
  KeysAnswerSchema,
  MeAnswerSchema,
  NewKeyAnswerSchema,
  NewPasskeyBodySchema,
  PasskeyQuestionSchema,
  PasswordBodySchema,
  ProfileBodySchema,
} from './people-schemas.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

type ById = { Params: Static<typeof IdParamsSchema> }

/** What people see and change of themselves. All of it is the caller's own: no id of a person is ever read from a request. */
export function registerMe(
  app: FastifyInstance,
  { people, store, clock }: ServerHouse,
  { origin, ended }: { origin?: string | undefined; ended(session: string): void },
): void {
  app.route({
    method: 'GET',
    url: '/v1/me',
    config: { needs: 'session' },
    schema: {
      summary: 'One’s own profile',
      tags: ['access'],
      response: answers(200, MeAnswerSchema, [401, 403]),
    },
    handler: async (request) => meAnswer((await store.person(personOf(request).person))!),
  })
  app.route<{ Body: Static<typeof ProfileBodySchema> }>({
    method: 'POST',
    url: '/v1/me',
    config: { needs: 'session' },
    schema: {
      summary: 'Change how one is called',
      tags: ['access'],
      body: ProfileBodySchema,
      response: answers(200, MeAnswerSchema, [400, 401, 403]),
    },
    handler: async (request) => {
      const { person } = personOf(request)
      done(await rename(people, person, request.body.displayName))
      return meAnswer((await store.person(person))!)
    },
  })
  app.route<{ Body: Static<typeof PasswordBodySchema> }>({
    method: 'POST',
    url: '/v1/me/password',
    config: { needs: 'session', fresh: true },
    bodyLimit: 2048,
    schema: {
      summary: 'Set one’s password',
      description: 'All other sessions end.',
      tags: ['access'],
      body: PasswordBodySchema,
      response: answers(204, Type.Null(), [400, 401, 403, 429, 503]),
    },
    handler: async (request, reply) => {
      const { person, id, row } = personOf(request)
      const byLink = row.about.method === 'link' && isFresh(row, clock)
      const { ended: others } = done(
        await changePassword(people, { id: person, session: id, byLink }, request.body),
      )
      for (const session of others) ended(session)
      return reply.code(204).send()
    },
  })
  app.route({
    method: 'POST',
    url: '/v1/me/passkeys/options',
    config: { needs: 'session', fresh: true },
    schema: {
      summary: 'What a browser makes a passkey from',
      tags: ['access'],
      response: answers(200, PasskeyQuestionSchema, [401, 403]),
    },
    handler: async (request) => {
      const person = (await store.person(personOf(request).person))!
      return askForNewPasskey(people, person, siteOf(request, origin))
    },
  })
  app.route<{ Body: Static<typeof NewPasskeyBodySchema> }>({
    method: 'POST',
    url: '/v1/me/passkeys',
    config: { needs: 'session', fresh: true },
    bodyLimit: 16_384,
    schema: {
      summary: 'Add a passkey',
      tags: ['access'],
      body: NewPasskeyBodySchema,
      response: answers(200, MeAnswerSchema, [400, 401, 403, 409]),
    },
    handler: async (request) => {
      const { person } = personOf(request)
      done(await addPasskey(people, person, request.body, siteOf(request, origin)))
      return meAnswer((await store.person(person))!)
    },
  })
  app.route<ById>({
    method: 'POST',
    url: '/v1/me/passkeys/:id/remove',
    config: { needs: 'session', fresh: true },
    schema: {
      summary: 'Remove a passkey',
      tags: ['access'],
      params: IdParamsSchema,
      response: answers(200, MeAnswerSchema, [400, 401, 403, 404, 409]),
    },
    handler: async (request) => {
      const { person } = personOf(request)
      done(await removePasskey(people, person, request.params.id))
      return meAnswer((await store.person(person))!)
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/me/keys',
    config: { needs: 'session' },
    schema: {
      summary: 'One’s own keys',
      tags: ['access'],
      response: answers(200, KeysAnswerSchema, [401, 403]),
    },
    handler: async (request) => {
      const rows = await store.accessRows({ kind: 'key', person: personOf(request).person })
      return { keys: rows.map(keyRow) }
    },
  })
  app.route<{ Body: Static<typeof KeyBodySchema> }>({
    method: 'POST',
    url: '/v1/me/keys',
    config: { needs: 'session', fresh: true },
    schema: {
      summary: 'Make a key for one’s own scripts',
      description:
        'It acts as the person, does at most what the person may do at that moment, and ends within a year.',
      tags: ['access'],
      body: KeyBodySchema,
      response: answers(201, NewKeyAnswerSchema, [400, 401, 403, 409]),
    },
    handler: async (request, reply) =>
      reply.code(201).send(await ordered(people, personOf(request), { ...request.body, own: true })),
  })
  app.route<ById>({
    method: 'POST',
    url: '/v1/me/keys/:id/revoke',
    config: { needs: 'session' },
    schema: {
      summary: 'Revoke one of one’s own keys',
      tags: ['access'],
      params: IdParamsSchema,
      response: answers(204, Type.Null(), [400, 401, 403, 404]),
    },
    handler: async (request, reply) => {
      const { person } = personOf(request)
      done(await revoke(people, person, { kind: 'key', id: request.params.id, owner: person }))
      return reply.code(204).send()
    },
  })
}

const meAnswer = ({ id, pseudonym, displayName, name, roles, password, subject, passkeys }: Person) => ({
  id,
  pseudonym,
  displayName,
  name,
  roles,
  permissions: permissionsOf(roles),
  hasPassword: password !== null,
  singleSignOn: subject?.issuer ?? null,
  passkeys: passkeys.map((passkey) => ({
    id: passkey.id,
    name: passkey.name,
    host: passkey.host,
    createdAt: timeOf(passkey.createdAt),
    usedAt: timeOrNull(passkey.usedAt),
  })),
})
