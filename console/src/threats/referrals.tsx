import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useColleagues, useMe } from '../api/me.ts'
import { saidOf } from '../appeals/appeal-view.tsx'
import { Outside } from '../kit/outside.tsx'
import { Panel } from '../kit/panel.tsx'
import split from '../kit/split.module.css'
import { Tag } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import { type CaseView, RECIPIENTS, useBases, useThreatAct } from './desk.ts'
import css from './threats.module.css'

/** What was handed over, or waits for a second person. */
export function Referrals({ view: { threat, referrals } }: { view: CaseView }) {
  const words = texts.threats
  const nameOf = useColleagues()
  const me = useMe()
  const act = useThreatAct(threat.id)
  if (referrals.length === 0) return null
  const fault = saidOf(act.error)
  return (
    <Panel id="referrals" title={words.referrals} count={texts.number(referrals.length)}>
      <ol className={`${split.body} ${css.posts}`}>
        {referrals.map(({ id, to, recipient, basis, disclosed, necessity, at, by }) => (
          <li key={id}>
            <p className={css.line}>
              <Tag tone={by.length > 1 ? 'good' : 'review'}>
                {by.length > 1 ? words.released : words.proposed}
              </Tag>
              <strong>{words.recipient[to]}</strong> <Outside>{recipient}</Outside>
              <span>{basis}</span>
              <time dateTime={at}>{texts.moment(at)}</time>
              <span>{texts.list(by.map(nameOf))}</span>
            </p>
            <ul className={split.sentences}>
              {disclosed.map(({ what, why }) => (
                <li key={what}>
                  <Outside>{what}</Outside>: <Outside>{why}</Outside>
                </li>
              ))}
            </ul>
            <Outside>{necessity}</Outside>
            {by.length < 2 && !by.includes(me.id ?? '') && (
              <div className={split.foot}>
                <Button
                  size="xs"
                  loading={act.isPending}
                  onClick={() => act.mutate({ do: 'release', referral: id, why: words.release })}
                >
                  {words.release}
                </Button>
              </div>
            )}
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

const EMPTY = { to: 'law-enforcement', recipient: '', basis: '', what: '', needed: '', necessity: '' }

/** Proposes to hand something over: to whom, on which ground, what and why no less would do. Two people stand behind it. */
export function Refer({ id }: { id: string }) {
  const words = texts.threats
  const bases = useBases().data ?? []
  const act = useThreatAct(id)
  const [form, setForm] = useState(EMPTY)
  const fault = saidOf(act.error)
  const fitting = bases.filter((basis) => basis.to.includes(form.to))
  const set = (field: keyof typeof EMPTY) => (event: { currentTarget: { value: string } }) =>
    setForm({ ...form, [field]: event.currentTarget.value })
  const { to, recipient, basis, what, needed, necessity } = form
  const ready = [recipient, basis, what, needed, necessity].every((value) => value.trim() !== '')
  return (
    <Panel id="refer" title={words.refer}>
      <form
        className={split.body}
        onSubmit={(event) => {
          event.preventDefault()
          const referral = { to, recipient, basis, disclosed: [{ what, why: needed }], necessity }
          act.mutate({ do: 'refer', referral, why: necessity }, { onSuccess: () => setForm(EMPTY) })
        }}
      >
        <div className={css.acts}>
          <NativeSelect
            size="xs"
            label={words.to}
            value={to}
            onChange={set('to')}
            data={RECIPIENTS.map((value) => ({ value, label: words.recipient[value] }))}
          />
          <TextInput
            size="xs"
            label={words.whom}
            value={recipient}
            maxLength={500}
            onChange={set('recipient')}
          />
          <NativeSelect
            size="xs"
            label={words.basis}
            value={basis}
            onChange={set('basis')}
            data={[
              { value: '', label: texts.frame.none },
              ...fitting.map(({ id, law }) => ({ value: id, label: law })),
            ]}
          />
        </div>
        <TextInput
          size="xs"
          label={words.what}
          value={what}
          maxLength={500}
          dir="auto"
          onChange={set('what')}
        />
        <TextInput
          size="xs"
          label={words.needed}
          value={needed}
          maxLength={2_000}
          dir="auto"
          onChange={set('needed')}
        />
        <Textarea
          size="xs"
          label={words.necessity}
          value={necessity}
          maxLength={5_000}
          dir="auto"
          onChange={set('necessity')}
        />
        {fault !== null && (
          <p className={split.fault} role="alert">
            {fault}
          </p>
        )}
        <div className={split.foot}>
          <Button type="submit" size="xs" disabled={!ready} loading={act.isPending}>
            {words.propose}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
