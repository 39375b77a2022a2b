import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml'
import { DAY_MS } from '../model/ids.ts'
import { REFERRAL_KINDS, THREAT_GRADES } from '../model/threat.ts'
import type { LegalBasis, ThreatClock, ThreatTables } from '../model/threat-tables.ts'
import type { PackDraft } from './draft.ts'
import { Fields } from './fields.ts'
import { spotOf } from './source.ts'

/*
 * Section `threats` of a pack: what the threat desk runs by. What a pack does not say stays as it is by default (src/model/threat-tables.ts).
 */

const MINUTE_MS = 60_000
const SPAN_MAX = 7 * DAY_MS
const BASIS_SHAPE = /^[a-z][a-z0-9-]{0,63}$/
const BASES_MAX = 50
const ALARMS_MAX = 8

export function readThreats(file: Fields, draft: PackDraft): void {
  const fields = file.fields('threats', 'threats')
  if (fields === null) return
  fields.expectOnly(['join', 'clocks', 'orders', 'paging', 'bases'])
  const { threats } = draft
  readJoin(fields, threats)
  readClocks(fields, threats)
  readOrders(fields, threats)
  readPaging(fields, threats)
  readBases(fields, threats)
}

function readJoin(all: Fields, threats: ThreatTables): void {
  const fields = all.fields('join', 'join')
  fields?.expectOnly(['within', 'sameTargetWithin'])
  threats.join.withinMs = fields?.span('within', MINUTE_MS, 365 * DAY_MS)?.value ?? threats.join.withinMs
  threats.join.sameTargetWithinMs =
    fields?.span('sameTargetWithin', MINUTE_MS, 30 * DAY_MS)?.value ?? threats.join.sameTargetWithinMs
}

function readClocks(all: Fields, threats: ThreatTables): void {
  const clocks = all.fields('clocks', 'clocks')
  clocks?.expectOnly(THREAT_GRADES)
  for (const grade of THREAT_GRADES) {
    const fields = clocks?.fields(grade, 'a clock')
    if (fields == null) continue
    fields.expectOnly(['human', 'alarms', 'referral', 'referralAlarms'])
    const human = fields.span('human', MINUTE_MS, SPAN_MAX)
    if (human === null) {
      if (!fields.has('human')) fields.missing('human', 'how soon a person looks, such as 15m')
      continue
    }
    const referral = fields.span('referral', MINUTE_MS, SPAN_MAX)
    const clock: ThreatClock = {
      humanMs: human.value,
      alarmsMs: alarmsOf(fields, 'alarms', human.value),
      referralMs: referral?.value ?? null,
      referralAlarmsMs: alarmsOf(fields, 'referralAlarms', referral?.value ?? 0),
    }
    threats.clocks[grade] = clock
  }
}

function readOrders(all: Fields, { orders }: ThreatTables): void {
  const fields = all.fields('orders', 'orders')
  if (fields === null) return
  fields.expectOnly(['within', 'alarms', 'exposedAt', 'exposedWithin', 'policy'])
  orders.dueMs = fields.span('within', MINUTE_MS, SPAN_MAX)?.value ?? orders.dueMs
  if (fields.has('alarms')) orders.alarmsMs = alarmsOf(fields, 'alarms', orders.dueMs)
  orders.exposedAt = fields.whole('exposedAt', 1, 1_000)?.value ?? orders.exposedAt
  orders.exposedWithinMs =
    fields.span('exposedWithin', DAY_MS, 3_650 * DAY_MS)?.value ?? orders.exposedWithinMs
  orders.policy = fields.text('policy', 80)?.value ?? orders.policy
}

function readPaging(all: Fields, { paging }: ThreatTables): void {
  const fields = all.fields('paging', 'paging')
  if (fields === null) return
  fields.expectOnly(['escalateAfter', 'notOlderThan'])
  paging.escalateAfterMs = fields.span('escalateAfter', 10_000, DAY_MS)?.value ?? paging.escalateAfterMs
  paging.notOlderThanMs = fields.span('notOlderThan', MINUTE_MS, 365 * DAY_MS)?.value ?? paging.notOlderThanMs
}

/** Times before the deadline, in order. An alarm at or after it would warn of nothing. */
function alarmsOf(fields: Fields, name: string, before: number): number[] {
  const node = fields.node(name)
  if (node === null) return []
  const items = isSeq(node) ? (node.items as ParsedNode[]) : [node]
  const found: number[] = []
  for (const item of items) {
    const ms = isScalar(item) ? minutesOf(String(item.value)) : Number.NaN
    if (ms > 0 && ms < before && found.length < ALARMS_MAX) found.push(ms)
    else
      fields.report(spotOf(fields.source, item), {
        message: `"${name}" holds times before the deadline, at most ${ALARMS_MAX}`,
        hint: 'such as [10m, 30m, 45m]',
      })
  }
  return found.sort((a, b) => a - b)
}

function minutesOf(text: string): number {
  const parts = /^(\d{1,5})(s|m|h)$/.exec(text)
  return parts === null ? Number.NaN : Number(parts[1]) * { s: 1_000, m: MINUTE_MS, h: 3_600_000 }[parts[2]!]!
}

/** A pack's own bases stand in place of those that come along. */
function readBases(all: Fields, threats: ThreatTables): void {
  const node = all.node('bases')
  if (node === null) return
  const found: LegalBasis[] = []
  for (const item of isSeq(node) ? (node.items as ParsedNode[]) : [node]) {
    const basis = isMap(item)
      ? basisOf(new Fields(all.source, item as YAMLMap.Parsed, 'a basis', all.problems))
      : null
    if (basis !== null && !found.some(({ id }) => id === basis.id) && found.length < BASES_MAX)
      found.push(basis)
    else
      all.report(spotOf(all.source, item), {
        message: `a legal basis has id, law, to and text, each id once, at most ${BASES_MAX}`,
        hint: '- { id: eu-dsa-18, law: …, to: [law-enforcement], text: … }',
      })
  }
  threats.bases = found
}

function basisOf(fields: Fields): LegalBasis | null {
  fields.expectOnly(['id', 'law', 'to', 'text'])
  const id = fields.text('id', 64)?.value ?? ''
  const law = fields.text('law', 500)?.value ?? ''
  const text = fields.text('text', 2_000)?.value ?? ''
  const to = fields.listOf('to', REFERRAL_KINDS, 'recipient')?.map(({ value }) => value) ?? []
  return BASIS_SHAPE.test(id) && law !== '' && text !== '' && to.length > 0 ? { id, law, to, text } : null
}
