import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { call } from '../api/call.ts'
import { presence } from '../api/presence.ts'
import { here, SESSION, useSignOut } from '../api/queries.ts'
import type { SessionAnswer } from '../api/types.ts'
import { Dialog } from '../kit/dialog.tsx'
import { texts } from '../texts/texts.ts'
import css from './entry.module.css'
import { Ways } from './ways.tsx'

/** Somebody may sign in again in another tab: looked for so often, and when they come back to this one. */
const LOOK_EVERY_MS = 3_000

/** Over whatever is on the screen, when a session ends in the middle of work. What waits goes on as soon as its person is back. */
export function SignInAgain({ session }: { session: SessionAnswer }) {
  const away = useSyncExternalStore(presence.subscribe, presence.away)
  return away === null ? null : <Again session={session} why={away} />
}

function Again({ session, why }: { session: SessionAnswer; why: 'ended' | 'fresh' }) {
  const words = texts.entry.again
  const queries = useQueryClient()
  const signOut = useSignOut()
  const onIn = (next: SessionAnswer) => queries.setQueryData(SESSION, next)
  useReturnElsewhere(session, onIn)
  return (
    <Dialog title={words.title} onClose={() => {}}>
      <div className={css.form}>
        <p className={css.lead}>{words[why]}</p>
        <Ways name={session.person.name} apart onIn={onIn} />
        <div className={css.foot}>
          <Button variant="subtle" color="gray" size="xs" onClick={() => signOut.mutate()}>
            {words.leave}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Notices a newer session that another tab began. */
function useReturnElsewhere(session: SessionAnswer, onIn: (session: SessionAnswer) => void): void {
  useEffect(() => {
    const look = () =>
      call<SessionAnswer>('/v1/session').then(
        (found) => found.id !== session.id && onIn(here(found)),
        () => {},
      )
    const timer = setInterval(look, LOOK_EVERY_MS)
    addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', look)
    }
  })
}
