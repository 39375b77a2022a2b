import { randomBytes } from 'node:crypto'
import type { Bus } from '../../bus/bus.ts'
import { pauseMs } from '../../lib/back-off.ts'
import { type Clock, systemClock } from '../../lib/clock.ts'
import { seededRandom } from '../../lib/random.ts'
import type { Store } from '../../store/store.ts'
import type { Door } from '../door.ts'
import type { RefusedFile } from '../refused.ts'
import type { Ports } from './atproto.ts'
import type { ConnectionSettings } from './connection.ts'
import type { Source } from './source.ts'

interface Parts {
  house: {
    admit: Door['admit']
    bus: Pick<Bus, 'publish'>
    store: Pick<Store, 'account' | 'meta' | 'setMeta'>
  }
  source: Source
  refused: RefusedFile
  say(text: string): void
  clock?: Clock
  settings?: ConnectionSettings
  pauseMs?: Ports['pauseMs']
}

const STALL_MS = 60_000
const WAITING_BYTES_MAX = 64 * 1024 * 1024
/** Services are asked again at least once a minute: they hold what is missed for a bounded time. */
const PAUSE_MS_MAX = 60_000

/** What following a service needs, of an open house. */
export function housePorts({ house, source, refused, say, ...given }: Parts): Ports {
  const random = seededRandom(randomBytes(4).readUInt32LE())
  const name = `cursor:${source.name}`
  return {
    admit: house.admit,
    publish: (events) => house.bus.publish(events),
    async recall(did) {
      const facts = (await house.store.account(did))?.account
      return facts && { handle: facts.profile?.handle ?? null, closed: facts.status === 'closed' }
    },
    cursor: {
      async read() {
        const kept = await house.store.meta(name)
        return kept === undefined ? null : Number(kept)
      },
      write: (place) => house.store.setMeta(name, String(place)),
    },
    refuse: (refusals) =>
      refused.write(
        source.name,
        refusals.map(({ place, field, reason }) => ({
          line: place ?? 0,
          result: { ok: false, id: null, field, reason },
          raw: '',
        })),
      ),
    say,
    clock: given.clock ?? systemClock,
    settings: given.settings ?? { stallMs: STALL_MS, waitingBytesMax: WAITING_BYTES_MAX },
    pauseMs: given.pauseMs ?? ((attempt) => Math.min(PAUSE_MS_MAX, pauseMs(attempt, random))),
  }
}
