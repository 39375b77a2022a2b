import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

export const NDJSON = 'application/x-ndjson'

/**
 * Bodies are JSON, or lines of JSON, in UTF-8. Our own parsers: one hostile member (`__proto__`) of one event must not refuse a whole
 * batch, as the framework's own would; the door judges each event by itself.
 */
export function registerBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => parseJson(textOf(request, body)),
  )
  app.addContentTypeParser(NDJSON, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    textOf(request, body),
  )
}

export const isNdjson = ({ headers }: FastifyRequest): boolean =>
  /^\s*application\/x-ndjson\s*(;|$)/i.test(headers['content-type'] ?? '')

function textOf({ headers }: FastifyRequest, body: Buffer): string {
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity')
    throw new ProblemError(
      415,
      'compressed bodies are not understood',
      'Send the body without Content-Encoding.',
    )
  if (!isUtf8(body)) throw new ProblemError(400, 'the body is not UTF-8', 'Send JSON in UTF-8.')
  const text = body.toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function parseJson(text: string): unknown {
  if (text.trim() === '') throw new ProblemError(400, 'the body is empty', 'Send JSON.')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ProblemError(400, `the body is not JSON: ${reasonOf(error)}`, 'Send one JSON value.')
  }
}

/** The parser's words without the part of the input they quote: an answer repeats nothing that was sent. */
export const reasonOf = (error: unknown): string =>
  /^(.*?)(?:,? (?:\.\.\.)?"|$)/s.exec((error as Error).message)?.[1]?.slice(0, 120) || 'syntax error'
