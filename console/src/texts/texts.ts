import { en } from './en.ts'

/** All words of the page in one language. French and Arabic follow this shape; `direction` turns the page. */
export type Texts = typeof en

export const LANGUAGES = ['en', 'fr', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself: a reader finds their own whatever the page speaks. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français', ar: 'العربية' }

/** The first of the reader's languages that the page speaks. */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = LANGUAGES.find((language) => language === tag.split('-')[0]!.toLowerCase())
    if (found !== undefined) return found
  }
  return 'en'
}

/** The words of the language that is spoken now. Another language replaces it, and the page is drawn anew. */
export let texts: Texts = en

const NAME = 'holdfast-language'
const listeners = new Set<() => void>()

export const onLanguage = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const languageNow = (): Language => texts.language as Language

/** The language that was chosen here, else the browser's. */
export const languageAtStart = (): Language =>
  languageFor([localStorage.getItem(NAME) ?? '', ...navigator.languages])

export function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(NAME, language)
  return speak(language)
}

/** Fetches the words of a language and speaks it from then on. English is always there. */
export async function speak(language: Language): Promise<void> {
  texts = await wordsOf(language)
  document.documentElement.lang = texts.language
  document.documentElement.dir = texts.direction
  for (const listener of listeners) listener()
}

export async function wordsOf(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return en
    case 'fr':
      return (await import('./fr.ts')).fr
    case 'ar':
      return (await import('./ar.ts')).ar
  }
}
