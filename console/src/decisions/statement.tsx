import type { Decision, Statement } from '../api/types.ts'
import { Outside } from '../kit/outside.tsx'
import { texts } from '../texts/texts.ts'
import css from './decision-detail.module.css'

interface StatementProps {
  statement: Statement
  mode: Decision['mode']
}

/** The statement of reasons as the person reads it, and its fields as the public database wants them. */
export function StatementOfReasons({ statement, mode }: StatementProps) {
  const words = texts.decisions.detail
  const { text, ...fields } = statement
  return (
    <section className={css.statement}>
      <h3>{words.statement}</h3>
      <p className={css.hint}>{mode === 'shadow' ? words.shadowStatement : words.statementHint}</p>
      <blockquote className={css.letter} data-testid="statement" dir="auto">
        {text}
      </blockquote>
      <details className={css.fields}>
        <summary>{words.fields}</summary>
        <dl>
          {Object.entries(fields).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Outside>{Array.isArray(value) ? value.join(', ') : String(value ?? '–')}</Outside>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
