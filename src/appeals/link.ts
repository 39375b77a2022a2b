import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Millis } from '../model/ids.ts'

/*
 * The link by which a person answers a decision without an account of ours. Whoever has it may file one appeal against this one decision, and see what
 * became of it: nothing else. (docs/spec/appeals.md, L1 to L4)
 */

const TOKEN_LENGTH_MAX = 1_024

/** Signs a decision’s number and when the link lapses. Equal inputs give equal links: delivering again changes nothing. */
export function appealToken(key: Uint8Array, decision: string, until: Millis): string {
  const body = Buffer.from(JSON.stringify([decision, until])).toString('base64url')
  return `${body}.${signature(key, body)}`
}

/** The decision a token is for; null where it was not signed by us, or has lapsed. */
export function readAppealToken(
  key: Uint8Array,
  token: string,
  now: Millis,
): { decision: string; until: Millis } | null {
  if (token.length > TOKEN_LENGTH_MAX) return null
  const [body = '', signed = '', ...more] = token.split('.')
  if (more.length > 0 || !equal(signed, signature(key, body))) return null
  const [decision, until] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string, number]
  return until > now ? { decision, until } : null
}

const signature = (key: Uint8Array, body: string): string =>
  createHmac('sha256', key).update('appeal\0').update(body).digest('base64url')

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
