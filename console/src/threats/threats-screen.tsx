import { SegmentedControl } from '@mantine/core'
import type { ScreenProps } from '../frame/screens.tsx'
import { useNow } from '../kit/clock.ts'
import { Empty, Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { Answer } from '../kit/states.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { refine, To, usePlace } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { CasePage } from './case-page.tsx'
import { type CaseSummary, LISTS, useThreats } from './desk.ts'
import css from './threats.module.css'

/** Cases about danger to people, in two lists: the loud must not hide the quiet. */
export function ThreatsScreen({ id }: ScreenProps) {
  const words = texts.threats
  const { query } = usePlace()
  const status = query['status'] === 'closed' ? 'closed' : 'open'
  return (
    <div className={split.screen}>
      <h1 className={split.unseen}>{words.title}</h1>
      <div className={css.lists}>
        <SegmentedControl
          size="xs"
          value={status}
          aria-label={words.title}
          onChange={(value) => refine({ status: value === 'open' ? '' : value })}
          data={(['open', 'closed'] as const).map((value) => ({ value, label: words.status[value] }))}
        />
        {LISTS.map((list) => (
          <CaseList key={list} list={list} status={status} open={id} />
        ))}
      </div>
      <div className={split.open}>
        {id === null ? <Empty title={words.choose} hint={words.chooseHint} /> : <CasePage key={id} id={id} />}
      </div>
    </div>
  )
}

const GRADE_TONE: Record<CaseSummary['grade'], Tone> = {
  low: 'plain',
  medium: 'braked',
  'high-unspecific': 'review',
  'high-specific': 'restrict',
}

export const Grade = ({ grade }: { grade: CaseSummary['grade'] }) => (
  <Tag tone={GRADE_TONE[grade]}>{texts.threats.grade[grade]}</Tag>
)

function CaseList({
  list,
  status,
  open,
}: {
  list: (typeof LISTS)[number]
  status: string
  open: string | null
}) {
  const words = texts.threats
  const { query } = usePlace()
  const cases = useThreats(list, status)
  const now = useNow()
  return (
    <Panel
      id={`threats-${list}`}
      title={words.list[list]}
      count={cases.data === undefined ? undefined : texts.number(cases.data.length)}
    >
      <div className={split.scroller}>
        <Answer query={cases} rows={3} empty={{ when: (rows) => rows.length === 0, title: words.none }}>
          {(rows) => (
            <ol>
              {rows.map((row) => (
                <li key={row.id}>
                  <To
                    place={{ screen: 'threats', id: row.id, query }}
                    className={split.row}
                    current={row.id === open}
                  >
                    <span className={split.first} dir="ltr">
                      {row.id}
                    </span>
                    <Grade grade={row.grade} />
                    <span className={split.second}>
                      {row.protected && <strong>{words.protected}</strong>}
                      <span>{texts.campaigns.posts(row.posts)}</span>
                      <span>{words.veracity[row.veracity]}</span>
                      {row.clocks
                        .filter(({ metAt }) => metAt === null)
                        .map(({ stage, dueAt, state }) => (
                          <span key={stage} data-late={state === 'missed' || undefined} className={css.clock}>
                            {words.stage[stage]} {texts.off(Date.parse(dueAt) - now)}
                          </span>
                        ))}
                    </span>
                  </To>
                </li>
              ))}
            </ol>
          )}
        </Answer>
      </div>
    </Panel>
  )
}
