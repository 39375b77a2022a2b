import { generateMade } from '../../sim/generate.ts'
import type { Role } from '../../sim/truth.ts'
import { createCampaignWatch } from '../../src/campaigns/campaigns.ts'
import type { Evidence } from '../../src/campaigns/told.ts'
import type { RawEvent } from '../../src/model/event.ts'
import type { Measurer } from '../../src/reading/measure.ts'
import type { Section, Target } from '../outcome.ts'
import { share } from '../table.ts'
import { read } from './world.ts'

const EVENTS = 120_000

/** The town as it is, with its network that campaigns, is closed and comes back, and its crowds, two of which speak in chorus. */
export async function measureTown(
  seed: number,
  measurer: Measurer,
  progress: (line: string) => void,
): Promise<{ targets: Target[]; sections: Section[] }> {
  progress('the town with its network')
  const roles = new Map<string, Role>()
  const pushed = new Map<string, Set<string>>()
  const raw: RawEvent[] = []
  for (const { event, truth } of generateMade({ seed, events: EVENTS })) {
    raw.push(event)
    roles.set(truth.account, truth.role)
    if (truth.campaign === undefined) continue
    const accounts = pushed.get(truth.campaign) ?? new Set()
    pushed.set(truth.campaign, accounts.add(truth.account))
  }
  const findings = createCampaignWatch().observe(await read(raw, measurer))
  const last = new Map(findings.map(({ campaign }) => [campaign.id, campaign]))
  const standing = [...last.values()].filter(
    ({ evidence }) => (evidence as Evidence).mergedInto === undefined,
  )
  const members = new Set(standing.flatMap((campaign) => campaign.members.map(({ account }) => account)))
  const network = [...members].filter((account) => roles.get(account) === 'network').length
  const pushing = new Set([...pushed.values()].flatMap((accounts) => [...accounts]))
  const chorus = [...members].filter((account) => ['fan', 'charity'].includes(roles.get(account)!)).length
  return {
    targets: [],
    sections: [
      {
        title: 'The town and its network',
        prose: `${EVENTS.toLocaleString('en-US')} events, seed ${seed}. The network holds ${pushed.size} pushes; fans and givers to charity repeat lines in chorus as it does.`,
        columns: [
          'pushes',
          'campaigns told',
          'members of the network',
          'of those who pushed',
          'fans and givers told of',
        ],
        rows: [
          [
            pushed.size,
            standing.length,
            share(network, members.size),
            share([...pushing].filter((account) => members.has(account)).length, pushing.size),
            chorus,
          ],
        ],
      },
    ],
  }
}
