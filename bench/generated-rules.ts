import { type Random, seededRandom } from '../src/lib/random.ts'
import { SCORED_POLICIES } from '../src/model/policy-id.ts'

/*
 * Plausible rules beyond the default pack's, to see what many of them cost: thresholds on readings above all, some with facts
 * of the account, tallies, lists of words, hosts or accounts, as packs that have grown over years hold them.
 */

/** YAML text of `count` rules that load beside the default pack. The same seed, the same rules. */
export function generatedRules(count: number, seed: number): string {
  const random = seededRandom(seed)
  const rules = Array.from({ length: count }, (_, index) => ruleText(index, random))
  return `rules:\n${rules.join('')}`
}

function ruleText(index: number, random: Random): string {
  const policy = random.pick(SCORED_POLICIES)
  const restricts = random.next() < 0.1
  const lines = [
    `  - id: generated-${index}`,
    `    policy: ${policy}`,
    '    on: [post.created, post.edited]',
    `    when: ${JSON.stringify(conditionOf(policy, random))}`,
    `    verdict: ${restricts ? 'restrict' : 'review'}`,
    `    actions: [${restricts ? 'hide, queue' : 'queue'}]`,
    `    mode: ${random.next() < 0.8 ? 'live' : 'shadow'}`,
  ]
  return `${lines.join('\n')}\n`
}

/** Thresholds stay high, so that what is measured is the looking, not the deciding. */
function conditionOf(policy: string, random: Random): string {
  const score = `reading.${policy} >= ${(0.85 + random.below(14) / 100).toFixed(2)}`
  const stance = 'reading.stance == "asserts"'
  const kind = random.next()
  if (kind < 0.5) return `${score} && ${stance} && ${extra(random)}`
  if (kind < 0.65)
    return `(${score} || reading.${random.pick(SCORED_POLICIES)} >= 0.97) && ${stance} && ${extra(random)}`
  if (kind < 0.8) return `${words(random)} && ${score}`
  if (kind < 0.9)
    return `account.followers < ${10 + random.below(500)} && account.following > ${random.below(2_000)} && ${score}`
  return `size(post.urls) > 0 && post.urls.exists(u, u.contains("${host(random)}")) && !post.isReply`
}

function extra(random: Random): string {
  switch (random.below(6)) {
    case 0:
      return `account.ageHours < ${1 + random.below(200)}.0`
    case 1:
      return `tally.posts_1h >= ${2 + random.below(50)}`
    case 2:
      return `reading.language in ["en", "ar", "fr"]`
    case 3:
      return `size(post.mentions) > ${random.below(4)}`
    case 4:
      return `!post.isRepost && account.strikes >= ${1 + random.below(3)}`
    default:
      return `campaign.degree < ${(0.3 + random.below(6) / 10).toFixed(1)}`
  }
}

const words = (random: Random): string => `${JSON.stringify(`word-${random.below(1_000)}`)} in reading.terms`

const host = (random: Random): string => `host-${random.below(10_000)}.example`
