import { Button } from '@mantine/core'
import { useState } from 'react'
import { type CallError, call } from '../api/call.ts'
import type { PersonRow } from '../api/types.ts'
import { Refused } from '../entry/card.tsx'
import css from '../profile/profile.module.css'
import { texts } from '../texts/texts.ts'
import { MadeLink } from './invite.tsx'
import { usePeopleChange } from './people-queries.ts'
import { RolesChoice } from './roles-choice.tsx'

type Act = 'roles' | 'close' | 'reopen' | 'link' | 'sign-out'

/** What an administrator does about somebody. Letting in no more is asked twice. */
export function ChangePerson({ person }: { person: PersonRow }) {
  const words = texts.entry.people
  const [roles, setRoles] = useState(person.roles)
  const [sure, setSure] = useState(false)
  const acting = usePeopleChange((act: Act) =>
    call<{ url?: string } | null>(`/v1/people/${encodeURIComponent(person.id)}/${act}`, {
      post: act === 'roles' ? { roles } : {},
    }),
  )
  const button = (act: Act, label: string, onClick = () => acting.mutate(act)) => (
    <Button
      variant="default"
      size="xs"
      loading={acting.isPending && acting.variables === act}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  return (
    <div className={css.form}>
      <RolesChoice label={words.rolesOf(person.displayName)} value={roles} onChange={setRoles} />
      <div className={css.boxes}>
        {button('roles', words.save)}
        {button('link', words.link)}
        {button('sign-out', words.signOut)}
        {person.status === 'closed'
          ? button('reopen', words.reopen)
          : button('close', words.close, () => (sure ? acting.mutate('close') : setSure(true)))}
      </div>
      {sure && person.status === 'active' && <p className={css.warn}>{words.closeSure}</p>}
      <Refused error={acting.error as CallError | null} />
      {acting.data?.url !== undefined && <MadeLink url={acting.data.url} />}
      {acting.isSuccess && acting.data?.url === undefined && (
        <p className={css.note} role="status">
          {words.done}
        </p>
      )}
    </div>
  )
}
