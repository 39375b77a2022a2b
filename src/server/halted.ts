import { ProblemError } from './problem.ts'
import type { ServerHouse } from './server.ts'

/** Does what puts an event on the bus. A line that is halted is a world that does not answer, not a broken program. */
export async function unlessHalted<T>(work: () => Promise<T>, status: ServerHouse['status']): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { halted } = status()
    if (halted === null) throw error
    throw new ProblemError(503, `the line is halted: ${halted}`, 'Send it again later: nothing was done.', {
      retryAfterSeconds: 5,
    })
  }
}
