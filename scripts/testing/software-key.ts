import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/*
 * A passkey in software, for tests: what a browser and a device make together (WebAuthn Level 2, "none" attestation, ES256).
 */

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/** What the device does differently from an honest one. */
export interface Meddling {
  origin?: string
  host?: string
  /** The person was there, but neither finger nor PIN was asked for. */
  unverified?: boolean
  challenge?: string
  counter?: number
  userHandle?: string
}

export interface SoftwareKey {
  create(options: object, meddling?: Meddling): object
  get(options: object, meddling?: Meddling): object
}

export function softwareKey(origin: string): SoftwareKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0
  let handle = ''

  const authData = (
    { host = new URL(origin).hostname, unverified = false, counter: count }: Meddling,
    attested?: Uint8Array,
  ) => {
    const flags = 0x01 | (unverified ? 0 : 0x04) | (attested === undefined ? 0 : 0x40)
    const head = Buffer.alloc(5)
    head.writeUInt8(flags, 0)
    head.writeUInt32BE(count ?? ++counter, 1)
    return Buffer.concat([sha256(host), head, attested ?? Buffer.alloc(0)])
  }
  const clientData = (type: string, { challenge }: { challenge: string }, meddling: Meddling) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: meddling.challenge ?? challenge,
        origin: meddling.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const credential = (response: object) => ({
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

  return {
    create(options, meddling = {}) {
      const asked = options as { challenge: string; user: { id: string } }
      handle = asked.user.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)])
      const data = authData(meddling, attested)
      return credential({
        clientDataJSON: base64url(clientData('webauthn.create', asked, meddling)),
        attestationObject: base64url(
          cborMap([
            [cborText('fmt'), cborText('none')],
            [cborText('attStmt'), cborMap([])],
            [cborText('authData'), cborBytes(data)],
          ]),
        ),
        transports: ['internal'],
      })
    },
    get(options, meddling = {}) {
      const data = authData(meddling)
      const client = clientData('webauthn.get', options as { challenge: string }, meddling)
      const signature = createSign('SHA256').update(data).update(sha256(client)).sign(privateKey)
      return credential({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        userHandle: meddling.userHandle ?? handle,
      })
    },
  }
}

/** The key in COSE: EC2, ES256, P-256. */
function coseOf(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' })
  const part = (text: string | undefined) => cborBytes(Buffer.from(text!, 'base64url'))
  return cborMap([
    [cborInteger(1), cborInteger(2)],
    [cborInteger(3), cborInteger(-7)],
    [cborInteger(-1), cborInteger(1)],
    [cborInteger(-2), part(x)],
    [cborInteger(-3), part(y)],
  ])
}

const head = (major: number, value: number): Buffer =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.from([(major << 5) | 25, value >> 8, value & 0xff])
const cborInteger = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value))
const cborBytes = (bytes: Uint8Array): Buffer => Buffer.concat([head(2, bytes.length), bytes])
const cborText = (text: string): Buffer => Buffer.concat([head(3, text.length), Buffer.from(text)])
const cborMap = (entries: [Buffer, Buffer][]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flat()])
