/** What is typed at sign-in, as it is compared: e-mail addresses fit, too. */
export const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

export const NAME_LENGTH_MAX = 64
export const DISPLAY_NAME_LENGTH_MAX = 80

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@+-]{1,63}$/u
export const nameFault = (folded: string): string | null =>
  NAME.test(folded)
    ? null
    : `a name has 2 to ${NAME_LENGTH_MAX} letters, digits or . _ @ + -, and begins with a letter or digit`

/** A name as people read it, without characters that turn, hide or break the text around it. */
export const cleanDisplayName = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
