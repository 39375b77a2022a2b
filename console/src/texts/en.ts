import type { ActionKind, Decision, DecisionMode, Entity, LinkTier, Verdict } from '../api/types.ts'
import { appeals, publicAppeal } from './en/appeals.ts'
import { entry } from './en/entry.ts'
import { frame } from './en/frame.ts'
import { overview } from './en/overview.ts'
import { queue } from './en/queue.ts'
import { rules } from './en/rules.ts'
import { threats } from './en/threats.ts'
import { wordingOf } from './wording.ts'

/*
 * Every word of the page. Another language is another file of this shape (texts.ts); what needs grammar is a function, so that a language with other plurals
 * or agreement can have its own.
 */

const number = new Intl.NumberFormat('en-GB')
const rate = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const plural = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`

const SUBJECT: Record<Entity['kind'], string> = {
  account: 'Account',
  post: 'Post',
  media: 'Media',
  hashtag: 'Hashtag',
  url: 'Link',
  campaign: 'Campaign',
}

const DONE: Record<ActionKind, string> = {
  queue: 'sent to a reviewer',
  escalate: 'passed to the threat desk',
  label: 'labelled',
  limit: 'limited',
  hide: 'hidden',
  remove: 'removed',
  suspend: 'closed',
  warn: 'warned',
  restore: 'restored',
  'discount-trend': 'discounted from the trends',
  notify: 'told',
}

/** What was done weighs more than who was told: the order in which a reader wants it. */
const ORDER: ActionKind[] = [
  'suspend',
  'remove',
  'hide',
  'limit',
  'label',
  'warn',
  'discount-trend',
  'restore',
  'escalate',
  'queue',
]

/** On whom an action falls, where that is not the subject itself. */
const FALLS_ON_ACCOUNT: ActionKind[] = ['limit', 'suspend', 'warn']

function doneTo(kind: Entity['kind'], actions: ActionKind[]): string {
  const sorted = ORDER.filter((action) => actions.includes(action))
  if (sorted.length === 0) return 'noted, nothing done'
  return list.format(
    sorted.map((action) =>
      kind !== 'account' && FALLS_ON_ACCOUNT.includes(action) ? `account ${DONE[action]}` : DONE[action],
    ),
  )
}

function sentence({ subject, actions, mode }: Pick<Decision, 'subject' | 'actions' | 'mode'>): string {
  const what = SUBJECT[subject.kind]
  switch (mode) {
    case 'live':
      return `${what} ${doneTo(subject.kind, actions)}`
    case 'shadow':
      return `${what} would be ${doneTo(subject.kind, actions)}`
    case 'braked':
      return `${what} held back by the brake: ${doneTo(subject.kind, actions)}`
  }
}

const MODE: Record<DecisionMode, string> = { live: 'live', shadow: 'shadow', braked: 'braked' }
const VERDICT: Record<Verdict, string> = { allow: 'Allow', review: 'Review', restrict: 'Restrict' }
const TIER: Record<LinkTier, string> = { possible: 'Possible', strong: 'Strong', certain: 'Certain' }

export const en = {
  language: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  ...wordingOf('en-GB'),
  frame,
  queue,
  overview,
  threats,
  rules,
  appeals,
  publicAppeal,
  app: {
    name: 'Holdfast',
    loading: 'Opening the desk …',
    signOut: 'Sign out',
    town: 'simulated town',
    townHint: 'A simulated platform posts. Start with --no-town for a real one.',
    scheme: { light: 'Light colours', dark: 'Dark colours' },
    help: 'Keyboard and words',
    pack: (hash: string, live: number, shadow: number) => ({
      name: `Policies ${hash}`,
      rules: `${plural(live, 'rule', 'rules')} live, ${number.format(shadow)} in shadow`,
    }),
    noPack: 'No policies in force',
    dismiss: 'Dismiss',
  },

  entry,
  stream: {
    connecting: 'Connecting',
    open: 'Live',
    lost: 'Disconnected',
    standing: 'Halted',
    lostTitle: 'The connection to Holdfast is lost.',
    lostHint: 'What you see is as it was. The page reconnects by itself and then fetches what it missed.',
    retry: 'Try now',
    halted: (reason: string) => `The line stands still: ${reason}`,
    haltedHint:
      'Nothing is taken until it mends; nothing that was acknowledged is lost. It looks again by itself.',
    refused: 'A changed policy pack was refused. The pack in force stays.',
    refusedShow: 'What is wrong with it',
    taken: (hash: string) => `New policies are in force: ${hash}`,
  },

  pulse: {
    title: 'The line',
    perSecond: 'events per second',
    mean: (value: number) => `${en.rate(value)} on average over the last minute`,
    chart: (now: number, most: number, minutes: number) =>
      `Events per second over the last ${plural(minutes, 'minute', 'minutes')}: now ${en.rate(now)}, at most ${en.rate(most)}.`,
    most: (value: number) => `${en.rate(value)}/s`,
    ago: (minutes: number) => (minutes === 0 ? 'now' : `−${minutes} min`),
    events: 'events',
    position: ({ logged, judged, settled }: { logged: number; judged: number; settled: number }) =>
      `${number.format(logged)} in the log, ${number.format(judged)} judged, ${number.format(settled)} settled on disk`,
    accounts: 'accounts',
    decisions: 'decisions',
    jobs: 'for reviewers',
    depth: 'not yet judged',
    dead: 'dead letters',
    waiting: 'on their way',
    done: 'carried out',
  },

  decisions: {
    title: 'Decisions',
    sentence,
    all: 'All decisions',
    done: (action: ActionKind) => DONE[action],
    mode: (mode: DecisionMode) => MODE[mode],
    modeHint: {
      live: 'Acted on.',
      shadow: 'A rule on trial: recorded, nothing done.',
      braked: 'The rule’s quota for this hour is used up: a person decides instead.',
    } satisfies Record<DecisionMode, string>,
    verdict: (verdict: Verdict) => VERDICT[verdict],
    filterMode: 'Mode',
    filterVerdict: 'Verdict',
    filterPolicy: 'Policy',
    any: 'All',
    pause: 'Pause',
    resume: 'Resume',
    paused: 'Paused',
    reading: 'Held while you read',
    fresh: (count: number) => `${plural(count, 'new decision', 'new decisions')}`,
    skipped: (count: number) =>
      `${plural(count, 'decision', 'decisions')} came faster than a page can show; “Older” has them all.`,
    older: 'Older decisions',
    olderNone: 'That is the first decision.',
    empty: 'No decision yet',
    emptyHint: 'Decisions appear here the moment a rule matches an event.',
    emptyTown: 'The network arrives within the first minute.',
    filtered: 'None of the decisions here fits the filters.',
    clear: 'Clear filters',
    failed: 'The decisions could not be fetched.',
    again: 'Try again',
    by: 'by',
    rule: 'rule',
    detail: {
      why: 'Why',
      evidence: 'Evidence',
      signal: 'Signal',
      value: 'Value',
      none: 'The rules looked at no signal.',
      gaps: 'Not known at the time',
      statement: 'Statement of reasons',
      statementHint: 'What the affected person is told.',
      shadowStatement: 'A rule on trial: nobody was told this.',
      fields: 'Fields for the transparency database',
      facts: 'Record',
      subject: 'Subject',
      account: 'Account',
      rules: 'Rules',
      policy: 'Policy',
      event: 'Event',
      pack: 'Policy pack',
      id: 'Decision',
      at: 'Time of the event',
      strikes: 'Strikes',
      label: 'Label',
      automated: 'Made by',
      byRule: 'rule, without a person',
      byPerson: 'a person',
    },
  },

  links: {
    title: 'Came back',
    empty: 'No link to a closed account yet',
    emptyHint: 'When a closed account comes back under another name, it is weighed and shown here.',
    tier: (tier: LinkTier) => TIER[tier],
    bits: (value: number) => `${rate.format(value)} bits`,
    sentence: 'returns as',
    status: { proposed: 'proposed', confirmed: 'confirmed', rejected: 'rejected' },
    field: 'Evidence',
    fields: {
      handle: 'Handle',
      name: 'Name',
      bio: 'Bio',
      avatar: 'Picture',
      email: 'E-mail',
      emailDomain: 'E-mail host',
      device: 'Device',
      network: 'Network',
      client: 'Client',
      company: 'Follows, mentions',
      location: 'Place',
      hours: 'Hours of day',
      tags: 'Hashtags',
      texts: 'Wording',
      urls: 'Addresses',
      language: 'Language',
      style: 'Way of writing',
      gap: 'Since the closure',
      change: 'Changed',
      age: 'Age then',
    } as Record<string, string>,
    cap: 'Bound',
    company: (alike: boolean): string => (alike ? 'many the same' : 'others'),
    shared: (common: number, of: number) =>
      common === 0
        ? 'none the same'
        : of === 1
          ? 'the same'
          : `${number.format(common)} of ${number.format(of)} the same`,
    weightless: (fields: string[]) => `Weighs nothing: ${list.format(fields)}.`,
    closed: 'Closed account',
    now: 'This account',
    worth: 'Bits',
    total: 'Together',
    waterfall: (total: number) => `What the link rests on, ${rate.format(total)} bits together`,
    scale: 'Each bit doubles the odds that it is the same person. Bars to the left speak against.',
    review: {
      why: 'Why',
      hint: 'Stays on the record, with your name.',
      finding: { confirmed: 'Confirm', rejected: 'Reject', withdrawn: 'Take the finding back' },
      failed: 'It was not taken.',
      done: 'Taken.',
    },
  },

  campaigns: {
    title: 'Campaigns',
    empty: 'No campaign suspected',
    members: (count: number) => plural(count, 'account', 'accounts'),
    posts: (count: number) => plural(count, 'post', 'posts'),
    degree: (value: number) => `coordination ${value.toFixed(2)}`,
    degreeHint: 'From 0, as by chance, to 1, as by one hand.',
    status: {
      suspected: 'suspected',
      confirmed: 'confirmed',
      watched: 'watched',
      over: 'over',
      dismissed: 'dismissed',
    },
    advice: 'Advice to the platform',
    /** Advice comes as a word of the engine, with what it is about behind it. */
    advised(advice: string): string {
      const [, word = advice, about = ''] = /^([a-z-]+) ?(.*)$/s.exec(advice) ?? []
      switch (word) {
        case 'queue':
          return 'One case for a reviewer'
        case 'limit':
          return 'Limit its members'
        case 'discount-trend':
          return `Discount ${about.replace(': ', ' in the trends: ')}`
        default:
          return advice
      }
    },
    unmarked: 'One text in many hands',
  },

  outbox: {
    title: 'To the platform',
    latest: 'Latest',
    dead: 'Dead letters',
    empty: 'Nothing was sent yet',
    emptyHint:
      'Hiding, limiting and labelling are sent to the platform; what a reviewer must see stays in the house.',
    emptyDead: 'No dead letters. Every action arrived, or is on its way.',
    failed: 'The actions could not be fetched.',
    action: (action: ActionKind, kind: Entity['kind']) =>
      `${kind !== 'account' && FALLS_ON_ACCOUNT.includes(action) ? 'Account' : SUBJECT[kind]} ${DONE[action]}`,
    asked: (action: ActionKind, kind: Entity['kind']) => `${SUBJECT[kind]} to be ${DONE[action]}`,
    status: { done: 'done', waiting: 'waiting', dead: 'not done' },
    attempts: (count: number) => plural(count, 'attempt', 'attempts'),
    resend: 'Send again',
    resendFailed: 'It could not be sent again.',
    resendOf: (id: string) => `Send again: ${id}`,
    more: (count: number) => `and ${number.format(count)} more`,
  },

  help: {
    title: 'Keyboard and words',
    keys: 'Keyboard',
    rows: [
      ['j', 'next decision'],
      ['k', 'previous decision'],
      ['Enter', 'open or close it'],
      ['p', 'pause or resume the stream'],
      ['Esc', 'close, and let the stream run'],
      ['?', 'this help'],
    ] as [string, string][],
    single: 'Single-letter keys work',
    singleHint: 'Turn this off if speech input or another tool types letters by accident.',
    words: 'Words',
    glossary: [
      ['review', 'a person is asked to look; nothing else happens'],
      ['restrict', 'something is done at once, within the rule’s quota'],
      ['shadow', 'a rule on trial: recorded, nothing done'],
      ['braked', 'the quota is used up: a person decides instead'],
      ['bits', 'weight of evidence; each bit doubles the odds'],
      ['dead letter', 'an action that the platform refused or never took'],
    ] as [string, string][],
    close: 'Close',
  },
}
