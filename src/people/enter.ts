import type { Person, SignInMethod } from '../model/person.ts'
import { accessDraft } from './audit.ts'
import { deviceOf, markFor } from './devices.ts'
import { isOfLink, withLink } from './links.ts'
import { foldName } from './names.ts'
import type { PeopleDesk } from './people.ts'
import { type Outcome, type Refusal, refused } from './refusal.ts'
import { type Arrival, type Begun, beginSession } from './sessions.ts'
import { findAccess } from './visitor.ts'

/** Where somebody stands who wants to come in. */
export type Doorstep = Omit<Arrival, 'method'> & {
  /** The mark of `devices.ts` that the browser kept. */
  mark?: string
}

/** Who came in, with their session and the mark for their browser. */
export type Entry = Begun & { person: Person; mark: string }

/** By name and password. A name that nobody has is answered as a wrong password is, and takes as long. */
export async function enterByPassword(
  desk: PeopleDesk,
  { name, password }: { name: string; password: string },
  doorstep: Doorstep,
): Promise<Outcome<Entry>> {
  const { store, passwords, attempts } = desk
  const folded = foldName(name)
  const known = await store.personNamed(folded)
  const device = known === undefined ? null : await deviceOf(store, known.id, doorstep.mark)
  const attempt = { name: folded, address: doorstep.address ?? '', device }
  const waitSeconds = attempts.take(attempt)
  if (waitSeconds > 0) return waiting(waitSeconds)
  const stored = known?.status === 'active' ? known.password : null
  if (!(await passwords.fits(password, stored))) {
    await noteFailure(desk, 'password', known)
    return WRONG
  }
  attempts.succeeded(attempt)
  const rehashed = passwords.isOutdated(stored!) ? await passwords.hash(password) : null
  return desk.inTurn(async () => {
    // Hashing took a while: the person may have been closed, or have another password, by now.
    const person = await store.person(known!.id)
    if (person?.status !== 'active' || person.password !== stored) return WRONG
    return begin(desk, { ...person, password: rehashed ?? stored }, { ...doorstep, method: 'password' })
  })
}

/** By a one-time link that an administrator made for somebody who is here already. */
export async function enterByLink(
  desk: PeopleDesk,
  token: string,
  doorstep: Doorstep,
): Promise<Outcome<Entry>> {
  const { store, clock } = desk
  const link = await findAccess(store, clock, token)
  if (!isOfLink(link) || link.person === null) return SPENT
  const entry = await withLink(link, () =>
    desk.inTurn(async () => {
      const person = await store.person(link.person!)
      await store.changeAccess({ drop: [link.id], ledger: [] })
      if (person?.status !== 'active') return SPENT
      return begin(desk, person, { ...doorstep, method: 'link' })
    }),
  )
  return entry ?? SPENT
}

/** Begins a session for somebody who has shown who they are. In a turn. */
export async function begin(
  { store, clock }: PeopleDesk,
  person: Person,
  { mark, ...arrival }: Doorstep & { method: SignInMethod },
): Promise<Outcome<Entry>> {
  const begun = await beginSession(store, clock, person, arrival)
  const kept = (await deviceOf(store, person.id, mark)) === null ? await markFor(store, person.id) : mark!
  return { ok: true, ...begun, person, mark: kept }
}

/** Failures per hour that the ledger names one by one; more than that is an attack, and the server's log has it. */
const NOTED_PER_HOUR_MAX = 500
const noted = new WeakMap<PeopleDesk, { since: number; count: number }>()

export async function noteFailure(
  desk: PeopleDesk,
  method: SignInMethod,
  known: Person | undefined,
): Promise<void> {
  const now = desk.clock.now()
  const current = noted.get(desk)
  const hour = current === undefined || now - current.since > 3_600_000 ? { since: now, count: 0 } : current
  noted.set(desk, hour)
  hour.count += 1
  // The name that was typed stays out: it is often a password in the wrong field.
  if (hour.count <= NOTED_PER_HOUR_MAX)
    await desk.store.record([
      accessDraft(desk.clock, null, 'sign-in failed', { of: known?.id ?? null, method }),
    ])
}

const WRONG: Refusal = refused(
  'wrong',
  'name and password do not fit together',
  'Try again, use a passkey, or ask an administrator for a new link.',
)

export const SPENT: Refusal = refused(
  'wrong',
  'this link was used already, or has lapsed',
  'Ask an administrator for a new one.',
)

const waiting = (waitSeconds: number): Refusal =>
  refused(
    'wait',
    'too many tries that failed',
    'Wait, or sign in with a passkey or from a browser you used before.',
    { waitSeconds },
  )
