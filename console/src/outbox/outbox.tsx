import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useDeadLetters, useStatus } from '../api/queries.ts'
import type { OutboxRow } from '../api/types.ts'
import { Empty, Panel } from '../kit/panel.tsx'
import { useLive } from '../live/live.tsx'
import { texts } from '../texts/texts.ts'
import { ActionRow } from './action-row.tsx'
import css from './outbox.module.css'

type Shown = 'latest' | 'dead'

/** What was carried out on the platform, and what it would not take. */
export function OutboxPanel() {
  const words = texts.outbox
  const [shown, setShown] = useState<Shown>('latest')
  const dead = useStatus().data?.counts.outboxDead ?? 0
  return (
    <Panel
      id="outbox"
      title={words.title}
      tools={
        <SegmentedControl
          size="xs"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          aria-label={words.title}
          data={[
            { value: 'latest', label: words.latest },
            { value: 'dead', label: dead === 0 ? words.dead : `${words.dead} (${texts.number(dead)})` },
          ]}
        />
      }
    >
      {shown === 'latest' ? <Latest /> : <DeadLetters />}
    </Panel>
  )
}

const ROWS_MAX = 40

function Latest() {
  const words = texts.outbox
  const actions = useLive((live) => live.desk.actions)
  if (actions.length === 0) return <Empty title={words.empty} hint={words.emptyHint} />
  return <Rows rows={actions.slice(0, ROWS_MAX)} />
}

function DeadLetters() {
  const words = texts.outbox
  const dead = useDeadLetters()
  if (dead.isError) return <Empty title={words.failed} />
  if (dead.data === undefined) return <div aria-busy="true" />
  if (dead.data.length === 0) return <Empty title={words.emptyDead} />
  return <Rows rows={dead.data} />
}

const Rows = ({ rows }: { rows: readonly OutboxRow[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard
  <ol className={css.list} tabIndex={0} aria-label={texts.outbox.title}>
    {rows.map((row) => (
      <ActionRow key={row.entry.id} row={row} />
    ))}
  </ol>
)
