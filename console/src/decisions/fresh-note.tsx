import { ArrowUpIcon } from '../kit/icons.tsx'
import { texts } from '../texts/texts.ts'
import css from './decisions.module.css'

interface FreshNoteProps {
  count: number
  held: boolean
  paused: boolean
  onShow(): void
}

/** Says that the list stands still, and what came meanwhile. */
export function FreshNote({ count, held, paused, onShow }: FreshNoteProps) {
  const words = texts.decisions
  if (!held || (count === 0 && !paused)) return null
  return (
    <div className={css.fresh}>
      <span>{paused ? words.paused : words.reading}</span>
      {count > 0 && (
        <button type="button" className={css.show} onClick={onShow}>
          <ArrowUpIcon /> {words.fresh(count)}
        </button>
      )}
    </div>
  )
}
