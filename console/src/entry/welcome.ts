import { lookAtLink, signIn } from '../api/queries.ts'
import type { LinkView, SessionAnswer } from '../api/types.ts'

/** The token of `/#welcome=…`, or of whatever a person pasted: the whole link, or the token alone. Null when there is none. */
export function tokenIn(text: string): string | null {
  const trimmed = text.trim()
  const token = /[#&]welcome=([^&\s]+)/.exec(trimmed)?.[1] ?? trimmed
  return /^[\w-]{8,128}$/.test(token) ? token : null
}

/** What a link led to: a session, or an invitation to be taken. */
export type Welcome = { session: SessionAnswer } | { invitation: LinkView; token: string }

export async function welcomeBy(token: string): Promise<Welcome> {
  const link = await lookAtLink(token)
  return link.for === 'new' ? { invitation: link, token } : { session: await signIn({ token }) }
}

/**
 * Follows the link by which the page was opened. Once, before anything is drawn: a token works once, and must stand neither in the address bar
 * nor in the history for longer than it takes to read it. Null when the page was opened without one.
 */
export function followWelcome(): Promise<Welcome> | null {
  if (!location.hash.startsWith('#welcome=')) return null
  const token = tokenIn(location.hash)
  history.replaceState(null, '', '/')
  return welcomeBy(token ?? '-')
}
