/** What is known of an account before its next message: what it is called, and whether it is closed. */
export interface Standing {
  handle: string | null
  closed: boolean
}

/** Asks the house about an account; undefined for one it does not know. */
export type Recall = (did: string) => Promise<Standing | undefined>

/**
 * What the stream itself does not repeat: an account's handle, its status, and whom a follow was of, which its deletion does not say.
 * The house is asked where this does not know; follows are known as long as this remembers.
 */
export interface Memory {
  /** Makes `of` know these accounts. */
  prepare(dids: Iterable<string>): Promise<void>
  of(did: string): Standing
  follows: { put(uri: string, target: string): void; of(uri: string): string | undefined }
}

/** Accounts and follows kept: the ones longest untouched make room. */
export const ACCOUNTS_MAX = 50_000
export const FOLLOWS_MAX = 200_000

export function createMemory(recall: Recall): Memory {
  const accounts = new Map<string, Standing>()
  const follows = new Map<string, string>()
  const keep = (did: string, standing: Standing): Standing => {
    touch(accounts, did, standing)
    return standing
  }
  return {
    async prepare(dids) {
      for (const did of new Set(dids))
        keep(did, accounts.get(did) ?? (await recall(did)) ?? { handle: null, closed: false })
      // Only now, so that none of those just prepared goes.
      trim(accounts, ACCOUNTS_MAX)
    },
    of: (did) => accounts.get(did) ?? keep(did, { handle: null, closed: false }),
    follows: {
      put(uri, target) {
        touch(follows, uri, target)
        trim(follows, FOLLOWS_MAX)
      },
      of: (uri) => follows.get(uri),
    },
  }
}

/** A map gives its entries in the order they were put in. */
function touch<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
}

function trim(map: Map<string, unknown>, max: number): void {
  for (const key of map.keys()) {
    if (map.size <= max) return
    map.delete(key)
  }
}
