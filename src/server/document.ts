import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { BULK_SCHEMAS } from './bulk.ts'
import { DESK_SCHEMAS } from './desk-schemas.ts'
import { PEOPLE_SCHEMAS } from './people-schemas.ts'
import { QUALITY_SCHEMAS } from './quality.ts'
import { RULES_SCHEMAS } from './rules-desk.ts'
import { NAMED_SCHEMAS } from './schemas.ts'
import { SEARCH_SCHEMAS } from './search.ts'

/** The OpenAPI 3.1 document at `/v1/openapi.json`, made from the schemas that the routes themselves use. */
export async function registerDocument(app: FastifyInstance, version: string): Promise<void> {
  for (const schema of [
    ...NAMED_SCHEMAS,
    ...PEOPLE_SCHEMAS,
    ...DESK_SCHEMAS,
    ...RULES_SCHEMAS,
    ...SEARCH_SCHEMAS,
    ...BULK_SCHEMAS,
    ...QUALITY_SCHEMAS,
  ])
    app.addSchema(schema)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Holdfast',
        version,
        description:
          'Events in, decisions out. Every call but this one and sign-in needs a key or a session.',
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'A key with the permission that the call needs.',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: 'hf_session',
            description: 'A person who signed in.',
          },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `def-${index}`),
    },
  })
  app.route({
    method: 'GET',
    url: '/v1/openapi.json',
    config: { needs: 'nothing' },
    schema: { hide: true },
    handler: async () => app.swagger(),
  })
}
