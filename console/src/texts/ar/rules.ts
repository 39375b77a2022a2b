import type { rules as english } from '../en/rules.ts'
import { wordingOf } from '../wording.ts'

const { counted, number } = wordingOf('ar')

export const rules: typeof english = {
  title: 'القواعد',
  choose: 'اختر قاعدة.',
  chooseHint: 'تُفتح في ملفها لتُقرأ وتُجرَّب وتُعدَّل.',
  unmeasured: 'الدقة غير مقيسة',
  draft: 'مسودة',
  file: 'الملف',
  problems: 'المشكلات',
  sound: 'لا مشكلة.',
  backtest: 'تجربتها على الماضي',
  why: 'سبب التغيير',
  force: 'وضعها موضع التنفيذ',
  backtested: 'على الماضي',
  unchanged: 'لم يكن شيء ليُقرَّر على نحو آخر.',
  gained: 'زادت',
  lost: 'نقصت',
  same: 'بقيت',
  versions: 'النسخ',
  back: 'العودة إليها',
  backWhy: 'عودة من الصفحة.',
  mode: { live: 'سارية', shadow: 'قيد التجربة', off: 'موقوفة' },
  run: { running: 'جارٍ', done: 'تم', failed: 'فشل' },
  led: (count) =>
    counted(count, {
      one: 'أدت إلى قرار',
      two: 'أدت إلى قرارين',
      few: 'أدت إلى # قرارات',
      other: 'أدت إلى # قرار',
    }),
  precision: (share, low, high, seen) => `صحيحة في ${share} من ${number(seen)} (${low}–${high})`,
  inForce: (hash) => `سارية الآن: ${hash}`,
}
