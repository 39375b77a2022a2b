/** What a post bears beside its words: accounts, tags, addresses. They are Latin in a post of any language. */
const BESIDE = /(?:https?:\/\/|[@#])\S+/gu
const STRONG = /\p{L}/u
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/**
 * The direction a post is laid out in: that of its first letter of its own words, as `dir="auto"` would take it, but not that of a mention or an address
 * before them. `auto` where there are no such words.
 */
export function directionOf(text: string): 'ltr' | 'rtl' | 'auto' {
  const letter = STRONG.exec(text.replace(BESIDE, ' '))?.[0]
  if (letter === undefined) return 'auto'
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}
