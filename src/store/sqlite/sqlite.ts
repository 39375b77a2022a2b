import assert from 'node:assert/strict'
import { systemClock } from '../../lib/clock.ts'
import type { Millis, Seq } from '../../model/ids.ts'
import { stateKey } from '../../model/state.ts'
import type { DeskStore } from '../desk.ts'
import { type Commit, type Store, StoreError } from '../store.ts'
import { type CaseFile, openCaseFile } from './case-file.ts'
import { openDesk } from './desk.ts'
import { corrupt, diskError, storeError } from './errors.ts'
import { type EvidenceScreens, openEvidenceScreens } from './evidence.ts'
import { type Files, openFiles } from './files.ts'
import { type EventLog, openLog, type RunSeal } from './log.ts'
import { openPeople, type PeopleShelf } from './people.ts'
import { openScreens, type Screens } from './screens.ts'
import { openSeen, type Seen } from './seen.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { openStates, type States } from './states.ts'
import { writeTogether } from './together.ts'
import { verifyStore } from './verify.ts'
import type { StateBatch } from './writer.ts'
import { type Writing, writeOnThread } from './writing.ts'

export interface SqliteOptions {
  /** States are written at the latest after so many events: what a start folds again at most. */
  settleEvents?: number
  /** States held in memory; about 1 kB each. */
  cacheStates?: number
  /** For looking at a store that another process may own. Every write is refused. */
  readOnly?: boolean
  /** The clock on the wall: when a job came before the house. */
  now?: () => Millis
  /** Who writes the log and the states: a thread of their own, or the caller's. */
  writing?: (directory: string) => Writing
}

/** Everything that is open between two recoveries. */
interface Opened {
  files: Files
  /** Null where nothing may be written. */
  writing: Writing | null
  log: EventLog
  caseFile: CaseFile
  states: States
  seen(): Seen
  screens: Screens
  evidence(): EvidenceScreens
  shelf: Shelf
  people(): PeopleShelf
  desk(): DeskStore
  /** Last event whose states are in memory or on disk: on start, where refolding stands. */
  folded: Seq
}

/**
 * The embedded store: an append-only log (events.db), what was decided (case.db), and what can be computed again from the log
 * (states.db, ids.db). A commit is two transactions, log first; the log and the states are written on a thread of their own. Throws a
 * StoreError. (docs/spec/store.md, docs/adr/0005-embedded-store.md)
 */
export async function openSqliteStore(
  directory: string,
  {
    settleEvents = 20_000,
    cacheStates = 200_000,
    readOnly = false,
    now = systemClock.now,
    writing: writer = writeOnThread,
  }: SqliteOptions = {},
): Promise<Store> {
  let failed: StoreError | null = null
  let open = openAll()
  /** The commit and the settle under way: never more than one of each. */
  let committing: Promise<unknown> = Promise.resolve()
  let settling: Promise<unknown> = Promise.resolve()

  const usable = (): Opened => {
    if (failed === null) return open
    throw new StoreError(
      failed.code,
      `the store waits to be recovered: ${failed.message}`,
      failed.hint,
      failed,
    )
  }

  const writable = (): Opened => {
    const opened = usable()
    if (!readOnly) return opened
    throw new StoreError(
      'read-only',
      `${directory} was opened for reading only`,
      'Write by the process that owns the store.',
    )
  }

  /** A write that fails part way leaves memory and disk apart: nothing goes on before `recover`. */
  const fail = (error: unknown): StoreError => {
    failed ??= storeError(error, directory)
    return failed
  }
  const writing = <T>(work: (opened: Opened) => T): T => {
    const opened = writable()
    try {
      return work(opened)
    } catch (error) {
      throw fail(error)
    }
  }

  const isFull = ({ states }: Opened): boolean => states.dirty() >= cacheStates

  /**
   * Up to the first wait all is done at once: whoever loads states after the call finds those of this commit, and what is to be settled
   * is taken down before anyone changes it further. (S13, S14)
   */
  const commit = (change: Commit): Promise<void> => {
    const done = commitNow(change)
    committing = done.catch(() => {})
    return done
  }

  const commitNow = async (change: Commit): Promise<void> => {
    const opened = writable()
    checkCommit(change, opened)
    try {
      opened.states.put(change.states)
      opened.folded = Math.max(opened.folded, change.through)
      const due = opened.folded - opened.states.settled() >= settleEvents
      const ready = opened.states.free() && (due || isFull(opened))
      const batch = ready ? opened.states.takeDown(opened.folded) : null
      const written = await commitEvents(opened, change)
      commitConsequences(opened, change, written)
      opened.seen().tidy()
      if (batch !== null) beginSettle(opened, batch)
      else if (isFull(opened)) await settling
    } catch (error) {
      throw fail(error)
    }
  }

  /** States reach the disk after the consequences they belong to, and nobody waits for them. A failure shows at the next write. */
  const beginSettle = ({ writing, states }: Opened, batch: StateBatch): void => {
    settling = writing!.settle(batch).then((rows) => states.settle(batch, rows), fail)
  }

  const settle = async (): Promise<void> => {
    await committing
    await settling
    const opened = writable()
    beginSettle(opened, opened.states.takeDown(opened.folded))
    await settling
    usable()
  }

  const recover = async (): Promise<void> => {
    await committing
    await settling
    if (failed !== null) {
      await closeAll(open)
      open = openAll()
    } else {
      open = openParts(open.files, open.writing)
    }
    failed = null
  }

  /** What a damaged page says while it is read reaches the caller as a StoreError; mistakes of ours pass as they are. */
  const reading = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw diskError(error, directory)
    }
  }
  async function* rows<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* source
    } catch (error) {
      throw diskError(error, directory)
    }
  }

  const record: CaseFile['record'] = (drafts, also) =>
    writing(({ caseFile }) => caseFile.record(drafts, also))
  const write: CaseFile['write'] = (work) => writing(({ caseFile }) => caseFile.write(work))
  const updates = writeTogether(write)
  return {
    position: () => ({
      logged: open.log.last(),
      judged: open.caseFile.judged(),
      settled: open.states.settled(),
    }),
    seen: (ids) => reading(() => ids.map((id) => usable().seen().has(id))),
    load: (keys) => reading(() => usable().states.load(keys)),
    commit,
    settle,
    recover,
    record: async (drafts) => record(drafts),

    events: (range) => rows(open.screens.events(range)),
    event: (id) =>
      reading(async () => {
        const seq = usable().seen().find(id)
        if (seq === undefined) return undefined
        for await (const [stored] of open.screens.events({ from: seq, to: seq })) return stored
        return undefined
      }),
    closedAccounts: () => rows(open.screens.closedAccounts()),
    account: (id) => reading(() => open.states.peek(stateKey.account(id))),
    decision: (id) => reading(() => open.screens.decision(id)),
    decisions: (query) => reading(() => open.screens.decisions(query)),
    eachDecision: () => rows(open.screens.eachDecision()),
    eachLink: () => rows(open.screens.eachLink()),
    eachCampaign: () => rows(open.screens.eachCampaign()),
    eachThreat: () => rows(open.screens.eachThreat()),
    eachLedgerEntry: () => rows(open.screens.eachLedgerEntry()),
    ledgerHashes: () => rows(open.screens.ledgerHashes()),
    ledgerAbout: (id, limit) => reading(() => open.evidence().ledgerAbout(id, limit)),
    evidence: (id) => reading(() => open.evidence().evidence(id)),
    evidenceList: (query) => reading(() => open.evidence().evidenceList(query)),
    eachEvidence: () => rows(open.evidence().eachEvidence()),
    evidenceWanting: (limit) => reading(() => open.evidence().evidenceWanting(limit)),
    evidencePending: (decision) => reading(() => open.evidence().evidencePending(decision)),
    hold: (id) => reading(() => open.evidence().hold(id)),
    eachHold: (scope) => rows(open.evidence().eachHold(scope)),
    views: (query) => reading(() => open.evidence().views(query)),
    counts: async () => countsOf(open),
    desk: deskOf(() => open.desk(), reading),
    decisionsByRule: async () =>
      open.caseFile.counters
        .under('rule.')
        .map(({ name, mode, value }) => ({ rule: name, mode, decisions: value })),

    outboxDue: (now, limit) => reading(() => open.caseFile.outbox.due(now, limit)),
    outboxPutOff: (limit) => reading(() => open.caseFile.outbox.putOff(limit)),
    outboxUpdate: (id, change) => updates.add(() => open.caseFile.outbox.update(id, change)),
    outbox: (query) => reading(() => open.caseFile.outbox.list(query)),
    ...shelfOf(() => open.shelf),
    ...peopleOf(() => open.people()),

    verify: (progress) => reading(() => verifyStore(open.files, progress)),
    async close() {
      updates.flush()
      try {
        if (failed === null && !readOnly) await settle()
      } finally {
        await closeAll(open)
      }
    },
  }

  function openAll(): Opened {
    const files = openFiles(directory, readOnly)
    try {
      return openParts(files, readOnly ? null : writer(directory))
    } catch (error) {
      files.close()
      throw storeError(error, directory)
    }
  }

  function openParts(files: Files, writing: Writing | null): Opened {
    const log = openLog(files.log, (first, text) => writing!.append(first, text))
    const caseFile = openCaseFile(files.cases, now)
    const states = openStates(files.states, cacheStates)
    refuseContradiction(log.last(), caseFile.judged())
    const shelf = openShelf(files.cases, (work) => write(work))
    // What a file of an older schema lacks is missed only by who asks for it.
    let people: PeopleShelf | undefined
    let desk: DeskStore | undefined
    const lazyDesk = () => (desk ??= openDesk(files.cases, (work) => write(work)))
    const lazyPeople = () => (people ??= openPeople(files.cases, record))
    let seen: Seen | undefined
    const lazySeen = () => (seen ??= openSeen(files.ids, log))
    if (!files.readOnly) lazySeen()
    const screens = openScreens(files, log.last)
    let evidence: EvidenceScreens | undefined
    const lazyEvidence = () => (evidence ??= openEvidenceScreens(files))
    return {
      files,
      writing,
      log,
      caseFile,
      states,
      seen: lazySeen,
      screens,
      evidence: lazyEvidence,
      shelf,
      people: lazyPeople,
      desk: lazyDesk,
      folded: states.settled(),
    }
  }
}

/** Mistakes of the caller: found before anything is written. */
function checkCommit({ events, through }: Commit, { log, caseFile, folded }: Opened): void {
  events.forEach(({ seq }, index) => {
    assert.equal(seq, log.last() + 1 + index, `event ${seq} does not follow the log`)
  })
  assert(through <= log.last() + events.length, `a commit through ${through} reaches past the log`)
  const judged = caseFile.judged()
  assert(
    through <= judged || folded === judged,
    `the states of events ${folded + 1} to ${judged} are to be folded again first`,
  )
}

async function closeAll({ files, writing }: Opened): Promise<void> {
  try {
    await writing?.close()
  } finally {
    files.close()
  }
}

/** Returns the seal over the events, unless there are none. */
async function commitEvents({ log, seen }: Opened, { events }: Commit): Promise<RunSeal | null> {
  if (events.length === 0) return null
  const seal = await log.append(events)
  for (const { seq, event } of events) seen().add(event.id, seq)
  return seal
}

/**
 * A commit that goes no further than `judged` was carried before: only its states are news. All others seal the events they
 * judge, which are those just written unless a crash came between.
 */
function commitConsequences({ log, caseFile }: Opened, commit: Commit, written: RunSeal | null): void {
  const [first, last] = [caseFile.judged() + 1, commit.through]
  if (last < first) return
  const fits = written !== null && written.first === first && written.last === last
  const seal = fits ? written : log.sealOf(first, last)
  caseFile.carry(commit, { at: log.timeOf(last), kind: 'events', body: { ...seal } })
}

function refuseContradiction(logged: Seq, judged: Seq): void {
  if (judged > logged)
    throw corrupt('events.db', `it ends at event ${logged}, but events up to ${judged} were judged`)
}

const countsOf = ({ log, caseFile: { counters }, states }: Opened) => ({
  events: log.last(),
  decisions: counters.get('decisions'),
  jobs: counters.get('jobs'),
  outboxWaiting: counters.get('outbox.waiting'),
  outboxDead: counters.get('outbox.dead'),
  outboxDone: counters.get('outbox.done'),
  accounts: states.accounts(),
})

/** The shelf of whatever is open at the time of the call. */
const shelfOf = (shelf: () => Shelf): Shelf => ({
  meta: (name) => shelf().meta(name),
  setMeta: (name, value) => shelf().setMeta(name, value),
  pack: (hash) => shelf().pack(hash),
  putPack: (hash, files) => shelf().putPack(hash, files),
})

const peopleOf = (people: () => PeopleShelf): PeopleShelf => ({
  changeAccess: (change) => people().changeAccess(change),
  access: (secretHash, now) => people().access(secretHash, now),
  accessRows: (query) => people().accessRows(query),
  person: (id) => people().person(id),
  personNamed: (name) => people().personNamed(name),
  people: () => people().people(),
  ledgerActs: (query) => people().ledgerActs(query),
})

/** The desk of whatever is open at the time of the call. */
function deskOf(desk: () => DeskStore, reading: <T>(work: () => Promise<T>) => Promise<T>): DeskStore {
  type Call = (...parts: unknown[]) => Promise<unknown>
  return new Proxy({} as DeskStore, {
    get:
      (_, name) =>
      (...parts: unknown[]) =>
        reading(() => (desk()[name as keyof DeskStore] as Call)(...parts)),
  })
}
