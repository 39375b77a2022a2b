import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import { Tag } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import { Media } from './media.tsx'
import css from './post-panel.module.css'
import { Legend, PostText } from './post-text.tsx'
import type { JobDetail } from './view.ts'

/** What was written, with what was found in it, and a machine's translation beside it. */
export function PostPanel({ detail, shown }: { detail: JobDetail; shown: boolean }) {
  const words = texts.queue
  const { post, reading, translation } = detail
  return (
    <Panel
      id="post"
      title={words.post}
      tools={
        post !== null && (
          <span className={css.who}>
            {post.handle !== null && <Outside>{`@${post.handle}`}</Outside>}
            <Id>{post.account}</Id>
            <time dateTime={post.at}>{texts.moment(post.at)}</time>
          </span>
        )
      }
    >
      <div className={css.body}>
        {post === null ? (
          <p className={css.none}>{words.gone}</p>
        ) : (
          <>
            <div className={css.sides} data-two={translation !== null || undefined}>
              <section lang={post.language ?? undefined} aria-label={words.original}>
                {translation !== null && (
                  <h3 className={css.side}>
                    {words.original} <Id>{translation.from}</Id>
                  </h3>
                )}
                <PostText text={post.text} reading={reading} />
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
            {reading !== null && <Legend reading={reading} />}
          </>
        )}
      </div>
    </Panel>
  )
}
