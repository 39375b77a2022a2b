import { createServer as createHttp, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/*
 * A mail server and a receiver of webhooks on this machine: for a drill without a file, and for tests.
 */

export interface Mailbox {
  port: number
  /** Whole mails as they came in. */
  mails: { to: string; text: string; id: string }[]
  close(): Promise<void>
}

/** How a server behaves: as it should, or badly. */
export type Manners = 'good' | 'silent' | 'stuck-at-data' | 'refuses'

/** As much of SMTP (RFC 5321) as it takes to be sent a mail. */
export async function mailServer(manners: () => Manners = () => 'good'): Promise<Mailbox> {
  const mails: Mailbox['mails'] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    if (manners() === 'silent') return
    converse(socket, manners, mails)
  })
  const port = await listening(server)
  return { port, mails, close: () => closing(server, sockets) }
}

function converse(socket: Socket, manners: () => Manners, mails: Mailbox['mails']): void {
  let to = ''
  let body: string[] | null = null
  let rest = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  const take = (line: string): void => {
    if (body !== null) {
      if (line !== '.') return void body.push(line.startsWith('..') ? line.slice(1) : line)
      if (manners() === 'stuck-at-data') return
      const text = body.join('\n')
      mails.push({ to, text, id: /^message-id: *<([^>]+)>/im.exec(text)?.[1] ?? '' })
      body = null
      return void say('250 taken')
    }
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') {
      to = /<([^>]*)>/.exec(line)?.[1] ?? ''
      say(manners() === 'refuses' ? '550 no such mailbox' : '250 well')
    } else if (verb === 'DATA') {
      body = []
      say('354 go on')
    } else if (verb === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 well')
  }
  say('220 mail.example ESMTP')
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop()!
    lines.forEach(take)
  })
}

export interface Receiver {
  url: string
  calls: { headers: IncomingHttpHeaders; body: string }[]
  close(): Promise<void>
}

/** `status` says what to answer; null never answers at all. */
export async function webhookReceiver(status: () => number | null = () => 200): Promise<Receiver> {
  const calls: Receiver['calls'] = []
  const sockets = new Set<Socket>()
  const server = createHttp((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      calls.push({ headers: request.headers, body })
      const answer = status()
      if (answer !== null) response.writeHead(answer).end('{}')
    })
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const port = await listening(server)
  return { url: `http://127.0.0.1:${port}/page`, calls, close: () => closing(server, sockets) }
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )

function closing(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy()
  return new Promise((resolve) => server.close(() => resolve()))
}
