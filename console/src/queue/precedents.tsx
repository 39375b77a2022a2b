import { usePolicies } from '../api/queries.ts'
import { Id, Outside } from '../kit/outside.tsx'
import { To } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import css from './context.module.css'
import type { JobDetail } from './view.ts'

/** What was decided about the like, and how appeals on it ended. */
export function SimilarPart({ similar }: { similar: JobDetail['similar'] }) {
  const words = texts.queue
  const policies = usePolicies().data
  if (similar.length === 0) return <p className={css.none}>{words.noSimilar}</p>
  return (
    <ol className={css.posts}>
      {similar.map(({ decision: { id, at, verdict, policy, actions }, appeal }) => (
        <li key={id}>
          <p>
            <To place={{ screen: 'decisions', id }}>
              {texts.decisions.verdict(verdict)} ·{' '}
              {policies?.find((known) => known.id === policy)?.title ?? policy}
            </To>
          </p>
          <p className={css.line}>
            <span>{actions.join(', ')}</span>
            <span>
              {appeal === null ? words.noAppeal : words.appealEnded(texts.appeals.status[appeal] ?? appeal)}
            </span>
            <time dateTime={at}>{texts.moment(at)}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}

export const PolicyPart = ({ policies }: { policies: JobDetail['policies'] }) => (
  <ol className={css.posts}>
    {policies.map(({ id, title, prose }) => (
      <li key={id}>
        <p className={css.title}>
          <Outside>{title}</Outside> <Id>{id}</Id>
        </p>
        <p className={css.text}>
          <Outside>{prose}</Outside>
        </p>
      </li>
    ))}
  </ol>
)
