import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { CallError, call } from '../api/call.ts'
import { LanguageSelect } from '../kit/language-select.tsx'
import { Mark } from '../kit/mark.tsx'
import { texts } from '../texts/texts.ts'
import css from './appeal-page.module.css'

interface PublicAppeal {
  decision: string
  at: string
  statement: string
  until: number
  status: 'none' | 'open' | 'upheld' | 'overturned'
  filedAt: string | null
  answer: string | null
}

const ask = (token: string, text?: string) =>
  call<PublicAppeal>('/v1/public/appeal', { post: text === undefined ? { token } : { token, text } })

/** For whoever a decision is about: what was decided, and room to say why it is wrong. No account of ours is needed. */
export function AppealPage({ token }: { token: string }) {
  const words = texts.publicAppeal
  const standing = useQuery({ queryKey: ['public', token], queryFn: () => ask(token), retry: false })
  const file = useMutation({ mutationFn: (text: string) => ask(token, text) })
  const appeal = file.data ?? standing.data
  const fault = appeal === undefined ? standing.error : file.error
  return (
    <Page>
      {fault !== null && (
        <p className={css.fault} role="alert">
          {fault instanceof CallError && fault.status === 404 ? words.unknown : words.failed}
        </p>
      )}
      {appeal === undefined && fault === null && <p role="status">{texts.frame.loading}</p>}
      {appeal !== undefined && (
        <>
          <section aria-labelledby="what">
            <h2 id="what">{words.what}</h2>
            <p className={css.statement} dir="auto">
              {appeal.statement}
            </p>
            <p className={css.dim}>{words.decided(texts.moment(appeal.at), appeal.decision)}</p>
          </section>
          {appeal.status === 'none' ? (
            <Write appeal={appeal} busy={file.isPending} onFile={file.mutate} />
          ) : (
            <section aria-live="polite">
              <h2>{words.stands}</h2>
              <p className={css.standing}>{words.status[appeal.status]}</p>
              {appeal.filedAt !== null && (
                <p className={css.dim}>{words.filed(texts.moment(appeal.filedAt))}</p>
              )}
              {appeal.answer !== null && (
                <p className={css.statement} dir="auto">
                  {appeal.answer}
                </p>
              )}
            </section>
          )}
        </>
      )}
    </Page>
  )
}

interface WriteProps {
  appeal: PublicAppeal
  busy: boolean
  onFile(text: string): void
}

function Write({ appeal, busy, onFile }: WriteProps) {
  const words = texts.publicAppeal
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setEmpty(text.trim() === '')
        if (text.trim() !== '') onFile(text.trim())
      }}
    >
      <h2>{words.write}</h2>
      <p>{words.rights(texts.moment(new Date(appeal.until).toISOString()))}</p>
      <Textarea
        label={words.field}
        size="md"
        rows={7}
        dir="auto"
        maxLength={20_000}
        value={text}
        error={empty ? words.empty : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={busy}>
        {words.send}
      </Button>
    </form>
  )
}

const Page = ({ children }: { children: ReactNode }) => (
  <main className={css.page}>
    <div className={css.sheet}>
      <header className={css.head}>
        <Mark size={26} />
        <h1>{texts.publicAppeal.title}</h1>
        <LanguageSelect />
      </header>
      {children}
    </div>
  </main>
)
