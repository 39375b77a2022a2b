import type { Clock } from '../lib/clock.ts'
import type { PersonId } from '../model/person.ts'
import type { LedgerDraft, Store } from '../store/store.ts'
import type { Visitor } from './visitor.ts'

/** What somebody opened, such as `{ kind: 'job', id }`. */
export interface Viewed {
  kind:
    | 'decision'
    | 'job'
    | 'account'
    | 'post'
    | 'case'
    | 'threat'
    | 'evidence'
    | 'appeal'
    | 'campaign'
    | 'people'
  id: string
}

export interface Audit {
  /**
   * Writes down who opened what. Resolves when the ledger has it, which is before the answer is sent: nothing is seen that is not written down.
   * Calls that come close together share one write.
   */
  viewed(by: Pick<Visitor, 'person' | 'id'>, what: Viewed): Promise<void>
}

/** How long a view waits for others to be written with. */
const GATHER_MS = 5

export function createAudit(store: Pick<Store, 'record'>, clock: Clock): Audit {
  let gathered: LedgerDraft[] = []
  let writing: Promise<void> | null = null

  const write = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS))
    const drafts = gathered
    gathered = []
    writing = null
    await store.record(drafts)
  }

  return {
    viewed({ person, id: by }, { kind, id }) {
      const who = person === null ? { person, key: by } : { person }
      gathered.push({ at: timeOf(clock), kind: 'viewed', body: { ...who, kind, id } })
      writing ??= write()
      return writing
    },
  }
}

/** Who did what to the ways in, for the ledger: ids, never a secret, its hash, or a name. */
export const accessDraft = (
  clock: Clock,
  person: PersonId | null,
  what: AccessAct,
  rest: Record<string, unknown> = {},
): LedgerDraft => ({ at: timeOf(clock), kind: 'access', body: { person, what, ...rest } })

export type AccessAct =
  | 'key issued'
  | 'key revoked'
  | 'link issued'
  | 'link withdrawn'
  | 'signed in'
  | 'sign-in failed'
  | 'signed out'
  | 'session revoked'
  | 'person joined'
  | 'roles changed'
  | 'person closed'
  | 'person reopened'
  | 'profile changed'
  | 'password changed'
  | 'passkey added'
  | 'passkey removed'

const timeOf = (clock: Clock): string => new Date(clock.now()).toISOString()
