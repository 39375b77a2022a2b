import type { ReactNode } from 'react'
import css from './panel.module.css'

interface PanelProps {
  id: string
  title: string
  /** A number beside the title. */
  count?: string | undefined
  tools?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** A sheet with a heading; what it holds scrolls inside it where the screen is wide. */
export const Panel = ({ id, title, count, tools, className, children }: PanelProps) => (
  <section className={`${css.panel} ${className ?? ''}`} aria-labelledby={`${id}-title`}>
    <header className={css.head}>
      <h2 id={`${id}-title`} className={css.title}>
        {title}
        {count !== undefined && <span className={css.count}>{count}</span>}
      </h2>
      {tools}
    </header>
    {children}
  </section>
)

/** What stands where there is nothing, or nothing yet. */
export const Empty = ({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) => (
  <div className={css.empty}>
    <p className={css.emptyTitle}>{title}</p>
    {hint !== undefined && <p>{hint}</p>}
    {action}
  </div>
)
