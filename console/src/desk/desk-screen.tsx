import { useCallback, useState } from 'react'
import { Campaigns } from '../campaigns/campaigns.tsx'
import { Decisions } from '../decisions/decisions.tsx'
import { Links } from '../links/links.tsx'
import { OutboxPanel } from '../outbox/outbox.tsx'
import { texts } from '../texts/texts.ts'
import { Banners } from './banners.tsx'
import css from './desk-screen.module.css'
import { Header } from './header.tsx'
import { Help } from './help.tsx'
import { Pulse } from './pulse.tsx'

/** The one screen: how the line runs, what is decided, who came back, what was carried out. */
export function DeskScreen() {
  const [helping, setHelping] = useState(false)
  const openHelp = useCallback(() => setHelping(true), [])
  const closeHelp = useCallback(() => setHelping(false), [])
  return (
    <div className={css.screen}>
      <a className={css.skip} href="#decisions-title">
        {texts.app.skip}
      </a>
      <Header onHelp={openHelp} />
      <Banners />
      <main className={css.main}>
        <h1 className={css.hidden}>{texts.app.name}</h1>
        <Pulse />
        <div className={css.columns}>
          <Decisions className={css.decisions} onHelp={openHelp} />
          <div className={css.side}>
            <Links />
            <Campaigns />
            <OutboxPanel />
          </div>
        </div>
      </main>
      <Help opened={helping} onClose={closeHelp} />
    </div>
  )
}
