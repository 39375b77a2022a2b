import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useColleagues, useMe } from '../api/me.ts'
import type { ProposalRow } from '../api/types.ts'
import { saidOf } from '../appeals/appeal-view.tsx'
import { useAnswerProposal, useProposals } from '../appeals/desk.ts'
import { useNow } from '../kit/clock.ts'
import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import css from '../kit/split.module.css'
import { Answer } from '../kit/states.tsx'
import { texts } from '../texts/texts.ts'

/** What waits for a second person: who proposed what, why two must agree, until when. */
export function Proposals() {
  const words = texts.queue
  const proposals = useProposals(true)
  return (
    <Panel id="proposals" title={words.second}>
      <div className={css.scroller}>
        <Answer
          query={proposals}
          rows={4}
          empty={{ when: (rows) => rows.length === 0, title: words.secondNone, hint: words.secondHint }}
        >
          {(rows) => (
            <ol>
              {rows.map((row) => (
                <ProposalItem key={row.id} row={row} />
              ))}
            </ol>
          )}
        </Answer>
      </div>
    </Panel>
  )
}

function ProposalItem({ row }: { row: ProposalRow }) {
  const words = texts.queue
  const nameOf = useColleagues()
  const me = useMe()
  const now = useNow()
  const [why, setWhy] = useState('')
  const answer = useAnswerProposal()
  const fault = saidOf(answer.error)
  const own = row.by === me.id
  const send = (approve: boolean) => answer.mutate({ id: row.id, approve, why: why.trim() })
  return (
    <li className={css.body} data-proposal={row.id}>
      <p>
        <strong>{row.actions.map((action) => texts.decisions.done(action)).join(', ')}</strong>{' '}
        <Id>{row.subject.kind === 'account' ? row.account : row.subject.id}</Id>{' '}
        {row.subjects > 1 && <span>× {texts.number(row.subjects)}</span>}
      </p>
      <p className={css.dim}>
        {words.proposedBy(nameOf(row.by), texts.off(Date.parse(row.expiresAt) - now))} {row.reason}
      </p>
      <p>
        <Outside>{row.why}</Outside>
      </p>
      {fault !== null && (
        <p className={css.fault} role="alert">
          {fault}
        </p>
      )}
      {own ? (
        <p className={css.dim}>{words.ownProposal}</p>
      ) : (
        <div className={css.foot}>
          <TextInput
            size="xs"
            aria-label={words.grounds}
            placeholder={words.grounds}
            value={why}
            dir="auto"
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" disabled={why.trim() === ''} onClick={() => send(false)}>
            {words.reject}
          </Button>
          <Button
            size="xs"
            disabled={why.trim() === ''}
            loading={answer.isPending}
            onClick={() => send(true)}
          >
            {words.approve}
          </Button>
        </div>
      )}
    </li>
  )
}
