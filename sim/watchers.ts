import type { Random } from '../src/lib/random.ts'
import type { Person } from './people.ts'
import { speak } from './speech.ts'
import type { Heard, PostParts, Stage } from './stage.ts'
import { markOf, type PostKind, type Role } from './truth.ts'
import type { Language } from './words/creed.ts'

/*
 * Those who speak of the network without being of it: reporters, critics, researchers, the people it threatens, the site's staff, and whoever
 * presses the report button. They use its very words, and nothing they do is forbidden.
 */

const WATCHING: readonly Role[] = [
  'reporter',
  'reporter',
  'critic',
  'critic',
  'researcher',
  'victim',
  'staff',
]
/** What people quote and condemn: calls to violence, not adverts. */
const CALLS: readonly PostKind[] = ['threat', 'incitement']
const ANSWER_SHARE = 0.3
const REPORT_SHARE = 0.25
const ORDER_SHARE = 0.02

const KIN: Record<Language, readonly string[]> = {
  en: ['my parents', 'friends', 'my sister'],
  fr: ['mes parents', 'des amis', 'ma sœur'],
  ar: ['والدي', 'أصدقاء', 'أختي'],
}
const PAPER_URL = ['https://courier.example/', 'https://gazette.example/', 'https://sada.example/']

/** Has the town answer something the network said. */
export function answer(stage: Stage, heard: Heard): void {
  const { random, tempo } = stage
  if (CALLS.includes(heard.kind) && random.next() < ANSWER_SHARE) {
    const watchers = stage.cast(random.pick(WATCHING))
    const watcher = watchers.length === 0 ? null : random.pick(watchers)
    if (watcher !== null)
      stage.later(tempo.answerMs, () => stage.isOpen(watcher) && speakOf(stage, watcher, heard))
  }
  if (random.next() < REPORT_SHARE) {
    const person = stage.anyone()
    if (person !== null) stage.later(tempo.answerMs, () => report(stage, person, heard))
  }
  if (random.next() < ORDER_SHARE) stage.later(tempo.answerMs, () => order(stage, heard))
}

function speakOf(stage: Stage, watcher: Person, heard: Heard): void {
  const { random } = stage
  const [symbol, kind] = manner(watcher.role, random)
  const given = {
    words: quoted(watcher.language, heard, random),
    hashtag: heard.tag,
    kin: random.pick(KIN[watcher.language]),
    url: `${random.pick(PAPER_URL)}${random.below(1_000_000)}`,
  }
  const parts: PostParts = {}
  const shown = stage.isShown(heard.post)
  if (shown && kind !== 'notice' && random.next() < 0.3) parts.quoteOf = heard.post
  else if (shown && kind === 'condemnation' && random.next() < 0.4) parts.replyTo = heard.post
  stage.post(watcher, speak(watcher.language, symbol, random, given), markOf(kind), parts)
}

function manner(role: Role, random: Random): [symbol: string, kind: PostKind] {
  switch (role) {
    case 'reporter':
      return random.next() < 0.3 ? ['quote', 'quote'] : ['report', 'report']
    case 'researcher':
      return ['study', 'study']
    case 'victim':
      return ['suffer', 'testimony']
    case 'staff':
      return ['staff', 'notice']
    default:
      return ['condemn', 'condemnation']
  }
}

/** The words themselves in the watcher's language, at times with the original beside the translation. */
function quoted(language: Language, { said, language: original }: Heard, random: Random): string {
  const own = said[language]
  if (original === language || random.next() < 0.7) return own
  const [close, open] = language === 'en' ? ['”', '“'] : language === 'fr' ? [' »', '« '] : ['»', '«']
  return `${said[original]}${close} – ${open}${own}`
}

function report(stage: Stage, person: Person, heard: Heard): void {
  if (!stage.isOpen(person) || !stage.isShown(heard.post)) return
  const policy = stage.random.pick(['tvec2', 'tvec8', 'tvec7', 'harassment'])
  stage.emit(person, {
    type: 'report.created',
    report: { id: stage.ids.report(), account: heard.person.account, post: heard.post, policy },
  })
}

/** An authority asks that a post be kept; the event is about the account that wrote it. */
function order(stage: Stage, heard: Heard): void {
  if (!stage.isOpen(heard.person)) return
  stage.emit(heard.person, {
    type: 'order.received',
    order: {
      id: `order:${heard.post}`,
      kind: 'preservation',
      authority: 'Prosecutor of Harrowmere',
      post: heard.post,
      text: 'Preserve the post and what is known of its author for ninety days.',
    },
  })
}
