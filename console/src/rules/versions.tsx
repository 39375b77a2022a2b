import { Button } from '@mantine/core'
import { useColleagues } from '../api/me.ts'
import { saidOf } from '../appeals/appeal-view.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { texts } from '../texts/texts.ts'
import css from '../threats/threats.module.css'
import { type RulesAnswer, useForce } from './desk.ts'

/** What was in force, by whom and why; each but the first can be put in force again. */
export function Versions({ versions }: { versions: RulesAnswer['versions'] }) {
  const words = texts.rules
  const nameOf = useColleagues()
  const { back } = useForce()
  const fault = saidOf(back.error)
  return (
    <Panel id="versions" title={words.versions}>
      <ol className={`${split.body} ${css.posts}`}>
        {versions.map(({ hash, at, by, why }, index) => (
          <li key={`${hash} ${at}`}>
            <p className={css.line}>
              <Id>{hash.replace(/^sha256:/, '').slice(0, 8)}</Id>
              <time dateTime={at}>{texts.moment(at)}</time>
              {by !== null && <Outside>{nameOf(by)}</Outside>}
              <Outside>{why}</Outside>
              {index > 0 && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={back.isPending}
                  onClick={() => back.mutate({ hash, why: words.backWhy })}
                >
                  {words.back}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ol>
      {fault !== null && (
        <p className={split.fault} role="alert">
          {fault}
        </p>
      )}
    </Panel>
  )
}
