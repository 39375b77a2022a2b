import type { Problem } from './types.ts'

/** An answer that is not a success, or none at all (`status` 0). */
export class CallError extends Error {
  readonly status: number
  readonly hint: string
  constructor(status: number, reason: string, hint: string) {
    super(reason)
    this.name = 'CallError'
    this.status = status
    this.hint = hint
  }
}

const ANSWER_MS_MAX = 15_000

/** Asks the server for JSON. Throws a CallError. */
export async function call<T>(path: string, body?: { post: unknown }): Promise<T> {
  const response = await ask(path, body)
  if (response.ok) return (response.status === 204 ? null : await response.json()) as T
  const problem = (await response.json().catch(() => null)) as Problem | null
  throw new CallError(response.status, problem?.reason ?? response.statusText, problem?.hint ?? '')
}

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
