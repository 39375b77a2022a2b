import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type CallError, call } from '../api/call.ts'
import { useWays } from '../api/queries.ts'
import type { MeAnswer } from '../api/types.ts'
import { Refused } from '../entry/card.tsx'
import { addPasskey } from '../entry/passkey.ts'
import { Panel } from '../kit/panel.tsx'
import { texts } from '../texts/texts.ts'
import css from './profile.module.css'
import { useChange } from './profile-queries.ts'

export function PasskeysPanel({ me }: { me: MeAnswer }) {
  const words = texts.entry.profile
  const [name, setName] = useState('')
  const ways = useWays().data
  const adding = useChange(() => addPasskey(name.trim()))
  const removing = useChange((id: string) =>
    call(`/v1/me/passkeys/${encodeURIComponent(id)}/remove`, { post: {} }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') adding.mutate(undefined, { onSuccess: () => setName('') })
  }
  return (
    <Panel id="passkeys" title={words.passkeysTitle}>
      <div className={css.body}>
        {me.passkeys.length === 0 && <p className={css.hint}>{words.passkeysNone}</p>}
        <ul className={css.list}>
          {me.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <span className={css.what}>
                <bdi className={css.name}>{passkey.name}</bdi>
                <span className={css.hint}>
                  {passkey.host} ·{' '}
                  {passkey.usedAt === null ? words.never : words.used(texts.moment(passkey.usedAt))}
                </span>
              </span>
              <Button
                variant="default"
                size="xs"
                aria-label={words.removeOf(passkey.name)}
                loading={removing.isPending && removing.variables === passkey.id}
                onClick={() => removing.mutate(passkey.id)}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
        <Refused error={(adding.error ?? removing.error) as CallError | null} />
        {ways?.passkeys === false ? (
          <p className={css.hint}>{words.passkeysHere}</p>
        ) : (
          <form className={css.line} onSubmit={submit} noValidate>
            <TextInput
              label={words.passkeyName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={80}
              autoComplete="off"
            />
            <Button type="submit" variant="default" loading={adding.isPending} disabled={name.trim() === ''}>
              {words.passkeyAdd}
            </Button>
          </form>
        )}
      </div>
    </Panel>
  )
}
