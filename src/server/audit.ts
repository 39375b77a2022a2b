import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import type { LedgerEntry, LedgerKind } from '../model/ledger.ts'
import type { Person } from '../model/person.ts'
import { AuditAnswerSchema, AuditQuerySchema } from './people-schemas.ts'
import { answers } from './routes.ts'
import { ROWS_STANDARD } from './schemas.ts'
import type { ServerHouse } from './server.ts'

/** Who did what, for auditors: the ledger's entries that people led to, with the names that it does not hold. */
export function registerAudit(app: FastifyInstance, { store }: ServerHouse): void {
  app.route<{ Querystring: Static<typeof AuditQuerySchema> }>({
    method: 'GET',
    url: '/v1/audit',
    config: { needs: 'audit' },
    schema: {
      summary: 'What people did and saw, newest first',
      tags: ['audit'],
      querystring: AuditQuerySchema,
      response: answers(200, AuditAnswerSchema, [400, 401, 403]),
    },
    handler: async ({ query: { kind, limit = ROWS_STANDARD, ...filter } }) => {
      const rows = await store.ledgerActs({
        ...filter,
        limit,
        ...(kind !== undefined && { kind: kind as LedgerKind }),
      })
      return {
        entries: rows.map(({ seq, at, kind, hash, body }) => {
          const { person = null, ...rest } = body
          return { seq, at, kind, hash, person, body: rest }
        }),
        people: namesIn(rows, await store.people()),
        next: rows.length < limit ? null : rows.at(-1)!.seq,
      }
    },
  })
}

/** Everybody whose id stands anywhere in the entries. */
function namesIn(entries: LedgerEntry[], everybody: Person[]) {
  const ids = new Set(JSON.stringify(entries.map(({ body }) => body)).match(/person-[0-9a-z]{16}/g))
  return Object.fromEntries(
    everybody
      .filter(({ id }) => ids.has(id))
      .map(({ id, name, pseudonym, displayName }) => [id, { name, pseudonym, displayName }]),
  )
}
