import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Passkey, Person } from '../model/person.ts'
import { accessDraft } from './audit.ts'
import { begin, type Doorstep, type Entry, noteFailure } from './enter.ts'
import type { PeopleDesk } from './people.ts'
import { type Outcome, type Refusal, refused } from './refusal.ts'

/** Loaded at its first use: it looks at all that this Node can do, which takes a while. */
const webauthn = () => import('@simplewebauthn/server')

/** Where the page is, as the browser sees it: what a passkey is bound to. */
export interface Site {
  /** `https://desk.example` */
  origin: string
}

const hostOf = ({ origin }: Site): string => new URL(origin).hostname
/** Browsers make none for a bare IP address. */
export const canHavePasskeys = (site: Site): boolean => !/^[\d.]+$|^\[/.test(hostOf(site))

export const PASSKEYS_PER_PERSON_MAX = 20
const TIMEOUT_MS = 120_000

type Owner = Pick<Person, 'id' | 'name' | 'displayName' | 'passkeys'>

/** Asks a browser to make a passkey. Found again without a name, and only after the person's finger, face or PIN. */
export async function askForNewPasskey(
  { challenges }: PeopleDesk,
  { id, name, displayName, passkeys }: Owner,
  site: Site,
): Promise<{ id: string; options: object }> {
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: 'Holdfast',
    rpID: hostOf(site),
    userID: new TextEncoder().encode(id),
    userName: name,
    userDisplayName: displayName,
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    excludeCredentials: passkeys.map((passkey) => ({ id: passkey.id, transports: transportsOf(passkey) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { id: challenges.put('new passkey', { challenge: options.challenge, person: id }), options }
}

/** What the browser made of it. `person` is the id it was asked for. */
export async function readNewPasskey(
  { challenges, clock }: PeopleDesk,
  { id, response, name }: { id: string; response: unknown; name: string },
  site: Site,
): Promise<Outcome<{ person: string; passkey: Passkey }>> {
  const asked = challenges.take('new passkey', id)
  if (asked === null) return LATE
  const { origin } = site
  try {
    const { verified, registrationInfo } = await (await webauthn()).verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: asked.challenge!,
      expectedOrigin: origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
    })
    if (!verified || registrationInfo === undefined) return UNREADABLE
    const { credential } = registrationInfo
    const passkey = {
      id: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
      host: hostOf(site),
      name,
      createdAt: clock.now(),
      usedAt: null,
    }
    return { ok: true, person: asked.person!, passkey }
  } catch {
    return UNREADABLE
  }
}

/** Adds a passkey to somebody who is signed in. */
export async function addPasskey(
  desk: PeopleDesk,
  person: string,
  given: { id: string; response: unknown; name: string },
  site: Site,
): Promise<Outcome<{ passkey: Passkey }>> {
  const read = await readNewPasskey(desk, given, site)
  if (!read.ok) return read
  if (read.person !== person) return LATE
  return desk.inTurn(async () => {
    const current = await desk.store.person(person)
    if (current?.status !== 'active') return LATE
    if (current.passkeys.length >= PASSKEYS_PER_PERSON_MAX)
      return refused(
        'conflict',
        `${PASSKEYS_PER_PERSON_MAX} passkeys are the most`,
        'Remove one you do not use.',
      )
    if (current.passkeys.some(({ id }) => id === read.passkey.id)) return LATE
    await desk.store.changeAccess({
      people: [{ ...current, passkeys: [...current.passkeys, read.passkey] }],
      ledger: [accessDraft(desk.clock, person, 'passkey added', { passkey: read.passkey.id })],
    })
    return { ok: true, passkey: read.passkey }
  })
}

export const removePasskey = (desk: PeopleDesk, person: string, id: string): Promise<Outcome<object>> =>
  desk.inTurn(async () => {
    const current = await desk.store.person(person)
    const left = current?.passkeys.filter((passkey) => passkey.id !== id) ?? []
    if (current === undefined || left.length === current.passkeys.length)
      return refused('missing', 'there is no passkey with this id', 'GET /v1/me lists them.')
    if (left.length === 0 && current.password === null && current.subject === null)
      return refused(
        'conflict',
        'this is the only way you can sign in',
        'Set a password or add another passkey first.',
      )
    await desk.store.changeAccess({
      people: [{ ...current, passkeys: left }],
      ledger: [accessDraft(desk.clock, person, 'passkey removed', { passkey: id })],
    })
    return { ok: true }
  })

/** Asks a browser for any passkey it has for us. The answer says who it is. */
export async function askForPasskey(
  { challenges }: PeopleDesk,
  site: Site,
): Promise<{ id: string; options: object }> {
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: 'required',
    timeout: TIMEOUT_MS,
  })
  return { id: challenges.put('passkey', { challenge: options.challenge }), options }
}

/** Signs in by passkey. Nothing here can be guessed, so no one's guesses slow it down. */
export async function enterByPasskey(
  desk: PeopleDesk,
  { id, response }: { id: string; response: unknown },
  site: Site,
  doorstep: Doorstep,
): Promise<Outcome<Entry>> {
  const asked = desk.challenges.take('passkey', id)
  if (asked === null) return LATE
  const answer = response as AuthenticationResponseJSON
  const known = await ownerOf(desk, answer)
  const passkey = known?.passkeys.find((one) => one.id === answer.id && one.host === hostOf(site))
  const counter =
    passkey === undefined ? null : await counterOf(answer, { passkey, challenge: asked.challenge!, site })
  if (counter === null) {
    await noteFailure(desk, 'passkey', known)
    return UNKNOWN
  }
  return desk.inTurn(async () => {
    const person = await desk.store.person(known!.id)
    if (person?.status !== 'active' || !person.passkeys.some((one) => one.id === answer.id)) return UNKNOWN
    const passkeys = person.passkeys.map((one) =>
      one.id === answer.id ? { ...one, counter, usedAt: desk.clock.now() } : one,
    )
    return begin(desk, { ...person, passkeys }, { ...doorstep, method: 'passkey' })
  })
}

async function ownerOf(
  { store }: PeopleDesk,
  answer: AuthenticationResponseJSON,
): Promise<Person | undefined> {
  const handle = answer?.response?.userHandle
  if (typeof handle !== 'string' || handle.length > 128) return undefined
  const person = await store.person(Buffer.from(handle, 'base64url').toString('utf8'))
  return person?.status === 'active' ? person : undefined
}

/** The passkey's new count of uses, or null where the answer does not hold. */
async function counterOf(
  response: AuthenticationResponseJSON,
  { passkey, challenge, site }: { passkey: Passkey; challenge: string; site: Site },
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await (await webauthn()).verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: Buffer.from(passkey.publicKey, 'base64url'),
        counter: passkey.counter,
        transports: transportsOf(passkey),
      },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

const transportsOf = ({ transports }: Passkey) => transports as AuthenticatorTransport[]

const LATE: Refusal = refused('wrong', 'this was asked too long ago, or answered already', 'Try again.')
const UNREADABLE: Refusal = refused('invalid', 'the browser’s answer does not hold', 'Try again.')
const UNKNOWN: Refusal = refused(
  'wrong',
  'this passkey is not known here',
  'Use another, your password, or ask an administrator for a new link.',
)
