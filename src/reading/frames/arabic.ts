import type { Grammar } from './grammar.ts'

export const arabic: Grammar = {
  language: 'ar',
  common: 'في من على هذا ان الى لا ما يا و كل هو هي الله',
  words: { HARM: 'اقتل, اقتلوا', 'HARM + THEM': 'اقتلوهم' },
  parts: {},
  ways: [['call', 'strong', 'verb=HARM _']],
  signs: [],
}
