import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type CallError, call } from '../api/call.ts'
import type { MeAnswer } from '../api/types.ts'
import { faultIn, Refused } from '../entry/card.tsx'
import { Facts } from '../kit/facts.tsx'
import { Id } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import screen from '../kit/screen.module.css'
import { Answer } from '../kit/states.tsx'
import { texts } from '../texts/texts.ts'
import { KeysPanel } from './keys.tsx'
import { PasskeysPanel } from './passkeys.tsx'
import css from './profile.module.css'
import { useChange, useProfile } from './profile-queries.ts'
import { SessionsPanel } from './sessions.tsx'

/** What one sees and changes of oneself. */
export function ProfileScreen() {
  const words = texts.entry.profile
  return (
    <div className={screen.screen}>
      <h1 className={screen.unseen}>{words.title}</h1>
      <Answer query={useProfile()}>
        {(me) => (
          <>
            {!me.hasPassword && me.passkeys.length === 0 && me.singleSignOn === null && (
              <p className={css.warn}>{words.noWay}</p>
            )}
            <div className={css.columns}>
              <About me={me} />
              <PasswordPanel me={me} />
              <PasskeysPanel me={me} />
              <SessionsPanel />
              <KeysPanel me={me} />
            </div>
          </>
        )}
      </Answer>
    </div>
  )
}

function About({ me }: { me: MeAnswer }) {
  const words = texts.entry
  const [displayName, setDisplayName] = useState(me.displayName)
  const saving = useChange(() => call('/v1/me', { post: { displayName } }))
  const error = saving.error as CallError | null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate(undefined)
  }
  return (
    <Panel id="about" title={words.profile.about}>
      <div className={css.body}>
        <Facts
          rows={[
            [words.name, <Id key="name">{me.name}</Id>],
            [words.profile.pseudonym, <Id key="pseudonym">{me.pseudonym}</Id>],
            [
              words.profile.rolesTitle,
              texts.list(me.roles.map((role) => words.roles[role])) || texts.frame.none,
            ],
          ]}
        />
        <p className={css.hint}>{words.profile.pseudonymHint}</p>
        <form className={css.line} onSubmit={submit} noValidate>
          <TextInput
            label={words.join.displayName}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
            error={faultIn(error, 'displayName')}
            autoComplete="name"
          />
          <Button type="submit" variant="default" loading={saving.isPending}>
            {words.profile.save}
          </Button>
        </form>
        <Refused error={error} fields={['displayName']} />
        {saving.isSuccess && (
          <p className={css.note} role="status">
            {words.profile.saved}
          </p>
        )}
      </div>
    </Panel>
  )
}

function PasswordPanel({ me }: { me: MeAnswer }) {
  const words = texts.entry.profile
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const setting = useChange(() =>
    call('/v1/me/password', { post: { next, ...(current === '' ? {} : { current }) } }),
  )
  const error = setting.error as CallError | null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setting.mutate(undefined, {
      onSuccess() {
        setCurrent('')
        setNext('')
      },
    })
  }
  return (
    <Panel id="password" title={words.passwordTitle}>
      <form className={css.body} onSubmit={submit} noValidate>
        {me.singleSignOn !== null && <p className={css.hint}>{words.sso(me.singleSignOn)}</p>}
        {me.hasPassword && (
          <TextInput
            type="password"
            label={words.current}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={faultIn(error, 'current')}
            autoComplete="current-password"
            dir="ltr"
          />
        )}
        <TextInput
          type="password"
          label={words.next}
          description={texts.entry.join.passwordHint}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          error={faultIn(error, 'next')}
          autoComplete="new-password"
          dir="ltr"
        />
        <Refused error={error} fields={['current', 'next']} />
        {setting.isSuccess && (
          <p className={css.note} role="status">
            {words.passwordSet}
          </p>
        )}
        <div>
          <Button type="submit" variant="default" loading={setting.isPending} disabled={next === ''}>
            {words.setPassword}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
