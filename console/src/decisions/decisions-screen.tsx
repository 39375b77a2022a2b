import css from '../kit/screen.module.css'
import { texts } from '../texts/texts.ts'
import { Decisions } from './decisions.tsx'

export function DecisionsScreen() {
  return (
    <div className={css.screen}>
      <h1 className={css.unseen}>{texts.frame.screens.decisions}</h1>
      <Decisions className={css.whole} />
    </div>
  )
}
