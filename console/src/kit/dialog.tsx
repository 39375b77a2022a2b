import { type ReactNode, useEffect, useRef } from 'react'
import css from './dialog.module.css'

interface DialogProps {
  title: string
  onClose(): void
  /** The title is for the ear only. */
  quiet?: boolean
  wide?: boolean
  children: ReactNode
}

/** The browser's own dialog: it keeps the focus, closes on Escape and needs no style that the policy forbids. Opened as long as it is drawn. */
export function Dialog({ title, onClose, quiet = false, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current!
    if (!element.open) element.showModal()
    return () => element.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      data-wide={wide || undefined}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <div className={css.inside}>
        {!quiet && <h2 className={css.title}>{title}</h2>}
        {children}
      </div>
    </dialog>
  )
}
