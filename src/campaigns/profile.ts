import type { Act } from './acts.ts'
import type { Background } from './chance.ts'

/*
 * The third question: is it about what we are here for? What the posts say, by the readings in the log, and whether accounts among
 * those who say it were closed. Coordinated is not inauthentic, and neither is extremist: this answer stands by itself.
 */

export interface Profile {
  /** Posts that were read, and those of them that probably break a policy. */
  read: number
  forbidden: number
  /** Policy → posts. */
  policies: Record<string, number>
  /** Accounts that were closed within the last day. */
  closed: number
  /** The answer. */
  concerns: boolean
}

const FORBIDDEN_MIN = 5
const FORBIDDEN_SHARE_MIN = 0.7
const CLOSED_MIN = 3
const CLOSED_SHARE_MIN = 0.1

export function profileOf(acts: readonly Act[], background: Background): Profile {
  const policies: Record<string, number> = {}
  const closed = new Set<string>()
  const accounts = new Set<string>()
  let read = 0
  let forbidden = 0
  for (const { account, policy } of acts) {
    accounts.add(account)
    if (background.isClosed(account)) closed.add(account)
    if (policy === undefined) continue
    read++
    if (policy === null) continue
    forbidden++
    policies[policy] = (policies[policy] ?? 0) + 1
  }
  const concerns =
    (forbidden >= FORBIDDEN_MIN && forbidden >= FORBIDDEN_SHARE_MIN * read) ||
    (closed.size >= CLOSED_MIN && closed.size >= CLOSED_SHARE_MIN * accounts.size)
  return { read, forbidden, policies, closed: closed.size, concerns }
}
