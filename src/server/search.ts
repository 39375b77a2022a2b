import type { FastifyInstance } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { SEARCH_KINDS, TOP_BY } from '../store/search.ts'
import { limit, orNull } from './desk-schemas.ts'
import { personOf } from './gate.ts'
import { answers } from './routes.ts'
import { ROWS_STANDARD } from './schemas.ts'
import type { ServerHouse } from './server.ts'

const words = Type.String({
  maxLength: 500,
  description: 'All of these words; "a phrase"; beginning*. Folded as the reader folds.',
})
const filters = {
  kind: Type.Optional(Type.Enum(SEARCH_KINDS)),
  account: Type.Optional(Type.String({ maxLength: 512 })),
  policy: Type.Optional(Type.String({ maxLength: 64 })),
  language: Type.Optional(Type.String({ maxLength: 35 })),
  since: Type.Optional(Type.String({ maxLength: 40, description: 'Event time, ISO 8601.' })),
  until: Type.Optional(Type.String({ maxLength: 40 })),
}
export const SearchQuerySchema = Type.Object({ text: words, ...filters })
const Queried = { text: Type.Optional(words), ...filters }
const HitSchema = Type.Object(
  {
    row: Type.Integer({ description: 'What `before` names.' }),
    kind: Type.Enum(SEARCH_KINDS),
    id: Type.String(),
    account: Type.String(),
    post: orNull(Type.String()),
    policy: orNull(Type.String()),
    language: orNull(Type.String()),
    at: Type.String(),
    deleted: Type.Boolean(),
    text: Type.String({ description: 'At most 500 characters of the original.' }),
  },
  { $id: 'Hit' },
)
const HitsSchema = Type.Object(
  {
    hits: Type.Array(Type.Ref('Hit'), { description: 'Newest first.' }),
    next: orNull(Type.Integer({ description: 'Give as `before`.' })),
    count: Type.Integer(),
    more: Type.Boolean({ description: 'Counted no further.' }),
    indexed: Type.Object({ indexed: Type.Integer(), logged: Type.Integer() }),
  },
  { $id: 'Hits' },
)
const TopSchema = Type.Object(
  { top: Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() })) },
  { $id: 'SearchTop' },
)
const SeriesSchema = Type.Object(
  { series: Type.Array(Type.Object({ at: Type.String(), count: Type.Integer() })) },
  { $id: 'SearchSeries' },
)
const SavedSchema = Type.Object(
  {
    searches: Type.Array(
      Type.Object({
        id: Type.String({ minLength: 1, maxLength: 64 }),
        title: Type.String({ minLength: 1, maxLength: 128 }),
        query: Type.Object(Queried),
      }),
      { maxItems: 100 },
    ),
  },
  { $id: 'SavedSearches' },
)
export const SEARCH_SCHEMAS: TSchema[] = [HitSchema, HitsSchema, TopSchema, SeriesSchema, SavedSchema]

const PROBLEMS = [400, 401, 403]
const TAGS = ['search']
const HitsQuery = Type.Object({ ...Queried, before: Type.Optional(Type.Integer()), limit })
const TopQuery = Type.Object({
  ...Queried,
  by: Type.Enum(TOP_BY),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 10 })),
})
const SeriesQuery = Type.Object({ ...Queried, step: Type.Optional(Type.Enum(['hour', 'day'])) })

/** Full text over posts, accounts, decisions and notes. */
export function registerSearch(app: FastifyInstance, { search, store }: ServerHouse): void {
  app.route<{ Querystring: Static<typeof HitsQuery> }>({
    method: 'GET',
    url: '/v1/search',
    config: { needs: 'review' },
    schema: {
      summary: 'Search posts, accounts, decisions and notes',
      tags: TAGS,
      querystring: HitsQuery,
      response: answers(200, HitsSchema, PROBLEMS),
    },
    handler: async ({ query: { text = '', limit = ROWS_STANDARD, before, ...filter } }) => {
      const query = { text, ...filter }
      const [hits, counted] = await Promise.all([
        search.search({ ...query, ...(before !== undefined && { before }), limit }),
        search.count(query),
      ])
      return {
        hits,
        next: hits.length < limit ? null : hits.at(-1)!.row,
        ...counted,
        indexed: search.position(),
      }
    },
  })
  app.route<{ Querystring: Static<typeof TopQuery> }>({
    method: 'GET',
    url: '/v1/search/top',
    config: { needs: 'review' },
    schema: {
      summary: 'The most frequent accounts, policies or languages among what is found',
      tags: TAGS,
      querystring: TopQuery,
      response: answers(200, TopSchema, PROBLEMS),
    },
    handler: async ({ query: { text = '', limit = 10, ...rest } }) => ({
      top: await search.top({ text, limit, ...rest }),
    }),
  })
  app.route<{ Querystring: Static<typeof SeriesQuery> }>({
    method: 'GET',
    url: '/v1/search/series',
    config: { needs: 'review' },
    schema: {
      summary: 'How much of what is found lies in each hour or day',
      tags: TAGS,
      querystring: SeriesQuery,
      response: answers(200, SeriesSchema, PROBLEMS),
    },
    handler: async ({ query: { text = '', step = 'day', ...rest } }) => ({
      series: await search.series({ text, step, ...rest }),
    }),
  })
  const nameOf = (person: string) => `desk.searches.${person}`
  app.route({
    method: 'GET',
    url: '/v1/searches',
    config: { needs: 'review', by: 'person' },
    schema: { summary: 'My saved searches', tags: TAGS, response: answers(200, SavedSchema, [401, 403]) },
    handler: async (request) => ({
      searches: JSON.parse((await store.meta(nameOf(personOf(request).person))) ?? '[]') as unknown[],
    }),
  })
  app.route<{ Body: Static<typeof SavedSchema> }>({
    method: 'POST',
    url: '/v1/searches',
    config: { needs: 'review', by: 'person' },
    schema: {
      summary: 'Keep these searches as mine',
      tags: TAGS,
      body: SavedSchema,
      response: answers(200, SavedSchema, [...PROBLEMS, 413, 415]),
    },
    handler: async (request) => {
      const { searches } = request.body
      await store.setMeta(nameOf(personOf(request).person), JSON.stringify(searches))
      return { searches }
    },
  })
}
