/*
 * Who may do what, as data. A route of the server names one permission; a role is a list of them; a person has roles, a key has permissions.
 */

/**
 * The closed list. `intake` brings events, `check` asks about texts, `read` sees decisions and status, `review` works in queues and decides,
 * `senior` approves what needs two people and sees a queue's quality, `threats` sees threat cases and protected people, `evidence` opens what was
 * preserved, `appeals` hears appeals, `audit` sees who did what, by name, `rules` changes the policy pack, `people` invites and gives roles, `labels` sets labels
 * by hand, `metrics` scrapes measurements, `admin` runs the installation: keys, dead letters.
 */
export const PERMISSIONS = [
  'intake',
  'check',
  'read',
  'review',
  'metrics',
  'admin',
  'senior',
  'threats',
  'evidence',
  'appeals',
  'audit',
  'rules',
  'people',
  'labels',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/**
 * No role contains another's permissions by rank: what is need-to-know (threats, evidence) stays so before an administrator, too, who can give
 * themselves the role, and the ledger says that they did. Nobody brings events as a person.
 */
export const ROLES = {
  reviewer: ['read', 'check', 'review'],
  senior: ['read', 'check', 'review', 'senior', 'labels'],
  'threat-desk': ['read', 'check', 'threats', 'evidence'],
  appeals: ['read', 'check', 'appeals'],
  auditor: ['read', 'audit'],
  analyst: ['read', 'check', 'rules', 'labels'],
  administrator: ['read', 'metrics', 'admin', 'people'],
} as const satisfies Record<string, readonly Permission[]>
export type Role = keyof typeof ROLES

export const ROLE_NAMES = Object.keys(ROLES) as Role[]

export const isPermission = (name: string): name is Permission =>
  (PERMISSIONS as readonly string[]).includes(name)
export const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name)

/** What somebody with these roles may do, in the order of the list. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  const given = new Set<Permission>(roles.flatMap((role) => [...ROLES[role]]))
  return PERMISSIONS.filter((permission) => given.has(permission))
}
