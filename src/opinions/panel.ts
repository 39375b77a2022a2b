import type { Clock } from '../lib/clock.ts'
import type { Policy } from '../model/policy.ts'
import type { ScoredPolicy } from '../model/policy-id.ts'
import type { Opinion, Translation } from '../model/reading.ts'
import type { Gap } from '../model/signal.ts'
import { excerptOf } from './excerpt.ts'
import { cut, glossedText } from './gloss.ts'
import type { Guard } from './guard.ts'
import {
  type Bill,
  type Consulted,
  type Guarded,
  type Held,
  type Inquiry,
  type Opinions,
  type Provider,
  type Question,
  TEXT_LENGTH_MAX,
  type Translator,
  type Trial,
} from './opinions.ts'
import { isScored } from './scores.ts'

export interface Seat {
  provider: Provider
  guard: Guard
}

/** Where texts in other languages are brought to `to`: by an engine, or only by the banks' glosses. */
export interface Desk {
  to: string
  engine: { translator: Translator; guard: Guard } | null
}

export interface PanelOptions {
  /** At most `OPINIONS_MAX`. */
  seats: readonly Seat[]
  desk: Desk | null
  /** For the translation and all answers together. */
  deadlineMs: number
  clock: Clock
}

/** What one provider came to, for the policies it was asked about. */
interface Asked {
  name: string
  model: string
  policies: ScoredPolicy[]
  basis: Opinion['basis']
  answer: Guarded<Held>
}

/**
 * Shows a text to everyone who answers for an open policy: the original to those who read its language, a machine's translation to the others,
 * and never the one in place of the other. (docs/spec/opinions.md, Q3, Q10)
 */
export function createPanel({ seats, desk, deadlineMs, clock }: PanelOptions): Opinions {
  const consult = async (inquiry: Inquiry): Promise<Consulted> => {
    const until = clock.steady() + deadlineMs
    const left = () => until - clock.steady()
    const text = excerptOf(inquiry.text, inquiry.focus, TEXT_LENGTH_MAX)
    const able = seats.filter(({ provider }) =>
      inquiry.policies.some(({ id }) => provider.policies.has(id as ScoredPolicy)),
    )
    const reading = able.filter(({ provider }) => reads(provider, inquiry.language))
    const others = able.filter(({ provider }) => !reads(provider, inquiry.language))
    const original: Question = { ...inquiry, text, basis: 'original' }
    const [direct, translated] = await Promise.all([
      askAll(reading, original, left),
      viaTranslation(others, original, inquiry, left),
    ])
    const asked = [...direct, ...translated.asked]
    const nobody = reading.length === 0 && translated.asked.length === 0 && others.length > 0
    return {
      opinions: asked.flatMap(opinionOf),
      translation: translated.translation,
      gaps: nobody ? unread(others, inquiry) : gapsIn(asked),
    }
  }

  /** A text in the house's own language needs no translation. Where there is no engine, or it fails, the banks' glosses stand in for the reviewer alone. */
  const viaTranslation = async (
    others: readonly Seat[],
    original: Question,
    inquiry: Inquiry,
    left: () => number,
  ): Promise<{ asked: Asked[]; translation: Translation | null }> => {
    if (desk === null || original.language === desk.to) return { asked: [], translation: null }
    const { to, engine } = desk
    const gloss = () => glossedText(inquiry, to)
    if (engine === null) return { asked: [], translation: gloss() }
    const request = { text: original.text, from: original.language, to }
    const made = await engine.guard.run({
      characters: request.text.length,
      withinMs: left(),
      work: (signal) => engine.translator.translate(request, signal),
    })
    const readers = others.filter(({ provider }) => reads(provider, to))
    if (!made.ok) {
      const answer: Guarded<Held> = { ok: false, reason: `${engine.translator.name}: ${made.reason}` }
      return {
        asked: readers.map((seat) => askedOf(seat, original, 'translation', answer)),
        translation: gloss(),
      }
    }
    const text = cut(made.value.text.toWellFormed(), TEXT_LENGTH_MAX)
    const question: Question = { ...original, text, language: to, basis: 'translation' }
    return {
      asked: await askAll(readers, question, left),
      translation: { engine: engine.translator.name, from: made.value.from, to, text },
    }
  }

  return {
    policies: new Set(seats.flatMap(({ provider }) => [...provider.policies])),
    consult,
    tryAll: (policies) => Promise.all([...seats.map((seat) => trySeat(seat, policies)), ...tryDesk(desk)]),
    bills() {
      const all = seats.map(({ provider, guard }) => ({ name: provider.name, guard }))
      if (desk !== null && desk.engine !== null)
        all.push({ name: desk.engine.translator.name, guard: desk.engine.guard })
      return all.map(({ name, guard }): Bill => {
        const { total, answers, gaps } = guard.spent()
        return { name, cost: total, answers, gaps }
      })
    },
    async close() {
      for (const { guard } of seats) guard.close()
      desk?.engine?.guard.close()
      await Promise.all([...seats.map(({ provider }) => provider.close()), desk?.engine?.translator.close()])
    },
  }
}

/** Where the language is not known, only who reads all languages is taken to read it. */
const reads = ({ languages }: Provider, language: string): boolean =>
  languages === null || languages.has(language)

const askedOf = (
  { provider }: Seat,
  { policies }: Pick<Question, 'policies'>,
  basis: Opinion['basis'],
  answer: Guarded<Held>,
): Asked => ({
  name: provider.name,
  model: provider.model,
  policies: policies
    .map(({ id }) => id)
    .filter((id) => isScored(id))
    .filter((id) => provider.policies.has(id)),
  basis,
  answer,
})

const askAll = (seats: readonly Seat[], question: Question, left: () => number): Promise<Asked[]> =>
  Promise.all(
    seats.map(async (seat) => {
      const { provider, guard } = seat
      const policies = question.policies.filter(({ id }) => provider.policies.has(id as ScoredPolicy))
      const answer = await guard.run({
        characters: question.text.length,
        withinMs: left(),
        work: (signal) => provider.ask({ ...question, policies }, signal),
      })
      return askedOf(seat, question, question.basis, answer)
    }),
  )

function opinionOf({ name, model, policies, basis, answer }: Asked): Opinion[] {
  if (!answer.ok) return []
  const { value, ms, cost } = answer
  const { stance, reason } = value
  return [
    {
      provider: name,
      model,
      basis,
      asked: policies,
      scores: value.scores,
      ...(stance !== undefined && { stance }),
      ...(reason !== undefined && { reason }),
      ms,
      cost,
    },
  ]
}

const GROUPS = { original: 'opinion', translation: 'translation' } as const
const REASON_LENGTH_MAX = 300

/** One gap for each policy that was asked about on this basis and that nobody answered for, with what each of them gave as the reason. */
function gapsIn(asked: readonly Asked[]): Gap[] {
  const reasons = new Map<string, string[]>()
  const answered = new Set<string>()
  for (const { name, policies, basis, answer } of asked)
    for (const policy of policies) {
      const signal = `${GROUPS[basis]}.${policy}`
      if (answer.ok && answer.value.scores[policy] !== undefined) answered.add(signal)
      const why = answer.ok ? 'it did not say' : answer.reason
      reasons.set(signal, [...(reasons.get(signal) ?? []), `${name}: ${why}`])
    }
  return [...reasons]
    .filter(([signal]) => !answered.has(signal))
    .map(([signal, why]) => ({ signal, reason: cut(why.join('; '), REASON_LENGTH_MAX) }))
    .sort((a, b) => (a.signal < b.signal ? -1 : 1))
}

/** Nobody reads the language and nobody translates it: to be known, since it will be so for every such text. */
function unread(others: readonly Seat[], { language, policies }: Inquiry): Gap[] {
  const reason = `nobody asked reads the language "${cut(language, 35)}"`
  return policies
    .filter(({ id }) => others.some(({ provider }) => provider.policies.has(id as ScoredPolicy)))
    .map(({ id }) => ({ signal: `opinion.${id}`, reason }))
}

const HARMLESS = 'Good morning. The market opens at nine today.'

async function trySeat({ provider, guard }: Seat, all: readonly Policy[]): Promise<Trial> {
  const { name } = provider
  const policies = all.filter(({ id }) => provider.policies.has(id as ScoredPolicy)).slice(0, 1)
  if (policies.length === 0)
    return { name, ok: false, detail: 'the pack has none of the policies it answers for' }
  const [language = 'en'] =
    provider.languages === null || provider.languages.has('en') ? ['en'] : provider.languages
  const question: Question = { text: HARMLESS, language, basis: 'original', policies, permitted: [] }
  const answer = await guard.run({
    characters: HARMLESS.length,
    work: (signal) => provider.ask(question, signal),
  })
  if (!answer.ok) return { name, ok: false, detail: answer.reason }
  const [policy] = policies
  const score = answer.value.scores[policy!.id as ScoredPolicy]
  return {
    name,
    ok: true,
    detail: `${provider.model} answers in ${answer.ms} ms: ${policy!.id} ${score ?? 'not said'} for a harmless text`,
  }
}

function tryDesk(desk: Desk | null): Promise<Trial>[] {
  if (desk === null) return []
  const { to, engine } = desk
  if (engine === null)
    return [
      Promise.resolve({
        name: 'gloss',
        ok: true,
        detail: `bank terms are explained in "${to}", nothing is translated`,
      }),
    ]
  const { translator, guard } = engine
  const { name } = translator
  const tried = guard.run({
    characters: 0,
    work: async (signal) => ({ ok: true, value: await translator.trouble(to, signal), tokens: 0 }),
  })
  return [
    tried.then((answer): Trial => {
      if (!answer.ok) return { name, ok: false, detail: answer.reason }
      return answer.value === null
        ? { name, ok: true, detail: `translates to "${to}", ${answer.ms} ms` }
        : { name, ok: false, detail: answer.value }
    }),
  ]
}
