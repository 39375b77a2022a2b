import type { Connection } from './files.ts'

export interface Counter {
  name: string
  mode: string
  value: number
}

export interface Counters {
  get(name: string): number
  add(name: string, by: number, mode?: string): void
  /** Writes what was added since; called inside the transaction whose rows are counted. */
  save(): void
  /** The transaction is durable: what was saved counts. */
  keep(): void
  /** The transaction failed: what was added never was. */
  forget(): void
  /** All counters whose name begins with `prefix`, without it. */
  under(prefix: string): Counter[]
}

/**
 * Running counts, kept beside the rows they count, so that no screen ever counts millions. One row per kind and one per
 * rule and mode: bounded by the rules that ever were.
 */
export function openCounters(db: Connection): Counters {
  const upsert = db.prepare(
    'INSERT INTO counters (name, mode, value) VALUES (?, ?, ?) ON CONFLICT (name, mode) DO UPDATE SET value = value + excluded.value',
  )
  const kept = new Map<string, Counter>()
  const added = new Map<string, Counter>()
  const addTo = (counters: Map<string, Counter>, { name, mode, value }: Counter) => {
    const key = `${mode}\n${name}`
    const counter = counters.get(key)
    if (counter === undefined) counters.set(key, { name, mode, value })
    else counter.value += value
  }
  for (const row of db.prepare<[], Counter>('SELECT name, mode, value FROM counters').iterate())
    addTo(kept, row)

  return {
    get: (name) => kept.get(`\n${name}`)?.value ?? 0,
    add: (name, by, mode = '') => addTo(added, { name, mode, value: by }),
    save() {
      for (const { name, mode, value } of added.values()) upsert.run(name, mode, value)
    },
    keep() {
      for (const counter of added.values()) addTo(kept, counter)
      added.clear()
    },
    forget: () => added.clear(),
    under: (prefix) =>
      [...kept.values()]
        .filter(({ name, value }) => name.startsWith(prefix) && value > 0)
        .map((counter) => ({ ...counter, name: counter.name.slice(prefix.length) })),
  }
}
