import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { OutboxEntry } from '../src/model/decision.ts'

/** What a platform is asked to do. */
export type Asked = Pick<OutboxEntry, 'id' | 'action' | 'subject' | 'account' | 'policy'>
/** Done, or why the platform cannot do it: that is no fault of the line between, so it is not asked again. */
export type Answer = { ok: true } | { ok: false; reason: string }

const BODY_BYTES_MAX = 256 * 1024
/** Ids of late actions, so that a second delivery changes nothing. */
const KNOWN_MAX = 10_000

export interface Counter {
  /** Where signed actions are received. */
  url: string
  close(): Promise<void>
}

/** The platform's side of the webhook: takes what is signed with the secret, each id once, and says what came of it. */
export async function openCounter(secret: string, carryOut: (asked: Asked) => Answer): Promise<Counter> {
  const signature = new Webhook(secret)
  const known = new Map<string, Answer>()
  const answerTo = (asked: Asked): Answer => {
    const before = known.get(asked.id)
    if (before?.ok) return before
    const answer = carryOut(asked)
    known.set(asked.id, answer)
    if (known.size > KNOWN_MAX) known.delete(known.keys().next().value!)
    return answer
  }
  const server = createServer(async (request, response) => {
    const asked = await askedBy(request, signature)
    if (typeof asked === 'number') return reply(response, asked, { ok: false })
    const answer = answerTo(asked)
    reply(response, answer.ok ? 200 : 404, answer)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/actions`,
    close: () => closed(server),
  }
}

/** The action, or the status by which it is turned away. */
async function askedBy(request: IncomingMessage, signature: Webhook): Promise<Asked | number> {
  if (request.method !== 'POST' || request.url !== '/actions') return 404
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request) {
      bytes += (chunk as Buffer).length
      if (bytes > BODY_BYTES_MAX) return 413
      chunks.push(chunk as Buffer)
    }
    const body = Buffer.concat(chunks).toString('utf8')
    const { data } = signature.verify(body, request.headers as Record<string, string>) as { data: Asked }
    return data
  } catch {
    return 401
  }
}

function reply(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
