import { fileAppeal, hearAppeal } from './appeals/appeals.ts'
import { rememberDistance } from './campaigns/distance.ts'
import { MEMBERS_TOLD_MAX } from './campaigns/order.ts'
import { CAMPAIGN_BRAKE, type Reviewed, reviewCampaign, stirring } from './campaigns/review.ts'
import { campaignRow, statusOf, takeTelling } from './campaigns/standing.ts'
import { decide } from './decisions/decide.ts'
import { fallsOnSomebody, recordOf } from './decisions/record.ts'
import type { Effects } from './decisions/room.ts'
import { rememberCarried } from './decisions/unwind.ts'
import { evidenceNamed, scopesOf, takeEvidenceAct } from './evidence/acts.ts'
import { captureOf, isPreserved } from './evidence/evidence.ts'
import { aboutAccount, applyEvent, newAccountFacts } from './facts/facts.ts'
import { canonicalJson } from './lib/canonical-json.ts'
import { fnv1a } from './lib/hash.ts'
import {
  followLineage,
  isCounted,
  linkAccount,
  parseWeights,
  rememberForLineage,
  reviewLink,
  settleLineage,
  takeCensus,
} from './lineage/lineage.ts'
import type { Campaign } from './model/campaign.ts'
import type { Decision } from './model/decision.ts'
import type { DecisionRecord } from './model/desk.ts'
import type { CampaignReview, CampaignSuspected, DeskAct, Event, EvidenceAct } from './model/event.ts'
import { hasPost, isCampaignReview, isDeskAct, isEvidenceAct, timeOf } from './model/event.ts'
import type { AccountFacts, HashtagFacts } from './model/facts.ts'
import type { Millis } from './model/ids.ts'
import type { TallySpec } from './model/policy.ts'
import { POPULATION_KEY } from './model/population.ts'
import type { Reading } from './model/reading.ts'
import type { Gap } from './model/signal.ts'
import { DESK_KEY, INSTALLATION_KEY, stateKey } from './model/state.ts'
import type { Threat } from './model/threat.ts'
import { takeReviewAct } from './review/acts.ts'
import { campaignRoomOf, deskRoomOf, evidenceRoomOf, reviewRoomOf } from './rooms.ts'
import { type CompiledTally, evaluate, type Plan } from './rules/rules.ts'
import { type Scope, UNKNOWN } from './rules/scope.ts'
import { addToTally, readTally } from './tallies/tallies.ts'
import { actAtDesk, deskKeysOf } from './threats/desk-acts.ts'
import { takeOrder } from './threats/orders.ts'
import type { DeskOutcome } from './threats/room.ts'
import { gather } from './threats/threats.ts'
import {
  brakeOf,
  type Judgement,
  type Measured,
  populationIn,
  standingIn,
  stateOf,
  type World,
} from './world.ts'

/** Every state that judging this event can touch: what the one read fetches. */
export function keysOf(event: Event, plan: Plan): string[] {
  const keys = plan.stateKeys(event)
  keys.push(stateKey.account(aboutAccount(event)), POPULATION_KEY, DESK_KEY, ...deskKeysOf(event))
  if (event.type === 'campaign.suspected') keys.push(...campaignKeys(event))
  if (isCampaignReview(event)) keys.push(...reviewKeys(event))
  if (isDeskAct(event)) keys.push(...event.review.touches)
  if (event.type === 'appeal.filed') keys.push(stateKey.decision(event.appeal.decision))
  if (event.type === 'link.reviewed') keys.push(stateKey.account(event.link.closedAccount))
  if (isEvidenceAct(event))
    keys.push(...evidenceNamed(event).map(stateKey.evidence), ...scopesOf(event).map(stateKey.holds))
  if (event.type === 'pack.loaded' || event.type === 'weights.accepted') keys.push(INSTALLATION_KEY)
  return keys
}

/**
 * Judges one event: facts, links, tallies, rules, decision. Pure but for `world` and `into`, which it changes: the same events
 * over the same world lead to the same judgement, however they were batched (invariant 1).
 */
export function judge(measured: Measured, world: World, into: Judgement): void {
  const { event } = measured
  switch (event.type) {
    // What the installation tells itself is about no account.
    case 'pack.loaded':
      takeInForce(event.pack.hash, world, into)
      return
    case 'weights.accepted':
      takeWeights(event.weights.values, world, into)
      return
    case 'threat.acted':
    case 'threat.paged':
    case 'order.acted':
    case 'request.acted':
      bringDesk(actAtDesk(event, deskRoomOf(world, into)), event, world, into)
      return
    case 'evidence.media':
    case 'evidence.erased':
    case 'evidence.exported':
    case 'hold.placed':
    case 'hold.extended':
    case 'hold.lifted':
    case 'desk.viewed':
      actOnEvidence(event, world, into)
      return
    // What people decide at the desk is no act of the account it is about.
    case 'job.decided':
    case 'proposal.answered':
    case 'appeal.decided':
    case 'bulk.acted':
    case 'bulk.undone':
    case 'review.blind':
      judgeDeskAct(event, world, into)
      return
    default:
      judgeAct(measured, world, into)
  }
}

function judgeAct({ event, reading, gaps }: Measured, world: World, into: Judgement): void {
  const time = timeOf(event)
  const state = stateOf(world, stateKey.account(aboutAccount(event)))
  const account = (state.account ??= newAccountFacts(aboutAccount(event), time))
  into.changed.add(state)

  if (isCounted(event)) takeCensus(populationIn(world, into), account, event)
  const before = account.profile
  applyEvent(account, event, time, reading?.language ?? null)
  rememberForLineage(account, event, before)
  followLineage(world.lineage, account, event)
  const population = world.states.get(POPULATION_KEY)?.population ?? null
  settleLineage(world.lineage, account)
  into.links.push(...linkAccount(world.lineage, population, account, event, time))
  if (event.type === 'link.reviewed') {
    const closed = world.states.get(stateKey.account(event.link.closedAccount))?.account
    into.links.push(...reviewLink({ index: world.lineage, population, facts: account, closed, event }))
    if (closed !== undefined) {
      rememberCarried(closed, account)
      into.changed.add(world.states.get(stateKey.account(closed.id))!)
    }
  }
  if (event.type === 'appeal.filed') take(fileAppeal(event, reviewRoomOf(world, into)), event, world, into)
  if (hasPost(event)) rememberDistance(account, event.post, reading)
  if (event.type === 'campaign.suspected') takeCampaign(event, world, into)
  if (isCampaignReview(event)) {
    const reviewed = reviewCampaign(event, campaignRoomOf(world, into))
    bring(reviewed, event, world, into)
    const by = [
      event.review.by,
      ...('second' in event.review && event.review.second ? [event.review.second] : []),
    ]
    const fallen = reviewed.decisions.filter(fallsOnSomebody)
    remember(
      fallen.map((decision) => recordOf(decision, { by })),
      world,
      into,
    )
  }

  countIn(event, time, account, reading, gaps, world, into)
  if (event.type === 'order.received') takeOrder(event, deskRoomOf(world, into))
}

/** Tallies first, rules after: a rule sees the event it is judging. */
function countIn(
  event: Event,
  time: Millis,
  account: AccountFacts,
  reading: Reading | null,
  gaps: Gap[],
  world: World,
  into: Judgement,
): void {
  const { plan } = world
  const tallies = plan.talliesFor(event.type)
  const scope: Scope = {
    event,
    time,
    account,
    hashtags: hashtagFacts(event, world),
    reading,
    entities: plan.entities,
    gaps,
    tally: (name) => tallyValue(tallies, name, event, time, world),
  }
  for (const tally of tallies) if (tally.where(scope) === true) addTo(tally, event, time, world, into)

  const { matches, gaps: missing } = evaluate(plan, scope)
  if (matches.length === 0) return
  const brake = (rule: string) => brakeOf(rule, world, into)
  const outcome = decide({ event, time, matches, gaps: missing, account, plan, brake, reading })
  into.decisions.push(...outcome.decisions)
  into.jobs.push(...outcome.jobs)
  into.outbox.push(...outcome.outbox)
  preserve(outcome.decisions, event, world, into, gaps)
  remember(outcome.records, world, into)
  for (const decision of outcome.decisions)
    if (decision.mode !== 'shadow' && decision.actions.includes('escalate'))
      tellOf([gather({ decision, event, reading, account }, deskRoomOf(world, into))], event, into)
}

/** How cases stand after an event. When that was goes with them: on the ledger no time may depend on how a batch was cut. */
function tellOf(threats: readonly Threat[], event: Event, into: Judgement): void {
  for (const threat of threats) {
    into.threats.push(threat)
    into.threatTimes.push(event.at)
  }
}

function bringDesk(
  { decisions, jobs, outbox, threats }: DeskOutcome,
  event: Event,
  world: World,
  into: Judgement,
): void {
  takeDecided({ decisions, jobs, outbox }, event, world, into)
  tellOf(threats, event, into)
}

function judgeDeskAct(event: DeskAct, world: World, into: Judgement): void {
  const room = reviewRoomOf(world, into)
  const effects = event.type === 'appeal.decided' ? hearAppeal(event, room) : takeReviewAct(event, room)
  take(effects, event, world, into)
}

function take(effects: Effects, event: Event, world: World, into: Judgement): void {
  takeDecided(effects, event, world, into)
  into.links.push(...effects.links)
  for (const { decision, account } of effects.escalated)
    tellOf([gather({ decision, event, reading: null, account }, deskRoomOf(world, into))], event, into)
  into.desk.push(...effects.desk)
  remember(effects.records, world, into)
}

/** Ids follow from the event's, which was never seen before: there is no state of that name yet, and none is read. */
function remember(records: readonly DecisionRecord[], world: World, into: Judgement): void {
  for (const record of records) {
    const state = stateOf(world, stateKey.decision(record.id))
    state.decision = record
    into.changed.add(state)
  }
}

const campaignKeys = ({ campaign }: CampaignSuspected): string[] => [
  stateKey.campaign(campaign.id),
  ...campaign.members.slice(0, MEMBERS_TOLD_MAX).map(({ account }) => stateKey.account(account)),
  ...campaign.hashtags.map((tag) => stateKey.hashtag(tag.toLowerCase())),
]

function reviewKeys({ type, review }: CampaignReview): string[] {
  const keys = [stateKey.campaign(review.campaign), ...review.accounts.map(stateKey.account)]
  if (type !== 'campaign.reviewed') return [...keys, stateKey.rule(CAMPAIGN_BRAKE)]
  const tags = review.hashtags.map((tag) => stateKey.hashtag(tag.toLowerCase()))
  return [...keys, ...tags, ...(review.into == null ? [] : [stateKey.campaign(review.into)])]
}

/** Notes, at that very moment, what the actions of these decisions have to be preceded by. (docs/spec/evidence.md, E1, E2) */
function preserve(
  decisions: Decision[],
  event: Event,
  world: World,
  into: Judgement,
  gaps: Gap[] = [],
): void {
  for (const decision of decisions) {
    if (!isPreserved(decision)) continue
    const facts = world.states.get(stateKey.account(decision.account))?.account
    const capture = captureOf(decision, event, facts, gaps)
    const state = stateOf(world, stateKey.evidence(capture.evidence.id))
    // The row is written with the snapshot; what is remembered changes with later acts.
    state.evidence = structuredClone(capture.evidence)
    into.captures.push(capture)
    into.changed.add(state)
  }
}

function actOnEvidence(event: EvidenceAct, world: World, into: Judgement): void {
  const { evidence, holds, views, custody } = takeEvidenceAct(event, evidenceRoomOf(world, into))
  into.evidence.push(...evidence)
  into.holds.push(...holds)
  into.views.push(...views)
  into.custody.push(...custody)
}

function bring(
  { decisions, jobs, outbox, campaigns }: Reviewed,
  event: Event,
  world: World,
  into: Judgement,
): void {
  takeDecided({ decisions, jobs, outbox }, event, world, into)
  into.campaigns.push(...campaigns)
}

/** What people decided, with what it rests on preserved. */
function takeDecided(
  { decisions, jobs, outbox }: Pick<Judgement, 'decisions' | 'jobs' | 'outbox'>,
  event: Event,
  world: World,
  into: Judgement,
): void {
  preserve(decisions, event, world, into)
  into.decisions.push(...decisions)
  into.jobs.push(...jobs)
  into.outbox.push(...outbox)
}

/** A telling joins what people decided about the campaign. Of one that was dismissed, its members and hashtags are not told. */
function takeCampaign(event: CampaignSuspected, world: World, into: Judgement): void {
  const { campaign } = event
  const standing = standingIn(campaign.id, world, into)
  const stirs = takeTelling(standing, campaign, timeOf(event))
  const row = campaignRow({ ...standing, told: campaign })
  const told = statusOf(standing) === 'dismissed' ? null : (standing.mergedInto ?? campaign.id)
  if (told !== null) tellMembers(told, row.members, event, world, into)
  for (const tag of campaign.hashtags) tellHashtag(tag, told, event, world, into)
  into.campaigns.push(row)
  if (stirs) bring(stirring(event, standing, world.plan), event, world, into)
}

/** Strongest first; the campaign itself keeps them all. */
function tellMembers(
  id: string,
  members: Campaign['members'],
  event: CampaignSuspected,
  world: World,
  into: Judgement,
): void {
  const loaded = new Set(event.campaign.members.slice(0, MEMBERS_TOLD_MAX).map(({ account }) => account))
  for (const { account, degree } of members) {
    if (!loaded.has(account)) continue
    const state = stateOf(world, stateKey.account(account))
    const facts = (state.account ??= newAccountFacts(account, timeOf(event)))
    facts.campaign = { id, degree }
    into.changed.add(state)
  }
}

function tellHashtag(
  tag: string,
  told: string | null,
  event: CampaignSuspected,
  world: World,
  into: Judgement,
): void {
  const state = stateOf(world, stateKey.hashtag(tag.toLowerCase()))
  const measured = event.campaign.bursts?.find((burst) => burst.tag === tag)
  state.hashtag = {
    burst: measured?.burst ?? null,
    newAccounts: measured?.newAccounts ?? null,
    campaign: told === null ? null : { id: told, degree: event.campaign.degree },
  }
  into.changed.add(state)
}

function takeInForce(pack: string, world: World, into: Judgement): void {
  const state = stateOf(world, INSTALLATION_KEY)
  state.installation = { ...state.installation, pack }
  into.changed.add(state)
}

/** Weights were checked before the event was made; ones that no longer fit leave those in force. */
function takeWeights(values: unknown, world: World, into: Judgement): void {
  const parsed = parseWeights(values)
  const state = stateOf(world, INSTALLATION_KEY)
  if (!parsed.ok || state.installation === undefined) return
  world.lineage.weights = parsed.weights
  state.installation.weights = parsed.weights
  into.changed.add(state)
}

const NO_HASHTAGS: HashtagFacts[] = []

function hashtagFacts(event: Event, world: World): HashtagFacts[] {
  if (event.type !== 'post.created' && event.type !== 'post.edited') return NO_HASHTAGS
  if (event.post.hashtags.length === 0) return NO_HASHTAGS
  const found: HashtagFacts[] = []
  for (const tag of event.post.hashtags) {
    const facts = world.states.get(stateKey.hashtag(tag.toLowerCase()))?.hashtag
    if (facts !== undefined) found.push(facts)
  }
  return found
}

/**
 * The name a tally is remembered by. It carries a hash of the declaration, so that a tally whose declaration changed
 * starts afresh instead of reading numbers that were counted by another rule.
 */
const tallyNames = new WeakMap<TallySpec, string>()
function tallyName(spec: TallySpec): string {
  let name = tallyNames.get(spec)
  if (name === undefined) {
    name = `${spec.name}~${fnv1a(canonicalJson(spec)).toString(36)}`
    tallyNames.set(spec, name)
  }
  return name
}

function addTo(tally: CompiledTally, event: Event, time: Millis, world: World, into: Judgement): void {
  const name = tallyName(tally.spec)
  for (const key of tally.keys(event)) {
    const state = stateOf(world, key)
    state.tallies[name] = addToTally(tally.spec, state.tallies[name], time, tally.value(event))
    into.changed.add(state)
  }
}

/** Over several entities (two hashtags), the largest count speaks; of top lists, the first entity's. */
function tallyValue(tallies: CompiledTally[], name: string, event: Event, time: Millis, world: World) {
  const tally = tallies.find((candidate) => candidate.spec.name === name)
  const keys = tally?.keys(event) ?? []
  if (tally === undefined || keys.length === 0) return UNKNOWN
  const remembered = tallyName(tally.spec)
  let largest = 0
  for (const key of keys) {
    const value = readTally(tally.spec, world.states.get(key)?.tallies[remembered], time)
    if (typeof value !== 'number') return value
    if (value > largest) largest = value
  }
  return largest
}
