import type { Millis, Seq } from '../model/ids.ts'

export const SEARCH_KINDS = ['post', 'account', 'decision', 'note'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export interface SearchQuery {
  /** Words, all of which must be there; `"a phrase"`; `beginning*`. Empty for everything. */
  text: string
  kind?: SearchKind
  account?: string
  policy?: string
  language?: string
  /** ISO 8601, event time. */
  since?: string
  until?: string
}

export interface Hit {
  /** Place in the index: what `before` names. */
  row: number
  kind: SearchKind
  /** Of the event; for decisions the decision’s. */
  id: string
  account: string
  post: string | null
  policy: string | null
  language: string | null
  at: string
  deleted: boolean
  /** At most 500 characters of the original. */
  text: string
}

export const TOP_BY = ['account', 'policy', 'language', 'kind'] as const
export type TopBy = (typeof TOP_BY)[number]

/**
 * Full text over posts, accounts, decisions and notes. Made from what was committed, behind the line, in a file of its own that can be thrown away and
 * made again. Text is folded as the reader folds it. (docs/spec/review.md, S1 to S6)
 */
export interface SearchIndex {
  /** More was committed. */
  wake(): void
  /** How far it has come. */
  position(): { indexed: Seq; logged: Seq }
  /** Newest first. */
  search(query: SearchQuery & { before?: number; limit: number }): Promise<Hit[]>
  count(query: SearchQuery): Promise<{ count: number; more: boolean }>
  top(query: SearchQuery & { by: TopBy; limit: number }): Promise<{ value: string; count: number }[]>
  series(query: SearchQuery & { step: 'hour' | 'day' }): Promise<{ at: string; count: number }[]>
  /** What a post answers and what answers it, oldest first, at most 40. */
  thread(post: string): Promise<(Hit & { relation: 'before' | 'after' | 'itself' })[]>
  timeline(account: string, limit: number): Promise<Hit[]>
  /** Resolves when all that was committed at the time of the call is indexed. */
  caughtUp(): Promise<void>
  close(): Promise<void>
}

/** An index in which nothing is found: for tests, and where nobody searches. */
export const emptySearch = (): SearchIndex => ({
  wake() {},
  position: () => ({ indexed: 0, logged: 0 }),
  search: async () => [],
  count: async () => ({ count: 0, more: false }),
  top: async () => [],
  series: async () => [],
  thread: async () => [],
  timeline: async () => [],
  caughtUp: async () => {},
  close: async () => {},
})

/** How long a search may look, and over how many documents counts are made. */
export const COUNTED_MAX = 50_000
export const INDEX_LAG_MS: Millis = 250
