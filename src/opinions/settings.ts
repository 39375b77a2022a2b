import { readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { isMap, isSeq, type ParsedNode, type YAMLMap } from 'yaml'
import { SCORED_POLICIES, type ScoredPolicy } from '../model/policy-id.ts'
import { OPINIONS_MAX, type OpinionCost } from '../model/reading.ts'
import { Fields } from '../rules/fields.ts'
import type { PackProblem } from '../rules/problems.ts'
import { parseSource, spotOf } from '../rules/source.ts'
import { type Address, addressOf } from './address.ts'
import { BAND_DEFAULT, type Band, type Bounds } from './band.ts'
import { CHAT_FORMATS, type ChatFormat } from './chat.ts'
import type { Limits } from './guard.ts'
import { CATEGORIES_DEFAULT } from './moderation.ts'
import { lackingIn } from './onnx.ts'
import type { PolicyMap } from './scores.ts'

/** What the file of `--opinions` says, checked as a whole. */
export interface Settings {
  band: Band
  deadlineMs: number
  providers: ProviderSettings[]
  translation: TranslationSettings | null
}

interface Common {
  name: string
  limits: Limits
}
interface Reading extends Common {
  languages: ReadonlySet<string> | null
}
export interface Remote extends Common {
  address: Address
  key: string | null
}
interface Chat extends Remote {
  model: string
  format: ChatFormat
  tokensMax: number
}
export type ProviderSettings =
  | (Chat & Reading & { kind: 'chat'; policies: ReadonlySet<ScoredPolicy> | null })
  | (Remote & Reading & { kind: 'moderation'; model: string; categories: PolicyMap })
  | (Reading & { kind: 'onnx'; folder: string; packages: string | null; labels: PolicyMap })

export type TranslationSettings =
  | { kind: 'gloss'; to: string }
  | (Remote & { kind: 'libretranslate'; to: string })
  | (Chat & { kind: 'chat'; to: string })

export type SettingsResult = { ok: true; settings: Settings } | { ok: false; problems: PackProblem[] }

/** Where secrets come from beside files. */
export type Environment = Readonly<Record<string, string | undefined>>

const FILE_BYTES_MAX = 1_000_000
const KEY_LENGTH_MAX = 4_096
const DEADLINE_MS = { min: 50, default: 2_000, max: 60_000 }
const CONCURRENCY = { default: 4, max: 64 }
const QUEUE = { default: 64, max: 10_000 }
const PER_HOUR: OpinionCost = { requests: 3_600, characters: 10_000_000, tokens: 5_000_000 }
const PER_HOUR_MAX = 1_000_000_000
const TOKENS = { default: 1_024, max: 32_768 }
const KINDS = ['chat', 'moderation', 'onnx'] as const
const TRANSLATION_KINDS = ['libretranslate', 'chat', 'gloss'] as const
const NAME_SHAPE = /^[a-z][a-z0-9-]{0,39}$/
const LANGUAGE_SHAPE = /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/

const LIMIT_FIELDS = ['deadlineMs', 'concurrency', 'queue', 'perHour']
const REMOTE_FIELDS = ['url', 'key', 'insecure']
/** Every field of the file. docs/operate/opinions.md speaks of each, and a test looks. */
export const SETTING_FIELDS = {
  file: ['band', 'deadlineMs', 'providers', 'translation'],
  band: ['from', 'to', 'policies'],
  perHour: ['requests', 'characters', 'tokens'],
  key: ['env', 'file'],
  chat: [
    'name',
    'kind',
    'model',
    'languages',
    ...LIMIT_FIELDS,
    ...REMOTE_FIELDS,
    'policies',
    'format',
    'tokensMax',
  ],
  moderation: ['name', 'kind', 'model', 'languages', ...LIMIT_FIELDS, ...REMOTE_FIELDS, 'categories'],
  onnx: ['name', 'kind', 'languages', ...LIMIT_FIELDS, 'folder', 'packages', 'labels'],
  libretranslate: ['kind', 'to', 'name', ...LIMIT_FIELDS, ...REMOTE_FIELDS],
  gloss: ['kind', 'to'],
  translatingChat: ['kind', 'to', 'name', 'model', ...LIMIT_FIELDS, ...REMOTE_FIELDS, 'format', 'tokensMax'],
} as const

/** Reads and checks the file. Keys are taken from where it says; neither they nor addresses stand in any problem. */
export function loadSettings(path: string, environment: Environment): SettingsResult {
  const unread = (message: string): SettingsResult => ({
    ok: false,
    problems: [
      { file: path, line: 1, column: 1, message, hint: 'docs/operate/opinions.md says how to write one' },
    ],
  })
  let text: string
  try {
    if (statSync(path).size > FILE_BYTES_MAX) return unread('larger than 1 MB')
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return unread(`cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
  return settingsFrom(path, text, environment)
}

/** Everything wrong with it at once, or what it says. */
export function settingsFrom(path: string, text: string, environment: Environment): SettingsResult {
  const { source, problems } = parseSource(path, text)
  if (problems.length > 0) return { ok: false, problems }
  if (!isMap(source.root)) {
    const hint = 'a file begins with providers:, band:, deadlineMs: or translation:'
    return { ok: false, problems: [{ file: path, line: 1, column: 1, message: 'not a mapping', hint }] }
  }
  const file = new Fields(source, source.root as YAMLMap.Parsed, 'the file', problems)
  const folder = dirname(path)
  file.expectOnly(SETTING_FIELDS.file)
  const settings: Settings = {
    band: bandOf(file),
    deadlineMs: file.whole('deadlineMs', DEADLINE_MS.min, DEADLINE_MS.max)?.value ?? DEADLINE_MS.default,
    providers: providersOf(file, { folder, environment }),
    translation: translationOf(file, { folder, environment }),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings }
}

interface Around {
  folder: string
  environment: Environment
}

function bandOf(file: Fields): Band {
  const fields = file.fields('band', 'the band')
  if (fields === null) return BAND_DEFAULT
  fields.expectOnly(SETTING_FIELDS.band)
  const common = boundsOf(fields, BAND_DEFAULT)
  const policies: Band['policies'] = {}
  const own = fields.fields('policies', 'the band by policy')
  own?.expectOnly(SCORED_POLICIES)
  for (const policy of SCORED_POLICIES) {
    const bounds = own?.fields(policy, `the band of ${policy}`)
    if (bounds === undefined || bounds === null) continue
    bounds.expectOnly(['from', 'to'])
    policies[policy] = boundsOf(bounds, common)
  }
  return { ...common, policies }
}

function boundsOf(fields: Fields, otherwise: Bounds): Bounds {
  const from = fields.decimal('from', 0, 1)?.value ?? otherwise.from
  const to = fields.decimal('to', 0, 1)?.value ?? otherwise.to
  if (from >= to)
    fields.report(fields.spot, {
      message: `nothing lies from ${from} to ${to}`,
      hint: 'write "from" below "to", such as { from: 0.3, to: 0.8 }',
    })
  return { from, to }
}

function providersOf(file: Fields, around: Around): ProviderSettings[] {
  const node = file.node('providers')
  if (node === null) {
    file.missing('providers', 'list who is asked: "- { name: …, kind: chat, … }"')
    return []
  }
  if (!isSeq(node)) {
    file.report(spotOf(file.source, node), {
      message: '"providers" must be a list',
      hint: 'begin each entry with "- "',
    })
    return []
  }
  const items = node.items as ParsedNode[]
  if (items.length > OPINIONS_MAX || items.length === 0)
    file.report(spotOf(file.source, items[OPINIONS_MAX] ?? node), {
      message: `there are ${items.length} providers`,
      hint: `list 1 to ${OPINIONS_MAX}`,
    })
  const providers = items.flatMap((item): ProviderSettings[] => {
    if (isMap(item))
      return providerOf(new Fields(file.source, item as YAMLMap.Parsed, 'a provider', file.problems), around)
    file.report(spotOf(file.source, item), {
      message: 'a provider must be a mapping',
      hint: 'write "- name: …" and the fields below it',
    })
    return []
  })
  const names = new Map<string, number>()
  for (const { name } of providers) names.set(name, (names.get(name) ?? 0) + 1)
  for (const [name, times] of names)
    if (times > 1)
      file.report(spotOf(file.source, node), {
        message: `${times} providers are called "${name}"`,
        hint: 'give each a name of its own',
      })
  return providers
}

function providerOf(fields: Fields, around: Around): ProviderSettings[] {
  const kind = fields.oneOf('kind', KINDS)?.value
  if (kind === undefined) {
    if (!fields.has('kind')) fields.missing('kind', `one of ${KINDS.join(', ')}`)
    return []
  }
  fields.expectOnly(SETTING_FIELDS[kind])
  const name = nameOf(fields)
  const languages = languagesOf(fields)
  const limits = limitsOf(fields, kind === 'onnx' ? 1 : CONCURRENCY.default)
  if (kind === 'onnx') {
    const folder =
      fields.text('folder', 4_096) ?? missing(fields, 'folder', 'a folder in the layout of transformers.js')
    const labels =
      mapOf(fields, 'labels') ??
      missing(fields, 'labels', 'what the model’s labels mean: { toxic: [harassment] }')
    const packages = fields.text('packages', 4_096)
    if (name === null || folder === null || labels === null) return []
    const path = below(around.folder, folder.value)
    const lacking = lackingIn(path)
    if (lacking !== null)
      fields.report(folder.spot, {
        message: `the folder has no ${lacking}`,
        hint: 'docs/operate/opinions.md says what a model folder holds',
      })
    return [
      {
        kind,
        name,
        languages,
        limits,
        folder: path,
        labels,
        packages: packages && below(around.folder, packages.value),
      },
    ]
  }
  const model = fields.text('model', 200) ?? (kind === 'chat' ? fields.missing('model', MODEL_HINT) : null)
  const remote = remoteOf(fields, around)
  if (name === null || remote === null || (kind === 'chat' && model === null)) return []
  const common = { name, languages, limits, ...remote }
  if (kind === 'moderation')
    return [
      {
        kind,
        ...common,
        model: model?.value ?? 'omni-moderation-latest',
        categories: mapOf(fields, 'categories') ?? CATEGORIES_DEFAULT,
      },
    ]
  const policies = fields.listOf('policies', SCORED_POLICIES, 'policy')
  return [
    {
      kind,
      ...common,
      model: model!.value,
      policies: policies === null ? null : new Set(policies.map(({ value }) => value)),
      ...askingOf(fields),
    },
  ]
}

const askingOf = (fields: Fields): Pick<Chat, 'format' | 'tokensMax'> => ({
  format: fields.oneOf('format', CHAT_FORMATS)?.value ?? 'json_object',
  tokensMax: fields.whole('tokensMax', 16, TOKENS.max)?.value ?? TOKENS.default,
})

const MODEL_HINT = 'the model’s name, as the server knows it'

function translationOf(file: Fields, around: Around): TranslationSettings | null {
  const fields = file.fields('translation', 'the translation')
  if (fields === null) return null
  const kind = fields.oneOf('kind', TRANSLATION_KINDS)?.value
  if (kind === undefined) {
    if (!fields.has('kind')) fields.missing('kind', `one of ${TRANSLATION_KINDS.join(', ')}`)
    return null
  }
  fields.expectOnly(SETTING_FIELDS[kind === 'chat' ? 'translatingChat' : kind])
  const to = languageIn(fields, 'to') ?? 'en'
  if (kind === 'gloss') return { kind, to }
  const remote = remoteOf(fields, around)
  const name = fields.has('name') ? nameOf(fields) : kind
  const model = kind === 'chat' ? (fields.text('model', 200) ?? missing(fields, 'model', MODEL_HINT)) : null
  if (remote === null || name === null) return null
  const common = { to, name, ...remote, limits: limitsOf(fields, CONCURRENCY.default) }
  if (kind === 'libretranslate') return { kind, ...common }
  return model === null ? null : { kind, ...common, model: model.value, ...askingOf(fields) }
}

function nameOf(fields: Fields): string | null {
  const name =
    fields.text('name') ??
    (fields.has('name') ? null : fields.missing('name', 'a short name, which stands in records and gaps'))
  if (name === null || NAME_SHAPE.test(name.value)) return name?.value ?? null
  fields.report(name.spot, {
    message: 'the name is malformed',
    hint: 'small letters, digits and hyphens, at most 40, a letter first',
  })
  return null
}

function languageIn(fields: Fields, field: string): string | null {
  const written = fields.text(field)
  if (written === null || LANGUAGE_SHAPE.test(written.value)) return written?.value ?? null
  fields.report(written.spot, { message: `"${field}" is not a language`, hint: 'a tag such as en, ar, fr' })
  return null
}

function languagesOf(fields: Fields): ReadonlySet<string> | null {
  const node = fields.node('languages')
  if (node === null) return null
  const items = isSeq(node) ? (node.toJSON() as unknown[]) : []
  const fits =
    items.length > 0 && items.every((item) => typeof item === 'string' && LANGUAGE_SHAPE.test(item))
  if (!fits)
    fields.report(spotOf(fields.source, node), {
      message: '"languages" must be a list of languages',
      hint: 'such as [en, fr]; leave it out for all',
    })
  return fits ? new Set(items as string[]) : null
}

function limitsOf(fields: Fields, concurrency: number): Limits {
  const perHour = fields.fields('perHour', 'the budget of an hour')
  perHour?.expectOnly(SETTING_FIELDS.perHour)
  const budget = (unit: keyof OpinionCost) => perHour?.whole(unit, 1, PER_HOUR_MAX)?.value ?? PER_HOUR[unit]
  return {
    deadlineMs: fields.whole('deadlineMs', DEADLINE_MS.min, DEADLINE_MS.max)?.value ?? DEADLINE_MS.default,
    concurrency: fields.whole('concurrency', 1, CONCURRENCY.max)?.value ?? concurrency,
    queue: fields.whole('queue', 0, QUEUE.max)?.value ?? QUEUE.default,
    perHour: { requests: budget('requests'), characters: budget('characters'), tokens: budget('tokens') },
  }
}

function remoteOf(fields: Fields, around: Around): { address: Address; key: string | null } | null {
  const url = fields.text('url', 2_000) ?? missing(fields, 'url', 'where it is asked: https://host/v1')
  const insecure = fields.truth('insecure')?.value ?? false
  const key = keyOf(fields, around)
  if (url === null) return null
  const checked = addressOf(url.value, { insecure })
  if (checked.ok) return { address: checked.address, key }
  fields.report(url.spot, checked)
  return null
}

/** The key stands in the environment or in a file, never here: configuration gets copied about. */
function keyOf(provider: Fields, { folder, environment }: Around): string | null {
  const fields = provider.fields('key', 'a key')
  if (fields === null) return null
  fields.expectOnly(SETTING_FIELDS.key)
  const env = fields.text('env', 200)
  const file = fields.text('file', 4_096)
  if ((env === null) === (file === null)) {
    fields.report(fields.spot, {
      message: 'a key comes from one place',
      hint: 'write { env: NAME } or { file: PATH }',
    })
    return null
  }
  const found = env === null ? contentOf(below(folder, file!.value)) : environment[env.value]
  const key = found?.trim()
  if (key !== undefined && key.length <= KEY_LENGTH_MAX && /^[\x21-\x7e]+$/.test(key)) return key
  const where = env === null ? 'the file' : `the environment's ${env.value}`
  fields.report((env ?? file)!.spot, {
    message:
      key === undefined || key === '' ? `${where} holds no key` : `${where} holds what cannot be a key`,
    hint: 'one line of printable characters without spaces',
  })
  return null
}

function contentOf(path: string): string | undefined {
  try {
    return statSync(path).size > FILE_BYTES_MAX ? undefined : readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** `{ name: [policy, …] }`. */
function mapOf(provider: Fields, field: string): PolicyMap | null {
  const fields = provider.fields(field, field)
  if (fields === null) return null
  const map: Record<string, ScoredPolicy[]> = Object.create(null)
  for (const name of fields.names()) {
    const policies = fields.listOf(name, SCORED_POLICIES, 'policy')
    if (policies !== null) map[name] = policies.map(({ value }) => value)
  }
  if (fields.names().length === 0) return provider.missing(field, 'name at least one')
  return map
}

const below = (folder: string, path: string): string => (isAbsolute(path) ? path : join(folder, path))

/** Reports a field that is not there; one that is there and does not fit has been reported. */
const missing = (fields: Fields, name: string, hint: string): null =>
  fields.has(name) ? null : fields.missing(name, hint)
