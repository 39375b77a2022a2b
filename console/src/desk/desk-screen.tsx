import { Campaigns } from '../campaigns/campaigns.tsx'
import { Decisions } from '../decisions/decisions.tsx'
import { Links } from '../links/links.tsx'
import { OutboxPanel } from '../outbox/outbox.tsx'
import { texts } from '../texts/texts.ts'
import css from './desk-screen.module.css'
import { Pulse } from './pulse.tsx'

/** The live screen: how the line runs, what is decided, who came back, what was carried out. */
export function DeskScreen() {
  return (
    <div className={css.main}>
      <h1 className={css.hidden}>{texts.frame.screens.live}</h1>
      <Pulse />
      <div className={css.columns}>
        <Decisions className={css.decisions} />
        <div className={css.side}>
          <Links />
          <Campaigns />
          <OutboxPanel />
        </div>
      </div>
    </div>
  )
}
