import { sha256 } from '../lib/hash.ts'
import type { ThreatPaged } from '../model/event.ts'
import type { Page } from '../model/threat.ts'
import { keep, PAGES_MAX } from './case.ts'
import { type DeskOutcome, type DeskRoom, nothing } from './room.ts'

/*
 * Who was called, for what, and what came of it. A page is due before it is sent and both are events, so that neither a kill nor a restart loses
 * one or calls anybody anew. (docs/spec/threats.md, P1 to P6)
 */

/** What a page is about: the same person is called once for one stage of one case. */
export const pageId = (kind: string, about: string, stage: string, to: string): string =>
  `pg-${sha256(JSON.stringify([kind, about, stage, to])).slice(0, 24)}`

/** In place: one page by its id, or those that nobody answered yet. */
export function acknowledgePage(
  pages: Page[],
  id: string | undefined,
  { by, at }: { by: string; at: string },
): void {
  for (const page of pages)
    if ((id === undefined || page.id === id) && page.acknowledged === null) page.acknowledged = { by, at }
}

export function takePage({ page, at }: ThreatPaged, room: DeskRoom): DeskOutcome {
  const { kind, id } = page.about
  const standing = kind === 'threat' ? room.threat(id) : room.order(id)
  if (standing === undefined) return nothing()
  const known = standing.pages.find((one) => one.id === page.page)
  if (page.status === 'due') {
    if (known === undefined) keep(standing.pages, newPage({ page, at }), PAGES_MAX)
  } else
    for (const name of page.channels) {
      const channel = known?.channels[name]
      if (channel === undefined || channel.status === 'sent') continue
      channel.status = page.status
      channel.attempts += 1
      channel.detail = page.detail
    }
  return nothing()
}

const newPage = ({ page, at }: Pick<ThreatPaged, 'page' | 'at'>): Page => ({
  id: page.page,
  stage: page.stage,
  to: page.to,
  at,
  channels: Object.fromEntries(
    page.channels.map((name) => [name, { status: 'due' as const, attempts: 0, detail: '' }]),
  ),
  acknowledged: null,
})
