import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { AccessRow } from '../model/person.ts'
import type { Permission } from '../model/roles.ts'
import { orderKey, revoke } from '../people/keys.ts'
import type { PeopleDesk } from '../people/people.ts'
import type { Visitor } from '../people/visitor.ts'
import { done, timeOf, timeOrNull } from './doorstep.ts'
import { KeyBodySchema, KeysAnswerSchema, NewKeyAnswerSchema } from './people-schemas.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

/** Keys of programs and of people, for whoever runs the installation. */
export function registerKeys(app: FastifyInstance, { people, store }: ServerHouse): void {
  app.route({
    method: 'GET',
    url: '/v1/keys',
    config: { needs: 'admin' },
    schema: {
      summary: 'All keys',
      tags: ['access'],
      response: answers(200, KeysAnswerSchema, [401, 403]),
    },
    handler: async () => ({ keys: (await store.accessRows({ kind: 'key' })).map(keyRow) }),
  })
  app.route<{ Body: Static<typeof KeyBodySchema> }>({
    method: 'POST',
    url: '/v1/keys',
    config: { needs: 'admin', fresh: true },
    schema: {
      summary: 'Make a key for a program',
      description: 'It may do no more than who makes it, besides intake, check and metrics.',
      tags: ['access'],
      body: KeyBodySchema,
      response: answers(201, NewKeyAnswerSchema, [400, 401, 403, 409]),
    },
    handler: async ({ visitor, body }, reply) =>
      reply.code(201).send(await ordered(people, visitor!, { ...body, own: false })),
  })
  app.route<{ Params: Static<typeof IdParamsSchema> }>({
    method: 'POST',
    url: '/v1/keys/:id/revoke',
    config: { needs: 'admin' },
    schema: {
      summary: 'Revoke any key',
      tags: ['access'],
      params: IdParamsSchema,
      response: answers(204, Type.Null(), [400, 401, 403, 404]),
    },
    handler: async ({ params, visitor }, reply) => {
      done(await revoke(people, visitor!.person, { kind: 'key', id: params.id }))
      return reply.code(204).send()
    },
  })
}

const DAYS_STANDARD = 90

export async function ordered(
  people: PeopleDesk,
  visitor: Visitor,
  order: { name: string; permissions: Permission[]; days?: number | null; own: boolean },
) {
  const { name, permissions, days = DAYS_STANDARD, own } = order
  const { row, secret } = done(await orderKey(people, visitor, { name, permissions, days, own }))
  return { key: keyRow(row), secret }
}

export const keyRow = ({ id, scopes, person, createdAt, expiresAt, about }: AccessRow) => ({
  id,
  name: about.name ?? '',
  permissions: scopes,
  person,
  by: about.by ?? null,
  createdAt: timeOf(createdAt),
  expiresAt: timeOrNull(expiresAt),
  usedAt: timeOrNull(about.usedAt),
})
