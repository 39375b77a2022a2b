import { isIPv4, isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'
import { keyedToken } from '../lib/hash.ts'

/*
 * What stands for an e-mail, an address on the network, a device. Equal inputs give equal tokens within one installation, and nothing
 * leads back from a token to what it stands for without the installation's key.
 */

export interface EmailTokens {
  emailToken: string
  emailDomainToken?: string
}
export interface IpTokens {
  ipToken: string
  networkToken?: string
}

export interface Tokens {
  email(raw: string): EmailTokens
  ip(raw: string): IpTokens
  device(raw: string): string
  /** For whatever else must not be kept. */
  other(raw: string): string
}

/** Recent tokens are remembered, since an account posts many times from one place. Twice this many per kind at most. */
const REMEMBERED_MAX = 8_192
/** Longer inputs are not remembered, so that memory stays under a few megabytes. */
const REMEMBERED_LENGTH_MAX = 256

export function createTokens(key: Uint8Array): Tokens {
  const token = (purpose: string, value: string) => keyedToken(key, purpose, value)
  const network = remembering((value) => token('network', value))
  const domainToken = remembering((value) => token('email-domain', value))
  return {
    email: remembering((raw) => {
      const { address, domain } = canonicalEmail(raw)
      const emailToken = token('email', address)
      return domain === null ? { emailToken } : { emailToken, emailDomainToken: domainToken(domain) }
    }),
    ip: remembering((raw) => {
      const { address, network: around } = canonicalIp(raw)
      const ipToken = token('ip', address)
      return around === null ? { ipToken } : { ipToken, networkToken: network(around) }
    }),
    device: remembering((raw) => token('device', raw.trim())),
    other: remembering((raw) => token('other', raw)),
  }
}

/** Two generations: when the young one is full it becomes the old one, and what was not asked for since is forgotten. */
function remembering<T>(make: (raw: string) => T): (raw: string) => T {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  return (raw) => {
    const known = young.get(raw)
    if (known !== undefined) return known
    const made = old.get(raw) ?? make(raw)
    if (raw.length > REMEMBERED_LENGTH_MAX) return made
    if (young.size >= REMEMBERED_MAX) {
      old = young
      young = new Map()
    }
    young.set(raw, made)
    return made
  }
}

const GMAIL = 'gmail.com'
const SAME_DOMAIN = new Map([
  ['googlemail.com', GMAIL],
  ['protonmail.com', 'proton.me'],
  ['pm.me', 'proton.me'],
  ['me.com', 'icloud.com'],
  ['mac.com', 'icloud.com'],
])
/** Providers that deliver `name+anything@` to `name@`. Others may treat them as two people, so theirs are left alone. */
const PLUS_IGNORED = new Set(
  `${GMAIL} outlook.com hotmail.com live.com msn.com icloud.com proton.me fastmail.com fastmail.fm zoho.com yandex.com yandex.ru`.split(
    ' ',
  ),
)
const DOTS_IGNORED = new Set([GMAIL])

/** The mailbox behind an address as it was typed. `domain` is null for what is no address; `address` is then the text in lower case. */
export function canonicalEmail(raw: string): { address: string; domain: string | null } {
  const text = raw.trim().normalize('NFKC').toLowerCase()
  const at = text.lastIndexOf('@')
  const written = text.slice(at + 1).replace(/\.$/, '')
  const ascii = at < 1 ? '' : domainToASCII(written)
  if (ascii === '') return { address: text, domain: null }
  const domain = SAME_DOMAIN.get(ascii) ?? ascii
  let name = text.slice(0, at)
  if (PLUS_IGNORED.has(domain)) name = name.replace(/(?<=.)\+.*$/s, '')
  if (DOTS_IGNORED.has(domain)) name = name.replaceAll('.', '')
  return { address: `${name}@${domain}`, domain }
}

/**
 * One form per address, and the network around it: /24 for IPv4, /48 for IPv6 (the site prefix of RFC 6177). IPv4 inside IPv6 counts as
 * IPv4; brackets, ports and zone ids are left off. `network` is null for what is no address.
 */
export function canonicalIp(raw: string): { address: string; network: string | null } {
  const text = bareAddress(raw.trim().toLowerCase())
  if (isIPv4(text)) return ofIPv4(text)
  if (!isIPv6(text)) return { address: text, network: null }
  const groups = ipv6Groups(text)
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (mapped) return ofIPv4([groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.'))
  const hex = groups.map((group) => group.toString(16))
  return { address: hex.join(':'), network: `${hex.slice(0, 3).join(':')}/48` }
}

const ofIPv4 = (text: string) => ({ address: text, network: `${text.slice(0, text.lastIndexOf('.'))}.0/24` })

function bareAddress(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)
  const bare = bracketed?.[1] ?? text.replace(/^([\d.]+):\d{1,5}$/, '$1')
  return bare.replace(/%.*$/s, '')
}

/** The eight groups of a valid IPv6 address. */
function ipv6Groups(text: string): number[] {
  const quad = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text)
  if (quad !== null) {
    const [a, b, c, d] = quad.slice(1).map(Number) as [number, number, number, number]
    text = `${text.slice(0, quad.index)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  }
  const [left = '', right] = text.split('::')
  const head = groupsOf(left)
  if (right === undefined) return head
  const tail = groupsOf(right)
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}

const groupsOf = (text: string): number[] =>
  text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
