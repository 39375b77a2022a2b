import { entityOfBank } from '../../model/listed-entity.ts'
import { SCORED_POLICIES, type ScoredPolicy } from '../../model/policy-id.ts'
import type { Frame, Reading, SpeechAct, Stance } from '../../model/reading.ts'
import { type Scope, UNKNOWN, type Unknown } from '../scope.ts'
import { count, decimal, LIST_MAX, lastOf, READ_EVENTS, type Signal, text, texts, truth } from './signal.ts'

export const STANCES: readonly Stance[] = [
  'asserts',
  'reports',
  'quotes',
  'condemns',
  'asks',
  'jokes',
  'figurative',
  'none',
]

export const SPEECH_ACTS: readonly SpeechAct[] = [
  'threat',
  'conditional',
  'veiled',
  'leakage',
  'call',
  'wish',
  'praise',
  'recruitment',
  'support',
  'instruction',
]

const SCORE_DOCS: Record<ScoredPolicy, string> = {
  tvec1: 'branded or perpetrator content',
  tvec2: 'a credible threat to life',
  tvec3: 'detailed attack tactics',
  tvec4: 'material support',
  tvec5: 'instructional material',
  tvec6: 'recruitment',
  tvec7: 'praise or support',
  tvec8: 'incitement',
  harassment: 'harassment',
}

const of =
  <T>(take: (reading: Reading) => T | Unknown) =>
  ({ reading }: Scope): T | Unknown =>
    reading === null ? UNKNOWN : take(reading)

const unique = (values: Iterable<string>): string[] => [...new Set(values)].slice(0, LIST_MAX)

/** Names of listed entities have signals of their own. */
const curated = ({ terms }: Reading) => terms.filter(({ bank }) => entityOfBank(bank) === null)
const termsOf = lastOf((reading: Reading) => unique(curated(reading).map(({ term }) => term)))
const banksOf = lastOf((reading: Reading) => unique(curated(reading).map(({ bank }) => bank)))
const actsOf = lastOf((reading: Reading) => unique(reading.frames.filter(stands).map(({ act }) => act)))

/** A frame that its grammar negates (`I would never`) says nothing. */
const stands = (frame: Frame): boolean => frame.negated !== true

const anyFrame = (part: 'target' | 'time' | 'place' | 'means') =>
  of(({ frames }) => frames.some((frame) => stands(frame) && frame[part] !== undefined))

const on = READ_EVENTS

/** What was understood of a post’s text, or of a profile’s name and bio. */
export const readingSignals: Signal[] = [
  ...SCORED_POLICIES.map((policy) =>
    decimal(
      { name: `reading.${policy}`, on, doc: `Probability that the text is ${SCORE_DOCS[policy]}, 0 to 1.` },
      of(({ scores }) => scores[policy] ?? UNKNOWN),
    ),
  ),
  text(
    {
      name: 'reading.stance',
      on,
      doc: 'How the author stands to the violent words: asserts them, reports, quotes, condemns, asks, jokes, or speaks figuratively.',
      values: STANCES,
    },
    of(({ stance }) => stance),
  ),
  text(
    { name: 'reading.language', on, doc: 'Language that was read, `und` when it could not be told.' },
    of(({ language }) => language),
  ),
  text(
    { name: 'reading.script', on, doc: 'Script of most letters (`Latn`, `Arab`), `Zyyy` for none.' },
    of(({ script }) => script),
  ),
  texts(
    { name: 'reading.terms', on, doc: 'Terms of the banks that were found, as the bank writes them.' },
    of(termsOf),
  ),
  texts({ name: 'reading.banks', on, doc: 'Ids of the banks whose terms were found.' }, of(banksOf)),
  texts(
    { name: 'reading.acts', on, doc: 'Speech acts of the frames that are not negated.', values: SPEECH_ACTS },
    of(actsOf),
  ),
  count(
    { name: 'reading.frames', on, doc: 'How many frames that are not negated.' },
    of(({ frames }) => frames.filter(stands).length),
  ),
  truth({ name: 'reading.hasTarget', on, doc: 'Some frame names whom it is against.' }, anyFrame('target')),
  truth({ name: 'reading.hasTime', on, doc: 'Some frame names a time.' }, anyFrame('time')),
  truth({ name: 'reading.hasPlace', on, doc: 'Some frame names a place.' }, anyFrame('place')),
  truth({ name: 'reading.hasMeans', on, doc: 'Some frame names a means.' }, anyFrame('means')),
]
