import { type AppealDesk, createAppealDesk } from './appeals/appeal-desk.ts'
import type { OpenHouse } from './cli/tools.ts'
import type { Clock } from './lib/clock.ts'
import { type Random, seededRandom } from './lib/random.ts'
import { type BulkDesk, createBulkDesk } from './review/bulk-desk.ts'
import { createJobDesk, type JobDesk } from './review/job-desk.ts'
import { createJobView, type JobView, type Neighbour, type Surroundings } from './review/job-view.ts'
import { createQualityDesk, type QualityDesk } from './review/quality-desk.ts'
import { emptySearch, type Hit, type SearchIndex } from './store/search.ts'
import { type Duty, NOBODY } from './threats/pager.ts'
import type { Register } from './threats/register.ts'
import { createThreatDesk, type MakeBundle, type PlaceHold, type ThreatDesk } from './threats/threat-desk.ts'

/** Where people work, over one open house. */
export interface Desks {
  jobs: JobDesk
  jobView(id: string, person: string): Promise<JobView | null>
  appeals: AppealDesk
  threats: ThreatDesk
  register: Register
  bulk: BulkDesk
  quality: QualityDesk
  search: SearchIndex
}

/** The meta value that says what a post's or account's address on the platform is, such as `https://social.example/posts/{post}`. */
export const PLATFORM_URL = 'desk.platform-url'

/** What lies around a post, found by the index. */
const surroundingsIn = (search: SearchIndex): Surroundings => ({
  thread: async (post) => (await search.thread(post)).map((hit) => neighbour(hit, hit.relation)),
  timeline: async (account, limit) =>
    (await search.timeline(account, limit)).map((hit) => neighbour(hit, null)),
})
const neighbour = (
  { id, kind, at, account, post, text }: Hit,
  relation: Neighbour['relation'],
): Neighbour => ({
  event: id,
  type: kind,
  at,
  account,
  post,
  text,
  relation,
})

export function openDesks(
  house: Pick<OpenHouse, 'store' | 'bus' | 'line' | 'register'>,
  {
    clock,
    key,
    random = seededRandom(1),
    search = emptySearch(),
    duty = NOBODY,
    bundle,
    hold,
    complain,
  }: {
    clock: Clock
    key: Uint8Array
    /** By which samples are drawn. */
    random?: Random
    /** Without it nothing is found. */
    search?: SearchIndex
    /** Who is called when a person is needed; nobody without it. */
    duty?: Duty
    bundle?: MakeBundle
    hold?: PlaceHold
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
      surroundings: surroundingsIn(search),
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
      ...(hold && { hold }),
      ...(complain && { complain }),
    }),
    register: house.register,
    bulk: createBulkDesk({ store, bus, clock, plan, search }),
    quality: createQualityDesk({ store, bus, clock, random }),
    search,
  }
}
