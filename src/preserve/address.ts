import { BlockList, isIP, isIPv4 } from 'node:net'

/*
 * Which addresses may be asked for what a post names. Whoever writes a post chooses its addresses: none may lead into the network this runs in
 * (server-side request forgery). Sources: the IANA registries of special-purpose addresses, IPv4 and IPv6.
 */

const SPECIAL_4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
/** Within 2000::/3, outside of which nothing is global: tunnels, which hide another address, and what is set apart. */
const SPECIAL_6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]

const special = new BlockList()
for (const [net, bits] of SPECIAL_4) special.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of SPECIAL_6) special.addSubnet(net, bits, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const mapped = new BlockList()
mapped.addSubnet('::ffff:0:0', 96, 'ipv6')

/** True for an address of the public internet, in whatever form it is written. */
export function isPublic(address: string): boolean {
  const bare = address.replace(/%.*$/s, '')
  if (isIPv4(bare)) return !special.check(bare, 'ipv4')
  if (isIP(bare) !== 6) return false
  // An IPv4 address in the clothes of IPv6 counts as what it is; the list looks through both.
  if (mapped.check(bare, 'ipv6')) return isPublic(innerOf(bare))
  return global6.check(bare, 'ipv6') && !special.check(bare, 'ipv6')
}

/** The IPv4 address in `::ffff:…`, dotted. */
function innerOf(address: string): string {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)
  if (dotted !== null) return dotted[1]!
  const [high = '0', low = '0'] = address.split(':').slice(-2)
  const value = (Number.parseInt(high || '0', 16) << 16) | Number.parseInt(low || '0', 16)
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
}
