import type { ActionKind, Decision, Statement } from '../model/decision.ts'
import { type Event, hasPost, hasProfile, type Media } from '../model/event.ts'
import type { Policy } from '../model/policy.ts'
import type { Reading } from '../model/reading.ts'
import { quotable } from './quote.ts'

/** All that a statement is written from. */
export interface Grounds {
  decision: Omit<Decision, 'statement'>
  policy: Policy
  /** Descriptions of the rules that led there, the leading one first. */
  findings: string[]
  event: Event
  reading: Reading | null
  about?: About
}

/** Of a person's finding: when what it is about was written or done, and whether somebody had reported it. */
export interface About {
  date: string
  reported: boolean
}

/** Bounds of the EU transparency database (its API, v2). */
const REFERENCE_LENGTH_MAX = 500
const EXPLANATION_LENGTH_MAX = 2_000
const FACTS_LENGTH_MAX = 5_000

/**
 * What the affected person is told (Regulation (EU) 2022/2065, Art. 17(3)) and what the EU transparency database is told. The second holds
 * no personal data: it quotes nothing and names nobody. (docs/spec/decisions.md, D14 to D19)
 */
export function stateReasons(grounds: Grounds): Statement {
  const { decision, policy, event } = grounds
  const acts = decision.mode === 'live' ? decision.actions : []
  const reported = isReported(grounds)
  return {
    text: textFor(grounds),
    decision_visibility: visibilityOf(acts),
    decision_account: acts.includes('suspend') ? 'DECISION_ACCOUNT_SUSPENDED' : null,
    decision_ground:
      policy.ground?.kind === 'illegal'
        ? 'DECISION_GROUND_ILLEGAL_CONTENT'
        : 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    ground_reference: bounded(policy.ground?.reference ?? policy.title, REFERENCE_LENGTH_MAX),
    explanation: bounded(`${policy.title}: ${policy.prose}`, EXPLANATION_LENGTH_MAX),
    decision_facts: bounded(`${factsOf(grounds)} ${meansOf(decision, reported)}`, FACTS_LENGTH_MAX),
    category: policy.ground?.category ?? 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
    content_type:
      grounds.about && decision.subject.kind === 'post' ? ['CONTENT_TYPE_TEXT'] : contentTypeOf(event),
    content_date: dayOf(grounds.about?.date ?? event.at),
    application_date: dayOf(decision.at),
    automated_detection: reported ? 'No' : 'Yes',
    automated_decision: automationOf(decision),
    source_type: sourceOf(event, policy, reported),
    puid: decision.id,
  }
}

function automationOf({ automated, verdict }: Grounds['decision']): Statement['automated_decision'] {
  if (!automated) return 'AUTOMATED_DECISION_NOT_AUTOMATED'
  return verdict === 'restrict' ? 'AUTOMATED_DECISION_FULLY' : 'AUTOMATED_DECISION_PARTIALLY'
}

const dayOf = (at: string): string => at.slice(0, 10)

/** Cut where needed, without leaving half a character behind. */
const bounded = (text: string, lengthMax: number): string =>
  text.length <= lengthMax ? text : `${text.slice(0, lengthMax - 1).replace(/[\ud800-\udbff]$/, '')}…`

function textFor(grounds: Grounds): string {
  const { decision, policy } = grounds
  if (!isRestriction(decision)) return `${nothingDone(grounds)} ${groundOf(policy)} ${factsOf(grounds)}`
  return [
    `${whatWasDone(grounds)} ${groundOf(policy)}`,
    `${factsOf(grounds)}${quoteOf(grounds)}`,
    meansOf(decision, isReported(grounds)),
    howToAppeal(decision.id),
  ].join('\n\n')
}

const isRestriction = ({ mode, verdict }: Grounds['decision']): boolean =>
  mode === 'live' && verdict === 'restrict'

const isReported = ({ event, about }: Grounds): boolean => about?.reported ?? event.type === 'report.created'

function nothingDone(grounds: Grounds): string {
  const { mode, verdict, actions, subject } = grounds.decision
  const restored = actions.includes('restore')
  if (subject.kind === 'hashtag')
    return `Nothing was restricted: posts under the hashtag ${quotable(subject.id)} ${restored ? 'count for the trends as before' : 'by accounts that acted as one do not count for the trends'}.`
  if (subject.kind === 'campaign') return 'Nothing was restricted: a person looks at it.'
  const what = subjectOf(grounds)
  if (restored) return `The restriction of your ${what} was lifted.`
  if (mode === 'shadow') return `Nothing was done about your ${what}: the rule is on trial.`
  if (verdict === 'allow') return `Nothing was restricted: your ${what} is permitted.`
  return `Nothing was restricted: your ${what} waits for a person to look at it.`
}

const subjectOf = ({ event, about, decision }: Grounds): string => {
  if (about !== undefined)
    return decision.subject.kind === 'post' ? `post of ${dayOf(about.date)}` : 'account'
  if (hasPost(event)) return `post of ${dayOf(event.at)}`
  if (event.type === 'report.created' && event.report.post) return 'post'
  return hasProfile(event) ? 'profile' : 'account'
}

/** What each action did, said of "your post" or "your account". `queue` and `escalate` do nothing to anybody. */
const DONE: Record<ActionKind, string | null> = {
  queue: null,
  escalate: null,
  label: 'was marked with a label',
  limit: 'is shown to fewer people',
  hide: 'was hidden from others',
  remove: 'was removed',
  suspend: 'led to the suspension of your account',
  warn: 'led to this warning',
  restore: 'was put back',
  'discount-trend': 'no longer counts for the trends',
  notify: null,
}

function whatWasDone(grounds: Grounds): string {
  const done = grounds.decision.actions.flatMap((action) => DONE[action] ?? [])
  return `Your ${subjectOf(grounds)} ${inWords(done)}.`
}

const inWords = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const groundOf = ({ title, prose, ground }: Policy): string =>
  `Ground: ${title}${ground === undefined ? '' : ` (${ground.reference})`}. ${prose}`

function factsOf({ findings, decision }: Grounds): string {
  const facts = findings.filter((finding) => finding !== '')
  return `Facts: ${facts.length > 0 ? facts.join(' ') : `A rule under ${decision.policy} applied.`}`
}

/** Only a person's own words, and only to that person. The words that weighed most are among them. */
function quoteOf({ event, reading, decision }: Grounds): string {
  if (!hasPost(event)) return ''
  const weighty = reading?.contributions.find(({ policy, span }) => policy === decision.policy && span)?.span
  const from =
    weighty === undefined || weighty.start < 80 ? 0 : wordStart(event.post.text, weighty.start - 40)
  const words = quotable(event.post.text, from)
  return words === '' ? '' : ` You wrote: “${from === 0 ? '' : '…'}${words}”`
}

const wordStart = (text: string, near: number): number => {
  const space = text.indexOf(' ', near)
  return space === -1 || space > near + 40 ? near : space + 1
}

function meansOf({ verdict, actions, automated }: Grounds['decision'], reported: boolean): string {
  const found = reported ? 'Somebody reported it to us.' : 'Automated means found it.'
  if (!automated) return `${found} A person took the decision.`
  if (verdict !== 'restrict') return `${found} A person decides.`
  const after = actions.includes('queue') ? 'A person will look at it.' : 'No person has looked at it yet.'
  return `${found} The decision was taken by automated means. ${after}`
}

const howToAppeal = (decision: string): string =>
  `You can appeal against this decision free of charge for six months; name its number, ${decision}. A person who took no part in it hears the appeal. You can also turn to a certified out-of-court dispute settlement body, or to a court.`

function visibilityOf(actions: readonly ActionKind[]): string[] {
  const visibility = new Set<string>()
  for (const action of actions) {
    const what = VISIBILITY[action]
    if (what !== undefined) visibility.add(what)
  }
  return [...visibility]
}

const VISIBILITY: Partial<Record<ActionKind, string>> = {
  label: 'DECISION_VISIBILITY_CONTENT_LABELLED',
  limit: 'DECISION_VISIBILITY_CONTENT_DEMOTED',
  hide: 'DECISION_VISIBILITY_CONTENT_DISABLED',
  remove: 'DECISION_VISIBILITY_CONTENT_REMOVED',
}

function contentTypeOf(event: Event): string[] {
  if (!hasPost(event)) return [hasProfile(event) ? 'CONTENT_TYPE_TEXT' : 'CONTENT_TYPE_OTHER']
  const types = new Set(event.post.media.map(mediaTypeOf))
  if (event.post.text !== '' || types.size === 0) types.add('CONTENT_TYPE_TEXT')
  return [...types].sort()
}

function mediaTypeOf({ type }: Media): string {
  switch (type?.split('/', 1)[0]) {
    case 'image':
      return 'CONTENT_TYPE_IMAGE'
    case 'video':
      return 'CONTENT_TYPE_VIDEO'
    case 'audio':
      return 'CONTENT_TYPE_AUDIO'
    default:
      return 'CONTENT_TYPE_OTHER'
  }
}

/** A report of what may be illegal is a notice under Article 16; one of what breaks the terms is another notification. */
function sourceOf(event: Event, policy: Policy, reported: boolean): Statement['source_type'] {
  if (event.type === 'order.received') return 'SOURCE_TYPE_OTHER_NOTIFICATION'
  if (!reported) return 'SOURCE_VOLUNTARY'
  return policy.ground?.kind === 'illegal' ? 'SOURCE_ARTICLE_16' : 'SOURCE_TYPE_OTHER_NOTIFICATION'
}
