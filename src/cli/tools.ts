import type { Bus } from '../bus/bus.ts'
import type { CheckInput, CheckRow } from '../check.ts'
import type { EvidenceDesk } from '../evidence/desk.ts'
import type { Retention } from '../evidence/retention.ts'
import type { Vault } from '../evidence/vault.ts'
import type { LineageIndex } from '../lineage/lineage.ts'
import type { Event } from '../model/event.ts'
import type { PolicyPack } from '../model/policy.ts'
import type { Bill, Trial } from '../opinions/opinions.ts'
import type { Line } from '../pipeline.ts'
import type { Model } from '../reading/classifier.ts'
import type { Measurer } from '../reading/measure.ts'
import type { Plan } from '../rules/rules.ts'
import type { Store } from '../store/store.ts'
import type { Register } from '../threats/register.ts'

/*
 * What `main.ts` hands to the commands. Commands import no other edge: the doors, stores and servers they use arrive here.
 */

/** Wrong use: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The command could not be done, and the message says why and what to do: exit code 1, no stack. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** Stopped from outside before the end, cleanly: the exit code says by which signal. */
export class Interrupted extends Error {
  override name = 'Interrupted'
  readonly exitCode: number
  constructor(message: string, exitCode: number) {
    super(message)
    this.exitCode = exitCode
  }
}

export interface HouseOptions {
  data: string
  policies: string
  threads?: number
  readOnly?: boolean
  /** File that says who is asked for second opinions; absent, or empty as environments often have it, for nobody. */
  opinions?: string
  /** File of the reader's weights; absent or empty for the shipped ones. */
  model?: string
  /** File of the keys that seal evidence; absent or empty for the one in the data folder. */
  evidenceKeyFile?: string
}

/** A checked pack: its plan, and its files as JSON for the store, so that it can be asked for again by its hash. */
export interface LoadedPack {
  plan: Plan
  files: string
}

/** An open installation: store, reader, line and bus, caught up with its log. */
export interface OpenHouse {
  store: Store
  vault: Vault
  bus: Bus
  line: Line
  measurer: Measurer
  /** Protected people: need to know. */
  register: Register
  /** The installation's own secret. */
  key: Uint8Array
  /** What second opinions have cost since the start; nothing where nobody is asked. */
  bills(): Bill[]
  pack: PolicyPack
  admit(raw: unknown): AdmittedEvent
  /** Makes another pack the one in force, for all events after those already taken. */
  takePack(next: LoadedPack): Promise<void>
  /** Resolves when the slow thinkers have read all that was taken and told what they found. */
  thought(): Promise<void>
  close(): Promise<void>
}

export type AdmittedEvent =
  | { ok: true; event: Event }
  | { ok: false; id: string | null; field: string | null; reason: string }

export interface SourceLine {
  line: number
  result: AdmittedEvent
  raw: string
}

export interface RefusedFile {
  write(source: string, lines: SourceLine[]): void
  close(): void
}

export interface DrillOptions {
  policies: string
  /** Whom to call; servers on this machine without it. */
  paging?: string
  /** Where links to acknowledge are answered. */
  host: string
  port: number
  /** How long a step may take. */
  waitMs: number
}
export interface DrillStep {
  step: string
  ms: number
  detail: string
}

export interface StartOptions extends HouseOptions {
  host: string
  port: number
  town: boolean
  townRate: number
  webhookUrl?: string
  webhookSecretFile?: string
  /** The page's own address, where a proxy stands before it. */
  origin?: string
  /** File that says through whom people sign in. */
  oidc?: string
  /** Who is called when a person is needed; nobody without it. */
  paging?: string
  logLevel: string
  /** Whether media that are evidence are fetched. */
  media: 'public' | 'off'
  /** Hosts of the platform's own network that may be asked though they are not public, with commas between. */
  mediaHosts?: string
  tsaUrl?: string
  retention?: string
}

export interface EvidenceSettings {
  retention?: Retention
  tsaUrl?: string
}

/** A text of ThreatCheck that may be looked at, and what is right of it. */
export interface LabelledCheck {
  text: string
  language: string
  policy: string | null
  violating: boolean
}

/** A stream of the AT Protocol that is followed. */
export interface FollowOptions {
  /** Address of a relay, a PDS or a Jetstream. */
  service: string
  jetstream: boolean
  /** The place to begin after; null for the cursor that was kept, or for what comes from now on. */
  from: number | null
  /** Domains under which a service gives everybody a handle: they say nothing of whose it is. */
  sharedDomains: string[]
  data: string
}

/** How following goes; kept up to date while it does. */
export interface Followed {
  messages: number
  accepted: number
  duplicates: number
  refused: number
  passed: Map<string, number>
  /** Numbers that the service left out. */
  missing: number
  cursor: number | null
  lagMs: number | null
}

export interface Tools {
  version: string
  defaultPolicies: string
  /** How the columns of a list of closed accounts are read. */
  closedMap: string
  openHouse(options: HouseOptions): Promise<OpenHouse>
  /** The store alone, for commands that only look. Throws a StoreError when there is none. */
  openStore(data: string, options?: { readOnly: boolean }): Promise<Store>
  loadPlan(policies: string): Plan
  planFor(store: Store): (pack: string) => Promise<Plan>
  newLineageIndex(): LineageIndex
  /** The labelled texts that every new model is measured with. */
  checkTexts(): Promise<LabelledCheck[]>
  /** With the weights of a file, or the shipped ones. Throws a CommandError where the file holds none. */
  inlineMeasurer(plan: Plan, model?: string | Model): Measurer
  loadModel(file?: string): Model
  threadedMeasurer(plan: Plan, threads: number): Promise<Measurer>
  /** The measurer with second opinions by this file, or as it is without one. Throws a CommandError with all that is wrong with the file. */
  withOpinions(measurer: Measurer, plan: Plan, file: string | undefined): Promise<Measurer>
  /** Asks everyone the file names about a harmless text. Throws as `withOpinions` does. */
  tryOpinions(file: string, plan: Plan): Promise<Trial[]>
  /** How files of a format are read. Throws a CommandError with all that is wrong with the map. */
  lineReader(options: {
    format: 'jsonl' | 'csv'
    map?: string
  }): (input: AsyncIterable<Uint8Array>, house: Pick<OpenHouse, 'admit'>) => AsyncIterable<SourceLine[]>
  refusedFile(path: string): RefusedFile
  /** Events of a stream through the line, until the signal. Throws a UsageError for an address that is none. */
  follower(
    options: FollowOptions,
  ): (
    house: Pick<OpenHouse, 'admit' | 'bus' | 'store'>,
    say: (text: string) => void,
    signal: AbortSignal,
  ) => { followed: Followed; done: Promise<void> }
  check(inputs: CheckInput[], plan: Plan, measurer: Measurer): Promise<CheckRow[]>
  statementRow(decision: import('../model/decision.ts').Decision): Record<string, unknown>
  evidenceDesk(house: OpenHouse, options: EvidenceSettings): EvidenceDesk
  /** The vault alone, for looking. Throws a VaultError when there is none. */
  openVault(options: Pick<HouseOptions, 'data' | 'evidenceKeyFile'>): Vault
  serve(options: StartOptions): Promise<void>
  issueKey(store: Store, scopes: string[]): Promise<string>
  issueLink(store: Store): Promise<string>
  generator: string
  /** The whole chain of the threat desk once, in a store of its own. */
  drill(kind: 'threat' | 'order', options: DrillOptions): Promise<DrillStep[]>
  /** The installation's own secret. */
  installationKey(data: string): Uint8Array
}
