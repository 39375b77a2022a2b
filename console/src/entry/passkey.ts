import { CallError, call } from '../api/call.ts'
import { here } from '../api/queries.ts'
import type { MeAnswer, PasskeyQuestion, SessionAnswer } from '../api/types.ts'
import { texts } from '../texts/texts.ts'

/* The browser's part of passkeys: it turns questions into what a device understands, and its answers into JSON. */

type Asked = { id: string; response: unknown }

/** Signs in with whatever passkey the device offers for us. */
export async function enterByPasskey(): Promise<SessionAnswer> {
  const { id, options } = await call<PasskeyQuestion>('/v1/sign-in/passkey/options', { post: null })
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as PublicKeyCredentialRequestOptionsJSON,
  )
  const response = await fromDevice(() => navigator.credentials.get({ publicKey }))
  return call<SessionAnswer>('/v1/sign-in/passkey', { post: { id, response } }).then(here)
}

/** Makes a first passkey for who holds an invitation. */
export async function passkeyToJoin(joining: {
  token: string
  name: string
  displayName: string
}): Promise<Asked> {
  return made(await call<PasskeyQuestion>('/v1/join/passkey/options', { post: joining }))
}

export async function addPasskey(name: string): Promise<MeAnswer> {
  const asked = await made(await call<PasskeyQuestion>('/v1/me/passkeys/options', { post: null }))
  return call<MeAnswer>('/v1/me/passkeys', { post: { ...asked, name } })
}

async function made({ id, options }: PasskeyQuestion): Promise<Asked> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as PublicKeyCredentialCreationOptionsJSON,
  )
  return { id, response: await fromDevice(() => navigator.credentials.create({ publicKey })) }
}

/** Devices do not say why they gave nothing: cancelled, none there, or not in time. */
async function fromDevice(ask: () => Promise<Credential | null>): Promise<unknown> {
  const credential = await ask().catch(() => null)
  if (credential === null) throw new CallError(400, texts.entry.passkeyCancelled, '')
  return (credential as PublicKeyCredential).toJSON()
}
