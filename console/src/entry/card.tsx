import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CallError } from '../api/call.ts'
import { Mark } from '../kit/mark.tsx'
import {
  chooseLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  languageNow,
  texts,
} from '../texts/texts.ts'
import css from './entry.module.css'

/** A sheet in the middle of an empty page: the door. */
export const Card = ({ title, children }: { title: string; children: ReactNode }) => (
  <main className={css.page}>
    <div className={css.card}>
      <div className={css.head}>
        <span className={css.brand}>
          <Mark size={26} />
          {texts.app.name}
        </span>
        <NativeSelect
          size="xs"
          aria-label={texts.frame.language}
          value={languageNow()}
          onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}
          data={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        />
      </div>
      <h1 className={css.title}>{title}</h1>
      {children}
    </div>
  </main>
)

/** Why something was not done, in the server's words; none where the field itself says it. */
export function Refused({ error, fields = [] }: { error: CallError | null; fields?: readonly string[] }) {
  if (error === null || (error.field !== null && fields.includes(error.field))) return null
  const [reason, hint] =
    error.status === 0
      ? [texts.entry.unreachable, texts.entry.unreachableHint]
      : [`${capital(error.message)}.`, error.hint]
  return (
    <div className={css.refused} role="alert">
      <strong>{reason}</strong> {hint}
    </div>
  )
}

/** What a field shows of a refusal that names it. */
export const faultIn = (error: CallError | null, field: string): string | undefined =>
  error?.field === field ? capital(error.message) : undefined

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
