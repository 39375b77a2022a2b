import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import type { Campaign, CampaignStanding } from '../model/campaign.ts'
import {
  CAMPAIGN_ACCOUNTS_MAX,
  type CampaignAction,
  type CampaignFinding,
  type CampaignReview,
  type CampaignSuspected,
} from '../model/event.ts'
import type { AccountFacts, BrakeFacts } from '../model/facts.ts'
import type { Plan } from '../rules/rules.ts'
import { type ActPlan, actFault, advisedActions, type Fault, planAct, type Reason } from './act-plan.ts'
import { campaignEvent } from './campaigns.ts'
import { findingFault } from './finding-fault.ts'
import { CAMPAIGN_POLICY } from './review.ts'
import { basisOf, membersOf, statusOf, type Telling } from './standing.ts'
import { mergedTellings, splitTellings } from './told-anew.ts'

/** What a person wants done about a campaign. */
export type Order = { campaign: string; by: string; why: string } & (
  | { do: 'confirm' | 'dismiss' | 'watch' }
  | { do: 'merge'; into: string }
  | { do: 'split'; accounts: string[] }
  | { do: 'act'; actions?: CampaignAction[]; except?: string[]; second?: string | null }
  | { do: 'undo'; act: string }
)

/** What an order is weighed against: read, never changed. */
export interface Scene {
  standing: CampaignStanding
  /** The campaign to merge into, or that was split off before. */
  into?: CampaignStanding
  account(id: string): AccountFacts | undefined
  brake: BrakeFacts
  plan: Plan
  /** Event time of the end of the stream, ISO 8601. */
  at: string
  /** Now by the clock on the wall, ISO 8601. */
  madeAt: string
}

/** What an order would do, and what stands against it. Field names are those of the HTTP API. */
export interface Proposal {
  campaign: string
  do: Order['do']
  status: Campaign['status']
  /** Why it may not be done; null where it may. */
  fault: Fault | null
  /** In one sentence. */
  says: string
  actions: CampaignAction[]
  accounts: Sampled<Campaign['members'][number]>
  heldBack: Sampled<Campaign['members'][number]>
  leftOut: Sampled<ActPlan['leftOut'][number]> & { reasons: Partial<Record<Reason, number>> }
  tags: ActPlan['tags']
  needsSecond: boolean
  /** Stands for all of this: give it with the order, and it is done only if it would still do the same. */
  token: string
}

export interface Sampled<T> {
  count: number
  samples: T[]
}

const SAMPLES_MAX = 10
/** Members whose facts know of their campaign: as many as judgement tells. */
export const MEMBERS_TOLD_MAX = 1_000

/**
 * The order weighed: what it would do, and the events that would do it. `tellings` follow once the act was taken, for what they say holds only then.
 * Without an act and a fault, the act was taken before and its tellings were cut off.
 */
export interface Weighed {
  proposal: Proposal
  act: CampaignReview | null
  tellings: CampaignSuspected[]
}

export function weighOrder(order: Order, scene: Scene): Weighed {
  switch (order.do) {
    case 'confirm':
    case 'dismiss':
    case 'watch':
    case 'merge':
    case 'split':
      return weighFinding(order, order.do, scene)
    case 'act':
      return weighAct(order, scene)
    case 'undo':
      return weighUndo(order, scene)
  }
}

const NO_PLAN: ActPlan = {
  accounts: [],
  heldBack: [],
  leftOut: [],
  tags: [],
  queue: false,
  needsSecond: false,
}

function weighFinding(order: Order, finding: CampaignFinding, scene: Scene): Weighed {
  const { standing, into } = scene
  const members = membersOf(standing)
  const going = order.do === 'split' ? [...new Set(order.accounts)] : []
  const cutOff = wasCutOff(order, going, scene)
  const target = cutOff ?? targetOf(order, going, scene)
  const accounts =
    order.do === 'split' ? going : members.slice(0, MEMBERS_TOLD_MAX).map(({ account }) => account)
  const event = eventOf(scene, 'campaign.reviewed', {
    ...headOf(order, scene),
    finding,
    accounts,
    hashtags: standing.told?.hashtags ?? [],
    into: target,
  })
  const against = () => findingFault({ finding, accounts }, standing, order.do === 'merge' ? into : undefined)
  const fault = written(order) ?? (cutOff === null ? against() : null)
  const says = FINDING_SAYS[finding](members.length)
  const proposal = proposalOf(order, scene, { plan: NO_PLAN, fault, actions: [], event, says })
  if (fault !== null) return { proposal, act: null, tellings: [] }
  return {
    proposal,
    act: cutOff === null ? event : null,
    tellings: toldAnew(order, going, target, scene, event.at),
  }
}

/** The other campaign of a merge or split that was taken, but whose tellings never came: the process ended between the two. */
function wasCutOff(order: Order, going: string[], { standing, into }: Scene): string | null {
  if (order.do === 'merge') {
    const there = new Set(into?.told?.members.map(({ account }) => account))
    const lacking = membersOf(standing).some(({ account }) => !there.has(account))
    return standing.mergedInto === order.into && standing.told?.status !== 'over' && lacking
      ? order.into
      : null
  }
  if (order.do !== 'split') return null
  const given = new Map(standing.given)
  const target = given.get(going[0] ?? '')
  const whole = target !== undefined && going.every((account) => given.get(account) === target)
  return whole && into?.told == null ? target : null
}

const FINDING_SAYS: Record<CampaignFinding, (members: number) => string> = {
  confirm: () => 'It counts as a campaign from here on and may be acted on. Nothing is done to anybody.',
  dismiss: (members) =>
    `Its ${members} members and its hashtags are no longer seen as part of a campaign, and it gets no advice.`,
  watch: () => 'It is watched: when it stirs, it comes before a person. Nothing is done to anybody.',
  merge: (members) => `Its ${members} members become members of the other one, and this one ends.`,
  split: () => 'The accounts named become a campaign of their own. Nothing is done to anybody.',
}

function targetOf(order: Order, going: string[], { standing }: Scene): string | null {
  if (order.do === 'merge') return order.into
  if (order.do !== 'split') return null
  return `campaign-${sha256(canonicalJson([order.campaign, going.toSorted(), basisOf(standing)])).slice(0, 12)}`
}

function toldAnew(
  order: Order,
  going: string[],
  target: string | null,
  scene: Scene,
  at: string,
): CampaignSuspected[] {
  const whole = scene.standing.told
  if (whole === null) return []
  const tell = (tellings: Telling[]) =>
    tellings.map((campaign) => campaignEvent({ at: Date.parse(at), campaign }))
  if (order.do === 'merge' && scene.into?.told != null) return tell(mergedTellings(whole, scene.into.told))
  if (order.do === 'split') return tell(splitTellings(whole, going, target!, at))
  return []
}

function weighAct(order: Order & { do: 'act' }, scene: Scene): Weighed {
  const { standing, account, brake, plan: pack, at } = scene
  const actions = [...new Set(order.actions ?? advisedActions(standing))]
  const whole = {
    by: order.by,
    second: order.second ?? null,
    actions,
    accounts: membersOf(standing).map((member) => member.account),
    except: order.except ?? [],
  }
  const plan = planAct(whole, { standing, account, brake: structuredClone(brake), time: Date.parse(at) })
  const event = eventOf(scene, 'campaign.acted', {
    ...headOf(order, scene),
    second: whole.second,
    actions,
    accounts: [...plan.accounts, ...plan.heldBack].map((member) => member.account),
    tags: plan.tags,
    leftOut: plan.leftOut
      .map((member) => ({ account: member.account, reason: member.reason }))
      .slice(0, CAMPAIGN_ACCOUNTS_MAX),
  })
  const fault = written(order) ?? policyFault(pack) ?? actFault(whole, plan, standing)
  const says = `${plan.accounts.length} accounts are acted on, ${plan.heldBack.length} held back by the brake, ${plan.leftOut.length} left out, ${plan.tags.length} hashtags discounted${plan.queue || plan.heldBack.length > 0 ? ', and all is one case for a reviewer' : ''}.`
  return {
    proposal: proposalOf(order, scene, { plan, fault, actions, event, says }),
    act: fault === null ? event : null,
    tellings: [],
  }
}

function weighUndo(order: Order & { do: 'undo' }, scene: Scene): Weighed {
  const { standing, plan: pack } = scene
  const done = standing.acts.find(({ event }) => event === order.act)
  const degrees = new Map(standing.told?.members.map(({ account, degree }) => [account, degree]))
  const accounts = (done?.accounts ?? []).map((account) => ({ account, degree: degrees.get(account) ?? 0 }))
  const tags = (done?.tags ?? []).map((tag) => ({ tag, remaining: '' }))
  const event = eventOf(scene, 'campaign.undone', {
    ...headOf(order, scene),
    act: order.act,
    accounts: done?.accounts ?? [],
    tags: done?.tags ?? [],
  })
  const unknown: Fault = {
    reason: 'there is no such act that stands',
    hint: 'holdfast campaigns show ID lists them.',
  }
  const fault = written(order) ?? (done === undefined ? unknown : policyFault(pack))
  const says = `${accounts.length} accounts and ${tags.length} hashtags are restored.`
  const plan = { ...NO_PLAN, accounts, tags }
  return {
    proposal: proposalOf(order, scene, { plan, fault, actions: [], event, says }),
    act: fault === null ? event : null,
    tellings: [],
  }
}

const policyFault = ({ policies }: Plan): Fault | null =>
  policies.has(CAMPAIGN_POLICY)
    ? null
    : {
        reason: `the pack in force has no policy "${CAMPAIGN_POLICY}"`,
        hint: 'Acts cite it: add it to the policies.',
      }

/** No act without a person and grounds. */
function written({ by, why }: Order): Fault | null {
  if (by.trim() === '') return { reason: 'it is not said who acts', hint: 'Name the reviewer.' }
  if (why.trim() === '') return { reason: 'it is not said why', hint: 'Write the grounds.' }
  return null
}

const headOf = ({ campaign, by, why }: Order, { standing, madeAt }: Scene) => ({
  campaign,
  by,
  why,
  basis: basisOf(standing),
  madeAt,
})

/** After all that was told of it. The id follows from what the act says and from when it is said. */
function eventOf<T extends CampaignReview['type']>(
  { at, standing, into }: Scene,
  type: T,
  review: Extract<CampaignReview, { type: T }>['review'],
): Extract<CampaignReview, { type: T }> {
  const time = Math.max(Date.parse(at), standing.toldAt + 1, (into?.toldAt ?? 0) + 1)
  const id = `review-${sha256(canonicalJson({ type, review, time })).slice(0, 24)}`
  return { id, type, at: new Date(time).toISOString(), account: 'holdfast', review } as Extract<
    CampaignReview,
    { type: T }
  >
}

function proposalOf(
  order: Order,
  { standing }: Scene,
  parts: {
    plan: ActPlan
    fault: Fault | null
    actions: CampaignAction[]
    event: CampaignReview
    says: string
  },
): Proposal {
  const { plan, fault, actions, event, says } = parts
  const reasons: Partial<Record<Reason, number>> = {}
  for (const { reason } of plan.leftOut) reasons[reason] = (reasons[reason] ?? 0) + 1
  const { by: _, why: __, basis: ___, madeAt: ____, ...effect } = event.review
  return {
    campaign: order.campaign,
    do: order.do,
    status: statusOf(standing),
    fault,
    says,
    actions,
    accounts: sampled(plan.accounts),
    heldBack: sampled(plan.heldBack),
    leftOut: { ...sampled(plan.leftOut), reasons },
    tags: plan.tags,
    needsSecond: plan.needsSecond,
    token: sha256(canonicalJson([effect, plan])).slice(0, 24),
  }
}

/** Spread over all, so that a preview does not show the strongest alone. */
function sampled<T>(all: T[]): Sampled<T> {
  const step = Math.max(1, all.length / SAMPLES_MAX)
  const samples: T[] = []
  for (let at = 0; at < all.length && samples.length < SAMPLES_MAX; at += step)
    samples.push(all[Math.floor(at)]!)
  return { count: all.length, samples }
}
