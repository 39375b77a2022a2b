import fastify, { type FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { ProblemError, sendProblem } from './problem.ts'
import type { ServerHouse } from './server.ts'

const ParamsSchema = Type.Object({
  kind: Type.Union([Type.Literal('threat'), Type.Literal('order')]),
  id: Type.String({ minLength: 1, maxLength: 512 }),
  page: Type.String({ pattern: '^pg-[0-9a-f]{24}$' }),
})
const QuerySchema = Type.Object({ token: Type.String({ minLength: 1, maxLength: 64 }) })
type Link = { Params: Static<typeof ParamsSchema>; Querystring: Static<typeof QuerySchema> }

const URL_OF = '/v1/pages/:kind/:id/:page/acknowledge'
const PER_MINUTE_MAX = 60
/** This one page has one form, and sends it to itself. */
const POLICY = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * Where the link of a page leads: whoever was called may be far from a keyboard, and is not asked to sign in. The link is good for this one page and
 * says nothing of the case. It takes a second step, since mail scanners follow links. (docs/spec/threats.md, P5)
 */
export async function registerPages(
  app: FastifyInstance,
  { threats }: Pick<ServerHouse, 'threats'>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'buffer', bodyLimit: 1_024 },
      async () => ({}),
    )
    const config = { needs: 'nothing' as const, rateLimit: { max: PER_MINUTE_MAX, timeWindow: '1 minute' } }
    const schema = { hide: true, params: ParamsSchema, querystring: QuerySchema }
    scope.route<Link>({
      method: 'GET',
      url: URL_OF,
      config,
      schema,
      handler: async ({ params, query }, reply) => {
        const page = await threats.pageOf({ ...params, ...query })
        if (page === null) throw noPage()
        return reply
          .header('content-security-policy', POLICY)
          .type('text/html; charset=utf-8')
          .send(page.done ? said('Acknowledged', 'Somebody has answered this page.') : ASK)
      },
    })
    scope.route<Link>({
      method: 'POST',
      url: URL_OF,
      config,
      schema,
      handler: async ({ params, query }, reply) => {
        const link = { ...params, ...query }
        const page = await threats.pageOf(link)
        if (page === null) throw noPage()
        if (!page.done) {
          const outcome = await threats.acknowledge(link)
          if (!outcome.ok) throw new ProblemError(409, outcome.fault.reason, outcome.fault.hint)
        }
        return reply
          .header('content-security-policy', POLICY)
          .type('text/html; charset=utf-8')
          .send(said('Acknowledged', 'Thank you. Open the case at the desk.'))
      },
    })
  })
}

const noPage = () =>
  new ProblemError(404, 'this link is not one of ours', 'Use the whole link as it stands in the page.')

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${body}</html>`
const said = (title: string, words: string): string => page(title, `<p>${words}</p>`)
const ASK = page(
  'Acknowledge this page',
  '<p>Whoever acknowledges takes it on: nobody else is called for it.</p><form method="post"><button>I take it on</button></form>',
)

/** Only the links of pages, by themselves: for a drill. */
export async function pageServer(
  threats: ServerHouse['threats'],
  { host, port }: { host: string; port: number },
): Promise<{ address: string; close(): Promise<void> }> {
  const app = fastify({ logger: false })
  app.setErrorHandler(sendProblem)
  await registerPages(app, { threats })
  return { address: await app.listen({ host, port }), close: () => app.close() }
}
