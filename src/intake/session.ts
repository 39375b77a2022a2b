import type { RawEvent, Session } from '../model/event.ts'
import { KNOWN, KNOWN_IN } from './known.ts'
import type { Making, RawSession } from './making.ts'
import { withholdValues } from './withhold.ts'

/** The session of an event that may carry one, ready to be spread into it. */
export function session(raw: { session?: RawSession | null }, making: Making): { session?: Session } | null {
  return raw.session ? { session: sessionOf(raw.session, making) } : null
}

export function sessionOf(raw: RawSession, making: Making): Session {
  const session: Session = {}
  if (raw.ip) Object.assign(session, making.tokens.ip(raw.ip))
  if (raw.device) session.deviceToken = making.tokens.device(raw.device)
  if (raw.client) session.client = withholdValues(raw.client.toWellFormed(), secretsIn(raw), making.tokens)
  const extra = making.extras.of(raw, KNOWN_IN.session)
  if (extra !== undefined) session.extra = extra
  return session
}

/** The values this event names as e-mail, address or device: they may stand nowhere else in what is kept of fields we do not know. */
export function secretsOf(raw: RawEvent): readonly string[] {
  const email = 'profile' in raw ? raw.profile.email : null
  const session = KNOWN[raw.type].has('session') && 'session' in raw ? raw.session : null
  if (!email && !session) return NO_SECRETS
  return [...(email ? [email] : []), ...(session ? secretsIn(session) : [])].filter(
    ({ length }) => length >= SECRET_LENGTH_MIN,
  )
}

const secretsIn = ({ ip, device }: RawSession): string[] =>
  [ip, device].filter((value) => typeof value === 'string')

const NO_SECRETS: readonly string[] = []
/** A device called `a` cannot be looked for in other text. */
const SECRET_LENGTH_MIN = 4
