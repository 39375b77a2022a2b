import type { ActionKind } from '../api/types.ts'

/* What somebody is about to decide, and types: kept in the tab until it is sent, so that neither a lost session nor a restart loses a word. */

export const FINDINGS = ['no-violation', 'violation', 'edsa', 'escalate', 'need-more'] as const
export type Finding = (typeof FINDINGS)[number]

export const ACTIONS = ['label', 'limit', 'hide', 'remove', 'warn', 'suspend'] as const satisfies ActionKind[]
export type Action = (typeof ACTIONS)[number]

export interface Draft {
  finding: Finding | null
  policy: string
  actions: Action[]
  label: string
  /** For colleagues and auditors. */
  why: string
  /** For the person concerned. */
  says: string
}

export const emptyDraft = (policy: string): Draft => ({
  finding: null,
  policy,
  actions: [],
  label: '',
  why: '',
  says: '',
})

/** What a finding brings with it. Actions belong to a violation alone. */
export const withFinding = (draft: Draft, finding: Finding): Draft => ({
  ...draft,
  finding,
  actions: finding === 'violation' ? draft.actions : [],
})

export const withAction = (draft: Draft, action: Action): Draft => ({
  ...draft,
  finding: 'violation',
  actions: draft.actions.includes(action)
    ? draft.actions.filter((other) => other !== action)
    : [...draft.actions, action],
})

export type Missing = 'finding' | 'policy' | 'actions' | 'label' | 'why'

/** What must still be said before it can be decided; null when nothing is missing. */
export function missingIn(draft: Draft): Missing | null {
  if (draft.finding === null) return 'finding'
  if (draft.finding === 'violation') {
    if (draft.policy === '') return 'policy'
    if (draft.actions.length === 0) return 'actions'
    if (draft.actions.includes('label') && draft.label.trim() === '') return 'label'
  }
  return draft.why.trim() === '' ? 'why' : null
}

export interface Macro {
  id: string
  title: string
  finding: Finding
  policy: string | null
  actions: Action[]
  label: string | null
  why: string
  says: string
}

/** A macro fills what it knows and leaves what was typed. */
export const withMacro = (draft: Draft, macro: Macro): Draft => ({
  ...draft,
  finding: macro.finding,
  policy: macro.policy ?? draft.policy,
  actions: macro.finding === 'violation' ? macro.actions : [],
  label: macro.label ?? draft.label,
  why: draft.why.trim() === '' ? macro.why : draft.why,
  says: draft.says.trim() === '' ? macro.says : draft.says,
})

const KEPT = 'holdfast-draft:'
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function keptDraft(kept: Kept, job: string, policy: string): Draft {
  const text = kept.getItem(KEPT + job)
  if (text === null) return emptyDraft(policy)
  try {
    return { ...emptyDraft(policy), ...(JSON.parse(text) as Partial<Draft>) }
  } catch {
    return emptyDraft(policy)
  }
}
export const keepDraft = (kept: Kept, job: string, draft: Draft): void =>
  kept.setItem(KEPT + job, JSON.stringify(draft))
export const dropDraft = (kept: Kept, job: string): void => kept.removeItem(KEPT + job)
