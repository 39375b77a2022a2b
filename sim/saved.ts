import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** What the town keeps between two starts. */
export interface Saved {
  version: 1
  seed: number
  /** Of the coming or present run; each run has its own, so that ids never come twice. */
  stage: number
  /** Events brought in all runs together. */
  events: number
}

/** Reads what an earlier run left; a fresh town where there is none or it cannot be read. */
export function readSaved(path: string, seed: number): Saved {
  const fresh: Saved = { version: 1, seed, stage: 0, events: 0 }
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<Saved>
    const whole = [found.seed, found.stage, found.events].every((value) => Number.isSafeInteger(value))
    if (found.version === 1 && whole) return found as Saved
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return fresh
  }
  // An unreadable file must not lead back to ids that were used: a stage drawn from the clock's seconds has never been.
  return { ...fresh, stage: Math.floor(Date.now() / 1_000) % 1_000_000_000 }
}

/** Whole or not at all, whenever the process ends. */
export function save(path: string, saved: Saved): void {
  const draft = `${path}.new`
  writeFileSync(draft, `${JSON.stringify(saved)}\n`, { mode: 0o600 })
  renameSync(draft, path)
}
