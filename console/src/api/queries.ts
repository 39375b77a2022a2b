import {
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { CallError, call, isSignedOut } from './call.ts'
import { presence } from './presence.ts'
import type {
  DecisionsAnswer,
  LinkFinding,
  LinkView,
  OutboxAnswer,
  PoliciesAnswer,
  SessionAnswer,
  StatusAnswer,
  WaysAnswer,
} from './types.ts'

/* What the page asks for, apart from the stream. */

const STATUS_EVERY_MS = 3_000
const DEAD_EVERY_MS = 10_000
export const DECISIONS_PER_PAGE = 100

export const SESSION = ['session']

/** Who left stands at the door again, whatever was asked; who did not is waited for (presence.ts). */
export function createQueries(): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error) && presence.person() === null) queries.setQueryData(SESSION, null)
  }
  const isRefusal = (error: unknown) =>
    error instanceof CallError && error.status >= 400 && error.status < 500
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: (times, error) => times < 2 && !isRefusal(error) } },
  })
  return queries
}

/** Whoever is signed in works at this page from now on; where that is somebody else, nothing of the former's stays on the screen. */
export function here(session: SessionAnswer): SessionAnswer {
  if (presence.arrived(session.person.id) === 'other') location.replace('/')
  return session
}

/** Asked for only while `enabled`: an answer that is older than a sign-in under way must not overwrite it. */
export const useSession = (enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: SESSION,
    queryFn: () =>
      call<SessionAnswer>('/v1/session').then(here, (error) => {
        if (isSignedOut(error)) return null
        throw error
      }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    // A server that is being restarted: the page comes up by itself as soon as it answers.
    refetchInterval: ({ state }) => (state.status === 'error' ? 2_000 : false),
  })

export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: () => call<StatusAnswer>('/v1/status'),
    refetchInterval: STATUS_EVERY_MS,
  })

export const POLICIES = ['policies']
export const usePolicies = () =>
  useQuery({
    queryKey: POLICIES,
    queryFn: () => call<PoliciesAnswer>('/v1/policies').then(({ policies }) => policies),
    staleTime: 60_000,
  })

export const fetchDecisions = (before?: string): Promise<DecisionsAnswer> =>
  call<DecisionsAnswer>(
    `/v1/decisions?limit=${DECISIONS_PER_PAGE}${before === undefined ? '' : `&before=${encodeURIComponent(before)}`}`,
  )

export const fetchLatestActions = (): Promise<OutboxAnswer> => call<OutboxAnswer>('/v1/outbox?limit=60')

export const DEAD = ['outbox', 'dead']
export const useDeadLetters = () =>
  useQuery({
    queryKey: DEAD,
    queryFn: () => call<OutboxAnswer>('/v1/outbox?status=dead&limit=100').then(({ rows }) => rows),
    refetchInterval: DEAD_EVERY_MS,
  })

export function useResend() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(`/v1/outbox/${encodeURIComponent(id)}/resend`, { post: null }),
    onSettled: () => queries.invalidateQueries({ queryKey: DEAD }),
  })
}

/** Where the server could not be asked the session goes on, and so does the page. */
export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      call('/v1/sign-out', { post: null }).catch((error) => {
        if (!isSignedOut(error)) throw error
      }),
    onSuccess: () => {
      presence.left()
      queries.setQueryData(SESSION, null)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] })
    },
  })
}

export type Credentials = { token: string } | { name: string; password: string }
export const signIn = (credentials: Credentials): Promise<SessionAnswer> =>
  call<SessionAnswer>('/v1/sign-in', { post: credentials }).then(here)

export const lookAtLink = (token: string): Promise<LinkView> =>
  call<LinkView>('/v1/links/look', { post: { token } })

export const WAYS = ['ways']
export const useWays = () =>
  useQuery({ queryKey: WAYS, queryFn: () => call<WaysAnswer>('/v1/sign-in'), staleTime: 60_000 })

/** The link as it stands after a finding comes by the stream, like any other. */
export const useLinkReview = () =>
  useMutation({
    mutationFn: ({
      account,
      ...finding
    }: {
      account: string
      closedAccount: string
      finding: LinkFinding
      why: string
    }) => call(`/v1/links/${encodeURIComponent(account)}/review`, { post: finding }),
  })
