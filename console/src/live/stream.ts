import type { StreamMessage } from '../api/types.ts'

export type StreamState = 'connecting' | 'open' | 'lost'

export interface Stream {
  /** Tries at once instead of waiting for the next turn. */
  retry(): void
  close(): void
}

const RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000]
/** Ticks come each second; so long a silence means that nobody is there, whatever the socket says. */
const SILENCE_MS_MAX = 8_000

/** Listens to `GET /v1/live` and comes back by itself, later and later, for as long as it takes. */
export function openStream(
  onMessage: (message: StreamMessage) => void,
  onState: (state: StreamState) => void,
): Stream {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const wait = (ms: number, then: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(then, ms)
  }
  const listen = () => {
    source?.close()
    source = new EventSource('/v1/live')
    wait(SILENCE_MS_MAX, lose)
    source.onopen = () => {
      failures = 0
      onState('open')
    }
    source.onmessage = ({ data }) => {
      wait(SILENCE_MS_MAX, lose)
      onMessage(JSON.parse(data))
    }
    // The browser's own way back has no word for a session that ended and no bound on its patience.
    source.onerror = lose
  }
  const lose = () => {
    source?.close()
    onState('lost')
    wait(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]!, listen)
  }

  onState('connecting')
  listen()
  return {
    retry: listen,
    close() {
      clearTimeout(timer)
      source?.close()
    },
  }
}
