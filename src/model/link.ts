export const LINK_TIERS = ['possible', 'strong', 'certain'] as const
export type LinkTier = (typeof LINK_TIERS)[number]

/** One field comparison and what it is worth. Bits are log2(m/u); negative bits speak against. */
export interface LinkEvidence {
  field: string
  bits: number
  left: string
  right: string
}

/** Evidence that two accounts are one actor. Row of `export links`; field names are final. */
export interface Link {
  /** Derived from the pair: weighing again replaces, never doubles. */
  id: string
  account: string
  closedAccount: string
  tier: LinkTier
  bits: number
  at: string
  /** What made us look: `account.created`, `account.updated`, `post.created`, `account.closed`. */
  trigger: string
  status: 'proposed' | 'confirmed' | 'rejected'
  waterfall: LinkEvidence[]
}
