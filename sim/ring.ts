import type { Random } from '../src/lib/random.ts'

/** The latest few of something. */
export interface Ring<T> {
  add(item: T): void
  any(random: Random): T | null
  has(item: T): boolean
  drop(unwanted: (item: T) => boolean): void
}

export function createRing<T>(sizeMax: number): Ring<T> {
  let items: T[] = []
  let oldest = 0
  return {
    add(item) {
      if (items.length < sizeMax) items.push(item)
      else {
        items[oldest] = item
        oldest = (oldest + 1) % sizeMax
      }
    },
    any: (random) => (items.length === 0 ? null : random.pick(items)),
    has: (item) => items.includes(item),
    drop(unwanted) {
      items = items.filter((item) => !unwanted(item))
      oldest = 0
    },
  }
}
