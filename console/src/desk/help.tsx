import { Button, Kbd, Switch } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { texts } from '../texts/texts.ts'
import css from './help.module.css'
import { useSingleKeys } from './keys.ts'

/** The browser's own dialog: it keeps the focus, closes on Escape and needs no style that the policy forbids. */
export function Help({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const words = texts.help
  const dialog = useRef<HTMLDialogElement>(null)
  const [single, setSingle] = useSingleKeys()
  useEffect(() => {
    if (opened) dialog.current?.showModal()
    else dialog.current?.close()
  }, [opened])
  return (
    <dialog ref={dialog} className={css.dialog} onClose={onClose} aria-labelledby="help-title">
      <h2 id="help-title" className={css.title}>
        {words.title}
      </h2>
      <div className={css.columns}>
        <section>
          <h3>{words.keys}</h3>
          <dl className={css.rows}>
            {words.rows.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{words.words}</h3>
          <dl className={css.words}>
            {words.glossary.map(([word, what]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <div className={css.foot}>
        <Switch
          checked={single}
          onChange={(event) => setSingle(event.currentTarget.checked)}
          label={words.single}
          description={words.singleHint}
        />
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </dialog>
  )
}
