import { memberToken } from './recognise.ts'

/** What somebody is told when they are called. It names no person and quotes nothing. (docs/spec/threats.md, P5) */
export interface Message {
  /** The page's id: the same at every attempt. */
  id: string
  subject: string
  lines: string[]
  /** Where it is acknowledged; null where the house has no address to be reached at. */
  link: string | null
  drill: boolean
}

export type Sent = { ok: true; detail: string } | { ok: false; detail: string }

/** One way to call people. Must answer within its own deadline, and never throw. */
export interface Pager {
  name: string
  /** Whether this person can be reached over it. */
  reaches(to: string): boolean
  send(to: string, message: Message, signal: AbortSignal): Promise<Sent>
  close(): Promise<void>
}

/** Who is called, and how: `src/paging/` makes it from a file. */
export interface Duty {
  pagers: Pager[]
  /** Who is on duty at this moment, first to be called first. */
  onDuty(at: number): string[]
  /** Where our own pages can be reached from outside, without a slash at the end; null where nobody said. */
  address: string | null
}

export const NOBODY: Duty = { pagers: [], onDuty: () => [], address: null }

/** Who can be called at that moment about a case: on duty, within reach of some channel, and not somebody whom it is about. */
export const callable = (
  { pagers, onDuty }: Duty,
  { at, key, barred }: { at: number; key: Uint8Array; barred: readonly string[] },
): string[] =>
  onDuty(at)
    .filter((to) => pagers.some((pager) => pager.reaches(to)))
    .filter((to) => !barred.includes(memberToken(key, to)))
