import type { FastifyInstance } from 'fastify'
import type { Admission } from '../bus/bus.ts'
import type { Event } from '../model/event.ts'
import type { EventResult, EventsAnswer } from './api.ts'
import { isNdjson, reasonOf } from './body.ts'
import { ProblemError } from './problem.ts'
import { answers } from './routes.ts'
import { BATCH_EVENTS_MAX, EventsAnswerSchema, EventsBodySchema } from './schemas.ts'
import type { ServerHouse } from './server.ts'

type Admitted = ReturnType<ServerHouse['door']['admit']>

/** `POST /v1/events`: 202 with a result per event once those accepted are durable. */
export function registerIntake(app: FastifyInstance, house: ServerHouse): void {
  app.route({
    method: 'POST',
    url: '/v1/events',
    config: { needs: 'intake' },
    schema: {
      summary: 'Bring events',
      description:
        'Answers when the accepted events are durable and judged. The same id again is a duplicate and changes nothing, so a batch can be sent again after any failure. 429: the line is behind; 503: it is halted. Neither took anything of the batch.',
      tags: ['intake'],
      consumes: ['application/json', 'application/x-ndjson'],
      body: EventsBodySchema,
      response: answers(202, EventsAnswerSchema, [400, 401, 403, 413, 415, 429, 503]),
    },
    // The door judges each event by itself, so that one bad event does not refuse a thousand.
    validatorCompiler: () => () => true,
    handler: async (request, reply) => {
      const admitted = entriesOf(request.body, isNdjson(request)).map((entry) => admit(entry, house))
      const admissions = await publish(admitted, house)
      return reply.code(202).send(answerOf(admitted, admissions))
    },
  })
}

type Entry = { raw: unknown } | { fault: string }

/** The events of a body: of a list its members, of lines each that is not blank. At most 1,000. */
export function entriesOf(body: unknown, isLines: boolean): Entry[] {
  const entries = isLines
    ? linesOf(body as string)
    : (Array.isArray(body) ? body : [body]).map((raw) => ({ raw }))
  if (entries.length === 0)
    throw new ProblemError(
      400,
      'the batch is empty',
      'Send one event, a JSON array of events, or one event per line.',
    )
  if (entries.length > BATCH_EVENTS_MAX)
    throw new ProblemError(
      413,
      `the batch holds ${entries.length} events; ${BATCH_EVENTS_MAX} are the most`,
      'Send it in several requests; order per account is kept when one follows the other.',
    )
  return entries
}

function linesOf(text: string): Entry[] {
  const entries: Entry[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      entries.push({ raw: JSON.parse(line) })
    } catch (error) {
      entries.push({ fault: `line ${index + 1} is not JSON: ${reasonOf(error)}` })
    }
  }
  return entries
}

const admit = (entry: Entry, { door }: ServerHouse): Admitted =>
  'fault' in entry ? { ok: false, id: null, field: null, reason: entry.fault } : door.admit(entry.raw)

async function publish(admitted: Admitted[], { bus, status }: ServerHouse): Promise<Admission[]> {
  const events: Event[] = []
  for (const one of admitted) if (one.ok) events.push(one.event)
  if (events.length === 0) return []
  try {
    return await bus.publish(events)
  } catch (error) {
    const { halted } = status()
    if (halted === null) throw error
    throw new ProblemError(
      503,
      `the line is halted: ${halted}`,
      'Send the batch again later: what was taken of it already is answered as duplicate.',
      { retryAfterSeconds: 5 },
    )
  }
}

/** Puts the door's answers and the line's back into the order of the request. */
function answerOf(admitted: Admitted[], admissions: Admission[]): EventsAnswer {
  const answer: EventsAnswer = { accepted: 0, duplicates: 0, refused: 0, results: [] }
  let taken = 0
  for (const one of admitted) {
    const result = one.ok ? resultOf(admissions[taken++]!) : refusalOf(one)
    answer[result.status === 'duplicate' ? 'duplicates' : result.status] += 1
    answer.results.push(result)
  }
  return answer
}

const resultOf = (admission: Admission): EventResult =>
  admission.status === 'refused'
    ? { id: admission.id, status: 'refused', field: null, reason: admission.reason }
    : { id: admission.id, status: admission.status }

const refusalOf = ({ id, field, reason }: Extract<Admitted, { ok: false }>): EventResult => ({
  id,
  status: 'refused',
  field,
  reason,
})
