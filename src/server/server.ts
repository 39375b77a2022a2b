import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { AppealDesk } from '../appeals/appeal-desk.ts'
import type { Bus } from '../bus/bus.ts'
import type { CheckInput, CheckRow } from '../check.ts'
import type { EvidenceDesk } from '../evidence/desk.ts'
import type { Clock } from '../lib/clock.ts'
import type { Event } from '../model/event.ts'
import type { Policy } from '../model/policy.ts'
import { permissionsOf } from '../model/roles.ts'
import type { Bill } from '../opinions/opinions.ts'
import { networkOf } from '../people/attempts.ts'
import type { Audit } from '../people/audit.ts'
import type { PeopleDesk, PeopleStore } from '../people/people.ts'
import type { Visitor } from '../people/visitor.ts'
import type { BulkDesk } from '../review/bulk-desk.ts'
import type { CampaignDesk } from '../review/campaign-desk.ts'
import type { JobDesk } from '../review/job-desk.ts'
import type { JobView } from '../review/job-view.ts'
import type { LinkDesk } from '../review/link-desk.ts'
import type { QualityDesk } from '../review/quality-desk.ts'
import type { RulesDesk } from '../review/rules-desk.ts'
import type { SearchIndex } from '../store/search.ts'
import type { Store } from '../store/store.ts'
import type { Register } from '../threats/register.ts'
import type { ThreatDesk } from '../threats/threat-desk.ts'
import type { LineStatus } from './api.ts'
import { registerAppeals } from './appeals.ts'
import { registerAudit } from './audit.ts'
import { registerBodies } from './body.ts'
import { registerBulk } from './bulk.ts'
import { registerCampaigns } from './campaigns.ts'
import { registerDocument } from './document.ts'
import { addressOf } from './doorstep.ts'
import { registerEvidence } from './evidence.ts'
import { challenge, registerGate } from './gate.ts'
import { registerIntake } from './intake.ts'
import { registerJobs } from './jobs.ts'
import { registerKeys } from './keys.ts'
import { registerLineage } from './lineage.ts'
import { registerLinks } from './links.ts'
import { createHub, type LiveSource, registerLive } from './live.ts'
import { registerMe } from './me.ts'
import { registerMetrics } from './metrics.ts'
import { OIDC_URL, registerOidc } from './oidc.ts'
import type { OidcSettings } from './oidc-settings.ts'
import { registerOrders, registerRequests } from './orders.ts'
import { registerOverview } from './overview.ts'
import { registerPage } from './page.ts'
import { registerPages } from './pages.ts'
import { registerPeople } from './people.ts'
import { ProblemError, sendProblem } from './problem.ts'
import { registerProtected } from './protected.ts'
import { registerQuality } from './quality.ts'
import { registerCheck, registerOutbox, registerReads } from './routes.ts'
import { registerRules } from './rules-desk.ts'
import { BODY_BYTES_MAX } from './schemas.ts'
import { registerSearch } from './search.ts'
import { registerSession } from './session.ts'
import { registerShield } from './shield.ts'
import { registerSignIn } from './sign-in.ts'
import { registerThreats } from './threats.ts'

/** What the server needs of the house. `serve.ts` picks the parts. */
export interface ServerHouse {
  bus: Pick<Bus, 'publish'>
  store: Pick<
    Store,
    | 'counts'
    | 'decision'
    | 'decisions'
    | 'outbox'
    | 'eachLink'
    | 'eachCampaign'
    | 'account'
    | 'meta'
    | 'setMeta'
  > &
    PeopleStore
  /** Where it is settled who works here. */
  people: PeopleDesk
  /** Who saw what: routes that show one thing in detail say so before they answer. */
  audit: Audit
  clock: Clock
  door: {
    admit(
      raw: unknown,
    ): { ok: true; event: Event } | { ok: false; id: string | null; field: string | null; reason: string }
  }
  check(inputs: CheckInput[]): Promise<CheckRow[]>
  status(): LineStatus
  /** Policies of the pack in force. */
  policies(): Policy[]
  /** What second opinions have cost since the start; absent where nobody is ever asked. */
  bills?(): Bill[]
  live: LiveSource
  /** Where people decide about campaigns. */
  campaigns: CampaignDesk
  /** Where they see and keep evidence. */
  evidence: EvidenceDesk
  /** Where they decide about links. */
  links: LinkDesk
  /** Where people decide about jobs. */
  jobs: JobDesk
  jobView(id: string, person: string): Promise<JobView | null>
  appeals: AppealDesk
  /** Where rules are tried and put in force. */
  rules: RulesDesk
  /** Where people decide about threats, orders and requests. */
  threats: ThreatDesk
  /** Who is protected: need to know. */
  register: Register
  bulk: BulkDesk
  quality: QualityDesk
  search: SearchIndex
  /** Puts a dead letter back on its way. False when there is none with this id. */
  resend(id: string): Promise<boolean>
  version: string
}

export interface ServerOptions {
  /** Where the built page lies. */
  consoleDir: string
  logger: FastifyBaseLogger
  /** Host names besides loopback's own that are answered over loopback, such as a proxy's. */
  hosts?: string[]
  /** The page's own address, such as `https://desk.example`, where a proxy stands before it. */
  origin?: string
  /** Where people sign in who have an account elsewhere. */
  oidc?: OidcSettings
}

const REQUEST_MS_MAX = 30_000

/**
 * The HTTP server, ready to listen. Every request meets, in this order: a known host, the gate (who may call what), the body's bounds,
 * its route. `close()` ends the live streams, finishes what is under way and takes no more.
 */
export async function createServer(house: ServerHouse, options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_MS_MAX,
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: sendProblem,
  })
  const hub = createHub(house.live, house.clock, (visitor) => mayStillRead(house, visitor).catch(() => true))

  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.setSerializerCompiler(() => JSON.stringify)
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler(() => {
    throw new ProblemError(404, 'there is nothing at this address', 'See /v1/openapi.json for what there is.')
  })
  registerBodies(app)
  registerShield(app, options.hosts ?? [])
  await app.register(cookie)
  await app.register(rateLimit, { global: false, keyGenerator: (request) => networkOf(addressOf(request)) })
  registerGate(app, house)
  app.addHook('onSend', challenge)
  app.addHook('preClose', async () => hub.close())

  await registerDocument(app, house.version)
  registerIntake(app, house)
  registerCheck(app, house)
  registerReads(app, house)
  registerOutbox(app, house)
  registerCampaigns(app, house)
  registerJobs(app, house)
  registerAppeals(app, house)
  registerEvidence(app, house)
  registerRules(app, house)
  registerSearch(app, house)
  registerBulk(app, house)
  registerQuality(app, house)
  registerLineage(app, house)
  registerLinks(app, house)
  registerOverview(app, house)
  registerLive(app, hub)
  const { origin } = options
  const ended = (session: string) => hub.dismiss({ session })
  const changed = (person: string) => hub.dismiss({ person })
  const oidc = options.oidc ?? null
  const button = oidc && { label: oidc.label ?? 'Single sign-on', url: OIDC_URL }
  registerSignIn(app, house, { origin, oidc: button, ended })
  registerOidc(app, house, { settings: oidc, origin })
  registerSession(app, house, ended)
  registerMe(app, house, { origin, ended })
  registerPeople(app, house, { origin, changed })
  registerKeys(app, house)
  registerAudit(app, house)
  registerMetrics(app, house, hub.clients)
  registerThreats(app, house)
  registerOrders(app, house)
  registerRequests(app, house)
  registerProtected(app, house)
  await registerPages(app, house)
  registerHealth(app)
  await registerPage(app, options.consoleDir)
  return app
}

/** Whether who listens could begin to listen now. */
async function mayStillRead({ store, clock }: ServerHouse, { row }: Visitor): Promise<boolean> {
  if ((await store.access(row.secretHash, clock.now())) === undefined) return false
  if (row.person === null) return true
  const person = await store.person(row.person)
  return person?.status === 'active' && permissionsOf(person.roles).includes('read')
}

/** For load balancers: that the process answers, and nothing more. */
function registerHealth(app: FastifyInstance): void {
  app.route({
    method: 'GET',
    url: '/health',
    config: { needs: 'nothing' },
    schema: { summary: 'That the server answers', tags: ['status'], security: [] },
    handler: async () => ({ ok: true }),
  })
}
