import type { OutboxEntry } from '../model/decision.ts'
import { entityKey } from '../model/entity.ts'
import type { Enforcer } from './enforce.ts'

/** How a detail begins where nothing left the house; receipts tell by it. */
export const DRY_RUN = 'dry run: '

/** Drop-in twin of an enforcer: says what would be done, and does nothing. */
export const dryRunEnforcer = (): Enforcer => ({
  name: 'dry run',
  // It waits for nobody, so that many outcomes share a commit.
  accountsAtOnce: 256,
  enforce: async (entry) => ({ status: 'done', detail: DRY_RUN + wouldDo(entry) }),
  close: async () => {},
})

const wouldDo = ({ action, subject, account, policy, label }: OutboxEntry): string => {
  const named = label === null ? '' : ` with label ${label}`
  const of = subject.kind === 'account' ? '' : ` of account ${account}`
  return `would ${action} ${entityKey(subject)}${of} under ${policy}${named}`
}
