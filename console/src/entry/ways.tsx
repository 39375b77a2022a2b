import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { CallError } from '../api/call.ts'
import { type Credentials, signIn, useWays } from '../api/queries.ts'
import type { SessionAnswer } from '../api/types.ts'
import { texts } from '../texts/texts.ts'
import { Refused } from './card.tsx'
import css from './entry.module.css'
import { enterByPasskey } from './passkey.ts'
import { tokenIn, type Welcome, welcomeBy } from './welcome.ts'

interface WaysProps {
  /** Whose page this is: only they are expected back. */
  name?: string | undefined
  /** Single sign-on must not take the page away. */
  apart?: boolean
  onIn(session: SessionAnswer): void
  /** A pasted link can lead to more than a session. */
  onWelcome?(welcome: Welcome): void
}

/** The ways to sign in that there are here: password, passkey, single sign-on, one-time link. */
export function Ways({ name, apart = false, onIn, onWelcome }: WaysProps) {
  const words = texts.entry
  const ways = useWays().data
  const byPasskey = useMutation({ mutationFn: enterByPasskey, onSuccess: onIn })
  const canPasskey = (ways?.passkeys ?? false) && 'PublicKeyCredential' in globalThis
  return (
    <>
      <Refused error={byPasskey.error as CallError | null} />
      <ByPassword name={name} onIn={onIn} />
      {(canPasskey || ways?.oidc) && <div className={css.or}>{words.or}</div>}
      <div className={css.ways}>
        {canPasskey && (
          <Button
            variant="default"
            size="md"
            loading={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            {words.passkey}
          </Button>
        )}
        {ways?.oidc && (
          <Button
            component="a"
            variant="default"
            size="md"
            href={`${ways.oidc.url}?returnTo=${encodeURIComponent(apart ? '/' : placeNow())}`}
            {...(apart ? { target: '_blank', rel: 'noopener', title: words.newTab } : {})}
          >
            {ways.oidc.label}
          </Button>
        )}
      </div>
      <details className={css.more}>
        <summary>{words.link}</summary>
        <ByLink onWelcome={onWelcome ?? ((welcome) => 'session' in welcome && onIn(welcome.session))} />
      </details>
    </>
  )
}

const placeNow = (): string => `${location.pathname}${location.search}`

function ByPassword({ name, onIn }: Pick<WaysProps, 'name' | 'onIn'>) {
  const words = texts.entry
  const [typed, setTyped] = useState(name ?? '')
  const [password, setPassword] = useState('')
  const entering = useMutation({
    mutationFn: (credentials: Credentials) => signIn(credentials),
    onSuccess: onIn,
  })
  const passwordField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (name === undefined) return
    // A dialog that opens puts the focus on its first field; only the password is missing.
    const frame = requestAnimationFrame(() => passwordField.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [name])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '' && password !== '') entering.mutate({ name: typed, password })
  }
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Refused error={entering.error as CallError | null} />
      <TextInput
        label={words.name}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={name !== undefined}
        size="md"
      />
      <TextInput
        type="password"
        label={words.password}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        ref={passwordField}
        dir="ltr"
        size="md"
      />
      <Button type="submit" size="md" loading={entering.isPending} fullWidth>
        {entering.isPending ? words.working : words.button}
      </Button>
    </form>
  )
}

/** A link that was sent and cannot be clicked is pasted here. */
export function ByLink({ onWelcome }: { onWelcome(welcome: Welcome): void }) {
  const words = texts.entry
  const [pasted, setPasted] = useState('')
  const [empty, setEmpty] = useState(false)
  const following = useMutation({ mutationFn: welcomeBy, onSuccess: onWelcome })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = tokenIn(pasted)
    setEmpty(token === null)
    if (token !== null) following.mutate(token)
  }
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <Refused error={following.error as CallError | null} />
      <TextInput
        label={words.field}
        placeholder={words.placeholder}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        error={empty ? words.empty : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        size="md"
      />
      <Button type="submit" variant="default" size="md" loading={following.isPending} fullWidth>
        {words.useLink}
      </Button>
    </form>
  )
}
