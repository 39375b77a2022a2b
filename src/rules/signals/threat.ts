import { type Scope, UNKNOWN, type Unknown } from '../scope.ts'
import { READ_EVENTS, type Signal, truth } from './signal.ts'

/** Whom a text is about stays with the threat desk: a condition sees only that it is somebody who is protected. */
export const threatSignals: Signal[] = [
  truth(
    {
      name: 'threat.protected',
      on: READ_EVENTS,
      doc: 'The text is about somebody of the register of protected people, or names their role and organisation.',
    },
    ({ event, reading, gaps }: Scope): boolean | Unknown =>
      !READ_EVENTS.includes(event.type) ||
      reading === null ||
      gaps.some(({ signal }) => signal === 'threat.protected')
        ? UNKNOWN
        : (reading.protected?.length ?? 0) > 0,
  ),
]
