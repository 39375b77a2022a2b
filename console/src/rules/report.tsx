import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { Tag } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import css from '../threats/threats.module.css'
import type { Run } from './desk.ts'

/** What the draft would have done with what was logged: per rule, with samples to read. */
export function Report({ run: { status, report, samples, fault } }: { run: Run }) {
  const words = texts.rules
  const moved = report?.rules.filter(({ gained, lost }) => gained + lost > 0) ?? []
  return (
    <Panel
      id="backtest"
      title={words.backtested}
      tools={<Tag tone={status === 'done' ? 'good' : 'plain'}>{words.run[status]}</Tag>}
    >
      <div className={split.body} data-testid="backtest">
        {fault !== null && <p className={split.fault}>{fault}</p>}
        {status === 'done' && moved.length === 0 && <p>{words.unchanged}</p>}
        {moved.length > 0 && (
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{texts.queue.rule}</th>
                <th scope="col">{words.gained}</th>
                <th scope="col">{words.lost}</th>
                <th scope="col">{words.same}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map(({ rule, gained, lost, same }) => (
                <tr key={rule}>
                  <th scope="row">
                    <Id>{rule}</Id>
                  </th>
                  <td>{texts.number(gained)}</td>
                  <td>{texts.number(lost)}</td>
                  <td>{texts.number(same)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <ul className={split.sentences}>
          {samples.map(({ rule, change, event, text }) => (
            <li key={`${rule} ${change} ${event}`}>
              <Tag tone={change === 'gained' ? 'review' : 'plain'}>{words[change]}</Tag> <Id>{rule}</Id>{' '}
              <Outside>{text}</Outside>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
