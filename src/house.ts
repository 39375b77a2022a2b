import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Bus } from './bus/bus.ts'
import { inlineBus } from './bus/inline.ts'
import {
  CommandError,
  type EvidenceSettings,
  type HouseOptions,
  type LoadedPack,
  type OpenHouse,
} from './cli/tools.ts'
import { timeOfStream } from './desk/stream-now.ts'
import { createEvidenceDesk, type EvidenceDesk } from './evidence/desk.ts'
import { createKeeping } from './evidence/keeping.ts'
import type { Vault } from './evidence/vault.ts'
import { createDoor } from './intake/door.ts'
import { systemClock } from './lib/clock.ts'
import { seededRandom } from './lib/random.ts'
import { createLineageIndex } from './lineage/lineage.ts'
import type { PackLoaded } from './model/event.ts'
import type { Band } from './opinions/band.ts'
import { openOpinions } from './opinions/open.ts'
import type { Opinions } from './opinions/opinions.ts'
import { withSecondOpinion } from './opinions/second-opinion.ts'
import { loadSettings } from './opinions/settings.ts'
import { loadPaging } from './paging/paging.ts'
import { type Committed, createLine, type House, type Line } from './pipeline.ts'
import { stampWith } from './preserve/timestamp.ts'
import { openVault } from './preserve/vault.ts'
import { type Measurer, threadedMeasurer } from './reading/measure.ts'
import { formatProblems, loadPack, packFromFiles, watchPack } from './rules/load.ts'
import { type Plan, planOf } from './rules/rules.ts'
import { createSlowThinker } from './slow-thinker.ts'
import { openSqliteStore } from './store/sqlite/sqlite.ts'
import type { Store } from './store/store.ts'
import type { Duty } from './threats/pager.ts'
import { openRegister, withRegister } from './threats/register.ts'
import type { MakeBundle, PlaceHold } from './threats/threat-desk.ts'

export interface HouseListeners {
  committed?(batch: Committed): void
  /** Something went wrong that stops nothing: for the log. */
  complain?(message: string): void
}

/** Opens an installation: its store, reader, line and bus, caught up with its log and under the pack given. */
export async function openHouse(options: HouseOptions, listeners: HouseListeners = {}): Promise<OpenHouse> {
  const loaded = loadPlanFiles(options.policies)
  const asked = options.opinions ? await openOpinionsFile(options.opinions) : null
  const store = await openSqliteStore(options.data)
  let vault: Vault | undefined
  try {
    vault = openVaultOf(options)
    return await furnish(store, vault, loaded, { ...options, asked }, listeners)
  } catch (error) {
    await asked?.opinions.close()
    await vault?.close()
    await store.close()
    throw error
  }
}

async function furnish(
  store: Store,
  vault: Vault,
  loaded: LoadedPack,
  options: HouseOptions & { asked: Asked | null },
  listeners: HouseListeners,
): Promise<OpenHouse> {
  const { pack } = loaded.plan
  const threads = options.threads ?? Math.max(1, availableParallelism() - 1)
  const reader = await threadedMeasurer(pack.banks, {
    threads,
    ...(options.model && { model: options.model }),
  })
  const plan = (): Plan | null => line.plan()
  const { asked } = options
  const measurer =
    asked === null ? reader : withSecondOpinion(reader, asked.opinions, { band: asked.band, plan })
  const bus = inlineBus()
  const thinker = createSlowThinker({ store, bus, complain: (message) => listeners.complain?.(message) })
  const keeping = createKeeping(store, vault, (message) => listeners.complain?.(message))
  await keeping.catchUp()
  const planFor = rememberPlan(store, loaded)
  const key = installationKey(options.data)
  const register = await openRegister({ store, key, clock: systemClock })
  const line = createLine({
    store,
    vault,
    measurer: withRegister(measurer, register),
    planFor,
    newLineageIndex: createLineageIndex,
    committed(batch) {
      thinker.committed(batch)
      keeping.follow(batch.judgement)
      listeners.committed?.(batch)
    },
  })
  await line.recover()
  bus.consume((events) => line.process(events))
  await putInForce(loaded, { store, bus, line, measurer })
  await thinker.begin()
  const door = createDoor({ key })
  return {
    store,
    vault,
    bus,
    line,
    measurer,
    register,
    key,
    bills: () => asked?.opinions.bills() ?? [],
    pack,
    admit: (raw) => door.admit(raw),
    async takePack(next) {
      planFor.learn(next)
      await measurer.reload(next.plan.pack.banks)
      await putInForce(next, { store, bus, line, measurer })
    },
    thought: () => thinker.settled(),
    async close() {
      await thinker.stop()
      await bus.close()
      if (line.halted() === null) await store.settle()
      await measurer.close()
      await keeping.settled()
      await vault.close()
      await store.close()
    },
  }
}

/** Who is asked for second opinions, and where. */
interface Asked {
  opinions: Opinions
  band: Band
}

/** By the file of `--opinions`. Throws a CommandError with all that is wrong with it; nobody is asked yet. */
export async function openOpinionsFile(path: string): Promise<Asked> {
  const loaded = loadSettings(path, process.env)
  if (!loaded.ok) throw new CommandError(formatProblems(loaded.problems))
  const { settings } = loaded
  const random = seededRandom(randomBytes(4).readUInt32LE())
  const opened = await openOpinions(settings, { clock: systemClock, random })
  if (!opened.ok) throw new CommandError(`${path}: ${opened.reason}`)
  return { opinions: opened.opinions, band: settings.band }
}

/** By the file of `--paging`. Throws a CommandError with all that is wrong with it; nobody is called yet. */
export function openPagingFile(path: string): Duty {
  const loaded = loadPaging(path, systemClock, process.env)
  if (!loaded.ok) throw new CommandError(formatProblems(loaded.problems))
  return loaded.duty
}

export function loadPlanFiles(directory: string): LoadedPack {
  if (!existsSync(directory)) throw new CommandError(`${directory}: there is no such folder of policies`)
  const result = loadPack(directory)
  if (!result.ok) throw new CommandError(formatProblems(result.problems))
  return { plan: planOf(result.pack), files: JSON.stringify(result.files) }
}

/** Plans by hash: the one just loaded, or a former one from the store. */
export function rememberPlan(
  store: Store,
  loaded?: LoadedPack,
): House['planFor'] & { learn(loaded: LoadedPack): void } {
  const plans = new Map<string, Plan>()
  const learn = ({ plan }: LoadedPack) => void plans.set(plan.pack.hash, plan)
  if (loaded !== undefined) learn(loaded)
  const planFor = async (hash: string): Promise<Plan> => {
    const known = plans.get(hash)
    if (known !== undefined) return known
    const files = await store.pack(hash)
    if (files === undefined) throw new Error(`the policy pack ${hash} is not in the store`)
    const result = packFromFiles(JSON.parse(files))
    if (!result.ok)
      throw new Error(`the policy pack ${hash} no longer loads: ${formatProblems(result.problems)}`)
    const plan = planOf(result.pack)
    plans.set(hash, plan)
    return plan
  }
  return Object.assign(planFor, { learn })
}

/** Makes a pack the one in force, by an event of its own, so that a replay changes packs where the stream did. */
export async function putInForce(
  { plan, files }: LoadedPack,
  { store, bus, line, measurer }: { store: Store; bus: Bus; line: Line; measurer: Measurer },
): Promise<void> {
  const { hash } = plan.pack
  if (line.packInForce() === hash) return
  await store.putPack(hash, files)
  const { logged } = store.position()
  const event: PackLoaded = {
    id: `pack-${logged + 1}-${hash.slice(-12)}`,
    type: 'pack.loaded',
    // After the last event, not by the clock on the wall.
    at: await timeOfStream(store),
    account: 'holdfast',
    pack: { hash, reader: measurer.version },
  }
  await bus.publish([event])
}

/** The installation's own secret: what e-mail, IP and device tokens are keyed with. Made once, readable by its owner alone. */
export function installationKey(data: string): Uint8Array {
  const path = join(data, 'installation.key')
  mkdirSync(data, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
}

/** The desk of evidence of an open installation. */
export function evidenceDesk(
  { store, vault, bus }: OpenHouse,
  { retention, tsaUrl }: EvidenceSettings,
): EvidenceDesk {
  const address = tsaUrl === undefined ? null : URL.parse(tsaUrl)
  if (tsaUrl !== undefined && !/^https?:$/.test(address?.protocol ?? ''))
    throw new CommandError('--tsa-url takes the address of a time-stamping authority, with http or https')
  return createEvidenceDesk({
    store,
    vault,
    bus,
    clock: systemClock,
    stamp: address && stampWith(address),
    ...(retention && { retention }),
  })
}

/** Places a hold on what an act of the threat desk makes the house keep. */
export const holdOn =
  (evidence: Pick<EvidenceDesk, 'place'>): PlaceHold =>
  async (wish) => {
    const placed = await evidence.place(wish)
    return placed.ok ? null : placed.reason
  }

/** Writes the evidence bundle of a case that is referred, beside the data, and says what it is known by. */
export function bundleInto(folder: string, evidence: Pick<EvidenceDesk, 'export'>): MakeBundle {
  return async (caseId) => {
    const made = await evidence.export([caseId], { by: 'holdfast', why: 'it is referred', via: 'referral' })
    if (!made.ok) throw new Error(made.reason)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, `${caseId}-${randomBytes(4).toString('hex')}.tar`)
    const hash = createHash('sha256')
    let bytes = 0
    const file = await open(path, 'wx', 0o600)
    try {
      for await (const chunk of made.value.chunks) {
        hash.update(chunk)
        bytes += chunk.length
        await file.write(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    return { sha256: hash.digest('hex'), bytes, path }
  }
}

/** The vault of an installation: in a folder of its own, under the keys that are given, or else the key made beside the others. */
export const openVaultOf = (
  { data, evidenceKeyFile }: Pick<HouseOptions, 'data' | 'evidenceKeyFile'>,
  { readOnly = false } = {},
): Vault =>
  openVault({
    folder: join(data, 'evidence'),
    keys: {
      given: process.env['HOLDFAST_EVIDENCE_KEY'],
      file: evidenceKeyFile || join(data, 'evidence.key'),
    },
    readOnly,
  })

/** Watches the policy folder. A changed pack that checks comes into force; one that does not is told and changes nothing. */
export function watchPolicies(
  directory: string,
  house: OpenHouse,
  told: { taken(hash: string): void; refused(problems: string): void },
): { close(): void } {
  let turn: Promise<unknown> = Promise.resolve()
  return watchPack(directory, {
    onResult(result) {
      if (!result.ok) return told.refused(formatProblems(result.problems))
      if (result.pack.hash === house.line.packInForce()) return
      turn = turn
        .then(() => house.takePack({ plan: planOf(result.pack), files: JSON.stringify(result.files) }))
        .then(() => told.taken(result.pack.hash))
        .catch((error) => told.refused(String(error.message)))
    },
  })
}
