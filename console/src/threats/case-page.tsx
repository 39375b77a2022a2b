import { useColleagues } from '../api/me.ts'
import { useNow } from '../kit/clock.ts'
import { directionOf } from '../kit/direction.ts'
import { Facts } from '../kit/facts.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { Answer } from '../kit/states.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import { CaseActs } from './case-acts.tsx'
import { type CaseView, useThreat } from './desk.ts'
import { Refer, Referrals } from './referrals.tsx'
import css from './threats.module.css'
import { Grade } from './threats-screen.tsx'

/** One case: how grave, what that rests on, what is due when, whom it was handed to. */
export function CasePage({ id }: { id: string }) {
  return <Answer query={useThreat(id)}>{(view) => <Case view={view} />}</Answer>
}

function Case({ view }: { view: CaseView }) {
  const words = texts.threats
  const { threat, barred, blind, unanswered } = view
  return (
    <>
      <Panel id="case" title={threat.id} tools={<Grade grade={threat.grade} />}>
        <div className={split.body}>
          {barred && <p className={split.fault}>{words.barred}</p>}
          {unanswered && (
            <p className={split.fault} role="alert">
              {words.unanswered}
            </p>
          )}
          {blind && <p className={split.dim}>{words.blind}</p>}
          <Facts
            rows={[
              [words.grading, words.gradingState[threat.grading]],
              [words.byTable, <Grade key="t" grade={view.table} />],
              [words.veracityName, words.veracity[threat.veracity]],
              [words.opened, texts.moment(threat.openedAt)],
              ...(threat.protected ? ([[words.protected, texts.number(view.targets.length)]] as const) : []),
            ]}
          />
          <Clocks clocks={view.clocks} />
        </div>
      </Panel>
      {threat.status === 'open' && !barred && <CaseActs id={threat.id} />}
      <Factors view={view} />
      <Posts view={view} />
      <Referrals view={view} />
      {threat.status === 'open' && !barred && <Refer id={threat.id} />}
      <Notes view={view} />
    </>
  )
}

const CLOCK_TONE: Record<CaseView['clocks'][number]['state'], Tone> = {
  running: 'plain',
  alarm: 'review',
  missed: 'restrict',
  met: 'good',
  'met-late': 'review',
}

function Clocks({ clocks }: { clocks: CaseView['clocks'] }) {
  const words = texts.threats
  const now = useNow()
  return (
    <ul className={css.line} aria-label={words.clocks}>
      {clocks.map(({ stage, dueAt, metAt, state }) => (
        <li key={`${stage} ${dueAt}`}>
          <Tag tone={CLOCK_TONE[state]} hint={texts.moment(dueAt)}>
            {words.stage[stage]}: {metAt === null ? texts.off(Date.parse(dueAt) - now) : words.clock[state]}
          </Tag>
        </li>
      ))}
    </ul>
  )
}

function Factors({ view: { threat } }: { view: CaseView }) {
  const words = texts.threats
  const nameOf = useColleagues()
  return (
    <Panel id="factors" title={words.factors} count={texts.number(threat.factors.length)}>
      <div className={split.body}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{words.factor}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.evidence}</th>
              <th scope="col">{words.coder}</th>
            </tr>
          </thead>
          <tbody>
            {threat.factors.map(({ factor, value, evidence, coder }) => (
              <tr key={factor}>
                <th scope="row">{words.factorName[factor] ?? factor}</th>
                <td>
                  <Tag tone={value === 'present' ? 'restrict' : 'plain'}>{words.factorValue[value]}</Tag>
                </td>
                <td>
                  <Outside>{evidence}</Outside>
                </td>
                <td>
                  <Outside>{nameOf(coder)}</Outside>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Posts({ view: { posts } }: { view: CaseView }) {
  return (
    <Panel id="case-posts" title={texts.threats.posts} count={texts.number(posts.length)}>
      <ol className={`${split.body} ${css.posts}`}>
        {posts.map(({ id, account, at, text, translation }) => (
          <li key={id}>
            <p className={css.line}>
              <Id>{account}</Id>
              <time dateTime={at}>{texts.moment(at)}</time>
            </p>
            <p className={split.text} dir={directionOf(text)}>
              {text}
            </p>
            {translation !== undefined && (
              <p className={split.dim} dir="auto">
                {translation} <Tag tone="review">{texts.queue.unverified}</Tag>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Notes({ view: { notes, gradings } }: { view: CaseView }) {
  const words = texts.threats
  const nameOf = useColleagues()
  const lines = [
    ...notes.map(({ by, at, text }) => ({ by, at, says: text })),
    ...gradings.map(({ by, at, why, grade }) => ({ by, at, says: `${words.grade[grade]}: ${why}` })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1))
  if (lines.length === 0) return null
  return (
    <Panel id="notes" title={words.notes}>
      <ol className={`${split.body} ${css.posts}`}>
        {lines.map(({ by, at, says }) => (
          <li key={`${at} ${by} ${says}`}>
            <p className={css.line}>
              <Outside>{nameOf(by)}</Outside>
              <time dateTime={at}>{texts.moment(at)}</time>
            </p>
            <Outside>{says}</Outside>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
