import { go } from '../router/router.tsx'
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, texts } from '../texts/texts.ts'
import { letterOf, SCREENS_IN_ORDER } from './nav.tsx'

export interface Command {
  id: string
  name: string
  /** Keys that do the same, for whoever wants to learn them. */
  keys?: string
  run(): void
}

export interface Doing {
  help(): void
  turnColours(): void
  signOut(): void
}

/** All that the palette offers, before anything is typed. */
export const commandsOf = (doing: Doing): Command[] => [
  ...SCREENS_IN_ORDER.map((screen) => ({
    id: `go ${screen}`,
    name: texts.frame.goTo(texts.frame.screens[screen]),
    keys: `g ${letterOf(screen)}`,
    run: () => go({ screen }),
  })),
  { id: 'help', name: texts.app.help, keys: '?', run: doing.help },
  { id: 'colours', name: `${texts.app.scheme.light} / ${texts.app.scheme.dark}`, run: doing.turnColours },
  ...LANGUAGES.map((language) => ({
    id: `speak ${language}`,
    name: texts.frame.speak(LANGUAGE_NAMES[language]),
    run: () => void chooseLanguage(language),
  })),
  { id: 'copy', name: texts.frame.copy, run: () => void navigator.clipboard?.writeText(location.href) },
  { id: 'sign-out', name: texts.app.signOut, run: doing.signOut },
]

/** Commands whose name holds every typed word; what looks like an id is offered as a search. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found = commands.filter(({ name }) => {
    const lower = name.toLocaleLowerCase()
    return words.every((word) => lower.includes(word))
  })
  return found
}
