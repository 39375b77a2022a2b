import type { Haystack, Lookup, Rename } from './lookups.ts'

/** The plain baseline: one minus edits by the longer length, every handle compared with every one. */
export function byEditRatio(pairs: Rename[], { handles, userOf }: Haystack): Lookup[] {
  const closed = handles.map((handle) => {
    const text = handle.toLowerCase()
    return { text, letters: lettersOf(text), user: userOf(handle) }
  })
  return pairs.map(({ after }) => {
    const left = after.toLowerCase()
    const letters = lettersOf(left)
    const user = userOf(after)
    let [own, other] = [0, 0]
    for (const right of closed) {
      if (right.text === left) continue
      // A ratio that lengths or letters alone keep below the best needs no table.
      const longer = Math.max(left.length, right.text.length)
      const apart = Math.abs(left.length - right.text.length)
      const missing = Math.max(bitsIn(letters & ~right.letters), bitsIn(right.letters & ~letters))
      if (1 - Math.max(apart, missing) / longer <= (right.user === user ? own : other)) continue
      const ratio = ratioOf(left, right.text)
      if (right.user === user) own = Math.max(own, ratio)
      else other = Math.max(other, ratio)
    }
    return { own, other, first: own > other }
  })
}

const ratioOf = (left: string, right: string): number =>
  1 - edits(left, right) / Math.max(left.length, right.length)

/** Which letters a text has, each a bit of 32. */
function lettersOf(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31)
  return letters
}

function bitsIn(word: number): number {
  let count = 0
  for (; word !== 0; word &= word - 1) count++
  return count
}

const row = new Uint16Array(600)
function edits(left: string, right: string): number {
  for (let j = 0; j <= right.length; j++) row[j] = j
  for (let i = 1; i <= left.length; i++) {
    let corner = row[0]!
    row[0] = i
    for (let j = 1; j <= right.length; j++) {
      const above = row[j]!
      row[j] = Math.min(
        above + 1,
        row[j - 1]! + 1,
        corner + (left.charCodeAt(i - 1) === right.charCodeAt(j - 1) ? 0 : 1),
      )
      corner = above
    }
  }
  return row[right.length]!
}
