/** Work for one transaction, asked for by callers who do not know of one another. */
export interface Together {
  /** Resolves when the work is durable, together with all that was asked in the same turn of the event loop. */
  add(work: () => void): Promise<void>
  /** Does at once whatever still waits. */
  flush(): void
}

interface Waiting {
  work(): void
  resolve(): void
  reject(error: unknown): void
}

/**
 * Group commit for small writes: a durable transaction costs the same for one row as for a hundred. `write` carries out what it is given in
 * one transaction and throws when that failed, which all who shared it are told. No turn of the event loop is skipped while work
 * waits, so at most what one turn asks for is held.
 */
export function writeTogether(write: (work: () => void) => void): Together {
  let waiting: Waiting[] = []
  let turn: NodeJS.Immediate | null = null

  const flush = (): void => {
    if (turn !== null) clearImmediate(turn)
    turn = null
    const all = waiting
    waiting = []
    if (all.length === 0) return
    try {
      write(() => {
        for (const { work } of all) work()
      })
    } catch (error) {
      for (const { reject } of all) reject(error)
      return
    }
    for (const { resolve } of all) resolve()
  }

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject })
        turn ??= setImmediate(flush)
      }),
    flush,
  }
}
