import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CallError } from '../api/call.ts'
import { SESSION, signIn } from '../api/queries.ts'
import { Mark } from '../kit/mark.tsx'
import { texts } from '../texts/texts.ts'
import css from './sign-in.module.css'
import { tokenIn } from './welcome.ts'

interface SignInProps {
  /** Why the link by which the page was opened did not work. */
  refused: CallError | null
  unreachable: boolean
  /** True where somebody was signed in a moment ago. */
  ended: boolean
}

export function SignIn({ refused, unreachable, ended }: SignInProps) {
  const words = texts.entry
  const queries = useQueryClient()
  const [pasted, setPasted] = useState('')
  const [empty, setEmpty] = useState(false)
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => queries.setQueryData(SESSION, session),
  })
  const failure = (entering.error as CallError | null) ?? refused
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = tokenIn(pasted)
    setEmpty(token === null)
    if (token !== null) entering.mutate(token)
  }

  return (
    <main className={css.page}>
      <form className={css.card} onSubmit={submit} noValidate>
        <div className={css.brand}>
          <Mark size={28} />
          <span>{texts.app.name}</span>
        </div>
        <h1 className={css.title}>{words.title}</h1>
        {failure !== null && failure.status !== 0 && (
          <div className={css.refused} role="alert">
            <strong>{capital(failure.message)}.</strong> {failure.hint}
          </div>
        )}
        {(unreachable || failure?.status === 0) && (
          <div className={css.refused} role="alert">
            <strong>{words.unreachable}</strong> {words.unreachableHint}
          </div>
        )}
        {failure === null && ended && (
          <p className={css.note} role="status">
            {words.ended}
          </p>
        )}
        <p className={css.lead}>{words.lead}</p>
        <TextInput
          label={words.field}
          placeholder={words.placeholder}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          error={empty ? words.empty : undefined}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          size="md"
        />
        <Button type="submit" size="md" loading={entering.isPending} fullWidth>
          {entering.isPending ? words.working : words.button}
        </Button>
        <p className={css.another}>{words.another}</p>
      </form>
    </main>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
