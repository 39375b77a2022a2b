import { existsSync, readFileSync } from 'node:fs'
import { threatCheck } from '../../fixtures/threatcheck/threatcheck.ts'
import { generateMade } from '../../sim/generate.ts'
import { fnv1a } from '../../src/lib/hash.ts'
import { HEADS, type Head } from '../../src/reading/classifier.ts'
import { generateTraining } from '../training/generate.ts'

/*
 * What the model is trained on: the labelled sets whose `use` says that they may, and invented texts. Sets that only measure are never
 * opened here.
 */

/** What a text says to a head: 1 it is, 0 it is not, absent: nobody said. */
export type Labels = Partial<Record<Head, 0 | 1>>

export interface LabelledText {
  source: string
  label: string
  text: string
  language: string
  labels: Labels
  weight: number
  /** Kept out of training, to measure with. */
  heldOut: boolean
}

interface Line {
  id: string
  lang: string
  label: string
  text: string
}

/** Per set and label: what it says, and how much a text of it weighs. A label that says nothing reliable is left out. */
const MEANINGS: Record<string, Record<string, { labels: Labels; weight: number }>> = {
  'functional-es-fr': {
    threat: { labels: { violence: 1 }, weight: 2 },
    'counter-speech': { labels: { violence: 0 }, weight: 2 },
    none: { labels: { violence: 0, harassment: 0 }, weight: 1 },
    hate: { labels: { violence: 0, harassment: 1 }, weight: 0.5 },
  },
  edos: {
    threat: { labels: { violence: 1, harassment: 1 }, weight: 6 },
    hate: { labels: { violence: 0, harassment: 1 }, weight: 1 },
    none: { labels: { violence: 0, harassment: 0 }, weight: 1 },
  },
  davidson: {
    none: { labels: { violence: 0, harassment: 0 }, weight: 1 },
    offensive: { labels: { violence: 0, harassment: 1 }, weight: 1 },
    hate: { labels: { violence: 0, harassment: 1 }, weight: 1 },
  },
  'threat-comments': { none: { labels: { violence: 0 }, weight: 1 } },
  mlma: {
    none: { labels: { violence: 0, harassment: 0 }, weight: 2 },
    offensive: { labels: { violence: 0, harassment: 1 }, weight: 2 },
  },
  madlibs: {
    none: { labels: { violence: 0, harassment: 0 }, weight: 0.3 },
    offensive: { labels: { violence: 0, harassment: 1 }, weight: 0.3 },
  },
}

const OTHER_POLICIES: readonly Head[] = HEADS.filter((head) => head !== 'violence' && head !== 'harassment')

/** The sets are of comments and posts of ordinary people: what else there may be in them is far too rare to count. */
const NOTHING_ELSE: Labels = Object.fromEntries(OTHER_POLICIES.map((head) => [head, 0]))

/** Every fifth text measures. Texts that differ only in who is named stay together. */
const HELD_OUT_OF = 5
export const isHeldOut = (text: string): boolean => fnv1a(text.slice(0, 24).toLowerCase()) % HELD_OUT_OF === 0

export function* labelledSets(folder: URL): Generator<LabelledText> {
  for (const [set, meanings] of Object.entries(MEANINGS)) {
    const file = new URL(`${set}.jsonl`, folder)
    if (!existsSync(file)) continue
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue
      const { lang, label, text } = JSON.parse(line) as Line
      const meaning = meanings[label]
      if (meaning !== undefined)
        yield {
          source: set,
          label,
          text,
          language: lang,
          labels: { ...NOTHING_ELSE, ...meaning.labels },
          weight: meaning.weight,
          heldOut: isHeldOut(text),
        }
    }
  }
}

/** Whose turn it is: the languages with the widest phrases more often. */
const TURNS = ['en', 'ar', 'fr', 'de', 'en', 'ar', 'fr', 'es', 'en', 'ar', 'fr', 'bn']

export function* inventedTexts({ seed, count }: { seed: number; count: number }): Generator<LabelledText> {
  for (const { text, language, labels } of generateTraining({ seed, count, languages: TURNS })) {
    const { scores, kind } = labels
    const own: Labels = { violence: scores.tvec2 === 1 || scores.tvec8 === 1 ? 1 : 0 }
    for (const head of OTHER_POLICIES) own[head] = scores[head as keyof typeof scores]
    if (scores.harassment === 1) own.harassment = 1
    yield {
      source: 'invented',
      label: kind,
      text,
      language,
      labels: own,
      weight: INVENTED,
      heldOut: isHeldOut(text),
    }
  }
}

/**
 * What ordinary people of the simulated town post all day. Invented texts are about violence, or twins of such: a model that saw no others
 * takes the words of daily life for signs of it, above all in languages that have no real set to leave alone.
 */
export function* everydayTexts({ seed, events }: { seed: number; events: number }): Generator<LabelledText> {
  const said = new Set<string>()
  for (const { event, truth } of generateMade({ seed, events })) {
    if (event.type !== 'post.created' || truth.role !== 'ordinary' || !truth.permitted) continue
    const { text, language } = event.post
    if (typeof text !== 'string' || typeof language !== 'string' || said.has(text)) continue
    said.add(text)
    yield {
      source: EVERYDAY_SOURCE,
      label: 'none',
      text,
      language,
      labels: Object.fromEntries(HEADS.map((head) => [head, 0])) as Labels,
      weight: EVERYDAY,
      heldOut: isHeldOut(text),
    }
  }
}
export const EVERYDAY_SOURCE = 'everyday'
const EVERYDAY = 0.3

/** An invented text beside a real one. */
const INVENTED = 0.5

/** The half of ThreatCheck that may be tuned on. The other half is never opened here. */
export function* tuningCases(): Generator<LabelledText> {
  for (const { text, language, function: label, expected } of threatCheck('tune')) {
    const { policy } = expected
    const labels: Labels = { violence: policy === 'tvec2' || policy === 'tvec8' ? 1 : 0 }
    for (const head of OTHER_POLICIES) labels[head] = head === policy ? 1 : 0
    yield { source: 'threatcheck', label, text, language, labels, weight: TUNING, heldOut: false }
  }
}

const TUNING = 3
