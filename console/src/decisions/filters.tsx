import { NativeSelect } from '@mantine/core'
import type { Decision, PolicyTitle } from '../api/types.ts'
import { texts } from '../texts/texts.ts'
import css from './decisions.module.css'
import { type Filter, NO_FILTER } from './filter.ts'

interface FiltersProps {
  filter: Filter
  onFilter(filter: Filter): void
  policies: readonly PolicyTitle[]
}

const MODES: Decision['mode'][] = ['live', 'shadow', 'braked']
const VERDICTS: Decision['verdict'][] = ['restrict', 'review', 'allow']

export function Filters({ filter, onFilter, policies }: FiltersProps) {
  const words = texts.decisions
  const set = (change: Partial<Filter>) => {
    const next = { ...filter, ...change }
    const none = next.mode === null && next.verdict === null && next.policy === null
    onFilter(none ? NO_FILTER : next)
  }
  const any = (name: string) => ({ value: '', label: `${name}: ${words.any.toLowerCase()}` })
  return (
    <div className={css.filters}>
      <NativeSelect
        size="xs"
        aria-label={words.filterVerdict}
        value={filter.verdict ?? ''}
        data={[
          any(words.filterVerdict),
          ...VERDICTS.map((verdict) => ({
            value: verdict,
            label: `${words.filterVerdict}: ${words.verdict(verdict).toLowerCase()}`,
          })),
        ]}
        onChange={({ currentTarget }) => set({ verdict: (currentTarget.value || null) as Filter['verdict'] })}
      />
      <NativeSelect
        size="xs"
        aria-label={words.filterMode}
        value={filter.mode ?? ''}
        data={[
          any(words.filterMode),
          ...MODES.map((mode) => ({ value: mode, label: `${words.filterMode}: ${words.mode(mode)}` })),
        ]}
        onChange={({ currentTarget }) => set({ mode: (currentTarget.value || null) as Filter['mode'] })}
      />
      <NativeSelect
        size="xs"
        className={css.policyFilter}
        aria-label={words.filterPolicy}
        value={filter.policy ?? ''}
        data={[
          any(words.filterPolicy),
          ...policies
            .filter(({ violating }) => violating)
            .map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={({ currentTarget }) => set({ policy: currentTarget.value || null })}
      />
    </div>
  )
}
