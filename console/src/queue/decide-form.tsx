import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Ref } from 'react'
import { usePolicies } from '../api/queries.ts'
import { Panel } from '../kit/panel.tsx'
import { texts } from '../texts/texts.ts'
import { Choices } from './choices.tsx'
import css from './decide-form.module.css'
import { ACTIONS, type Draft, FINDINGS, missingIn, withAction, withFinding, withMacro } from './draft.ts'
import { StatementPreview } from './statement-preview.tsx'

interface DecideFormProps {
  job: string
  draft: Draft
  onDraft(draft: Draft): void
  macroField: Ref<HTMLSelectElement>
  whyField: Ref<HTMLTextAreaElement>
  busy: boolean
  /** What was wrong with the last try. */
  fault: string | null
  onSend(): void
  onHandBack(): void
}

const ACTION_KEYS: Record<(typeof ACTIONS)[number], string> = {
  label: '',
  limit: 'l',
  hide: 'h',
  remove: 'r',
  warn: 'w',
  suspend: 's',
}

/** What is found, what shall be done, and why. */
export function DecideForm(props: DecideFormProps) {
  const { job, draft, onDraft, busy, fault } = props
  const words = texts.queue
  const policies = usePolicies().data ?? []
  const missing = missingIn(draft)
  return (
    <Panel id="decide" title={words.decide} tools={<Macros {...props} />}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          props.onSend()
        }}
      >
        <Choices
          label={words.decide}
          kind="radio"
          choices={FINDINGS.map((value, index) => ({
            value,
            label: words.finding[value],
            key: String(index + 1),
          }))}
          chosen={draft.finding === null ? [] : [draft.finding]}
          onChoose={(finding) => onDraft(withFinding(draft, finding))}
        />
        {draft.finding === 'violation' && (
          <>
            <NativeSelect
              size="xs"
              label={words.policy}
              value={draft.policy}
              onChange={(event) => onDraft({ ...draft, policy: event.currentTarget.value })}
              data={policies
                .filter(({ violating }) => violating)
                .map(({ id, title }) => ({ value: id, label: title }))}
            />
            <Choices
              label={words.actions}
              kind="checkbox"
              choices={ACTIONS.map((value) => ({
                value,
                label: words.action[value],
                key: ACTION_KEYS[value],
              }))}
              chosen={draft.actions}
              onChoose={(action) => onDraft(withAction(draft, action))}
            />
            {draft.actions.includes('label') && (
              <TextInput
                size="xs"
                label={words.labelName}
                value={draft.label}
                maxLength={128}
                onChange={(event) => onDraft({ ...draft, label: event.currentTarget.value })}
              />
            )}
          </>
        )}
        <Textarea
          ref={props.whyField}
          size="xs"
          label={words.grounds}
          rows={3}
          dir="auto"
          maxLength={20_000}
          value={draft.why}
          onChange={(event) => onDraft({ ...draft, why: event.currentTarget.value })}
        />
        <Textarea
          size="xs"
          label={words.says}
          rows={2}
          dir="auto"
          maxLength={2_000}
          value={draft.says}
          onChange={(event) => onDraft({ ...draft, says: event.currentTarget.value })}
        />
        <StatementPreview job={job} draft={draft} />
        {fault !== null && (
          <p className={css.fault} role="alert">
            {words.failed} {fault}
          </p>
        )}
        <div className={css.foot}>
          <Button variant="default" size="xs" onClick={props.onHandBack}>
            {words.handBack}
          </Button>
          <span className={css.missing} role="status">
            {missing === null ? '' : words.missing[missing]}
          </span>
          <Button type="submit" size="xs" loading={busy} disabled={missing !== null}>
            {busy ? words.sending : words.send}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

/** Words for what comes often: one choice fills the form, and leaves what was typed. */
function Macros({ draft, onDraft, macroField }: DecideFormProps) {
  const words = texts.queue
  const macros = words.macroList
  return (
    <NativeSelect
      ref={macroField}
      size="xs"
      aria-label={words.macros}
      value=""
      onChange={(event) => {
        const macro = macros.find(({ id }) => id === event.currentTarget.value)
        if (macro !== undefined) onDraft(withMacro(draft, macro))
      }}
      data={[
        { value: '', label: words.macros },
        ...macros.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  )
}
