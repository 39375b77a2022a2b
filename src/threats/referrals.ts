import { sha256 } from '../lib/hash.ts'
import type { ThreatAct } from '../model/desk-event.ts'
import type { ThreatActed } from '../model/event.ts'
import type { Referral, ThreatStanding } from '../model/threat.ts'
import type { ThreatTables } from '../model/threat-tables.ts'
import { REFERRALS_MAX } from './case.ts'
import { type DeskFault, fault } from './room.ts'

/*
 * What is handed over, to whom, on which ground, and who stands behind it. Nothing leaves before two people do. (docs/spec/threats.md, R1 to R6)
 */

type ReferralAct = ThreatAct & { do: 'refer' | 'release' | 'withdraw' | 'bundle' | 'acknowledged' }
/** People who stand behind a referral before it is released. */
export const RELEASERS = 2

export const isReferralAct = (act: ThreatAct): act is ReferralAct =>
  act.do === 'refer' ||
  act.do === 'release' ||
  act.do === 'withdraw' ||
  act.do === 'bundle' ||
  act.do === 'acknowledged'

export const referralId = (event: string): string => `r-${sha256(event).slice(0, 16)}`

export function referralFault(
  act: ThreatAct,
  standing: ThreatStanding,
  tables: ThreatTables,
): DeskFault | null {
  if (!isReferralAct(act)) return null
  if (act.do === 'refer') return draftFault(act, standing, tables)
  const referral = standing.referrals.find(({ id }) => id === act.referral)
  if (referral === undefined) return fault('this case has no such referral')
  const released = referral.releasedAt !== null
  switch (act.do) {
    case 'release':
      return releaseFault(act, referral)
    case 'withdraw':
      if (released) return fault('what was handed over cannot be taken back')
      return referral.withdrawn !== null
        ? fault('it was withdrawn')
        : act.why.trim() === ''
          ? fault('this needs a reason', 'Say why.')
          : null
    case 'bundle':
      return referral.bundle === null ? null : fault('it has its bundle')
    case 'acknowledged':
      return released ? null : fault('it was not released', 'Two people release it first.')
  }
}

function draftFault(
  { referral: { to, basis } }: ThreatAct & { do: 'refer' },
  { referrals }: ThreatStanding,
  { bases }: ThreatTables,
): DeskFault | null {
  if (referrals.length >= REFERRALS_MAX) return fault('this case has as many referrals as it can')
  const ground = bases.find(({ id }) => id === basis)
  if (ground === undefined)
    return fault('there is no such legal basis', `Choose among ${bases.map(({ id }) => id).join(', ')}.`)
  if (!ground.to.includes(to))
    return fault(`${ground.law} is no ground for this recipient`, `It is one for ${ground.to.join(', ')}.`)
  return null
}

function releaseFault({ by }: ThreatAct, referral: Referral): DeskFault | null {
  if (referral.withdrawn !== null) return fault('it was withdrawn', 'Propose it anew.')
  if (referral.releasedAt !== null) return fault('it is released')
  if (referral.by.includes(by))
    return fault('two different people release a referral', 'Somebody else has to.')
  return null
}

/** In place. */
export function takeReferral(act: ReferralAct, { id, at }: ThreatActed, standing: ThreatStanding): void {
  const { by, why } = act
  if (act.do === 'refer') {
    standing.referrals.push({
      id: referralId(id),
      ...act.referral,
      at,
      round: standing.round,
      by: [by],
      releasedAt: null,
      withdrawn: null,
      bundle: null,
      reference: null,
      acknowledgedAt: null,
    })
    return
  }
  const referral = standing.referrals.find(({ id }) => id === act.referral)!
  switch (act.do) {
    case 'release':
      referral.by.push(by)
      if (new Set(referral.by).size >= RELEASERS) referral.releasedAt = at
      return
    case 'withdraw':
      referral.withdrawn = { by, why, at }
      return
    case 'bundle':
      referral.bundle = { sha256: act.sha256, bytes: act.bytes }
      return
    case 'acknowledged':
      referral.reference = act.reference
      referral.acknowledgedAt = at
  }
}
