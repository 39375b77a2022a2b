import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import {
  ACTS_OF_CARRIER_MAX,
  CARRIERS_MAX,
  CARRIERS_OF_TRACE_MAX,
  FIRST_SIGHT_BITS,
  LABEL_LENGTH_MAX,
  NEIGHBOURS_MAX,
  TRACES_MAX,
} from './bounds.ts'
import { Activity } from './burst.ts'
import { SPAN_MS } from './epochs.ts'
import type { TraceKeys, TraceKind } from './traces.ts'

/** A trace that several accounts share, with the latest posts of each. */
export interface Trace {
  readonly kind: TraceKind
  readonly key: number
  /** The tag, the address, the beginning of the text: what a person is shown. */
  readonly label: string
  readonly carriers: Map<string, Act[]>
  /** The latest acts of different accounts, newest last. */
  readonly recent: Act[]
  readonly activity: Activity
  lastAt: Millis
}

/**
 * Who left which trace. Of a trace that one account alone has left only that act is kept, in a table of fixed size; from the second
 * account on it has a page of its own. Pages not turned for a day, or past the bounds, are dropped, oldest first.
 */
export class TraceBook {
  readonly #pages = new Map<number, Trace>()
  readonly #firstKeys = new Uint32Array(1 << FIRST_SIGHT_BITS)
  readonly #firstActs: (Act | undefined)[] = new Array(1 << FIRST_SIGHT_BITS)
  #carriers = 0

  get size(): { traces: number; carriers: number } {
    return { traces: this.#pages.size, carriers: this.#carriers }
  }

  page(key: number): Trace | undefined {
    return this.#pages.get(key)
  }

  /** Enters an act. Returns the page, or null while the account is alone with it. */
  enter(trace: TraceKeys, key: number, act: Act, now: Millis): Trace | null {
    const known = this.#pages.get(key)
    const page = known ?? this.#open(trace, key, act, now)
    if (page === null) return null
    this.#add(page, act)
    page.lastAt = now
    if (known !== undefined) this.#pages.delete(key)
    this.#pages.set(key, page)
    this.#forget(now)
    return page
  }

  #open(trace: TraceKeys, key: number, act: Act, now: Millis): Trace | null {
    const cell = key & (this.#firstKeys.length - 1)
    const first = this.#firstActs[cell]
    if (
      first === undefined ||
      this.#firstKeys[cell] !== key ||
      first.at <= now - SPAN_MS ||
      first.account === act.account
    ) {
      this.#firstKeys[cell] = key
      this.#firstActs[cell] = act
      return null
    }
    this.#firstActs[cell] = undefined
    const page: Trace = {
      kind: trace.kind,
      key,
      label: labelOf(trace),
      carriers: new Map(),
      recent: [],
      activity: new Activity(),
      lastAt: now,
    }
    this.#add(page, first)
    return page
  }

  #add(page: Trace, act: Act): void {
    const { carriers, recent } = page
    const acts = carriers.get(act.account)
    page.activity.add(act.at, acts?.at(-1)?.at)
    if (acts === undefined) {
      carriers.set(act.account, [act])
      this.#carriers++
      if (carriers.size > CARRIERS_OF_TRACE_MAX) this.#dropOldest(page)
    } else {
      acts.push(act)
      if (acts.length > ACTS_OF_CARRIER_MAX) acts.shift()
      carriers.delete(act.account)
      carriers.set(act.account, acts)
      const place = recent.findIndex(({ account }) => account === act.account)
      if (place >= 0) recent.splice(place, 1)
    }
    recent.push(act)
    if (recent.length > NEIGHBOURS_MAX + 1) recent.shift()
  }

  #dropOldest({ carriers }: Trace): void {
    carriers.delete(carriers.keys().next().value!)
    this.#carriers--
  }

  #forget(now: Millis): void {
    for (const page of this.#pages.values()) {
      const full = this.#pages.size > TRACES_MAX || this.#carriers > CARRIERS_MAX
      if (!full && page.lastAt > now - SPAN_MS) return
      this.#pages.delete(page.key)
      this.#carriers -= page.carriers.size
    }
  }

  /** The acts under a page that are less than a day old, oldest account first. Those older are dropped on the way. */
  actsOf(page: Trace, now: Millis): Act[] {
    const found: Act[] = []
    for (const [account, acts] of page.carriers) {
      if (acts.at(-1)!.at <= now - SPAN_MS) {
        page.carriers.delete(account)
        this.#carriers--
      } else for (const act of acts) if (act.at > now - SPAN_MS) found.push(act)
    }
    return found
  }
}

/** A copy: a slice of a post's text would keep the whole text alive. */
function labelOf({ shown }: TraceKeys): string {
  const text =
    typeof shown === 'string' ? shown.slice(0, LABEL_LENGTH_MAX) : shown.join(' ').slice(0, LABEL_LENGTH_MAX)
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
