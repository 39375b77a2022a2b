import { hasPost, type Post } from '../../model/event.ts'
import { timestampOfMillis } from '../cel/time.ts'
import { type Scope, UNKNOWN, type Unknown } from '../scope.ts'
import { moment, POST_EVENTS, RULE_EVENT_TYPES, type Signal, text, texts, truth } from './signal.ts'

const post =
  <T>(take: (post: Post) => T | null | undefined) =>
  ({ event }: Scope): T | Unknown =>
    hasPost(event) ? (take(event.post) ?? UNKNOWN) : UNKNOWN

const on = POST_EVENTS

/** The post as the platform sent it. */
export const postSignals: Signal[] = [
  text(
    { name: 'post.id', on: [...POST_EVENTS, 'post.deleted'], doc: 'The platform’s id of the post.' },
    ({ event }) => ('post' in event ? event.post.id : UNKNOWN),
  ),
  text(
    { name: 'post.text', on, doc: 'The text as it was written.' },
    post((it) => it.text),
  ),
  text(
    { name: 'post.language', on, doc: 'The platform’s own language tag.' },
    post((it) => it.language),
  ),
  texts(
    { name: 'post.hashtags', on, doc: 'Hashtags, without #, as written.' },
    post((it) => it.hashtags),
  ),
  texts(
    { name: 'post.mentions', on, doc: 'Accounts it mentions.' },
    post((it) => it.mentions),
  ),
  texts(
    { name: 'post.urls', on, doc: 'Addresses in it.' },
    post((it) => it.urls),
  ),
  texts(
    { name: 'post.media', on, doc: 'MIME types of what is attached; `unknown` where none was sent.' },
    post((it) => it.media.map(({ type }) => type ?? 'unknown')),
  ),
  truth(
    { name: 'post.isReply', on, doc: 'It answers another post.' },
    post((it) => it.replyTo !== null),
  ),
  truth(
    { name: 'post.isRepost', on, doc: 'It passes on another post.' },
    post((it) => it.repostOf !== null),
  ),
  truth(
    { name: 'post.isQuote', on, doc: 'It quotes another post.' },
    post((it) => it.quoteOf !== null),
  ),
]

export const eventSignals: Signal[] = [
  text({ name: 'event.id', on: RULE_EVENT_TYPES, doc: 'Id of the event.' }, ({ event }) => event.id),
  text(
    { name: 'event.type', on: RULE_EVENT_TYPES, doc: 'Type of the event.', values: RULE_EVENT_TYPES },
    ({ event }) => event.type,
  ),
  moment({ name: 'event.at', on: RULE_EVENT_TYPES, doc: 'When it happened on the platform.' }, ({ time }) =>
    timestampOfMillis(time),
  ),
  text(
    { name: 'event.account', on: RULE_EVENT_TYPES, doc: 'Who did it (for a report, the reporter).' },
    ({ event }) => event.account,
  ),
]

const report =
  (part: 'policy' | 'text') =>
  ({ event }: Scope): string | Unknown =>
    event.type === 'report.created' ? (event.report[part] ?? UNKNOWN) : UNKNOWN

export const reportSignals: Signal[] = [
  text(
    { name: 'report.policy', on: ['report.created'], doc: 'The policy the reporter chose.' },
    report('policy'),
  ),
  text({ name: 'report.text', on: ['report.created'], doc: 'What the reporter wrote.' }, report('text')),
]
