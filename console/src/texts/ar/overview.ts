import type { overview as english } from '../en/overview.ts'
import { wordingOf } from '../wording.ts'

const { counted, number } = wordingOf('ar')

export const overview: typeof english = {
  title: 'نظرة عامة',
  span: 'المدة',
  spans: { '24': '24 ساعة', '168': '7 أيام', '720': '30 يومًا', '2160': '90 يومًا' },
  totals: 'المجموع',
  decisions: 'القرارات عبر الزمن',
  from: 'من',
  restrict: 'قُيّد فورًا',
  review: 'أُحيل إلى أشخاص',
  shadow: 'قيد التجربة',
  braked: 'أوقفه كابح',
  decisionsSay: (restrict, review) => `${number(restrict)} قُيّدت فورًا، و${number(review)} أُحيلت إلى أشخاص.`,
  survival: 'كم تبقى الحسابات العائدة مفتوحة',
  after: 'بعد',
  stillOpen: 'ما زالت مفتوحة',
  watched: 'المرصودة',
  survivalSays: (accounts) =>
    `نسبة ما بقي مفتوحًا من ${counted(accounts, { one: 'حساب واحد', two: 'حسابين', few: '# حسابات', many: '# حسابًا', other: '# حساب' })} بحسب العمر.`,
  noReturns: 'لم يُغلق بعدُ أي حساب عائد.',
  policies: 'بحسب السياسة',
  rules: 'بحسب القاعدة',
  count: 'القرارات',
  nothing: 'لم يُقرَّر شيء في هذه المدة.',
}
