import { VaultError } from '../evidence/vault.ts'
import { type VerifiedBundle, verifyBundle } from '../evidence/verify.mjs'
import type { Store } from '../store/store.ts'
import { printable } from './printable.ts'
import { createProgress, formatCount } from './progress.ts'
import { CommandError, type Tools } from './tools.ts'

interface VerifyOptions {
  data: string
  bundle?: string
  evidenceKeyFile?: string
}

/** `holdfast verify`: walks log, ledger and vault, and names the first broken entry or file; or does the same for a bundle. */
export async function verify(options: VerifyOptions, tools: Tools): Promise<void> {
  if (options.bundle !== undefined) return verifyOne(options.bundle)
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
    const files = await verifyVault(store, options, tools)
    process.stdout.write(
      `the ledger verifies: ${formatCount(entries)} entries, every hash and every link of the chain\n${files}`,
    )
  } finally {
    await store.close()
  }
}

function verifyOne(path: string): void {
  let verified: VerifiedBundle
  try {
    verified = verifyBundle(path)
  } catch (error) {
    const { where, message } = error as { where?: string; message: string }
    throw new CommandError(
      printable(where === undefined ? `${path} cannot be read: ${message}` : `${path} is broken. ${message}`),
    )
  }
  const { files, bytes, manifest, ledger, stamped } = verified
  process.stdout.write(
    `the bundle is whole: ${formatCount(files)} files, ${formatCount(bytes)} bytes\nmanifest ${manifest}\nledger ${formatCount(ledger.size)} entries, root ${ledger.root}\n${stamped ? 'timestamp.tsr is there: check its signature with openssl ts -verify\n' : ''}`,
  )
}

/** Every file opens and is what its name says, and nothing that the case data speaks of is missing. */
async function verifyVault(store: Store, options: VerifyOptions, tools: Tools): Promise<string> {
  let vault: ReturnType<Tools['openVault']>
  try {
    vault = tools.openVault(options)
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'missing') throw error
    for await (const { id, erased } of store.eachEvidence())
      if (erased === null)
        throw new CommandError(`evidence ${id}: its bytes are missing, for there is no vault`)
    return ''
  }
  try {
    const fault = await vault.check()
    if (fault !== null) throw new CommandError(`${fault.where}: ${fault.what}`)
    let [pieces, files] = [0, 0]
    for await (const { id, snapshot, media, erased } of store.eachEvidence()) {
      if (erased !== null) continue
      pieces += 1
      const named = [
        snapshot?.sha256,
        ...media.map(({ status, sha256 }) => (status === 'kept' ? sha256 : null)),
      ]
      for (const name of named) {
        if (name == null) continue
        files += 1
        if (!(await vault.has(name)))
          throw new CommandError(`evidence ${id}: its file ${name} is missing from the vault`)
      }
    }
    return `the vault verifies: ${formatCount(pieces)} pieces of evidence, ${formatCount(files)} files\n`
  } finally {
    await vault.close()
  }
}
