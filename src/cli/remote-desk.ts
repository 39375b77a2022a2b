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

/** Asks a server that runs, over its HTTP API; undefined where it knows no such campaign. Throws a CommandError in the server's own words. */
export function asking({ url, keyFile }: Where, permission = 'review'): Ask {
  const base = addressOf(url ?? '')
  if (keyFile === undefined)
    throw new UsageError(`--url needs --key-file FILE, with a key of the scope ${permission}`)
  const key = keyIn(keyFile)

  return async (path, body) => {
    const response = await reach(new URL(path, base), {
      headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
    if (response.ok) return answer
    if (response.status === 404 && /campaign/.test(String(answer.reason))) return undefined
    throw new CommandError(
      `${answer.reason ?? `the server answered ${response.status}`}\n${answer.hint ?? 'Is this the address of a Holdfast server?'}`,
    )
  }
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
