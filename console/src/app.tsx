import { Loader } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type CallError, isSignedOut } from './api/call.ts'
import { SESSION, useSession } from './api/queries.ts'
import css from './app.module.css'
import { SignIn } from './entry/sign-in.tsx'
import { redeemWelcome } from './entry/welcome.ts'
import { Shell } from './frame/shell.tsx'
import { LiveProvider } from './live/live.tsx'
import { texts } from './texts/texts.ts'

const welcome = redeemWelcome()

/** Who is signed in sees the desk; who is not, the door. */
export function App() {
  const queries = useQueryClient()
  const [welcoming, setWelcoming] = useState(welcome !== null)
  const [refused, setRefused] = useState<CallError | null>(null)
  const session = useSession(!welcoming)
  const [wasIn, setWasIn] = useState(false)

  useEffect(() => {
    welcome
      ?.then((answer) => queries.setQueryData(SESSION, answer))
      .catch((error: CallError) => setRefused(error))
      .finally(() => setWelcoming(false))
  }, [queries])
  useEffect(() => {
    if (session.data) setWasIn(true)
  }, [session.data])

  if (session.data)
    return (
      <LiveProvider>
        <Shell />
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
  return <SignIn refused={refused} unreachable={unreachable} ended={wasIn} />
}
