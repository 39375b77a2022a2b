import { directionOf } from '../kit/direction.ts'
import { texts } from '../texts/texts.ts'
import css from './post-text.module.css'
import { kindOf, type Mark, stretchesOf } from './spans.ts'

/** A post as it was written, with what the reader found in it. Text, whatever it holds. */
export function PostText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const stretches = stretchesOf(text, marks)
  let at = 0
  return (
    <p className={css.text} dir={directionOf(text)} translate="no">
      {stretches.map((stretch) => {
        const kind = kindOf(stretch)
        const key = at
        at += stretch.text.length
        if (kind === null) return <span key={key}>{stretch.text}</span>
        const says = stretch.marks.map(({ says }) => says).join('\n')
        return (
          <mark key={key} className={css.mark} data-kind={kind} title={says}>
            {stretch.text}
          </mark>
        )
      })}
    </p>
  )
}

/** What the marks mean, only for those that there are. */
export function Legend({ marks }: { marks: readonly Mark[] }) {
  const kinds = new Set(marks.map(({ kind }) => kind))
  if (kinds.size === 0) return null
  return (
    <ul className={css.legend}>
      {(['frame', 'term', 'reason'] as const)
        .filter((kind) => kinds.has(kind))
        .map((kind) => (
          <li key={kind}>
            <mark className={css.mark} data-kind={kind}>
              {texts.queue.marked[kind]}
            </mark>
          </li>
        ))}
    </ul>
  )
}
