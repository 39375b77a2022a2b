import { sha256 } from '../lib/hash.ts'
import type { Decision, Job, JobBrief } from '../model/decision.ts'
import { type Event, hasPost, hasProfile } from '../model/event.ts'
import type { AccountFacts } from '../model/facts.ts'
import { DAY_MS, HOUR_MS } from '../model/ids.ts'
import type { Reading } from '../model/reading.ts'
import { foldText } from '../reading/fold.ts'
import type { Plan } from '../rules/rules.ts'

/** Queues, each with its own kind of reviewer. (docs/spec/decisions.md, D11) */
export const QUEUES = [
  'threats',
  'appeals',
  'accounts',
  'returns',
  'campaigns',
  'reports',
  'content',
] as const
export type Queue = (typeof QUEUES)[number]

const ESCALATED = 500
const RESTRICTED = 100
/** Somebody of the register of protected people is meant. */
const PROTECTED = 400
/** Ten for each doubling of those who follow: a million followers are worth 200. */
const PER_DOUBLING = 10
const REACH_MAX = 300

/** What a job is made from. */
export interface JobGround {
  decision: Decision
  event: Event
  account: AccountFacts
  plan: Plan
  reading: Reading | null
}

export function jobFor(ground: JobGround): Job {
  const queue = queueOf(ground.decision, ground.event)
  return jobIn(queue, ground, ground.decision.subject)
}

/** The account as a whole, once its strikes have come together: no machine closes it. (docs/spec/strikes.md, K5) */
export const accountJob = (ground: JobGround): Job =>
  jobIn('accounts', ground, { kind: 'account', id: ground.account.id })

function jobIn(queue: Queue, ground: JobGround, subject: Job['subject']): Job {
  const { id, at, account, policy } = ground.decision
  const brief = briefOf(queue, ground)
  const { harm, done, reach } = brief.worth
  return {
    id: `${id}.${queue}`,
    queue,
    at,
    decision: id,
    subject,
    account,
    policy,
    priority: harm + done + reach,
    brief,
  }
}

function briefOf(queue: Queue, { decision, event, account, plan, reading }: JobGround): JobBrief {
  const followers = account.profile?.followers ?? null
  return {
    worth: withProtected(worthOf(decision, account, plan), reading),
    followers,
    allowanceMs: allowanceOf(queue, plan.policies.get(decision.policy)?.precedence ?? 0),
    language: languageOf(event, reading),
    severity: severityOf(decision.policy),
    item: itemOf(event),
    event: event.id,
    ...(event.type === 'report.created' && {
      report: { id: event.report.id, account: event.account },
    }),
  }
}

/** Harm first, which the policy's precedence stands for; then what was done already; then how many people it reaches. */
export function worthOf(
  { policy, actions, verdict }: Pick<Decision, 'policy' | 'actions' | 'verdict'>,
  { profile }: Pick<AccountFacts, 'profile'>,
  plan: Plan,
): JobBrief['worth'] {
  const escalated = actions.includes('escalate') ? ESCALATED : 0
  const restricted = verdict === 'restrict' ? RESTRICTED : 0
  return {
    harm: plan.policies.get(policy)?.precedence ?? 0,
    done: escalated + restricted,
    reach: Math.min(REACH_MAX, Math.floor(PER_DOUBLING * Math.log2(1 + (profile?.followers ?? 0)))),
  }
}

/** That somebody protected is meant is harm of its own, and says nothing of whom. (docs/spec/threats.md, N2) */
const withProtected = (worth: JobBrief['worth'], reading: Reading | null): JobBrief['worth'] =>
  reading?.protected === undefined ? worth : { ...worth, harm: worth.harm + PROTECTED }

/** By harm: what threatens a life does not wait for an hour. (docs/spec/review.md, Q4) */
export function allowanceOf(queue: Queue, precedence: number): number {
  if (queue === 'appeals') return 7 * DAY_MS
  if (queue === 'threats' || precedence >= 1_000) return HOUR_MS
  if (precedence >= 900) return 4 * HOUR_MS
  return queue === 'campaigns' ? 12 * HOUR_MS : DAY_MS
}

/** The platform's own tag says more than the language where it names a dialect or country of the same one. */
function languageOf(event: Event, reading: Reading | null): string | null {
  const read = reading?.language === 'und' ? null : (reading?.language ?? null)
  const tag = hasPost(event) ? event.post.language : null
  if (tag === null) return read
  return read === null || tag.toLowerCase().split('-', 1)[0] === read ? tag : read
}

const GRAPHIC: ReadonlySet<string> = new Set(['tvec1'])
const VIOLENT: ReadonlySet<string> = new Set(['tvec2', 'tvec3', 'tvec5', 'tvec8'])
const HATEFUL: ReadonlySet<string> = new Set(['tvec4', 'tvec6', 'tvec7', 'harassment'])

/** By the policy it comes under: what it shows is not known before somebody looked. (docs/spec/review.md, C1) */
export function severityOf(policy: string): JobBrief['severity'] {
  if (GRAPHIC.has(policy)) return 3
  if (VIOLENT.has(policy)) return 2
  return HATEFUL.has(policy) ? 1 : 0
}

/** Shorter texts are alike by chance. */
const ITEM_LENGTH_MIN = 24

/** What is seen, by its media or else its folded text without spaces and marks. */
export function itemOf(event: Event): string | null {
  if (hasProfile(event)) return null
  if (!hasPost(event)) return null
  const [medium] = event.post.media
  const hash = medium?.sha256 ?? medium?.pdq
  if (hash != null) return `m-${hash.toLowerCase().slice(0, 32)}`
  const folded = foldText(event.post.text).replace(/[^\p{L}\p{N}]+/gu, '')
  return folded.length < ITEM_LENGTH_MIN ? null : `t-${sha256(folded).slice(0, 24)}`
}

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
