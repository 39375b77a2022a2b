import type { CallError } from '../api/call.ts'
import { useWays } from '../api/queries.ts'
import type { SessionAnswer } from '../api/types.ts'
import { texts } from '../texts/texts.ts'
import { Card, Refused } from './card.tsx'
import css from './entry.module.css'
import { ByLink, Ways } from './ways.tsx'
import type { Welcome } from './welcome.ts'

interface SignInProps {
  /** Why the link by which the page was opened did not work. */
  refused: CallError | null
  unreachable: boolean
  /** True where somebody was signed in a moment ago. */
  ended: boolean
  onIn(session: SessionAnswer): void
  onWelcome(welcome: Welcome): void
}

/** The identity provider sent somebody back who was not let in (server/oidc.ts). */
const wasRefused = location.hash === '#refused'

/** The door. Before the first administrator there is nobody who could sign in, and only the link that was printed leads on. */
export function SignIn({ refused, unreachable, ended, onIn, onWelcome }: SignInProps) {
  const words = texts.entry
  const first = useWays().data?.first ?? false
  return (
    <Card title={words.title}>
      <Refused error={refused} />
      {unreachable && refused === null && (
        <div className={css.refused} role="alert">
          <strong>{words.unreachable}</strong> {words.unreachableHint}
        </div>
      )}
      {wasRefused && (
        <div className={css.refused} role="alert">
          {words.refused}
        </div>
      )}
      {refused === null && ended && (
        <p className={css.note} role="status">
          {words.ended}
        </p>
      )}
      {first ? (
        <>
          <p className={css.lead}>{words.firstLead}</p>
          <ByLink onWelcome={onWelcome} />
        </>
      ) : (
        <Ways onIn={onIn} onWelcome={onWelcome} />
      )}
    </Card>
  )
}
