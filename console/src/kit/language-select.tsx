import { NativeSelect } from '@mantine/core'
import {
  chooseLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  languageNow,
  texts,
} from '../texts/texts.ts'
import css from './language-select.module.css'

/** Each language by its own name. */
export const LanguageSelect = () => (
  <NativeSelect
    size="xs"
    aria-label={texts.frame.language}
    value={languageNow()}
    onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}
    data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
    className={css.language}
  />
)
