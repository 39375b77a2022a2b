import { isIPv4 } from 'node:net'

/** Where a provider is asked. */
export interface Address {
  url: URL
  secure: boolean
}

export type AddressResult = { ok: true; address: Address } | { ok: false; message: string; hint: string }

const fault = (message: string, hint: string): AddressResult => ({ ok: false, message, hint })

/**
 * Checks an address that an operator wrote. Addresses come from the configuration alone, never from a post, and redirects are not followed,
 * so that no text can make Holdfast call somewhere else. What is said of it repeats nothing of the address, which may hold a secret.
 */
export function addressOf(text: string, { insecure }: { insecure: boolean }): AddressResult {
  const url = URL.parse(text)
  if (url === null)
    return fault(
      'the address is not a URL',
      'write https://host/path, without the last part such as /chat/completions',
    )
  const secure = url.protocol === 'https:'
  if (!secure && url.protocol !== 'http:')
    return fault('the address is neither https nor http', 'write https://host/path')
  if (url.username !== '' || url.password !== '')
    return fault(
      'the address holds a user or password',
      'take it out and give the key with "key: { env: NAME }" or "key: { file: PATH }"',
    )
  if (url.search !== '' || url.hash !== '')
    return fault('the address has a query or fragment', 'end it before ? and #; keys go into "key"')
  if (!secure && !insecure && !isLoopback(url.hostname))
    return fault(
      'http would send posts and key in clear over the network',
      'use https, or http on this machine; "insecure: true" allows it within a network of your own',
    )
  return { ok: true, address: { url, secure } }
}

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))
