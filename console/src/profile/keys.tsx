import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type CallError, call } from '../api/call.ts'
import type { MeAnswer, NewKeyAnswer } from '../api/types.ts'
import { Refused } from '../entry/card.tsx'
import { Id } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import { Answer } from '../kit/states.tsx'
import { texts } from '../texts/texts.ts'
import css from './profile.module.css'
import { useChange, useKeys } from './profile-queries.ts'

const DAYS_STANDARD = 90

export function KeysPanel({ me }: { me: MeAnswer }) {
  const words = texts.entry.profile
  const revoking = useChange((id: string) =>
    call(`/v1/me/keys/${encodeURIComponent(id)}/revoke`, { post: {} }),
  )
  return (
    <Panel id="keys" title={words.keysTitle}>
      <div className={css.body}>
        <p className={css.hint}>{words.keysHint}</p>
        <Answer
          query={useKeys()}
          rows={1}
          empty={{ when: (keys) => keys.length === 0, title: words.keysNone }}
        >
          {(keys) => (
            <ul className={css.list}>
              {keys.map(({ id, name, permissions, expiresAt, usedAt }) => (
                <li key={id}>
                  <span className={css.what}>
                    <bdi className={css.name}>{name}</bdi>
                    <span className={css.hint}>
                      <Id>{permissions.join(', ')}</Id>
                      {expiresAt !== null && ` · ${words.until(texts.moment(expiresAt))}`}
                      {` · ${usedAt === null ? words.never : words.used(texts.moment(usedAt))}`}
                    </span>
                  </span>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={words.revokeOf(name)}
                    loading={revoking.isPending && revoking.variables === id}
                    onClick={() => revoking.mutate(id)}
                  >
                    {words.revoke}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Answer>
        <Refused error={revoking.error as CallError | null} />
        {me.permissions.length > 0 && <NewKey permissions={me.permissions} />}
      </div>
    </Panel>
  )
}

function NewKey({ permissions }: Pick<MeAnswer, 'permissions'>) {
  const words = texts.entry.profile
  const [name, setName] = useState('')
  const [days, setDays] = useState(String(DAYS_STANDARD))
  const [chosen, setChosen] = useState<string[]>(['read'])
  const making = useChange(() =>
    call<NewKeyAnswer>('/v1/me/keys', {
      post: { name: name.trim(), permissions: chosen, days: Number(days) },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    making.mutate(undefined, { onSuccess: () => setName('') })
  }
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <div className={css.line}>
        <TextInput
          label={words.keyName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          autoComplete="off"
        />
        <TextInput
          label={words.keyDays}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value.replace(/\D/g, ''))}
          inputMode="numeric"
          dir="ltr"
        />
      </div>
      <Checkbox.Group label={words.keyMay} value={chosen} onChange={setChosen}>
        <div className={css.boxes}>
          {permissions.map((permission) => (
            <Checkbox key={permission} value={permission} label={<Id>{permission}</Id>} size="xs" />
          ))}
        </div>
      </Checkbox.Group>
      <Refused error={making.error as CallError | null} />
      {making.data && (
        <div role="status">
          <p className={css.hint}>{words.keyMade}</p>
          <code className={css.secret} dir="ltr">
            {making.data.secret}
          </code>
        </div>
      )}
      <div>
        <Button
          type="submit"
          variant="default"
          loading={making.isPending}
          disabled={name.trim() === '' || chosen.length === 0}
        >
          {words.keyAdd}
        </Button>
      </div>
    </form>
  )
}
