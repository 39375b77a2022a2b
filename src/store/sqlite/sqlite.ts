import assert from 'node:assert/strict'
import type { Seq } from '../../model/ids.ts'
import { stateKey } from '../../model/state.ts'
import { type Commit, type Store, StoreError } from '../store.ts'
import { type CaseFile, openCaseFile } from './case-file.ts'
import { corrupt, storeError } from './errors.ts'
import { type Files, openFiles } from './files.ts'
import { type EventLog, openLog, type RunSeal } from './log.ts'
import { openScreens, type Screens } from './screens.ts'
import { openSeen, type Seen } from './seen.ts'
import { openShelf, type Shelf } from './shelf.ts'
import { openStates, type States } from './states.ts'
import { verifyStore } from './verify.ts'

export interface SqliteOptions {
  /** States are written at the latest after so many events: what a start folds again at most. */
  settleEvents?: number
  /** States held in memory; about 1 kB each. */
  cacheStates?: number
  /** For looking at a store that another process may own. Every write is refused. */
  readOnly?: boolean
}

/** Everything that is open between two recoveries. */
interface Opened {
  files: Files
  log: EventLog
  caseFile: CaseFile
  states: States
  seen(): Seen
  screens: Screens
  shelf: Shelf
  /** Last event whose states are in memory or on disk: on start, where refolding stands. */
  folded: Seq
}

/**
 * The embedded store: an append-only log (events.db), what was decided (case.db), and what can be computed again from the log
 * (derived.db). A commit is two transactions, log first. Throws a StoreError. (docs/spec/store.md, docs/adr/0002-embedded-store.md)
 */
export async function openSqliteStore(
  directory: string,
  { settleEvents = 20_000, cacheStates = 200_000, readOnly = false }: SqliteOptions = {},
): Promise<Store> {
  let failed: StoreError | null = null
  let open = openAll(directory, cacheStates, readOnly)

  const usable = (): Opened => {
    if (failed === null) return open
    throw new StoreError(
      failed.code,
      `the store waits to be recovered: ${failed.message}`,
      failed.hint,
      failed,
    )
  }

  /** A write that fails part way leaves memory and disk apart: nothing goes on before `recover`. */
  const writing = <T>(work: (opened: Opened) => T): T => {
    const opened = usable()
    if (readOnly) throw new StoreError('read-only', `${directory} was opened for reading only`, 'Stop here.')
    try {
      return work(opened)
    } catch (error) {
      failed = storeError(error, directory)
      throw failed
    }
  }

  const settle = (opened: Opened): void => opened.states.settle(opened.folded)

  const commit = async (change: Commit): Promise<void> => {
    checkCommit(change, usable())
    writing((opened) => {
      const written = commitEvents(opened, change)
      commitConsequences(opened, change, written)
      opened.states.put(change.states)
      opened.folded = Math.max(opened.folded, change.through)
      opened.seen().tidy()
      const due = opened.folded - opened.states.settled() >= settleEvents
      if (due || opened.states.dirty() >= cacheStates) settle(opened)
    })
  }

  const recover = async (): Promise<void> => {
    if (failed !== null) {
      open.files.close()
      open = openAll(directory, cacheStates, readOnly)
    } else {
      open = openParts(open.files, cacheStates)
    }
    failed = null
  }

  const write: CaseFile['write'] = (work) => writing(({ caseFile }) => caseFile.write(work))
  return {
    position: () => ({
      logged: open.log.last(),
      judged: open.caseFile.judged(),
      settled: open.states.settled(),
    }),
    seen: async (ids) => ids.map((id) => usable().seen().has(id)),
    load: async (keys) => usable().states.load(keys),
    commit,
    settle: async () => writing(settle),
    recover,
    record: async (drafts) => writing(({ caseFile }) => caseFile.record(drafts)),

    events: (range) => open.screens.events(range),
    closedAccounts: () => open.screens.closedAccounts(),
    account: async (id) => open.states.peek(stateKey.account(id)),
    decision: (id) => open.screens.decision(id),
    decisions: (query) => open.screens.decisions(query),
    eachDecision: () => open.screens.eachDecision(),
    eachLink: () => open.screens.eachLink(),
    eachCampaign: () => open.screens.eachCampaign(),
    eachThreat: () => open.screens.eachThreat(),
    eachLedgerEntry: () => open.screens.eachLedgerEntry(),
    counts: async () => countsOf(open),
    decisionsByRule: async () =>
      open.caseFile.counters
        .under('rule.')
        .map(({ name, mode, value }) => ({ rule: name, mode, decisions: value })),

    outboxDue: async (now, limit) => open.caseFile.outbox.due(now, limit),
    outboxUpdate: async (id, change) => write(() => open.caseFile.outbox.update(id, change)),
    outbox: async (query) => open.caseFile.outbox.list(query),
    ...shelfOf(() => open.shelf),

    verify: (progress) => verifyStore(open.files, progress),
    async close() {
      if (failed === null && !readOnly) writing(settle)
      open.files.close()
    },
  }

  function openAll(path: string, cache: number, reading: boolean): Opened {
    const files = openFiles(path, reading)
    try {
      return openParts(files, cache)
    } catch (error) {
      files.close()
      throw storeError(error, path)
    }
  }

  function openParts(files: Files, cache: number): Opened {
    const log = openLog(files.log)
    const caseFile = openCaseFile(files.cases)
    const states = openStates(files.derived, cache)
    refuseContradiction(log.last(), caseFile.judged())
    const shelf = openShelf(files.cases, (work) => write(work))
    let seen: Seen | undefined
    const lazySeen = () => (seen ??= openSeen(files.derived, log))
    if (!files.readOnly) lazySeen()
    const screens = openScreens(files, log.last)
    return { files, log, caseFile, states, seen: lazySeen, screens, shelf, folded: states.settled() }
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

/** Returns the seal over the events, unless there are none. */
function commitEvents({ log, seen }: Opened, { events }: Commit): RunSeal | null {
  if (events.length === 0) return null
  const seal = log.append(events)
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
  putAccess: (row) => shelf().putAccess(row),
  access: (secretHash, now) => shelf().access(secretHash, now),
  dropAccess: (id) => shelf().dropAccess(id),
})
