import { randomBytes, randomInt } from 'node:crypto'

/** 256 random bits: a secret this long needs no slow hash, and looking it up by its SHA-256 tells nothing by its timing. */
export const newSecret = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`
/** Longer ones are refused before they are looked for. */
export const SECRET_LENGTH_MAX = 128

/** Of a key, link or session: names it without opening anything. */
export const newRowId = (): string => randomBytes(9).toString('base64url')

/** Letters and digits that are not taken for one another (Crockford's base 32). */
const CLEAR = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const clearText = (length: number): string =>
  Array.from({ length }, () => CLEAR[randomInt(CLEAR.length)]).join('')

export const newPersonId = (): string => `person-${clearText(16).toLowerCase()}`
export const newPseudonym = (): string => `R-${clearText(6)}`
