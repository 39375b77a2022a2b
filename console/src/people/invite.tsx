import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type CallError, call } from '../api/call.ts'
import type { PersonRow } from '../api/types.ts'
import { Refused } from '../entry/card.tsx'
import { Panel } from '../kit/panel.tsx'
import css from '../profile/profile.module.css'
import { texts } from '../texts/texts.ts'
import { usePeopleChange } from './people-queries.ts'
import { RolesChoice } from './roles-choice.tsx'

/** A one-time link for somebody new. */
export function Invite() {
  const words = texts.entry.people
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<PersonRow['roles']>(['reviewer'])
  const inviting = usePeopleChange(() =>
    call<{ url: string }>('/v1/people/invitations', { post: { name, roles } }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    inviting.mutate(undefined, { onSuccess: () => setName('') })
  }
  return (
    <Panel id="invite" title={words.invite}>
      <form className={css.body} onSubmit={submit} noValidate>
        <TextInput
          label={words.inviteName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          autoComplete="off"
        />
        <RolesChoice label={words.roles} value={roles} onChange={setRoles} />
        <Refused error={inviting.error as CallError | null} />
        {inviting.data && <MadeLink url={inviting.data.url} />}
        <div>
          <Button type="submit" loading={inviting.isPending}>
            {words.inviteButton}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

export const MadeLink = ({ url }: { url: string }) => (
  <div role="status">
    <p className={css.hint}>{texts.entry.people.linkMade}</p>
    <code className={css.secret} dir="ltr">
      {url}
    </code>
  </div>
)
