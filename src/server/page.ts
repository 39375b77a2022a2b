import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

/** Where in the page one can be by address; all of it is the one `index.html`. `appeal` is for people without an account of ours. */
export const PAGE_SCREENS: readonly string[] = [
  'queue',
  'decisions',
  'search',
  'links',
  'campaigns',
  'threats',
  'appeals',
  'bulk',
  'rules',
  'quality',
  'overview',
  'outbox',
  'people',
  'profile',
  'appeal',
]

/** The page and its files. Only what the build put into `assets/` and `index.html` can be reached. */
export async function registerPage(app: FastifyInstance, consoleDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: consoleDir,
    serve: false,
    suppressWarning: true,
    cacheControl: false,
  })
  for (const url of ['/', ...PAGE_SCREENS.flatMap((screen) => [`/${screen}`, `/${screen}/*`])])
    app.route({
      method: 'GET',
      url,
      config: { needs: 'nothing' },
      schema: { hide: true },
      handler: async (_request, reply) => {
        if (!existsSync(join(consoleDir, 'index.html')))
          throw new ProblemError(
            503,
            'the page has not been built',
            'Run npm run build; the API works without it.',
          )
        return reply.sendFile('index.html')
      },
    })
  app.route<{ Params: { '*': string } }>({
    method: 'GET',
    url: '/assets/*',
    config: { needs: 'nothing' },
    schema: { hide: true },
    handler: async ({ params }, reply) => {
      // Names carry a hash of what is in them: the same name, the same bytes, for ever.
      reply.header('cache-control', 'public, max-age=31536000, immutable')
      return reply.sendFile(params['*'], join(consoleDir, 'assets'))
    },
  })
}
