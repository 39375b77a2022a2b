/** Identifiers as the platform sends them: opaque, compared byte for byte. */
export type AccountId = string
export type PostId = string
export type EventId = string
/** Position of an event in this installation's log: 1, 2, 3 … without holes. */
export type Seq = number
/** Milliseconds since 1970, UTC, in event time unless a name says otherwise. */
export type Millis = number

export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
