import { type AppealDesk, createAppealDesk } from './appeals/appeal-desk.ts'
import type { OpenHouse } from './cli/tools.ts'
import type { Clock } from './lib/clock.ts'
import { createJobDesk, type JobDesk } from './review/job-desk.ts'
import { createJobView, type JobView, type Surroundings } from './review/job-view.ts'

/** Where people work, over one open house. */
export interface Desks {
  jobs: JobDesk
  jobView(id: string, person: string): Promise<JobView | null>
  appeals: AppealDesk
}

/** The meta value that says what a post's or account's address on the platform is, such as `https://social.example/posts/{post}`. */
export const PLATFORM_URL = 'desk.platform-url'

const NOTHING_AROUND: Surroundings = { thread: async () => [], timeline: async () => [] }

export function openDesks(
  house: Pick<OpenHouse, 'store' | 'bus' | 'line'>,
  {
    clock,
    key,
    surroundings = NOTHING_AROUND,
  }: { clock: Clock; key: Uint8Array; surroundings?: Surroundings },
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
  }
}
