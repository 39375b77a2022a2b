import type { Evidence, Hold } from '../model/evidence.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from './vault.ts'

/** What the vault is told of what was committed. */
export interface Keeping {
  /** Told after each commit, in order. Must not throw. */
  follow(committed: { evidence: readonly Evidence[]; holds: readonly Hold[] }): void
  /** Resolves when the vault has heard all of it. */
  settled(): Promise<void>
  /** After a start: what a crash, or a backup brought back, left undone between case data and vault. */
  catchUp(): Promise<void>
}

/**
 * Brings to the vault what the case data says: holds first, then deletions, each after it is on the ledger. Both may be done again. What the vault could not be told is
 * told at the next start. (docs/spec/evidence.md, E15, E26)
 */
export function createKeeping(
  store: Pick<Store, 'eachEvidence' | 'eachHold'>,
  vault: Pick<Vault, 'mark' | 'erase'>,
  complain: (message: string) => void = () => {},
): Keeping {
  let turn: Promise<void> = Promise.resolve()

  const eraseOne = async ({ id, erased }: Evidence): Promise<void> => {
    const { heldBy } = await vault.erase(id, Date.parse(erased!.at))
    if (heldBy.length > 0)
      complain(
        `${id} was to be deleted, but the vault knows holds on it that the case data does not: ${heldBy.join(', ')}`,
      )
  }
  const tell = async ({ evidence, holds }: Parameters<Keeping['follow']>[0]): Promise<void> => {
    if (holds.length > 0) await vault.mark([...holds])
    for (const one of evidence) if (one.erased !== null) await eraseOne(one)
  }

  return {
    follow(committed) {
      if (committed.holds.length === 0 && committed.evidence.every(({ erased }) => erased === null)) return
      turn = turn
        .then(() => tell(committed))
        .catch((error) => complain(`the vault could not be told: ${error.message}`))
    },
    settled: () => turn,
    async catchUp() {
      const holds: Hold[] = []
      for await (const hold of store.eachHold()) holds.push(hold)
      await vault.mark(holds)
      for await (const evidence of store.eachEvidence())
        if (evidence.erased !== null) await eraseOne(evidence)
    },
  }
}
