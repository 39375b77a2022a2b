import type { Bus } from '../bus/bus.ts'
import { APPEAL_LIFE_MS } from '../decisions/record.ts'
import { type Foreseen, foresee, touchesOf, trialRoom } from '../desk/order.ts'
import { timeOfAct } from '../desk/stream-now.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { Clock } from '../lib/clock.ts'
import { sha256 } from '../lib/hash.ts'
import type { Decision } from '../model/decision.ts'
import { type AppealDecided, type AppealFinding, type AppealRow, isOther } from '../model/desk.ts'
import type { AppealFiled, DeskAct } from '../model/event.ts'
import type { Millis } from '../model/ids.ts'
import type { PersonId } from '../model/person.ts'
import { stateKey } from '../model/state.ts'
import type { Plan } from '../rules/rules.ts'
import type { Store } from '../store/store.ts'
import { appealId, filingFault, hearAppeal, hearingFault } from './appeals.ts'
import { appealToken, readAppealToken } from './link.ts'

interface Parts {
  store: Pick<Store, 'load' | 'events' | 'position' | 'decision' | 'decisions' | 'eachLink' | 'desk'>
  bus: Pick<Bus, 'publish'>
  clock: Clock
  plan(): Plan | null
  /** What links are signed with. */
  key: Uint8Array
}

export interface Refusal {
  reason: string
  hint: string
}
export interface HearingOrder {
  finding: AppealFinding
  why: string
  says?: string
}
export type Heard =
  | {
      ok: true
      done: boolean
      event: string | null
      decision: string | null
      undone: AppealRow['undone']
      foreseen: Foreseen
    }
  | { ok: false; refusal: Refusal }

/** What the person concerned sees by their link. */
export interface PublicAppeal {
  decision: string
  at: string
  statement: string
  until: Millis
  status: 'none' | AppealRow['status']
  filedAt: string | null
  answer: string | null
}

export interface AppealDesk {
  list(query: { status?: AppealRow['status']; account?: string; limit: number }): Promise<AppealRow[]>
  show(
    id: string,
  ): Promise<{ appeal: AppealRow; decision: Decision | null; answer: Decision | null } | undefined>
  hear(
    id: string,
    by: PersonId,
    order: HearingOrder,
    how: { preview: boolean; token?: string },
  ): Promise<Heard | undefined>
  /** The signed link’s token for a decision, and until when it is good. */
  linkFor(decision: Pick<Decision, 'id' | 'at'>): { token: string; until: Millis }
  look(token: string): Promise<PublicAppeal | null>
  file(
    token: string,
    text: string,
  ): Promise<{ ok: true; appeal: PublicAppeal } | { ok: false; refusal: Refusal } | null>
}

export function createAppealDesk({ store, bus, clock, plan, key }: Parts): AppealDesk {
  const { desk } = store
  const recordOf = async (decision: string) => (await store.load([stateKey.decision(decision)]))[0]?.decision

  const publicView = async (decision: string, until: Millis): Promise<PublicAppeal | null> => {
    const found = await store.decision(decision)
    if (found === undefined) return null
    const row = await desk.appealOf(decision)
    const answer = row?.answer == null ? undefined : await store.decision(row.answer)
    return {
      decision,
      at: found.at,
      statement: found.statement.text,
      until,
      status: row?.status ?? 'none',
      filedAt: row?.filedAt ?? null,
      answer: answer?.statement.text ?? null,
    }
  }

  const actFor = async (
    row: AppealRow,
    by: PersonId,
    order: HearingOrder,
  ): Promise<DeskAct & { type: 'appeal.decided' }> => {
    const rests = order.finding === 'overturned' ? await restingOn(store, row) : []
    const jobs = (await desk.jobsAbout({ decision: row.decision }))
      .filter(({ closed, job }) => closed === null && job.queue !== 'appeals')
      .map(({ job }) => job.id)
    const jobKeys = [...jobs, `${row.decision}.appeals`].map(stateKey.job)
    const touches = await touchesOf(store, {
      decisions: [row.decision],
      keys: [...jobKeys, stateKey.account(row.account)],
    })
    const review: AppealDecided = {
      by,
      why: order.why,
      madeAt: new Date(clock.now()).toISOString(),
      touches,
      decision: row.decision,
      finding: order.finding,
      says: order.says ?? '',
      jobs,
      rests,
    }
    return {
      id: `hearing-${sha256(canonicalJson([row.decision, by, order.finding, order.why, order.says ?? ''])).slice(0, 32)}`,
      type: 'appeal.decided',
      at: await timeOfAct(store, row.filedAt),
      account: row.account,
      review,
    }
  }

  return {
    list: (query) => desk.appeals(query),
    async show(id) {
      const appeal = await desk.appeal(id)
      if (appeal === undefined) return undefined
      const decision = (await store.decision(appeal.decision)) ?? null
      const answer = appeal.answer === null ? null : ((await store.decision(appeal.answer)) ?? null)
      return { appeal, decision, answer }
    },
    async hear(id, by, order, { preview, token }) {
      const row = await desk.appeal(id)
      const inForce = plan()
      if (row === undefined || inForce === null) return undefined
      const refusal = hearingFault(await recordOf(row.decision), by)
      if (refusal !== null) return { ok: false, refusal }
      const act = await actFor(row, by, order)
      const effects = hearAppeal(act, await trialRoom(store, act.review.touches, inForce))
      const foreseen = foresee(effects)
      const told = effects.desk.find((one) => one.kind === 'appeal')
      if (told === undefined) return { ok: false, refusal: OVERTAKEN }
      if (preview)
        return { ok: true, done: false, event: null, decision: null, undone: told.row.undone, foreseen }
      if (token !== undefined && token !== foreseen.token) return { ok: false, refusal: CHANGED }
      await bus.publish([act])
      const after = await desk.appeal(id)
      if (after?.heardBy == null || isOther(after.heardBy, by) || after.status !== order.finding)
        return { ok: false, refusal: OVERTAKEN }
      return { ok: true, done: true, event: act.id, decision: after.answer, undone: after.undone, foreseen }
    },
    linkFor({ id, at }) {
      const until = Date.parse(at) + APPEAL_LIFE_MS
      return { token: appealToken(key, id, until), until }
    },
    async look(token) {
      const read = readAppealToken(key, token, clock.now())
      return read === null ? null : publicView(read.decision, read.until)
    },
    async file(token, text) {
      const read = readAppealToken(key, token, clock.now())
      const record = read === null ? undefined : await recordOf(read.decision)
      if (read === null) return null
      const at = clock.now()
      const refusal = filingFault(record, { account: record?.account ?? '', at })
      if (refusal !== null) return { ok: false, refusal }
      const event: AppealFiled = {
        id: `appeal-${sha256(read.decision).slice(0, 32)}`,
        type: 'appeal.filed',
        at: new Date(at).toISOString(),
        account: record!.account,
        appeal: { id: appealId(read.decision), decision: read.decision, text },
      }
      await bus.publish([event])
      const appeal = await publicView(read.decision, read.until)
      return appeal === null ? null : { ok: true, appeal }
    },
  }
}

const OVERTAKEN: Refusal = {
  reason:
    'what the decision had reached changed at that very moment, or somebody else was first; nothing was done',
  hint: 'Look again, and decide again.',
}
const CHANGED: Refusal = {
  reason: 'it would no longer do what the preview said',
  hint: 'Look at the new preview, and decide again with its token.',
}

/** Signals by which a later decision rests on what an earlier one did to the same account. */
const RESTS_ON = ['account.strikes', 'account.labels', 'account.status', 'account.closedFor']
const RESTS_MAX = 100
const LOOKED_THROUGH_MAX = 500

/** Later decisions about the same account that looked at its strikes or labels; and, of whom it closed, decisions that took somebody for its return. */
async function restingOn(store: Parts['store'], row: AppealRow): Promise<AppealDecided['rests']> {
  const decided = await store.decision(row.decision)
  if (decided === undefined) return []
  const rests: Decision[] = []
  const look = async (account: string, resting: (decision: Decision) => boolean) => {
    for (const decision of await store.decisions({ account, mode: 'live', limit: LOOKED_THROUGH_MAX })) {
      if (decision.id === row.decision || decision.at < decided.at || decision.verdict !== 'restrict')
        continue
      if (resting(decision)) rests.push(decision)
    }
  }
  await look(row.account, ({ evidence }) => RESTS_ON.some((signal) => signal in evidence))
  if (decided.actions.includes('suspend')) {
    const returned = new Set<string>()
    for await (const link of store.eachLink())
      if (link.closedAccount === row.account && link.status !== 'rejected') returned.add(link.account)
    for (const account of returned)
      await look(
        account,
        ({ policy, evidence }) => policy === 'return' || 'lineage.closedAccount' in evidence,
      )
  }
  return rests
    .slice(0, RESTS_MAX)
    .map(({ id, account, subject, policy }) => ({ decision: id, account, subject, policy }))
}
