import { designatedPlaces, entityOfBank, type NameStance } from '../../model/listed-entity.ts'
import type { Reading } from '../../model/reading.ts'
import { type Scope, UNKNOWN, type Unknown } from '../scope.ts'
import { LIST_MAX, lastOf, READ_EVENTS, type Signal, texts } from './signal.ts'

const on = READ_EVENTS

const namedIn = (terms: Reading['terms']): string[] =>
  [...new Set(terms.map(({ bank }) => entityOfBank(bank)).filter((id) => id !== null))].slice(0, LIST_MAX)

const named = lastOf(({ terms }: Reading) => namedIn(terms))

const namedAs =
  (stance: NameStance) =>
  ({ reading }: Scope): string[] | Unknown =>
    reading === null ? UNKNOWN : namedIn(reading.terms.filter((term) => term.stance === stance))

/** By event time: a replay of last March asks what was designated in March. */
function places({ reading, entities, time }: Scope): string[] | Unknown {
  if (reading === null) return UNKNOWN
  const found = named(reading).flatMap((id) => {
    const entity = entities.get(id)
    return entity === undefined ? [] : designatedPlaces(entity, time)
  })
  return [...new Set(found)].sort().slice(0, LIST_MAX)
}

/** Which organisations of the entity list a text names, and where they are designated. To name one breaks no policy. */
export const entitySignals: Signal[] = [
  texts(
    { name: 'entity.named', on, doc: 'Ids of the listed entities that the text names.' },
    ({ reading }) => (reading === null ? UNKNOWN : named(reading)),
  ),
  texts(
    { name: 'entity.namedAsOwn', on, doc: 'Those of them that it calls as their supporters do.' },
    namedAs('own'),
  ),
  texts(
    { name: 'entity.namedAsFoe', on, doc: 'Those of them that it calls as their opponents do.' },
    namedAs('derogatory'),
  ),
  texts(
    {
      name: 'entity.designatedIn',
      on,
      doc: 'Territories in which a listed entity that the text names is designated at the event’s time, such as `eu`.',
    },
    places,
  ),
]
