import type { ReactNode } from 'react'
import type { ScreenName } from '../router/place.ts'

/* One line each, in a square of 16: they help to find a word, and never stand alone. */
const PATHS: Record<string, ReactNode> = {
  live: <path d="M1.5 8.5h3l2-5 3 9 2-4h3" />,
  queue: <path d="M2.5 4h11M2.5 8h11M2.5 12h6M11 12.2l1.2 1.2 2-2.6" />,
  decisions: <path d="M8 2v11M4 13.5h8M3 5.2l5-1.7 5 1.7M3 5.2 1.4 9h3.2L3 5.2ZM13 5.2 11.4 9h3.2L13 5.2Z" />,
  search: <path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4 14 14" />,
  links: (
    <path d="M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.8-.8" />
  ),
  campaigns: <path d="M2 6.5v3l2 .4 7.5 2.6v-9L4 6.1l-2 .4ZM4.4 10l.8 3.2h1.6L6.3 10.6M13.6 6.6v2.8" />,
  threats: <path d="M8 2 14.5 13.5h-13L8 2ZM8 6.4v3.4M8 11.6v.1" />,
  appeals: <path d="M2.5 3.5h11v7.5H8l-3 2.6V11H2.5V3.5ZM5 6.2h6M5 8.4h3.6" />,
  bulk: <path d="M2.5 5.5h8v8h-8zM5.5 5.5v-3h8v8h-3M4.8 9.4l1.4 1.4 2.4-2.8" />,
  rules: (
    <path d="M5.5 2.5c-1.6 0-1 5-2.8 5.5C4.5 8.5 3.9 13.5 5.5 13.5M10.5 2.5c1.6 0 1 5 2.8 5.5-1.8.5-1.2 5.5-2.8 5.5M7 8h2" />
  ),
  quality: (
    <path d="M8 1.8 13.5 4v4c0 3-2.3 5.2-5.5 6.3C4.8 13.2 2.5 11 2.5 8V4L8 1.8ZM5.7 8l1.6 1.6 3-3.400" />
  ),
  overview: <path d="M2.5 13.5v-4M6.2 13.5v-8M9.8 13.5V7.5M13.5 13.5v-11" />,
  outbox: <path d="M14 2.5 2 7l4.8 2.2L9 14l5-11.5ZM6.8 9.2 10 6" />,
  profile: (
    <path d="M8 8a2.8 2.8 0 1 0 0-5.600 2.8 2.8 0 0 0 0 5.600ZM2.8 13.8c.4-2.700 2.500-3.900 5.200-3.900s4.800 1.200 5.200 3.900" />
  ),
  people: (
    <path d="M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.7 13.5c.2-2.5 2-3.7 4.3-3.7s4.1 1.2 4.3 3.7M10.6 3.2a2.5 2.5 0 0 1 0 4.6M12 10.1c1.5.5 2.3 1.7 2.400 3.400" />
  ),
}

export const ScreenIcon = ({ screen }: { screen: ScreenName }) => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {PATHS[screen]}
  </svg>
)
