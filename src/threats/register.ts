import type { Clock } from '../lib/clock.ts'
import type { ProtectedPerson } from '../model/protected.ts'
import type { Measured, MeasureInput, Measurer } from '../reading/measure.ts'
import type { Store } from '../store/store.ts'
import { entryToken, type Recogniser, recogniserOf } from './recognise.ts'
import { seal, unseal } from './sealed.ts'

/*
 * The register of protected people: need to know. It lies sealed in the store and open in memory only while the house is. (docs/spec/threats.md, N1 to N5)
 */

const META = 'protected-people'
const PURPOSE = 'protected people'

interface Parts {
  store: Pick<Store, 'meta' | 'setMeta' | 'record'>
  /** The installation's own. */
  key: Uint8Array
  clock: Clock
}

export interface Register {
  /** Who is in it. Each call is a look, and on the ledger under the name of who looks. */
  look(by: string): Promise<(ProtectedPerson & { token: string })[]>
  /** Puts entries in; one of the same id is replaced. */
  put(
    people: readonly ProtectedPerson[],
    by: string,
  ): Promise<{ added: number; replaced: number; all: number }>
  /** False where there is none with this id. */
  remove(id: string, by: string): Promise<boolean>
  /** Null where the register cannot be opened: a gap, not a register without people. */
  recogniser(): Recogniser | null
}

export class RegisterSealed extends Error {
  override name = 'RegisterSealed'
  constructor() {
    super('the register of protected people was sealed under another key, or was changed since')
  }
}

/** Opens the register. One that cannot be opened is told at each look, and is a gap to the reader. */
export async function openRegister({ store, key, clock }: Parts): Promise<Register> {
  const sealed = await store.meta(META)
  let people = sealed === undefined ? [] : opened(sealed, key)
  let recogniser = people === null ? null : recogniserOf(people, key)

  const known = (): ProtectedPerson[] => {
    if (people === null) throw new RegisterSealed()
    return people
  }
  const note = (by: string, what: string, more: Record<string, unknown>) =>
    store.record([
      {
        at: new Date(clock.now()).toISOString(),
        kind: 'threat',
        body: { act: 'protected', what, by, ...more },
      },
    ])
  const keep = async (next: ProtectedPerson[]): Promise<void> => {
    await store.setMeta(META, seal(JSON.stringify(next), { key, purpose: PURPOSE }))
    people = next
    recogniser = recogniserOf(next, key)
  }

  return {
    async look(by) {
      const all = known()
      await note(by, 'looked', { entries: all.length })
      return all.map((person) => ({ ...structuredClone(person), token: entryToken(key, person.id) }))
    },
    async put(fresh, by) {
      const before = known()
      const ids = new Set(fresh.map(({ id }) => id))
      const kept = before.filter(({ id }) => !ids.has(id))
      const replaced = before.length - kept.length
      const next = [...kept, ...fresh]
      await note(by, 'put', { added: fresh.length - replaced, replaced })
      await keep(next)
      return { added: fresh.length - replaced, replaced, all: next.length }
    },
    async remove(id, by) {
      const before = known()
      const next = before.filter((person) => person.id !== id)
      if (next.length === before.length) return false
      await note(by, 'removed', { entry: entryToken(key, id) })
      await keep(next)
      return true
    },
    recogniser: () => recogniser,
  }
}

function opened(sealed: string, key: Uint8Array): ProtectedPerson[] | null {
  const text = unseal(sealed, { key, purpose: PURPOSE })
  return text === null ? null : (JSON.parse(text) as ProtectedPerson[])
}

/**
 * A measurer whose readings are marked where a text is about somebody of the register. The mark is recorded with the reading, so that judging again
 * needs no register. It is laid over the line's measurer only: who merely checks texts learns nothing of who is protected.
 */
export function withRegister(measurer: Measurer, register: Pick<Register, 'recogniser'>): Measurer {
  return {
    get version() {
      return measurer.version
    },
    async measure(inputs) {
      const measured = await measurer.measure(inputs)
      const recogniser = register.recogniser()
      return measured.map((one, index) => marked(one, inputs[index] ?? null, recogniser))
    },
    reload: (banks) => measurer.reload(banks),
    close: () => measurer.close(),
  }
}

const SEALED_GAP = {
  signal: 'threat.protected',
  reason: 'the register of protected people could not be opened',
}

function marked(one: Measured, input: MeasureInput, recogniser: Recogniser | null): Measured {
  if (input === null || one.reading === null) return one
  if (recogniser === null) return { ...one, gaps: [...one.gaps, SEALED_GAP] }
  const found = recogniser.recognise(input.text, input.mentions ?? [])
  return found.length === 0 ? one : { ...one, reading: { ...one.reading, protected: found } }
}
