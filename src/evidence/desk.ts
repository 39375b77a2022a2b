import { randomBytes } from 'node:crypto'
import type { Bus } from '../bus/bus.ts'
import { awaitsAppeal, isAppealOpen } from '../decisions/record.ts'
import type { Clock } from '../lib/clock.ts'
import type { Event, EvidenceAct } from '../model/event.ts'
import {
  type ErasureBasis,
  EVIDENCE_NAMED_MAX,
  type Evidence,
  type Hold,
  type HoldBasis,
  type HoldScope,
  type View,
  type Viewed,
} from '../model/evidence.ts'
import type { Millis } from '../model/ids.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { stateKey } from '../model/state.ts'
import type { Threat } from '../model/threat.ts'
import type { EvidenceQuery, Store, ViewQuery } from '../store/store.ts'
import { type BundleMade, bundle, type Stamp } from './bundle.ts'
import { evidenceId } from './evidence.ts'
import { extendingFault, extensionOf, isLive, placingFault } from './hold.ts'
import { type Due, dueOf, holding, RETENTION_STANDARD, type Retention } from './retention.ts'
import type { SnapshotFile } from './snapshot.ts'
import { type Vault, VaultError } from './vault.ts'

export interface DeskParts {
  store: Pick<
    Store,
    | 'evidence'
    | 'evidenceList'
    | 'eachEvidence'
    | 'eachThreat'
    | 'hold'
    | 'eachHold'
    | 'views'
    | 'ledgerAbout'
    | 'ledgerHashes'
    | 'decision'
    | 'account'
    | 'load'
  >
  vault: Pick<Vault, 'read' | 'has' | 'holdings'>
  bus: Pick<Bus, 'publish'>
  clock: Clock
  retention?: Retention
  /** Who puts time stamps on bundles; null for nobody. */
  stamp?: Stamp | null
}

/** Who acts and why. Stays in the house. */
export interface Actor {
  by: string
  why: string
}
/** Who looks, for which case, and by which way. */
export interface Looking {
  by: string
  case: string | null
  via: string
}

export type Done<T> = { ok: true; value: T } | { ok: false; reason: string; hint: string }

export interface HoldOrder extends Actor {
  /** Evidence, decisions, accounts or threat cases. Of a case: all its accounts. */
  on: string[]
  basis: HoldBasis
  until: string | null
  reference: string | null
}

export interface RetentionReport {
  at: string
  looked: number
  due: number
  erased: number
  /** Held, or wanted for an appeal that is open or may still come: then by no hold, and `appeal` names its decision. */
  kept: { evidence: string; account: string; holds: string[]; appeal?: string }[]
  /** What goes, or would go, at most so many of them. */
  samples: { evidence: string; account: string; class: string; basis: ErasureBasis; since: string }[]
}

export interface EvidenceView {
  evidence: Evidence
  /** Null where it was erased, or where the vault has lost it. */
  snapshot: SnapshotFile | null
  /** Why there is none, where its row says that there should be. */
  fault: string | null
  holds: Hold[]
  custody: LedgerEntry[]
}

export interface Export {
  title: string
  evidence: number
  chunks: AsyncIterable<Uint8Array>
  /** Filled with the last chunk. */
  made: { value?: BundleMade }
}

const SAMPLES_MAX = 20
const CUSTODY_MAX = 1_000

/**
 * Where people see and keep evidence. It reads rows and bytes, and puts events on the bus; nothing is done here. Whoever is shown something is on the ledger first.
 */
export interface EvidenceDesk {
  list(query: EvidenceQuery): Promise<Evidence[]>
  /** By the id of evidence or of its decision. Logged before it is shown. */
  show(id: string, looking: Looking): Promise<EvidenceView | undefined>
  /** Bytes of one media item. Logged before they are given. */
  media(
    id: string,
    index: number,
    looking: Looking,
  ): Promise<{ bytes: AsyncIterable<Uint8Array>; size: number } | undefined>
  holds(query: { live: boolean }): Promise<Hold[]>
  place(order: HoldOrder): Promise<Done<Hold[]>>
  extend(id: string, order: Actor & { until: string | null }): Promise<Done<Hold>>
  lift(id: string, order: Actor): Promise<Done<Hold>>
  retain(order: { by: string; dryRun: boolean }): Promise<RetentionReport>
  erase(ids: string[], order: Actor): Promise<Done<{ erased: string[]; kept: RetentionReport['kept'] }>>
  /** Evidence, decisions, accounts or one threat case, as one archive. That it is made is on the ledger before its first byte, and what it holds after its last. */
  export(ids: string[], order: Actor & { via: string }): Promise<Done<Export>>
  views(query: ViewQuery): Promise<View[]>
  logView(view: Viewed): Promise<void>
}

export function createEvidenceDesk(parts: DeskParts): EvidenceDesk {
  const { store, vault, bus, clock, retention = RETENTION_STANDARD } = parts
  const now = (): string => new Date(clock.now()).toISOString()

  /** Ids of what people do: never the same twice, for two may do the same at one moment. */
  const put = async <T extends EvidenceAct['type']>(
    type: T,
    rest: Omit<Extract<EvidenceAct, { type: T }>, 'id' | 'type' | 'at' | 'account'>,
  ): Promise<void> => {
    const at = now()
    const id = `${type}-${randomBytes(12).toString('hex')}`
    await bus.publish([{ id, type, at, account: 'holdfast', ...rest } as unknown as Event])
  }

  const find = async (id: string): Promise<Evidence | undefined> =>
    (await store.evidence(id)) ?? (await store.evidence(evidenceId(id)))

  const logView = (view: Viewed) => put('desk.viewed', { view })

  const liveHolds = async (): Promise<Hold[]> => {
    const holds: Hold[] = []
    for await (const hold of store.eachHold()) if (isLive(hold, clock.now())) holds.push(hold)
    return holds
  }

  const holdsOn = async ({ id, account }: Evidence): Promise<Hold[]> => {
    const holds: Hold[] = []
    for (const scope of [
      { kind: 'evidence', id },
      { kind: 'account', id: account },
    ] as HoldScope[])
      for await (const hold of store.eachHold(scope)) holds.push(hold)
    return holds
  }

  /** The decision, where its content must be there for an appeal. Who deleted the account is waited for only once they have appealed. (A6) */
  const appealedBy = async ({ evidence: { decision }, basis }: Due): Promise<string | null> => {
    const record = (await store.load([stateKey.decision(decision)]))[0]?.decision
    if (record === undefined) return null
    const wanted = basis === 'account-deleted' ? isAppealOpen(record) : awaitsAppeal(record, clock.now())
    return wanted ? decision : null
  }

  const snapshotOf = async ({
    snapshot,
    erased,
  }: Evidence): Promise<Pick<EvidenceView, 'snapshot' | 'fault'>> => {
    if (snapshot === null || erased !== null) return { snapshot: null, fault: null }
    try {
      const pieces: Uint8Array[] = []
      for await (const piece of vault.read(snapshot.sha256)) pieces.push(piece)
      return { snapshot: JSON.parse(Buffer.concat(pieces).toString('utf8')) as SnapshotFile, fault: null }
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      return { snapshot: null, fault: error.message }
    }
  }

  /** What a person names, as what holds lie on. */
  const scopesFor = async (id: string): Promise<HoldScope[]> => {
    const evidence = await find(id)
    if (evidence !== undefined) return [{ kind: 'evidence', id: evidence.id }]
    for await (const threat of store.eachThreat())
      if (threat.id === id)
        return threat.accounts.map((account): HoldScope => ({ kind: 'account', id: account }))
    // A request may come before the platform has sent anything of the account: what is still to come is held as well.
    const known = id.startsWith('v-') || id.startsWith('d-') || id.startsWith('t-')
    return known ? [] : [{ kind: 'account', id }]
  }

  /** All evidence that ids name, each once. */
  const gather = async (ids: string[]): Promise<Done<{ evidence: Evidence[]; threat: Threat | null }>> => {
    const evidence = new Map<string, Evidence>()
    let threat: Threat | null = null
    for (const id of ids) {
      const one = await find(id)
      const found = one === undefined ? await ofCaseOrAccount(id) : { list: [one], threat: null }
      if (found.list.length === 0) return refused(`there is no evidence of ${id}`)
      threat ??= found.threat
      for (const piece of found.list) evidence.set(piece.id, piece)
    }
    if (evidence.size > EVIDENCE_NAMED_MAX)
      return refused(
        `${evidence.size} pieces of evidence are more than the ${EVIDENCE_NAMED_MAX} that one bundle can hold`,
      )
    return { ok: true, value: { evidence: [...evidence.values()], threat } }
  }

  /** Of a case: what is about its posts, and what is about its accounts as a whole. No more than the matter needs. */
  const ofCaseOrAccount = async (id: string): Promise<{ list: Evidence[]; threat: Threat | null }> => {
    for await (const threat of store.eachThreat()) {
      if (threat.id !== id) continue
      const [posts, list] = [new Set(threat.posts), [] as Evidence[]]
      for (const account of threat.accounts)
        for (const one of await ofAccount(account))
          if (one.subject.kind !== 'post' || posts.has(one.subject.id)) list.push(one)
      return { list, threat }
    }
    return { list: await ofAccount(id), threat: null }
  }
  const ofAccount = (account: string) =>
    store.evidenceList({ account, erased: true, limit: EVIDENCE_NAMED_MAX + 1 })

  const deletedAt = async (account: string): Promise<Millis | null> => {
    const facts = (await store.account(account))?.account
    return facts?.status === 'deleted' ? facts.lastSeenAt : null
  }

  /** In one pass over all evidence: what is due, and what of it is held. */
  async function* dueNow(): AsyncGenerator<{ due: Due; holds: Hold[] } | null> {
    const holds = Map.groupBy(await liveHolds(), ({ scope }) => scope.id)
    const deleted = new Map<string, Millis | null>()
    for await (const evidence of store.eachEvidence()) {
      const { account, id } = evidence
      if (!deleted.has(account)) deleted.set(account, await deletedAt(account))
      const due = dueOf(evidence, deleted.get(account)!, retention, clock.now())
      yield due && {
        due,
        holds: holding([...(holds.get(id) ?? []), ...(holds.get(account) ?? [])], evidence, clock.now()),
      }
    }
  }

  const eraseAll = async (given: Evidence[], basis: ErasureBasis, { by, why }: Actor): Promise<void> => {
    for (let from = 0; from < given.length; from += EVIDENCE_NAMED_MAX) {
      const evidence = given
        .slice(from, from + EVIDENCE_NAMED_MAX)
        .map(({ id, account }) => ({ id, account }))
      await put('evidence.erased', { erasure: { evidence, basis, by, why } })
    }
  }

  const changed = async (id: string, is: (hold: Hold) => boolean, fault: string): Promise<Done<Hold>> => {
    const hold = await store.hold(id)
    return hold !== undefined && is(hold) ? { ok: true, value: hold } : refused(fault)
  }

  return {
    list: (query) => store.evidenceList(query),
    async show(id, looking) {
      const evidence = await find(id)
      if (evidence === undefined) return undefined
      await logView({ ...looking, kind: 'evidence', seen: evidence.id })
      const custody = await store.ledgerAbout(evidence.id, CUSTODY_MAX)
      return { evidence, ...(await snapshotOf(evidence)), holds: await holdsOn(evidence), custody }
    },
    async media(id, index, looking) {
      const evidence = await find(id)
      const item = evidence?.media[index]
      if (evidence === undefined || item?.status !== 'kept' || evidence.erased !== null) return undefined
      if (!(await vault.has(item.sha256!))) return undefined
      await logView({ ...looking, kind: 'media', seen: evidence.id })
      return { bytes: vault.read(item.sha256!), size: item.bytes! }
    },
    async holds({ live }) {
      if (live) return liveHolds()
      const holds: Hold[] = []
      for await (const hold of store.eachHold()) holds.push(hold)
      return holds
    },
    async place({ on, basis, until, reference, by, why }) {
      const scopes: HoldScope[] = []
      for (const id of on) {
        const found = await scopesFor(id)
        if (found.length === 0) return refused(`nothing is known of ${id}`)
        scopes.push(...found)
      }
      const placed: Hold[] = []
      for (const scope of scopes) {
        const hold = { id: `h-${randomBytes(8).toString('hex')}`, basis, scope, until, by, why, reference }
        const fault = placingFault(hold, now())
        if (fault !== null) return refused(fault)
        await put('hold.placed', { hold })
        const taken = await changed(hold.id, () => true, `${scope.id} has as many holds as there can be`)
        if (!taken.ok) return taken
        placed.push(taken.value)
      }
      return { ok: true, value: placed }
    },
    async extend(id, { until, by, why }) {
      const hold = await store.hold(id)
      if (hold === undefined) return refused(`there is no hold ${id}`)
      const end = extensionOf(hold, until)
      const fault = extendingFault(hold, { until: end }, now())
      if (fault !== null) return refused(fault)
      await put('hold.extended', { hold: { id, scope: hold.scope, until: end, by, why } })
      return changed(id, ({ extended }) => extended.length > hold.extended.length, OVERTAKEN)
    },
    async lift(id, { by, why }) {
      const hold = await store.hold(id)
      if (hold === undefined) return refused(`there is no hold ${id}`)
      if (hold.lifted !== null) return refused('it was lifted already')
      await put('hold.lifted', { hold: { id, scope: hold.scope, by, why } })
      return changed(id, ({ lifted }) => lifted !== null, OVERTAKEN)
    },
    async retain({ by, dryRun }) {
      const report: RetentionReport = { at: now(), looked: 0, due: 0, erased: 0, kept: [], samples: [] }
      const going = new Map<ErasureBasis, Evidence[]>()
      for await (const found of dueNow()) {
        report.looked += 1
        if (found === null) continue
        const { evidence, since, basis } = found.due
        const { id, account } = evidence
        report.due += 1
        const appeal = await appealedBy(found.due)
        if (found.holds.length > 0 || appeal !== null) {
          const holds = found.holds.map((hold) => hold.id)
          if (report.kept.length < CUSTODY_MAX)
            report.kept.push({ evidence: id, account, holds, ...(appeal !== null && { appeal }) })
          continue
        }
        going.set(basis, [...(going.get(basis) ?? []), evidence])
        if (report.samples.length < SAMPLES_MAX)
          report.samples.push({
            evidence: id,
            account,
            class: evidence.class,
            basis,
            since: new Date(since).toISOString(),
          })
      }
      for (const [basis, list] of going) {
        report.erased += list.length
        if (!dryRun) await eraseAll(list, basis, { by, why: WHY[basis] })
      }
      return report
    },
    async erase(ids, order) {
      const given: Evidence[] = []
      for (const id of ids) {
        const one = await find(id)
        const found =
          one === undefined ? await store.evidenceList({ account: id, limit: EVIDENCE_NAMED_MAX }) : [one]
        if (found.length === 0)
          return refused(`there is no evidence ${id}, and none of an account of that name`)
        given.push(...found)
      }
      await eraseAll(given, 'request', order)
      const erased: string[] = []
      const kept: RetentionReport['kept'] = []
      for (const { id, account } of given) {
        const after = await store.evidence(id)
        if (after?.erased != null) erased.push(id)
        else
          kept.push({
            evidence: id,
            account,
            holds: holding(await holdsOn(after!), after!, clock.now()).map((hold) => hold.id),
          })
      }
      return { ok: true, value: { erased, kept } }
    },
    async export(ids, { by, why, via }) {
      const gathered = await gather(ids)
      if (!gathered.ok) return gathered
      const { evidence, threat } = gathered.value
      const title = `Evidence of ${ids.length === 1 ? ids[0] : `${ids.length} matters`}`
      await logView({ by, kind: 'bundle', seen: ids[0]!, case: threat?.id ?? null, via })
      const made: Export['made'] = {}
      const stamp = parts.stamp ?? null
      const chunks = (async function* () {
        yield* bundle({ store, vault, stamp }, { title, evidence, threat, by, why, at: now() }, made)
        const { manifest, tree } = made.value!
        await put('evidence.exported', {
          exported: { evidence: evidence.map(({ id }) => id), by, why, manifest, tree },
        })
      })()
      return { ok: true, value: { title, evidence: evidence.length, chunks, made } }
    },
    views: (query) => store.views(query),
    logView,
  }
}

const WHY: Record<ErasureBasis, string> = {
  retention: 'its time is over',
  'account-deleted': 'its account was deleted, and the time after that is over',
  request: 'it was asked for',
}

const OVERTAKEN = 'it changed at that very moment, and nothing was done'
const refused = <T>(reason: string): Done<T> => ({
  ok: false,
  reason,
  hint: 'Nothing was done. `holdfast evidence list` and `holdfast evidence hold --list` show what there is.',
})
