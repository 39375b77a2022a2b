import { type EvidenceAct, timeOf } from '../model/event.ts'
import type { Evidence, Hold, HoldScope, MediaOutcome, View } from '../model/evidence.ts'
import type { LedgerNote } from '../model/ledger.ts'
import { wanted } from './evidence.ts'
import { endOf, extendingFault, HOLDS_PER_SCOPE_MAX, isLive, placingFault } from './hold.ts'

/** What acts on evidence may touch. Their events name all of it, so that the one read has fetched it. */
export interface EvidenceRoom {
  evidence(id: string): Evidence | undefined
  /** Live: what is pushed here is remembered. */
  holds(scope: HoldScope): Hold[]
}

export interface EvidenceOutcome {
  evidence: Evidence[]
  holds: Hold[]
  views: View[]
  /** For the ledger: custody, told as it came about. */
  custody: LedgerNote[]
}

/** All scopes an act can touch, for the one read. */
export function scopesOf(event: EvidenceAct): HoldScope[] {
  switch (event.type) {
    case 'hold.placed':
    case 'hold.extended':
    case 'hold.lifted':
      return [event.hold.scope]
    case 'evidence.erased':
      return event.erasure.evidence.flatMap(({ id, account }): HoldScope[] => [
        { kind: 'evidence', id },
        { kind: 'account', id: account },
      ])
    default:
      return []
  }
}

export function evidenceNamed(event: EvidenceAct): string[] {
  if (event.type === 'evidence.media') return [event.media.evidence]
  return event.type === 'evidence.erased' ? event.erasure.evidence.map(({ id }) => id) : []
}

/**
 * Folds one act: of a person, of the retention job, of the preserver. What an act may not do it does not, and the ledger says so: a
 * hold is looked at here, at the act's own place in the stream, and nowhere else. (docs/spec/evidence.md, E13, E24)
 */
export function takeEvidenceAct(event: EvidenceAct, room: EvidenceRoom): EvidenceOutcome {
  const outcome: EvidenceOutcome = { evidence: [], holds: [], views: [], custody: [] }
  switch (event.type) {
    case 'evidence.media':
      takeMedia(event.media, event.at, room, outcome)
      return outcome
    case 'evidence.erased':
      for (const one of event.erasure.evidence) erase(one, event, room, outcome)
      return outcome
    case 'evidence.exported': {
      const { evidence, ...rest } = event.exported
      note(outcome, event.at, 'custody', { what: 'exported', evidence, ...rest }, evidence)
      return outcome
    }
    case 'hold.placed':
    case 'hold.extended':
    case 'hold.lifted':
      takeHold(event, room, outcome)
      return outcome
    case 'desk.viewed':
      outcome.views.push({ id: event.id, at: event.at, ...event.view })
      note(outcome, event.at, 'view', { ...event.view }, [event.view.seen])
      return outcome
  }
}

function note(
  { custody }: EvidenceOutcome,
  at: string,
  kind: LedgerNote['kind'],
  body: LedgerNote['body'],
  about: string[],
): void {
  custody.push({ at, kind, body, about })
}

/** Bytes that are kept stay kept: a later attempt changes nothing. */
function takeMedia(media: MediaOutcome, at: string, room: EvidenceRoom, outcome: EvidenceOutcome): void {
  const evidence = room.evidence(media.evidence)
  // Of a report the media are known only where its post was found in the log.
  if (evidence !== undefined && evidence.media.length === 0) evidence.media = media.items.map(wanted)
  const item = evidence?.media[media.index]
  if (evidence === undefined || item === undefined || evidence.erased !== null || item.status === 'kept')
    return
  const { evidence: id, index, items: _, ...said } = media
  const declared = item.sha256
  Object.assign(item, { ...said, type: said.type ?? item.type, sha256: said.sha256 ?? declared })
  item.differs = media.status === 'kept' && declared !== null && declared !== media.sha256
  outcome.evidence.push(structuredClone(evidence))
  note(
    outcome,
    at,
    'custody',
    { what: `media ${media.status}`, evidence: id, media: item.id, index, ...said },
    [id],
  )
}

function erase(
  { id, account }: { id: string; account: string },
  { at, erasure: { basis, by, why } }: EvidenceAct & { type: 'evidence.erased' },
  room: EvidenceRoom,
  outcome: EvidenceOutcome,
): void {
  const evidence = room.evidence(id)
  // The account was named for the read; one that is not the evidence's own would hide the holds of the one that is.
  if (evidence === undefined || evidence.erased !== null || evidence.account !== account) return
  const held = [
    ...room.holds({ kind: 'evidence', id }),
    ...room.holds({ kind: 'account', id: account }),
  ].filter((hold) => isLive(hold, Date.parse(at)))
  if (held.length > 0) {
    note(
      outcome,
      at,
      'custody',
      { what: 'not erased', evidence: id, holds: held.map((hold) => hold.id), basis, by },
      [id],
    )
    return
  }
  evidence.erased = { at, basis, by, why }
  for (const item of evidence.media) item.again = false
  outcome.evidence.push(structuredClone(evidence))
  const media = evidence.media.flatMap(({ status, sha256 }) => (status === 'kept' ? [sha256] : []))
  note(outcome, at, 'tombstone', { evidence: id, decision: evidence.decision, media, basis, by, why }, [id])
}

function takeHold(
  event: EvidenceAct & { type: 'hold.placed' | 'hold.extended' | 'hold.lifted' },
  room: EvidenceRoom,
  outcome: EvidenceOutcome,
): void {
  const { at } = event
  const holds = room.holds(event.hold.scope)
  const known = holds.find(({ id }) => id === event.hold.id)
  const hold = heldBy(event, holds, known)
  if (hold === null) return
  outcome.holds.push(structuredClone(hold))
  note(outcome, at, 'hold', { what: event.type, ...event.hold, until: hold.until }, [hold.id, hold.scope.id])
}

/** The hold after the act, changed in place, or null where it may not be. */
function heldBy(event: Parameters<typeof takeHold>[0], holds: Hold[], known: Hold | undefined): Hold | null {
  const { at } = event
  switch (event.type) {
    case 'hold.placed': {
      if (known !== undefined || placingFault(event.hold, at) !== null || !makeRoom(holds, timeOf(event)))
        return null
      const { until, ...rest } = event.hold
      const hold = { ...rest, placedAt: at, until: endOf(rest.basis, at, until), extended: [], lifted: null }
      holds.push(hold)
      return hold
    }
    case 'hold.extended': {
      const { until, by, why } = event.hold
      if (known === undefined || extendingFault(known, event.hold, at) !== null) return null
      known.extended.push({ at, until, by, why })
      known.until = until
      return known
    }
    case 'hold.lifted': {
      if (known === undefined || known.lifted !== null) return null
      const { by, why } = event.hold
      known.lifted = { at, by, why }
      return known
    }
  }
}

/** Those that ended make room, the oldest first; live ones never do. */
function makeRoom(holds: Hold[], at: number): boolean {
  if (holds.length < HOLDS_PER_SCOPE_MAX) return true
  const ended = holds.findIndex((hold) => !isLive(hold, at))
  if (ended >= 0) holds.splice(ended, 1)
  return ended >= 0
}
