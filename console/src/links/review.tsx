import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLinkReview, useSession } from '../api/queries.ts'
import type { Link, LinkFinding } from '../api/types.ts'
import { texts } from '../texts/texts.ts'
import css from './review.module.css'

/** What may be found about a link as it stands. */
const FINDINGS: Record<Link['status'], readonly LinkFinding[]> = {
  proposed: ['confirmed', 'rejected'],
  confirmed: ['withdrawn', 'rejected'],
  rejected: ['withdrawn', 'confirmed'],
}
const WHY_LENGTH_MAX = 20_000

/** Confirms, rejects, or takes a finding back, with the grounds; only for who may review. */
export function Review({ link }: { link: Link }) {
  const words = texts.links.review
  const { data: session } = useSession(true)
  const review = useLinkReview()
  const [why, setWhy] = useState('')
  if (!session?.permissions.includes('review')) return null
  const { account, closedAccount, status } = link
  const find = (finding: LinkFinding) =>
    review.mutate({ account, closedAccount, finding, why: why.trim() }, { onSuccess: () => setWhy('') })
  return (
    <form className={css.review} onSubmit={(event) => event.preventDefault()} data-review>
      <TextInput
        className={css.why}
        label={words.why}
        description={words.hint}
        value={why}
        maxLength={WHY_LENGTH_MAX}
        onChange={({ currentTarget: { value } }) => setWhy(value)}
      />
      <div className={css.findings}>
        {FINDINGS[status].map((finding) => (
          <Button
            key={finding}
            type="button"
            size="xs"
            variant="default"
            data-finding={finding}
            disabled={why.trim() === '' || review.isPending}
            onClick={() => find(finding)}
          >
            {words.finding[finding]}
          </Button>
        ))}
      </div>
      {review.isError && (
        <p role="alert" className={css.failed}>
          {words.failed} {review.error.message}
        </p>
      )}
      {review.isSuccess && <p role="status">{words.done}</p>}
    </form>
  )
}
