import { isIP } from 'node:net'
import type { Tokens } from './tokens.ts'

/*
 * What must never be kept can also come where nobody expects it: under another name, another casing, inside some other text. Whatever
 * the contract does not know passes through here before it is kept.
 */

/** Folded (lower case, letters and digits only) names of members that hold an e-mail, an address or a device. */
const WITHHELD_NAME =
  /email|mail(?:addr(?:ess)?)?$|^ips?$|^ip(?:v[46]|addr(?:ess(?:es)?)?)$|(?:client|remote|last|signup|signin|login|user|source|src|peer|host|forwarded|registration|created)ip(?:v[46]|addr(?:ess)?)?$|remoteaddr|forwardedfor$|^device(?:id|ids|token|key|fingerprint|hash|uuid)?$|(?:user|client|my|last|mobile|push)device(?:id|token)?$|fingerprint|^(?:udid|idfa|idfv|gaid|adid|imei|imsi|meid|serial|serialnumber|mac|macaddr(?:ess)?|hardwareid|androidid|advertisingid|installationid)$/

export const isWithheldName = (name: string): boolean =>
  WITHHELD_NAME.test(
    name
      .slice(-NAME_LENGTH_MAX)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  )
const NAME_LENGTH_MAX = 128

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
/** Candidates only; `isIP` decides. A number after `name/` is a version, as in `Chrome/120.0.0.0`. */
const ADDRESS =
  /(?<![\p{L}\p{N}.:]|\p{L}\/)(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,8}(?:\.\d{1,3}){0,3})(?![\p{L}\p{N}:])/giu

/** The text with every e-mail and network address in it replaced by what `instead` says. */
export function withholdFrom(text: string, instead: (kind: 'email' | 'ip', found: string) => string): string {
  if (text.includes('@')) text = text.replace(EMAIL, (found) => instead('email', found))
  if (!/\d\.\d|:/.test(text)) return text
  return text.replace(ADDRESS, (found) => (isIP(found) === 0 ? found : instead('ip', found)))
}

export const tokenInstead =
  (tokens: Tokens) =>
  (kind: 'email' | 'ip', found: string): string =>
    kind === 'email' ? `[email ${tokens.email(found).emailToken}]` : `[ip ${tokens.ip(found).ipToken}]`

/** A member of JSON as it is written, whether or not the JSON around it is whole. */
const MEMBER = /"((?:[^"\\]|\\.){1,128})"\s*:\s*("(?:[^"\\]|\\.)*"?|[^\s,[\]{}"]+)/gs

/** A line that was refused, without what must not be kept, as far as that can be told in something that may be broken. */
export const withholdFromLine = (line: string): string =>
  withholdFrom(
    line.replace(MEMBER, (member, name: string, value: string) =>
      isWithheldName(name) ? `${member.slice(0, -value.length)}"[withheld]"` : member,
    ),
    (kind) => `[${kind}]`,
  )

/** The text with the very values replaced that this event named as e-mail, address or device. */
export function withholdValues(text: string, values: readonly string[], tokens: Tokens): string {
  for (const value of values)
    if (text.includes(value)) text = text.replaceAll(value, `[withheld ${tokens.other(value)}]`)
  return text
}
