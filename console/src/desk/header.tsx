import { ActionIcon, Button, Kbd, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useSession, useSignOut } from '../api/queries.ts'
import { HelpIcon, MoonIcon, SunIcon } from '../kit/icons.tsx'
import { LanguageSelect } from '../kit/language-select.tsx'
import { Mark } from '../kit/mark.tsx'
import { Id } from '../kit/outside.tsx'
import { useLive } from '../live/live.tsx'
import { To } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import css from './header.module.css'

/** The head of every screen: whether the page is connected, the policies in force, and what concerns the page itself. */
export function Header({ onHelp, onPalette }: { onHelp(): void; onPalette(): void }) {
  const signOut = useSignOut()
  return (
    <header className={css.header}>
      <div className={css.brand}>
        <Mark size={24} />
        <span>{texts.app.name}</span>
      </div>
      <StreamState />
      <PackInForce />
      <div className={css.tools}>
        <Button
          variant="default"
          size="xs"
          onClick={onPalette}
          className={css.palette}
          rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        >
          {texts.frame.palette}
        </Button>
        <LanguageSelect />
        <SchemeButton />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          onClick={onHelp}
          aria-label={texts.app.help}
          title={texts.app.help}
        >
          <HelpIcon />
        </ActionIcon>
        <ProfileLink />
        <Button variant="default" size="xs" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {texts.app.signOut}
        </Button>
      </div>
    </header>
  )
}

/** Who is signed in; a dot where they could not come back. */
function ProfileLink() {
  const session = useSession(true).data
  if (!session) return null
  return (
    <To
      place={{ screen: 'profile' }}
      className={css.me}
      label={`${texts.frame.screens.profile}: ${session.person.displayName}`}
    >
      <bdi>{session.person.displayName}</bdi>
      {!session.canReturn && <span className={css.warn} title={texts.entry.profile.noWay} />}
    </To>
  )
}

function StreamState() {
  const stream = useLive((live) => live.stream)
  const halted = useLive((live) => live.desk.line?.halted != null)
  const state = stream === 'open' && halted ? 'halted' : stream
  return (
    <span className={css.stream} data-state={state} role="status">
      <span className={css.dot} />
      {state === 'halted' ? texts.stream.standing : texts.stream[state]}
    </span>
  )
}

const shortHash = (pack: string): string => pack.replace(/^sha256:/, '').slice(0, 8)

function PackInForce() {
  const line = useLive((live) => live.desk.line)
  if (line === null) return null
  if (line.pack === null) return <span className={css.pack}>{texts.app.noPack}</span>
  const { name, rules } = texts.app.pack('', line.rules.live, line.rules.shadow)
  return (
    <span className={css.pack}>
      <span title={line.pack}>
        {name}
        <Id>{shortHash(line.pack)}</Id>
      </span>
      <span className={css.rules}>{rules}</span>
      {line.town && (
        <span className={css.town} title={texts.app.townHint}>
          {texts.app.town}
        </span>
      )}
    </span>
  )
}

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme({
    // Mantine would switch transitions off by a style sheet of its own, which the content policy forbids.
    keepTransitions: true,
  })
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'dark' ? 'light' : 'dark'
  const label = texts.app.scheme[other]
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      onClick={() => setColorScheme(other)}
      aria-label={label}
      title={label}
    >
      {other === 'dark' ? <MoonIcon /> : <SunIcon />}
    </ActionIcon>
  )
}
