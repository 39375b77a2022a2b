import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import {
  ACTS_OF_CARRIER_MAX,
  CARRIERS_MAX,
  CARRIERS_OF_REPOST_MAX,
  CARRIERS_OF_TRACE_MAX,
  FIRST_SIGHT_BITS,
  LABEL_LENGTH_MAX,
  NEIGHBOURS_MAX,
  SLACK,
  TRACES_MAX,
} from './bounds.ts'
import { Activity } from './burst.ts'
import { dropFirst } from './drop-first.ts'
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
}

/**
 * Who left which trace. Of a trace that one account alone has left only that act is kept, in a table of fixed size; from the second
 * account on it has a page of its own. Pages lie in two halves: what is turned to comes into the new one, and when that is full it becomes the old one and
 * what still lay there is forgotten.
 */
export class TraceBook {
  #pages = new Map<number, Trace>()
  #older = new Map<number, Trace>()
  /** Accounts under the pages of each half. */
  #carriers = 0
  #olderCarriers = 0
  readonly #firstKeys = new Uint32Array(1 << FIRST_SIGHT_BITS)
  readonly #firstActs: (Act | undefined)[] = new Array(1 << FIRST_SIGHT_BITS)

  get size(): { traces: number; carriers: number } {
    return { traces: this.#pages.size + this.#older.size, carriers: this.#carriers + this.#olderCarriers }
  }

  page(key: number): Trace | undefined {
    return this.#pages.get(key) ?? this.#older.get(key)
  }

  /** Enters an act. Returns the page, or null while the account is alone with it. */
  enter(trace: TraceKeys, key: number, act: Act, now: Millis): Trace | null {
    const known = this.#turnTo(key)
    if (known !== undefined) this.#leave(known, act.account, now)
    const page = this.#pages.get(key) ?? this.#open(trace, key, act, now)
    if (page === null) return null
    this.#add(page, act)
    if (this.#carriers >= CARRIERS_MAX / 2) this.#turnOver()
    return page
  }

  #turnTo(key: number): Trace | undefined {
    const page = this.#pages.get(key)
    if (page !== undefined) return page
    const older = this.#older.get(key)
    if (older === undefined) return undefined
    this.#older.delete(key)
    this.#olderCarriers -= older.carriers.size
    this.#carriers += older.carriers.size
    this.#put(older)
    return older
  }

  #put(page: Trace): void {
    if (this.#pages.size >= TRACES_MAX / 2) this.#turnOver()
    this.#pages.set(page.key, page)
  }

  #turnOver(): void {
    this.#older = this.#pages
    this.#olderCarriers = this.#carriers
    this.#pages = new Map()
    this.#carriers = 0
  }

  /** Strikes out accounts whose last post is a day old, and the page itself if but `account` is left: it is alone again. */
  #leave(page: Trace, account: string, now: Millis): void {
    const { carriers, recent } = page
    for (const [carrier, acts] of carriers) {
      if (acts.at(-1)!.at > now - SPAN_MS) break
      carriers.delete(carrier)
      this.#carriers--
    }
    while (recent.length > 0 && recent[0]!.at <= now - SPAN_MS) recent.shift()
    if (carriers.size > 1 || (carriers.size === 1 && !carriers.has(account))) return
    this.#pages.delete(page.key)
    this.#carriers -= carriers.size
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
    }
    this.#put(page)
    this.#add(page, first)
    return page
  }

  #add(page: Trace, act: Act): void {
    const { carriers, recent } = page
    const acts = carriers.get(act.account)
    page.activity.add(act.at, acts?.at(-1)?.at, act.nth)
    if (acts === undefined) {
      carriers.set(act.account, [act])
      this.#carriers++
      const most = page.kind === 'repost' ? CARRIERS_OF_REPOST_MAX : CARRIERS_OF_TRACE_MAX
      if (carriers.size > most + SLACK) this.#carriers -= dropFirst(carriers, carriers.size - most)
    } else {
      // An edited post is the same post.
      if (acts.at(-1)!.post === act.post) acts.pop()
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

  /** The acts under a page that are less than a day old, the account last heard of at the end. */
  actsOf(page: Trace, now: Millis): Act[] {
    const found: Act[] = []
    for (const acts of page.carriers.values())
      for (const act of acts) if (act.at > now - SPAN_MS) found.push(act)
    return found
  }
}

/** A copy: a slice of a post's text would keep the whole text alive. */
function labelOf({ shown }: TraceKeys): string {
  const text =
    typeof shown === 'string' ? shown.slice(0, LABEL_LENGTH_MAX) : shown.join(' ').slice(0, LABEL_LENGTH_MAX)
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
