/** How far a long command is. `total` is in the same unit as `done`; unknown for standard input. */
export interface ProgressState {
  done: number
  total: number | null
  /** What is counted for the rate, for example events. */
  count: number
}

export interface Progress {
  update(state: ProgressState): void
  /** A line that stays. */
  note(text: string): void
  end(): void
}

const BAR_WIDTH = 28
const REDRAW_MS = 100
const LINE_MS = 2_000

export const formatCount = (value: number): string => Math.round(value).toLocaleString('en-US')

export function formatDuration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** A bar with rate and time left on a terminal, a line every two seconds elsewhere. Writes to stderr only. */
export function createProgress(options: {
  label: string
  unit: string
  stream?: NodeJS.WriteStream
  steady?: () => number
}): Progress {
  const { label, unit, stream = process.stderr, steady = () => performance.now() } = options
  const startedAt = steady()
  let drawnAt = Number.NEGATIVE_INFINITY
  let last: ProgressState | null = null

  const text = (state: ProgressState): string => {
    const elapsed = Math.max(1, steady() - startedAt)
    const rate = `${formatCount((state.count / elapsed) * 1000)} ${unit}/s`
    if (state.total === null || state.total === 0)
      return `${label} ${formatCount(state.count)} ${unit} · ${rate}`
    const share = Math.min(1, state.done / state.total)
    const left = share > 0 ? formatDuration((elapsed / share) * (1 - share)) : '…'
    const filled = Math.round(share * BAR_WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
    const percent = `${Math.floor(share * 100)} %`.padStart(5)
    const drawn = stream.isTTY ? `${bar} ` : ''
    return `${label} ${drawn}${percent} · ${formatCount(state.count)} ${unit} · ${rate} · ${left} left`
  }

  return {
    update(state) {
      last = state
      const now = steady()
      if (now - drawnAt < (stream.isTTY ? REDRAW_MS : LINE_MS)) return
      drawnAt = now
      stream.write(stream.isTTY ? `\r\x1b[2K${text(state)}` : `${text(state)}\n`)
    },
    note(line) {
      stream.write(stream.isTTY ? `\r\x1b[2K${line}\n` : `${line}\n`)
      if (stream.isTTY) drawnAt = Number.NEGATIVE_INFINITY
    },
    end() {
      if (stream.isTTY && last !== null) stream.write('\r\x1b[2K')
    },
  }
}
