import { Button } from '@mantine/core'
import { useState } from 'react'
import { type CallError, call } from '../api/call.ts'
import type { InvitationRow, PersonRow } from '../api/types.ts'
import { Refused } from '../entry/card.tsx'
import { Id } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import screen from '../kit/screen.module.css'
import { Answer } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import css from '../profile/profile.module.css'
import { texts } from '../texts/texts.ts'
import { ChangePerson } from './change-person.tsx'
import { Invite } from './invite.tsx'
import { usePeople, usePeopleChange } from './people-queries.ts'

/** Who works here, and as what. */
export function PeopleScreen() {
  const words = texts.entry.people
  const people = usePeople()
  const [changing, setChanging] = useState<string | null>(null)
  return (
    <div className={screen.screen}>
      <h1 className={screen.unseen}>{words.title}</h1>
      <div className={css.columns}>
        <Panel id="people" title={words.title} count={people.data && texts.number(people.data.people.length)}>
          <div className={css.body}>
            <Answer query={people}>
              {(answer) => (
                <ul className={css.list}>
                  {answer.people.map((person) => (
                    <PersonLine
                      key={person.id}
                      person={person}
                      open={changing === person.id}
                      onOpen={() => setChanging(changing === person.id ? null : person.id)}
                    />
                  ))}
                </ul>
              )}
            </Answer>
          </div>
        </Panel>
        <div className={css.form}>
          <Invite />
          {people.data !== undefined && people.data.invitations.length > 0 && (
            <Invitations rows={people.data.invitations} />
          )}
        </div>
      </div>
    </div>
  )
}

function PersonLine({ person, open, onOpen }: { person: PersonRow; open: boolean; onOpen(): void }) {
  const words = texts.entry.people
  const { displayName, pseudonym, name, roles, status, lastSignInAt, ways } = person
  return (
    <li>
      <div className={css.what}>
        <span>
          <bdi className={css.name}>{displayName}</bdi> <Id>{pseudonym}</Id>
          {status === 'closed' && <Tag tone="restrict">{words.closed}</Tag>}
        </span>
        <span className={css.hint}>
          <Id>{name}</Id> · {texts.list(roles.map((role) => texts.entry.roles[role])) || texts.frame.none}
        </span>
        <span className={css.hint}>
          {words.lastSignIn}: {lastSignInAt === null ? words.never : texts.moment(lastSignInAt)}
          {ways.length > 0 && ` · ${words.ways} ${texts.list(ways.map((way) => words.way[way]))}`}
        </span>
        {open && <ChangePerson person={person} />}
      </div>
      <Button
        variant="default"
        size="xs"
        aria-expanded={open}
        aria-label={words.changeOf(displayName)}
        onClick={onOpen}
      >
        {words.change}
      </Button>
    </li>
  )
}

function Invitations({ rows }: { rows: InvitationRow[] }) {
  const words = texts.entry.people
  const withdrawing = usePeopleChange((id: string) =>
    call(`/v1/people/invitations/${encodeURIComponent(id)}/withdraw`, { post: {} }),
  )
  return (
    <Panel id="invitations" title={words.invitations} count={texts.number(rows.length)}>
      <div className={css.body}>
        <ul className={css.list}>
          {rows.map(({ id, name, roles, expiresAt }) => (
            <li key={id}>
              <span className={css.what}>
                <bdi className={css.name}>{name || words.nameless}</bdi>
                <span className={css.hint}>
                  {texts.list(roles.map((role) => texts.entry.roles[role])) || texts.frame.none} ·{' '}
                  {texts.entry.profile.until(texts.moment(expiresAt))}
                </span>
              </span>
              <Button
                variant="default"
                size="xs"
                aria-label={words.withdrawOf(name || words.nameless)}
                onClick={() => withdrawing.mutate(id)}
              >
                {words.withdraw}
              </Button>
            </li>
          ))}
        </ul>
        <Refused error={withdrawing.error as CallError | null} />
      </div>
    </Panel>
  )
}
