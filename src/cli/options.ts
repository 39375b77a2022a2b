import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Tools } from './tools.ts'

/*
 * Options that several commands take, and how their examples are shown.
 */

export function wholeNumber(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < low || value > high)
      throw new InvalidArgumentError(`a whole number from ${low} to ${high} is wanted.`)
    return value
  }
}

export const dataOption = () =>
  new Option('--data <dir>', 'where the installation keeps its data')
    .default('./holdfast-data')
    .env('HOLDFAST_DATA')

export const policiesOption = (tools: Tools) =>
  new Option('--policies <dir>', 'the policy pack')
    .default(tools.defaultPolicies, 'the pack that comes along')
    .env('HOLDFAST_POLICIES')

export const threadsOption = () =>
  new Option('--threads <n>', 'reader threads')
    .argParser(wholeNumber(1, 64))
    .default(undefined, 'one less than there are cores')

export const opinionsOption = () =>
  new Option(
    '--opinions <file>',
    'who is asked for second opinions (docs/operate/opinions.md); nobody without it',
  ).env('HOLDFAST_OPINIONS')

export const modelOption = () =>
  new Option(
    '--model <file>',
    'weights of the reader, as learn writes them (docs/operate/learn.md); the shipped ones without it',
  ).env('HOLDFAST_MODEL')

export const pagingOption = () =>
  new Option(
    '--paging <file>',
    'who is called when a threat or an order needs a person (docs/operate/threats.md); nobody without it',
  ).env('HOLDFAST_PAGING')

export const hostOption = () =>
  new Option('--host <address>', 'address to listen on').default('127.0.0.1').env('HOLDFAST_HOST')

export const portOption = () =>
  new Option('--port <n>', 'port to listen on')
    .argParser(wholeNumber(0, 65_535))
    .default(8474)
    .env('HOLDFAST_PORT')

export const limitOption = () =>
  new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 500)).default(50)

export const urlOption = () =>
  new Option('--url <address>', 'ask the server that runs there, instead of the data folder')

export const keyFileOption = (permission: string) =>
  new Option('--key-file <file>', `with --url: holds a key with the permission ${permission}`)

export const linesOption = () =>
  new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text')

export const byOption = () => new Option('--by <name>', 'who found so').makeOptionMandatory()

export const whyOption = () => new Option('--why <text>', 'the grounds, for the record').makeOptionMandatory()

export const formatOption = () =>
  new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text')

/** A server that runs owns its data: findings then go to it. */
export const whereOptions = (sub: Command) =>
  sub
    .option('--url <url>', 'a server that owns the data, such as http://127.0.0.1:8474')
    .option('--key-file <file>', 'file with a key for it, of the permission review')

export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`
