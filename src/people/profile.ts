import type { PersonId } from '../model/person.ts'
import { accessDraft } from './audit.ts'
import { cleanDisplayName, DISPLAY_NAME_LENGTH_MAX } from './names.ts'
import { passwordFault } from './password.ts'
import type { PeopleDesk } from './people.ts'
import { noSuchPerson, type Outcome, refused } from './refusal.ts'

/** What people change of themselves: how they are called, and their password. */
export const rename = (desk: PeopleDesk, id: PersonId, displayName: string): Promise<Outcome<object>> =>
  desk.inTurn(async () => {
    const clean = cleanDisplayName(displayName)
    if (clean === '' || clean.length > DISPLAY_NAME_LENGTH_MAX)
      return refused(
        'invalid',
        `a display name has 1 to ${DISPLAY_NAME_LENGTH_MAX} characters`,
        'Change it.',
        {
          field: 'displayName',
        },
      )
    const person = await desk.store.person(id)
    if (person === undefined) return noSuchPerson()
    await desk.store.changeAccess({
      people: [{ ...person, displayName: clean }],
      ledger: [accessDraft(desk.clock, id, 'profile changed')],
    })
    return { ok: true }
  })

/**
 * Sets a password. Where there is one it must be given too, unless its owner just came by a link because they forgot it, and is guessed no faster here than at the door. All other sessions end: whoever
 * changes a password often does so because somebody else knows it.
 */
export async function changePassword(
  desk: PeopleDesk,
  { id, session, byLink }: { id: PersonId; session: string; byLink: boolean },
  { current, next }: { current?: string; next: string },
): Promise<Outcome<{ ended: string[] }>> {
  const { store, clock, passwords, attempts } = desk
  const before = await store.person(id)
  if (before === undefined) return noSuchPerson()
  const fault = passwordFault(next, before.name)
  if (fault !== null) return refused('invalid', fault, 'Choose another.', { field: 'next' })
  if (before.password !== null && !byLink) {
    const attempt = { name: before.name, address: '', device: `session ${session}` }
    const waitSeconds = attempts.take(attempt)
    if (waitSeconds > 0) return refused('wait', 'too many tries that failed', 'Wait.', { waitSeconds })
    if (!(await passwords.fits(current ?? '', before.password)))
      return refused('forbidden', 'this is not the password you have', 'Try again.', { field: 'current' })
    attempts.succeeded(attempt)
  }
  const password = await passwords.hash(next)
  return desk.inTurn(async () => {
    const person = await store.person(id)
    if (person?.password !== before.password) return noSuchPerson()
    const sessions = await store.accessRows({ kind: 'session', person: id })
    const ended = sessions.map((row) => row.id).filter((one) => one !== session)
    await store.changeAccess({
      people: [{ ...person, password }],
      drop: ended,
      ledger: [accessDraft(clock, id, 'password changed', { ended })],
    })
    return { ok: true, ended }
  })
}
