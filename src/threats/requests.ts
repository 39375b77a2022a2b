import type { RequestAct } from '../model/desk-event.ts'
import type { RequestActed } from '../model/event.ts'
import type { RequestStanding } from '../model/order.ts'
import type { ReferralKind } from '../model/threat.ts'
import { ACTS_MAX, addOnce, keep } from './case.ts'
import { RELEASERS } from './referrals.ts'
import { type DeskFault, type DeskOutcome, type DeskRoom, fault, nothing, tablesOf } from './room.ts'

/*
 * What others ask of us: emergency disclosure, preservation, removal. About a third of emergency requests that reach providers are forged (Kodex,
 * 2024), so nothing leaves before somebody called back on a number found independently. (docs/spec/threats.md, I1 to I5)
 */

export const REQUESTS_MAX = 5_000
const CALLS_MAX = 20

const TO: Record<RequestStanding['kind'], ReferralKind> = {
  'emergency-disclosure': 'emergency-disclosure',
  preservation: 'law-enforcement',
  'removal-order': 'law-enforcement',
  information: 'law-enforcement',
}

/** Why the act may not be done, or null. */
export function requestFault(act: RequestAct, room: DeskRoom): DeskFault | null {
  const request = room.request(act.request)
  if (act.do === 'receive') return request === undefined ? null : fault('it is on record already')
  if (request === undefined) return fault('there is no request with this id', 'GET /v1/requests lists them.')
  if (request.status === 'refused' || request.status === 'released')
    return fault(`this request was ${request.status}`)
  switch (act.do) {
    case 'call':
      return callFault(act, request)
    case 'release':
      return releaseFault(act, request, room)
    case 'preserve':
      if (request.verified === null) return UNVERIFIED
      return request.account === null ? fault('it names no account whose evidence could be held') : null
    case 'refuse':
      return act.why.trim() === '' ? fault('this needs a reason', 'Say why.') : null
  }
}

const UNVERIFIED = fault(
  'its sender is not verified: an unverified request releases nothing',
  'Call back on a number that you found elsewhere than in the request.',
)

/** Digits alone, without what opens an international call: the same number written otherwise is the same number. */
const digits = (number: string): string => number.replace(/\D/g, '').replace(/^0+/, '')

function callFault(act: RequestAct & { do: 'call' }, { calls, sender }: RequestStanding): DeskFault | null {
  if (calls.length >= CALLS_MAX) return fault('it holds as many calls as it can')
  const called = digits(act.number)
  const theirs = digits(sender.contact)
  if (called.length < 5) return fault('that is no number that can be called')
  if (theirs.length >= 5 && (called.endsWith(theirs.slice(-7)) || theirs.endsWith(called.slice(-7))))
    return fault(
      'that is the number which the request itself gives',
      'Find one independently: the authority’s own site, a directory, an earlier contact.',
    )
  return null
}

/** The first proposes what is handed over and why; a second releases the same. */
function releaseFault(
  act: RequestAct & { do: 'release' },
  request: RequestStanding,
  room: DeskRoom,
): DeskFault | null {
  if (request.verified === null) return UNVERIFIED
  const { bases } = tablesOf(room)
  const basis = bases.find(({ id }) => id === act.basis)
  if (basis === undefined)
    return fault('there is no such legal basis', `Choose among ${bases.map(({ id }) => id).join(', ')}.`)
  if (!basis.to.includes(TO[request.kind]))
    return fault(`${basis.law} is no ground for this`, `It is one for ${basis.to.join(', ')}.`)
  if (request.release === null) return null
  if (request.release.by.includes(act.by))
    return fault('two different people release it', 'Somebody else has to.')
  if (request.release.basis !== act.basis || !sameItems(request.release.disclosed, act.disclosed))
    return fault('it is not what the first person proposed', 'Release the same, or refuse and begin anew.')
  return null
}

const sameItems = (a: { what: string }[], b: { what: string }[]): boolean =>
  JSON.stringify(a.map(({ what }) => what)) === JSON.stringify(b.map(({ what }) => what))

export function actOnRequest(event: RequestActed, room: DeskRoom): DeskOutcome {
  const { act, at } = event
  if (requestFault(act, room) !== null) return nothing()
  const request = act.do === 'receive' ? received(act, at, room) : room.request(act.request)!
  apply(act, at, request)
  keep(request.acts, event.id, ACTS_MAX)
  room.putRequest(request)
  return nothing()
}

function received(act: RequestAct & { do: 'receive' }, at: string, room: DeskRoom): RequestStanding {
  const { requests } = room.desk()
  addOnce(requests, act.request, Number.POSITIVE_INFINITY)
  if (requests.length > REQUESTS_MAX) requests.shift()
  return {
    id: act.request,
    kind: act.kind,
    receivedAt: at,
    sender: act.sender,
    says: act.says,
    account: act.account ?? null,
    post: act.post ?? null,
    status: 'received',
    calls: [],
    verified: null,
    release: null,
    refusal: null,
    acts: [],
  }
}

function apply(act: RequestAct, at: string, request: RequestStanding): void {
  const { by, why } = act
  switch (act.do) {
    case 'receive':
      return
    case 'call': {
      const { number, foundAt, spokeWith, confirmed } = act
      request.calls.push({ by, at, number, foundAt, spokeWith, confirmed })
      if (confirmed && request.verified === null) request.verified = { by, at }
      // Whoever answered there denied it: nothing that was confirmed before counts any more.
      if (!confirmed) request.verified = null
      if (request.status === 'received' || request.status === 'verified')
        request.status = request.verified === null ? 'received' : 'verified'
      return
    }
    case 'release': {
      const { basis, disclosed, necessity } = act
      request.release ??= { basis, disclosed, necessity, by: [], releasedAt: null }
      request.release.by.push(by)
      if (new Set(request.release.by).size < RELEASERS) return
      request.release.releasedAt = at
      request.status = 'released'
      return
    }
    case 'preserve':
      request.status = 'preserved'
      return
    case 'refuse':
      request.refusal = { by, why, at }
      request.status = 'refused'
  }
}
