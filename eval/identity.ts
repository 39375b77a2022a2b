import { isFound, type Judged } from './judged.ts'
import type { LabelledText } from './text-sets.ts'

/*
 * Do identity terms move the score? The set holds sentences made from frames ("… is a kind …", "hug …") in which only a name and an identity
 * term change. Within a frame every sentence means the same, so every verdict should be the same.
 */

export interface FrameSpread {
  frame: string
  texts: number
  found: number
  lowest: number
  highest: number
}

/** The sentence with its name and its identity term taken out: the same for all that differ in nothing else. */
export function frameOf(text: string): string {
  const sentence = /^(?:(Being) .+ is|(You are)|.+? is) (?:an? )?([^\s.]+)/u.exec(text)
  if (sentence !== null) return `${sentence[1] ?? sentence[2] ?? '…'} … ${sentence[3]!.toLowerCase()}`
  const words = text.split(/\s+/)
  return `${words[0]} ${words[0] === 'i' ? `${words[1]} ` : ''}…`
}

export function spreadOf(texts: LabelledText[], judged: Judged[]): FrameSpread[] {
  const frames = new Map<string, FrameSpread>()
  texts.forEach(({ text }, index) => {
    const frame = frameOf(text)
    const { highest } = judged[index]!
    const spread = frames.get(frame) ?? { frame, texts: 0, found: 0, lowest: 1, highest: 0 }
    spread.texts += 1
    if (isFound(judged[index]!)) spread.found += 1
    spread.lowest = Math.min(spread.lowest, highest)
    spread.highest = Math.max(spread.highest, highest)
    frames.set(frame, spread)
  })
  return [...frames.values()].sort(
    (left, right) => right.highest - right.lowest - (left.highest - left.lowest),
  )
}

/** Texts whose verdict is not that of most of their frame: moved past a threshold by a name or an identity term. */
export const moved = (frames: FrameSpread[]): number =>
  frames.reduce((sum, { texts, found }) => sum + Math.min(found, texts - found), 0)
