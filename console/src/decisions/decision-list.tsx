import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import type { Decision } from '../api/types.ts'
import { Empty } from '../kit/panel.tsx'
import { useLive, useLiveStore } from '../live/live.tsx'
import { texts } from '../texts/texts.ts'
import { DecisionRow } from './decision-row.tsx'
import css from './decisions.module.css'

interface DecisionListProps {
  decisions: readonly Decision[]
  /** True where rows were left out by a filter. */
  filtered: boolean
  titles: ReadonlyMap<string, string>
  openId: string | null
  onToggle(id: string): void
  onClear(): void
}

/** Rows that are drawn at first, and by how many more at a time. */
const ROWS_STEP = 60

export function DecisionList({ decisions, filtered, titles, openId, onToggle, onClear }: DecisionListProps) {
  const words = texts.decisions
  const [rows, setRows] = useState(ROWS_STEP)
  const fetching = useLive((live) => live.decisions)
  const skipped = useLive((live) => live.desk.skipped)
  if (decisions.length === 0)
    return filtered ? <NoneFits onClear={onClear} /> : <NoneYet fetching={fetching} />
  return (
    <>
      {skipped > 0 && <p className={css.skipped}>{words.skipped(skipped)}</p>}
      <ol className={css.list} aria-label={words.title}>
        {decisions.slice(0, rows).map((decision) => (
          <DecisionRow
            key={decision.id}
            decision={decision}
            policy={titles.get(decision.policy) ?? decision.policy}
            open={decision.id === openId}
            onToggle={onToggle}
          />
        ))}
      </ol>
      <Older hidden={decisions.length - rows} onMore={() => setRows((before) => before + ROWS_STEP)} />
    </>
  )
}

/** More of what the page already has, then more from the server. */
function Older({ hidden, onMore }: { hidden: number; onMore(): void }) {
  const words = texts.decisions
  const store = useLiveStore()
  const older = useLive((live) => live.older)
  if (hidden <= 0 && older === 'none') return <p className={css.end}>{words.olderNone}</p>
  const more = () => {
    onMore()
    if (hidden < ROWS_STEP && older === 'some') void store.fetchOlder()
  }
  return (
    <div className={css.end}>
      <Button variant="default" size="xs" loading={older === 'loading'} onClick={more}>
        {words.older}
      </Button>
    </div>
  )
}

function NoneFits({ onClear }: { onClear(): void }) {
  const words = texts.decisions
  return (
    <Empty
      title={words.filtered}
      action={
        <Button variant="default" size="xs" onClick={onClear}>
          {words.clear}
        </Button>
      }
    />
  )
}

function NoneYet({ fetching }: { fetching: 'loading' | 'ready' | 'failed' }) {
  const words = texts.decisions
  const store = useLiveStore()
  const town = useLive((live) => live.desk.line?.town ?? false)
  switch (fetching) {
    case 'loading':
      return (
        <div className={css.skeletons} aria-busy="true">
          {Array.from({ length: 8 }, (_, index) => (
            <Skeleton key={index} height={38} radius={6} />
          ))}
        </div>
      )
    case 'failed':
      return (
        <Empty
          title={words.failed}
          action={
            <Button variant="default" size="xs" onClick={store.refetch}>
              {words.again}
            </Button>
          }
        />
      )
    case 'ready':
      return (
        <Empty title={words.empty} hint={town ? `${words.emptyHint} ${words.emptyTown}` : words.emptyHint} />
      )
  }
}
