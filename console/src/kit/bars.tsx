import css from './bars.module.css'

export interface Series {
  name: string
  tone: 'restrict' | 'review' | 'shadow' | 'braked' | 'accent'
  values: readonly number[]
}

const WIDTH = 600
const HEIGHT = 160

/** Stacked bars over time, oldest where reading begins. Time runs with the script, so the drawing is mirrored with the page. */
export function StackedBars({
  series,
  marks,
}: {
  series: readonly Series[]
  marks: readonly [string, string]
}) {
  const count = series[0]?.values.length ?? 0
  const sums = Array.from({ length: count }, (_, at) =>
    series.reduce((sum, { values }) => sum + values[at]!, 0),
  )
  const most = Math.max(1, ...sums)
  const step = WIDTH / Math.max(1, count)
  return (
    <>
      <svg
        className={css.stack}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={`M0 .5H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT - 0.5}H${WIDTH}`} className={css.grid} />
        {sums.map((_, at) => {
          let base = HEIGHT
          return series.map(({ name, tone, values }) => {
            const height = (values[at]! / most) * (HEIGHT - 4)
            base -= height
            return height === 0 ? null : (
              <rect
                key={`${at} ${name}`}
                x={at * step + step * 0.12}
                y={base}
                width={step * 0.76}
                height={height}
                data-tone={tone}
                className={css.bar}
              />
            )
          })
        })}
      </svg>
      <p className={css.axis}>
        <span>{marks[0]}</span>
        <span>{marks[1]}</span>
      </p>
      <ul className={css.legend}>
        {series.map(({ name, tone }) => (
          <li key={name}>
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" rx="2" data-tone={tone} className={css.bar} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Names with a bar each, the greatest first. */
export function NamedBars({ rows }: { rows: readonly { name: string; count: number; says: string }[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <ol className={css.named}>
      {rows.map(({ name, count, says }) => (
        <li key={name}>
          <bdi className={css.name}>{name}</bdi>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(100 * count) / most} height="8" rx="1" data-tone="accent" className={css.bar} />
          </svg>
          <span className={css.count}>{says}</span>
        </li>
      ))}
    </ol>
  )
}

/** A step curve that begins at one and falls. */
export function StepCurve({
  points,
  marks,
}: {
  points: readonly { x: number; y: number }[]
  marks: readonly [string, string]
}) {
  const end = Math.max(1, points.at(-1)?.x ?? 1)
  let path = 'M0 2'
  for (const { x, y } of points)
    path += `H${((x / end) * WIDTH).toFixed(1)}V${(2 + (1 - y) * (HEIGHT - 4)).toFixed(1)}`
  return (
    <>
      <svg
        className={css.stack}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={`M0 .5H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT - 0.5}H${WIDTH}`} className={css.grid} />
        <path d={path} className={css.curve} />
      </svg>
      <p className={css.axis}>
        <span>{marks[0]}</span>
        <span>{marks[1]}</span>
      </p>
    </>
  )
}
