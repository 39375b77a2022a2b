import { useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { usePolicies } from '../api/queries.ts'
import type { Decision, DecisionsAnswer } from '../api/types.ts'
import type { ScreenProps } from '../frame/screens.tsx'
import { Id } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import css from '../kit/screen.module.css'
import { Answer } from '../kit/states.tsx'
import { go, To, usePlace } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { DecisionRow } from './decision-row.tsx'
import { Decisions } from './decisions.tsx'

/** Decisions as they fall, those about one account, or one. */
export function DecisionsScreen({ id }: ScreenProps) {
  const account = usePlace().query['account'] ?? ''
  return (
    <div className={css.screen}>
      <h1 className={css.unseen}>{texts.frame.screens.decisions}</h1>
      {id === null && account === '' ? (
        <Decisions className={css.whole} />
      ) : (
        <Some id={id} account={account} />
      )}
    </div>
  )
}

const fetchSome = async (id: string | null, account: string): Promise<Decision[]> =>
  id === null
    ? (await call<DecisionsAnswer>(`/v1/decisions?limit=200&account=${encodeURIComponent(account)}`))
        .decisions
    : [await call<Decision>(`/v1/decisions/${encodeURIComponent(id)}`)]

function Some({ id, account }: { id: string | null; account: string }) {
  const words = texts.decisions
  const policies = usePolicies().data
  const some = useQuery({
    queryKey: ['decisions', id ?? '', account],
    queryFn: () => fetchSome(id, account),
    retry: false,
  })
  const toggle = (other: string) =>
    go(
      id === other
        ? { screen: 'decisions', query: { account } }
        : { screen: 'decisions', id: other, query: { account } },
    )
  return (
    <Panel
      id="some"
      title={words.title}
      className={css.whole}
      tools={
        <span className={css.crumbs}>
          {account !== '' && <Id>{account}</Id>}
          <To place={{ screen: 'decisions' }}>{words.all}</To>
        </span>
      }
    >
      <div className={css.scroller}>
        <Answer query={some} empty={{ when: (list) => list.length === 0, title: words.filtered }}>
          {(list) => (
            <ol>
              {list.map((decision) => (
                <DecisionRow
                  key={decision.id}
                  decision={decision}
                  policy={policies?.find((policy) => policy.id === decision.policy)?.title ?? decision.policy}
                  open={decision.id === id}
                  onToggle={toggle}
                />
              ))}
            </ol>
          )}
        </Answer>
      </div>
    </Panel>
  )
}
