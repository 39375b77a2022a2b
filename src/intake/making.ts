import type { RawEvent } from '../model/event.ts'
import type { Extras, Fields, Part } from './extra.ts'
import type { Tokens } from './tokens.ts'
import { type Invalid, quoted } from './validity.ts'

/** What one admission carries along. */
export interface Making {
  tokens: Tokens
  extras: Extras
  problem: Invalid | null
}

export const NO_PARTS: Part[] = []

export const notATime = (field: string, text: string): Invalid => ({
  field,
  reason: `${field} ${quoted(text)} is not a time; it must be ISO 8601 with offset between 1970 and 2100, as 2014-09-07T21:14:03Z`,
})

export type RawPost = Extract<RawEvent, { type: 'post.created' | 'post.edited' }>['post'] & Fields
export type RawProfile = Extract<RawEvent, { profile: object }>['profile'] & Fields
export type RawSession = Extract<RawEvent, { type: 'session.seen' }>['session'] & Fields
export type PartName = 'post' | 'report' | 'appeal' | 'order'
