import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Stamp } from '../evidence/bundle.ts'
import { type DerValue, der, derAt, derInteger, derOid, derValues, TAG } from './der.ts'

const SHA256_OID = '2.16.840.1.101.3.4.2.1'
const TST_INFO_OID = derOid('1.2.840.113549.1.9.16.1.4')
const ANSWER_BYTES_MAX = 262_144
const ANSWER_MS_MAX = 15_000

/** A question for a time-stamping authority (RFC 3161, 2.4.1): this hash, this nonce, and your certificate please. */
export function stampRequest(hash: Uint8Array, nonce: Uint8Array): Buffer {
  const algorithm = der(TAG.sequence, derOid(SHA256_OID), der(TAG.null))
  return der(
    TAG.sequence,
    derInteger(Buffer.of(1)),
    der(TAG.sequence, algorithm, der(TAG.octets, hash)),
    derInteger(nonce),
    der(TAG.boolean, Buffer.of(0xff)),
  )
}

/** Why an answer is no stamp over this hash, in words, or null. Its signature is not looked at: `openssl ts -verify` does that, with the authority's certificate. */
export function stampFault(answer: Uint8Array, hash: Uint8Array, nonce: Uint8Array): string | null {
  const status = derAt(answer, 0, 0, 0)
  if (status?.tag !== TAG.integer) return 'the answer is no time-stamp response'
  if (status.content.length !== 1 || status.content[0]! > 1) return 'the authority refused'
  const info = infoIn(answer)
  if (info === null) return 'the answer holds no time stamp'
  const imprint = derAt(info.content, 2, 1)
  if (imprint?.tag !== TAG.octets || !Buffer.from(imprint.content).equals(hash))
    return 'the stamp is over something else'
  const integers = derValues(info.content)?.filter(({ tag }) => tag === TAG.integer) ?? []
  const asked = derInteger(nonce)
  // Version, serial number, and then the nonce.
  if (!integers.slice(2).some(({ whole }) => asked.equals(whole))) return 'the stamp answers another question'
  return null
}

/** The TSTInfo within the signed data: response ▸ token ▸ signed data ▸ content info ▸ octets. */
function infoIn(answer: Uint8Array): DerValue | null {
  const content = derAt(answer, 0, 1, 1, 0, 2)
  if (content === null || !Buffer.from(derAt(content.content, 0)?.whole ?? []).equals(TST_INFO_OID))
    return null
  const octets = derAt(content.content, 1, 0)
  return octets?.tag === TAG.octets ? derAt(octets.content, 0) : null
}

/** Asks the authority at an address that an operator wrote. What goes wrong is a reason, never an exception: a bundle is whole without a stamp. */
export const stampWith =
  (url: URL): Stamp =>
  async (hash) => {
    const nonce = randomBytes(8)
    try {
      const answer = await ask(url, stampRequest(hash, nonce))
      const fault = stampFault(answer, hash, nonce)
      return fault === null ? { ok: true, token: answer } : { ok: false, reason: fault }
    } catch (error) {
      return {
        ok: false,
        reason: `the authority could not be asked (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`,
      }
    }
  }

async function ask(url: URL, body: Buffer): Promise<Buffer> {
  const signal = AbortSignal.timeout(ANSWER_MS_MAX)
  const headers = {
    'content-type': 'application/timestamp-query',
    'content-length': body.length,
    'user-agent': 'holdfast',
  }
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    method: 'POST',
    headers,
    signal,
  })
  request.on('error', reject)
  request.on('response', async (response) => {
    try {
      const chunks: Uint8Array[] = []
      let bytes = 0
      for await (const chunk of response as AsyncIterable<Uint8Array>) {
        bytes += chunk.length
        if (bytes > ANSWER_BYTES_MAX) throw new Error('it answers too much')
        chunks.push(chunk)
      }
      if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`)
      resolve(Buffer.concat(chunks))
    } catch (error) {
      response.destroy()
      reject(error)
    }
  })
  request.end(body)
  return promise
}
