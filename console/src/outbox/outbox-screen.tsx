import css from '../kit/screen.module.css'
import { texts } from '../texts/texts.ts'
import { OutboxPanel } from './outbox.tsx'

export function OutboxScreen() {
  return (
    <div className={css.screen}>
      <h1 className={css.unseen}>{texts.frame.screens.outbox}</h1>
      <OutboxPanel />
    </div>
  )
}
