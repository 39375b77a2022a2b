/*
 * What a person wrote, fit to be shown: text of strangers is hostile until shown otherwise.
 */

export const QUOTE_LENGTH_MAX = 200
/** Of a long text only this much is looked at. */
const SEEN_LENGTH_MAX = 1_000

/** Letters that show nothing or turn the direction of what follows. The two joiners are part of how Persian is written. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu
const SPACES = /[\p{Cc}\s]+/gu
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu
const ADDRESSES = /[^\s@]+@[^\s@]+\.[^\s@]+/gu
const HANDLES = /@[\p{L}\p{N}_.-]+/gu
const LONG_NUMBERS = /\+?\d[\d ().-]{6,}\d/gu

/**
 * At most 200 characters of a text on one line, without control characters and hidden letters, without double quotation marks, and with
 * handles, e-mail addresses and long numbers blotted out: a statement shows its reader nobody else's particulars.
 */
export function quotable(text: string, from = 0): string {
  const clean = text
    .slice(from, from + SEEN_LENGTH_MAX)
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(STACKED_MARKS, '$1')
    .replace(/["“”„«»]/g, "'")
    .replace(ADDRESSES, '…')
    .replace(HANDLES, '@…')
    .replace(LONG_NUMBERS, '…')
    .trim()
  const cut = clean.length <= QUOTE_LENGTH_MAX ? clean : `${clean.slice(0, QUOTE_LENGTH_MAX)}…`
  return cut.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '')
}
