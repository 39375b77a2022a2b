import { readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { isMap, isSeq, type ParsedNode, type YAMLMap } from 'yaml'
import type { Clock } from '../lib/clock.ts'
import { Fields } from '../rules/fields.ts'
import type { PackProblem } from '../rules/problems.ts'
import { parseSource, spotOf } from '../rules/source.ts'
import type { Duty, Pager } from '../threats/pager.ts'
import { type Hours, isWithin, parseHours } from './hours.ts'
import { smtpPager } from './smtp.ts'
import { webhookPager } from './webhook.ts'

/*
 * Who is on duty and how they are called, from the file of `--paging`. docs/operate/threats.md says how to write one.
 */

export type PagingResult = { ok: true; duty: Duty } | { ok: false; problems: PackProblem[] }
type Environment = Readonly<Record<string, string | undefined>>

interface Person {
  name: string
  email: string | null
  webhook: string | null
  hours: Hours | null
}

/** Every field of the file. docs/operate/threats.md speaks of each, and a test looks. */
export const PAGING_FIELDS = {
  file: ['address', 'duty', 'webhook', 'email'],
  duty: ['name', 'email', 'webhook', 'hours'],
  webhook: ['url', 'secret'],
  email: ['host', 'port', 'secure', 'from', 'user', 'password'],
  secret: ['env', 'file'],
} as const

const FILE_BYTES_MAX = 1_000_000
const PEOPLE_MAX = 100
const SECRET_LENGTH_MAX = 4_096
/** A channel that has not answered by then is taken to hang. (docs/spec/threats.md, P6) */
export const ANSWER_MS = 10_000
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

export function loadPaging(path: string, clock: Clock, environment: Environment): PagingResult {
  const unread = (message: string): PagingResult => ({
    ok: false,
    problems: [
      { file: path, line: 1, column: 1, message, hint: 'docs/operate/threats.md says how to write one' },
    ],
  })
  let text: string
  try {
    if (statSync(path).size > FILE_BYTES_MAX) return unread('larger than 1 MB')
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return unread(`cannot be read: ${(error as NodeJS.ErrnoException).code}`)
  }
  return pagingFrom({ path, text, clock, environment })
}

/** Everything wrong with it at once, or who is called how. */
export function pagingFrom({
  path,
  text,
  clock,
  environment,
  timeoutMs = ANSWER_MS,
}: {
  path: string
  text: string
  clock: Clock
  environment: Environment
  timeoutMs?: number
}): PagingResult {
  const { source, problems } = parseSource(path, text)
  if (problems.length > 0) return { ok: false, problems }
  if (!isMap(source.root)) {
    const hint = 'a file begins with duty:, webhook:, email: or address:'
    return { ok: false, problems: [{ file: path, line: 1, column: 1, message: 'not a mapping', hint }] }
  }
  const file = new Fields(source, source.root as YAMLMap.Parsed, 'the file', problems)
  file.expectOnly(PAGING_FIELDS.file)
  const around = { folder: dirname(path), environment, clock, timeoutMs }
  const people = peopleIn(file)
  const pagers = [webhookOf(file, people, around), emailOf(file, people, around)].filter(
    (pager): pager is Pager => pager !== null,
  )
  for (const { name } of people)
    if (!pagers.some((pager) => pager.reaches(name)) && problems.length === 0)
      file.report(file.keySpot('duty'), {
        message: `${name} cannot be reached`,
        hint: 'give an email or webhook, and the section that sends it',
      })
  const address = addressIn(file)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, duty: { pagers, address, onDuty: (at) => onDuty(people, at) } }
}

/** Those whose hours it is, in their order; where it is nobody's, all of them: somebody has to be called. */
function onDuty(people: readonly Person[], at: number): string[] {
  const now = people.filter(({ hours }) => hours === null || isWithin(hours, at))
  return (now.length > 0 ? now : people).map(({ name }) => name)
}

function peopleIn(file: Fields): Person[] {
  const node = file.node('duty')
  if (!isSeq(node) || node.items.length === 0 || node.items.length > PEOPLE_MAX) {
    file.report(node === null ? file.spot : spotOf(file.source, node), {
      message: `"duty" lists 1 to ${PEOPLE_MAX} people`,
      hint: '- { name: mira, email: mira@example.org }',
    })
    return []
  }
  const people = (node.items as ParsedNode[]).flatMap((item) =>
    isMap(item)
      ? personIn(new Fields(file.source, item as YAMLMap.Parsed, 'a person on duty', file.problems))
      : [],
  )
  if (new Set(people.map(({ name }) => name)).size < people.length)
    file.report(spotOf(file.source, node), { message: 'a name stands twice', hint: 'each person once' })
  return people
}

function personIn(fields: Fields): Person[] {
  fields.expectOnly(PAGING_FIELDS.duty)
  const name = fields.text('name', 200)?.value
  if (name === undefined || name === '') {
    fields.missing('name', 'who they are at this desk')
    return []
  }
  const email = fields.text('email', 320)
  if (email !== null && !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(email.value))
    fields.report(email.spot, { message: 'not an e-mail address', hint: 'such as mira@example.org' })
  const written = fields.text('hours', 200)
  const hours = written === null ? null : parseHours(written.value)
  if (written !== null && hours === null)
    fields.report(written.spot, {
      message: '"hours" cannot be read',
      hint: 'such as "mon-fri 08:00-18:00", UTC',
    })
  const webhook = fields.text('webhook', 500)?.value ?? null
  return [{ name, email: email?.value ?? null, webhook, hours }]
}

interface Around {
  folder: string
  environment: Environment
  clock: Clock
  timeoutMs: number
}

const reached = (people: readonly Person[], how: 'email' | 'webhook'): Map<string, string> =>
  new Map(people.flatMap((one) => (one[how] === null ? [] : [[one.name, one[how]]])))

function webhookOf(file: Fields, people: Person[], around: Around): Pager | null {
  const fields = file.fields('webhook', 'the webhook')
  if (fields === null) return null
  fields.expectOnly(PAGING_FIELDS.webhook)
  const url = fields.text('url', 4_096)
  const secret = secretIn(fields, 'secret', around)
  if (url === null || secret === null) return null
  const parsed = URL.parse(url.value)
  if (parsed === null || (parsed.protocol !== 'https:' && !LOOPBACK.test(parsed.hostname))) {
    fields.report(url.spot, {
      message: 'not an address that may be called',
      hint: 'https, or http on this machine',
    })
    return null
  }
  try {
    return webhookPager({
      url: url.value,
      secret,
      people: reached(people, 'webhook'),
      timeoutMs: around.timeoutMs,
      clock: around.clock,
    })
  } catch {
    fields.report(fields.keySpot('secret'), {
      message: 'not a signing secret',
      hint: 'whsec_ and 24 to 64 bytes in base64',
    })
    return null
  }
}

function emailOf(file: Fields, people: Person[], around: Around): Pager | null {
  const fields = file.fields('email', 'the mail server')
  if (fields === null) return null
  fields.expectOnly(PAGING_FIELDS.email)
  const host = fields.text('host', 255)?.value
  const from = fields.text('from', 320)?.value
  if (host === undefined) fields.missing('host', 'the mail server')
  if (from === undefined) fields.missing('from', 'whom mails come from')
  const user = fields.text('user', 320)?.value ?? null
  const password = fields.has('password') ? secretIn(fields, 'password', around) : null
  if (host === undefined || from === undefined) return null
  return smtpPager({
    host,
    port: fields.whole('port', 1, 65_535)?.value ?? 587,
    secure: fields.truth('secure')?.value ?? false,
    from,
    user,
    password,
    people: reached(people, 'email'),
    timeoutMs: around.timeoutMs,
  })
}

/** From the environment or a file: a secret never stands in the file of settings itself, nor in a problem. */
function secretIn(fields: Fields, name: string, { folder, environment }: Around): string | null {
  const from = fields.fields(name, `the ${name}`)
  if (from === null) {
    if (!fields.has(name)) fields.missing(name, '{ env: NAME } or { file: PATH }')
    return null
  }
  from.expectOnly(PAGING_FIELDS.secret)
  const env = from.text('env', 200)
  const file = from.text('file', 4_096)
  const value = env === null ? readSecret(file?.value, folder) : environment[env.value]?.trim()
  if (value !== undefined && value !== '' && value.length <= SECRET_LENGTH_MAX) return value
  from.report(from.spot, {
    message: `the ${name} is not there`,
    hint: 'look at the variable or the file it names',
  })
  return null
}

function readSecret(path: string | undefined, folder: string): string | undefined {
  if (path === undefined) return undefined
  try {
    return readFileSync(isAbsolute(path) ? path : join(folder, path), 'utf8').trim()
  } catch {
    return undefined
  }
}

function addressIn(file: Fields): string | null {
  const written = file.text('address', 2_048)
  if (written === null) return null
  const url = URL.parse(written.value)
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === '')
    return written.value.replace(/\/+$/, '')
  file.report(written.spot, {
    message: 'not an address',
    hint: 'where Holdfast is reached, such as https://holdfast.example',
  })
  return null
}
