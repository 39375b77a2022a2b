import type { Campaign } from '../api/types.ts'
import { Outside } from '../kit/outside.tsx'
import { Empty, Panel } from '../kit/panel.tsx'
import { Tag } from '../kit/tag.tsx'
import { useLive } from '../live/live.tsx'
import { texts } from '../texts/texts.ts'
import css from './campaigns.module.css'

/** Many accounts with one voice. */
export function Campaigns() {
  const words = texts.campaigns
  const campaigns = useLive((live) => live.desk.campaigns)
  return (
    <Panel
      id="campaigns"
      title={words.title}
      count={campaigns.length === 0 ? undefined : texts.number(campaigns.length)}
    >
      {campaigns.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard
        <ol className={css.list} tabIndex={0} aria-label={words.title}>
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} />
          ))}
        </ol>
      )}
    </Panel>
  )
}

const MARKS_MAX = 4

function CampaignRow({ campaign }: { campaign: Campaign }) {
  const words = texts.campaigns
  const { hashtags, urls, members, posts, degree, status, advice, detectedAt } = campaign
  const marks = [...hashtags.map((tag) => `#${tag}`), ...urls]
  return (
    <li className={css.row}>
      <p className={css.marks}>
        {marks.length === 0 && words.unmarked}
        {marks.slice(0, MARKS_MAX).map((mark) => (
          <span key={mark}>
            <Outside>{mark}</Outside>
          </span>
        ))}
        {marks.length > MARKS_MAX && <span>{texts.outbox.more(marks.length - MARKS_MAX)}</span>}
      </p>
      <p className={css.line}>
        <span>{words.members(members.length)}</span>
        <span>{words.posts(posts)}</span>
        <span title={words.degreeHint}>{words.degree(degree)}</span>
        <time dateTime={detectedAt}>{texts.time(detectedAt)}</time>
      </p>
      <Tag tone={status === 'suspected' ? 'review' : 'plain'}>{words.status[status]}</Tag>
      {advice.length > 0 && (
        <ul className={css.advice} aria-label={words.advice}>
          {advice.map((sentence) => (
            <li key={sentence}>
              <Outside>{words.advised(sentence)}</Outside>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
