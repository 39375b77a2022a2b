import type { Millis } from '../src/model/ids.ts'

/** What will happen when, soonest first; of two at one moment, the one entered first. */
export interface Agenda {
  enter(at: Millis, act: () => void): void
  /** Infinity when nothing is planned. */
  nextAt(): Millis
  /** Takes the soonest act out. Call only after `nextAt` was finite. */
  take(): () => void
  size(): number
}

interface Entry {
  at: Millis
  order: number
  act: () => void
}

const sooner = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap. */
export function createAgenda(): Agenda {
  const heap: Entry[] = []
  let order = 0
  return {
    enter(at, act) {
      heap.push({ at, order: order++, act })
      rise(heap, heap.length - 1)
    },
    nextAt: () => heap[0]?.at ?? Number.POSITIVE_INFINITY,
    take() {
      const first = heap[0]!
      const last = heap.pop()!
      if (heap.length > 0) {
        heap[0] = last
        sink(heap)
      }
      return first.act
    },
    size: () => heap.length,
  }
}

function rise(heap: Entry[], index: number): void {
  const entry = heap[index]!
  while (index > 0) {
    const parent = (index - 1) >> 1
    if (!sooner(entry, heap[parent]!)) break
    heap[index] = heap[parent]!
    index = parent
  }
  heap[index] = entry
}

function sink(heap: Entry[]): void {
  const entry = heap[0]!
  let index = 0
  for (;;) {
    let child = index * 2 + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && sooner(heap[child + 1]!, heap[child]!)) child += 1
    if (!sooner(heap[child]!, entry)) break
    heap[index] = heap[child]!
    index = child
  }
  heap[index] = entry
}
