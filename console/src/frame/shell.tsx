import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { Banners } from '../desk/banners.tsx'
import { Header } from '../desk/header.tsx'
import { Help } from '../desk/help.tsx'
import { useKeys } from '../desk/keys.ts'
import { Loading } from '../kit/states.tsx'
import { go, usePlace } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { Boundary } from './boundary.tsx'
import { LETTERS, Nav } from './nav.tsx'
import { Palette } from './palette.tsx'
import { SCREEN_PARTS } from './screens.tsx'
import css from './shell.module.css'

type Over = 'help' | 'palette' | null

/** What stands around every screen: the way to the others, how the line stands, the palette and the list of keys. */
export function Shell() {
  const { screen, id } = usePlace()
  const [over, setOver] = useState<Over>(null)
  const close = useCallback(() => setOver(null), [])
  const help = useCallback(() => setOver('help'), [])
  const palette = useCallback(() => setOver('palette'), [])
  useKeys(
    useMemo(
      () => ({
        '?': help,
        ...Object.fromEntries(
          Object.entries(LETTERS).map(([letter, name]) => [`g ${letter}`, () => go({ screen: name })]),
        ),
      }),
      [help],
    ),
  )
  usePaletteKey(palette)
  useEffect(() => {
    document.title = `${texts.frame.screens[screen]} · ${texts.app.name}`
  }, [screen])

  const Part = SCREEN_PARTS[screen]
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#screen">
        {texts.frame.skip}
      </a>
      <Header onHelp={help} onPalette={palette} />
      <Nav />
      <main id="screen" className={css.main} tabIndex={-1}>
        <Banners />
        <Boundary key={screen}>
          <Suspense fallback={<Loading rows={12} />}>
            <Part id={id} />
          </Suspense>
        </Boundary>
      </main>
      <Help opened={over === 'help'} onClose={close} />
      {over === 'palette' && <Palette onClose={close} onHelp={help} />}
    </div>
  )
}

/** Ctrl or ⌘ with K, wherever one stands: also while writing. */
function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [open])
}
