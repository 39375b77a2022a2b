import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { BusFull } from '../bus/bus.ts'
import { TooBusy } from '../people/password.ts'
import { StoreError } from '../store/store.ts'
import { BODY_BYTES_MAX } from './schemas.ts'

/** An answer that is not a success: what is wrong, and what the caller can do about it. */
export class ProblemError extends Error {
  readonly status: number
  readonly hint: string
  readonly more: { field?: string; retryAfterSeconds?: number }
  constructor(status: number, reason: string, hint: string, more: ProblemError['more'] = {}) {
    super(reason)
    this.name = 'ProblemError'
    this.status = status
    this.hint = hint
    this.more = more
  }
}

/** Writes any error as problem JSON. What we did not foresee is logged and answered without detail: never a stack. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  if (problem.status >= 500 && !(error instanceof ProblemError)) request.log.error(error)
  const { field, retryAfterSeconds } = problem.more
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds)
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send({
      status: problem.status,
      title: STATUS_CODES[problem.status] ?? 'Error',
      reason: problem.message,
      hint: problem.hint,
      ...(field === undefined ? {} : { field }),
    })
}

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof BusFull)
    return new ProblemError(
      429,
      error.message,
      'Nothing of this batch was taken. Send it again after Retry-After seconds.',
      {
        retryAfterSeconds: error.retryAfterSeconds,
      },
    )
  if (error instanceof TooBusy)
    return new ProblemError(503, error.message, 'Try again in a moment.', { retryAfterSeconds: 5 })
  if (error instanceof StoreError)
    return new ProblemError(503, error.message, error.hint, { retryAfterSeconds: 5 })
  return ofFramework(error as FastifyError)
}

function ofFramework(error: FastifyError): ProblemError {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ProblemError(
        413,
        `the body is larger than ${BODY_BYTES_MAX} bytes`,
        'Send it in several smaller requests.',
      )
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new ProblemError(
        415,
        'this content type is not understood',
        'Send application/json; /v1/events also takes application/x-ndjson.',
      )
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ProblemError(
        400,
        'the body is not as long as Content-Length says',
        'Send the length of the body in bytes.',
      )
    case 'FST_ERR_VALIDATION':
      return ofValidation(error)
  }
  const status = error.statusCode ?? 500
  if (status === 429)
    return new ProblemError(429, 'too many calls', 'Wait, then call again.', { retryAfterSeconds: 60 })
  if (status >= 400 && status < 500)
    return new ProblemError(
      status,
      'the request cannot be read',
      'See /v1/openapi.json for what is expected.',
    )
  return new ProblemError(
    500,
    'something went wrong on our side',
    'Try again; if it stays, the server’s log says more.',
  )
}

/** A member that a body does not name is a schema that nothing fits: said in plain words. */
export const saidOf = (message: string | undefined): string =>
  message === 'schema is false' ? 'is not known here' : (message ?? 'does not fit')

function ofValidation({ validation, validationContext }: FastifyError): ProblemError {
  const [first] = validation ?? []
  const named = (first?.params as { requiredProperties?: string[] } | undefined)?.requiredProperties?.[0]
  const path = [
    ...(first?.instancePath ?? '').split('/').filter(Boolean),
    ...(named === undefined ? [] : [named]),
  ]
  return new ProblemError(
    400,
    `${validationContext ?? 'request'}: ${saidOf(first?.message)}`,
    'See /v1/openapi.json for what is expected.',
    path.length === 0 ? {} : { field: path.join('.') },
  )
}
