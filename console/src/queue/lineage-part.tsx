import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CallError, call } from '../api/call.ts'
import type { Link } from '../api/types.ts'
import { ChevronIcon } from '../kit/icons.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { Waterfall } from '../links/waterfall.tsx'
import { texts } from '../texts/texts.ts'
import css from './lineage-part.module.css'

interface Graph {
  nodes: {
    account: string
    handle: string | null
    status: string
    closedFor: string | null
    generation: number
  }[]
  edges: Omit<Link, 'id'>[]
}

/** Nothing known of an account is an empty graph, not a failure. */
const fetchLineage = (account: string): Promise<Graph> =>
  call<Graph>(`/v1/lineage/${encodeURIComponent(account)}`).catch((error) => {
    if (error instanceof CallError && error.status === 404) return { nodes: [], edges: [] }
    throw error
  })

const TONE: Record<Link['tier'], Tone> = { certain: 'restrict', strong: 'review', possible: 'plain' }

/** Which closed accounts this one probably continues; each link opens to what it rests on. */
export function LineagePart({ account }: { account: string }) {
  const words = texts.queue
  const [open, setOpen] = useState<string | null>(null)
  const graph = useQuery({ queryKey: ['lineage', account], queryFn: () => fetchLineage(account) })
  if (graph.data === undefined) return graph.isError ? <p>{texts.frame.failed}</p> : <Loading rows={3} />
  if (graph.data.edges.length === 0) return <p className={css.none}>{words.noLineage}</p>
  const nameOf = (id: string) => graph.data.nodes.find((node) => node.account === id)?.handle ?? id
  const generation = graph.data.nodes.find((node) => node.account === account)?.generation ?? 0
  return (
    <>
      {generation > 0 && <p>{words.generation(generation)}</p>}
      <ol className={css.links}>
        {graph.data.edges.map((edge) => {
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
              {open === key && <Waterfall id={`waterfall-${key}`} link={{ ...edge, id: key } as Link} />}
            </li>
          )
        })}
      </ol>
    </>
  )
}
