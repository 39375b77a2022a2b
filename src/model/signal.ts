/**
 * A signal that could not be measured. Rules see it as CEL's `unknown`, and the decision records its name.
 * It is a value, not an exception, and never a zero (invariant 4).
 */
export interface Gap {
  /** Dotted name as rules write it: `reading.tvec2`, `account.followers`. */
  signal: string
  /** Why, for an operator: `model: no answer within 800 ms`. */
  reason: string
}
