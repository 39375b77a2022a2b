import { Evidence } from '../decisions/evidence.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import { texts } from '../texts/texts.ts'
import css from './reasons.module.css'
import type { JobDetail } from './view.ts'

/** Why it came to a person: which rules fired and how they led here, what they looked at, what was not known. */
export function Reasons({ detail: { decision, reading } }: { detail: JobDetail }) {
  const words = texts.queue
  const more = texts.decisions.detail
  return (
    <Panel id="reasons" title={words.why}>
      <div className={css.body}>
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
          <ul className={css.found} aria-label={words.found}>
            {reading.contributions.slice(0, 8).map(({ policy, reason, weight }) => (
              <li key={`${policy} ${reason}`}>
                <Id>{policy}</Id> <Outside>{reason}</Outside>
                <span className={css.weight}>{texts.bits(weight)}</span>
              </li>
            ))}
          </ul>
        )}
        {decision !== null && <Evidence evidence={decision.evidence} />}
        {decision !== null && decision.gaps.length > 0 && (
          <p className={css.gaps}>
            {more.gaps}:{' '}
            {decision.gaps.map((gap) => (
              <Id key={gap}>{gap}</Id>
            ))}
          </p>
        )}
      </div>
    </Panel>
  )
}
