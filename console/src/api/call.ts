import { type Away, presence } from './presence.ts'
import type { Problem } from './types.ts'

/** An answer that is not a success, or none at all (`status` 0). */
export class CallError extends Error {
  readonly status: number
  readonly hint: string
  readonly field: string | null
  constructor(status: number, reason: string, hint: string, field: string | null = null) {
    super(reason)
    this.name = 'CallError'
    this.status = status
    this.hint = hint
    this.field = field
  }
}

const ANSWER_MS_MAX = 15_000

/** Asks the server for JSON. Throws a CallError. Where the session has ended it waits for its person, and asks again (presence.ts). */
export async function call<T>(path: string, body?: { post: unknown }): Promise<T> {
  const response = await ask(path, body)
  if (response.status === 401 && !AT_THE_DOOR.test(path)) {
    const problem = await problemOf(response)
    if (await presence.waitForReturn(whyAway(problem))) return call(path, body)
    throw errorOf(response, problem)
  }
  if (response.ok) return (response.status === 204 ? null : await response.json()) as T
  throw errorOf(response, await problemOf(response))
}

/** Calls whose refusal is itself the answer. */
const AT_THE_DOOR = /^\/v1\/(sign-in|sign-out|session$|links\/|join)/

const whyAway = (problem: Problem | null): Away => (problem?.field === 'session' ? 'fresh' : 'ended')

const problemOf = (response: Response): Promise<Problem | null> => response.json().catch(() => null)

const errorOf = ({ status, statusText }: Response, problem: Problem | null): CallError =>
  new CallError(status, problem?.reason ?? statusText, problem?.hint ?? '', problem?.field ?? null)

async function ask(path: string, body?: { post: unknown }): Promise<Response> {
  try {
    return await fetch(path, {
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            ...(body.post === null
              ? {}
              : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body.post) }),
          }),
    })
  } catch (error) {
    throw new CallError(0, (error as Error).message, '')
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof CallError && error.status === 401
