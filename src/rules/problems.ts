/** What is wrong with a policy pack, where, and what to do about it. Lines and columns count from 1. */
export interface PackProblem {
  file: string
  line: number
  column: number
  message: string
  hint: string
}

/** One line per problem, as compilers print them, sorted by place. */
export function formatProblems(problems: PackProblem[]): string {
  return [...problems]
    .sort(byPlace)
    .map(({ file, line, column, message, hint }) => {
      const advice = hint === '' ? '' : `\n    ${hint}`
      return `${file}:${line}:${column}: ${message}${advice}`
    })
    .join('\n')
}

const byPlace = (a: PackProblem, b: PackProblem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1

/** `did you mean "x"?` for a name that is close to a known one, else a list of what is known (when it is short). */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...known]
  const nearest = nearestTo(name, names)
  if (nearest !== null) return `did you mean "${nearest}"?`
  if (names.length === 0) return 'none is declared'
  return names.length <= LISTED_MAX ? `known are ${names.join(', ')}` : ''
}

const LISTED_MAX = 24
const NAME_LENGTH_MAX = 64

export function nearestTo(name: string, names: string[]): string | null {
  if (name.length > NAME_LENGTH_MAX) return null
  const lower = name.toLowerCase()
  let best: string | null = null
  let bestEdits = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of names) {
    const edits = editsBetween(lower, candidate.toLowerCase())
    if (edits < bestEdits) {
      best = candidate
      bestEdits = edits
    }
  }
  return best
}

/** Edits with swapped neighbours as one (optimal string alignment). */
function editsBetween(left: string, right: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const row = [i]
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        edits = Math.min(edits, beforeLast[j - 2]! + 1)
      row.push(edits)
    }
    beforeLast = last
    last = row
  }
  return last[right.length]!
}
