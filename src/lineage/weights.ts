import type { LinkTier } from '../model/link.ts'

/*
 * What agreement and disagreement are worth. Bits are log2(m / u) (Fellegi & Sunter 1969): m is how often the field agrees so
 * between an account and its own return, u how often between strangers. Where a value's own frequency is known, u is that
 * frequency (term-frequency adjustment, Winkler 2000), counted over the closed accounts without the one compared.
 *
 * "renames" marks an m measured on 5,318 real changes of handle by the same user; people who evade a closure choose more
 * alike, so these are low. "judged" marks a number set by judgement, to be re-estimated from confirmed links.
 */

/** Agreement on a value with a frequency: bits = log2(m) + rarity of the value, at most `bitsMax`, never below 0. */
export interface RareLevel {
  m: number
  /** Bits of a value nobody has counted yet: what an index of one account believes. */
  priorBits: number
  bitsMax: number
}

/** A level whose u does not depend on the value. */
export interface Level {
  m: number
  u: number
}

export const bitsOf = ({ m, u }: Level): number => Math.log2(m / u)

/**
 * HANDLE. m over four ways to agree, the rest disagrees. Its own letters tell how rare a handle is: see `spelling.ts`.
 * `partMin` is the rarity in bits that a shared part must have before it counts; `partCost` pays for being free to choose which part.
 */
export const HANDLE = {
  same: { m: 0.3, priorBits: 15, bitsMax: 20 }, // renames: core equal 0.06; evasion judged far higher
  near: { m: 0.12, priorBits: 15, bitsMax: 19 }, // renames: 0.05 within one edit of five letters, or two of nine
  nearCost: 3, // about as many spellings lie within one edit as 2^3 likely ones
  part: { m: 0.3, priorBits: 15, bitsMax: 15 }, // renames: 0.33 share a rare run of letters
  partCost: 3,
  partMin: 7,
  sound: { m: 0.1, priorBits: 12, bitsMax: 11 }, // judged
  differs: { m: 0.35, u: 0.985 }, // most strangers differ; a third of returns choose wholly new
} as const

/** NAME. Names are shared by strangers more than handles are, hence the lower cap. All judged. */
export const NAME = {
  same: { m: 0.45, priorBits: 14, bitsMax: 14 },
  near: { m: 0.1, priorBits: 14, bitsMax: 11 },
  nearCost: 3,
  sound: { m: 0.1, priorBits: 12, bitsMax: 9 },
  words: { m: 0.15, bitsMax: 9 },
  differs: { m: 0.45, u: 0.98 },
} as const

/** BIO. Words of one text hang together: half their bits count. A shared run of four words is a copy. Judged. */
export const BIO = {
  words: { m: 0.35, bitsMax: 12 },
  wordShare: 0.5,
  phraseBits: 2, // each shared run of four words, up to three
  phrasesMax: 3,
  bitsMax: 17,
  differs: { m: 0.6, u: 0.9 },
} as const

/** The rest: agreement by the value's rarity, disagreement by a fixed level. Judged, but where said otherwise. */
export const PLACE = { same: { m: 0.5, priorBits: 7, bitsMax: 7 }, differs: { m: 0.5, u: 0.9 } } as const
export const URL = {
  same: { m: 0.4, priorBits: 12, bitsMax: 13 },
  differs: { m: 0.6, u: 0.98 },
} as const
export const AVATAR = {
  same: { m: 0.3, priorBits: 13, bitsMax: 14 },
  /** PDQ distance up to which two pictures are copies of one; 31 is the value its authors recommend. */
  copyDistance: 31,
  copy: { m: 0.35, priorBits: 12, bitsMax: 12 },
  differs: { m: 0.65, u: 0.98 },
} as const
/** A mail address is given to one person, or to a household. Another address says nothing: a return needs one. */
export const EMAIL = { same: { m: 0.15, priorBits: 24, bitsMax: 21 } } as const
export const EMAIL_DOMAIN = { same: { m: 0.7, priorBits: 3, bitsMax: 8 } } as const
export const DEVICE = { same: { m: 0.5, priorBits: 18, bitsMax: 16 }, differs: { m: 0.5, u: 0.999 } } as const
/** Households, schools and whole mobile networks share an address. */
export const NETWORK = { same: { m: 0.4, priorBits: 8, bitsMax: 8 } } as const
export const LANGUAGE = {
  same: { m: 0.95, priorBits: 1.5, bitsMax: 4 },
  differs: { m: 0.05, u: 0.6 },
} as const
/** Whom it follows and mentions. Reporters and researchers follow the same accounts, hence the family's cap. */
export const COMPANY = { each: { priorBits: 7 }, share: 0.4, bitsMax: 8 } as const

/**
 * GAP from closure to the making of the account. Most returns come at once (10,000 closures in April 2015 were answered by some 2,000
 * accounts the same day); u is the share of sign-ups that fall so by chance when closures come in waves, hence far from
 * the share of plain time. An account older than the closure may be a second one, or one bought ready.
 */
export const GAP: readonly (Level & { untilMs: number; is: string })[] = [
  { untilMs: 0, is: 'before the closure', m: 0.25, u: 0.5 },
  { untilMs: 3_600_000, is: 'within an hour', m: 0.25, u: 0.03 },
  { untilMs: 86_400_000, is: 'within a day', m: 0.25, u: 0.06 },
  { untilMs: 7 * 86_400_000, is: 'within a week', m: 0.12, u: 0.08 },
  { untilMs: 60 * 86_400_000, is: 'within two months', m: 0.08, u: 0.1 },
  { untilMs: Number.POSITIVE_INFINITY, is: 'later', m: 0.05, u: 0.23 },
]

/** AGE of the account when it is weighed: returns are mostly young, strangers mostly not. Judged. */
export const AGE: readonly (Level & { untilMs: number; is: string })[] = [
  { untilMs: 86_400_000, is: 'up to a day', m: 0.6, u: 0.3 },
  { untilMs: 365 * 86_400_000, is: 'up to a year', m: 0.3, u: 0.4 },
  { untilMs: Number.POSITIVE_INFINITY, is: 'over a year', m: 0.1, u: 0.3 },
]

/**
 * Families of fields that hang together, and the most their sum may be worth. `copyable` holds whatever anyone can copy off a
 * public profile; its cap binds only when the account weighed bore its handle before the closed one did, which is how a copy
 * of a victim looks, not a return.
 */
export const FAMILIES = {
  identity: { fields: ['handle', 'name'], bitsMax: 23 },
  access: { fields: ['device', 'network'], bitsMax: 19 },
  mail: { fields: ['email', 'emailDomain'], bitsMax: 21 },
  graph: { fields: ['company'], bitsMax: 8 },
} as const
export const COPYABLE = {
  fields: ['handle', 'name', 'bio', 'location', 'urls', 'avatar', 'company', 'language'],
  bitsMax: 14,
} as const

/**
 * `John Smith` beside `john_smith` is one reason, not two: where each handle spells the name beside it, the weaker of the two
 * adds this much at most.
 */
export const ECHO_BITS_MAX = 2

/**
 * Tiers, in bits. With 100,000 closed accounts and one sign-up in 200 a return, a given pair starts at about -24 bits;
 * `strong` and `certain` leave odds of about 8 : 1 and 500 : 1, `possible` is worth a look when something else points the same way.
 */
export const TIER_BITS: Record<LinkTier, number> = { possible: 19, strong: 27, certain: 33 }

export function tierOf(bits: number): LinkTier | null {
  if (bits >= TIER_BITS.certain) return 'certain'
  if (bits >= TIER_BITS.strong) return 'strong'
  return bits >= TIER_BITS.possible ? 'possible' : null
}
