import { releaseBrake } from '../decisions/brake.ts'
import { decisionId, LABELS_MAX } from '../decisions/decide.ts'
import { decideFinding } from '../decisions/finding.ts'
import { quotable } from '../decisions/quote.ts'
import type { Campaign, CampaignAct, CampaignStanding } from '../model/campaign.ts'
import type { Decision, Job, OutboxEntry } from '../model/decision.ts'
import type { Entity } from '../model/entity.ts'
import type {
  CampaignActed,
  CampaignReview,
  CampaignReviewed,
  CampaignSuspected,
  CampaignUndone,
} from '../model/event.ts'
import { timeOf } from '../model/event.ts'
import type { AccountFacts, BrakeFacts, HashtagFacts } from '../model/facts.ts'
import type { Policy } from '../model/policy.ts'
import type { Plan } from '../rules/rules.ts'
import { type ActPlan, actFault, planAct } from './act-plan.ts'
import { findingFault } from './finding-fault.ts'
import { basisOf, campaignRow, groundsOf, membersOf, type Telling } from './standing.ts'

/*
 * What a reviewer's act changes. It comes in as an event and is judged like all else: what no longer stands as the reviewer saw it changes
 * nothing, and whatever is done to anybody is a decision with a statement of reasons. (docs/spec/campaigns.md)
 */

/** What an act may touch: the states its event names, changed in place. */
export interface Room {
  /** Makes a new one where there is none. */
  campaign(id: string): CampaignStanding
  account(id: string): AccountFacts | undefined
  hashtag(tag: string): HashtagFacts | undefined
  brake(): BrakeFacts
  plan: Plan
}

export interface Reviewed {
  decisions: Decision[]
  jobs: Job[]
  outbox: OutboxEntry[]
  /** Rows as they stand now. */
  campaigns: Campaign[]
}

/** The policy that acts on campaigns cite. A pack without it can be reviewed under, but not acted under. */
export const CAMPAIGN_POLICY = 'campaign'
/** The brake of acts on campaigns is kept as if they were a rule of this name. */
export const CAMPAIGN_BRAKE = 'acts-on-campaigns'
export const CAMPAIGN_LABEL = 'coordinated'

const nothing = (): Reviewed => ({ decisions: [], jobs: [], outbox: [], campaigns: [] })

export function reviewCampaign(event: CampaignReview, room: Room): Reviewed {
  const standing = room.campaign(event.review.campaign)
  if (standing.told === null || basisOf(standing) !== event.review.basis) return nothing()
  const told = standing as CampaignStanding & { told: Telling }
  switch (event.type) {
    case 'campaign.reviewed':
      return find(event, told, room)
    case 'campaign.acted':
      return act(event, told, room)
    case 'campaign.undone':
      return undo(event, told, room)
  }
}

function find(
  { review }: CampaignReviewed,
  standing: CampaignStanding & { told: Telling },
  room: Room,
): Reviewed {
  const into = review.into == null ? undefined : room.campaign(review.into)
  if (findingFault(review, standing, into) !== null) return nothing()
  switch (review.finding) {
    case 'confirm':
      if (standing.finding === 'dismissed') tell(review.accounts, review.hashtags, standing, room)
      standing.finding = 'confirmed'
      standing.dismissedOn = null
      break
    case 'dismiss':
      standing.finding = 'dismissed'
      standing.dismissedOn = groundsOf(standing.told)
      standing.watched = false
      standing.joined = 0
      forget(review.accounts, review.hashtags, review.campaign, room)
      break
    case 'watch':
      standing.watched = true
      standing.joined = 0
      break
    case 'merge':
      standing.mergedInto = review.into ?? null
      break
    case 'split': {
      const members = new Set(membersOf(standing).map(({ account }) => account))
      for (const account of review.accounts)
        if (members.has(account)) standing.given.push([account, review.into!])
      into!.finding = standing.finding
      break
    }
  }
  return { ...nothing(), campaigns: [campaignRow(standing)] }
}

/** The accounts and hashtags are of this campaign again. */
function tell(accounts: string[], hashtags: string[], standing: CampaignStanding, room: Room): void {
  const { id, degree } = standing.told!
  const degrees = new Map(membersOf(standing).map((member) => [member.account, member.degree]))
  for (const account of accounts) {
    const facts = room.account(account)
    const own = degrees.get(account)
    if (facts !== undefined && own !== undefined) facts.campaign = { id, degree: own }
  }
  for (const tag of hashtags) {
    const facts = room.hashtag(tag)
    if (facts !== undefined) facts.campaign = { id, degree }
  }
}

/** Rules no longer see them as part of it. How a hashtag bursts stays: that was measured. */
function forget(accounts: string[], hashtags: string[], campaign: string, room: Room): void {
  for (const facts of accounts.map(room.account)) if (facts?.campaign?.id === campaign) facts.campaign = null
  for (const facts of hashtags.map(room.hashtag)) if (facts?.campaign?.id === campaign) facts.campaign = null
}

function act(event: CampaignActed, standing: CampaignStanding & { told: Telling }, room: Room): Reviewed {
  const { review } = event
  const policy = room.plan.policies.get(CAMPAIGN_POLICY)
  const time = timeOf(event)
  const listed = new Set(review.accounts)
  const account = (id: string) => (listed.has(id) ? room.account(id) : undefined)
  const ground = { standing, account, time }
  const trial = planAct(review, { ...ground, brake: structuredClone(room.brake()) })
  if (policy === undefined || actFault(review, trial, standing) !== null) return nothing()
  const plan = planAct(review, { ...ground, brake: room.brake() })
  const making: Making = { event, policy, pack: room.plan.pack.hash, standing, into: nothing() }
  const restricts = review.actions.includes('limit')
  const labels = review.actions.includes('label')
  for (const { account, degree } of plan.accounts) {
    const { id } = restrict(making, account, degree, { restricts, labels })
    if (labels) putLabel(room.account(account), id, time + room.plan.pack.strikes.lapseAfterMs)
  }
  for (const { account, degree } of plan.heldBack) holdBack(making, account, degree)
  for (const tag of plan.tags) discount(making, tag)
  if (plan.queue || plan.heldBack.length > 0) bringBefore(making, caseWords(plan))
  standing.acts.push(actOf(event, plan, standing))
  if (!standing.watched) standing.joined = 0
  standing.watched = true
  return { ...making.into, campaigns: [campaignRow(standing)] }
}

const actOf = (
  { id, review, at }: CampaignActed,
  plan: ActPlan,
  standing: CampaignStanding,
): CampaignAct => ({
  event: id,
  at: Date.parse(at),
  accounts: plan.accounts.map(({ account }) => account),
  tags: plan.tags.map(({ tag }) => tag),
  alone: review.second == null,
  braked: review.actions.includes('limit') ? plan.accounts.length : 0,
  began: !standing.watched,
})

/** What decisions of one act have in common. */
interface Making {
  event: CampaignReview | CampaignSuspected
  policy: Policy
  pack: string
  standing: CampaignStanding & { told: Telling }
  into: Reviewed
}

const SAYS = 'The account acted together with others, as one, to spread the same.'

const evidenceFor = ({ told }: { told: Telling }, degree?: number) => ({
  'campaign.id': told.id,
  'campaign.degree': degree ?? told.degree,
})

function whyOf({ event, standing }: Making): string {
  const named = `campaign ${standing.told.id}`
  return event.type === 'campaign.suspected'
    ? `A reviewer found ${named} to be one, and it stirs again.`
    : `A reviewer found ${named} to be one and acted on all of it: ${quotable(event.review.why)}`
}

/** Makes a finding binding. What each decides stands below. */
function decide(
  { event, policy, pack, into }: Making,
  subject: Entity,
  found: Pick<Decision, 'verdict' | 'actions' | 'mode' | 'why' | 'evidence'> & {
    says: string
    label?: string
    restores?: string
  },
): Decision {
  const account = subject.kind === 'account' ? subject.id : event.account
  const { decision, outbox } = decideFinding({ event, subject, account, policy, pack, ...found })
  into.decisions.push(decision)
  into.outbox.push(...outbox)
  return decision
}

function restrict(
  making: Making,
  account: string,
  degree: number,
  { restricts, labels }: { restricts: boolean; labels: boolean },
): Decision {
  return decide(
    making,
    { kind: 'account', id: account },
    {
      verdict: restricts ? 'restrict' : 'review',
      actions: [...(labels ? ['label' as const] : []), ...(restricts ? ['limit' as const] : [])],
      mode: 'live',
      why: [whyOf(making)],
      says: SAYS,
      evidence: evidenceFor(making.standing, degree),
      ...(labels && { label: CAMPAIGN_LABEL }),
    },
  )
}

/** Held back, it is one of those that the case is about. */
function holdBack(making: Making, account: string, degree: number): void {
  decide(
    making,
    { kind: 'account', id: account },
    {
      verdict: 'review',
      actions: ['queue'],
      mode: 'braked',
      why: [
        whyOf(making),
        'The brake held it back: this hour of event time has seen its restrictions. A person decides.',
      ],
      says: SAYS,
      evidence: evidenceFor(making.standing, degree),
    },
  )
}

function discount(making: Making, { tag, remaining }: ActPlan['tags'][number]): void {
  decide(
    making,
    { kind: 'hashtag', id: tag },
    {
      verdict: 'review',
      actions: ['discount-trend'],
      mode: 'live',
      why: [whyOf(making), `Without the campaign ${remaining}.`],
      says: `Without them ${remaining}.`,
      evidence: { ...evidenceFor(making.standing), 'hashtag.remaining': remaining },
    },
  )
}

/** All of it as one job. */
function bringBefore(making: Making, words: string): void {
  const { standing, policy } = making
  const { id, members } = standing.told
  const decision = decide(
    making,
    { kind: 'campaign', id },
    {
      verdict: 'review',
      actions: ['queue'],
      mode: 'live',
      why: [whyOf(making), words],
      says: SAYS,
      evidence: { ...evidenceFor(standing), 'campaign.members': membersOf(standing).length },
    },
  )
  making.into.jobs.push({
    id: `${decision.id}.campaigns`,
    queue: 'campaigns',
    at: decision.at,
    decision: decision.id,
    subject: decision.subject,
    account: decision.account,
    policy: policy.id,
    priority: policy.precedence + Math.floor(10 * Math.log2(1 + members.length)),
  })
}

const caseWords = ({ accounts, heldBack, leftOut, tags }: ActPlan): string =>
  `One case: ${accounts.length} accounts acted on, ${heldBack.length} held back, ${leftOut.length} left out, ${tags.length} hashtags discounted.`

/** A label of this act's own, so that taking it back takes nothing else. In place. */
function putLabel(facts: AccountFacts | undefined, decision: string, until: number): void {
  if (facts === undefined || facts.labels.length >= LABELS_MAX) return
  facts.labels.push({ name: CAMPAIGN_LABEL, until, decision })
}

/** Takes an act back as a whole. Afterwards only the log knows that it ever was. */
function undo(event: CampaignUndone, standing: CampaignStanding & { told: Telling }, room: Room): Reviewed {
  const { review } = event
  const policy = room.plan.policies.get(CAMPAIGN_POLICY)
  const done = standing.acts.find(({ event }) => event === review.act)
  if (done === undefined || policy === undefined) return nothing()
  const making: Making = { event, policy, pack: room.plan.pack.hash, standing, into: nothing() }
  for (const account of done.accounts) {
    const subject: Entity = { kind: 'account', id: account }
    const decision = decisionId(done.event, subject, 'live')
    restore(making, subject, decision)
    const facts = room.account(account)
    if (facts !== undefined) facts.labels = facts.labels.filter((label) => label.decision !== decision)
  }
  for (const tag of done.tags) {
    const subject: Entity = { kind: 'hashtag', id: tag }
    restore(making, subject, decisionId(done.event, subject, 'live'))
  }
  if (done.braked > 0) releaseBrake(room.brake(), done.at, done.braked)
  standing.acts.splice(standing.acts.indexOf(done), 1)
  leaveWatch(standing, done)
  return { ...making.into, campaigns: [campaignRow(standing)] }
}

function restore(making: Making, subject: Entity, decision: string): void {
  decide(making, subject, {
    verdict: 'allow',
    actions: ['restore'],
    mode: 'live',
    why: [`A reviewer took back decision ${decision} with the whole act it belongs to.`],
    says: 'What was done about a group of accounts was taken back.',
    evidence: { 'campaign.id': making.standing.told.id, restores: decision },
    restores: decision,
  })
}

/** The watch that an act began goes on while another act stands that it would have begun with. */
function leaveWatch(standing: CampaignStanding, done: CampaignAct): void {
  if (!done.began || !standing.watched) return
  const next = standing.acts[0]
  if (next !== undefined) next.began = true
  else {
    standing.watched = false
    standing.joined = 0
  }
}

/** A campaign that people had found to be one stirs again: it comes before a person at once. */
export function stirring(event: CampaignSuspected, standing: CampaignStanding, plan: Plan): Reviewed {
  const policy = plan.policies.get(CAMPAIGN_POLICY)
  const into = nothing()
  if (policy !== undefined && standing.told !== null)
    bringBefore(
      {
        event,
        policy,
        pack: plan.pack.hash,
        standing: standing as CampaignStanding & { told: Telling },
        into,
      },
      `It has ${membersOf(standing).length} members now.`,
    )
  return into
}
