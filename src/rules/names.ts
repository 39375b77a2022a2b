import { SIGNALS } from './catalogue.ts'
import type { Names, Variable } from './cel/compile.ts'
import { CelMap } from './cel/value.ts'
import { type Scope, type TopEntry, UNKNOWN, type Unknown } from './scope.ts'

/** The names that conditions of one pack may use: the catalogue's, and a `tally.<name>` for each declared. */
export const namesFor =
  (tallies: ReadonlyMap<string, Variable<Scope>>): Names<Scope> =>
  (path) =>
    SIGNALS.get(path)?.variable ?? tallies.get(path)

/** Counts up by one for each event that is evaluated. */
export interface Turn {
  count: number
}

/**
 * A tally as a variable. Reading one costs a look into the states and a sum over its window, and many rules ask for the same one: each
 * is read at most once per turn.
 */
export function tallyVariable(name: string, kind: 'count' | 'distinct' | 'top', turn: Turn): Variable<Scope> {
  let turnOfValue = -1
  let value: number | TopEntry[] | Unknown = UNKNOWN
  const read = (scope: Scope): number | TopEntry[] | Unknown => {
    if (turn.count !== turnOfValue) {
      value = scope.tally(name)
      turnOfValue = turn.count
    }
    return value
  }
  if (kind !== 'top')
    return {
      kind: 'int',
      raw(scope) {
        const found = read(scope)
        return typeof found === 'number' ? Math.round(found) : UNKNOWN
      },
    }
  return {
    kind: 'value',
    raw(scope) {
      const found = read(scope)
      return Array.isArray(found) ? found.map(entryOf) : UNKNOWN
    },
  }
}

function entryOf({ value, count }: TopEntry): CelMap {
  const map = new CelMap()
  map.entries.set('svalue', { key: 'value', value })
  map.entries.set('scount', { key: 'count', value: BigInt(Math.round(count)) })
  return map
}
