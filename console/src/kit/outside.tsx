import css from './outside.module.css'

/**
 * Text that came from outside: of any script and direction, and possibly hostile. It is isolated, so that a right-to-left override in a name cannot
 * turn the words around it, and it is text, whatever it holds.
 */
export const Outside = ({ children }: { children: string }) => <bdi dir="auto">{children}</bdi>

/** An id as the platform sends it, compared byte for byte: shown in its own order of letters. */
export const Id = ({ children }: { children: string }) => (
  <bdi dir="ltr" className={css.id} translate="no">
    {children}
  </bdi>
)
