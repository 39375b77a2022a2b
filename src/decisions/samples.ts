import type { BrakeFacts } from '../model/facts.ts'
import type { Rule } from '../model/policy.ts'
import { packFromFiles } from '../rules/load.ts'
import { type Plan, planOf } from '../rules/rules.ts'
import { AT, accountWith, postEvent, readingWith } from '../rules/samples.ts'
import type { Match } from '../rules/scope.ts'
import { type Deciding, decide } from './decide.ts'

/*
 * For tests: a pack of three policies, and matches of rules that are written where they are used.
 */

const POLICIES = `
policies:
  - { id: tvec2, title: Credible threat to life, prose: You may not threaten people., precedence: 1000,
      ground: { kind: illegal, reference: Criminal law, category: STATEMENT_CATEGORY_VIOLENCE } }
  - { id: tvec7, title: Praise, prose: You may not praise violence., precedence: 700,
      ground: { kind: incompatible, reference: Terms of Service, category: STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH } }
  - { id: edsa, title: News and art, prose: That is permitted., precedence: 50, violating: false }
strikes: { lapseAfter: 90d, max: 3 }
`

function samplePlan(): Plan {
  const result = packFromFiles({ 'policies.yaml': POLICIES })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return planOf(result.pack)
}

export const PLAN = samplePlan()

/** A match of a live rule that hides a post under `tvec2`, but for what is given. */
export const matchOf = (
  rule: Partial<Rule> = {},
  evidence: Match['evidence'] = { 'reading.tvec2': 0.97 },
): Match => ({
  rule: {
    id: 'threat',
    policy: 'tvec2',
    on: ['post.created'],
    when: '',
    verdict: 'restrict',
    actions: ['hide', 'queue'],
    mode: 'live',
    brake: { perHour: 100 },
    strikes: 1,
    description: 'The text reads as a threat.',
    label: null,
    where: { file: 'rules.yaml', line: 1 },
    ...rule,
  },
  evidence,
})

export const reviewOf = (rule: Partial<Rule> = {}): Match =>
  matchOf({ id: 'look', verdict: 'review', actions: ['queue'], strikes: 0, brake: null, ...rule })

/** Decides over brakes that are kept from call to call, when they are given. */
export function deciding(
  matches: Match[],
  parts: Partial<Deciding> = {},
  brakes: Record<string, BrakeFacts> = {},
) {
  const all: Deciding = {
    event: postEvent(),
    time: AT,
    matches,
    gaps: [],
    account: accountWith(),
    plan: PLAN,
    brake: (rule) => (brakes[rule] ??= { hours: {} }),
    reading: readingWith({ tvec2: 0.97 }),
    ...parts,
  }
  return { ...decide(all), account: all.account, brakes }
}
