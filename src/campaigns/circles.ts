import type { Millis } from '../model/ids.ts'
import type { Act } from './acts.ts'
import type { Background } from './chance.ts'
import { cluster, type Graph, link, prune } from './cluster.ts'
import { type Meetings, otherOf, weighPair } from './co-action.ts'
import { profileOf } from './profile.ts'
import type { Trace, TraceBook } from './trace-book.ts'
import { isOneText } from './traces.ts'
import { degreeOf, type Group } from './weigh.ts'

/** Accounts in one look at the graph, at most. */
const LOOK_MAX = 4_000
const ACCOUNTS_MIN = 5
/** Each member acts together with so many others at least: a pair of friends is no circle. */
const COMPANIONS_MIN = 2

/** So many different texts two of them at least said: a circle of fans has its two or three lines, and a few words more that any two people share by chance. */
const CONTENTS_MIN = 8

/** The circles of accounts that met again and again, around those that met lately. */
export function circlesAround(
  stirred: Iterable<string>,
  meetings: Meetings,
  background: Background,
  book: TraceBook,
  now: Millis,
): Group[] {
  const contents = new Map<string, Set<number>>()
  const graph = graphAround(stirred, meetings, background, now, contents)
  prune(graph, COMPANIONS_MIN)
  return cluster(graph)
    .filter((accounts) => accounts.length >= ACCOUNTS_MIN)
    .map((accounts) => circleOf(accounts, graph, contents, background, book, now))
    .filter((group) => group !== null)
}

function graphAround(
  stirred: Iterable<string>,
  meetings: Meetings,
  background: Background,
  now: Millis,
  contents: Map<string, Set<number>>,
): Graph {
  const graph: Graph = new Map()
  const seen = new Set(stirred)
  for (const account of seen)
    for (const pair of meetings.pairsOf(account)) {
      const bits = weighPair(pair, background, now)
      if (bits === 0) continue
      const other = otherOf(pair, account)
      if (seen.size < LOOK_MAX) seen.add(other)
      else if (!seen.has(other)) continue
      link(graph, account, other, bits)
      for (const own of [account, other]) {
        const shared = contents.get(own) ?? new Set()
        for (const { content } of pair.occasions) shared.add(content)
        contents.set(own, shared)
      }
    }
  return graph
}

function circleOf(
  accounts: string[],
  graph: Graph,
  contents: Map<string, Set<number>>,
  background: Background,
  book: TraceBook,
  now: Millis,
): Group | null {
  const members = new Set(accounts)
  let pairs = 0
  for (const account of accounts)
    for (const other of graph.get(account)!.keys()) if (members.has(other) && other > account) pairs++
  const { traces, acts } = sharedBy(accounts, contents, book, now)
  const common = textsInCommon(acts)
  if (common < CONTENTS_MIN) return null
  const expected = expectedToMeetAgain(accounts, background)
  return {
    accounts,
    acts,
    traces,
    degree: degreeOf(accounts.length, pairs, expected),
    pairs,
    expected,
    odds: pairs / Math.max(expected, 1e-6),
    signs: [
      {
        name: 'same-circle',
        points: 3,
        says: `${accounts.length} accounts posted the same again and again: ${common} different texts`,
      },
    ],
    profile: profileOf(acts, background),
  }
}

/** How many pairs among these accounts would meet on two contents by chance: the sum of mean² / 2 over all pairs. */
function expectedToMeetAgain(accounts: readonly string[], background: Background): number {
  let squares = 0
  let fourths = 0
  for (const account of accounts) {
    const square = background.postsOf(account) ** 2
    squares += square
    fourths += square * square
  }
  return (background.pairChance('text') ** 2 * (squares * squares - fourths)) / 4
}

/** The traces on which members met, those with most members first, and the members' posts under them. */
function sharedBy(accounts: string[], contents: Map<string, Set<number>>, book: TraceBook, now: Millis) {
  const members = new Set(accounts)
  const count = new Map<number, number>()
  for (const account of accounts)
    for (const content of contents.get(account) ?? []) count.set(content, (count.get(content) ?? 0) + 1)
  const traces: Trace[] = []
  const acts = new Set<Act>()
  for (const [content] of [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const page = book.page(content)
    if (page === undefined) continue
    traces.push(page)
    for (const act of book.actsOf(page, now)) if (members.has(act.account) && !act.distant) acts.add(act)
  }
  return { traces, acts: [...acts] }
}

/**
 * Different texts that two of the members said. What a member shares with somebody outside the circle says nothing of the circle, and one line that is cheered with one word more is
 * still one line.
 */
function textsInCommon(acts: readonly Act[]): number {
  const texts: { sketch: number; content: number; accounts: Set<string> }[] = []
  for (const { sketch, content, account } of acts) {
    const known = texts.find((text) =>
      sketch === 0 ? text.content === content : isOneText(text.sketch, sketch),
    )
    if (known !== undefined) known.accounts.add(account)
    else texts.push({ sketch, content, accounts: new Set([account]) })
  }
  return texts.filter(({ accounts }) => accounts.size >= 2).length
}
