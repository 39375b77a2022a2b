import type { Bus } from '../bus/bus.ts'
import { touchesOf, trialRoom } from '../desk/order.ts'
import { timeOfAct } from '../desk/stream-now.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import { BULK_SUBJECTS_MAX, type BulkActed, type BulkRow, type PeopleAction } from '../model/desk.ts'
import type { DeskAct } from '../model/event.ts'
import type { PersonId } from '../model/person.ts'
import { stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'
import type { SearchIndex, SearchQuery } from '../store/search.ts'
import type { Store } from '../store/store.ts'
import { BULK_BRAKE, planBulk } from './bulk.ts'
import { BULK_ALONE_MAX } from './two-people.ts'

interface Parts {
  store: Pick<Store, 'load' | 'events' | 'position' | 'desk'>
  bus: Pick<Bus, 'publish'>
  clock: Clock
  plan(): Plan | null
  search: Pick<SearchIndex, 'search' | 'count'>
}

export interface BulkOrder {
  query: SearchQuery
  /** What of each hit it falls on. */
  on: 'post' | 'account'
  policy: string
  actions: PeopleAction[]
  label?: string | null
  why: string
  says?: string
  except?: string[]
}

export interface Refusal {
  reason: string
  hint: string
}
export interface BulkPreview {
  found: number
  /** More was found than one act can name. */
  more: boolean
  taken: { count: number; samples: { account: string; subject: string }[] }
  leftOut: { count: number; reasons: Record<string, number>; samples: { account: string; reason: string }[] }
  needsSecond: boolean
  token: string
}
export type BulkOutcome =
  | { ok: true; done: boolean; waits: boolean; bulk: string; preview: BulkPreview; rows: BulkRow[] }
  | { ok: false; refusal: Refusal }

export interface BulkDesk {
  weigh(order: BulkOrder, by: PersonId): Promise<BulkOutcome>
  carryOut(order: BulkOrder, by: PersonId, token: string): Promise<BulkOutcome>
  show(bulk: string): Promise<BulkRow[]>
  list(limit: number): Promise<BulkRow[]>
  undo(
    bulk: string,
    by: PersonId,
    why: string,
  ): Promise<{ ok: true; undone: number } | { ok: false; refusal: Refusal } | undefined>
}

const SAMPLES_MAX = 20
const PAGE = 200

/** One act on all that a search finds, previewed to the last subject, braked, and taken back as one. (docs/spec/review.md, B1 to B8) */
export function createBulkDesk({ store, bus, clock, plan, search }: Parts): BulkDesk {
  const selected = async ({ query, on, except = [] }: BulkOrder): Promise<BulkActed['subjects']> => {
    const subjects = new Map<string, BulkActed['subjects'][number]>()
    const kind = on === 'post' ? 'post' : query.kind
    let before: number | undefined
    while (subjects.size < BULK_SUBJECTS_MAX) {
      const hits = await search.search({
        ...query,
        ...(kind && { kind }),
        ...(before !== undefined && { before }),
        limit: PAGE,
      })
      for (const { account, post, deleted } of hits) {
        if (
          except.includes(account) ||
          account === 'holdfast' ||
          (on === 'post' && (post === null || deleted))
        )
          continue
        const subject =
          on === 'post' ? { kind: 'post' as const, id: post! } : { kind: 'account' as const, id: account }
        if (subjects.size < BULK_SUBJECTS_MAX) subjects.set(subject.id, { subject, account })
      }
      if (hits.length < PAGE) break
      before = hits.at(-1)!.row
    }
    return [...subjects.values()]
  }

  const proposed = async (order: BulkOrder, by: PersonId) => {
    const inForce = plan()
    const subjects = await selected(order)
    const accounts = [...new Set(subjects.map(({ account }) => account))]
    const touches = [stateKey.rule(BULK_BRAKE), ...accounts.map(stateKey.account)]
    const at = await timeOfAct(store, new Date(0).toISOString())
    const trial = inForce === null ? null : await trialRoom(store, touches, inForce)
    const seen = planBulk(
      { subjects, actions: order.actions },
      {
        account: (id) => trial?.state(stateKey.account(id))?.account,
        brake: trial?.state(stateKey.rule(BULK_BRAKE))?.brake ?? { hours: {} },
        time: Date.parse(at),
      },
    )
    const { count, more } = await search.count(order.query)
    const told = {
      policy: order.policy,
      actions: order.actions,
      label: order.label ?? null,
      taken: seen.taken,
      leftOut: seen.leftOut,
    }
    const token = sha256(canonicalJson(told)).slice(0, 24)
    const reasons: Record<string, number> = {}
    for (const { reason } of seen.leftOut) reasons[reason] = (reasons[reason] ?? 0) + 1
    const preview: BulkPreview = {
      found: count,
      more: more || count > subjects.length,
      taken: {
        count: seen.taken.length,
        samples: seen.taken
          .slice(0, SAMPLES_MAX)
          .map(({ account, subject }) => ({ account, subject: subject.id })),
      },
      leftOut: { count: seen.leftOut.length, reasons, samples: seen.leftOut.slice(0, SAMPLES_MAX) },
      needsSecond: subjects.length > BULK_ALONE_MAX,
      token,
    }
    const bulk = `bulk-${sha256(canonicalJson([by, token, order.why])).slice(0, 24)}`
    const act: DeskAct & { type: 'bulk.acted' } = {
      id: `${bulk}.0`,
      type: 'bulk.acted',
      at,
      account: 'holdfast',
      review: {
        by,
        why: order.why,
        madeAt: new Date(clock.now()).toISOString(),
        touches,
        bulk,
        part: 0,
        parts: 1,
        subjects,
        policy: order.policy,
        actions: order.actions,
        label: order.label ?? null,
        says: order.says ?? '',
      },
    }
    return { act, preview, refusal: faultOf(order, inForce, seen.taken.length) }
  }

  return {
    async weigh(order, by) {
      const { act, preview, refusal } = await proposed(order, by)
      if (refusal !== null) return { ok: false, refusal }
      return { ok: true, done: false, waits: preview.needsSecond, bulk: act.review.bulk, preview, rows: [] }
    },
    async carryOut(order, by, token) {
      const { act, preview, refusal } = await proposed(order, by)
      if (refusal !== null) return { ok: false, refusal }
      if (token !== preview.token) return { ok: false, refusal: CHANGED }
      await bus.publish([act])
      const rows = await store.desk.bulk(act.review.bulk)
      const [row] = rows
      if (row === undefined) return { ok: false, refusal: CHANGED }
      return {
        ok: true,
        done: row.status === 'done',
        waits: row.status === 'waiting',
        bulk: act.review.bulk,
        preview,
        rows,
      }
    },
    show: (bulk) => store.desk.bulk(bulk),
    list: (limit) => store.desk.bulks(limit),
    async undo(bulk, by, why) {
      const [row] = await store.desk.bulk(bulk)
      if (row === undefined) return undefined
      if (row.status !== 'done')
        return {
          ok: false,
          refusal: { reason: `it is ${row.status}`, hint: 'Only what was done is undone.' },
        }
      const touches = await touchesOf(store, { decisions: row.decisions, keys: [stateKey.rule(BULK_BRAKE)] })
      const act: DeskAct = {
        id: `${bulk}.undone`,
        type: 'bulk.undone',
        at: await timeOfAct(store, row.at),
        account: 'holdfast',
        review: {
          by,
          why,
          madeAt: new Date(clock.now()).toISOString(),
          touches,
          bulk,
          part: 0,
          decisions: row.decisions,
        },
      }
      await bus.publish([act])
      const [after] = await store.desk.bulk(bulk)
      return after?.status === 'undone'
        ? { ok: true, undone: row.decisions.length }
        : { ok: false, refusal: CHANGED }
    },
  }
}

function faultOf({ policy, actions, label }: BulkOrder, plan: Plan | null, taken: number): Refusal | null {
  if (plan?.policies.get(policy)?.violating !== true)
    return { reason: `${policy} is no policy that can be violated`, hint: 'GET /v1/policies lists them.' }
  if (actions.includes('label') && !label)
    return { reason: 'the action label needs a label', hint: 'Say which.' }
  if (taken === 0)
    return { reason: 'there is nothing to act on', hint: 'The preview says who was left out, and why.' }
  return null
}

const CHANGED: Refusal = {
  reason: 'it would no longer do what the preview said',
  hint: 'Look at the new preview, and order again with its token.',
}
