import { existsSync } from 'node:fs'
import type { Finding } from '../src/campaigns/campaigns.ts'
import { createCampaignWatch } from '../src/campaigns/campaigns.ts'
import { inlineMeasurer } from '../src/reading/measure.ts'
import { loadPack } from '../src/rules/load.ts'
import { type Judged, judged, topTenAt } from './campaigns/judge.ts'
import { measureReal } from './campaigns/real.ts'
import { CAMPAIGN_KINDS, CAMPAIGN_SIZES, CONTENTS, CROWD_KINDS } from './campaigns/scenes.ts'
import { measureTown } from './campaigns/town.ts'
import { type World, worldOf } from './campaigns/world.ts'
import type { Measure, Outcome, Section, Target } from './outcome.ts'
import { share } from './table.ts'
import { wilson } from './wilson.ts'

/*
 * Many hands, one voice: are campaigns found, in time and with their members, and are crowds left alone? Injected ones whose truth is known; the town's own network; real windows.
 *
 *   npm run eval -- campaigns                all of it
 *   npm run eval -- campaigns injected       one part: injected, town, real
 */

const PARTS = ['injected', 'town', 'real'] as const
const WORLDS = 2

export const measure: Measure = async ({ data, policies, only, seed, progress }) => {
  const loaded = loadPack(policies)
  if (!loaded.ok) return { kind: 'skipped', why: `The policy pack in ${policies} does not load.` }
  const measurer = inlineMeasurer(loaded.pack.banks)
  const wanted = PARTS.filter((part) => only.length === 0 || only.includes(part))
  const targets: Target[] = []
  const sections: Section[] = []
  const add = (tables: { targets: Target[]; sections: Section[] }) => {
    targets.push(...tables.targets)
    sections.push(...tables.sections)
  }
  if (wanted.includes('injected')) {
    const runs: { world: World; result: Judged }[] = []
    for (let part = 0; part < WORLDS; part++) {
      progress(`world ${part + 1} of ${WORLDS}`)
      const world = await worldOf(seed, part, measurer)
      runs.push({ world, result: judged(world, findingsIn(world), topTenAt(world)) })
    }
    add(injected(runs.map(({ result }) => result)))
  }
  if (wanted.includes('town')) add(await measureTown(seed, measurer, progress))
  if (wanted.includes('real')) {
    if (data !== null && existsSync(`${data}/campaigns`)) add(await measureReal(data, seed, progress))
    else progress('real windows: skipped, there is no campaigns/ in the shared data')
  }
  const outcome: Outcome = {
    kind: 'measured',
    title: 'Campaigns: many hands, one voice',
    versions: { reader: measurer.version },
    targets,
    sections,
  }
  return outcome
}

/** Neutral messages through accounts that people lent: nothing in them is forbidden, and nobody in them is new. */
const isLent = ({ scene: { kind, content } }: Judged['campaigns'][number]): boolean =>
  content === 'neutral' && (kind === 'spaced' || kind === 'tag-hijack')

const findingsIn = ({ stream }: World): Finding[] => createCampaignWatch().observe(stream)

function injected(runs: Judged[]): { targets: Target[]; sections: Section[] } {
  const campaigns = runs.flatMap((run) => run.campaigns)
  const crowds = runs.flatMap((run) => run.crowds)
  const told = runs.flatMap((run) => run.told)
  const inTime = campaigns.filter((campaign) => campaign.inTime)
  const before = campaigns.filter((campaign) => campaign.inTime && campaign.beforeTopTen)
  const found = campaigns.filter((campaign) => campaign.foundAt !== null)
  const sum = (take: (campaign: Judged['campaigns'][number]) => number) =>
    found.reduce((total, campaign) => total + take(campaign), 0)
  const hits = sum(({ hits }) => hits)
  const members = sum(({ members }) => members)
  const truth = sum(({ truth }) => truth)
  const right = told.filter((each) => each.right)
  const target = (
    what: string,
    wanted: Target['wanted'],
    hit: number,
    of: number,
    note?: string,
  ): Target => ({
    what,
    wanted,
    measured: of === 0 ? null : hit / of,
    interval: wilson(hit, of),
    of,
    ...(note === undefined ? {} : { note }),
  })
  return {
    targets: [
      target(
        'campaigns found within 10 minutes after their twentieth post',
        { atLeast: 0.9 },
        inTime.length,
        campaigns.length,
      ),
      target(
        '… of those whose neutral text is posted through lent accounts',
        { atLeast: 0.9 },
        inTime.filter(isLent).length,
        campaigns.filter(isLent).length,
        'told by their one voice (docs/spec/campaigns.md, C6); crowds here copy six to eight tenths of what they say. A drive of which every post is the official text is told too if nobody passes its source on, for a person to look at, with no other advice',
      ),
      target(
        '… and before the tag is among the top ten of the day',
        { atLeast: 0.9 },
        before.length,
        campaigns.length,
        'by posts of the last 24 hours, the town’s talk and crowds among them; of a hijack the campaign’s own tag counts',
      ),
      target('member precision', { atLeast: 0.95 }, hits, members, 'over campaigns found'),
      target('member recall', { atLeast: 0.8 }, hits, truth, 'over campaigns found'),
      target(
        'campaign precision',
        { atLeast: 0.95 },
        right.length,
        told.length,
        `beside ${crowds.length} crowds`,
      ),
      target(
        'crowds whose tag was advised to be discounted',
        { atMost: 0 },
        crowds.filter((crowd) => crowd.discounted).length,
        crowds.length,
      ),
    ],
    sections: [
      {
        title: 'Injected campaigns, by kind and content',
        prose:
          'Towns of two days and 120,000 events, 3,000 people, without a network; 25 campaigns and 15 crowds in each. Ephemeral ones post drawn words under a tag within minutes through accounts of the town, and delete them minutes later: they are told by the deletions, and cannot be before. A campaign is found when the watch tells of accounts of which more than half are its own. Minutes are from the twentieth post, of stream time; negative: before it.',
        columns: [
          'kind',
          'content',
          'campaigns',
          'found',
          'in time',
          'before the top ten',
          'minutes, median',
          'member precision',
          'member recall',
        ],
        rows: CAMPAIGN_KINDS.flatMap((kind) =>
          CONTENTS.map((content) => {
            const these = campaigns.filter(
              (campaign) => campaign.scene.kind === kind && campaign.scene.content === content,
            )
            return rowOf([kind, content], these)
          }),
        ),
      },
      {
        title: 'Injected campaigns, by size',
        columns: [
          'accounts',
          'content',
          'campaigns',
          'found',
          'in time',
          'before the top ten',
          'minutes, median',
          'member precision',
          'member recall',
        ],
        rows: CAMPAIGN_SIZES.flatMap((size) =>
          CONTENTS.map((content) => {
            const these = campaigns.filter(
              (campaign) => campaign.scene.size === size && campaign.scene.content === content,
            )
            return rowOf([size, content], these)
          }),
        ),
      },
      {
        title: 'Crowds that mean no harm',
        prose: 'Told: the watch told of accounts of which more than half were of the crowd.',
        columns: ['crowd', 'crowds', 'told', 'advised to discount'],
        rows: CROWD_KINDS.map((kind) => {
          const these = crowds.filter((crowd) => crowd.scene.kind === kind)
          return [
            kind,
            these.length,
            these.filter(({ told }) => told).length,
            these.filter(({ discounted }) => discounted).length,
          ]
        }),
      },
      {
        title: 'Told and wrong',
        prose: 'Campaigns told of in which no injected campaign has the majority.',
        columns: ['campaign', 'degree', 'members', 'signs', 'first trace'],
        rows: told
          .filter((each) => !each.right)
          .map(({ id, degree, members, signs, label }) => [id, degree, members, signs, label]),
      },
    ],
  }
}

function rowOf(head: (string | number)[], these: Judged['campaigns']): (string | number)[] {
  const found = these.filter(({ foundAt }) => foundAt !== null)
  const minutes = found.map(({ minutes }) => minutes!).sort((a, b) => a - b)
  const total = (take: (campaign: Judged['campaigns'][number]) => number) =>
    found.reduce((sum, each) => sum + take(each), 0)
  return [
    ...head,
    these.length,
    found.length,
    these.filter(({ inTime }) => inTime).length,
    these.filter(({ inTime, beforeTopTen }) => inTime && beforeTopTen).length,
    minutes.length === 0 ? '–' : minutes[minutes.length >> 1]!.toFixed(1),
    share(
      total(({ hits }) => hits),
      total(({ members }) => members),
    ),
    share(
      total(({ hits }) => hits),
      total(({ truth }) => truth),
    ),
  ]
}
