import type { JobView } from '../api/types.ts'
import { Id } from '../kit/outside.tsx'
import { texts } from '../texts/texts.ts'
import css from './media.module.css'

interface MediaProps {
  media: NonNullable<JobView['post']>['media']
  shown: boolean
}

/** Media as little as suffices: kept small, blurred, without colour and sound, until somebody asks for more. The page never fetches bytes from the platform. */
export function Media({ media, shown }: MediaProps) {
  const words = texts.queue
  if (media.length === 0) return null
  return (
    <figure className={css.figure}>
      <ul className={css.row}>
        {media.map(({ id, type, sha256 }) => (
          <li key={id} className={css.tile} data-shown={shown || undefined}>
            <span className={css.veil} aria-hidden="true" />
            <span>{words.media(type ?? texts.frame.none)}</span>
            {shown && <Id>{sha256 == null ? id : `${sha256.slice(0, 16)}…`}</Id>}
          </li>
        ))}
      </ul>
      <figcaption className={css.caption}>{shown ? words.notFetched : words.veiled}</figcaption>
    </figure>
  )
}
