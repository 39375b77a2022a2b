import type { ScoredPolicy } from '../../src/model/policy-id.ts'
import type { Stance } from '../../src/model/reading.ts'

/*
 * What a training text can be. Every language writes phrases for every kind; the labels are the same in all of them.
 */

export interface Kind {
  /** The policy the text falls under, or null for what is permitted. */
  policy: ScoredPolicy | null
  stance: Stance
  /** How often, beside the others. */
  weight: number
  /** Kinds whose sentence this one takes up, so that the same words stand with another meaning. */
  quotes?: readonly string[]
}

const violating = (policy: ScoredPolicy, weight: number): Kind => ({ policy, stance: 'asserts', weight })
const permitted = (stance: Stance, weight: number, quotes?: readonly string[]): Kind => ({
  policy: null,
  stance,
  weight,
  ...(quotes === undefined ? {} : { quotes }),
})

/** Violent words that others may report, quote, condemn or approve of. */
const ALL = ['threat', 'conditional', 'call', 'deserve', 'wish'] as const

export const KINDS = {
  threat: violating('tvec2', 10),
  indirect: violating('tvec2', 4),
  veiled: violating('tvec2', 6),
  conditional: violating('tvec2', 6),
  leakage: violating('tvec2', 6),
  call: violating('tvec8', 12),
  deserve: violating('tvec8', 10),
  dare: violating('tvec8', 5),
  wish: violating('tvec8', 8),
  endorse: { ...violating('tvec8', 4), quotes: ['call', 'deserve'] },
  praise: violating('tvec7', 8),
  pledge: violating('tvec7', 5),
  recruit: violating('tvec6', 6),
  fund: violating('tvec4', 5),
  media: violating('tvec1', 4),
  manual: violating('tvec5', 1),

  reported: permitted('quotes', 8, ALL),
  victim: permitted('reports', 5, ['threat', 'conditional', 'wish']),
  condemned: permitted('condemns', 8, ALL),
  countered: permitted('condemns', 6, ['call', 'deserve', 'wish']),
  noticed: permitted('reports', 3, ['threat', 'call']),
  negated: permitted('none', 6),
  news: permitted('reports', 8),
  mourning: permitted('reports', 3),
  condemnation: permitted('condemns', 4),
  figurative: permitted('figurative', 8),
  hyperbole: permitted('jokes', 6),
  play: permitted('figurative', 6),
  story: permitted('none', 5),
  past: permitted('reports', 4),
  law: permitted('none', 4),
  study: permitted('none', 3),
  worry: permitted('none', 5),
  prayer: permitted('none', 3),
  daily: permitted('none', 8),
  insult: { policy: 'harassment', stance: 'asserts', weight: 6 },
  criticism: permitted('none', 6),
  politics: permitted('figurative', 5),
  question: permitted('asks', 5),
  appeal: permitted('none', 5),
  surprise: permitted('none', 4),
  neighbourly: permitted('none', 4),
  applause: permitted('none', 4),
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as KindName[]
