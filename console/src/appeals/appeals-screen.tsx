import { SegmentedControl } from '@mantine/core'
import { usePolicies } from '../api/queries.ts'
import type { ScreenProps } from '../frame/screens.tsx'
import { useNow } from '../kit/clock.ts'
import { Id } from '../kit/outside.tsx'
import { Empty, Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { Answer } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { refine, To, usePlace } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { AppealView } from './appeal-view.tsx'
import { type AppealStatus, useAppeals } from './desk.ts'

const STATUSES: AppealStatus[] = ['open', 'upheld', 'overturned']

/** What people say against decisions, and the one that is open. */
export function AppealsScreen({ id }: ScreenProps) {
  const words = texts.appeals
  const { query } = usePlace()
  const status = STATUSES.find((known) => known === query['status']) ?? 'open'
  const appeals = useAppeals(status)
  const policies = usePolicies().data
  const now = useNow()
  return (
    <div className={split.screen}>
      <h1 className={split.unseen}>{words.title}</h1>
      <Panel
        id="appeals"
        title={words.title}
        count={appeals.data === undefined ? undefined : texts.number(appeals.data.length)}
      >
        <div className={split.filters}>
          <SegmentedControl
            size="xs"
            value={status}
            aria-label={words.title}
            onChange={(value) => refine({ status: value === 'open' ? '' : value })}
            data={STATUSES.map((value) => ({ value, label: words.status[value] }))}
          />
        </div>
        <div className={split.scroller}>
          <Answer
            query={appeals}
            empty={{ when: (rows) => rows.length === 0, title: words.empty, hint: words.emptyHint }}
          >
            {(rows) => (
              <ol>
                {rows.map((row) => (
                  <li key={row.id}>
                    <To
                      place={{ screen: 'appeals', id: row.id, query }}
                      className={split.row}
                      current={row.id === id}
                    >
                      <span className={split.first}>
                        {policies?.find((policy) => policy.id === row.policy)?.title ?? row.policy}
                      </span>
                      {row.status !== 'open' && (
                        <Tag tone={row.status === 'overturned' ? 'good' : 'plain'}>
                          {words.status[row.status]}
                        </Tag>
                      )}
                      <span className={split.second}>
                        <Id>{row.account}</Id> <span>{texts.off(Date.parse(row.filedAt) - now)}</span>
                      </span>
                    </To>
                  </li>
                ))}
              </ol>
            )}
          </Answer>
        </div>
      </Panel>
      <div className={split.open}>
        {id === null ? (
          <Empty title={words.choose} hint={words.chooseHint} />
        ) : (
          <AppealView key={id} id={id} />
        )}
      </div>
    </div>
  )
}
