import type { ReactNode } from 'react'
import { useStatus } from '../api/queries.ts'
import { useLive } from '../live/live.tsx'
import { texts } from '../texts/texts.ts'
import { Chart } from './chart.tsx'
import css from './pulse.module.css'

/** How the line runs, at a glance: the rate and its last minutes, and the counts. */
export function Pulse() {
  const words = texts.pulse
  const line = useLive((live) => live.desk.line)
  const ticks = useLive((live) => live.desk.ticks)
  const counts = useStatus().data?.counts
  return (
    <section className={css.pulse} aria-label={words.title}>
      <div className={css.rate}>
        <p className={css.now} data-testid="rate">
          <strong>{line === null ? '–' : texts.rate(line.eventsPerSecond)}</strong> {words.perSecond}
        </p>
        <p className={css.mean}>{line === null ? '\u00a0' : words.mean(line.eventsPerSecondMinute)}</p>
      </div>
      <Chart ticks={ticks} />
      <dl className={css.counts}>
        <Count
          name={words.events}
          value={line?.position.logged}
          hint={line === null ? undefined : words.position(line.position)}
        />
        <Count name={words.accounts} value={counts?.accounts} />
        <Count name={words.decisions} value={counts?.decisions} />
        <Count name={words.jobs} value={counts?.jobs} />
        <Count name={words.depth} value={line?.depth} warn={(line?.depth ?? 0) > 5_000} />
        <Count name={words.done} value={counts?.outboxDone} />
        <Count name={words.waiting} value={counts?.outboxWaiting} />
        <Count name={words.dead} value={counts?.outboxDead} warn={(counts?.outboxDead ?? 0) > 0} />
      </dl>
    </section>
  )
}

function Count({
  name,
  value,
  hint,
  warn = false,
}: {
  name: string
  hint?: string | undefined
  value: number | undefined
  warn?: boolean
}): ReactNode {
  return (
    <div className={css.count} data-warn={warn || undefined} title={hint}>
      <dt>{name}</dt>
      <dd>{value === undefined ? '–' : texts.number(value)}</dd>
    </div>
  )
}
