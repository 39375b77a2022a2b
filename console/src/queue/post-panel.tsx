import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import { Tag } from '../kit/tag.tsx'
import { To } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { Media } from './media.tsx'
import css from './post-panel.module.css'
import { Legend, PostText } from './post-text.tsx'
import type { JobDetail } from './view.ts'

/** What was written, with what was found in it, and a machine's translation beside it. */
export function PostPanel({ detail, shown }: { detail: JobDetail; shown: boolean }) {
  const words = texts.queue
  const { post, withheld, account, report, link } = detail
  const handle = account.profile?.handle
  return (
    <Panel
      id="post"
      title={words.post}
      tools={
        <span className={css.who}>
          {handle != null && <Outside>{`@${handle}`}</Outside>}
          <Id>{account.id}</Id>
          {post !== null && <time dateTime={post.at}>{texts.moment(post.at)}</time>}
          {link !== null && (
            <a href={link} target="_blank" rel="noopener noreferrer">
              {words.platform}
            </a>
          )}
        </span>
      }
    >
      <div className={css.body}>
        {report !== null && (
          <p className={css.report}>
            {words.reported}: <Outside>{report.text || texts.frame.none}</Outside>
          </p>
        )}
        {post !== null && <Sides detail={detail} post={post} shown={shown} />}
        {post === null && withheld !== null && (
          <p className={css.none}>
            {words.seen}{' '}
            {withheld.decision !== null && (
              <To place={{ screen: 'decisions', id: withheld.decision.id }}>
                {texts.decisions.sentence(withheld.decision)}
              </To>
            )}
          </p>
        )}
        {post === null && withheld === null && <p className={css.none}>{words.gone}</p>}
      </div>
    </Panel>
  )
}

interface SidesProps {
  detail: JobDetail
  post: NonNullable<JobDetail['post']>
  shown: boolean
}

/** The original and, where there is one, the translation beside it. */
function Sides({ detail: { translation }, post, shown }: SidesProps) {
  const words = texts.queue
  return (
    <>
      <div className={css.sides} data-two={translation !== null || undefined}>
        <section lang={post.language ?? undefined} aria-label={words.original}>
          {translation !== null && (
            <h3 className={css.side}>
              {words.original} <Id>{translation.from}</Id>
            </h3>
          )}
          <PostText text={post.text} marks={post.marks} />
        </section>
        {translation !== null && (
          <section lang={translation.to} aria-label={words.translation(translation.engine)}>
            <h3 className={css.side}>
              {words.translation(translation.engine)} <Tag tone="review">{words.unverified}</Tag>
            </h3>
            <p className={css.translated} dir="auto">
              {translation.text}
            </p>
          </section>
        )}
      </div>
      <Media media={post.media} shown={shown} />
      <Legend marks={post.marks} />
    </>
  )
}
