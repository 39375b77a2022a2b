import type { AnyEventType, Event } from '../model/event.ts'
import { hasPost } from '../model/event.ts'
import type { TallySpec } from '../model/policy.ts'
import { stateKey } from '../model/state.ts'
import { compile } from './cel/compile.ts'
import type { Condition } from './condition.ts'
import { namesFor } from './names.ts'
import { TALLY_EVENTS } from './reach.ts'
import { type Scope, UNKNOWN, type Unknown } from './scope.ts'
import { lastOf } from './signals/signal.ts'

/** Entities one event counts for, per kind. Further hashtags, urls or mentions of the same post count for nothing. */
export const KEYS_MAX = 16

/** A declared tally, ready to run. */
export interface CompiledTally {
  spec: TallySpec
  /** Event types that feed it. */
  on: AnyEventType[]
  /** Signals its condition names. */
  signals: string[]
  /** True where the event is to be counted; false on events that only read it. */
  where(scope: Scope): boolean | Unknown
  /** Keys of the states it is kept in, at most 16, the event's own entities only. */
  keys(event: Event): string[]
  /** What `distinct` and `top` record of the event; null for `count`, and where the event has none. */
  value(event: Event): string | null
}

export function compileTally(
  spec: TallySpec,
  on: AnyEventType[],
  condition: Condition | null,
): CompiledTally {
  const value = recordedOf(spec)
  const run = condition === null ? null : compile(condition.ast, namesFor(new Map()))
  return {
    spec,
    on,
    signals: condition?.signals ?? [],
    value,
    keys: keysBy[spec.by],
    where(scope) {
      if (!on.includes(scope.event.type)) return false
      if (spec.kind !== 'count' && value(scope.event) === null) return false
      if (run === null) return true
      const holds = run(scope)
      return typeof holds === 'boolean' ? holds : UNKNOWN
    },
  }
}

/** Whether an event of this type has anything to do with the tally: it feeds it, or a rule on it can read it. */
export const concerns = ({ by }: TallySpec, type: AnyEventType): boolean => TALLY_EVENTS[by].includes(type)

/** The account an event is about: for a report the one reported, never the reporter. */
export const aboutOf = (event: Event): string =>
  event.type === 'report.created' && event.report.account ? event.report.account : event.account

const keyed = (key: (id: string) => string, values: Iterable<string>): string[] => {
  const keys = new Set<string>()
  for (const value of values) {
    if (keys.size === KEYS_MAX) break
    keys.add(key(value))
  }
  return [...keys]
}

const hashtagsOf = (event: Event): string[] =>
  hasPost(event) ? event.post.hashtags.map((tag) => tag.toLowerCase()) : []
const urlsOf = (event: Event): string[] => (hasPost(event) ? event.post.urls : [])

/** Accounts an act is aimed at: mentioned, followed or reported. */
function targetsOf(event: Event): string[] {
  switch (event.type) {
    case 'post.created':
    case 'post.edited':
      return event.post.mentions
    case 'follow.created':
    case 'follow.removed':
      return [event.target]
    case 'report.created':
      return event.report.account ? [event.report.account] : []
    default:
      return []
  }
}

/** Keys by kind of entity. Several tallies ask for the same event in a row: the last answer is kept. */
export const keysBy: Record<TallySpec['by'], (event: Event) => string[]> = {
  account: lastOf((event: Event) => [stateKey.account(aboutOf(event))]),
  hashtag: lastOf((event: Event) => keyed(stateKey.hashtag, hashtagsOf(event))),
  url: lastOf((event: Event) => keyed(stateKey.url, urlsOf(event))),
  target: lastOf((event: Event) => keyed(stateKey.target, targetsOf(event))),
}

function recordedOf({ kind, of }: TallySpec): (event: Event) => string | null {
  if (kind === 'count') return () => null
  switch (of) {
    case 'account':
      return (event) => event.account
    case 'post':
      return (event) => ('post' in event ? event.post.id : null)
    case 'hashtag':
      return (event) => hashtagsOf(event)[0] ?? null
    case 'url':
      return (event) => urlsOf(event)[0] ?? null
    case 'target':
      return (event) => targetsOf(event)[0] ?? null
    default:
      return () => null
  }
}
