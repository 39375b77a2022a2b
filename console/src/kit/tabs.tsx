import { type KeyboardEvent, type ReactNode, useId } from 'react'
import css from './tabs.module.css'

interface TabsProps<T extends string> {
  label: string
  value: T
  onChange(value: T): void
  tabs: readonly { value: T; label: string; count?: number | undefined }[]
  children: ReactNode
}

/** One of several sheets in one place. Arrow keys go from tab to tab, in the direction of the page. */
export function Tabs<T extends string>({ label, value, onChange, tabs, children }: TabsProps<T>) {
  const id = useId()
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const at = tabs.findIndex((tab) => tab.value === value)
    const next = tabs[(at + (event.key === forward ? 1 : -1) + tabs.length) % tabs.length]!
    onChange(next.value)
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus()
  }
  return (
    <>
      <div className={css.tabs} role="tablist" aria-label={label} onKeyDown={press}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            data-tab={tab.value}
            className={css.tab}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={css.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${value}`}
        className={css.panel}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet that scrolls must be reached by keyboard
        tabIndex={0}
      >
        {children}
      </div>
    </>
  )
}
