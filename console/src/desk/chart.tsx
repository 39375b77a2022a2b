import { TICKS_MAX } from '../live/desk.ts'
import { texts } from '../texts/texts.ts'
import css from './chart.module.css'
import { areaOf, scaleOf } from './chart-shape.ts'

const WIDTH = 600
const HEIGHT = 64
const MINUTES = TICKS_MAX / 60

/** Events per second over the last five minutes. The newest is at the end; a hole is a time without connection. */
export function Chart({ ticks }: { ticks: readonly (number | null)[] }) {
  const most = scaleOf(ticks)
  const { line, area } = areaOf(ticks, { width: WIDTH, height: HEIGHT, slots: TICKS_MAX, most })
  const peak = Math.max(0, ...ticks.map((tick) => tick ?? 0))
  return (
    <figure className={css.figure}>
      <svg
        className={css.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={texts.pulse.chart(ticks.at(-1) ?? 0, peak, MINUTES)}
      >
        <path d={`M0 ${HEIGHT / 2}H${WIDTH}M0 .5H${WIDTH}`} className={css.grid} />
        <path d={area} className={css.area} />
        <path d={line} className={css.line} />
      </svg>
      <span className={css.most} aria-hidden="true">
        {texts.pulse.most(most)}
      </span>
      <figcaption className={css.axis} aria-hidden="true">
        <span>{texts.pulse.ago(MINUTES)}</span>
        <span>{texts.pulse.ago(0)}</span>
      </figcaption>
    </figure>
  )
}
