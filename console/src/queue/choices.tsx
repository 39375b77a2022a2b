import { Kbd } from '@mantine/core'
import { useId } from 'react'
import css from './choices.module.css'

interface ChoicesProps<T extends string> {
  label: string
  kind: 'radio' | 'checkbox'
  choices: readonly { value: T; label: string; key: string }[]
  chosen: readonly T[]
  onChoose(value: T): void
}

/** Choices as the browser knows them, each with the key that makes it. */
export function Choices<T extends string>({ label, kind, choices, chosen, onChoose }: ChoicesProps<T>) {
  const name = useId()
  return (
    <fieldset className={css.choices}>
      <legend className={css.legend}>{label}</legend>
      {choices.map(({ value, label, key }) => (
        <label key={value} className={css.choice} data-chosen={chosen.includes(value) || undefined}>
          <input
            type={kind}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
          {key !== '' && <Kbd size="xs">{key}</Kbd>}
        </label>
      ))}
    </fieldset>
  )
}
