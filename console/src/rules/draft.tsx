import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { saidOf } from '../appeals/appeal-view.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { texts } from '../texts/texts.ts'
import { type Changes, useBacktest, useChecked, useForce, useRun } from './desk.ts'
import { Editor } from './editor.tsx'
import { Report } from './report.tsx'

interface DraftProps {
  name: string
  names: readonly string[]
  text: string
  /** Where the chosen rule stands. */
  line: number
  onName(name: string): void
}

/** A file of the pack as somebody edits it: checked while they type, tried on the past, and only then put in force. */
export function Draft({ name, names, text, line, onName }: DraftProps) {
  const words = texts.rules
  const [draft, setDraft] = useState(text)
  const [why, setWhy] = useState('')
  const steady = useDeferredValue(draft)
  const changed = draft !== text
  const files: Changes = { [name]: steady }
  const checked = useChecked(files, changed).data
  const backtest = useBacktest()
  const run = useRun(backtest.data?.id ?? null).data
  const { force } = useForce()
  const fault = saidOf(force.error ?? backtest.error)
  const problems = changed ? (checked?.problems ?? []) : []
  const sound = changed && checked?.ok === true && steady === draft
  return (
    <>
      <Panel
        id="draft"
        title={words.draft}
        tools={
          <NativeSelect
            size="xs"
            aria-label={words.file}
            value={name}
            data={[...names]}
            onChange={(event) => onName(event.currentTarget.value)}
          />
        }
      >
        <div className={split.body}>
          <Editor label={words.file} value={draft} line={line} problems={problems} onChange={setDraft} />
          <ul className={split.sentences} aria-live="polite" aria-label={words.problems}>
            {problems.map(({ file, line, column, message, hint }) => (
              <li key={`${file} ${line} ${column} ${message}`}>
                <Id>{`${file}:${line}:${column}`}</Id> <Outside>{message}</Outside> <Outside>{hint}</Outside>
              </li>
            ))}
            {changed && problems.length === 0 && <li>{checked?.ok ? words.sound : texts.frame.loading}</li>}
          </ul>
          {fault !== null && (
            <p className={split.fault} role="alert">
              {fault}
            </p>
          )}
          <div className={split.foot}>
            <Button
              size="xs"
              variant="default"
              disabled={!sound}
              loading={backtest.isPending || run?.status === 'running'}
              onClick={() => backtest.mutate(files)}
            >
              {words.backtest}
            </Button>
            <TextInput
              size="xs"
              aria-label={words.why}
              placeholder={words.why}
              value={why}
              dir="auto"
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
            <Button
              size="xs"
              disabled={!sound || why.trim() === ''}
              loading={force.isPending}
              onClick={() => force.mutate({ files, why: why.trim() })}
            >
              {words.force}
            </Button>
          </div>
          {force.data !== undefined && <p role="status">{words.inForce(force.data.hash.slice(0, 15))}</p>}
        </div>
      </Panel>
      {run !== undefined && <Report run={run} />}
    </>
  )
}
