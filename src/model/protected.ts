export const PROTECTED_KINDS = ['staff', 'public-figure', 'witness', 'journalist', 'other'] as const
export type ProtectedKind = (typeof PROTECTED_KINDS)[number]

/**
 * That a text is about somebody of the register of protected people. It names nobody: `id` is a keyed token of the entry, which only who
 * holds the installation's key can lead back.
 */
export interface ProtectedMatch {
  id: string
  kind: ProtectedKind
  /** Keyed token of the desk member that the entry is about, if any. */
  member?: string
}

/** An entry of the register. Kept sealed; never in an event, a log or an export. */
export interface ProtectedPerson {
  id: string
  kind: ProtectedKind
  /** For the desk: a name, or what the role is called. */
  label: string
  office: string | null
  /** Forms of the name, in any script. */
  names: string[]
  handles: string[]
  accounts: string[]
  /** Words for the role (employee, موظف), which count beside a word for the organisation. */
  roles: string[]
  organisations: string[]
  /** Who the person is at this desk, if anybody. */
  member: string | null
}

/** What the measurer tells of one text. Bounded. */
export const PROTECTED_MATCHES_MAX = 8
