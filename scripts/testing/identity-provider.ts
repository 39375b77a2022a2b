import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const key = generateKeyPairSync('rsa', { modulusLength: 2048 })
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

export interface Provider {
  issuer: string
  /** What it says of whoever signs in next, and how it misbehaves. */
  says: Record<string, unknown>
  /** What the token endpoint was asked, newest last. */
  asked: URLSearchParams[]
  close(): Promise<unknown>
}

/** A whole identity provider on loopback: discovery, keys, authorization with PKCE, tokens signed by RS256. */
export async function openProvider(): Promise<Provider> {
  const codes = new Map<string, URLSearchParams>()
  const provider: Provider = { issuer: '', says: { sub: 'u-1' }, asked: [], close: async () => {} }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, provider.issuer)
    const json = (status: number, value: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(200, {
          issuer: provider.issuer,
          authorization_endpoint: `${provider.issuer}/authorize`,
          token_endpoint: `${provider.issuer}/token`,
          jwks_uri: `${provider.issuer}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        })
      case '/jwks':
        return json(200, {
          keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
        })
      case '/authorize': {
        const code = randomBytes(12).toString('hex')
        codes.set(code, url.searchParams)
        const back = new URL(url.searchParams.get('redirect_uri')!)
        back.searchParams.set('code', code)
        back.searchParams.set('state', url.searchParams.get('state')!)
        return response.writeHead(302, { location: back.href }).end()
      }
      case '/token': {
        let body = ''
        for await (const chunk of request) body += chunk
        const form = new URLSearchParams(body)
        provider.asked.push(form)
        const asked = codes.get(form.get('code') ?? '')
        codes.delete(form.get('code') ?? '')
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url')
        if (asked?.get('code_challenge') !== challenge) return json(400, { error: 'invalid_grant' })
        const now = Math.floor(Date.now() / 1000)
        const claims = {
          iss: provider.issuer,
          aud: asked.get('client_id'),
          iat: now,
          exp: now + 60,
          nonce: asked.get('nonce'),
          ...provider.says,
        }
        const unsigned = `${encode({ alg: 'RS256', kid: 'k1' })}.${encode(claims)}`
        const signature = createSign('RSA-SHA256').update(unsigned).sign(key.privateKey, 'base64url')
        return json(200, { access_token: 'a', token_type: 'Bearer', id_token: `${unsigned}.${signature}` })
      }
    }
    return json(404, {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider.close = () => new Promise((resolve) => server.close(resolve))
  return provider
}
