import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Clock } from '../lib/clock.ts'
import type { Visitor } from '../people/visitor.ts'
import type { LiveMessage, StreamMessage } from './api.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'

export const CLIENTS_MAX = 64
/** A client that lets more than this pile up is dropped; its page comes back and asks for what it missed. */
const CLIENT_BYTES_MAX = 2 * 1024 * 1024
const FLUSH_MS = 200
/** Per kind and flush. More than a person can see; what is left out is counted and told. */
const PER_FLUSH_MAX = 50
const LATELY_MAX = 30
const HEARTBEAT_MS = 15_000
/** How long a stream outlives the session or key that opened it, at most, where nobody says that it ended. */
const CHECK_MS = 5_000

export interface LiveSource {
  subscribe(listener: (message: LiveMessage) => void): () => void
}

interface Client {
  raw: ServerResponse
  visitor: Visitor
  checkedAt: number
}

export interface Hub {
  join(raw: ServerResponse, visitor: Visitor, headers: OutgoingHttpHeaders): void
  /** Ends the streams of one session, or of one person. */
  dismiss(whom: { session: string } | { person: string }): void
  clients(): number
  close(): void
}

/**
 * Passes what the line says to the pages that listen. Messages are gathered for a fifth of a second and written once for all, so
 * that a busy line pays for neither each page nor each decision.
 */
export function createHub(
  source: LiveSource,
  clock: Clock,
  isStillIn: (visitor: Visitor) => Promise<boolean>,
): Hub {
  const clients = new Set<Client>()
  const gathered = new Map<LiveMessage['kind'], { kept: LiveMessage[]; skipped: number }>()
  const lately = new Map<LiveMessage['kind'], LiveMessage[]>([
    ['link', []],
    ['campaign', []],
    ['pack', []],
    ['jobs', []],
  ])
  let flushing: NodeJS.Timeout | null = null

  const gather = (message: LiveMessage): void => {
    const list = lately.get(message.kind)
    if (message.kind === 'pack') lately.set('pack', message.ok ? [] : [message])
    // How the queues stand is one thing: the last word counts.
    else if (message.kind === 'jobs') lately.set('jobs', [message])
    else if (list !== undefined) keepNewest(list, message, LATELY_MAX)
    if (clients.size === 0) return
    const some = gathered.get(message.kind) ?? { kept: [], skipped: 0 }
    gathered.set(message.kind, some)
    some.skipped += keepNewest(some.kept, message, PER_FLUSH_MAX)
    flushing ??= setTimeout(flush, FLUSH_MS)
  }

  const flush = (): void => {
    flushing = null
    let text = ''
    for (const [kind, { kept, skipped }] of gathered) {
      for (const message of kept) text += frame(message)
      if (skipped > 0) text += frame({ kind: 'skipped', of: kind, count: skipped })
    }
    gathered.clear()
    for (const client of clients) void write(client, text)
  }

  const write = async (client: Client, text: string): Promise<void> => {
    const { raw, visitor } = client
    if (clock.now() - client.checkedAt >= CHECK_MS) {
      client.checkedAt = clock.now()
      if (!(await isStillIn(visitor))) return void raw.end()
    }
    if (raw.writableLength > CLIENT_BYTES_MAX) raw.destroy()
    else raw.write(text)
  }

  const unsubscribe = source.subscribe(gather)
  const beating = setInterval(() => {
    for (const client of clients) void write(client, ':\n\n')
  }, HEARTBEAT_MS)
  beating.unref()

  return {
    join(raw, visitor, headers) {
      const client = { raw, visitor, checkedAt: clock.now() }
      clients.add(client)
      raw.once('close', () => clients.delete(client))
      raw.on('error', () => raw.destroy())
      raw.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream; charset=utf-8',
        'x-accel-buffering': 'no',
      })
      raw.write(`:\n\n${[...lately.values()].flat().map(frame).join('')}`)
    },
    dismiss(whom) {
      for (const { raw, visitor } of clients)
        if ('session' in whom ? visitor.id === whom.session : visitor.person === whom.person) raw.end()
    },
    clients: () => clients.size,
    close() {
      unsubscribe()
      clearInterval(beating)
      if (flushing !== null) clearTimeout(flushing)
      for (const { raw } of clients) raw.end()
    },
  }
}

/** JSON holds no bare line feed, so one message is one line. */
const frame = (message: StreamMessage): string => `data: ${JSON.stringify(message)}\n\n`

/** Adds to the end and lets go of the oldest past `max`; says how many went. */
function keepNewest(list: LiveMessage[], message: LiveMessage, max: number): number {
  list.push(message)
  if (list.length <= max) return 0
  list.shift()
  return 1
}

/** `GET /v1/live`: server-sent events. */
export function registerLive(app: FastifyInstance, hub: Hub): void {
  app.route({
    method: 'GET',
    url: '/v1/live',
    config: { needs: 'read' },
    exposeHeadRoute: false,
    schema: {
      summary: 'What happens, as it happens',
      description: `Server-sent events; each holds one JSON message with a \`kind\`: tick, jobs, decision, enforced, link, campaign, pack, skipped. At most ${PER_FLUSH_MAX} of a kind per ${FLUSH_MS} ms; a \`skipped\` message counts the rest. A client too slow to read is dropped.`,
      tags: ['status'],
      produces: ['text/event-stream'],
      response: answers(200, Type.String(), [401, 403, 503]),
    },
    handler: (request, reply) => {
      if (hub.clients() >= CLIENTS_MAX)
        throw new ProblemError(503, `${CLIENTS_MAX} pages listen already`, 'Close one, or try again later.', {
          retryAfterSeconds: 30,
        })
      reply.hijack()
      hub.join(reply.raw, request.visitor!, reply.getHeaders() as OutgoingHttpHeaders)
    },
  })
}
