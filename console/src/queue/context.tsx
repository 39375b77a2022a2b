import { useState } from 'react'
import { usePolicies } from '../api/queries.ts'
import { Facts } from '../kit/facts.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { To } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import css from './context.module.css'
import { LineagePart } from './lineage-part.tsx'
import type { JobDetail, PostLine } from './view.ts'

const PARTS = ['account', 'thread', 'lineage', 'similar', 'policy'] as const
type Part = (typeof PARTS)[number]

/** All that stands around a post: one sheet at a time. */
export function Context({ detail }: { detail: JobDetail }) {
  const words = texts.queue
  const [part, setPart] = useState<Part>('account')
  const counts: Partial<Record<Part, number>> = {
    thread: detail.thread.length,
    similar: detail.similar.length,
  }
  return (
    <section className={css.context} aria-label={words.account}>
      <Tabs
        label={words.account}
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
    case 'account':
      return <AccountPart detail={detail} />
    case 'thread':
      return <ThreadPart thread={detail.thread} />
    case 'lineage':
      return <LineagePart account={detail.job.account} />
    case 'similar':
      return <SimilarPart detail={detail} />
    case 'policy':
      return <PolicyPart policy={detail.job.policy} />
  }
}

function AccountPart({ detail: { job, strikes, campaign, timeline } }: { detail: JobDetail }) {
  const words = texts.queue
  return (
    <>
      <Facts
        rows={[
          [
            words.account,
            <To key="account" place={{ screen: 'decisions', query: { account: job.account } }}>
              <Id>{job.account}</Id>
            </To>,
          ],
          [words.strikes, strikes === null ? texts.frame.none : texts.number(strikes)],
          ...(campaign === null
            ? []
            : ([
                [
                  words.campaign,
                  <To key="campaign" place={{ screen: 'campaigns', id: campaign }}>
                    <Id>{campaign}</Id>
                  </To>,
                ],
              ] as const)),
        ]}
      />
      {timeline.length === 0 ? (
        <p className={css.none}>{words.noTimeline}</p>
      ) : (
        <ol className={css.timeline}>
          {timeline.map(({ at, kind, says }) => (
            <li key={`${at} ${kind} ${says}`} data-kind={kind}>
              <time dateTime={at}>{texts.moment(at)}</time>
              <Outside>{says}</Outside>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function ThreadPart({ thread }: { thread: readonly PostLine[] }) {
  if (thread.length === 0) return <p className={css.none}>{texts.queue.noThread}</p>
  return (
    <ol className={css.posts}>
      {thread.map(({ id, handle, account, at, text }) => (
        <li key={id}>
          <p className={css.line}>
            <Outside>{handle === null ? account : `@${handle}`}</Outside>
            <time dateTime={at}>{texts.moment(at)}</time>
          </p>
          <p className={css.text} dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ol>
  )
}

function SimilarPart({ detail: { similar } }: { detail: JobDetail }) {
  const words = texts.queue
  if (similar.length === 0) return <p className={css.none}>{words.noSimilar}</p>
  return (
    <ol className={css.posts}>
      {similar.map(({ id, at, text, finding, appeal }) => (
        <li key={id}>
          <p className={css.line}>
            <To place={{ screen: 'decisions', id }}>{finding}</To>
            <span>{appeal === null ? words.noAppeal : words.appealEnded(appeal)}</span>
            <time dateTime={at}>{texts.day(at)}</time>
          </p>
          <p className={css.text} dir="auto">
            {text}
          </p>
        </li>
      ))}
    </ol>
  )
}

function PolicyPart({ policy }: { policy: string }) {
  const found = usePolicies().data?.find(({ id }) => id === policy)
  return (
    <>
      <p className={css.title}>
        <Outside>{found?.title ?? policy}</Outside> <Id>{policy}</Id>
      </p>
      <p className={css.text} dir="auto">
        {found?.prose ?? ''}
      </p>
    </>
  )
}
