import type { Link } from '../api/types.ts'
import { Outside } from '../kit/outside.tsx'
import { texts } from '../texts/texts.ts'
import { fieldName, valuesOf } from './evidence-words.ts'
import css from './links.module.css'
import { waterfallOf } from './waterfall-shape.ts'

/** What a link rests on, piece by piece: each bar begins where the one above it ended. */
export function Waterfall({ id, link }: { id: string; link: Link }) {
  const words = texts.links
  const { steps, zero, total, weightless } = waterfallOf(link)
  return (
    <div id={id} className={css.waterfall}>
      <table className={css.table} aria-label={words.waterfall(total.bits)}>
        <thead>
          <tr>
            <th scope="col" className={css.names}>
              {words.field}
            </th>
            <th scope="col" className={css.names}>
              {words.now} / {words.closed.toLowerCase()}
            </th>
            <th scope="col" className={`${css.names} ${css.worth}`} colSpan={2}>
              {words.worth}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ evidence, from, width, against }) => (
            <tr key={`${evidence.field} ${evidence.left}`}>
              <th scope="row" className={css.field}>
                {fieldName(evidence.field)}
              </th>
              <td className={css.values}>
                {valuesOf(evidence).map((value) => (
                  <Outside key={value}>{value}</Outside>
                ))}
              </td>
              <td>
                <Bar from={from} width={width} zero={zero} look={against ? 'against' : 'for'} />
              </td>
              <td className={css.worth}>{texts.bits(evidence.bits)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className={css.total}>
              {words.total}
            </th>
            <td className={css.total} />
            <td className={css.total}>
              <Bar from={total.from} width={total.width} zero={zero} look="together" />
            </td>
            <td className={`${css.worth} ${css.total}`}>{texts.bits(total.bits)}</td>
          </tr>
        </tbody>
      </table>
      <p className={css.caption}>
        {words.scale} {weightless.length > 0 && words.weightless(weightless.map(fieldName))}
      </p>
    </div>
  )
}

interface BarProps {
  from: number
  width: number
  zero: number
  look: 'for' | 'against' | 'together'
}

const Bar = ({ from, width, zero, look }: BarProps) => (
  <svg className={css.bar} viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
    <path d={`M${zero} 0V18`} className={css.axis} />
    <rect x={from} y="4" width={width} height="10" className={css[look]} />
  </svg>
)
