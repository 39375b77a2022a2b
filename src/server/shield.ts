import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

/**
 * The page needs no inline script or style and no foreign host. `require-trusted-types-for` makes a browser refuse to turn any
 * string into markup, so that hostile text stays text even where we err. Styles that React sets go by way of the object model, which
 * a policy does not restrict.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
}

/** On every answer: headers that keep a browser from harm. Before every request: a host we know. */
export function registerShield(app: FastifyInstance, hosts: readonly string[]): void {
  const known = new Set(hosts.map((host) => host.toLowerCase()))
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    requireKnownHost(request, known)
  })
}

/**
 * A foreign page can point its own name at 127.0.0.1 and so reach us as its own origin (DNS rebinding). Over loopback only
 * loopback's names are answered, and those the operator named, such as a proxy's.
 */
function requireKnownHost({ headers, socket }: FastifyRequest, known: ReadonlySet<string>): void {
  if (!isLoopback(socket.localAddress)) return
  const name = nameOf(headers.host)
  if (name !== null && (isLoopbackName(name) || known.has(name))) return
  throw new ProblemError(
    421,
    'this host name is not ours',
    'Call http://127.0.0.1 or http://localhost with the port that was printed at the start.',
  )
}

/** Requests that are injected in tests have no address; they count as local, the stricter case. */
const isLoopback = (address: string | undefined): boolean =>
  address === undefined || address === '::1' || /^(::ffff:)?127\./.test(address)

const isLoopbackName = (name: string): boolean =>
  name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)

function nameOf(host: string | undefined): string | null {
  const url = `http://${host}`
  return host === undefined || !URL.canParse(url) ? null : new URL(url).hostname
}
