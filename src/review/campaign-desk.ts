import type { Bus } from '../bus/bus.ts'
import type { Fault } from '../campaigns/act-plan.ts'
import { type Order, type Proposal, type Scene, weighOrder } from '../campaigns/order.ts'
import { CAMPAIGN_BRAKE } from '../campaigns/review.ts'
import { campaignRow, evidenceOf, membersOf, newStanding } from '../campaigns/standing.ts'
import { timeOfStream } from '../desk/stream-now.ts'
import type { Clock } from '../lib/clock.ts'
import type { Campaign, CampaignAct, CampaignStanding } from '../model/campaign.ts'
import { stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'
import type { Store } from '../store/store.ts'

interface Parts {
  store: Pick<Store, 'load' | 'eachCampaign' | 'events' | 'position'>
  bus: Pick<Bus, 'publish'>
  clock: Clock
  /** Of the pack in force; null before the first. */
  plan(): Plan | null
}

/** A campaign as a reviewer looks at it. */
export interface CampaignView {
  campaign: Campaign
  /** Why it is thought coordinated, as the watch told it. */
  evidence: Record<string, unknown>
  mergedInto: string | null
  /** Accounts that were split off, and where to. */
  given: CampaignStanding['given']
  /** Acts that stand and can be undone. */
  acts: Pick<CampaignAct, 'event' | 'at' | 'accounts' | 'tags' | 'alone'>[]
}

export type Outcome =
  | { ok: true; event: string | null; proposal: Proposal }
  | { ok: false; fault: Fault; proposal: Proposal }

/**
 * Where people decide about campaigns. It reads what judgement remembers and puts events on the bus; nothing is done here. What an order would do is
 * weighed by the same function that will do it. Answers are undefined for a campaign that is not known.
 */
export interface CampaignDesk {
  /** Newest first, at most `limit`. */
  list(query: { status?: Campaign['status']; limit: number }): Promise<Campaign[]>
  show(id: string): Promise<CampaignView | undefined>
  weigh(order: Order): Promise<Proposal | undefined>
  /** With the token of a proposal it is done only if it would still do the same. */
  carryOut(order: Order, token?: string): Promise<Outcome | undefined>
}

export function createCampaignDesk({ store, bus, clock, plan }: Parts): CampaignDesk {
  const standingOf = async (id: string): Promise<CampaignStanding | undefined> =>
    (await store.load([stateKey.campaign(id)]))[0]?.campaign

  const sceneFor = async (order: Order): Promise<Scene | undefined> => {
    const inForce = plan()
    const first = await standingOf(order.campaign)
    if (inForce === null || first?.told == null) return undefined
    const at = await timeOfStream(store)
    const members = membersOf(first).map(({ account }) => account)
    const own = [
      stateKey.campaign(order.campaign),
      stateKey.campaign(otherOf(order, first)),
      stateKey.rule(CAMPAIGN_BRAKE),
    ]
    // One more read, after which nothing is waited for: all of it is of one moment.
    const states = await store.load([...own, ...members.map(stateKey.account)])
    const [standing, into, brake] = states
    const accounts = new Map(members.map((account, index) => [account, states[own.length + index]?.account]))
    return {
      standing: standing?.campaign ?? newStanding(),
      ...(into?.campaign !== undefined && { into: into.campaign }),
      account: (id) => accounts.get(id),
      brake: brake?.brake ?? { hours: {} },
      plan: inForce,
      at,
      madeAt: new Date(clock.now()).toISOString(),
    }
  }

  const attempt = async (order: Order, token: string | undefined): Promise<Outcome | undefined> => {
    const scene = await sceneFor(order)
    if (scene === undefined) return undefined
    const { proposal, act, tellings } = weighOrder(order, scene)
    if (proposal.fault !== null) return { ok: false, fault: proposal.fault, proposal }
    if (token !== undefined && token !== proposal.token) return { ok: false, fault: CHANGED, proposal }
    if (act !== null) await bus.publish([act])
    const after = await standingOf(order.campaign)
    if (after?.told == null || (act !== null && !isDone(order, act.id, after)))
      return { ok: false, fault: OVERTAKEN, proposal }
    if (tellings.length > 0) await bus.publish(tellings)
    return { ok: true, event: act?.id ?? null, proposal }
  }

  return {
    async list({ status, limit }) {
      const rows: Campaign[] = []
      for await (const row of store.eachCampaign()) {
        if (status !== undefined && row.status !== status) continue
        rows.push(row)
        if (rows.length >= 2 * limit) keepNewest(rows, limit)
      }
      keepNewest(rows, limit)
      return rows
    },
    async show(id) {
      return campaignView(await standingOf(id))
    },
    async weigh(order) {
      const scene = await sceneFor(order)
      return scene && weighOrder(order, scene).proposal
    },
    async carryOut(order, token) {
      for (let tries = 1; ; tries++) {
        const outcome = await attempt(order, token)
        if (outcome?.ok !== false || outcome.fault !== OVERTAKEN || tries === TRIES_MAX) return outcome
      }
    },
  }
}

/** The other campaign that an order is about, or that an earlier one like it made. */
function otherOf(order: Order, { given }: CampaignStanding): string {
  if (order.do === 'merge') return order.into
  if (order.do !== 'split') return ''
  return given.find(([account]) => account === order.accounts[0])?.[1] ?? ''
}

/** A campaign is told again every few minutes at most: more than once in a row it is hardly overtaken. */
const TRIES_MAX = 3

const CHANGED: Fault = {
  reason: 'it would no longer do what the preview said',
  hint: 'Look at the new preview, and order again with its token.',
}
const OVERTAKEN: Fault = {
  reason: 'the campaign changed at that very moment, and nothing was done',
  hint: 'Look again, and order again.',
}

function keepNewest(rows: Campaign[], limit: number): void {
  rows.sort((a, b) =>
    a.detectedAt < b.detectedAt ? 1 : a.detectedAt > b.detectedAt ? -1 : a.id < b.id ? -1 : 1,
  )
  rows.length = Math.min(rows.length, limit)
}

/** What is shown of a campaign, or undefined where it is not known. */
export function campaignView(standing: CampaignStanding | undefined): CampaignView | undefined {
  if (standing?.told == null) return undefined
  return {
    campaign: campaignRow({ ...standing, told: standing.told }),
    evidence: { ...evidenceOf(standing.told) },
    mergedInto: standing.mergedInto,
    given: standing.given,
    acts: standing.acts.map(({ event, at, accounts, tags, alone }) => ({ event, at, accounts, tags, alone })),
  }
}

/** Whether judgement took the act: an act on what had changed meanwhile does nothing. */
function isDone(order: Order, event: string, standing: CampaignStanding): boolean {
  switch (order.do) {
    case 'confirm':
      return standing.finding === 'confirmed'
    case 'dismiss':
      return standing.finding === 'dismissed'
    case 'watch':
      return standing.watched
    case 'merge':
      return standing.mergedInto === order.into
    case 'split':
      return standing.given.some(([account]) => account === order.accounts[0])
    case 'act':
      return standing.acts.some((act) => act.event === event)
    case 'undo':
      return !standing.acts.some((act) => act.event === order.act)
  }
}
