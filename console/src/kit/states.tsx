import { Button, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CallError } from '../api/call.ts'
import { texts } from '../texts/texts.ts'
import { Empty } from './panel.tsx'
import css from './states.module.css'

/** Rows to come, at the height they will have: nothing jumps when they arrive. */
export const Loading = ({ rows = 8, height = 38 }: { rows?: number; height?: number }) => (
  <div className={css.loading} aria-busy="true" role="status">
    <span className={css.unseen}>{texts.frame.loading}</span>
    {Array.from({ length: rows }, (_, index) => (
      <Skeleton key={index} height={height} radius={6} />
    ))}
  </div>
)

/** What was asked for did not come: why, and once more. */
export function Failed({ error, onAgain }: { error: unknown; onAgain(): void }) {
  const reason = error instanceof CallError && error.status !== 0 ? error : null
  if (reason?.status === 403)
    return <Empty title={texts.frame.notAllowed} hint={texts.frame.notAllowedHint} />
  return (
    <Empty
      title={texts.frame.failed}
      {...(reason === null ? {} : { hint: `${reason.message}. ${reason.hint}` })}
      action={
        <Button variant="default" size="xs" onClick={onAgain}>
          {texts.frame.again}
        </Button>
      }
    />
  )
}

/** An answer in its four states: on its way, failed, empty, there. */
export function Answer<T>({
  query,
  rows,
  empty,
  children,
}: {
  query: UseQueryResult<T>
  rows?: number
  /** What stands there when `isEmpty` says so. */
  empty?: { when(data: T): boolean; title: string; hint?: string }
  children(data: T): ReactNode
}) {
  if (query.data === undefined)
    return query.isError ? (
      <Failed error={query.error} onAgain={() => void query.refetch()} />
    ) : (
      <Loading {...(rows === undefined ? {} : { rows })} />
    )
  if (empty?.when(query.data))
    return <Empty title={empty.title} {...(empty.hint === undefined ? {} : { hint: empty.hint })} />
  return children(query.data)
}
