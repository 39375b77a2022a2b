import type { Grammar } from './grammar.ts'

export const french: Grammar = {
  language: 'fr',
  common: 'le la les de des et un une je tu il nous vous que qui dans pour pas ce est sont',
  words: { HARM: 'tuer' },
  parts: {},
  ways: [['call', 'weak', 'verb=HARM _']],
  signs: [],
}
