import { useNow } from '../kit/clock.ts'
import { Meter } from '../kit/meter.tsx'
import { Empty } from '../kit/panel.tsx'
import { texts } from '../texts/texts.ts'
import type { Exposure } from './desk.ts'

/** How much of a day's bound of hard things somebody has looked at. Its place is kept while it is not known. */
export const ExposureMeter = ({ exposure }: { exposure: Exposure | undefined }) =>
  exposure === undefined ? null : (
    <Meter
      value={exposure.seen}
      max={exposure.cap}
      label={texts.queue.exposure(exposure.seen, exposure.cap)}
    />
  )

export const isResting = (exposure: Exposure | undefined): boolean =>
  exposure?.breakUntil != null && Date.parse(exposure.breakUntil) > Date.now()

/** The server gives no job until the break is over; the page says so instead of failing. */
export function Break({ exposure }: { exposure: Exposure }) {
  const now = useNow()
  const words = texts.queue
  return (
    <Empty
      title={words.breakTitle}
      hint={`${words.breakHint(texts.off(Date.parse(exposure.breakUntil!) - now))} ${words.breakEnd}`}
    />
  )
}
