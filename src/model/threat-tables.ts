import { DAY_MS, HOUR_MS, type Millis } from './ids.ts'
import type { PolicyId } from './policy-id.ts'
import type { ReferralKind, ThreatGrade } from './threat.ts'

const MINUTE_MS = 60_000

/** How soon a person looks, and how soon after that it is referred. */
export interface ThreatClock {
  humanMs: Millis
  /** After the clock began, before it ends. */
  alarmsMs: Millis[]
  /** After a person looked; null where no referral is due. */
  referralMs: Millis | null
  /** After a person looked. */
  referralAlarmsMs: Millis[]
}

/** On what ground something is handed over. */
export interface LegalBasis {
  id: string
  law: string
  /** To whom it allows or obliges to hand over. */
  to: ReferralKind[]
  /** What it asks for, in words. */
  text: string
}

/** What the threat desk runs by: section `threats` of the policy pack. */
export interface ThreatTables {
  join: { withinMs: Millis; sameTargetWithinMs: Millis }
  clocks: Partial<Record<ThreatGrade, ThreatClock>>
  orders: { dueMs: Millis; alarmsMs: Millis[]; exposedAt: number; exposedWithinMs: Millis; policy: PolicyId }
  paging: { escalateAfterMs: Millis; notOlderThanMs: Millis }
  bases: LegalBasis[]
}

/** In force where a pack says nothing else. The laws and clocks are those of docs/spec/threats.md. */
export const THREAT_TABLES_DEFAULT: ThreatTables = {
  join: { withinMs: 14 * DAY_MS, sameTargetWithinMs: DAY_MS },
  clocks: {
    'high-specific': {
      humanMs: 15 * MINUTE_MS,
      alarmsMs: [10 * MINUTE_MS],
      referralMs: 30 * MINUTE_MS,
      referralAlarmsMs: [15 * MINUTE_MS, 25 * MINUTE_MS],
    },
    'high-unspecific': {
      humanMs: 60 * MINUTE_MS,
      alarmsMs: [40 * MINUTE_MS],
      referralMs: null,
      referralAlarmsMs: [],
    },
  },
  orders: {
    dueMs: HOUR_MS,
    alarmsMs: [10 * MINUTE_MS, 30 * MINUTE_MS, 45 * MINUTE_MS],
    exposedAt: 2,
    exposedWithinMs: 365 * DAY_MS,
    policy: 'tvec8',
  },
  paging: { escalateAfterMs: 5 * MINUTE_MS, notOlderThanMs: DAY_MS },
  bases: [
    {
      id: 'eu-dsa-18',
      law: 'Regulation (EU) 2022/2065 (Digital Services Act), Art. 18',
      to: ['law-enforcement'],
      text: 'Information that gives rise to a suspicion of a criminal offence involving a threat to the life or safety of a person: inform the authorities of the Member State concerned promptly, with all relevant information available.',
    },
    {
      id: 'eu-tco-14-5',
      law: 'Regulation (EU) 2021/784 (terrorist content online), Art. 14(5)',
      to: ['law-enforcement'],
      text: 'Terrorist content involving an imminent threat to life: inform the authority competent for the investigation of criminal offences promptly.',
    },
    {
      id: 'us-2702-b-8',
      law: '18 U.S.C. 2702(b)(8) and (c)(4)',
      to: ['law-enforcement', 'emergency-disclosure'],
      text: 'Belief in good faith that an emergency involving danger of death or serious physical injury requires disclosure without delay, of information relating to the emergency only. It allows; it never compels.',
    },
    {
      id: 'own',
      law: 'The house’s own terms and duty of care',
      to: ['security', 'platform'],
      text: 'To those inside the house, or at another platform, who can protect the person meant. No records of a person beyond what protecting needs.',
    },
  ],
}
