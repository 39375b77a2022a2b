/** What was verified of a bundle. */
export interface VerifiedBundle {
  files: number
  bytes: number
  /** SHA-256 of its manifest. */
  manifest: string
  ledger: { size: number; root: string }
  stamped: boolean
}
export function headerOf(name: string, bytes: number): Buffer
/** Throws an error with `where` and `what`, which name the first thing that is wrong. */
export function verifyBundle(path: string): VerifiedBundle
