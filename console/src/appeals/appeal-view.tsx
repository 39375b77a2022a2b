import { CallError } from '../api/call.ts'
import { useColleagues } from '../api/me.ts'
import { StatementOfReasons } from '../decisions/statement.tsx'
import { Facts } from '../kit/facts.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import css from '../kit/split.module.css'
import { Answer } from '../kit/states.tsx'
import { To } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { type AppealAnswer, useAppeal } from './desk.ts'
import { HearForm } from './hear-form.tsx'

/** One appeal: what the person says, what they were told, and how it is answered. */
export function AppealView({ id }: { id: string }) {
  return <Answer query={useAppeal(id)}>{(answer) => <Appeal answer={answer} />}</Answer>
}

function Appeal({ answer: { appeal, decision, answer } }: { answer: AppealAnswer }) {
  const words = texts.appeals
  const nameOf = useColleagues()
  return (
    <>
      <Panel id="appeal" title={words.says}>
        <div className={css.body}>
          <p className={css.text}>
            <Outside>{appeal.text}</Outside>
          </p>
          <Facts
            rows={[
              [texts.queue.account, <Id key="a">{appeal.account}</Id>],
              [
                texts.decisions.detail.id,
                <To key="d" place={{ screen: 'decisions', id: appeal.decision }}>
                  <Id>{appeal.decision}</Id>
                </To>,
              ],
              [words.filed, texts.moment(appeal.filedAt)],
              ...(appeal.heardBy === null ? [] : ([[words.heardBy, nameOf(appeal.heardBy)]] as const)),
              ...(appeal.notBy.length === 0
                ? []
                : ([[words.notBy, texts.list(appeal.notBy.map(nameOf))]] as const)),
            ]}
          />
        </div>
      </Panel>
      {appeal.status === 'open' ? <HearForm appeal={appeal} /> : <Undoing appeal={appeal} />}
      {decision !== null && (
        <Panel id="challenged" title={words.challenged}>
          <div className={css.body}>
            <p>{texts.decisions.sentence(decision)}</p>
            <StatementOfReasons statement={decision.statement} mode={decision.mode} />
          </div>
        </Panel>
      )}
      {answer !== null && (
        <Panel id="answered" title={words.answered}>
          <div className={css.body}>
            <p className={css.text}>
              <Outside>{answer.statement.text}</Outside>
            </p>
          </div>
        </Panel>
      )}
    </>
  )
}

/** Everything that overturning took back, piece by piece. */
export function Undoing({
  appeal: { status, why, undone },
}: {
  appeal: Pick<AppealAnswer['appeal'], 'status' | 'why' | 'undone'>
}) {
  const words = texts.appeals
  return (
    <Panel id="undone" title={words.status[status] ?? status}>
      <div className={css.body}>
        {why !== null && (
          <p>
            <Outside>{why}</Outside>
          </p>
        )}
        {undone.length > 0 && (
          <ul className={css.sentences} aria-label={words.undone} data-testid="undone">
            {undone.map(({ what, of, says }) => (
              <li key={`${what} ${of}`}>
                <strong>{words.what[what]}</strong> <Outside>{says}</Outside>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}

export const saidOf = (error: unknown): string | null =>
  error === null ? null : error instanceof CallError ? `${error.message}. ${error.hint}` : String(error)
