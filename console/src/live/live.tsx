import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { call, isSignedOut } from '../api/call.ts'
import { presence } from '../api/presence.ts'
import { DEAD, fetchDecisions, fetchLatestActions, POLICIES } from '../api/queries.ts'
import type { SessionAnswer, StreamMessage } from '../api/types.ts'
import { type Desk, emptyDesk, lay, withActions, withFetched, withGap, withOlder } from './desk.ts'
import { openStream, type Stream, type StreamState } from './stream.ts'

/** How the first page of decisions came, and whether there are older ones. */
export type Fetching = 'loading' | 'ready' | 'failed'

export interface Live {
  desk: Desk
  stream: StreamState
  decisions: Fetching
  older: 'some' | 'none' | 'loading'
}

/** Messages are gathered so long before they are drawn. */
const DRAW_MS = 150

const start: Live = { desk: emptyDesk, stream: 'connecting', decisions: 'loading', older: 'none' }

/** One for the page: the stream, what it brought, and what was fetched to complete it. */
export function createLive(told: { packChanged(): void; actionDied(): void; signedOut(): void }) {
  const listeners = new Set<() => void>()
  let live = start
  let gathered: StreamMessage[] = []
  let drawing: ReturnType<typeof setTimeout> | null = null
  let stream: Stream | null = null

  const show = (change: Partial<Live>) => {
    live = { ...live, ...change }
    for (const listener of listeners) listener()
  }
  const draw = () => {
    drawing = null
    const messages = gathered
    gathered = []
    show({ desk: lay(live.desk, messages) })
    if (messages.some(({ kind }) => kind === 'pack')) told.packChanged()
    if (messages.some((message) => message.kind === 'enforced' && message.row.status === 'dead'))
      told.actionDied()
  }

  /** What was missed while nobody listened, or never seen. */
  async function fetchMissed(): Promise<void> {
    const before = new Set(live.desk.decisions.map(({ id }) => id))
    try {
      const [{ decisions, next }, { rows }] = await Promise.all([fetchDecisions(), fetchLatestActions()])
      const since = live.desk.decisions.filter(({ id }) => !before.has(id))
      const settled = rows.filter(({ status }) => status !== 'waiting')
      show({
        desk: withActions(withFetched(live.desk, decisions, since), settled),
        decisions: 'ready',
        older: next === null ? 'none' : 'some',
      })
    } catch (error) {
      if (isSignedOut(error)) told.signedOut()
      else if (live.decisions === 'loading') show({ decisions: 'failed' })
    }
  }

  function changed(state: StreamState): void {
    // A stream cannot say why it ended: the session is asked for, at every try.
    if (state === 'lost')
      call<SessionAnswer>('/v1/session').catch((error) => isSignedOut(error) && told.signedOut())
    if (state === live.stream) return
    show({ stream: state, desk: state === 'lost' ? withGap(live.desk) : live.desk })
    if (state === 'open') void fetchMissed()
  }

  return {
    read: () => live,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    open() {
      stream = openStream((message) => {
        gathered.push(message)
        drawing ??= setTimeout(draw, DRAW_MS)
      }, changed)
    },
    close() {
      stream?.close()
      if (drawing !== null) clearTimeout(drawing)
      live = start
    },
    retry: () => stream?.retry(),
    refetch() {
      show({ decisions: 'loading' })
      void fetchMissed()
    },
    async fetchOlder() {
      show({ older: 'loading' })
      try {
        const { decisions, next } = await fetchDecisions(live.desk.decisions.at(-1)?.id)
        show({ desk: withOlder(live.desk, decisions), older: next === null ? 'none' : 'some' })
      } catch {
        show({ older: 'some' })
      }
    },
  }
}

type LiveStore = ReturnType<typeof createLive>
const LiveContext = createContext<LiveStore | null>(null)

export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [store] = useState(() =>
    createLive({
      packChanged: () => void queries.invalidateQueries({ queryKey: POLICIES }),
      actionDied: () => void queries.invalidateQueries({ queryKey: DEAD }),
      signedOut: () => void presence.waitForReturn('ended').then((back) => back && store.retry()),
    }),
  )
  useEffect(() => {
    store.open()
    return () => store.close()
  }, [store])
  return <LiveContext value={store}>{children}</LiveContext>
}

export const useLiveStore = (): LiveStore => use(LiveContext)!

/** A part of what is live; the component is drawn again only when that part is another. */
export function useLive<T>(part: (live: Live) => T): T {
  const store = useLiveStore()
  return useSyncExternalStore(store.subscribe, () => part(store.read()))
}
