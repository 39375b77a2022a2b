import { useMe } from '../api/me.ts'
import { useStatus } from '../api/queries.ts'
import { SCREENS, type ScreenName } from '../router/place.ts'
import { To, usePlace } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import css from './nav.module.css'
import { ScreenIcon } from './screen-icons.tsx'
import { fetchAhead } from './screens.tsx'

/** Where one can go. The group a screen belongs to is set apart by a line: the day's work, looking into things, the house. */
const GROUPS: ScreenName[][] = [
  ['live', 'queue', 'appeals', 'threats'],
  ['decisions', 'links', 'campaigns'],
  ['rules', 'overview', 'outbox', 'people'],
]

/** Screens that not everybody’s role opens. The server decides; the way there is not shown in vain. */
const NEEDS: Partial<Record<ScreenName, string>> = {
  queue: 'review',
  campaigns: 'review',
  appeals: 'appeals',
  threats: 'threats',
  rules: 'rules',
  people: 'people',
}

export function Nav() {
  const { screen } = usePlace()
  const counts = useStatus().data?.counts
  const { may } = useMe()
  const badges: Partial<Record<ScreenName, number>> = {
    queue: counts?.jobs ?? 0,
    outbox: counts?.outboxDead ?? 0,
  }
  return (
    <nav className={css.nav} aria-label={texts.frame.nav}>
      {GROUPS.map((group) => (
        <ul key={group[0]} className={css.group}>
          {group
            .filter((name) => NEEDS[name] === undefined || may(NEEDS[name]))
            .map((name) => (
              <li key={name} onPointerEnter={() => fetchAhead(name)}>
                <To place={{ screen: name }} className={css.link} current={name === screen}>
                  <ScreenIcon screen={name} />
                  <span className={css.name}>{texts.frame.screens[name]}</span>
                  {(badges[name] ?? 0) > 0 && <span className={css.badge}>{short(badges[name]!)}</span>}
                </To>
              </li>
            ))}
        </ul>
      ))}
    </nav>
  )
}

const short = (count: number): string => (count > 999 ? '999+' : texts.number(count))

/** The letter that leads to a screen after `g`. */
export const LETTERS: Record<string, ScreenName> = {
  l: 'live',
  q: 'queue',
  a: 'appeals',
  r: 'rules',
  h: 'threats',
  d: 'decisions',
  b: 'links',
  c: 'campaigns',
  o: 'overview',
  p: 'outbox',
  t: 'people',
  m: 'profile',
}
export const letterOf = (screen: ScreenName): string =>
  Object.keys(LETTERS).find((letter) => LETTERS[letter] === screen)!

export const SCREENS_IN_ORDER: readonly ScreenName[] = [...GROUPS.flat(), ...SCREENS].filter(
  (name, index, all) => all.indexOf(name) === index,
)
