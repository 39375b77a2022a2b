import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import { useSession } from './queries.ts'

interface Me {
  person?: { id: string; pseudonym: string; displayName: string }
  permissions?: string[]
}

/** Who is signed in here, and what they may do. */
export function useMe(): { id: string | null; may(permission: string): boolean } {
  const session = useSession(true).data as Me | null | undefined
  const permissions = session?.permissions ?? []
  return { id: session?.person?.id ?? null, may: (permission) => permissions.includes(permission) }
}

interface Colleague {
  id: string
  pseudonym: string
  displayName: string
}

const COLLEAGUES_EVERY_MS = 60_000

/** What a colleague is called. Ids of people stand in rows; their names only here, before people who are signed in. */
export function useColleagues(): (id: string) => string {
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => call<{ people: Colleague[] }>('/v1/colleagues').then(({ people }) => people),
    staleTime: COLLEAGUES_EVERY_MS,
    retry: false,
  }).data
  return (id) => colleagues?.find((colleague) => colleague.id === id)?.displayName ?? id
}
