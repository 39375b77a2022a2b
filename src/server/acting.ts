import { type TObject, type TSchema, type TUnion, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { DeskOutcome } from '../threats/threat-desk.ts'
import { ProblemError } from './problem.ts'

/** Who acts, and on what, is known from the call itself: a body that says so is not asked. */
const KNOWN = ['by', 'token', 'case', 'order', 'request'] as const

/** The acts of a union as a caller writes them: `do`, why, and what that act needs. */
export function ordersOf(acts: TUnion, except: readonly string[] = []) {
  const orders = (acts.anyOf as TObject[])
    .filter(({ properties }) => !except.includes(nameOf(properties)))
    .map(({ properties }) => {
      const own = { ...properties }
      for (const name of KNOWN) delete own[name]
      return { name: nameOf(properties), schema: Type.Object(own) }
    })
  const checks = new Map(orders.map(({ name, schema }) => [name, Compile(schema)]))
  return {
    schema: Type.Union(orders.map(({ schema }) => schema)),
    /** The body, or a problem that names the act’s own field: a union by itself would only say that nothing matched. */
    checked(body: unknown): Record<string, unknown> {
      const name = (body as { do?: unknown } | null)?.do
      const check = checks.get(String(name))
      const hint = `do is one of ${[...checks.keys()].join(', ')}.`
      if (check === undefined)
        throw new ProblemError(400, 'body: there is no such act', hint, { field: 'do' })
      if (check.Check(body)) return body as Record<string, unknown>
      const [first] = check.Errors(body)
      const lacking = (first?.params as { requiredProperties?: string[] } | undefined)?.requiredProperties
      const field = lacking?.[0] ?? first?.instancePath.slice(1).replaceAll('/', '.') ?? ''
      throw new ProblemError(
        400,
        `body: ${field} ${first?.message ?? 'does not fit'}`,
        'See /v1/openapi.json.',
        {
          field,
        },
      )
    },
  }
}

const nameOf = (properties: Record<string, TSchema>): string =>
  (properties.do as unknown as { const: string }).const

/** What was done, or why it was not. */
export function doneOr<V>(outcome: DeskOutcome<V>): { event: string; view: V } {
  if (outcome.ok) return { event: outcome.event, view: outcome.view }
  throw new ProblemError(outcome.known ? 409 : 404, outcome.fault.reason, outcome.fault.hint)
}
