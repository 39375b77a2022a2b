import type { CampaignStanding } from '../model/campaign.ts'
import type { CampaignReviewed } from '../model/event.ts'
import type { Fault } from './act-plan.ts'
import { membersOf, statusOf } from './standing.ts'

/**
 * Why a finding about a campaign may not be, or null. Asked before the event is made, and again when it is judged. `into`: the campaign that
 * takes it in, or that is split off. (docs/spec/campaigns.md, V2 to V6)
 */
export function findingFault(
  { finding, accounts }: Pick<CampaignReviewed['review'], 'finding' | 'accounts'>,
  standing: CampaignStanding,
  into?: CampaignStanding,
): Fault | null {
  if (standing.mergedInto !== null)
    return { reason: `it is part of ${standing.mergedInto}`, hint: 'Review that one.' }
  switch (finding) {
    case 'confirm':
      return standing.finding === 'confirmed' ? already('confirmed') : null
    case 'dismiss':
      if (standing.finding === 'dismissed') return already('dismissed')
      return standing.acts.length > 0 ? UNDO_FIRST : null
    case 'watch':
      if (standing.finding === 'dismissed')
        return { reason: 'it is dismissed', hint: 'Confirm it if the dismissal was wrong.' }
      return standing.watched ? already('watched') : null
    case 'merge':
      if (standing.acts.length > 0) return UNDO_FIRST
      return mergeFault(standing, into)
    case 'split':
      return splitFault(standing, accounts, into)
  }
}

const already = (what: string): Fault => ({ reason: `it is ${what} already`, hint: 'Nothing is to be done.' })
const UNDO_FIRST: Fault = {
  reason: 'it was acted on',
  hint: 'Undo its acts first, so that nobody stays restricted for what is no campaign.',
}

function mergeFault(standing: CampaignStanding, into: CampaignStanding | undefined): Fault | null {
  if (into?.told == null)
    return { reason: 'the campaign to merge into is not known', hint: 'holdfast campaigns lists them.' }
  if (into.told.id === standing.told?.id)
    return { reason: 'a campaign cannot be merged into itself', hint: 'Name another one.' }
  const status = statusOf(into)
  if (into.mergedInto !== null || status === 'dismissed')
    return {
      reason: `the campaign to merge into is ${into.mergedInto === null ? status : `part of ${into.mergedInto}`}`,
      hint: 'Name one that stands.',
    }
  return null
}

function splitFault(
  standing: CampaignStanding,
  accounts: string[],
  into: CampaignStanding | undefined,
): Fault | null {
  if (into?.told != null)
    return { reason: 'the part to be split off is a campaign already', hint: 'Look again.' }
  const members = new Set(membersOf(standing).map(({ account }) => account))
  const strange = accounts.find((account) => !members.has(account))
  if (strange !== undefined) return { reason: `${strange} is not a member`, hint: 'Name members only.' }
  if (accounts.length === 0 || new Set(accounts).size === members.size)
    return { reason: 'a part is more than nobody and less than all', hint: 'Name those who go.' }
  const acted = new Set(standing.acts.flatMap((act) => act.accounts))
  return accounts.some((account) => acted.has(account)) ? UNDO_FIRST : null
}
