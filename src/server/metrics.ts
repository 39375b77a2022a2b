import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Type } from 'typebox'
import { answers } from './routes.ts'
import type { ServerHouse } from './server.ts'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

/** `GET /metrics` in Prometheus' text format. Gauges are read when asked for; nothing is counted twice. */
export function registerMetrics(app: FastifyInstance, house: ServerHouse, clients: () => number): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'holdfast_' })
  const gauges = gaugesIn(registry)
  const requests = new Histogram({
    name: 'holdfast_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  })

  app.addHook('onResponse', async (request, reply) => {
    const route = request.is404 ? 'unknown' : request.routeOptions.url
    requests.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.route({
    method: 'GET',
    url: '/metrics',
    config: { needs: 'metrics' },
    schema: {
      summary: 'Measurements for Prometheus',
      tags: ['status'],
      produces: ['text/plain'],
      response: answers(200, Type.String(), [401, 403]),
    },
    handler: async (_request, reply) => {
      const { eventsPerSecond, depth, position, halted } = house.status()
      const { events, decisions, jobs, outboxWaiting, outboxDead, outboxDone, accounts } =
        await house.store.counts()
      gauges.eventsPerSecond.set(eventsPerSecond)
      gauges.depth.set(depth)
      gauges.unjudged.set(position.logged - position.judged)
      gauges.halted.set(halted === null ? 0 : 1)
      gauges.clients.set(clients())
      const rows = { events, decisions, jobs, accounts }
      for (const [of, value] of Object.entries(rows)) gauges.rows.set({ of }, value)
      const outbox = { waiting: outboxWaiting, dead: outboxDead, done: outboxDone }
      for (const [status, value] of Object.entries(outbox)) gauges.outbox.set({ status }, value)
      for (const { name, cost, answers, gaps } of house.bills?.() ?? [])
        for (const [of, value] of Object.entries({ ...cost, answers, gaps }))
          gauges.opinions.set({ provider: name, of }, value)
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  })
}

function gaugesIn(registry: Registry) {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `holdfast_${name}`, help, labelNames, registers: [registry] })
  return {
    eventsPerSecond: gauge('events_per_second', 'Events judged in the last whole second.'),
    depth: gauge('line_depth', 'Events accepted at the door and not yet judged.'),
    unjudged: gauge('line_unjudged', 'Events in the log whose consequences are not committed.'),
    halted: gauge('line_halted', '1 while the line stands still.'),
    clients: gauge('live_clients', 'Pages that listen.'),
    rows: gauge('rows', 'Rows in the store.', ['of']),
    outbox: gauge('outbox_entries', 'Actions to the platform.', ['status']),
    opinions: gauge('opinions', 'Second opinions since the start: cost, answers and gaps.', [
      'provider',
      'of',
    ]),
  }
}
