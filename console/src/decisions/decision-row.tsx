import { memo } from 'react'
import type { Decision } from '../api/types.ts'
import { ChevronIcon } from '../kit/icons.tsx'
import { Id, Outside } from '../kit/outside.tsx'
import { Tag, type Tone } from '../kit/tag.tsx'
import { texts } from '../texts/texts.ts'
import { DecisionDetail } from './decision-detail.tsx'
import css from './decision-row.module.css'
import { reasonOf } from './reason.ts'

interface DecisionRowProps {
  decision: Decision
  /** The policy's title. */
  policy: string
  open: boolean
  onToggle(id: string): void
}

const TONE: Record<Decision['verdict'], Tone> = { restrict: 'restrict', review: 'review', allow: 'plain' }

/** One decision: what was done, under which policy, by which rule, to whom. Drawn again only when it opens or closes. */
export const DecisionRow = memo(function DecisionRow({ decision, policy, open, onToggle }: DecisionRowProps) {
  const words = texts.decisions
  const { id, mode, verdict, rules, account, subject, at } = decision
  const detailId = `detail-${id}`
  return (
    <li className={css.row} data-open={open || undefined} data-mode={mode} data-verdict={verdict}>
      <button
        type="button"
        data-decision={id}
        className={css.head}
        aria-expanded={open}
        aria-controls={open ? detailId : undefined}
        onClick={() => onToggle(id)}
      >
        <span className={css.chevron}>
          <ChevronIcon />
        </span>
        <span className={css.verdict}>
          <Tag tone={TONE[verdict]} dashed={mode !== 'live'}>
            {words.verdict(verdict)}
          </Tag>
        </span>
        <span className={css.text}>
          <span className={css.sentence}>
            <span className={css.done}>{words.sentence(decision)}</span>{' '}
            <span className={css.policy}>{policy}</span>
          </span>
          <span className={css.reason}>
            <Outside>{reasonOf(decision)}</Outside>
          </span>
          <span className={css.line}>
            <span>
              {words.rule} <Id>{rules[0] ?? '–'}</Id>
            </span>
            <span>
              <Id>{subject.kind === 'account' ? account : subject.id}</Id>
              {subject.kind !== 'account' && (
                <>
                  {' '}
                  {words.by} <Id>{account}</Id>
                </>
              )}
            </span>
          </span>
        </span>
        <span className={css.meta}>
          <time dateTime={at} title={texts.moment(at)}>
            {texts.time(at)}
          </time>
          {mode !== 'live' && (
            <Tag tone={mode} hint={words.modeHint[mode]}>
              {words.mode(mode)}
            </Tag>
          )}
        </span>
      </button>
      {open && <DecisionDetail id={detailId} decision={decision} policy={policy} />}
    </li>
  )
})
