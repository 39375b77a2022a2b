import { Button, SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { texts } from '../texts/texts.ts'
import { type Cell, csvOf, download } from './csv.ts'
import css from './figure.module.css'
import { Outside } from './outside.tsx'
import { Panel } from './panel.tsx'

interface FigureProps {
  id: string
  title: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** Says in a sentence what the drawing shows. */
  says: string
  empty?: string
  children: ReactNode
}

/** A drawing with its numbers behind it: as a table, and as a file. */
export function Figure({ id, title, head, rows, says, empty, children }: FigureProps) {
  const words = texts.frame
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  return (
    <Panel
      id={id}
      title={title}
      tools={
        <span className={css.tools}>
          <SegmentedControl
            size="xs"
            value={shown}
            onChange={(value) => setShown(value as 'chart' | 'table')}
            aria-label={title}
            data={[
              { value: 'chart', label: words.chart },
              { value: 'table', label: words.table },
            ]}
          />
          <Button
            variant="default"
            size="xs"
            onClick={() => download(`holdfast-${id}.csv`, csvOf(head, rows))}
          >
            {words.csv}
          </Button>
        </span>
      }
    >
      <div className={css.body}>
        {rows.length === 0 ? (
          <p className={css.empty}>{empty}</p>
        ) : shown === 'chart' ? (
          <div role="img" aria-label={says} className={css.chart}>
            {children}
          </div>
        ) : (
          <Rows label={title} head={head} rows={rows} />
        )}
      </div>
    </Panel>
  )
}

const Rows = ({
  label,
  head,
  rows,
}: {
  label: string
  head: readonly string[]
  rows: FigureProps['rows']
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard
  <section className={css.scroller} tabIndex={0} aria-label={label}>
    <table className={css.table}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row[0])}>
            {row.map((cell, index) => (
              <td key={head[index]} data-number={typeof cell === 'number' || undefined}>
                {typeof cell === 'number' ? (
                  texts.number(cell)
                ) : (
                  <Outside>{cell ?? texts.frame.none}</Outside>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
