/** Somebody asked a command to stop: Ctrl-C, or a signal of the system. */
export interface Stop {
  readonly asked: boolean
  /** 128 and the number of the signal, as shells have it. */
  readonly exitCode: number
  /** Called when a stop is asked for, or at once where it was already. */
  onAsked(listener: () => void): void
  forget(): void
}

const NUMBERS = { SIGINT: 2, SIGTERM: 15 } as const

/** The first signal asks for a clean end and says so; the second ends the process as usual. */
export function stopOnSignal(saying: string): Stop {
  const listeners: (() => void)[] = []
  let signal: keyof typeof NUMBERS | null = null
  const ask = (name: NodeJS.Signals) => {
    signal = name as keyof typeof NUMBERS
    forget()
    process.stderr.write(`\n${saying}\n`)
    for (const listener of listeners) listener()
  }
  const forget = () => {
    for (const name of Object.keys(NUMBERS)) process.off(name, ask)
  }
  for (const name of Object.keys(NUMBERS)) process.on(name, ask)
  return {
    get asked() {
      return signal !== null
    },
    get exitCode() {
      return signal === null ? 0 : 128 + NUMBERS[signal]
    },
    onAsked(listener) {
      if (signal !== null) listener()
      else listeners.push(listener)
    },
    forget,
  }
}
