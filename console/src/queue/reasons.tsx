import { Evidence } from '../decisions/evidence.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Tag } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import css from './reasons.module.css'
import type { JobDetail } from './view.ts'

const CONTRIBUTIONS_MAX = 8

/** Why it came to a person: which rules fired, by which condition, and what they looked at; what weighed in the scores; what was not known. */
export function Reasons({ detail: { decision, reading, rules, gaps } }: { detail: JobDetail }) {
  const words = texts.queue
  return (
    <>
      <ul className={css.rules}>
        {rules.map(({ id, description, when, where, mode, evidence }) => (
          <li key={id}>
            <p className={css.rule}>
              <Id>{id}</Id>
              {mode !== 'live' && <Tag tone="shadow">{mode}</Tag>}
              <Outside>{description}</Outside>
            </p>
            <details>
              <summary>{words.condition}</summary>
              <pre dir="ltr" className={css.when}>
                {when}
              </pre>
              <p className={css.where}>
                <Id>{where}</Id>
              </p>
              <Evidence evidence={evidence} />
            </details>
          </li>
        ))}
      </ul>
      {decision !== null && (
        <ul className={css.why}>
          {decision.why.map((sentence) => (
            <li key={sentence}>
              <Outside>{sentence}</Outside>
            </li>
          ))}
        </ul>
      )}
      {reading !== null && reading.contributions.length > 0 && (
        <ul className={css.why} aria-label={words.weighed}>
          {reading.contributions.slice(0, CONTRIBUTIONS_MAX).map(({ policy, reason, weight }) => (
            <li key={`${policy} ${reason} ${weight}`}>
              <Id>{policy}</Id> <Outside>{reason}</Outside>
              <span className={css.weight}>{texts.bits(weight)}</span>
            </li>
          ))}
        </ul>
      )}
      {gaps.length > 0 && (
        <p className={css.gaps}>
          {texts.decisions.detail.gaps}:{' '}
          {gaps.map((gap) => (
            <Id key={gap}>{gap}</Id>
          ))}
        </p>
      )}
    </>
  )
}
