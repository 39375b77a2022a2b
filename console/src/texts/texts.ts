import { en } from './en.ts'

/** All words of the page in one language. French and Arabic follow this shape; `direction` turns the page. */
export type Texts = typeof en

const languages: Record<string, Texts> = { en }

/** The first of the reader's languages that the page speaks. */
export function textsFor(preferred: readonly string[]): Texts {
  for (const tag of preferred) {
    const found = languages[tag.split('-')[0]!.toLowerCase()]
    if (found !== undefined) return found
  }
  return en
}

export const texts: Texts = textsFor(globalThis.navigator?.languages ?? [])
