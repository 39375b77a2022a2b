import type { Admission } from '../bus/bus.ts'
import { stillClock, type Clock as WallClock } from '../lib/clock.ts'
import { seededRandom } from '../lib/random.ts'
import type { Event, OrderReceived } from '../model/event.ts'
import { isDeskEvent } from '../model/event.ts'
import { DESK_KEY, type EntityState } from '../model/state.ts'
import { AT } from '../rules/samples.ts'
import type { LedgerDraft } from '../store/store.ts'
import { rowOf } from './case.ts'
import { actAtDesk } from './desk-acts.ts'
import { takeOrder } from './orders.ts'
import { type Duty, type Message, NOBODY, type Pager, type Sent } from './pager.ts'
import { openRegister, type Register } from './register.ts'
import type { DeskOutcome } from './room.ts'
import { DESK_PLAN, minutes, type Said, type SampleRoom, sampleRoom, say } from './samples.ts'
import { createThreatDesk, type MakeBundle } from './threat-desk.ts'
import { createWatch, type Watch } from './watch.ts'

/*
 * For tests: a line in memory with the desk and its watch over it. What was published is there afterwards; all else dies with `restart`.
 */

export const KEY = new Uint8Array(32).fill(7)

export interface TellingPager extends Pager {
  /** What arrived: who was called, under which id. */
  got: { to: string; id: string; message: Message }[]
}

/** A channel that answers what it is told, after what it is told to wait for. */
export function tellingPager(
  name = 'email',
  answer: (to: string, nth: number) => Sent | Promise<Sent> = () => ({ ok: true, detail: 'taken' }),
): TellingPager {
  const got: TellingPager['got'] = []
  return {
    name,
    got,
    reaches: () => true,
    async send(to, message) {
      got.push({ to, id: message.id, message })
      return answer(to, got.length)
    },
    close: async () => {},
  }
}

export const dutyOf = (pagers: Pager[], people = ['mira', 'sol', 'teo']): Duty => ({
  pagers,
  onDuty: () => people,
  address: 'https://holdfast.example',
})

export function deskLine({
  clock = stillClock(AT),
  duty = NOBODY,
  bundle,
  plan = DESK_PLAN,
}: {
  clock?: WallClock & { set?(at: number): void }
  duty?: Duty
  bundle?: MakeBundle
  plan?: typeof DESK_PLAN
}) {
  const room: SampleRoom = sampleRoom(plan)
  const log: Event[] = []
  const led: DeskOutcome = { threats: [], decisions: [], jobs: [], outbox: [] }

  const publish = async (events: Event[]): Promise<Admission[]> =>
    events.map((event): Admission => {
      if (log.some(({ id }) => id === event.id)) return { status: 'duplicate', id: event.id }
      log.push(event)
      if (isDeskEvent(event)) {
        const outcome = actAtDesk(event, room)
        led.decisions.push(...outcome.decisions)
        led.outbox.push(...outcome.outbox)
      } else if (event.type === 'order.received') takeOrder(event, room)
      return { status: 'accepted', id: event.id }
    })

  const state = (key: string): EntityState | undefined => {
    if (key === DESK_KEY) return { key, tallies: {}, desk: room.standing }
    const [kind, ...rest] = key.split(':')
    const id = rest.join(':')
    const found =
      kind === 'threat' ? room.cases.get(id) : kind === 'order' ? room.orders.get(id) : room.requests.get(id)
    return found === undefined ? undefined : ({ key, tallies: {}, [kind!]: found } as EntityState)
  }
  const store = {
    load: async (keys: string[]) => keys.map(state),
    async *eachThreat() {
      for (const standing of room.cases.values()) yield rowOf(standing)
    },
  }
  const complaints: string[] = []
  const shared = { store, bus: { publish }, clock, duty, plan: () => plan, key: KEY }
  const desk = createThreatDesk({ ...shared, ...(bundle && { bundle }) })
  const newWatch = (): Watch =>
    createWatch({ ...shared, random: seededRandom(1), complain: (message) => void complaints.push(message) })
  return {
    room,
    log,
    led,
    clock,
    desk,
    publish,
    newWatch,
    complaints,
    say: (said: Said) => say(room, said),
    after: (minute: number) => clock.set?.(AT + minute * 60_000),
    order: (id: string, parts: Partial<OrderReceived['order']> = {}, at = 0) =>
      publish([
        {
          id: `e-${id}`,
          type: 'order.received',
          at: minutes(at),
          account: 'acct:1',
          order: { id, kind: 'removal', authority: 'Office of Examples', post: 'post:1', ...parts },
        },
      ]),
  }
}

/** A register in memory, open at once. */
export function memoryRegister(clock: WallClock): Register & { ledger: LedgerDraft[] } {
  const kept = new Map<string, string>()
  const ledger: LedgerDraft[] = []
  const opening = openRegister({
    store: {
      meta: async (name) => kept.get(name),
      setMeta: async (name, value) => void kept.set(name, value),
      record: async (drafts) => void ledger.push(...drafts),
    },
    key: KEY,
    clock,
  })
  return {
    ledger,
    look: async (by) => (await opening).look(by),
    put: async (people, by) => (await opening).put(people, by),
    remove: async (id, by) => (await opening).remove(id, by),
    recogniser: () => null,
  }
}
