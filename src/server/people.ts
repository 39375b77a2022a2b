import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { AccessRow, Person } from '../model/person.ts'
import { accessDraft } from '../people/audit.ts'
import {
  changeRoles,
  closePerson,
  invite,
  type MadeLink,
  recoveryLink,
  reopenPerson,
  signOutEverywhere,
} from '../people/staff.ts'
import { done, siteOf, timeOf, timeOrNull } from './doorstep.ts'
import {
  InviteBodySchema,
  LinkAnswerSchema,
  PeopleAnswerSchema,
  PersonRowSchema,
  RolesBodySchema,
} from './people-schemas.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { IdParamsSchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

type ById = { Params: Static<typeof IdParamsSchema> }

/** Who works here, and as what. `changed` tells the live streams of a person that what they may see is another. */
export function registerPeople(
  app: FastifyInstance,
  { people, store, clock }: ServerHouse,
  { origin, changed }: { origin?: string | undefined; changed(person: string): void },
): void {
  const linkAnswer = (request: FastifyRequest, { id, token, expiresAt }: MadeLink) => ({
    id,
    token,
    url: `${siteOf(request, origin).origin}/#welcome=${token}`,
    expiresAt: timeOf(expiresAt),
  })
  const by = ({ visitor }: Pick<FastifyRequest, 'visitor'>) => visitor!.person
  const ofPerson = (summary: string, description?: string) => ({
    summary,
    ...(description !== undefined && { description }),
    tags: ['people'],
    params: IdParamsSchema,
    response: answers(200, PersonRowSchema, [400, 401, 403, 404, 409]),
  })

  app.route({
    method: 'GET',
    url: '/v1/people',
    config: { needs: 'people' },
    schema: {
      summary: 'Everybody, and invitations that nobody has taken yet',
      tags: ['people'],
      response: answers(200, PeopleAnswerSchema, [401, 403]),
    },
    handler: async () => ({
      people: (await store.people()).map(personRow),
      invitations: (await store.accessRows({ kind: 'link' }))
        .filter(({ person, expiresAt }) => person === null && (expiresAt ?? 0) > clock.now())
        .map(invitationRow),
    }),
  })
  app.route<{ Body: Static<typeof InviteBodySchema> }>({
    method: 'POST',
    url: '/v1/people/invitations',
    config: { needs: 'people', fresh: true },
    schema: {
      summary: 'Invite somebody, by a one-time link that lasts three days',
      tags: ['people'],
      body: InviteBodySchema,
      response: answers(201, LinkAnswerSchema, [400, 401, 403, 409]),
    },
    handler: async (request, reply) => {
      const { roles, name = '' } = request.body
      return reply
        .code(201)
        .send(linkAnswer(request, done(await invite(people, by(request), { roles, name }))))
    },
  })
  app.route<ById>({
    method: 'POST',
    url: '/v1/people/invitations/:id/withdraw',
    config: { needs: 'people' },
    schema: {
      summary: 'Take an invitation back',
      tags: ['people'],
      params: IdParamsSchema,
      response: answers(204, Type.Null(), [400, 401, 403, 404]),
    },
    handler: async (request, reply) => {
      const { id } = request.params
      const known = (await store.accessRows({ kind: 'link' })).some((row) => row.id === id)
      if (!known) throw new ProblemError(404, 'there is no such invitation', 'GET /v1/people lists them.')
      await store.changeAccess({
        drop: [id],
        ledger: [accessDraft(clock, by(request), 'link withdrawn', { link: id })],
      })
      return reply.code(204).send()
    },
  })
  app.route<ById & { Body: Static<typeof RolesBodySchema> }>({
    method: 'POST',
    url: '/v1/people/:id/roles',
    config: { needs: 'people', fresh: true },
    schema: {
      ...ofPerson(
        'Say what somebody works as',
        'All their roles from now on. Their next call is judged by it.',
      ),
      body: RolesBodySchema,
    },
    handler: async (request) => {
      const { id } = request.params
      const { person } = done(await changeRoles(people, by(request), id, request.body.roles))
      changed(id)
      return personRow(person)
    },
  })
  app.route<ById>({
    method: 'POST',
    url: '/v1/people/:id/close',
    config: { needs: 'people' },
    schema: ofPerson('Let somebody in no more', 'Their sessions and keys end at once; what they did stays.'),
    handler: async (request) => {
      const { id } = request.params
      const { person } = done(await closePerson(people, by(request), id))
      changed(id)
      return personRow(person)
    },
  })
  app.route<ById>({
    method: 'POST',
    url: '/v1/people/:id/reopen',
    config: { needs: 'people', fresh: true },
    schema: ofPerson('Let somebody in again'),
    handler: async (request) => {
      const { person } = done(await reopenPerson(people, by(request), request.params.id))
      return personRow(person)
    },
  })
  app.route<ById>({
    method: 'POST',
    url: '/v1/people/:id/link',
    config: { needs: 'people', fresh: true },
    schema: {
      summary: 'A one-time link for somebody who cannot sign in any more',
      description: 'Lasts an hour. Whoever holds it can sign in as that person and set a new password.',
      tags: ['people'],
      params: IdParamsSchema,
      response: answers(201, LinkAnswerSchema, [400, 401, 403, 404, 409]),
    },
    handler: async (request, reply) => {
      const made = done(await recoveryLink(people, by(request), request.params.id))
      return reply.code(201).send(linkAnswer(request, made))
    },
  })
  app.route<ById>({
    method: 'POST',
    url: '/v1/people/:id/sign-out',
    config: { needs: 'people' },
    schema: {
      summary: 'End all sessions of somebody',
      tags: ['people'],
      params: IdParamsSchema,
      response: answers(204, Type.Null(), [400, 401, 403, 404]),
    },
    handler: async (request, reply) => {
      const { id } = request.params
      await signOutEverywhere(people, by(request), id)
      changed(id)
      return reply.code(204).send()
    },
  })
}

const personRow = ({
  id,
  pseudonym,
  displayName,
  name,
  roles,
  status,
  createdAt,
  invitedBy,
  lastSignInAt,
  password,
  passkeys,
  subject,
}: Person) => ({
  id,
  pseudonym,
  displayName,
  name,
  roles,
  status,
  createdAt: timeOf(createdAt),
  invitedBy,
  lastSignInAt: timeOrNull(lastSignInAt),
  ways: [
    ...(password === null ? [] : ['password' as const]),
    ...(passkeys.length === 0 ? [] : ['passkey' as const]),
    ...(subject === null ? [] : ['oidc' as const]),
  ],
})

const invitationRow = ({ id, expiresAt, about }: AccessRow) => ({
  id,
  name: about.name ?? '',
  roles: about.roles ?? [],
  by: about.by ?? null,
  expiresAt: timeOf(expiresAt!),
})
