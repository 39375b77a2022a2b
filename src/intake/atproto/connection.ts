/** Why a connection is over. */
export type Ending = 'closed' | 'stalled' | 'behind' | 'stopped' | 'unreachable'

export interface Connection {
  /** What came since it was last asked, in order, at most `max`; waits for the first. Empty when the connection is over and all was given. */
  next(max: number): Promise<(Uint8Array | string)[]>
  /** Set once it is over. */
  ending(): Ending | null
  /** Ends it, for this reason where it has none yet. */
  close(why?: Ending): void
}

export interface ConnectionSettings {
  /** A service that says nothing for so long is given up. */
  stallMs: number
  /** Bytes held at most that were received and not yet taken. A socket cannot be told to wait, so it is closed and opened again from the cursor. */
  waitingBytesMax: number
}

/** One WebSocket, read at the reader's pace. */
export function connect(
  url: string,
  { stallMs, waitingBytesMax }: ConnectionSettings,
  signal: AbortSignal,
): Connection {
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  const waiting: (Uint8Array | string)[] = []
  let bytes = 0
  let opened = false
  let ending: Ending | null = null
  let wake: (() => void) | null = null

  const end = (why: Ending): void => {
    if (ending !== null) return
    ending = why
    clearTimeout(stalling)
    signal.removeEventListener('abort', stop)
    if (socket.readyState !== WebSocket.CLOSED) socket.close()
    wake?.()
  }
  const stop = () => end('stopped')
  const stalling = setTimeout(() => end(opened ? 'stalled' : 'unreachable'), stallMs)
  const take = ({ data }: MessageEvent): void => {
    if (ending !== null) return
    stalling.refresh()
    const piece = typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer)
    bytes += piece.length
    waiting.push(piece)
    wake?.()
    if (bytes > waitingBytesMax) end('behind')
  }

  socket.addEventListener('open', () => {
    opened = true
  })
  socket.addEventListener('message', take)
  socket.addEventListener('error', () => end(opened ? 'closed' : 'unreachable'))
  socket.addEventListener('close', () => end(opened ? 'closed' : 'unreachable'))
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop)

  return {
    async next(max) {
      if (waiting.length === 0 && ending === null)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      wake = null
      const taken = waiting.splice(0, max)
      for (const piece of taken) bytes -= piece.length
      return taken
    },
    ending: () => ending,
    close: (why = 'stopped') => end(why),
  }
}
