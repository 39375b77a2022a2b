import { passBrake } from '../decisions/brake.ts'
import type { Campaign, CampaignStanding } from '../model/campaign.ts'
import { isOther } from '../model/desk.ts'
import { CAMPAIGN_ACCOUNTS_MAX, type CampaignAction } from '../model/event.ts'
import type { AccountFacts, BrakeFacts } from '../model/facts.ts'
import type { Millis } from '../model/ids.ts'
import { keptDistance, tracesOfCampaign } from './distance.ts'
import { campaignRow, membersOf, statusOf, type Telling } from './standing.ts'

/*
 * What an act on all members of a campaign would do, before anybody does it: the preview and the act itself are this one function.
 * (docs/spec/campaigns.md, V9 to V13)
 */

/** Accounts of one campaign that one person alone may act on. */
export const ALONE_MAX = 50
/** Accounts that acts on campaigns restrict in any hour of event time, over all campaigns. */
export const BRAKE_PER_HOUR = 1_000
/** Below it an account may have no more in common with the others than a hashtag. */
export const DEGREE_MIN = 0.5
/** Whoever reaches so many is decided about one by one. */
export const FOLLOWERS_MAX = 100_000

/** Why a member is left out. Each stands for a sentence in `REASONS`. */
export type Reason = keyof typeof REASONS
export const REASONS = {
  'not-a-member': 'is not a member of this campaign',
  asked: 'was left out on request',
  'acted-on': 'was acted on already',
  'low-degree': 'may have no more in common with the others than a hashtag',
  distant: 'reported, quoted or condemned what the campaign says',
  'not-open': 'is closed or deleted',
  'stands-for-itself': 'is verified or widely followed: to be decided about by itself',
  unknown: 'nothing is known of it',
  'too-many': `is past the ${CAMPAIGN_ACCOUNTS_MAX.toLocaleString('en-US')} accounts of one act`,
} as const

export interface ActOrder {
  actions: readonly CampaignAction[]
  /** Whom it may fall on, strongest first. */
  accounts: readonly string[]
  except?: readonly string[]
  by: string
  second?: string | null
}

type Member = Campaign['members'][number]

export interface ActPlan {
  /** Accounts that are limited or labelled. */
  accounts: Member[]
  /** Accounts that the brake would hold back to a review. */
  heldBack: Member[]
  leftOut: (Member & { reason: Reason })[]
  /** Hashtags to be discounted, with what honestly remains. */
  tags: { tag: string; remaining: string }[]
  /** All of it as one case for a reviewer. */
  queue: boolean
  /** So many accounts that two people must agree. */
  needsSecond: boolean
}

export interface Fault {
  reason: string
  hint: string
}

/** What the act may look at. `brake` is counted in place: give a copy for a preview. */
export interface Ground {
  standing: CampaignStanding
  account(id: string): AccountFacts | undefined
  brake: BrakeFacts
  time: Millis
}

const FALLS_ON_ACCOUNTS: readonly CampaignAction[] = ['limit', 'label']

export function planAct(order: ActOrder, { standing, account, brake, time }: Ground): ActPlan {
  const { actions } = order
  const plan: ActPlan = {
    accounts: [],
    heldBack: [],
    leftOut: [],
    tags: actions.includes('discount-trend') ? discountable(standing) : [],
    queue: actions.includes('queue'),
    needsSecond: false,
  }
  if (standing.told === null || !actions.some((action) => FALLS_ON_ACCOUNTS.includes(action))) return plan
  const weigh = guard(standing as CampaignStanding & { told: Telling }, account, order)
  const taken: Member[] = []
  for (const id of new Set(order.accounts)) {
    const { member, reason } = weigh(id)
    const why = reason ?? (taken.length >= CAMPAIGN_ACCOUNTS_MAX ? 'too-many' : null)
    if (why === null) taken.push(member)
    else plan.leftOut.push({ ...member, reason: why })
  }
  const restricts = actions.includes('limit')
  for (const member of taken)
    if (restricts && !passBrake(brake, time, BRAKE_PER_HOUR)) plan.heldBack.push(member)
    else plan.accounts.push(member)
  const alone = standing.acts.filter((act) => act.alone).flatMap((act) => act.accounts)
  plan.needsSecond = taken.length > 0 && alone.length + taken.length > ALONE_MAX
  return plan
}

/** Who is left out, and why: the first reason that holds. */
function guard(
  standing: CampaignStanding & { told: Telling },
  account: Ground['account'],
  { except = [] }: ActOrder,
): (id: string) => { member: Member; reason: Reason | null } {
  const members = new Map(membersOf(standing).map((member) => [member.account, member]))
  const acted = new Set(standing.acts.flatMap(({ accounts }) => accounts))
  const traces = tracesOfCampaign(standing.told, standing.told)
  const asked = new Set(except)
  const reasonFor = (id: string, member: Member | undefined): Reason | null => {
    if (member === undefined) return 'not-a-member'
    if (asked.has(id)) return 'asked'
    if (acted.has(id)) return 'acted-on'
    if (member.degree < DEGREE_MIN) return 'low-degree'
    const facts = account(id)
    if (facts === undefined) return 'unknown'
    if (facts.status !== 'open') return 'not-open'
    if (keptDistance(facts, traces)) return 'distant'
    if (facts.profile?.verified || (facts.profile?.followers ?? 0) >= FOLLOWERS_MAX)
      return 'stands-for-itself'
    return null
  }
  return (id) => {
    const member = members.get(id)
    return { member: member ?? { account: id, degree: 0 }, reason: reasonFor(id, member) }
  }
}

/** `discount-trend #tag: 12 posts by 9 others remain` */
const DISCOUNT = /^discount-trend #(.+?): (.+)$/u

/** The hashtags that the watch advises to discount, as long as the campaign gets advice at all; none twice. */
function discountable(standing: CampaignStanding): ActPlan['tags'] {
  if (standing.told === null) return []
  const done = new Set(standing.acts.flatMap(({ tags }) => tags))
  return campaignRow(standing as CampaignStanding & { told: Telling }).advice.flatMap((advice) => {
    const [, tag, remaining] = DISCOUNT.exec(advice) ?? []
    return tag === undefined || done.has(tag) ? [] : [{ tag, remaining: remaining! }]
  })
}

/** What the act would be by the watch's own advice. */
export function advisedActions(standing: CampaignStanding): CampaignAction[] {
  const advice = standing.told?.advice ?? []
  const actions: CampaignAction[] = ['queue']
  if (advice.includes('limit')) actions.push('limit')
  if (discountable(standing).length > 0) actions.push('discount-trend')
  return actions
}

/** Two people are two: not one name written in two ways. */
export const isSecond = (by: string, second: string | null | undefined): boolean =>
  second != null && isOther(by, second)

/** Why an act may not be, or null. */
export function actFault(order: ActOrder, plan: ActPlan, standing: CampaignStanding): Fault | null {
  if (standing.finding !== 'confirmed' || standing.mergedInto !== null)
    return {
      reason: `the campaign is ${statusOf(standing)}; only what a person confirmed is acted on`,
      hint: 'Confirm it first.',
    }
  if (order.second != null && !isSecond(order.by, order.second))
    return { reason: 'the second person is the first', hint: 'Somebody else must agree.' }
  if (plan.needsSecond && !isSecond(order.by, order.second))
    return {
      reason: `more than ${ALONE_MAX} accounts of one campaign: two people must agree`,
      hint: 'Name the second person, or leave accounts out.',
    }
  if (plan.accounts.length + plan.heldBack.length + plan.tags.length === 0 && !plan.queue)
    return { reason: 'there is nothing to do', hint: 'The preview says who was left out, and why.' }
  return null
}
