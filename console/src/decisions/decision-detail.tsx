import type { Decision } from '../api/types.ts'
import { Id, Outside } from '../kit/outside.tsx'
import { texts } from '../texts/texts.ts'
import css from './decision-detail.module.css'
import { Evidence } from './evidence.tsx'
import { StatementOfReasons } from './statement.tsx'

interface DecisionDetailProps {
  id: string
  decision: Decision
  policy: string
}

/** What a decision rests on and what the affected person is told. */
export function DecisionDetail({ id, decision, policy }: DecisionDetailProps) {
  const words = texts.decisions.detail
  const { why, gaps } = decision
  return (
    <div id={id} className={css.detail}>
      <section className={css.reasons}>
        <h3>{words.why}</h3>
        <ul className={css.why}>
          {why.map((sentence) => (
            <li key={sentence}>
              <Outside>{sentence}</Outside>
            </li>
          ))}
        </ul>
        <h3>{words.evidence}</h3>
        <Evidence evidence={decision.evidence} />
        {gaps.length > 0 && (
          <>
            <h3>{words.gaps}</h3>
            <p className={css.gaps}>
              {gaps.map((gap) => (
                <Id key={gap}>{gap}</Id>
              ))}
            </p>
          </>
        )}
      </section>
      <StatementOfReasons statement={decision.statement} mode={decision.mode} />
      <Facts decision={decision} policy={policy} />
    </div>
  )
}

/** The record: all that identifies the decision. */
function Facts({ decision, policy }: { decision: Decision; policy: string }) {
  const words = texts.decisions.detail
  const { subject, account, rules, event, pack, id, at, strikes, label, automated } = decision
  const rows: [string, string, 'id' | 'words'][] = [
    [words.policy, `${policy} (${decision.policy})`, 'words'],
    [words.rules, rules.join(', '), 'id'],
    [words.subject, `${subject.kind} ${subject.id}`, 'id'],
    [words.account, account, 'id'],
    [words.at, texts.moment(at), 'words'],
    [words.automated, automated ? words.byRule : words.byPerson, 'words'],
    [words.strikes, texts.number(strikes), 'words'],
    ...(label === null ? [] : ([[words.label, label, 'words']] as [string, string, 'words'][])),
    [words.event, event, 'id'],
    [words.id, id, 'id'],
    [words.pack, pack, 'id'],
  ]
  return (
    <dl className={css.facts} aria-label={words.facts}>
      {rows.map(([name, value, kind]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{kind === 'id' ? <Id>{value}</Id> : <Outside>{value}</Outside>}</dd>
        </div>
      ))}
    </dl>
  )
}
