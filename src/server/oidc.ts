import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Configuration, IDToken } from 'openid-client'
import { type Static, Type } from 'typebox'
import type { Role } from '../model/roles.ts'
import { enterBySignOn, type SignOn } from '../people/sign-on.ts'
import { doorstepOf, letIn, siteOf } from './doorstep.ts'
import { isLoopbackHost, type OidcSettings } from './oidc-settings.ts'
import { ProblemError } from './problem.ts'
import type { ServerHouse } from './server.ts'

/*
 * Single sign-on by OpenID Connect: authorization code with PKCE, state and nonce. What was asked is remembered here under a cookie that only
 * this browser has, so that an answer that was begun elsewhere signs nobody in.
 */

export const OIDC_URL = '/v1/sign-in/oidc'
const CALLBACK_URL = `${OIDC_URL}/callback`
const COOKIE = 'hf_oidc'
const COOKIE_SECONDS = 300
const open = { needs: 'nothing', rateLimit: { max: 30, timeWindow: '1 minute' } } as const

/** Loaded at its first use: most installations have no provider. */
const openid = () => import('openid-client')

const QuerySchema = Type.Object({ returnTo: Type.Optional(Type.String({ maxLength: 2_000 })) })

export function registerOidc(
  app: FastifyInstance,
  { people }: ServerHouse,
  { settings, origin }: { settings: OidcSettings | null; origin?: string | undefined },
): void {
  const provider = settings === null ? null : discovered(settings)
  const site = (request: FastifyRequest) => siteOf(request, origin).origin

  /** A person stands before this answer: they are led back to the door, and the log has what went wrong. */
  const refuse = (request: FastifyRequest, reply: FastifyReply, error: unknown) => {
    request.log.warn(`single sign-on: ${(error as Error).message}`)
    return reply.redirect('/#refused', 303)
  }

  app.route<{ Querystring: Static<typeof QuerySchema> }>({
    method: 'GET',
    url: OIDC_URL,
    config: open,
    exposeHeadRoute: false,
    // A way for browsers, not a call: it leads elsewhere, and back to `returnTo`, a path of the page.
    schema: { hide: true, querystring: QuerySchema },
    handler: async (request, reply) => {
      if (settings === null || provider === null) throw notConfigured()
      const oidc = await openid()
      const verifier = oidc.randomPKCECodeVerifier()
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
      let url: URL
      try {
        url = oidc.buildAuthorizationUrl(await provider(), {
          redirect_uri: `${site(request)}${CALLBACK_URL}`,
          scope: ['openid', ...(settings.scopes ?? ['profile'])].join(' '),
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        })
      } catch (error) {
        return refuse(request, reply, error)
      }
      const returnTo = ownPath(request.query.returnTo)
      reply.setCookie(COOKIE, people.challenges.put('oidc', { verifier, state, nonce, returnTo }), {
        path: OIDC_URL,
        httpOnly: true,
        // The provider’s answer comes from another site: a strict cookie would stay at home.
        sameSite: 'lax',
        secure: site(request).startsWith('https:'),
        maxAge: COOKIE_SECONDS,
      })
      return reply.redirect(url.href, 303)
    },
  })
  app.route({
    method: 'GET',
    url: CALLBACK_URL,
    config: open,
    exposeHeadRoute: false,
    schema: { hide: true },
    handler: async (request, reply) => {
      if (settings === null || provider === null) throw notConfigured()
      const asked = people.challenges.take('oidc', request.cookies[COOKIE] ?? '')
      reply.clearCookie(COOKIE, { path: OIDC_URL })
      if (asked === null) return refuse(request, reply, new Error('nothing was asked by this browser'))
      try {
        const oidc = await openid()
        const tokens = await oidc.authorizationCodeGrant(
          await provider(),
          new URL(`${site(request)}${request.url}`),
          {
            pkceCodeVerifier: asked.verifier!,
            expectedState: asked.state!,
            expectedNonce: asked.nonce!,
            idTokenExpected: true,
          },
        )
        const entry = await enterBySignOn(
          people,
          signOnOf(tokens.claims()!, settings),
          doorstepOf(request, undefined),
        )
        if (!entry.ok) return refuse(request, reply, new Error(entry.reason))
        letIn(reply, entry, siteOf(request, origin))
        return reply.redirect(asked.returnTo!, 303)
      } catch (error) {
        return refuse(request, reply, error)
      }
    },
  })
}

const notConfigured = () =>
  new ProblemError(404, 'single sign-on is not configured', 'holdfast start --oidc FILE turns it on.')

/** The provider's addresses and keys, asked for once; asked again where it did not answer. */
function discovered(settings: OidcSettings): () => Promise<Configuration> {
  let found: Promise<Configuration> | null = null
  const ask = async () => {
    const oidc = await openid()
    const issuer = new URL(settings.issuer)
    const secret = settings.clientSecret
    return oidc.discovery(
      issuer,
      settings.clientId,
      undefined,
      secret === null ? oidc.None() : oidc.ClientSecretPost(secret),
      {
        timeout: 10,
        execute: isLoopbackHost(issuer.hostname) ? [oidc.allowInsecureRequests] : [],
      },
    )
  }
  return () => {
    found ??= ask().catch((error) => {
      found = null
      throw error
    })
    return found
  }
}

const textIn = (claim: unknown): string | null => (typeof claim === 'string' && claim !== '' ? claim : null)

/** What the provider says of somebody, as roles: only values that the settings name count. */
export function signOnOf(
  claims: IDToken,
  { issuer, claim, roles = {}, newcomer = [] }: OidcSettings,
): SignOn {
  const said = claim === undefined ? [] : [claims[claim]].flat()
  const given = said.flatMap((value): Role[] =>
    typeof value === 'string' && Object.hasOwn(roles, value) ? roles[value]! : [],
  )
  return {
    issuer: claims.iss ?? issuer,
    sub: claims.sub,
    name: textIn(claims['preferred_username']) ?? textIn(claims['email']),
    displayName: textIn(claims['name']),
    roles: claim === undefined ? null : [...newcomer, ...given],
    newcomer,
  }
}

/** A path of the page itself. Anything that a browser could read as another site's address leads home. */
export function ownPath(wanted: string | undefined): string {
  if (wanted === undefined || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return '/'
  const url = new URL(wanted, 'http://here.invalid')
  const isOwn = url.origin === 'http://here.invalid' && !url.pathname.startsWith('//')
  return isOwn ? `${url.pathname}${url.search}` : '/'
}
