import { Button } from '@mantine/core'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { CallError } from '../api/call.ts'
import { useColleagues, useMe } from '../api/me.ts'
import { useKeys } from '../desk/keys.ts'
import { Failed, Loading } from '../kit/states.tsx'
import { texts } from '../texts/texts.ts'
import { Context } from './context.tsx'
import { DecideForm } from './decide-form.tsx'
import { useHeartbeat, useJob, useJobActs } from './desk.ts'
import {
  type Draft,
  dropDraft,
  FINDINGS,
  keepDraft,
  keptDraft,
  missingIn,
  withAction,
  withFinding,
} from './draft.ts'
import css from './job-view.module.css'
import { PostPanel } from './post-panel.tsx'
import type { JobDetail } from './view.ts'

interface JobViewProps {
  id: string
  /** It was decided or handed back: on to the next. */
  onDone(outcome: 'decided' | 'proposed' | 'back'): void
}

export function JobView({ id, onDone }: JobViewProps) {
  const job = useJob(id)
  if (job.data === undefined)
    return job.isError ? (
      <Failed error={job.error} onAgain={() => void job.refetch()} />
    ) : (
      <Loading rows={6} height={64} />
    )
  return <Job key={id} detail={job.data} onDone={onDone} />
}

const said = (error: unknown): string | null =>
  error === null ? null : error instanceof CallError ? `${error.message}. ${error.hint}` : String(error)

function Job({ detail, onDone }: { detail: JobDetail; onDone: JobViewProps['onDone'] }) {
  const me = useMe().id
  const { id, policy } = detail.job.job
  const mine = detail.job.holder !== null && detail.job.holder === me
  useHeartbeat(id, mine)
  const [draft, setDraft] = useState<Draft>(() => keptDraft(sessionStorage, id, policy))
  const [shown, setShown] = useState(false)
  const { claim, handBack, decide } = useJobActs()
  const macroField = useRef<HTMLSelectElement>(null)
  const whyField = useRef<HTMLTextAreaElement>(null)

  const change = useCallback(
    (next: Draft) => {
      keepDraft(sessionStorage, id, next)
      setDraft(next)
    },
    [id],
  )
  const take = useCallback(() => claim.mutate(id), [claim.mutate, id])
  const back = useCallback(
    () => handBack.mutate(id, { onSuccess: () => onDone('back') }),
    [handBack.mutate, id, onDone],
  )
  const send = useCallback(() => {
    if (missingIn(draft) !== null || decide.isPending) return
    decide.mutate(
      { id, draft },
      {
        onSuccess: ({ waits }) => {
          dropDraft(sessionStorage, id)
          onDone(waits ? 'proposed' : 'decided')
        },
      },
    )
  }, [decide.mutate, decide.isPending, draft, id, onDone])

  useKeys(
    useMemo(() => {
      const veil = { v: () => setShown((before) => !before) }
      if (!mine) return { ...veil, c: take }
      return {
        ...veil,
        ...Object.fromEntries(
          FINDINGS.map((finding, index) => [String(index + 1), () => change(withFinding(draft, finding))]),
        ),
        h: () => change(withAction(draft, 'hide')),
        l: () => change(withAction(draft, 'limit')),
        r: () => change(withAction(draft, 'remove')),
        w: () => change(withAction(draft, 'warn')),
        s: () => change(withAction(draft, 'suspend')),
        m: () => macroField.current?.focus(),
        y: () => whyField.current?.focus(),
        b: back,
      }
    }, [mine, take, change, draft, back]),
  )
  useSendKey(mine ? send : null)

  return (
    <div className={css.job} data-testid="job">
      <div className={css.post}>
        <PostPanel detail={detail} shown={shown} />
        <Context detail={detail} />
      </div>
      <div className={css.side}>
        {mine ? (
          <DecideForm
            job={id}
            draft={draft}
            onDraft={change}
            macroField={macroField}
            whyField={whyField}
            busy={decide.isPending}
            fault={said(decide.error)}
            onSend={send}
            onHandBack={back}
          />
        ) : (
          <Take detail={detail} busy={claim.isPending} fault={said(claim.error)} onTake={take} />
        )}
      </div>
    </div>
  )
}

/** Ctrl or ⌘ with Enter, also while writing the grounds. */
function useSendKey(send: (() => void) | null): void {
  useEffect(() => {
    if (send === null) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      send()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [send])
}

interface TakeProps {
  detail: JobDetail
  busy: boolean
  fault: string | null
  onTake(): void
}

function Take({ detail: { job }, busy, fault, onTake }: TakeProps) {
  const words = texts.queue
  const nameOf = useColleagues()
  return (
    <div className={css.take}>
      {fault !== null && (
        <p className={css.fault} role="alert">
          {fault}
        </p>
      )}
      <p>{job.holder === null ? words.status[job.status] : words.takenBy(nameOf(job.holder))}</p>
      <Button size="xs" loading={busy} onClick={onTake} disabled={job.holder !== null || job.closed !== null}>
        {words.claim}
      </Button>
    </div>
  )
}
