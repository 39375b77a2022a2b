import { type AppealDesk, createAppealDesk } from './appeals/appeal-desk.ts'
import type { OpenHouse } from './cli/tools.ts'
import type { Clock } from './lib/clock.ts'
import { createJobDesk, type JobDesk } from './review/job-desk.ts'
import { createJobView, type JobView, type Surroundings } from './review/job-view.ts'
import { type Duty, NOBODY } from './threats/pager.ts'
import type { Register } from './threats/register.ts'
import { createThreatDesk, type MakeBundle, type ThreatDesk } from './threats/threat-desk.ts'

/** Where people work, over one open house. */
export interface Desks {
  jobs: JobDesk
  jobView(id: string, person: string): Promise<JobView | null>
  appeals: AppealDesk
  threats: ThreatDesk
  register: Register
}

/** The meta value that says what a post's or account's address on the platform is, such as `https://social.example/posts/{post}`. */
export const PLATFORM_URL = 'desk.platform-url'

const NOTHING_AROUND: Surroundings = { thread: async () => [], timeline: async () => [] }

export function openDesks(
  house: Pick<OpenHouse, 'store' | 'bus' | 'line' | 'register'>,
  {
    clock,
    key,
    surroundings = NOTHING_AROUND,
    duty = NOBODY,
    bundle,
    complain,
  }: {
    clock: Clock
    key: Uint8Array
    surroundings?: Surroundings
    /** Who is called when a person is needed; nobody without it. */
    duty?: Duty
    bundle?: MakeBundle
    complain?(message: string): void
  },
): Desks {
  const { store, bus } = house
  const plan = () => house.line.plan()
  const jobs = createJobDesk({ store, bus, clock, plan })
  return {
    jobs,
    jobView: createJobView({
      store,
      desk: jobs,
      clock,
      plan,
      surroundings,
      platformUrl: async () => (await store.meta(PLATFORM_URL)) ?? null,
    }),
    appeals: createAppealDesk({ store, bus, clock, plan, key }),
    threats: createThreatDesk({
      store,
      bus,
      clock,
      plan,
      key,
      duty,
      ...(bundle && { bundle }),
      ...(complain && { complain }),
    }),
    register: house.register,
  }
}
