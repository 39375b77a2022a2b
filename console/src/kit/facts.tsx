import type { ReactNode } from 'react'
import css from './facts.module.css'

/** Names and what stands behind them, in two columns. */
export const Facts = ({
  label,
  rows,
}: {
  label?: string
  rows: readonly (readonly [string, ReactNode])[]
}) => (
  <dl className={css.facts} aria-label={label}>
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
