import type { Event, RawEvent } from '../model/event.ts'
import { Extras, type Fields, isFields, type Part } from './extra.ts'
import { brokenId, ID_ALONE, KNOWN, KNOWN_IN } from './known.ts'
import { type Making, NO_PARTS, notATime, type PartName } from './making.ts'
import { postOf } from './post.ts'
import { profileOf } from './profile.ts'
import { secretsOf, session, sessionOf } from './session.ts'
import { utcTime } from './time.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { type Invalid, invalidity } from './validity.ts'

export type Admitted =
  | { ok: true; event: Event }
  | { ok: false; id: string | null; field: string | null; reason: string }

/** Where what comes from outside becomes an event. */
export interface Door {
  /** Validates, normalises, replaces what must not be kept. Never throws; what is refused is refused with a reason to act on. */
  admit(raw: unknown): Admitted
}

/** `key`: the installation's key, under which e-mails, addresses and devices become tokens. docs/spec/intake.md, docs/operate/intake.md */
export function createDoor({ key }: { key: Uint8Array }): Door {
  const tokens = createTokens(key)
  return { admit: (raw) => admit(raw, tokens) }
}

function admit(raw: unknown, tokens: Tokens): Admitted {
  const invalid = invalidity(raw)
  if (invalid !== null) return refused(raw, invalid)
  const outside = raw as RawEvent
  const at = utcTime(outside.at)
  if (at === null) return refused(raw, notATime('at', outside.at))
  const broken = brokenId(outside)
  if (broken !== null) return refused(raw, broken)
  const making: Making = { tokens, extras: new Extras(tokens, secretsOf(outside)), problem: null }
  const event = eventOf(outside, at, making)
  const problem = making.problem ?? making.extras.problem
  return problem === null ? { ok: true, event } : refused(raw, problem)
}

function refused(raw: unknown, { field, reason }: Invalid): Admitted {
  const id = isFields(raw) && typeof raw['id'] === 'string' ? raw['id'].slice(0, ID_LENGTH_MAX) : null
  return { ok: false, id, field, reason }
}
const ID_LENGTH_MAX = 512

function eventOf(raw: RawEvent, at: string, making: Making): Event {
  const base = { id: raw.id, at, account: raw.account }
  switch (raw.type) {
    case 'account.created':
    case 'account.updated':
      return finished(
        { ...base, type: raw.type, profile: profileOf(raw.profile, making), ...session(raw, making) },
        raw,
        making,
      )
    case 'account.closed':
      return finished(
        { ...base, type: raw.type, ...(raw.reason ? { reason: raw.reason.toWellFormed() } : null) },
        raw,
        making,
      )
    case 'account.reopened':
    case 'account.deleted':
      return finished({ ...base, type: raw.type }, raw, making)
    case 'post.created':
    case 'post.edited':
      return finished(
        { ...base, type: raw.type, post: postOf(raw.post, making), ...session(raw, making) },
        raw,
        making,
      )
    case 'post.deleted':
      return finished({ ...base, type: raw.type, post: { id: raw.post.id } }, raw, making, 'post')
    case 'follow.created':
    case 'follow.removed':
      return finished({ ...base, type: raw.type, target: raw.target }, raw, making)
    case 'session.seen':
      return finished({ ...base, type: raw.type, session: sessionOf(raw.session, making) }, raw, making)
    case 'report.created':
      return finished(
        { ...base, type: raw.type, report: stated(raw.report, KNOWN_IN.report) },
        raw,
        making,
        'report',
      )
    case 'appeal.filed':
      return finished(
        { ...base, type: raw.type, appeal: stated(raw.appeal, KNOWN_IN.appeal) },
        raw,
        making,
        'appeal',
      )
    case 'order.received':
      return finished(
        { ...base, type: raw.type, order: stated(raw.order, KNOWN_IN.order) },
        raw,
        making,
        'order',
      )
  }
}

/** Adds what is unknown at the event's own level, and in the part named, which has no `extra` of its own. */
function finished<E extends Event>(event: E, raw: RawEvent, making: Making, part?: PartName): E {
  const record = raw as unknown as Fields
  const parts: Part[] =
    part === undefined
      ? NO_PARTS
      : [
          {
            name: part,
            record: record[part] as Fields,
            known: raw.type === 'post.deleted' ? ID_ALONE : KNOWN_IN[part],
          },
        ]
  const extra = making.extras.of(record, KNOWN[raw.type], parts)
  if (extra !== undefined) event.extra = extra
  return event
}

/** The known fields of a part that has no form of its own, those that were not sent left out. */
function stated<T extends object>(part: T, known: ReadonlySet<string>): T {
  const entries = Object.entries(part).filter(
    ([key, value]) => known.has(key) && value !== null && value !== undefined,
  )
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value.toWellFormed() : value]),
  ) as T
}
