export const THREAT_GRADES = ['low', 'medium', 'high-unspecific', 'high-specific'] as const
export type ThreatGrade = (typeof THREAT_GRADES)[number]

/** One coded factor: present, absent or unknown, with what it rests on and who coded it. */
export interface ThreatFactor {
  factor: string
  value: 'present' | 'absent' | 'unknown'
  evidence: string
  coder: string
}

/** A case about danger to people. Row of `export threats`; field names are final. */
export interface Threat {
  id: string
  openedAt: string
  grade: ThreatGrade
  veracity: 'unverified' | 'checking' | 'credible' | 'not-credible' | 'hoax'
  factors: ThreatFactor[]
  accounts: string[]
  posts: string[]
}
