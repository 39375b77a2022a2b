import { wordingOf } from '../wording.ts'

const { counted, number } = wordingOf('en-GB')

export const overview = {
  title: 'Overview',
  span: 'How far back',
  spans: { '24': '24 hours', '168': '7 days', '720': '30 days', '2160': '90 days' },
  totals: 'In all',
  decisions: 'Decisions over time',
  from: 'From',
  restrict: 'restricted at once',
  review: 'sent to people',
  shadow: 'on trial',
  braked: 'held by a brake',
  decisionsSay: (restrict: number, review: number) =>
    `${number(restrict)} restricted at once, ${number(review)} sent to people.`,
  survival: 'How long accounts that came back stay open',
  after: 'After',
  stillOpen: 'Still open',
  watched: 'Watched',
  survivalSays: (accounts: number) =>
    `Share of ${counted(accounts, { one: '# account', other: '# accounts' })} still open, by age.`,
  noReturns: 'No account that came back was closed again yet.',
  policies: 'By policy',
  rules: 'By rule',
  count: 'Decisions',
  nothing: 'Nothing was decided in this time.',
}
