import { readFileSync } from 'node:fs'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import { ROLE_NAMES } from '../model/roles.ts'
import { saidOf } from './problem.ts'

const roles = Type.Array(Type.Enum(ROLE_NAMES), { maxItems: ROLE_NAMES.length })
const SettingsSchema = Type.Object(
  {
    issuer: Type.String({ minLength: 1, maxLength: 500 }),
    clientId: Type.String({ minLength: 1, maxLength: 200 }),
    clientSecretFile: Type.Optional(Type.String({ minLength: 1 })),
    label: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    scopes: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20 })),
    claim: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    roles: Type.Optional(Type.Record(Type.String({ maxLength: 200 }), roles)),
    newcomer: Type.Optional(roles),
  },
  { additionalProperties: false },
)
const schema = Compile(SettingsSchema)

/** How people sign in through an identity provider (docs/operate/people.md). */
export interface OidcSettings extends Omit<Static<typeof SettingsSchema>, 'clientSecretFile'> {
  clientSecret: string | null
}

export type OidcLoaded = { ok: true; settings: OidcSettings } | { ok: false; reason: string }

export function loadOidcSettings(path: string): OidcLoaded {
  const bad = (reason: string): OidcLoaded => ({ ok: false, reason: `${path}: ${reason}` })
  let raw: unknown
  try {
    raw = parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return bad(`cannot be read: ${(error as Error).message.split('\n')[0]}`)
  }
  if (!schema.Check(raw)) {
    const [fault] = schema.Errors(raw)
    return bad(
      `${fault?.instancePath.slice(1).replaceAll('/', '.') || 'the file'}: ${saidOf(fault?.message)}`,
    )
  }
  const { clientSecretFile, ...settings } = raw
  if (!URL.canParse(settings.issuer) || !isPrivate(new URL(settings.issuer)))
    return bad('issuer: an https address is wanted, as the provider itself names it')
  if (settings.roles !== undefined && settings.claim === undefined)
    return bad('claim: name the claim by whose values `roles` are given')
  try {
    const clientSecret = clientSecretFile === undefined ? null : readFileSync(clientSecretFile, 'utf8').trim()
    return { ok: true, settings: { ...settings, clientSecret } }
  } catch (error) {
    return bad(`clientSecretFile: ${(error as Error).message}`)
  }
}

/** Sign-in in the clear is for providers on this very machine. */
const isPrivate = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || isLoopbackHost(hostname)

export const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
