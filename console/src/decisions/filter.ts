import type { Decision } from '../api/types.ts'

/** `null` lets all through. */
export interface Filter {
  mode: Decision['mode'] | null
  verdict: Decision['verdict'] | null
  policy: string | null
}

export const NO_FILTER: Filter = { mode: null, verdict: null, policy: null }

export const fits = (
  { mode, verdict, policy }: Pick<Decision, 'mode' | 'verdict' | 'policy'>,
  filter: Filter,
): boolean =>
  (filter.mode === null || filter.mode === mode) &&
  (filter.verdict === null || filter.verdict === verdict) &&
  (filter.policy === null || filter.policy === policy)
