import type { Decision, Job } from '../model/decision.ts'
import type { Event } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import type { Plan } from '../rules/rules.ts'

/** Queues, each with its own kind of reviewer. (docs/spec/decisions.md, D11) */
export const QUEUES = ['threats', 'accounts', 'returns', 'campaigns', 'reports', 'content'] as const
export type Queue = (typeof QUEUES)[number]

const ESCALATED = 500
const RESTRICTED = 100
/** Ten for each doubling of those who follow: a million followers are worth 200. */
const PER_DOUBLING = 10
const REACH_MAX = 300

export const jobFor = (decision: Decision, event: Event, account: AccountFacts, plan: Plan): Job => ({
  ...jobOf(decision, queueOf(decision, event)),
  priority: priorityOf(decision, account, plan),
})

/** The account as a whole, once its strikes have come together: no machine closes it. (docs/spec/strikes.md, K5) */
export const accountJob = (decision: Decision, account: AccountFacts, plan: Plan): Job => ({
  ...jobOf(decision, 'accounts'),
  subject: { kind: 'account', id: account.id },
  priority: priorityOf(decision, account, plan),
})

const jobOf = ({ id, at, subject, account, policy }: Decision, queue: Queue): Omit<Job, 'priority'> => ({
  id: `${id}.${queue}`,
  queue,
  at,
  decision: id,
  subject,
  account,
  policy,
})

function queueOf({ actions, policy }: Decision, event: Event): Queue {
  if (actions.includes('escalate')) return 'threats'
  if (event.type === 'report.created') return 'reports'
  switch (policy) {
    case 'tvec2':
      return 'threats'
    case 'return':
      return 'returns'
    case 'campaign':
      return 'campaigns'
    default:
      return 'content'
  }
}

/** Harm first, which the policy's precedence stands for; then what was done already; then how many people it reaches. */
function priorityOf({ policy, actions, verdict }: Decision, { profile }: AccountFacts, plan: Plan): number {
  const harm = plan.policies.get(policy)?.precedence ?? 0
  const escalated = actions.includes('escalate') ? ESCALATED : 0
  const restricted = verdict === 'restrict' ? RESTRICTED : 0
  const reach = Math.min(REACH_MAX, Math.floor(PER_DOUBLING * Math.log2(1 + (profile?.followers ?? 0))))
  return harm + escalated + restricted + reach
}
