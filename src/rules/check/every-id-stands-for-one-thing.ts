import type { Spot } from '../source.ts'
import type { Check } from './check.ts'

/** Two rules of one id would share a brake and a history; two policies, a meaning. */
export function everyIdStandsForOneThing(check: Check): void {
  const { policies, tallies, rules, banks, entities } = check.draft
  once(
    check,
    'policy',
    policies.map(({ id }) => [id.value, id.spot]),
  )
  once(
    check,
    'rule',
    rules.map(({ id }) => [id.value, id.spot]),
  )
  once(
    check,
    'tally',
    tallies.map(({ name, spot }) => [name, spot]),
  )
  once(
    check,
    'bank',
    banks.map(({ bank, spot }) => [bank.id, spot]),
  )
  once(
    check,
    'entity',
    entities.map(({ entity, spot }) => [entity.id, spot]),
  )
}

function once({ report }: Check, kind: string, entries: [string, Spot][]): void {
  const first = new Map<string, Spot>()
  for (const [id, spot] of entries) {
    const before = first.get(id)
    if (before === undefined) first.set(id, spot)
    else
      report(spot, {
        message: `${kind} "${id}" is declared twice`,
        hint: `it stands in ${placeOf(before)} already; rename one of them`,
      })
  }
}

const placeOf = ({ source, offset }: Spot): string =>
  `${source.file}, line ${source.lines.linePos(offset).line}`
