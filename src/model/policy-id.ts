/**
 * What is forbidden, and what is permitted and recorded as such, by the violent-extremism taxonomy the field
 * shares. Prose for each stands in `policies/policies.yaml`; a pack may add policies of its own.
 */
export const SCORED_POLICIES = [
  'tvec1', // branded or perpetrator content
  'tvec2', // credible threat to life
  'tvec3', // detailed attack tactics
  'tvec4', // material support
  'tvec5', // instructional
  'tvec6', // recruitment
  'tvec7', // praise or support
  'tvec8', // incitement
  'harassment',
] as const
export type ScoredPolicy = (typeof SCORED_POLICIES)[number]

/** Policies that no reading scores: they follow from conduct, or record that something is permitted. */
export const OTHER_POLICIES = ['tvec0', 'edsa', 'return', 'campaign'] as const

export type PolicyId = string
