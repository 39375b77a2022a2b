import type { Random } from '../src/lib/random.ts'
import type { Millis } from '../src/model/ids.ts'
import type { Answer, Asked } from './counter.ts'
import { draw } from './stage.ts'
import type { Range } from './tempo.ts'
import type { Town } from './town.ts'
import type { Made } from './truth.ts'

/** After so many actions or reports a person looks at the account. */
const LOOK_AFTER = 2
/** From then until that person has read it and closed it. */
const READING_MS: Range = [6_000, 20_000]
/** What is remembered of accounts and posts, oldest forgotten first. */
const MEMORY_MAX = 20_000

/** The platform's own people and machinery: they carry out what Holdfast asks, and close the accounts that they find to be of the network. */
export interface Staff {
  /** What the platform sees of an event of its own. */
  see(made: Made): void
  carryOut(asked: Asked): Answer
  /** Closures that are due; each is asked for once. */
  closeDue(now: Millis): void
}

interface Look {
  account: string
  at: Millis
  reason: string
}

/**
 * A moderator in the town judges as a careful person would: by the truth. Times are the town's own. What only leads to a closure when
 * something was seen (an action of ours, reports of users) stays open when nothing was: the visitor sees what the line is good for.
 */
export function createStaff(town: Town, random: Random): Staff {
  const network = new Map<string, { policy: string; concerns: number }>()
  const gone = new Map<string, true>()
  let looks: Look[] = []

  function concern(account: string, policy: string | null): void {
    const known = network.get(account)
    // Whoever is not of the network is looked at too, and left alone.
    if (known === undefined) return
    if (policy !== null) known.policy = policy
    if (++known.concerns !== LOOK_AFTER) return
    looks.push({ account, at: town.now() + draw(random, READING_MS), reason: known.policy })
  }

  return {
    see({ event, truth }) {
      switch (event.type) {
        case 'account.created':
        case 'account.updated':
          if (truth.role === 'network' && !network.has(event.account))
            keep(network, event.account, { policy: 'tvec7', concerns: 0 })
          break
        case 'post.deleted':
          keep(gone, event.post.id, true)
          break
        case 'report.created':
          if (event.report.account != null) concern(event.report.account, event.report.policy ?? null)
          break
        case 'account.closed':
        case 'account.deleted':
          network.delete(event.account)
          keep(gone, event.account, true)
      }
    },
    carryOut({ action, subject, account, policy }) {
      if (gone.has(subject.id)) return { ok: false, reason: `the ${subject.kind} is not there any more` }
      if (action === 'hide' || action === 'remove') town.hide(subject.id)
      if (action === 'suspend') town.closeAccount(account, town.now(), policy)
      else concern(account, policy)
      return { ok: true }
    },
    closeDue(now) {
      const due = looks.filter(({ at }) => at <= now)
      if (due.length === 0) return
      looks = looks.filter(({ at }) => at > now)
      for (const { account, reason } of due) town.closeAccount(account, now, reason)
    },
  }
}

function keep<V>(memory: Map<string, V>, key: string, value: V): void {
  memory.set(key, value)
  if (memory.size > MEMORY_MAX) memory.delete(memory.keys().next().value!)
}
