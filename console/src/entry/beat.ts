import { useEffect } from 'react'
import { call } from '../api/call.ts'
import { presence } from '../api/presence.ts'

const EVERY_MS = 60_000

/** While somebody types or clicks the server is told so, once a minute: reading by itself keeps no session alive. */
export function useBeat(): void {
  useEffect(() => {
    let toldAt = 0
    const act = () => {
      if (presence.away() !== null || performance.now() - toldAt < EVERY_MS) return
      toldAt = performance.now()
      call('/v1/session/alive', { post: null }).catch(() => {})
    }
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const
    for (const kind of kinds) document.addEventListener(kind, act, { passive: true })
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, act)
    }
  }, [])
}
