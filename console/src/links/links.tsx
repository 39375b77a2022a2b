import { useState } from 'react'
import type { Link } from '../api/types.ts'
import { ChevronIcon } from '../kit/icons.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Empty, Panel } from '../kit/panel.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { useLive } from '../live/live.tsx'
import { texts } from '../texts/texts.ts'
import css from './links.module.css'
import { Review } from './review.tsx'
import { Waterfall } from './waterfall.tsx'
import { namesOf } from './waterfall-shape.ts'

/** Accounts that are probably run by someone whose earlier account was closed. */
export function Links() {
  const words = texts.links
  const links = useLive((live) => live.desk.links)
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <Panel id="links" title={words.title} count={links.length === 0 ? undefined : texts.number(links.length)}>
      {links.length === 0 ? (
        <Empty title={words.empty} hint={words.emptyHint} />
      ) : (
        <ol className={css.list}>
          {links.map((link) => (
            <LinkRow
              key={link.id}
              link={link}
              open={link.id === openId}
              onToggle={() => setOpenId(link.id === openId ? null : link.id)}
            />
          ))}
        </ol>
      )}
    </Panel>
  )
}

const TONE: Record<Link['tier'], Tone> = { certain: 'restrict', strong: 'review', possible: 'plain' }

function LinkRow({ link, open, onToggle }: { link: Link; open: boolean; onToggle(): void }) {
  const words = texts.links
  const names = namesOf(link)
  const detailId = `waterfall-${link.id}`
  return (
    <li className={css.row} data-open={open || undefined}>
      <button
        type="button"
        className={css.head}
        data-link={link.id}
        aria-expanded={open}
        aria-controls={open ? detailId : undefined}
        onClick={onToggle}
      >
        <span className={css.chevron}>
          <ChevronIcon />
        </span>
        <span className={css.text}>
          <span className={css.who}>
            <Outside>{names.before}</Outside> <span className={css.becomes}>{words.sentence}</span>{' '}
            <Outside>{names.now}</Outside>
          </span>
          <span className={css.accounts}>
            <Id>{link.closedAccount}</Id> <span aria-hidden="true">→</span> <Id>{link.account}</Id>
          </span>
        </span>
        <span className={css.meta}>
          <Tag tone={TONE[link.tier]}>{words.tier(link.tier)}</Tag>
          <span>
            {link.status !== 'proposed' && `${words.status[link.status]} · `}
            {words.bits(link.bits)} · <time dateTime={link.at}>{texts.time(link.at)}</time>
          </span>
        </span>
      </button>
      {open && (
        <>
          <Waterfall id={detailId} link={link} />
          <Review link={link} />
        </>
      )}
    </li>
  )
}
