/** Days of the week, Sunday first as in `Date`, and minutes of the day, UTC. A span that ends before it begins goes over midnight. */
export interface Hours {
  days: ReadonlySet<number>
  from: number
  until: number
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const SHAPE =
  /^(?:(sun|mon|tue|wed|thu|fri|sat)(?:-(sun|mon|tue|wed|thu|fri|sat))? )?(\d\d):(\d\d)-(\d\d):(\d\d)$/

/** `mon-fri 08:00-18:00`, or `20:00-06:00` for every day; null where it makes no sense. */
export function parseHours(text: string): Hours | null {
  const parts = SHAPE.exec(text.trim().toLowerCase())
  if (parts === null) return null
  const [, first, last, ...clock] = parts
  const [fromHour, fromMinute, untilHour, untilMinute] = clock.map(Number) as [number, number, number, number]
  const from = fromHour * 60 + fromMinute
  const until = untilHour * 60 + untilMinute
  if (fromMinute > 59 || untilMinute > 59 || from >= 1_440 || until > 1_440 || from === until) return null
  return { days: daysFrom(first, last ?? first), from, until }
}

function daysFrom(first: string | undefined, last: string | undefined): ReadonlySet<number> {
  if (first === undefined) return new Set(DAYS.keys())
  const days = new Set<number>()
  for (let day = DAYS.indexOf(first); ; day = (day + 1) % 7) {
    days.add(day)
    if (day === DAYS.indexOf(last!)) return days
  }
}

export function isWithin({ days, from, until }: Hours, at: number): boolean {
  const date = new Date(at)
  const minute = date.getUTCHours() * 60 + date.getUTCMinutes()
  const today = date.getUTCDay()
  if (from < until) return days.has(today) && minute >= from && minute < until
  // The night belongs to the day on which it began.
  return (days.has(today) && minute >= from) || (days.has((today + 6) % 7) && minute < until)
}
