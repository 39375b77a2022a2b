import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { saidOf } from '../appeals/appeal-view.tsx'
import { Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { texts } from '../texts/texts.ts'
import { GRADES, useThreatAct, VERACITIES } from './desk.ts'
import css from './threats.module.css'

/** What somebody finds about a case, with the grounds that each act needs. */
export function CaseActs({ id }: { id: string }) {
  const words = texts.threats
  const act = useThreatAct(id)
  const [why, setWhy] = useState('')
  const [grade, setGrade] = useState<string>('')
  const [veracity, setVeracity] = useState<string>('')
  const fault = saidOf(act.error)
  const send = (order: { do: string } & Record<string, unknown>) =>
    act.mutate({ why: why.trim(), ...order }, { onSuccess: () => setWhy('') })
  const can = why.trim() !== '' && !act.isPending
  return (
    <Panel
      id="acts"
      title={words.acts}
      tools={
        <Button size="xs" variant="default" onClick={() => act.mutate({ do: 'seen', why: words.seen })}>
          {words.seen}
        </Button>
      }
    >
      <div className={split.body}>
        <Textarea
          size="xs"
          label={texts.queue.grounds}
          rows={2}
          dir="auto"
          maxLength={20_000}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className={css.acts}>
          <NativeSelect
            size="xs"
            label={words.gradeIt}
            value={grade}
            onChange={(event) => setGrade(event.currentTarget.value)}
            data={[
              { value: '', label: texts.frame.none },
              ...GRADES.map((value) => ({ value, label: words.grade[value] })),
            ]}
          />
          <Button size="xs" disabled={!can || grade === ''} onClick={() => send({ do: 'grade', grade })}>
            {words.gradeIt}
          </Button>
          <NativeSelect
            size="xs"
            label={words.veracityName}
            value={veracity}
            onChange={(event) => setVeracity(event.currentTarget.value)}
            data={[
              { value: '', label: texts.frame.none },
              ...VERACITIES.map((value) => ({ value, label: words.veracity[value] })),
            ]}
          />
          <Button
            size="xs"
            disabled={!can || veracity === ''}
            onClick={() => send({ do: 'veracity', veracity })}
          >
            {words.sayVeracity}
          </Button>
        </div>
        {fault !== null && (
          <p className={split.fault} role="alert">
            {fault}
          </p>
        )}
        <div className={split.foot}>
          <Button size="xs" variant="default" disabled={!can} onClick={() => send({ do: 'note' })}>
            {words.note}
          </Button>
          <Button size="xs" variant="default" disabled={!can} onClick={() => send({ do: 'close' })}>
            {words.closeCase}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
