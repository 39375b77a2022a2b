import { Button } from '@mantine/core'
import { useResend } from '../api/queries.ts'
import type { OutboxRow } from '../api/types.ts'
import { Id, Outside } from '../kit/outside.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import css from './outbox.module.css'

const TONE: Record<OutboxRow['status'], Tone> = { done: 'good', waiting: 'braked', dead: 'restrict' }

/** One action: what the platform was asked, and what it answered. */
export function ActionRow({ row }: { row: OutboxRow }) {
  const words = texts.outbox
  const { entry, status, detail, attempts } = row
  const sentence = status === 'done' ? words.action : words.asked
  return (
    <li className={css.row}>
      <p className={css.sentence}>{sentence(entry.action, entry.subject.kind)}</p>
      <Tag tone={TONE[status]}>{words.status[status]}</Tag>
      <p className={css.line}>
        <Id>{entry.subject.id}</Id>
        <time dateTime={entry.at}>{texts.time(entry.at)}</time>
        {attempts > 1 && <span>{words.attempts(attempts)}</span>}
        {detail !== null && status !== 'done' && (
          <span className={css.detail}>
            <Outside>{detail}</Outside>
          </span>
        )}
      </p>
      {status === 'dead' && <Resend id={entry.id} />}
    </li>
  )
}

function Resend({ id }: { id: string }) {
  const words = texts.outbox
  const resend = useResend()
  return (
    <div className={css.resend}>
      <Button
        variant="default"
        size="compact-xs"
        loading={resend.isPending}
        onClick={() => resend.mutate(id)}
        aria-label={words.resendOf(id)}
      >
        {words.resend}
      </Button>
      {resend.isError && <span role="alert">{words.resendFailed}</span>}
    </div>
  )
}
