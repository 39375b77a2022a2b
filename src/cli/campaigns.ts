import type { Evidence } from '../campaigns/told.ts'
import type { Campaign } from '../model/campaign.ts'
import { stateKey } from '../model/state.ts'
import type { Store } from '../store/store.ts'
import type { Tools } from './tools.ts'

export interface CampaignsOptions {
  data: string
  format: string
  status?: string
}

/** A campaign with all that the command shows of it. `evidence` is null until what was told last has been settled. */
export interface CampaignShown extends Campaign {
  evidence: Evidence | null
  /** Of the members whose state is known: those that are closed, and those linked to an account that was. */
  overlap: { known: number; closed: number; lineages: number }
}

/** Members whose states are looked up. */
const LOOKED_UP_MAX = 1_000

/** `holdfast campaigns`: what was found, the one that was last seen first, each with its timeline and why it is thought to be one. */
export async function campaigns(options: CampaignsOptions, tools: Tools): Promise<void> {
  const store = await tools.openStore(options.data)
  try {
    const shown: CampaignShown[] = []
    for await (const campaign of store.eachCampaign())
      if (options.status === undefined || campaign.status === options.status)
        shown.push(await withEvidence(campaign, store))
    shown.sort((a, b) => (lastSeen(a) < lastSeen(b) ? 1 : -1))
    const lines =
      options.format === 'json' ? shown.map((each) => JSON.stringify(each)) : shown.flatMap(campaignPage)
    process.stdout.write(lines.map((line) => `${line}\n`).join(''))
    if (shown.length === 0) process.stderr.write('No campaigns.\n')
  } finally {
    await store.close()
  }
}

async function withEvidence(campaign: Campaign, store: Store): Promise<CampaignShown> {
  const accounts = campaign.members.slice(0, LOOKED_UP_MAX).map(({ account }) => stateKey.account(account))
  const [own, ...members] = await store.load([stateKey.campaign(campaign.id), ...accounts])
  const known = members.flatMap((state) => state?.account ?? [])
  return {
    ...campaign,
    evidence: (own?.campaign?.told?.evidence as Evidence | undefined) ?? null,
    overlap: {
      known: known.length,
      closed: known.filter(({ status }) => status === 'closed').length,
      lineages: known.filter(({ lineage }) => lineage !== null).length,
    },
  }
}

const lastSeen = ({ evidence, detectedAt }: CampaignShown): string => evidence?.lastSeen ?? detectedAt

const TIMELINE_WIDTH = 48
const NAME_WIDTH = 11

/** A campaign as a person reads it: head, timeline, and the three answers apart. */
export function campaignPage(campaign: CampaignShown): string[] {
  const { id, status, degree, members, posts, hashtags, urls, advice, evidence, overlap } = campaign
  const head = `${printable(id)}  ${status}, degree ${degree.toFixed(2)}, ${members.length} accounts, ${posts} posts`
  const lines = [
    [
      'seen',
      `${minute(campaign.firstSeen)} to ${minute(lastSeen(campaign))}, detected ${minute(campaign.detectedAt)}`,
    ],
    ['tags', hashtags.map((tag) => `#${printable(tag)}`).join(' ')],
    ['addresses', urls.map(printable).join(' ')],
    ...(evidence === null
      ? [['evidence', 'not settled yet: stop the server, or wait a little']]
      : answers(evidence)),
    ['overlap', overlapText(overlap)],
    ['advice', advice.map(printable).join('; ')],
  ]
  return [head, ...lines.flatMap(([name, text]) => (text ? [`  ${name!.padEnd(NAME_WIDTH)}${text}`] : []))]
}

/** Is it bursting, do they act together, is it about what we are here for: each by itself. */
function answers({
  timeline,
  pairs,
  expected,
  odds,
  signs,
  profile,
  languages,
  deleted,
  traces,
  mergedInto,
}: Evidence): string[][] {
  const { read, forbidden, policies } = profile
  const breaks = Object.entries(policies).map(([policy, count]) => `${policy} ${count}`)
  return [
    ['timeline', `${sparkline(timeline.posts, TIMELINE_WIDTH)}  ${spanText(timeline)}`],
    ['together', `${pairs} pairs met, ${expected} by chance: ${times(odds)} the chance`],
    ...signs.map(({ says }) => ['', says]),
    [
      'content',
      `${forbidden} of ${read} posts read break a policy${breaks.length > 0 ? `: ${breaks.join(', ')}` : ''}`,
    ],
    [
      'languages',
      Object.entries(languages)
        .map(([language, count]) => `${printable(language)} ${count}`)
        .join(', '),
    ],
    ['deleted', deleted > 0 ? `${deleted} posts, counted all the same` : ''],
    ['text', printable(traces.find(({ kind }) => kind === 'text')?.label ?? '')],
    ['merged', mergedInto === undefined ? '' : `into ${printable(mergedInto)}`],
  ]
}

function overlapText({ known, closed, lineages }: CampaignShown['overlap']): string {
  return closed + lineages === 0
    ? ''
    : `of ${known} accounts known, ${closed} are closed and ${lineages} linked to a closed one`
}

const times = (odds: number): string => `${odds.toLocaleString('en-US')} times`
const minute = (at: string): string => at.slice(0, 16).replace('T', ' ')

function spanText({ posts, stepMinutes, earlier }: Evidence['timeline']): string {
  const hours = Math.max(1, Math.round((posts.length * stepMinutes) / 60))
  return `${hours} h${earlier > 0 ? `, ${earlier} posts before` : ''}`
}

const BARS = '▁▂▃▄▅▆▇█'

/** Counts as bars, at most `width` of them; a space is a time without posts. */
export function sparkline(counts: readonly number[], width: number): string {
  const per = Math.max(1, Math.ceil(counts.length / width))
  const sums: number[] = []
  for (let from = 0; from < counts.length; from += per)
    sums.push(counts.slice(from, from + per).reduce((sum, count) => sum + count, 0))
  const most = Math.max(1, ...sums)
  return sums.map((sum) => (sum === 0 ? ' ' : BARS[Math.ceil((sum / most) * BARS.length) - 1]!)).join('')
}

/** What others wrote, without the characters that move a terminal or turn a line about. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�').slice(0, 160)
