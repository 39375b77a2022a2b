import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { OverviewAnswer } from '../../../src/server/api.ts'
import { call } from '../api/call.ts'
import { usePolicies, useStatus } from '../api/queries.ts'
import { NamedBars, StackedBars, StepCurve } from '../kit/bars.tsx'
import { Figure } from '../kit/figure.tsx'
import { Answer } from '../kit/states.tsx'
import { refine, usePlace } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import css from './overview.module.css'

const SPANS = ['24', '168', '720', '2160'] as const
const EVERY_MS = 15_000

const useOverview = (hours: string) =>
  useQuery({
    queryKey: ['overview', hours],
    queryFn: () => call<OverviewAnswer>(`/v1/overview?hours=${hours}`),
    refetchInterval: EVERY_MS,
    placeholderData: (before) => before,
  })

/** How the house does, over time: each drawing with its numbers behind it. */
export function OverviewScreen() {
  const words = texts.overview
  const { query } = usePlace()
  const hours = SPANS.find((span) => span === query['hours']) ?? '24'
  const overview = useOverview(hours)
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <h1 className={css.title}>{words.title}</h1>
        <SegmentedControl
          size="xs"
          value={hours}
          aria-label={words.span}
          onChange={(value) => refine({ hours: value === '24' ? '' : value })}
          data={SPANS.map((span) => ({ value: span, label: words.spans[span] }))}
        />
      </header>
      <Totals />
      <Answer query={overview} rows={5}>
        {(data) => <Figures data={data} />}
      </Answer>
    </div>
  )
}

function Totals() {
  const words = texts.overview
  const counts = useStatus().data?.counts
  const totals: [string, number | undefined][] = [
    [texts.pulse.events, counts?.events],
    [texts.pulse.accounts, counts?.accounts],
    [texts.pulse.decisions, counts?.decisions],
    [texts.pulse.jobs, counts?.jobs],
    [texts.pulse.done, counts?.outboxDone],
    [texts.pulse.dead, counts?.outboxDead],
  ]
  return (
    <dl className={css.totals} aria-label={words.totals}>
      {totals.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === undefined ? texts.frame.none : texts.number(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Figures({ data }: { data: OverviewAnswer }) {
  const words = texts.overview
  const policies = usePolicies().data
  const titleOf = (id: string) => policies?.find((policy) => policy.id === id)?.title ?? id
  const { buckets, returns } = data
  const first = buckets[0]?.at ?? data.until
  const sum = (of: 'review' | 'restrict') => buckets.reduce((total, bucket) => total + bucket[of], 0)
  return (
    <div className={css.figures}>
      <Figure
        id="decisions-over-time"
        title={words.decisions}
        head={[words.from, words.restrict, words.review, words.braked, words.shadow]}
        rows={buckets.map(({ at, restrict, review, braked, shadow }) => [
          at,
          restrict,
          review,
          braked,
          shadow,
        ])}
        says={words.decisionsSay(sum('restrict'), sum('review'))}
      >
        <StackedBars
          marks={[texts.moment(first), texts.moment(data.until)]}
          series={[
            { name: words.restrict, tone: 'restrict', values: buckets.map(({ restrict }) => restrict) },
            { name: words.review, tone: 'review', values: buckets.map(({ review }) => review) },
            { name: words.shadow, tone: 'shadow', values: buckets.map(({ shadow }) => shadow) },
          ]}
        />
      </Figure>
      <Figure
        id="survival"
        title={words.survival}
        head={[words.after, words.stillOpen, words.watched]}
        rows={returns.survival.map(({ ms, survival, atRisk }) => [
          texts.lasting(ms),
          texts.share(survival),
          atRisk,
        ])}
        says={words.survivalSays(returns.accounts)}
        empty={words.noReturns}
      >
        <StepCurve
          marks={[texts.lasting(0), texts.lasting(returns.survival.at(-1)?.ms ?? 0)]}
          points={returns.survival.map(({ ms, survival }) => ({ x: ms, y: survival }))}
        />
      </Figure>
      <Figure
        id="policies"
        title={words.policies}
        head={[texts.decisions.detail.policy, words.count]}
        rows={data.policies.map(({ name, count }) => [titleOf(name), count])}
        says={words.policies}
        empty={words.nothing}
      >
        <NamedBars
          rows={data.policies.map(({ name, count }) => ({
            name: titleOf(name),
            count,
            says: texts.number(count),
          }))}
        />
      </Figure>
      <Figure
        id="rules"
        title={words.rules}
        head={[texts.decisions.detail.rules, words.count]}
        rows={data.rules.map(({ name, count }) => [name, count])}
        says={words.rules}
        empty={words.nothing}
      >
        <NamedBars rows={data.rules.map((row) => ({ ...row, says: texts.number(row.count) }))} />
      </Figure>
    </div>
  )
}
