import { type ComponentType, lazy } from 'react'
import type { ScreenName } from '../router/place.ts'

/** What a screen is told: what is opened on it. Filters stand in the place's query (router.tsx). */
export interface ScreenProps {
  id: string | null
}

/* Each screen is a file of its own, fetched when somebody goes there. */
const loads: Record<ScreenName, () => Promise<ComponentType<ScreenProps>>> = {
  live: () => import('../desk/desk-screen.tsx').then((file) => file.DeskScreen),
  queue: () => import('../queue/queue-screen.tsx').then((file) => file.QueueScreen),
  appeals: () => import('../appeals/appeals-screen.tsx').then((file) => file.AppealsScreen),
  threats: () => import('../threats/threats-screen.tsx').then((file) => file.ThreatsScreen),
  rules: () => import('../rules/rules-screen.tsx').then((file) => file.RulesScreen),
  decisions: () => import('../decisions/decisions-screen.tsx').then((file) => file.DecisionsScreen),
  links: () => import('../links/links-screen.tsx').then((file) => file.LinksScreen),
  campaigns: () => import('../campaigns/campaigns-screen.tsx').then((file) => file.CampaignsScreen),
  overview: () => import('../overview/overview-screen.tsx').then((file) => file.OverviewScreen),
  people: () => import('../people/people-screen.tsx').then((file) => file.PeopleScreen),
  outbox: () => import('../outbox/outbox-screen.tsx').then((file) => file.OutboxScreen),
  profile: () => import('../profile/profile-screen.tsx').then((file) => file.ProfileScreen),
}

export const SCREEN_PARTS: Record<ScreenName, ComponentType<ScreenProps>> = Object.fromEntries(
  Object.entries(loads).map(([name, load]) => [
    name,
    lazy(() => load().then((component) => ({ default: component }))),
  ]),
) as unknown as Record<ScreenName, ComponentType<ScreenProps>>

/** Fetches a screen's file before it is asked for: on the way to its link. */
export const fetchAhead = (screen: ScreenName): void => void loads[screen]().catch(() => {})
