import type { Exposure } from '../api/types.ts'
import { useNow } from '../kit/clock.ts'
import { Meter } from '../kit/meter.tsx'
import { Empty } from '../kit/panel.tsx'
import { texts } from '../texts/texts.ts'

/** How much of a day's bound of hard things somebody has looked at. */
export const ExposureMeter = ({ exposure }: { exposure: Exposure | undefined }) =>
  exposure === undefined ? null : (
    <Meter
      value={exposure.points}
      max={exposure.max}
      label={texts.queue.exposure(exposure.points, exposure.max)}
    />
  )

export const isResting = (exposure: Exposure | undefined, now: number): boolean =>
  (exposure?.breakUntil ?? 0) > now

/** The server gives no job until the break is over; the page says so instead of failing. */
export function Break({ until }: { until: number }) {
  const now = useNow()
  const words = texts.queue
  return (
    <Empty title={words.breakTitle} hint={`${words.breakHint(texts.off(until - now))} ${words.breakEnd}`} />
  )
}
