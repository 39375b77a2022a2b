import { useDeferredValue } from 'react'
import { Tag } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import { usePreview } from './desk.ts'
import { type Draft, missingIn } from './draft.ts'
import css from './statement-preview.module.css'

/** The statement of reasons as it would be sent, while it is being decided. Its place is kept, so that nothing jumps. */
export function StatementPreview({ job, draft }: { job: string; draft: Draft }) {
  const words = texts.queue
  const steady = useDeferredValue(draft)
  const missing = missingIn(steady)
  const ready = missing === null || missing === 'why'
  const { data } = usePreview(job, steady, ready)
  return (
    <section className={css.preview} aria-label={words.preview}>
      <h3 className={css.title}>
        {words.preview}
        {ready && data?.needsSecond != null && (
          <Tag tone="review" hint={data.needsSecond}>
            {words.secondPerson}
          </Tag>
        )}
      </h3>
      <p className={css.text} dir="auto">
        {!ready || data === undefined ? texts.frame.none : (data.statement ?? words.noStatement)}
      </p>
      {ready && data !== undefined && data.says.length > 0 && (
        <ul className={css.does} aria-label={words.foreseen}>
          {data.says.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
