import { quotable } from '../decisions/quote.ts'
import { type Event, hasPost, hasProfile } from '../model/event.ts'
import type { Frame, Reading, Span, SpeechAct, Stance } from '../model/reading.ts'
import { type Coding, FACTORS, type FactorValue, type ThreatFactor } from '../model/threat.ts'

/** Who coded what the machine coded. People code under their own names. */
export const READER = 'reader'
/** The bank whose terms are last-resort language: that there is no other way, no way back, nothing left. */
export const LAST_RESORT_BANK = 'last-resort'

/** The text as the reader was given it: spans lie in it. */
export function textOf(event: Event): string {
  if (hasPost(event)) return event.post.text
  if (hasProfile(event)) return [event.profile.name, event.profile.bio].filter(Boolean).join('\n')
  return ''
}

/** Speech in which somebody means to hurt, or wants it done. */
const INTENDING: readonly SpeechAct[] = ['threat', 'conditional', 'veiled', 'leakage', 'call']
/** Stances in which the violent words are not the author's own wish. */
const DISTANT: readonly Stance[] = ['reports', 'quotes', 'condemns', 'asks', 'jokes', 'figurative']

/** What the reader coded of one text. (docs/spec/threats.md, H2) */
export function factorsOf(reading: Reading | null, text: string): ThreatFactor[] {
  const frames = (reading?.frames ?? []).filter(({ negated, quoted }) => !negated && !quoted)
  const part = (factor: string, span: (frame: Frame) => Span | undefined): ThreatFactor =>
    coded(factor, frames, text, span)
  const act = (factor: string, acts: readonly SpeechAct[]): ThreatFactor =>
    part(factor, (frame) => (acts.includes(frame.act) ? frame.span : undefined))
  return [
    intentOf(reading, act('intent', INTENDING)),
    act('direct', ['threat']),
    act('indirect', ['wish']),
    act('veiled', ['veiled']),
    part('conditional', (frame) => frame.condition ?? (frame.act === 'conditional' ? frame.span : undefined)),
    act('leakage', ['leakage']),
    act('call', ['call']),
    act('glorification', ['praise']),
    part('target', ({ target }) => target),
    part('means', ({ means }) => means),
    part('place', ({ place }) => place),
    part('time', ({ time }) => time),
    unknown('capability'),
    unknown('preparation'),
    lastResortOf(reading, text),
  ]
}

/** Where no frame was found, the reader cannot say that a part is missing: unknown, not absent (invariant 4). */
function coded(
  factor: string,
  frames: Frame[],
  text: string,
  span: (frame: Frame) => Span | undefined,
): ThreatFactor {
  if (frames.length === 0) return unknown(factor)
  for (const frame of frames) {
    const found = span(frame)
    if (found !== undefined)
      return {
        factor,
        value: 'present',
        evidence: quotable(text.slice(found.start, found.end)),
        coder: READER,
      }
  }
  return { factor, value: 'absent', evidence: '', coder: READER }
}

function intentOf(reading: Reading | null, intent: ThreatFactor): ThreatFactor {
  if (reading !== null && DISTANT.includes(reading.stance))
    return { ...intent, value: 'absent', evidence: `stance: ${reading.stance}` }
  return intent
}

function lastResortOf(reading: Reading | null, text: string): ThreatFactor {
  const found = reading?.terms.find(({ bank }) => bank === LAST_RESORT_BANK)
  if (found === undefined) return unknown('last-resort')
  const evidence = quotable(text.slice(found.span.start, found.span.end))
  return { factor: 'last-resort', value: 'present', evidence, coder: READER }
}

/** What no text tells by itself, and a person has to find out. */
const unknown = (factor: string): ThreatFactor => ({ factor, value: 'unknown', evidence: '', coder: READER })

/** `changed` is there as well, and differs from before. */
export const isThere = (value: FactorValue): boolean => value === 'present' || value === 'changed'

/** Codings kept of a case. Past it, those that later ones say again make room; there are never more than fit that say something of their own. */
export const CODINGS_MAX = 500

/**
 * Each factor once, as it stands (H4): what a person coded last, and after it only what a new post shows to be there. Where no person coded it,
 * what any post shows: there, else unknown, else absent, so that an unread post never hides what it may hold.
 */
export function currentFactors(codings: readonly Coding[]): ThreatFactor[] {
  const standing = new Map<string, Coding>()
  for (const coding of codings) {
    const before = standing.get(coding.factor)
    if (before === undefined || overrides(coding, before)) standing.set(coding.factor, coding)
  }
  return FACTORS.flatMap((name) => {
    const coding = standing.get(name)
    if (coding === undefined) return []
    const { factor, value, evidence, coder } = coding
    return [{ factor, value, evidence, coder }]
  })
}

const STRENGTH: Record<FactorValue, number> = { absent: 0, unknown: 1, present: 2, changed: 2 }

function overrides(coding: Coding, before: Coding): boolean {
  if (coding.coder !== READER) return true
  if (before.coder !== READER) return coding.value === 'present' && !isThere(before.value)
  return STRENGTH[coding.value] > STRENGTH[before.value]
}

/** Appends what says something: of a post that joined, what is there, and what changes how a factor stands. In place. */
export function appendCodings(codings: Coding[], fresh: readonly Coding[]): void {
  for (const coding of fresh) {
    const before = currentFactors(codings).find(({ factor }) => factor === coding.factor)
    const tells =
      coding.coder !== READER ||
      before === undefined ||
      coding.value === 'present' ||
      (before.coder === READER && STRENGTH[coding.value] > STRENGTH[before.value])
    if (tells) codings.push(coding)
  }
  while (codings.length > CODINGS_MAX) {
    const spare = codings.findIndex(
      (one, index) =>
        one.coder === READER &&
        codings.some((later, at) => at > index && later.factor === one.factor && later.value === one.value),
    )
    if (spare < 0) break
    codings.splice(spare, 1)
  }
}
