import { quotable } from '../decisions/quote.ts'
import type { Decision } from '../model/decision.ts'
import { type Event, hasPost, hasProfile } from '../model/event.ts'
import type { Frame, Reading, Span, SpeechAct, Stance } from '../model/reading.ts'
import type { Threat, ThreatFactor } from '../model/threat.ts'
import { gradeOf } from './grade.ts'

/** Who coded what the machine coded. People code under their own names. */
const READER = 'reader'

/**
 * Opens a case about danger to people: factors as the reader saw them, each present, absent or unknown, and a grade by the table of
 * docs/spec/threats.md. A judgement of one text, never of a person.
 */
export function openThreat(decision: Decision, event: Event, reading: Reading | null): Threat {
  const factors = factorsOf(reading, textOf(event))
  return {
    id: `t-${decision.id.replace(/^d-/, '')}`,
    openedAt: decision.at,
    grade: gradeOf(factors),
    veracity: 'unverified',
    factors,
    accounts: [decision.account],
    posts: decision.subject.kind === 'post' ? [decision.subject.id] : [],
  }
}

/** The text as the reader was given it: spans lie in it. */
function textOf(event: Event): string {
  if (hasPost(event)) return event.post.text
  if (hasProfile(event)) return [event.profile.name, event.profile.bio].filter(Boolean).join('\n')
  return ''
}

/** Speech in which somebody means to hurt, or wants it done. */
const INTENDING: readonly SpeechAct[] = ['threat', 'conditional', 'veiled', 'leakage', 'call']
/** Stances in which the violent words are not the author's own wish. */
const DISTANT: readonly Stance[] = ['reports', 'quotes', 'condemns', 'asks', 'jokes', 'figurative']

export function factorsOf(reading: Reading | null, text: string): ThreatFactor[] {
  const frames = (reading?.frames ?? []).filter(({ negated, quoted }) => !negated && !quoted)
  const part = (factor: string, span: (frame: Frame) => Span | undefined): ThreatFactor =>
    coded(factor, frames, text, span)
  const act = (factor: string, acts: readonly SpeechAct[]): ThreatFactor =>
    part(factor, (frame) => (acts.includes(frame.act) ? frame.span : undefined))
  return [
    intentOf(reading, act('intent', INTENDING)),
    act('leakage', ['leakage']),
    part('condition', ({ condition }) => condition),
    part('target', ({ target }) => target),
    part('means', ({ means }) => means),
    part('place', ({ place }) => place),
    part('time', ({ time }) => time),
    notReadable('preparation'),
    notReadable('capability'),
  ]
}

/** Where no frame was found, the reader cannot say that a part is missing: unknown, not absent (invariant 4). */
function coded(
  factor: string,
  frames: Frame[],
  text: string,
  span: (frame: Frame) => Span | undefined,
): ThreatFactor {
  if (frames.length === 0) return { factor, value: 'unknown', evidence: '', coder: READER }
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

/** What no text tells by itself, and a person has to find out. */
const notReadable = (factor: string): ThreatFactor => ({
  factor,
  value: 'unknown',
  evidence: '',
  coder: READER,
})
