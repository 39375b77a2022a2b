import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** A service on this machine that does as it is told. For tests. */
export interface Relay {
  address: string
  /** The cursor each connection asked for, null for none, in order. */
  cursors: (number | null)[]
  close(): Promise<void>
}

/** `serve` is called with each connection and the cursor it asks for. */
export async function openRelay(
  serve: (socket: WebSocket, cursor: number | null, connection: number) => void,
): Promise<Relay> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const cursors: (number | null)[] = []
  server.on('connection', (socket, request) => {
    const cursor = new URL(request.url!, 'ws://relay').searchParams.get('cursor')
    cursors.push(cursor === null ? null : Number(cursor))
    serve(socket, cursors.at(-1)!, cursors.length)
  })
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cursors,
    async close() {
      for (const socket of server.clients) socket.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}
