import { Button } from '@mantine/core'
import { type UIEvent, useCallback, useMemo, useRef, useState } from 'react'
import { usePolicies } from '../api/queries.ts'
import { useKeys } from '../desk/keys.ts'
import { PauseIcon, PlayIcon } from '../kit/icons.tsx'
import { Panel } from '../kit/panel.tsx'
import { useLive } from '../live/live.tsx'
import { texts } from '../texts/texts.ts'
import { DecisionList } from './decision-list.tsx'
import css from './decisions.module.css'
import { type Filter, fits, NO_FILTER } from './filter.ts'
import { Filters } from './filters.tsx'
import { FreshNote } from './fresh-note.tsx'
import { useHeld } from './held.ts'

/** Decisions as they fall. The list stands still while somebody reads in it, and says how many came meanwhile. */
export function Decisions({ className }: { className?: string | undefined }) {
  const words = texts.decisions
  const decisions = useLive((live) => live.desk.decisions)
  const policies = usePolicies().data
  const titles = useMemo(() => new Map(policies?.map(({ id, title }) => [id, title])), [policies])
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  const [paused, setPaused] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const [inside, setInside] = useState(false)
  const [scrolled, setScrolled] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)

  const held = useHeld(decisions, paused || openId !== null || inside || scrolled)
  const shown = useMemo(() => held.list.filter((decision) => fits(decision, filter)), [held.list, filter])
  const fresh = held.fresh.filter((decision) => fits(decision, filter)).length

  const release = useCallback(() => {
    setPaused(false)
    setOpenId(null)
    if (scroller.current?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur()
    scroller.current?.scrollTo({ top: 0 })
  }, [])
  const toggle = useCallback((id: string) => setOpenId((open) => (open === id ? null : id)), [])
  const keys = useMemo(
    () => ({
      j: () => step(scroller.current, 1),
      k: () => step(scroller.current, -1),
      p: () => setPaused((before) => !before),
      Escape: release,
    }),
    [release],
  )
  useKeys(keys)

  return (
    <Panel
      id="decisions"
      title={words.title}
      className={className}
      tools={
        <div className={css.tools}>
          <Filters filter={filter} onFilter={setFilter} policies={policies ?? []} />
          <Button
            variant="default"
            size="xs"
            aria-pressed={paused}
            leftSection={paused ? <PlayIcon /> : <PauseIcon />}
            onClick={() => (paused ? release() : setPaused(true))}
            className={css.pause}
          >
            {paused ? words.resume : words.pause}
          </Button>
        </div>
      }
    >
      <FreshNote count={fresh} held={held.held} paused={paused} onShow={release} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notices where the focus is; what can be done stands inside */}
      <div
        ref={scroller}
        className={css.scroller}
        onFocus={() => setInside(true)}
        onBlur={({ currentTarget, relatedTarget }) =>
          setInside(currentTarget.contains(relatedTarget as Node | null))
        }
        onScroll={({ currentTarget }: UIEvent<HTMLDivElement>) => setScrolled(currentTarget.scrollTop > 24)}
      >
        <DecisionList
          decisions={shown}
          filtered={filter !== NO_FILTER && held.list.length > 0}
          titles={titles}
          openId={openId}
          onToggle={toggle}
          onClear={() => setFilter(NO_FILTER)}
        />
      </div>
    </Panel>
  )
}

/** Moves the focus to the next or previous decision; the first where none has it. */
function step(scroller: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(scroller?.querySelectorAll<HTMLElement>('[data-decision]') ?? [])]
  const here = rows.findIndex(
    (row) => row === document.activeElement || row.parentElement?.contains(document.activeElement),
  )
  const row = rows[here === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, here + by))]
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}
