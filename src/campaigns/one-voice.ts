import type { Act } from './acts.ts'
import type { Sign } from './script.ts'
import { isOneText } from './traces.ts'

/*
 * An app that posts through accounts that were lent to it says what it was given, and nothing else. Who gathers under a tag of their own accord copies the
 * official line too, but not all of them and not always: some say it in words of their own, and a crowd in which nobody does is not one. So what is weighed is the tag, and all
 * that is said under it. (docs/spec/campaigns.md, C6)
 */

/**
 * Of what a crowd says that copies an official line, so much at least is still in people's own words. Taken low: in the crowds of fans, givers and jokers that this was
 * measured on it is from 0.2 to 0.4.
 */
const OWN_OF_A_CROWD = 0.25
/** Of what an app says, so much looks like own words: cut short, or dressed up beyond recognition. */
const OWN_OF_AN_APP = 0.02
const LINE_BITS = Math.log2((1 - OWN_OF_AN_APP) / (1 - OWN_OF_A_CROWD))
const OWN_BITS = Math.log2(OWN_OF_A_CROWD / OWN_OF_AN_APP)
/** Nineteen posts without a word of anybody's own; one such word takes nine posts more. */
const BITS_MIN = 7
const ACCOUNTS_MIN = 10
/** Posts of one account that count: nobody makes a crowd, or unmakes an app, alone. */
const POSTS_OF_ACCOUNT_MAX = 2
/** What so many say is a line. */
const SAYING_IT_MIN = 3
/** Different texts under one tag that are held against each other. Past them, everything is somebody's own words. */
const TEXTS_MAX = 64

export interface OneVoice {
  /** Those who say the lines, and carry the same tags with it. */
  acts: Act[]
  sign: Sign
}

/** Those who say given lines under a tag, if a crowd would hardly be so much of one voice. `under`: all that was said there in the last day. */
export function inOneVoice(tag: string, under: readonly Act[]): OneVoice | null {
  const speaking = under.filter(({ distant }) => !distant)
  const { lines, own } = sorted(speaking)
  const acts = withTheSameTags(lines)
  const accounts = new Set(acts.map(({ account }) => account)).size
  const ownCount = countedOf(own)
  const bits = countedOf(acts) * LINE_BITS - ownCount * OWN_BITS
  if (accounts < ACCOUNTS_MIN || bits < BITS_MIN) return null
  const says = `of ${acts.length + own.length} posts under #${tag} ${own.length === 0 ? 'none is' : `${own.length} are`} in words of somebody’s own; in a crowd it is one of four`
  return { acts, sign: { name: 'one-voice', points: 2, says } }
}

/** Lines that are passed round, and what is said by one or two alone. The order of `acts` does not matter. */
function sorted(acts: readonly Act[]): { lines: Act[]; own: Act[] } {
  const texts: { sketch: number; acts: Act[]; accounts: Set<string> }[] = []
  const own: Act[] = []
  for (const act of [...acts].sort((a, b) => a.at - b.at || a.post - b.post)) {
    const text = texts.find(({ sketch }) => isOneText(sketch, act.sketch))
    if (text !== undefined) {
      text.acts.push(act)
      text.accounts.add(act.account)
    } else if (act.sketch !== 0 && texts.length < TEXTS_MAX)
      texts.push({ sketch: act.sketch, acts: [act], accounts: new Set([act.account]) })
    else own.push(act)
  }
  const lines: Act[] = []
  for (const text of texts) (text.accounts.size >= SAYING_IT_MIN ? lines : own).push(...text.acts)
  return { lines, own }
}

/** Whoever hijacks a crowd's tag has another beside it, and the crowd's own lines are not theirs: the tags that most lines carry are one voice's. */
function withTheSameTags(lines: readonly Act[]): Act[] {
  const counts = new Map<string, number>()
  const tagsOf = ({ tags }: Act): string => tags.join(' ')
  for (const act of lines) counts.set(tagsOf(act), (counts.get(tagsOf(act)) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most === undefined ? [] : lines.filter((act) => tagsOf(act) === most[0])
}

function countedOf(acts: readonly Act[]): number {
  const posts = new Map<string, number>()
  for (const { account } of acts) posts.set(account, (posts.get(account) ?? 0) + 1)
  let sum = 0
  for (const count of posts.values()) sum += Math.min(count, POSTS_OF_ACCOUNT_MAX)
  return sum
}
