import css from '../kit/screen.module.css'
import { texts } from '../texts/texts.ts'
import { Campaigns } from './campaigns.tsx'

export function CampaignsScreen() {
  return (
    <div className={css.screen}>
      <h1 className={css.unseen}>{texts.frame.screens.campaigns}</h1>
      <Campaigns />
    </div>
  )
}
