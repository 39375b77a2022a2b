import type { Reading } from '../model/reading.ts'
import { loadModel } from './model-file.ts'
import { createReader } from './reading.ts'

/* What the reader's own tests read with: the shipped weights, no banks. */

const reader = createReader([], loadModel())

export const readText = (text: string, language: string | null = null): Reading =>
  reader.read({ text, language })

/** Acts that stand: neither negated nor quoted. */
export const actsIn = (text: string): string[] =>
  readText(text)
    .frames.filter(({ negated, quoted }) => !negated && !quoted)
    .map(({ act }) => act)
