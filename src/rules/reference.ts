import type { AnyEventType } from '../model/event.ts'
import { CATALOGUE, groupOf } from './catalogue.ts'
import { LEFT_OUT_SECTIONS } from './cel/conformance-left-out.ts'
import { FUNCTIONS, METHODS } from './cel/functions.ts'
import { POST_EVENTS, PROFILE_EVENTS, READ_EVENTS, RULE_EVENT_TYPES, type Signal } from './signals/signal.ts'

/*
 * The parts of docs/rules/ that follow from the code. A test holds the documents to them, and its message holds
 * what is to be put there.
 */

const EVENTS: [string, readonly AnyEventType[]][] = [
  ['all', RULE_EVENT_TYPES],
  ['posts', POST_EVENTS],
  ['profiles', PROFILE_EVENTS],
  ['posts, profiles', READ_EVENTS],
]

function eventsOf({ on }: Signal): string {
  const known = EVENTS.find(
    ([, types]) => types.length === on.length && types.every((type) => on.includes(type)),
  )
  return known?.[0] ?? on.map((type) => `\`${type}\``).join(', ')
}

const kindOf = ({ type }: Signal): string =>
  `\`${type === 'google.protobuf.Timestamp' ? 'timestamp' : type}\``

const valuesOf = ({ name, values }: Signal): string =>
  values === undefined || name === 'event.type'
    ? ''
    : ` One of ${values.map((value) => `\`${value}\``).join(' ')}.`

/** A table of all signals, a heading for each group. */
export function signalReference(): string {
  const groups = [...new Set(CATALOGUE.map(({ name }) => groupOf(name)))]
  return groups.map((group) => groupTable(group)).join('\n')
}

function groupTable(group: string): string {
  const rows = CATALOGUE.filter(({ name }) => groupOf(name) === group).map(
    (signal) =>
      `| \`${signal.name}\` | ${kindOf(signal)} | ${eventsOf(signal)} | ${signal.doc}${valuesOf(signal)} |`,
  )
  return [
    `### ${group}`,
    '',
    '| signal | type | on | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

export function functionReference(): string {
  const list = (names: Iterable<string>, form: (name: string) => string) =>
    [...names].map((name) => `\`${form(name)}\``).join(' ')
  return [
    `Functions: ${list(FUNCTIONS.keys(), (name) => `${name}(x)`)}`,
    '',
    `Methods: ${list(METHODS.keys(), (name) => `x.${name}()`)}`,
    '',
  ].join('\n')
}

/** What of the conformance files is left out, as a table. */
export function leftOutReference(): string {
  const rows = [...LEFT_OUT_SECTIONS].map(([section, why]) => `| \`${section}\` | ${why} |`)
  return ['| section | why it is left out |', '| --- | --- |', ...rows, ''].join('\n')
}

export const REFERENCES: Record<string, () => string> = {
  signals: signalReference,
  functions: functionReference,
  'left-out': leftOutReference,
}

/** A page with every `<!-- name -->…<!-- /name -->` filled in. */
export const withReferences = (page: string): string =>
  page.replace(/<!-- ([a-z-]+) -->\n[\s\S]*?<!-- \/\1 -->/g, (block, name: string) => {
    const reference = REFERENCES[name]
    return reference === undefined ? block : `<!-- ${name} -->\n\n${reference()}\n<!-- /${name} -->`
  })
