import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import type { PeopleAnswer } from '../api/types.ts'

const PEOPLE = ['people']

export const usePeople = () => useQuery({ queryKey: PEOPLE, queryFn: () => call<PeopleAnswer>('/v1/people') })

/** Asks for a change of who works here; the list is fetched anew after it. */
export function usePeopleChange<A, T = unknown>(work: (argument: A) => Promise<T>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: () => queries.invalidateQueries({ queryKey: PEOPLE }),
  })
}
