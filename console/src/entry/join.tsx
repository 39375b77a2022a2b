import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type CallError, call } from '../api/call.ts'
import { here, useWays } from '../api/queries.ts'
import type { LinkView, SessionAnswer } from '../api/types.ts'
import { texts } from '../texts/texts.ts'
import { Card, faultIn, Refused } from './card.tsx'
import css from './entry.module.css'
import { passkeyToJoin } from './passkey.ts'

interface JoinProps {
  invitation: LinkView
  token: string
  onIn(session: SessionAnswer): void
}

const FIELDS = ['name', 'displayName', 'password']

/** Somebody new chooses a name, and a password or a passkey. */
export function Join({ invitation, token, onIn }: JoinProps) {
  const words = texts.entry
  const [name, setName] = useState('')
  const [displayName, setDisplayName] = useState(invitation.name)
  const [password, setPassword] = useState('')
  const canPasskey = useWays().data?.passkeys ?? false
  const joining = useMutation({
    mutationFn: async (how: 'password' | 'passkey') => {
      const who = { token, name, displayName: displayName.trim() || name }
      const with_ = how === 'password' ? { password } : { passkey: await passkeyToJoin(who) }
      return call<SessionAnswer>('/v1/join', { post: { ...who, ...with_ } }).then(here)
    },
    onSuccess: onIn,
  })
  const error = joining.error as CallError | null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    joining.mutate('password')
  }
  const roles = invitation.roles.map((role) => words.roles[role])
  return (
    <Card title={words.join.title}>
      <p className={css.lead}>
        {invitation.first
          ? words.join.first
          : roles.length === 0
            ? words.join.noRoles
            : words.join.lead(texts.list(roles))}
      </p>
      <Refused error={error} fields={FIELDS} />
      <form className={css.form} onSubmit={submit} noValidate>
        <TextInput
          label={words.name}
          description={words.join.nameHint}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faultIn(error, 'name')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
        />
        <TextInput
          label={words.join.displayName}
          description={words.join.displayNameHint}
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
          error={faultIn(error, 'displayName')}
          autoComplete="name"
          size="md"
        />
        <TextInput
          type="password"
          label={words.password}
          description={words.join.passwordHint}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={faultIn(error, 'password')}
          autoComplete="new-password"
          dir="ltr"
          size="md"
        />
        <Button
          type="submit"
          size="md"
          loading={joining.isPending && joining.variables === 'password'}
          fullWidth
        >
          {words.join.button}
        </Button>
      </form>
      {canPasskey && (
        <>
          <div className={css.or}>{words.or}</div>
          <Button
            variant="default"
            size="md"
            loading={joining.isPending && joining.variables === 'passkey'}
            onClick={() => joining.mutate('passkey')}
          >
            {words.join.passkey}
          </Button>
          <p className={css.hint}>{words.join.passkeyHint}</p>
        </>
      )}
    </Card>
  )
}
