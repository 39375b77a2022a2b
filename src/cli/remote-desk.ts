import { readFileSync } from 'node:fs'
import type { Order, Proposal } from '../campaigns/order.ts'
import type { Link } from '../model/link.ts'
import type { CampaignDesk } from '../review/campaign-desk.ts'
import type { LinkDesk } from '../review/link-desk.ts'
import { CommandError, UsageError } from './tools.ts'

const ANSWER_MS_MAX = 30_000
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

export interface Where {
  url?: string
  keyFile?: string
}

type Ask = (path: string, body?: object) => Promise<Record<string, unknown> | undefined>

/** A server that runs, asked over its HTTP API. Throws a CommandError in its own words. */
export interface Asking {
  /** Undefined where it answers 404 and the reason speaks of what was asked for. */
  json(path: string, body?: object, unknown?: RegExp): Promise<Record<string, unknown> | undefined>
  bytes(path: string, body: object): Promise<AsyncIterable<Uint8Array>>
}

export function serverAt({ url, keyFile }: Where, scope: string): Asking {
  const base = addressOf(url ?? '')
  if (keyFile === undefined)
    throw new UsageError(`--url needs --key-file FILE, with a key of the permission ${scope}`)
  const key = keyIn(keyFile)

  const send = (path: string, body?: object) =>
    reach(new URL(path, base), {
      headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
  const fault = (status: number, answer: Record<string, unknown>) =>
    new CommandError(
      `${answer.reason ?? `the server answered ${status}`}\n${answer.hint ?? 'Is this the address of a Holdfast server?'}`,
    )

  return {
    async json(path, body, unknown) {
      const response = await send(path, body)
      const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
      if (response.ok) return answer
      if (response.status === 404 && unknown?.test(String(answer.reason))) return undefined
      throw fault(response.status, answer)
    },
    async bytes(path, body) {
      const response = await send(path, body)
      if (response.ok && response.body !== null) return response.body
      throw fault(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>)
    },
  }
}

/** The same where 404 for a campaign is an answer: undefined. */
export function asking(where: Where, permission = 'review'): Ask {
  const { json } = serverAt(where, permission)
  return (path, body) => json(path, body, /campaign/)
}

/** The desk of links of a server that runs. */
export function remoteLinkDesk(where: Where): Pick<LinkDesk, 'review'> {
  const ask = asking(where)
  return {
    async review({ account, ...finding }) {
      const answer = await ask(`/v1/links/${encodeURIComponent(account)}/review`, finding)
      const { event, link } = answer as { event: string; link: Link | null }
      return { ok: true, event, link }
    },
  }
}

/** The desk of campaigns of a server that runs. */
export function remoteDesk(where: Where): Pick<CampaignDesk, 'weigh' | 'carryOut' | 'show'> {
  const ask = asking(where)

  const send = async (order: Order, more: { preview: boolean; token?: string }) => {
    const { campaign, ...rest } = order
    return ask(`/v1/campaigns/${encodeURIComponent(campaign)}/acts`, { ...rest, ...more })
  }

  return {
    async weigh(order) {
      const answer = await send(order, { preview: true })
      return answer?.proposal as Proposal | undefined
    },
    async carryOut(order, token) {
      const answer = await send(order, { preview: false, ...(token !== undefined && { token }) })
      if (answer === undefined) return undefined
      const { event, proposal } = answer as { event: string; proposal: Proposal }
      return { ok: true, event, proposal }
    },
    async show(id) {
      return (await ask(`/v1/campaigns/${encodeURIComponent(id)}`)) as Awaited<
        ReturnType<CampaignDesk['show']>
      >
    },
  }
}

function addressOf(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : null
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new UsageError('--url takes an address such as http://127.0.0.1:8474')
  if (address.protocol === 'http:' && !LOOPBACK.test(address.hostname))
    throw new UsageError('the key would travel in the clear: use https, or an address of this machine')
  return address
}

function keyIn(path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new CommandError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  if (!/^hf_[\w-]+$/.test(text)) throw new CommandError(`${path} holds no key: one line, beginning with hf_`)
  return text
}

async function reach(url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(ANSWER_MS_MAX) })
  } catch (error) {
    const cause = (error as { cause?: NodeJS.ErrnoException }).cause
    throw new CommandError(
      `${url.origin} could not be asked (${cause?.code ?? (error as Error).message}). Does the server run there?`,
    )
  }
}
