import { type ChildProcess, spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

const BIN = new URL('../../bin/holdfast.js', import.meta.url).pathname
const READY_MS_MAX = 60_000
const STOP_MS_MAX = 20_000

export interface Running {
  address: string
  /** Signs one browser in, once. */
  welcome: string
  /** The intake key, at the first start. */
  key: string
  /** Ends it as Ctrl-C does. Resolves to its exit code. */
  stop(): Promise<number | null>
  output(): string
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** The real program, as a person starts it. */
export async function startHoldfast(data: string, port: number, more: string[]): Promise<Running> {
  const args = [BIN, 'start', '--data', data, '--port', String(port), '--threads', '1', ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  const deadline = performance.now() + READY_MS_MAX
  while (!output.includes('Ctrl-C stops cleanly')) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`Holdfast did not come up:\n${output}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const address = `http://127.0.0.1:${port}`
  const page = /page +(\S+)/.exec(output)![1]!
  return {
    address,
    welcome: await linkOfFirst(address, page),
    key: /intake key +(\S+)/.exec(output)?.[1] ?? '',
    stop: () => stopped(child),
    output: () => output,
  }
}

/** A link by which a browser signs in as the first administrator, once; at the first start they join by the link it printed. */
async function linkOfFirst(address: string, page: string): Promise<string> {
  const token = page.split('#welcome=')[1]
  const post = (path: string, body: object | null, cookie = '') =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { origin: address, cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
  const { name, password } = FIRST
  const joined = await (token === undefined
    ? post('/v1/sign-in', { name, password })
    : post('/v1/join', { token, ...FIRST }))
  const { person } = (await joined.json()) as { person: { id: string } }
  const cookie = joined.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const link = await post(`/v1/people/${person.id}/link`, null, cookie)
  return ((await link.json()) as { url: string }).url
}

/** Who runs the installations of the tests. */
export const FIRST = { name: 'first', displayName: 'The First', password: 'four plain words here' }

function stopped(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX)
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      clearTimeout(patience)
      resolve(code)
    }),
  )
}
