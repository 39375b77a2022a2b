import type { Random } from '../src/lib/random.ts'
import { type Name, nextHandle, nextShownName } from './disguise.ts'

/** A name in both scripts, its words joined by `_`. */
export type Alias = Name

/** How a closed actor names the next account, and how often. */
export type Style =
  | 'suffix'
  | 'lookalike'
  | 'slip' // a doubled or neighbouring key, a letter lost
  | 'respelt'
  | 'script'
  | 'aged' // an account that was there already, renamed
  | 'newGraph' // nothing of the name; the same company
  | 'newAvatar' // nothing of the name; the same picture

export const STYLES: readonly (readonly [Style, number])[] = [
  ['suffix', 0.22],
  ['lookalike', 0.15],
  ['slip', 0.1],
  ['respelt', 0.13],
  ['script', 0.13],
  ['aged', 0.1],
  ['newGraph', 0.1],
  ['newAvatar', 0.07],
]

const NEIGHBOURS = new Map(
  Object.entries({
    a: 's',
    s: 'd',
    d: 'f',
    h: 'j',
    i: 'o',
    o: 'p',
    l: 'k',
    m: 'n',
    n: 'm',
    r: 't',
    b: 'v',
    w: 'e',
    f: 'g',
    q: 'w',
    z: 'x',
  }),
)

/** One letter doubled, lost, swapped with the next or struck beside. */
function slipped(handle: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, handle.length - 2))
  const [before, letter, after] = [handle.slice(0, at), handle[at]!, handle.slice(at + 1)]
  switch (random.below(4)) {
    case 0:
      return before + letter + letter + after
    case 1:
      return before + after
    case 2:
      return before + (after[0] ?? '') + letter + after.slice(1)
    default:
      return before + (NEIGHBOURS.get(letter) ?? letter) + after
  }
}

/** Handle and shown name of the next account. */
export function nextAlias(alias: Alias, style: Style, random: Random): { handle: string; name: string } {
  switch (style) {
    case 'slip':
      return { handle: slipped(alias.latin, random), name: nextShownName(alias, 'suffix', 1, random) }
    case 'newGraph':
    case 'newAvatar':
      return { handle: nextHandle(alias, 'new', 1, random), name: nextShownName(alias, 'new', 1, random) }
    default:
      return { handle: nextHandle(alias, style, 1, random), name: nextShownName(alias, style, 1, random) }
  }
}
