import { signIn } from '../api/queries.ts'
import type { SessionAnswer } from '../api/types.ts'

/** The token of `/#welcome=…`, or of whatever a person pasted: the whole link, or the token alone. Null when there is none. */
export function tokenIn(text: string): string | null {
  const trimmed = text.trim()
  const token = /[#&]welcome=([^&\s]+)/.exec(trimmed)?.[1] ?? trimmed
  return /^[\w-]{8,128}$/.test(token) ? token : null
}

/**
 * Redeems the link by which the page was opened. Once, before anything is drawn: a token works once, and must stand neither in the address bar
 * nor in the history for longer than it takes to read it. Null when the page was opened without one.
 */
export function redeemWelcome(): Promise<SessionAnswer> | null {
  if (!location.hash.startsWith('#welcome=')) return null
  const token = tokenIn(location.hash)
  history.replaceState(null, '', '/')
  return signIn(token ?? '-')
}
