import { Loader } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type CallError, isSignedOut } from './api/call.ts'
import { SESSION, useSession } from './api/queries.ts'
import type { SessionAnswer } from './api/types.ts'
import css from './app.module.css'
import { useBeat } from './entry/beat.ts'
import { Join } from './entry/join.tsx'
import { SignIn } from './entry/sign-in.tsx'
import { SignInAgain } from './entry/sign-in-again.tsx'
import { followWelcome, type Welcome } from './entry/welcome.ts'
import { Shell } from './frame/shell.tsx'
import { LiveProvider } from './live/live.tsx'
import { texts } from './texts/texts.ts'

type Invitation = Extract<Welcome, { invitation: unknown }>

/* What the address brought. Followed once, whatever is drawn anew meanwhile, as for another language. */
let welcome = followWelcome()
let invited: Invitation | null = null

/** Who is signed in sees the desk; who is not, the door. */
export function App() {
  const queries = useQueryClient()
  const [welcoming, setWelcoming] = useState(welcome !== null)
  const [refused, setRefused] = useState<CallError | null>(null)
  const [invitation, setInvitation] = useState(invited)
  const session = useSession(!welcoming)
  const [wasIn, setWasIn] = useState(false)

  const invite = (found: Invitation | null) => {
    invited = found
    setInvitation(found)
  }
  const enter = (answer: SessionAnswer) => {
    queries.setQueryData(SESSION, answer)
    invite(null)
  }
  const follow = (found: Welcome) => ('session' in found ? enter(found.session) : invite(found))

  useEffect(() => {
    welcome
      ?.then(follow)
      .catch((error: CallError) => setRefused(error))
      .finally(() => {
        welcome = null
        setWelcoming(false)
      })
  }, [])
  useEffect(() => {
    if (session.data) setWasIn(true)
  }, [session.data])

  if (invitation !== null) return <Join {...invitation} onIn={enter} />
  if (session.data)
    return (
      <LiveProvider>
        <Desk session={session.data} />
      </LiveProvider>
    )
  if (welcoming || session.isPending)
    return (
      <main className={css.waiting}>
        <Loader size="sm" />
        <p>{texts.app.loading}</p>
      </main>
    )
  const unreachable = session.isError && !isSignedOut(session.error)
  return <SignIn refused={refused} unreachable={unreachable} ended={wasIn} onIn={enter} onWelcome={follow} />
}

function Desk({ session }: { session: SessionAnswer }) {
  useBeat()
  return (
    <>
      <Shell />
      <SignInAgain session={session} />
    </>
  )
}
