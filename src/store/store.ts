import type { Campaign } from '../model/campaign.ts'
import type { Decision, Job, OutboxEntry } from '../model/decision.ts'
import type { DeskRow } from '../model/desk.ts'
import type { Event } from '../model/event.ts'
import type { Evidence, Hold, HoldScope, View } from '../model/evidence.ts'
import type { Millis, Seq } from '../model/ids.ts'
import type { LedgerEntry, LedgerKind, LedgerNote } from '../model/ledger.ts'
import type { Link } from '../model/link.ts'
import type { AccessRow, Person, PersonId } from '../model/person.ts'
import type { Reading } from '../model/reading.ts'
import type { Gap } from '../model/signal.ts'
import type { EntityState } from '../model/state.ts'
import type { Threat } from '../model/threat.ts'
import type { DeskStore } from './desk.ts'

/** An event in the log with what was measured of it. Immutable once committed. */
export interface StoredEvent {
  seq: Seq
  event: Event
  /** Null for events without text. */
  reading: Reading | null
  gaps: Gap[]
}

/** What a commit writes to the ledger; the store numbers and chains it. */
export type LedgerDraft = LedgerNote

/**
 * One write: everything a batch led to. `through` is the last event whose consequences it carries.
 * `events` is empty when events that are already in the log are judged again after a crash.
 */
export interface Commit {
  through: Seq
  events: StoredEvent[]
  decisions: Decision[]
  jobs: Job[]
  outbox: OutboxEntry[]
  links: Link[]
  campaigns: Campaign[]
  threats: Threat[]
  evidence: Evidence[]
  holds: Hold[]
  views: View[]
  /** What people's acts change at the desk, in order. */
  desk?: DeskRow[]
  ledger: LedgerDraft[]
  /** The states that changed: the same objects `load` gave, or new ones. */
  states: EntityState[]
}

export interface Position {
  /** Last event in the log. */
  logged: Seq
  /** Last event whose decisions, jobs, outbox and ledger entries are committed. `judged <= logged`. */
  judged: Seq
  /** Last event whose states are on disk. `settled <= judged`. Later states are refolded from the log on start. */
  settled: Seq
}

export type OutboxStatus = 'waiting' | 'done' | 'dead'

export interface OutboxRow {
  entry: OutboxEntry
  status: OutboxStatus
  attempts: number
  nextAt: Millis
  /** What the platform last answered, or why it could not be asked. */
  detail: string | null
}

export interface DecisionQuery {
  /** Rows older than this id's row, newest first. */
  before?: string
  mode?: Decision['mode']
  account?: string
  limit: number
}

export interface EvidenceQuery {
  account?: string
  /** Evidence whose bytes were erased is left out unless this is true. */
  erased?: boolean
  /** Rows older than this id's row, newest first. */
  before?: string
  limit: number
}

export interface ViewQuery {
  /** What was seen. */
  seen?: string
  case?: string
  by?: string
  kind?: string
  /** Rows older than this id's row, newest first. */
  before?: string
  limit: number
}

/**
 * One change of who may come in: people and secrets put by their ids (the latest version replaces the earlier one), secrets dropped, and what the
 * ledger says of it. Two people cannot have one name: the caller looks first.
 */
export interface AccessChange {
  people?: Person[]
  rows?: AccessRow[]
  /** Ids of secrets. */
  drop?: string[]
  /** Drops all secrets that had lapsed by then. */
  lapsed?: Millis
  ledger: LedgerDraft[]
}

/** Newest first. */
export interface LedgerQuery {
  /** Entries older than this one. */
  before?: number
  kind?: LedgerKind
  /** Entries whose body names this person as the one who did it (`person`). */
  person?: PersonId
  limit: number
}

export interface StoreCounts {
  events: number
  decisions: number
  jobs: number
  outboxWaiting: number
  outboxDead: number
  outboxDone: number
  accounts: number
}

/** The first thing found wrong, or null. */
export interface Fault {
  where: string
  what: string
}

/**
 * The port to what is kept. One process owns a store. Contract, which `contract.ts` tests on every engine:
 *
 * - `commit` is durable when it resolves (also over power loss) and all or nothing for consequences. Events may become
 *   durable before their consequences; `position()` tells, and whoever opens the store judges the rest again.
 * - Writing a decision, job, outbox entry, view, link or threat whose id exists is a no-op, except links, campaigns, threats, evidence and holds, whose
 *   latest version replaces the earlier one. Evidence written without a snapshot keeps the one it has. An outbox entry's progress is never set back by a commit.
 * - `seen` is exact: true if and only if an event of that id was committed, ever.
 * - One commit at a time. `load` returns live objects; from the call of `commit` on, those it named are what `load` returns, so that the
 *   next batch can be judged meanwhile. States are kept in a bounded cache and reach the disk by `settle()`, which the store also calls
 *   by itself every `settleEvents` events.
 * - A failed `commit` leaves the store unusable until `recover()`; nothing of the failed commit's consequences is visible then.
 */
export interface Store {
  position(): Position
  seen(ids: string[]): Promise<boolean[]>
  load(keys: string[]): Promise<(EntityState | undefined)[]>
  commit(commit: Commit): Promise<void>
  /** Writes changed states to disk; afterwards `settled === judged`. Not while a batch is being judged. */
  settle(): Promise<void>
  /** Forgets all that is not on disk. Throws a StoreError when the disk still refuses. */
  recover(): Promise<void>
  /** Appends entries that no event led to: what operators did (`installed`, `access`, `tombstone`). Durable when it resolves. */
  record(drafts: LedgerDraft[]): Promise<void>

  /** Events `from..to` (inclusive) in order, in chunks so that memory stays bounded. */
  events(range: { from: Seq; to?: Seq; chunk?: number }): AsyncIterable<StoredEvent[]>
  /** One event by its id. */
  event(id: string): Promise<StoredEvent | undefined>
  /** States of all closed accounts as of `settled`, in chunks: what the lineage index is rebuilt from. */
  closedAccounts(): AsyncIterable<EntityState[]>
  account(id: string): Promise<EntityState | undefined>

  decision(id: string): Promise<Decision | undefined>
  decisions(query: DecisionQuery): Promise<Decision[]>
  /** All decisions in the order they were committed. */
  eachDecision(): AsyncIterable<Decision>
  eachLink(): AsyncIterable<Link>
  eachCampaign(): AsyncIterable<Campaign>
  eachThreat(): AsyncIterable<Threat>
  eachLedgerEntry(): AsyncIterable<LedgerEntry>
  /** Hashes of the ledger's entries from the first up to the one that was last when it began, in chunks. */
  ledgerHashes(): AsyncIterable<string[]>
  /** Entries that were written to be found by this id, oldest first, at most `limit`. */
  ledgerAbout(id: string, limit: number): Promise<LedgerEntry[]>

  evidence(id: string): Promise<Evidence | undefined>
  /** Newest first. */
  evidenceList(query: EvidenceQuery): Promise<Evidence[]>
  eachEvidence(): AsyncIterable<Evidence>
  /** Evidence whose media are to be fetched still: those that actions wait for first, then the oldest. */
  evidenceWanting(limit: number): Promise<Evidence[]>
  /** Whether the decision's actions have to wait for its evidence. False for a decision without any. */
  evidencePending(decision: string): Promise<boolean>
  hold(id: string): Promise<Hold | undefined>
  /** Of one scope, or of all; oldest first. */
  eachHold(scope?: HoldScope): AsyncIterable<Hold>
  /** Newest first. */
  views(query: ViewQuery): Promise<View[]>
  counts(): Promise<StoreCounts>
  /** Jobs, appeals, and what people found. */
  desk: DeskStore
  /** Live decisions per leading rule, and per verdict. */
  decisionsByRule(): Promise<{ rule: string; mode: string; decisions: number }[]>

  outboxDue(now: Millis, limit: number): Promise<OutboxRow[]>
  /** Waiting entries that were put off to a moment of their own, whenever that is. */
  outboxPutOff(limit: number): Promise<OutboxRow[]>
  /** Durable when it resolves. Updates asked for in one turn of the event loop may share a transaction. */
  outboxUpdate(
    id: string,
    change: { status: OutboxStatus; attempts: number; nextAt: Millis; detail: string | null },
  ): Promise<void>
  outbox(query: { status?: OutboxStatus; limit: number }): Promise<OutboxRow[]>

  /** Small values of the installation: pack files, cursors, the installation's id. */
  meta(name: string): Promise<string | undefined>
  setMeta(name: string, value: string): Promise<void>
  /** Policy packs that were ever in force: hash → canonical JSON of the files. */
  pack(hash: string): Promise<string | undefined>
  putPack(hash: string, files: string): Promise<void>
  /** All or nothing, and durable when it resolves. */
  changeAccess(change: AccessChange): Promise<void>
  /** Looks a secret up by hash; expired rows are not returned. */
  access(secretHash: string, now: Millis): Promise<AccessRow | undefined>
  /** Keys, links or sessions, oldest first, lapsed ones too; of one person where one is named. */
  accessRows(query: { kind: AccessRow['kind']; person?: PersonId }): Promise<AccessRow[]>
  person(id: PersonId): Promise<Person | undefined>
  personNamed(name: string): Promise<Person | undefined>
  /** Everybody, in the order of their names. */
  people(): Promise<Person[]>
  /** What people and operators did: all kinds of entries but those that judgement writes by the thousand (`events`, `decision`, `link`, `campaign`, `receipt`). */
  ledgerActs(query: LedgerQuery): Promise<LedgerEntry[]>

  /** Walks log and ledger: every hash, every link of the chain, every events-digest. Names the first fault. */
  verify(progress?: (done: number, total: number) => void): Promise<Fault | null>
  close(): Promise<void>
}

/** A store that cannot go on, in words an operator can act on. */
export class StoreError extends Error {
  readonly code: 'newer-schema' | 'read-only' | 'disk-full' | 'corrupt' | 'locked' | 'other'
  readonly hint: string
  constructor(code: StoreError['code'], message: string, hint: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreError'
    this.code = code
    this.hint = hint
  }
}
