import { canonicalJson } from '../lib/canonical-json.ts'
import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import type { Consulted, Inquiry, Opinions } from './opinions.ts'

/** Answers kept, and for how long: models behind an address change. */
export const REMEMBERED_MAX = 2_000
export const REMEMBERED_MS = 3_600_000

/**
 * The same text posted by a thousand accounts is asked about once. Whole answers are remembered for an hour, gaps never, and who asks while
 * the same question is under way waits for its answer. What is remembered costs nothing and says so.
 */
export function rememberAnswers(opinions: Opinions, clock: Clock): Opinions {
  const known = new Map<string, { at: number; consulted: Consulted }>()
  const underWay = new Map<string, Promise<Consulted>>()

  const ask = async (key: string, inquiry: Inquiry): Promise<Consulted> => {
    try {
      const consulted = await opinions.consult(inquiry)
      if (consulted.gaps.length === 0) keep(key, consulted)
      return consulted
    } finally {
      underWay.delete(key)
    }
  }

  const keep = (key: string, consulted: Consulted): void => {
    known.set(key, { at: clock.steady(), consulted: free(consulted) })
    if (known.size <= REMEMBERED_MAX) return
    const [oldest] = known.keys()
    known.delete(oldest!)
  }

  return {
    ...opinions,
    async consult(inquiry) {
      const key = keyOf(inquiry)
      const found = known.get(key)
      if (found !== undefined && clock.steady() - found.at < REMEMBERED_MS) return found.consulted
      const same = underWay.get(key)
      if (same !== undefined) return free(await same)
      const asking = ask(key, inquiry)
      underWay.set(key, asking)
      return asking
    },
  }
}

/** All that the answer depends on. Terms stand for the glosses that are made of them. */
const keyOf = ({ text, language, policies, permitted, terms }: Inquiry): string =>
  sha256(canonicalJson({ text, language, policies, permitted, terms }))

const free = (consulted: Consulted): Consulted => ({
  ...consulted,
  opinions: consulted.opinions.map((opinion) => ({
    ...opinion,
    ms: 0,
    cost: { requests: 0, characters: 0, tokens: 0 },
  })),
})
