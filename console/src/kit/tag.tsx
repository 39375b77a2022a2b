import type { ReactNode } from 'react'
import css from './tag.module.css'

export type Tone = 'restrict' | 'review' | 'shadow' | 'braked' | 'good' | 'plain'

/** A short word on a tinted ground. The word carries the meaning; the tint only helps to find it. */
export const Tag = ({
  tone,
  hint,
  dashed = false,
  children,
}: {
  tone: Tone
  hint?: string
  dashed?: boolean
  children: ReactNode
}) => (
  <span className={css.tag} data-tone={tone} data-dashed={dashed || undefined} title={hint}>
    {children}
  </span>
)
