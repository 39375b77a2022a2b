export type Turn = 'mine' | 'full' | 'late'

/** So many at once, so many waiting in the order they came; whoever comes when all places are taken is turned away at once. */
export interface Turns {
  /** `mine` must be given back exactly once, with `give`. */
  take(signal: AbortSignal): Promise<Turn>
  give(): void
  under(): number
  waiting(): number
}

export function createTurns({ atOnce, waitingMax }: { atOnce: number; waitingMax: number }): Turns {
  let active = 0
  const line = new Set<(turn: Turn) => void>()
  return {
    under: () => active,
    waiting: () => line.size,
    async take(signal) {
      if (signal.aborted) return 'late'
      if (active < atOnce) {
        active += 1
        return 'mine'
      }
      if (line.size >= waitingMax) return 'full'
      return new Promise((resolve) => {
        const step = (turn: Turn) => {
          line.delete(step)
          signal.removeEventListener('abort', leave)
          resolve(turn)
        }
        const leave = () => step('late')
        line.add(step)
        signal.addEventListener('abort', leave, { once: true })
      })
    },
    give() {
      const [next] = line
      if (next === undefined) active -= 1
      else next('mine')
    },
  }
}
