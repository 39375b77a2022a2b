import { Id, Outside } from '../kit/outside.tsx'
import { texts } from '../texts/texts.ts'
import css from './decision-detail.module.css'

/** The signals that the matching rules looked at, and what they were. A probability also gets a bar. */
export function Evidence({ evidence }: { evidence: Record<string, unknown> }) {
  const words = texts.decisions.detail
  const signals = Object.entries(evidence)
  if (signals.length === 0) return <p>{words.none}</p>
  return (
    <table className={css.evidence}>
      <thead className={css.unseen}>
        <tr>
          <th scope="col">{words.signal}</th>
          <th scope="col">{words.value}</th>
        </tr>
      </thead>
      <tbody>
        {signals.map(([signal, value]) => (
          <tr key={signal}>
            <th scope="row">
              <Id>{signal}</Id>
            </th>
            <td>
              {isScore(signal, value) && (
                <svg className={css.bar} viewBox="0 0 60 6" aria-hidden="true">
                  <rect width="60" height="6" rx="3" className={css.barGround} />
                  <rect width={60 * value} height="6" rx="3" className={css.barFill} />
                </svg>
              )}
              <Outside>{shown(value)}</Outside>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isScore = (signal: string, value: unknown): value is number =>
  signal.startsWith('reading.') && typeof value === 'number' && value >= 0 && value <= 1

const VALUE_LENGTH_MAX = 400

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)} …` : text
}
