import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AppealRow } from '../api/types.ts'
import { Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import css from '../kit/split.module.css'
import { Choices } from '../queue/choices.tsx'
import { texts } from '../texts/texts.ts'
import { saidOf } from './appeal-view.tsx'
import { type Hearing, useForeseen, useHear } from './desk.ts'

const KEPT = 'holdfast-hearing:'

/** Upheld or overturned, with reasons; what overturning takes back is shown before it is done. */
export function HearForm({ appeal }: { appeal: AppealRow }) {
  const words = texts.appeals
  const [finding, setFinding] = useState<Hearing['finding'] | null>(null)
  const [why, setWhy] = useState(() => sessionStorage.getItem(KEPT + appeal.id) ?? '')
  const [says, setSays] = useState('')
  const hear = useHear(appeal.id)
  const foreseen = useForeseen(appeal.id, finding === null ? null : { finding, why: '', says })
  const fault = saidOf(hear.error ?? foreseen.error)
  const ready = finding !== null && why.trim() !== ''
  const send = () =>
    finding !== null &&
    hear.mutate({ finding, why, says }, { onSuccess: () => sessionStorage.removeItem(KEPT + appeal.id) })
  return (
    <Panel id="hear" title={words.hear}>
      <form
        className={css.body}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) send()
        }}
      >
        <Choices
          label={words.hear}
          kind="radio"
          choices={(['upheld', 'overturned'] as const).map((value) => ({
            value,
            label: words.finding[value],
            key: '',
          }))}
          chosen={finding === null ? [] : [finding]}
          onChoose={(next: Hearing['finding']) => setFinding(next)}
        />
        <Textarea
          size="xs"
          label={texts.queue.grounds}
          rows={3}
          dir="auto"
          maxLength={20_000}
          value={why}
          onChange={(event) => {
            sessionStorage.setItem(KEPT + appeal.id, event.currentTarget.value)
            setWhy(event.currentTarget.value)
          }}
        />
        <Textarea
          size="xs"
          label={texts.queue.says}
          rows={2}
          dir="auto"
          maxLength={2_000}
          value={says}
          onChange={(event) => setSays(event.currentTarget.value)}
        />
        {finding !== null && foreseen.data !== undefined && <Foreseen foreseen={foreseen.data.foreseen} />}
        {fault !== null && (
          <p className={css.fault} role="alert">
            {fault}
          </p>
        )}
        <div className={css.foot}>
          <Button type="submit" size="xs" loading={hear.isPending} disabled={!ready}>
            {words.send}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function Foreseen({
  foreseen: { says, statement },
}: {
  foreseen: { says: string[]; statement: string | null }
}) {
  return (
    <>
      <ul className={css.sentences} aria-label={texts.queue.foreseen}>
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {statement !== null && (
        <section aria-label={texts.queue.preview}>
          <h3 className={css.dim}>{texts.queue.preview}</h3>
          <p className={css.text}>
            <Outside>{statement}</Outside>
          </p>
        </section>
      )}
    </>
  )
}
