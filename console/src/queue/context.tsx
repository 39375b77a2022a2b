import { useState } from 'react'
import { Facts } from '../kit/facts.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { To } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import css from './context.module.css'
import { LineagePart } from './lineage-part.tsx'
import { NeighbourList } from './neighbours.tsx'
import { PolicyPart, SimilarPart } from './precedents.tsx'
import { Reasons } from './reasons.tsx'
import type { JobDetail } from './view.ts'

const PARTS = ['why', 'account', 'thread', 'lineage', 'similar', 'policy'] as const
type Part = (typeof PARTS)[number]

/** All that stands around a post: one sheet at a time. */
export function Context({ detail }: { detail: JobDetail }) {
  const words = texts.queue
  const [part, setPart] = useState<Part>('why')
  const counts: Partial<Record<Part, number>> = {
    thread: detail.thread.length,
    lineage: detail.lineage?.edges.length ?? 0,
    similar: detail.similar.length,
  }
  return (
    <section className={css.context} aria-label={words.around}>
      <Tabs
        label={words.around}
        value={part}
        onChange={(next: Part) => setPart(next)}
        tabs={PARTS.map((value) => ({ value, label: words[value], count: counts[value] }))}
      >
        <div className={css.sheet}>{sheetOf(part, detail)}</div>
      </Tabs>
    </section>
  )
}

function sheetOf(part: Part, detail: JobDetail) {
  switch (part) {
    case 'why':
      return <Reasons detail={detail} />
    case 'account':
      return <AccountPart account={detail.account} />
    case 'thread':
      return <NeighbourList neighbours={detail.thread} empty={texts.queue.noThread} />
    case 'lineage':
      return <LineagePart graph={detail.lineage} />
    case 'similar':
      return <SimilarPart similar={detail.similar} />
    case 'policy':
      return <PolicyPart policies={detail.policies} />
  }
}

const PROFILE_FIELDS = ['name', 'bio', 'location'] as const

function AccountPart({
  account: { id, profile, facts, timeline, decisions },
}: {
  account: JobDetail['account']
}) {
  const words = texts.queue
  return (
    <>
      <Facts
        rows={[
          [
            words.account,
            <To key="account" place={{ screen: 'decisions', query: { account: id } }}>
              <Id>{id}</Id>
            </To>,
          ],
          ...PROFILE_FIELDS.filter((field) => profile?.[field]).map(
            (field) =>
              [
                texts.links.fields[field] ?? field,
                <Outside key={field}>{profile![field]!}</Outside>,
              ] as const,
          ),
          ...(facts === null ? [] : ([[words.strikes, texts.number(facts.strikes.length)]] as const)),
          [texts.pulse.decisions, texts.number(decisions.length)],
        ]}
      />
      <NeighbourList neighbours={timeline} empty={words.noTimeline} />
    </>
  )
}
