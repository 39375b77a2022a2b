import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { peopleFrom } from '../threats/people-csv.ts'
import { RegisterSealed } from '../threats/register.ts'
import { personOf } from './gate.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'
import { ProtectedAnswerSchema, ProtectedBodySchema, ProtectedPutSchema } from './threat-schemas.ts'

const TAGS = ['protected']

/** The register of protected people. Each look and each change is on the ledger, under the name of who did it. */
export function registerProtected(app: FastifyInstance, { register }: ServerHouse): void {
  app.route({
    method: 'GET',
    url: '/v1/protected',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'Who is protected',
      tags: TAGS,
      response: answers(200, ProtectedAnswerSchema, [401, 403, 503]),
    },
    handler: async (request) => ({ people: await opened(() => register.look(personOf(request).person)) }),
  })
  app.route<{ Body: Static<typeof ProtectedBodySchema> }>({
    method: 'POST',
    url: '/v1/protected',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'Put people and roles in',
      description: 'All or nothing. An entry of the same kind, label and office is replaced.',
      tags: TAGS,
      body: ProtectedBodySchema,
      response: answers(200, ProtectedPutSchema, [400, 401, 403, 413, 415, 503]),
    },
    handler: async (request) => {
      const read = peopleFrom(request.body.csv)
      if (!read.ok) {
        const [{ line, reason }] = read.faults as [{ line: number; reason: string }]
        throw new ProblemError(
          400,
          `line ${line}: ${reason}`,
          'Nobody was put in. See docs/operate/threats.md.',
          {
            field: 'csv',
          },
        )
      }
      return opened(() => register.put(read.people, personOf(request).person))
    },
  })
  app.route<{ Params: Static<typeof IdParamsSchema> }>({
    method: 'DELETE',
    url: '/v1/protected/:id',
    config: { needs: 'threats', by: 'person' },
    schema: {
      summary: 'Take an entry out',
      tags: TAGS,
      params: IdParamsSchema,
      response: {
        204: { type: 'null', description: 'It is out.' },
        ...answers(204, { type: 'null' }, [400, 401, 403, 404, 503]),
      },
    },
    handler: async (request, reply) => {
      const gone = await opened(() => register.remove(request.params.id, personOf(request).person))
      if (!gone)
        throw new ProblemError(404, 'there is no entry with this id', 'GET /v1/protected lists them.')
      return reply.code(204).send()
    },
  })
}

async function opened<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RegisterSealed)) throw error
    throw new ProblemError(503, error.message, 'Put installation.key back that it was sealed with.')
  }
}
