import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { refine } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import type { QueueCount, QueueFilter } from './desk.ts'
import css from './queue-screen.module.css'

interface QueueFiltersProps {
  filter: QueueFilter
  counts: readonly QueueCount[]
  busy: boolean
  onNext(): void
}

/** Which jobs are listed, and the way to the next. */
export function QueueFilters({ filter, counts, busy, onNext }: QueueFiltersProps) {
  const words = texts.queue
  return (
    <div className={css.filters}>
      <SegmentedControl
        size="xs"
        value={filter.show}
        aria-label={words.title}
        onChange={(show) => refine({ show: show === 'open' ? '' : show })}
        data={[
          { value: 'open', label: words.open },
          { value: 'mine', label: words.mine },
          { value: 'closed', label: words.closed },
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={words.filterQueue}
        value={filter.queue}
        onChange={(event) => refine({ queue: event.currentTarget.value })}
        data={[
          { value: '', label: `${words.filterQueue}: ${texts.decisions.any.toLowerCase()}` },
          ...counts.map(({ queue, open, breached }) => ({
            value: queue,
            label: `${queue} ${texts.number(open)}${breached > 0 ? ` (${words.late(breached)})` : ''}`,
          })),
        ]}
      />
      <Button size="xs" loading={busy} onClick={onNext}>
        {words.next}
      </Button>
    </div>
  )
}
