import { isIPv4 } from 'node:net'

/** An address or a secret that will not do, in words an operator can act on. */
export class WebhookError extends Error {
  override name = 'WebhookError'
}

export interface Receiver {
  /** Without user and password. */
  url: URL
  secure: boolean
  /** For logs and screens: without user, password, query and fragment, any of which may hold a secret. */
  name: string
  authorization: { authorization?: string }
}

const SECRET_BYTES = { min: 24, max: 64 }

/** Checks address and secret. Throws a WebhookError; its message holds neither password nor secret. */
export function receiverOf({
  url: text,
  secret,
  insecure = false,
}: {
  url: string
  secret: string
  insecure?: boolean
}): Receiver {
  const url = parsed(text)
  const secure = url.protocol === 'https:'
  const name = `webhook ${url.origin}${url.pathname}`
  if (!secure && url.protocol !== 'http:')
    throw new WebhookError(`${name}: a webhook is sent to an https address, not ${url.protocol}`)
  if (!secure && !insecure && !isLoopback(url.hostname))
    throw new WebhookError(
      `${name}: http would send actions in clear over the network; use https, or http on this machine`,
    )
  checkSecret(secret, name)
  const { username, password } = url
  const login = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')
  url.username = ''
  url.password = ''
  url.hash = ''
  const anonymous = username === '' && password === ''
  return { url, secure, name, authorization: anonymous ? {} : { authorization: `Basic ${login}` } }
}

function parsed(text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw new WebhookError('the webhook address is not a URL; give it as https://host/path')
  }
}

/** A lone % in a password is a percent sign. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))

/** Standard Webhooks asks for 192 to 512 bits. */
function checkSecret(secret: string, name: string): void {
  const base64 = /^whsec_([A-Za-z\d+/]+={0,2})$/.exec(secret)?.[1]
  const bytes = base64 === undefined ? 0 : Buffer.from(base64, 'base64').length
  if (bytes < SECRET_BYTES.min || bytes > SECRET_BYTES.max)
    throw new WebhookError(
      `${name}: the secret must be whsec_ and ${SECRET_BYTES.min} to ${SECRET_BYTES.max} bytes in base64, as openssl rand -base64 32 prints them`,
    )
}
