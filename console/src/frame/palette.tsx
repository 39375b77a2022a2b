import { Kbd, TextInput, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useSignOut } from '../api/queries.ts'
import { Dialog } from '../kit/dialog.tsx'
import { texts } from '../texts/texts.ts'
import { commandsOf, matching } from './commands.ts'
import css from './palette.module.css'

/** Everything that can be done or gone to, by its name. */
export function Palette({ onClose, onHelp }: { onClose(): void; onHelp(): void }) {
  const words = texts.frame
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const scheme = useComputedColorScheme('light')
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const commands = useMemo(
    () =>
      commandsOf({
        help: onHelp,
        turnColours: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
        signOut: () => signOut.mutate(),
      }),
    [onHelp, scheme, setColorScheme, signOut.mutate],
  )
  const shown = matching(commands, typed)
  const chosen = Math.min(at, shown.length - 1)
  const run = (index: number) => {
    onClose()
    shown[index]?.run()
  }
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    if (event.key === 'Enter') run(chosen)
    else if (steps[event.key] !== undefined) {
      event.preventDefault()
      setAt((chosen + steps[event.key]! + shown.length) % Math.max(1, shown.length))
    }
  }
  return (
    <Dialog title={words.palette} onClose={onClose} quiet>
      <TextInput
        data-autofocus
        aria-label={words.palette}
        placeholder={words.paletteHint}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={press}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={shown.length === 0 ? undefined : `palette-${chosen}`}
        autoComplete="off"
        spellCheck={false}
      />
      {shown.length === 0 && <p className={css.none}>{words.paletteNone}</p>}
      <div id="palette-list" className={css.list} role="listbox" aria-label={words.palette} tabIndex={-1}>
        {shown.map(({ id, name, keys }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          <div
            key={id}
            id={`palette-${index}`}
            ref={(row) => {
              if (index === chosen) row?.scrollIntoView({ block: 'nearest' })
            }}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            className={css.row}
            onClick={() => run(index)}
          >
            <span dir="auto">{name}</span>
            {keys !== undefined && (
              <span className={css.keys}>
                {keys.split(' ').map((key) => (
                  <Kbd key={key} size="xs">
                    {key}
                  </Kbd>
                ))}
              </span>
            )}
          </div>
        ))}
      </div>
    </Dialog>
  )
}
