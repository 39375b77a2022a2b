import type { Exchange } from './exchange.ts'
import type { Attempt, Held, Provider } from './opinions.ts'
import { isShare, memberOf, type PolicyMap, policiesOf, scoresFrom } from './scores.ts'

/**
 * What the categories of the moderation endpoint say of our policies. `violence` and `violence/graphic` stand for what is depicted, which a
 * reporter does too, and are left out; so is all that is about sex and self-harm. An installation can write its own map.
 */
export const CATEGORIES_DEFAULT: PolicyMap = {
  harassment: ['harassment'],
  'harassment/threatening': ['tvec2', 'harassment'],
  hate: ['harassment'],
  'hate/threatening': ['tvec8', 'tvec2'],
  'illicit/violent': ['tvec5'],
}

export interface ModerationOptions {
  name: string
  model: string
  categories: PolicyMap
  languages: ReadonlySet<string> | null
  exchange: Exchange
}

/** An OpenAI-compatible `POST /moderations`: a fixed set of categories with a score each. */
export const moderationProvider = ({
  name,
  model,
  categories,
  languages,
  exchange,
}: ModerationOptions): Provider => ({
  name,
  model,
  policies: policiesOf(categories),
  languages,
  async ask({ text, policies }, signal) {
    const answered = await exchange.post('/moderations', { model, input: text }, signal)
    if (!answered.ok) return answered
    return heldIn(answered.body, categories, new Set(policies.map(({ id }) => id)))
  },
  async close() {
    exchange.close()
  },
})

/** One text was sent, so one result is wanted; a category that is missing or no share of one is not guessed. */
function heldIn(body: unknown, categories: PolicyMap, asked: ReadonlySet<string>): Attempt<Held> {
  const results = memberOf(body, 'results')
  const given =
    Array.isArray(results) && results.length === 1 ? memberOf(results[0], 'category_scores') : undefined
  if (typeof given !== 'object' || given === null)
    return { ok: false, reason: 'the answer holds no scores of one text', blame: 'provider' }
  const wrong = Object.keys(categories).some((name) => {
    const score = memberOf(given, name)
    // Older models answer null for categories that they do not have.
    return score !== undefined && score !== null && !isShare(score)
  })
  if (wrong) return { ok: false, reason: 'the answer holds a score that is none', blame: 'provider' }
  return {
    ok: true,
    value: { scores: scoresFrom(categories, asked, (name) => memberOf(given, name)) },
    tokens: 0,
  }
}
