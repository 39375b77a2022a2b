import { ActionIcon, Button } from '@mantine/core'
import { useState } from 'react'
import { CloseIcon } from '../kit/icons.tsx'
import { useLive, useLiveStore } from '../live/live.tsx'
import { texts } from '../texts/texts.ts'
import css from './banners.module.css'

/** What a reader must know before reading on. Nothing here while all is well. */
export function Banners() {
  return (
    <div className={css.banners}>
      <Lost />
      <Halted />
      <Pack />
    </div>
  )
}

function Lost() {
  const words = texts.stream
  const store = useLiveStore()
  const lost = useLive((live) => live.stream === 'lost')
  if (!lost) return null
  return (
    <div className={css.banner} data-tone="review" role="alert">
      <p>
        <strong>{words.lostTitle}</strong> {words.lostHint}
      </p>
      <Button variant="default" size="xs" onClick={store.retry}>
        {words.retry}
      </Button>
    </div>
  )
}

function Halted() {
  const reason = useLive((live) => live.desk.line?.halted ?? null)
  if (reason === null) return null
  return (
    <div className={css.banner} data-tone="restrict" role="alert">
      <p>
        <strong>{texts.stream.halted(reason)}.</strong> {texts.stream.haltedHint}
      </p>
    </div>
  )
}

function Pack() {
  const words = texts.stream
  const pack = useLive((live) => live.desk.pack)
  const [read, setRead] = useState<typeof pack>(null)
  if (pack === null || pack === read) return null
  return (
    <div className={css.banner} data-tone={pack.ok ? 'good' : 'restrict'} role="status">
      {pack.ok ? (
        <p>{words.taken(pack.hash.replace(/^sha256:/, '').slice(0, 8))}</p>
      ) : (
        <details className={css.refused}>
          <summary>
            <strong>{words.refused}</strong> <span className={css.more}>{words.refusedShow}</span>
          </summary>
          <pre dir="ltr" className={css.problems}>
            {pack.problems}
          </pre>
        </details>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        onClick={() => setRead(pack)}
        aria-label={texts.app.dismiss}
      >
        <CloseIcon />
      </ActionIcon>
    </div>
  )
}
