/* What every language needs to put a number, a time or a list into words. */

export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The formats of one language. Digits are Latin in all of them: ids, times and hashes stand beside them. */
export function wordingOf(language: string) {
  const locale = `${language}-u-nu-latn`
  const number = new Intl.NumberFormat(locale)
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' })
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'always' })
  const rules = new Intl.PluralRules(language)
  return {
    number: (value: number) => number.format(value),
    rate: (value: number) => (value >= 100 ? number.format(Math.round(value)) : rate.format(value)),
    share: (value: number) => share.format(value),
    bits: (value: number) => `${value < 0 ? '−' : '+'}${rate.format(Math.abs(value))}`,
    list: (parts: readonly string[]) => list.format(parts),
    time: (iso: string) => clock.format(new Date(iso)),
    moment: (iso: string) => moment.format(new Date(iso)),
    day: (iso: string) => day.format(new Date(iso)),
    /** How far off, in the greatest unit that is at least one: `−90 000` is "1 min ago". */
    off: (ms: number) => relative.format(...greatestUnit(ms)),
    /** A length of time in its greatest unit. */
    lasting: (ms: number) => {
      const [amount, unit] = greatestUnit(ms)
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount)
    },
    /** A count with its noun in the right form; `#` in a form is the number. */
    counted: (count: number, forms: Forms) =>
      (forms[rules.select(count)] ?? forms.other).replace('#', number.format(count)),
  }
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
]

export function greatestUnit(ms: number): [number, Intl.RelativeTimeFormatUnit] {
  const [unit, unitMs] = UNITS.find(([, size]) => Math.abs(ms) >= size) ?? UNITS.at(-1)!
  return [Math.trunc(ms / unitMs), unit]
}
