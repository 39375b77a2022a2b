import { wordingOf } from '../wording.ts'

const { counted, number } = wordingOf('en-GB')

export const rules = {
  title: 'Rules',
  choose: 'Choose a rule.',
  chooseHint: 'It opens in its file, to be read, tried and changed.',
  unmeasured: 'precision not measured',
  draft: 'Draft',
  file: 'File',
  problems: 'Problems',
  sound: 'No problem found.',
  backtest: 'Try it on the past',
  why: 'Why it changes',
  force: 'Put in force',
  backtested: 'On the past',
  unchanged: 'Nothing would have been decided differently.',
  gained: 'gained',
  lost: 'lost',
  same: 'the same',
  versions: 'Versions',
  back: 'Roll back to it',
  backWhy: 'Rolled back on the page.',
  mode: { live: 'live', shadow: 'on trial', off: 'off' } as Record<string, string>,
  run: { running: 'running', done: 'done', failed: 'failed' },
  led: (count: number) => counted(count, { one: 'led # decision', other: 'led # decisions' }),
  precision: (share: string, low: string, high: string, seen: number) =>
    `right in ${share} of ${number(seen)} (${low}–${high})`,
  inForce: (hash: string) => `In force: ${hash}`,
}
