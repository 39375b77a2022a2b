import css from './meter.module.css'

/** How much of a bound is used. Named, so that it is read out; the tone changes near the bound. */
export const Meter = ({ value, max, label }: { value: number; max: number; label: string }) => (
  <span className={css.meter} title={label}>
    <span className={css.label}>{label}</span>
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className={css.bar} aria-hidden="true">
      <rect width="100" height="6" rx="2" className={css.ground} />
      <rect
        width={max === 0 ? 0 : Math.min(100, (100 * value) / max)}
        height="6"
        rx="2"
        className={css.fill}
        data-near={value >= max * 0.8 || undefined}
      />
    </svg>
  </span>
)
