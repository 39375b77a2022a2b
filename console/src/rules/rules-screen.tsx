import { useState } from 'react'
import type { ScreenProps } from '../frame/screens.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Empty, Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { Answer } from '../kit/states.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { To } from '../router/router.tsx'
import { texts } from '../texts/texts.ts'
import { type RuleRow, type RulesAnswer, useRules } from './desk.ts'
import { Draft } from './draft.tsx'
import { Versions } from './versions.tsx'

/** The rules with their precision, and a draft of the file one stands in. */
export function RulesScreen({ id }: ScreenProps) {
  const words = texts.rules
  const rules = useRules()
  return (
    <div className={split.screen}>
      <h1 className={split.unseen}>{words.title}</h1>
      <Panel id="rules" title={words.title} count={rules.data && texts.number(rules.data.rules.length)}>
        <div className={split.scroller}>
          <Answer query={rules} rows={10}>
            {({ rules: rows }) => (
              <ol>
                {rows.map((row) => (
                  <RuleLine key={row.id} row={row} current={row.id === id} />
                ))}
              </ol>
            )}
          </Answer>
        </div>
      </Panel>
      <div className={split.open}>{rules.data !== undefined && <Opened id={id} answer={rules.data} />}</div>
    </div>
  )
}

const TONE: Record<string, Tone> = { live: 'good', shadow: 'shadow', off: 'plain' }

function RuleLine({ row, current }: { row: RuleRow; current: boolean }) {
  const words = texts.rules
  const { id, mode, policy, precision, decisions } = row
  const seen = precision.right + precision.wrong
  const led = Object.values(decisions).reduce((sum, count) => sum + count, 0)
  return (
    <li>
      <To place={{ screen: 'rules', id }} className={split.row} current={current}>
        <span className={split.first} dir="ltr">
          {id}
        </span>
        <Tag tone={TONE[mode] ?? 'plain'}>{words.mode[mode] ?? mode}</Tag>
        <span className={split.second}>
          <Id>{policy}</Id>
          <span>{words.led(led)}</span>
          <span>
            {seen === 0 || precision.share === null
              ? words.unmeasured
              : words.precision(
                  texts.share(precision.share),
                  texts.share(precision.low),
                  texts.share(precision.high),
                  seen,
                )}
          </span>
        </span>
      </To>
    </li>
  )
}

function Opened({ id, answer }: { id: string | null; answer: RulesAnswer }) {
  const words = texts.rules
  const [file, setFile] = useState<string | null>(null)
  const row = answer.rules.find((rule) => rule.id === id)
  const names = Object.keys(answer.files).sort()
  const shown = file ?? row?.where.file ?? null
  const name = names.find((known) => known === shown || shown?.endsWith(`/${known}`)) ?? null
  return (
    <>
      {row !== undefined && (
        <Panel id="rule" title={row.id}>
          <p className={split.body}>
            <Outside>{row.description}</Outside>
          </p>
        </Panel>
      )}
      {name === null ? (
        <Empty title={words.choose} hint={words.chooseHint} />
      ) : (
        <Draft
          key={name}
          name={name}
          names={names}
          text={answer.files[name]!}
          line={row?.where.line ?? 1}
          onName={setFile}
        />
      )}
      <Versions versions={answer.versions} />
    </>
  )
}
