/*
 * Invented training texts: many frames, targets, means and times, in six languages, each with its labels, and with the same words reported, quoted,
 * condemned and denied beside them. Real positives that may train a model are few; these teach what the words do. README.md tells more.
 */
import { type Random, seededRandom } from '../../src/lib/random.ts'
import { SCORED_POLICIES, type ScoredPolicy } from '../../src/model/policy-id.ts'
import type { Stance } from '../../src/model/reading.ts'
import { KIND_NAMES, KINDS, type Kind, type KindName } from './kinds.ts'
import { withNoise, withOtherQuotes } from './noise.ts'
import { joined, type Phrases, speak } from './phrases.ts'
import { arArabizi, arEgyptian, arGulf, arLevantine, arStandard } from './words/ar.ts'
import { arabiziWide, arDialects, arHarmless, arWide } from './words/ar-wide.ts'
import { bn } from './words/bn.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'
import { enHarmless, enWide } from './words/en-wide.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import { frHarmless, frWide } from './words/fr-wide.ts'

export interface TrainingText {
  text: string
  /** BCP-47 primary language. Arabizi is `ar`. */
  language: string
  labels: {
    /** 1 for the policy the text falls under, 0 for every other. */
    scores: Record<ScoredPolicy, 0 | 1>
    stance: Stance
    kind: KindName
  }
}

interface Variety {
  phrases: Phrases
  /** Its share of the language. */
  share: number
}

export const VARIETIES: Record<string, readonly Variety[]> = {
  en: [{ phrases: joined(en, enWide, enHarmless), share: 1 }],
  ar: [
    { phrases: joined(arStandard, arWide, arHarmless), share: 0.4 },
    { phrases: joined(arEgyptian, arDialects), share: 0.2 },
    { phrases: joined(arLevantine, arDialects), share: 0.17 },
    { phrases: joined(arGulf, arDialects), share: 0.11 },
    { phrases: joined(arArabizi, arabiziWide), share: 0.12 },
  ],
  fr: [{ phrases: joined(fr, frWide, frHarmless), share: 1 }],
  de: [{ phrases: de, share: 1 }],
  es: [{ phrases: es, share: 1 }],
  bn: [{ phrases: bn, share: 1 }],
}
export const TRAINING_LANGUAGES = Object.keys(VARIETIES)

/** Texts that were made before are made again at most so often in a row; then the language has said what it can. */
const REPEATS_MAX = 200
/** Of the texts that take up a sentence, so many are preceded by the sentence itself. */
const TWIN_SHARE = 0.5
/** Texts with a harmless sentence before or after: what is meant stands in a part of a post. */
const COMPANY_SHARE = 0.12

/**
 * At most `count` different texts, the languages in turn. The same seed, count and languages give the same texts in the same order. Fewer
 * than `count` where the phrases of all languages are used up.
 */
export function* generateTraining({
  seed,
  count,
  languages = TRAINING_LANGUAGES,
}: {
  seed: number
  count: number
  languages?: readonly string[]
}): Generator<TrainingText> {
  const random = seededRandom(seed)
  const seen = new Set<string>()
  let repeats = 0
  for (let turn = 0; seen.size < count && repeats < REPEATS_MAX * languages.length; turn++) {
    const language = languages[turn % languages.length]!
    for (const made of textsOf(language, random)) {
      if (seen.size === count) return
      if (seen.has(made.text)) {
        repeats += 1
        continue
      }
      repeats = 0
      seen.add(made.text)
      yield made
    }
  }
}

/** One text, or two that share a sentence and differ in meaning. */
function textsOf(language: string, random: Random): TrainingText[] {
  const varieties = VARIETIES[language]
  if (varieties === undefined) throw new Error(`no training phrases in "${language}"`)
  const phrases = weighted(varieties, ({ share }) => share, random).phrases
  const name = weighted(
    KIND_NAMES.filter((kind) => phrases[kind] !== undefined),
    (kind) => KINDS[kind].weight,
    random,
  )
  const { quotes }: Kind = KINDS[name]
  const quotable = (quotes ?? []).filter((kind) => phrases[kind] !== undefined) as KindName[]
  if (quotable.length === 0) return [made(name, speak(phrases, name, random), { language, phrases, random })]
  const quoted = random.pick(quotable)
  const sentence = speak(phrases, quoted, random)
  const twin = made(name, withOtherQuotes(speak(phrases, name, random, bare(sentence)), random), {
    language,
    phrases,
    random,
  })
  return random.next() < TWIN_SHARE ? [made(quoted, sentence, { language, phrases, random }), twin] : [twin]
}

/** As it stands inside quotation marks: without marks of its own. */
const bare = (sentence: string) => sentence.replaceAll(/["“”„«»]/g, '').trim()

function made(
  kind: KindName,
  sentence: string,
  { language, phrases, random }: { language: string; phrases: Phrases; random: Random },
): TrainingText {
  const { policy, stance }: Kind = KINDS[kind]
  const alone = tidy(sentence)
  const company = phrases['daily'] !== undefined && kind !== 'daily' && random.next() < COMPANY_SHARE
  const harmless = company ? tidy(speak(phrases, 'daily', random)) : ''
  const text = company ? (random.next() < 0.5 ? `${alone}. ${harmless}` : `${harmless}. ${alone}`) : alone
  return { text: withNoise(text, random), language, labels: { scores: scoresOf(policy), stance, kind } }
}

/** A slot may end in a mark or stand before one: no space before a mark, none doubled. */
const tidy = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,.،])/g, '$1')
    .trim()

const scoresOf = (policy: ScoredPolicy | null) =>
  Object.fromEntries(SCORED_POLICIES.map((name) => [name, name === policy ? 1 : 0])) as Record<
    ScoredPolicy,
    0 | 1
  >

function weighted<T>(items: readonly T[], weight: (item: T) => number, random: Random): T {
  let left = random.next() * items.reduce((sum, item) => sum + weight(item), 0)
  for (const item of items) {
    left -= weight(item)
    if (left < 0) return item
  }
  return items.at(-1)!
}

if (import.meta.main) {
  const [count = '40', seed = '1', ...languages] = process.argv.slice(2)
  for (const { text, language, labels } of generateTraining({
    seed: Number(seed),
    count: Number(count),
    ...(languages.length > 0 ? { languages } : {}),
  }))
    console.log(JSON.stringify({ language, kind: labels.kind, stance: labels.stance, text }))
}
