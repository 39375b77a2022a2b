import type { RawEvent } from '../src/model/event.ts'

/** Who an account really is. Only `network` means harm. */
export type Role =
  | 'ordinary'
  | 'reporter'
  | 'critic'
  | 'victim'
  | 'staff'
  | 'researcher'
  | 'network'
  | 'namesake' // an innocent whose name looks like one of the network's
  | 'fan' // cheers in chorus for a band
  | 'charity' // collects in chorus for a shelter

/** What a post really is. From `threat` to `comeback` they are the network's; the rest is permitted. */
export type PostKind =
  | 'benign'
  | 'figurative'
  | 'match'
  | 'storm'
  | 'chant'
  | 'threat'
  | 'incitement'
  | 'praise'
  | 'recruitment'
  | 'support'
  | 'branded'
  | 'comeback'
  | 'report'
  | 'quote'
  | 'condemnation'
  | 'study'
  | 'testimony'
  | 'notice'

/** The true answer for one event. */
export interface Truth {
  event: string
  account: string
  role: Role
  post?: PostKind
  /** The policy that forbids what the event shows. */
  policy?: string
  /** False for a forbidden post and for the sign-up or renaming by which a closed actor returns. */
  permitted: boolean
  /** The closed account whose actor now runs this one, on every event of the account. */
  returnOf?: string
  /** Which campaign of the network the post belongs to. */
  campaign?: string
  /** Letters were swapped, stretched or spaced so that a matcher would miss the words. */
  disguised?: boolean
}

/** What a part of the town knows of an event it makes; the town adds the rest. */
export type Mark = Pick<Truth, 'post' | 'policy' | 'permitted' | 'campaign' | 'disguised'>

export interface Made {
  event: RawEvent
  truth: Truth
}

/** The policy that each kind of forbidden post breaks. */
export const POLICY_OF: Partial<Record<PostKind, string>> = {
  threat: 'tvec2',
  incitement: 'tvec8',
  praise: 'tvec7',
  recruitment: 'tvec6',
  support: 'tvec4',
  branded: 'tvec1',
  comeback: 'return',
}

export const markOf = (post: PostKind): Mark => {
  const policy = POLICY_OF[post]
  return policy === undefined ? { post, permitted: true } : { post, policy, permitted: false }
}
