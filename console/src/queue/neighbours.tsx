import type { Neighbour } from '../api/types.ts'
import { Id, Outside } from '../kit/outside.tsx'
import { texts } from '../texts/texts.ts'
import css from './context.module.css'

/** Posts and other acts around one, in their order of time; the one itself is marked. */
export function NeighbourList({ neighbours, empty }: { neighbours: readonly Neighbour[]; empty: string }) {
  if (neighbours.length === 0) return <p className={css.none}>{empty}</p>
  return (
    <ol className={css.posts}>
      {neighbours.map(({ event, type, at, account, text, relation }) => (
        <li key={event} data-itself={relation === 'itself' || undefined}>
          <p className={css.line}>
            <Id>{account}</Id>
            <span>{type}</span>
            <time dateTime={at}>{texts.moment(at)}</time>
          </p>
          {text !== '' && (
            <p className={css.text}>
              <Outside>{text}</Outside>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
