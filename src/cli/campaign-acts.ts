import { readFileSync } from 'node:fs'
import { REASONS, type Reason } from '../campaigns/act-plan.ts'
import type { Order, Proposal } from '../campaigns/order.ts'
import { systemClock } from '../lib/clock.ts'
import type { Campaign } from '../model/campaign.ts'
import { CAMPAIGN_ACCOUNTS_MAX, CAMPAIGN_ACTIONS, type CampaignAction } from '../model/event.ts'
import { stateKey } from '../model/state.ts'
import {
  type CampaignDesk,
  type CampaignView,
  campaignView,
  createCampaignDesk,
} from '../review/campaign-desk.ts'
import { openOwned } from './owned.ts'
import { printable } from './printable.ts'
import { remoteDesk } from './remote-desk.ts'
import { CommandError, type HouseOptions, type Tools, UsageError } from './tools.ts'

/* `holdfast campaigns …`: what people decide about campaigns. Nothing is done without --yes. */

export interface WhereOptions {
  data: string
  /** A server that owns the data, and the file with a key for it. */
  url?: string
  keyFile?: string
}

export interface ActOptions extends HouseOptions, WhereOptions {
  by: string
  why: string
  second?: string
  into?: string
  accounts?: string
  actions?: string
  except?: string
  act?: string
  token?: string
  yes?: boolean
  format: string
}

/** Weighs an order, and with --yes has it carried out: by the server that owns the data, or by opening it. */
export async function reviewCampaigns(
  kind: Order['do'],
  campaign: string,
  options: ActOptions,
  tools: Tools,
): Promise<void> {
  const order = orderOf(kind, campaign, options)
  await withDesk(options, tools, async (desk) => {
    if (!options.yes) {
      const proposal = known(await desk.weigh(order), campaign)
      say(options, { done: false, event: null, proposal })
      if (proposal.fault !== null) throw faultError(campaign, proposal.fault)
      if (options.format === 'text') process.stderr.write('This was a preview; --yes has it done.\n')
      return
    }
    const outcome = known(await desk.carryOut(order, options.token), campaign)
    if (!outcome.ok) throw faultError(campaign, outcome.fault)
    say(options, { done: true, event: outcome.event, proposal: outcome.proposal })
  })
}

const faultError = (campaign: string, { reason, hint }: { reason: string; hint: string }): CommandError =>
  new CommandError(printable(`${campaign}: ${reason}\n${hint}`))

/** `holdfast campaigns show ID`. Works while a server runs: then it shows what that server last settled, unless it is asked itself. */
export async function showCampaign(
  id: string,
  options: WhereOptions & { format: string },
  tools: Tools,
): Promise<void> {
  const view = known(await viewOf(id, options, tools), id)
  process.stdout.write(options.format === 'json' ? `${JSON.stringify(view, null, 2)}\n` : pageOf(view))
}

async function viewOf(id: string, options: WhereOptions, tools: Tools): Promise<CampaignView | undefined> {
  if (options.url !== undefined) return remoteDesk(options).show(id)
  const store = await tools.openStore(options.data)
  try {
    const [state] = await store.load([stateKey.campaign(id)])
    const view = campaignView(state?.campaign)
    if (view !== undefined) return view
    // A server that runs has not settled it yet; its row is there.
    for await (const campaign of store.eachCampaign())
      if (campaign.id === id) return { campaign, evidence: {}, mergedInto: null, given: [], acts: [] }
    return undefined
  } finally {
    await store.close()
  }
}

const lineOf = ({ id, status, detectedAt, degree, members, posts, hashtags }: Campaign): string =>
  printable(
    `${id}  ${status.padEnd(9)}  ${detectedAt.slice(0, 16).replace('T', ' ')}  degree ${degree.toFixed(2)}  ${members.length} members  ${posts} posts  ${hashtags.map((tag) => `#${tag}`).join(' ')}`.trimEnd(),
  )

function orderOf(kind: Order['do'], campaign: string, options: ActOptions): Order {
  const head = { campaign, by: options.by, why: options.why }
  if (head.by.trim() === '' || head.why.trim() === '')
    throw new UsageError('a decision needs --by NAME and --why TEXT')
  switch (kind) {
    case 'confirm':
    case 'dismiss':
    case 'watch':
      return { ...head, do: kind }
    case 'merge':
      return { ...head, do: kind, into: options.into! }
    case 'split':
      return { ...head, do: kind, accounts: listOf(options.accounts!) }
    case 'act':
      return {
        ...head,
        do: kind,
        second: options.second ?? null,
        ...(options.actions !== undefined && { actions: actionsOf(options.actions) }),
        ...(options.except !== undefined && { except: listOf(options.except) }),
      }
    case 'undo':
      return { ...head, do: kind, act: options.act! }
  }
}

function actionsOf(text: string): CampaignAction[] {
  const actions = listOf(text)
  const unknown = actions.find((action) => !(CAMPAIGN_ACTIONS as readonly string[]).includes(action))
  if (unknown !== undefined)
    throw new UsageError(`there is no action "${unknown}"; choose among ${CAMPAIGN_ACTIONS.join(', ')}`)
  return actions as CampaignAction[]
}

/** Names separated by commas, or `@FILE` with one on each line. */
function listOf(text: string): string[] {
  const names = (text.startsWith('@') ? readList(text.slice(1)).split('\n') : text.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length > CAMPAIGN_ACCOUNTS_MAX)
    throw new UsageError(`at most ${CAMPAIGN_ACCOUNTS_MAX} can be named at once, not ${names.length}`)
  return names
}

function readList(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new CommandError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

async function withDesk(
  options: ActOptions,
  tools: Tools,
  work: (desk: Pick<CampaignDesk, 'weigh' | 'carryOut'>) => Promise<void>,
): Promise<void> {
  if (options.url !== undefined) return work(remoteDesk(options))
  if (options.keyFile !== undefined) throw new UsageError('--key-file goes with --url')
  // Looked at before anything is made: a data folder that is not there has no campaigns.
  await (await tools.openStore(options.data)).close()
  const house = await openOwned(options, tools, 'review')
  try {
    const { store, bus, line } = house
    await work(createCampaignDesk({ store, bus, clock: systemClock, plan: () => line.plan() }))
  } finally {
    await house.close()
  }
}

function known<T>(found: T | undefined, campaign: string): T {
  if (found !== undefined) return found
  throw new CommandError(printable(`there is no campaign ${campaign}; holdfast campaigns lists them`))
}

function say(
  { format }: ActOptions,
  answer: { done: boolean; event: string | null; proposal: Proposal },
): void {
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : textOf(answer.proposal, answer),
  )
}

function textOf(proposal: Proposal, { done, event }: { done: boolean; event: string | null }): string {
  const { accounts, heldBack, leftOut, tags, needsSecond, token } = proposal
  const lines = [`${proposal.campaign} (${proposal.status}): ${proposal.do}`, `  ${proposal.says}`]
  const row = (name: string, text: string) => lines.push(`  ${name.padEnd(10)} ${text}`)
  const sample = ({ account, degree }: { account: string; degree: number }) =>
    `${account} (${degree.toFixed(2)})`
  const sampled = (name: string, { count, samples }: Proposal['accounts']) => {
    if (count > 0)
      row(name, `${count}: ${samples.map(sample).join(', ')}${count > samples.length ? ' …' : ''}`)
  }
  sampled('accounts', accounts)
  sampled('held back', heldBack)
  for (const [reason, count] of Object.entries(leftOut.reasons))
    row('left out', `${count} × ${REASONS[reason as Reason]}`)
  for (const { account, degree, reason } of leftOut.samples)
    row('', `${sample({ account, degree })} ${REASONS[reason]}`)
  for (const { tag, remaining } of tags) row('hashtag', `#${tag}${remaining === '' ? '' : `: ${remaining}`}`)
  if (needsSecond) row('people', 'two must agree')
  if (done) row('done', event === null ? 'it was cut off before, and is whole now' : `as ${event}`)
  else row('token', token)
  return `${lines.map(printable).join('\n')}\n`
}

function pageOf({ campaign, evidence, mergedInto, given, acts }: CampaignView): string {
  const lines = [lineOf(campaign)]
  const { pairs, expected, odds, signs } = evidence as {
    pairs?: number
    expected?: number
    odds?: number
    signs?: { says: string }[]
  }
  if (pairs !== undefined)
    lines.push(`  ${pairs} pairs acted together, ${expected} would by chance: odds ${odds}`)
  for (const { says } of signs ?? []) lines.push(`  ${says}`)
  for (const advice of campaign.advice) lines.push(`  advice: ${advice}`)
  if (mergedInto !== null) lines.push(`  part of ${mergedInto}`)
  if (given.length > 0) lines.push(`  ${given.length} accounts were split off`)
  for (const { event, at, accounts, tags, alone } of acts)
    lines.push(
      `  acted ${new Date(at).toISOString().slice(0, 16)} by ${alone ? 'one' : 'two'}: ${accounts.length} accounts, ${tags.length} hashtags; undo with --act ${event}`,
    )
  const shown = campaign.members.slice(0, MEMBERS_SHOWN)
  lines.push(
    `  members: ${shown.map(({ account, degree }) => `${account} (${degree.toFixed(2)})`).join(', ')}${campaign.members.length > shown.length ? ` and ${campaign.members.length - shown.length} more (--format json has all)` : ''}`,
  )
  return `${lines.map(printable).join('\n')}\n`
}
const MEMBERS_SHOWN = 20
