/** Coordinated activity by many accounts as one object. Row of `export campaigns`; field names are final. */
export interface Campaign {
  id: string
  firstSeen: string
  detectedAt: string
  status: 'suspected' | 'confirmed' | 'watched' | 'over' | 'dismissed'
  degree: number
  hashtags: string[]
  urls: string[]
  members: { account: string; degree: number }[]
  posts: number
  advice: string[]
}
