import css from '../kit/screen.module.css'
import { texts } from '../texts/texts.ts'
import { Links } from './links.tsx'

export function LinksScreen() {
  return (
    <div className={css.screen}>
      <h1 className={css.unseen}>{texts.frame.screens.links}</h1>
      <Links />
    </div>
  )
}
