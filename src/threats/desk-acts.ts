import type { PageReport } from '../model/desk-event.ts'
import type { DeskEvent, Event } from '../model/event.ts'
import { stateKey } from '../model/state.ts'
import { actOnThreat } from './acts.ts'
import { actOnOrder } from './orders.ts'
import { takePage } from './pages.ts'
import { actOnRequest } from './requests.ts'
import type { DeskOutcome, DeskRoom } from './room.ts'

/*
 * What people of the threat desk do, folded like all else. What no longer stands as they saw it changes nothing: the fold and the desk ask the
 * same functions for a fault. (docs/spec/threats.md)
 */

export function actAtDesk(event: DeskEvent, room: DeskRoom): DeskOutcome {
  switch (event.type) {
    case 'threat.acted':
      return actOnThreat(event, room)
    case 'threat.paged':
      return takePage(event, room)
    case 'order.acted':
      return actOnOrder(event, room)
    case 'request.acted':
      return actOnRequest(event, room)
  }
}

/** States that an event of the desk names: what the one read fetches. */
export function deskKeysOf(event: Event): string[] {
  switch (event.type) {
    case 'threat.acted':
      return [
        stateKey.threat(event.act.case),
        ...(event.act.do === 'merge' ? [stateKey.threat(event.act.into)] : []),
      ]
    case 'threat.paged':
      return [aboutKey(event.page.about)]
    case 'order.acted':
      return [stateKey.order(event.act.order)]
    case 'order.received':
      return [stateKey.order(event.order.id)]
    case 'request.acted':
      return [stateKey.request(event.act.request)]
    default:
      return []
  }
}

const aboutKey = ({ kind, id }: PageReport['about']): string =>
  kind === 'threat' ? stateKey.threat(id) : stateKey.order(id)
