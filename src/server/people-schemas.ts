import { type TSchema, Type } from 'typebox'
import { PERMISSIONS, ROLE_NAMES } from '../model/roles.ts'
import { KEY_DAYS_MAX } from '../people/keys.ts'
import { DISPLAY_NAME_LENGTH_MAX, NAME_LENGTH_MAX } from '../people/names.ts'
import { PASSWORD_LENGTH_MAX } from '../people/password.ts'
import { SECRET_LENGTH_MAX } from '../people/secrets.ts'

/* What goes over the wire about people, keys and sessions. Bodies take what they name and nothing else. */

const text = (description: string) => Type.String({ description })
const time = (description: string) => Type.String({ description: `${description}, ISO 8601` })
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const exactly = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

const secret = (description: string) =>
  Type.String({ minLength: 1, maxLength: SECRET_LENGTH_MAX, description })
const password = (description: string) =>
  Type.String({ minLength: 1, maxLength: PASSWORD_LENGTH_MAX, description })
const name = Type.String({ minLength: 1, maxLength: NAME_LENGTH_MAX, description: 'Typed at sign-in.' })
const displayName = Type.String({ minLength: 1, maxLength: DISPLAY_NAME_LENGTH_MAX, description: 'Shown.' })
const RoleSchema = Type.Enum(ROLE_NAMES)
const PermissionSchema = Type.Enum([...PERMISSIONS])
const roles = Type.Array(RoleSchema, { maxItems: ROLE_NAMES.length })
const permissions = Type.Array(PermissionSchema, { minItems: 1, maxItems: PERMISSIONS.length })

export const SignInBodySchema = Type.Union(
  [
    exactly({ token: secret('What stands after #welcome= in the link.') }),
    exactly({ name, password: password('') }),
  ],
  { description: 'A one-time link’s token, or a name and a password.' },
)
export const TokenBodySchema = exactly({ token: secret('What stands after #welcome= in the link.') })

export const WaysAnswerSchema = Type.Object(
  {
    first: Type.Boolean({
      description: 'Nobody is administrator yet: the start of Holdfast printed a link.',
    }),
    password: Type.Boolean(),
    passkeys: Type.Boolean({
      description: 'False where the page is at a bare IP address, for which browsers make none.',
    }),
    oidc: orNull(Type.Object({ label: text('Of the button.'), url: text('Where it leads.') })),
  },
  { $id: 'WaysAnswer' },
)

const who = {
  id: text('Stable; what decisions and the ledger know of a person.'),
  pseudonym: Type.String(),
  displayName: Type.String(),
}
export const ColleagueSchema = Type.Object(who, { $id: 'Colleague' })
export const ColleaguesAnswerSchema = Type.Object(
  { people: Type.Array(Type.Ref('Colleague')) },
  { $id: 'ColleaguesAnswer' },
)

export const SessionAnswerSchema = Type.Object(
  {
    id: text('Of the session.'),
    person: Type.Object({ ...who, name: Type.String(), roles: Type.Array(RoleSchema) }),
    permissions: Type.Array(PermissionSchema),
    method: Type.Enum(['link', 'password', 'passkey', 'oidc']),
    canReturn: Type.Boolean({
      description: 'False for who has neither password, passkey nor single sign-on.',
    }),
    signedInAt: time('When'),
    expiresAt: time('When the session ends if nothing is done'),
    endsAt: time('When it ends whatever is done'),
  },
  { $id: 'SessionAnswer' },
)

export const LinkViewSchema = Type.Object(
  {
    for: Type.Enum(['new', 'person'], {
      description: 'Whether it makes somebody new, or lets in who is here.',
    }),
    name: text('Whom it is for.'),
    roles: Type.Array(RoleSchema),
    first: Type.Boolean({ description: 'It makes the first administrator.' }),
    expiresAt: time('When it lapses'),
  },
  { $id: 'LinkView' },
)
export const LinkAnswerSchema = Type.Object(
  {
    id: Type.String(),
    token: text('Stands after /#welcome= in the address. Shown this once.'),
    url: text('The whole address.'),
    expiresAt: time('When the link lapses'),
  },
  { $id: 'LinkAnswer' },
)

const PasskeyAnswer = Type.Unknown({ description: 'The credential as the browser gives it by toJSON().' })
const CeremonySchema = exactly({ id: secret('Of the question.'), response: PasskeyAnswer })
export const PasskeyEntryBodySchema = CeremonySchema
export const NewPasskeyBodySchema = exactly({
  id: secret('Of the question.'),
  response: PasskeyAnswer,
  name: Type.String({ minLength: 1, maxLength: 80, description: 'By which its owner tells it from others.' }),
})
export const PasskeyQuestionSchema = Type.Object(
  {
    id: Type.String(),
    options: Type.Unknown({ description: 'For PublicKeyCredential.parse…OptionsFromJSON().' }),
  },
  { $id: 'PasskeyQuestion' },
)
export const JoinQuestionBodySchema = exactly({ token: secret('Of the link.'), name, displayName })
export const JoinBodySchema = exactly({
  token: secret('Of the link.'),
  name,
  displayName,
  password: Type.Optional(password('Or a passkey.')),
  passkey: Type.Optional(CeremonySchema),
})

export const MeAnswerSchema = Type.Object(
  {
    ...who,
    name: Type.String(),
    roles: Type.Array(RoleSchema),
    permissions: Type.Array(PermissionSchema),
    hasPassword: Type.Boolean(),
    singleSignOn: orNull(text('The issuer.')),
    passkeys: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        host: Type.String(),
        createdAt: time('When'),
        usedAt: orNull(time('When')),
      }),
    ),
  },
  { $id: 'Me' },
)
export const ProfileBodySchema = exactly({ displayName })
export const PasswordBodySchema = exactly({
  current: Type.Optional(password('Needed by who has one and did not sign in by a link.')),
  next: password('At least 12 characters.'),
})

export const SessionRowSchema = Type.Object(
  {
    id: Type.String(),
    current: Type.Boolean({ description: 'The one that asks.' }),
    method: Type.String(),
    agent: orNull(text('What the browser calls itself.')),
    address: orNull(text('Where it signed in from.')),
    createdAt: time('When'),
    usedAt: time('When something was last done'),
    expiresAt: time('When it ends if nothing is done'),
  },
  { $id: 'SessionRow' },
)
export const SessionsAnswerSchema = Type.Object(
  { sessions: Type.Array(Type.Ref('SessionRow')) },
  { $id: 'SessionsAnswer' },
)

export const KeyRowSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    permissions: Type.Array(PermissionSchema),
    person: orNull(text('Whose own key it is; null for a program’s.')),
    by: orNull(text('Who made it; null for who had the data folder.')),
    createdAt: time('When'),
    expiresAt: orNull(time('When it lapses')),
    usedAt: orNull(time('When it was last used, give or take five minutes')),
  },
  { $id: 'KeyRow' },
)
export const KeysAnswerSchema = Type.Object({ keys: Type.Array(Type.Ref('KeyRow')) }, { $id: 'KeysAnswer' })
export const KeyBodySchema = exactly({
  name: Type.String({ minLength: 1, maxLength: 80 }),
  permissions,
  days: Type.Optional(
    orNull(
      Type.Integer({ minimum: 1, maximum: KEY_DAYS_MAX, description: 'Null for a key that does not lapse.' }),
    ),
  ),
})
export const NewKeyAnswerSchema = Type.Object(
  { key: Type.Ref('KeyRow'), secret: text('Shown this once.') },
  { $id: 'NewKey' },
)

export const PersonRowSchema = Type.Object(
  {
    ...who,
    name: Type.String(),
    roles: Type.Array(RoleSchema),
    status: Type.Enum(['active', 'closed']),
    createdAt: time('When'),
    invitedBy: orNull(Type.String()),
    lastSignInAt: orNull(time('When')),
    ways: Type.Array(Type.Enum(['password', 'passkey', 'oidc']), { description: 'How they can sign in.' }),
  },
  { $id: 'PersonRow' },
)
export const InvitationRowSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    roles: Type.Array(RoleSchema),
    by: orNull(Type.String()),
    expiresAt: time('When it lapses'),
  },
  { $id: 'InvitationRow' },
)
export const PeopleAnswerSchema = Type.Object(
  { people: Type.Array(Type.Ref('PersonRow')), invitations: Type.Array(Type.Ref('InvitationRow')) },
  { $id: 'PeopleAnswer' },
)
export const InviteBodySchema = exactly({
  roles,
  name: Type.Optional(Type.String({ maxLength: DISPLAY_NAME_LENGTH_MAX, description: 'Whom it is for.' })),
})
export const RolesBodySchema = exactly({ roles })

export const AuditQuerySchema = exactly({
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Entries older than this one.' })),
  kind: Type.Optional(Type.String({ maxLength: 40, description: 'Such as access, viewed or review.' })),
  person: Type.Optional(Type.String({ maxLength: 64, description: 'Who did it, by id.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100, description: 'At most 500.' })),
})
export const AuditAnswerSchema = Type.Object(
  {
    entries: Type.Array(
      Type.Object({
        seq: Type.Integer(),
        at: time('When'),
        kind: Type.String(),
        hash: text('Its place in the chain.'),
        person: orNull(text('Who did it, by id; null for programs, strangers and the command line.')),
        body: Type.Record(Type.String(), Type.Unknown()),
      }),
      { description: 'Newest first.' },
    ),
    people: Type.Record(
      Type.String(),
      Type.Object({ name: Type.String(), pseudonym: Type.String(), displayName: Type.String() }),
      { description: 'Everybody whom the entries name, by id.' },
    ),
    next: orNull(Type.Integer({ description: 'Send as before for the next page.' })),
  },
  { $id: 'AuditAnswer' },
)

/** Schemas the document names. */
export const PEOPLE_SCHEMAS: TSchema[] = [
  WaysAnswerSchema,
  ColleagueSchema,
  ColleaguesAnswerSchema,
  SessionAnswerSchema,
  LinkViewSchema,
  LinkAnswerSchema,
  PasskeyQuestionSchema,
  MeAnswerSchema,
  SessionRowSchema,
  SessionsAnswerSchema,
  KeyRowSchema,
  KeysAnswerSchema,
  NewKeyAnswerSchema,
  PersonRowSchema,
  InvitationRowSchema,
  PeopleAnswerSchema,
  AuditAnswerSchema,
]
