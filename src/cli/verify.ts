import { createProgress, formatCount } from './progress.ts'
import { CommandError, type Tools } from './tools.ts'

/** `holdfast verify`: walks log and ledger, and names the first broken entry. */
export async function verify(options: { data: string }, tools: Tools): Promise<void> {
  const store = await tools.openStore(options.data)
  try {
    const progress = createProgress({ label: 'verifying', unit: 'entries' })
    let entries = 0
    const fault = await store.verify((done, total) => {
      entries = done
      progress.update({ done, total, count: done })
    })
    progress.end()
    if (fault !== null)
      throw new CommandError(
        `${fault.where}: ${fault.what}\nEverything before it stands. Keep this folder as it is and restore a copy beside it.`,
      )
    process.stdout.write(
      `the ledger verifies: ${formatCount(entries)} entries, every hash and every link of the chain\n`,
    )
  } finally {
    await store.close()
  }
}
