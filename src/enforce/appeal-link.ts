import type { OutboxEntry } from '../model/decision.ts'
import type { Enforcer } from './enforce.ts'

/** Where a decision can be answered, and until when. */
export interface AppealAddress {
  url: string
  until: string
}

const KIND: ReadonlySet<string> = new Set(['restore', 'notify', 'discount-trend'])

/**
 * Puts the signed link into the statement of what falls on somebody, on its way out: judgement knows no secrets, so what is recorded has the decision's
 * number alone. Delivering again sends the same link. (docs/spec/appeals.md, L1)
 */
export function withAppealLink(
  enforcer: Enforcer,
  addressOf: (decision: { id: string; at: string }) => AppealAddress,
): Enforcer {
  return {
    ...enforcer,
    enforce: (entry, signal) => enforcer.enforce(linked(entry, addressOf), signal),
    close: () => enforcer.close(),
  }
}

function linked(entry: OutboxEntry, addressOf: Parameters<typeof withAppealLink>[1]): OutboxEntry {
  if (KIND.has(entry.action)) return entry
  const appeal = addressOf({ id: entry.decision, at: entry.at })
  const text = `${entry.statement.text}\n\nAnswer here, until ${appeal.until.slice(0, 10)}, without an account: ${appeal.url}`
  return { ...entry, statement: { ...entry.statement, text }, appeal }
}
