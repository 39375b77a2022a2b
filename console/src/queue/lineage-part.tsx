import { useState } from 'react'
import type { JobView, Link } from '../api/types.ts'
import { ChevronIcon } from '../kit/icons.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { Waterfall } from '../links/waterfall.tsx'
import { texts } from '../texts/texts.ts'
import css from './lineage-part.module.css'

const TONE: Record<Link['tier'], Tone> = { certain: 'restrict', strong: 'review', possible: 'plain' }

/** Which closed accounts this one probably continues; each link opens to what it rests on. */
export function LineagePart({ graph }: { graph: JobView['lineage'] }) {
  const words = texts.queue
  const [open, setOpen] = useState<string | null>(null)
  if (graph === null || graph.edges.length === 0) return <p className={css.none}>{words.noLineage}</p>
  const nameOf = (id: string) => graph.nodes.find((node) => node.account === id)?.handle ?? id
  const generation = graph.nodes.find((node) => node.account === graph.account)?.generation ?? 0
  return (
    <>
      {generation > 0 && <p>{words.generation(generation)}</p>}
      <ol className={css.links}>
        {graph.edges.map((edge) => {
          const key = `${edge.closedAccount} ${edge.account}`
          return (
            <li key={key}>
              <button
                type="button"
                className={css.head}
                aria-expanded={open === key}
                onClick={() => setOpen(open === key ? null : key)}
              >
                <span className={css.chevron}>
                  <ChevronIcon />
                </span>
                <span>
                  <Outside>{nameOf(edge.closedAccount)}</Outside> {texts.links.sentence}{' '}
                  <Outside>{nameOf(edge.account)}</Outside>
                </span>
                <Tag tone={TONE[edge.tier]}>{texts.links.tier(edge.tier)}</Tag>
                <span className={css.line}>
                  <Id>{edge.closedAccount}</Id> {texts.links.bits(edge.bits)}
                </span>
              </button>
              {open === key && (
                <Waterfall id={`waterfall-${key}`} link={{ ...edge, id: key } as unknown as Link} />
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
