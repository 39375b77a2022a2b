import type { ActionKind, Decision, Entity } from '../api/types.ts'
import { appeals, publicAppeal } from './ar/appeals.ts'
import { entry } from './ar/entry.ts'
import { frame } from './ar/frame.ts'
import { overview } from './ar/overview.ts'
import { queue } from './ar/queue.ts'
import { rules } from './ar/rules.ts'
import { threats } from './ar/threats.ts'
import { en } from './en.ts'
import { over } from './over.ts'
import type { Texts } from './texts.ts'
import { wordingOf } from './wording.ts'

const say = wordingOf('ar')
const { number, counted } = say

const SUBJECT: Record<Entity['kind'], string> = {
  account: 'الحساب',
  post: 'المنشور',
  media: 'الوسائط',
  hashtag: 'الوسم',
  url: 'الرابط',
  campaign: 'الحملة',
}

/** Verbal nouns, so that nothing must agree with the subject. */
const DONE: Record<ActionKind, string> = {
  suspend: 'إغلاق',
  remove: 'إزالة',
  hide: 'إخفاء',
  limit: 'تقييد',
  label: 'وسم بعلامة',
  warn: 'تحذير',
  'discount-trend': 'خفض في المواضيع الرائجة',
  notify: 'إبلاغ',
  restore: 'استعادة',
  escalate: 'إحالة إلى مكتب التهديدات',
  queue: 'إحالة إلى مراجع',
}
const FALLS_ON_ACCOUNT: ActionKind[] = ['limit', 'suspend', 'warn']

const doneTo = (kind: Entity['kind'], actions: ActionKind[]): string => {
  const sorted = (Object.keys(DONE) as ActionKind[]).filter((action) => actions.includes(action))
  if (sorted.length === 0) return 'سُجّل دون إجراء'
  return say.list(
    sorted.map((action) =>
      kind !== 'account' && FALLS_ON_ACCOUNT.includes(action) ? `${DONE[action]} الحساب` : DONE[action],
    ),
  )
}

const sentence = ({ subject, actions, mode }: Pick<Decision, 'subject' | 'actions' | 'mode'>): string => {
  const done = `${SUBJECT[subject.kind]}: ${doneTo(subject.kind, actions)}`
  switch (mode) {
    case 'live':
      return done
    case 'shadow':
      return `${done} (قيد التجربة)`
    case 'braked':
      return `${done} (أوقفه الكابح)`
  }
}

export const ar: Texts = {
  language: 'ar',
  direction: 'rtl',
  ...say,
  frame,
  queue,
  overview,
  threats,
  rules,
  appeals,
  publicAppeal,
  app: {
    name: 'Holdfast',
    loading: 'جارٍ فتح المكتب …',
    signOut: 'تسجيل الخروج',
    town: 'مدينة محاكاة',
    townHint: 'منصة محاكاة هي التي تنشر. ابدأ مع ‎--no-town لمنصة حقيقية.',
    scheme: { light: 'ألوان فاتحة', dark: 'ألوان داكنة' },
    help: 'لوحة المفاتيح والمصطلحات',
    pack: (hash, live, shadow) => ({
      name: `السياسات ${hash}`,
      rules: `${counted(live, { zero: 'لا قواعد سارية', one: 'قاعدة سارية', two: 'قاعدتان ساريتان', few: '# قواعد سارية', many: '# قاعدة سارية', other: '# قاعدة سارية' })}، ${number(shadow)} قيد التجربة`,
    }),
    noPack: 'لا سياسات سارية',
    dismiss: 'إخفاء',
  },
  entry,
  stream: {
    connecting: 'جارٍ الاتصال',
    open: 'مباشر',
    lost: 'غير متصل',
    standing: 'متوقف',
    lostTitle: 'انقطع الاتصال بـ Holdfast.',
    lostHint: 'ما تراه هو ما كان قبل الانقطاع. تعيد الصفحة الاتصال بنفسها ثم تجلب ما فاتها.',
    retry: 'حاول الآن',
    halted: (reason) => `الخط متوقف: ${reason}`,
    haltedHint: 'لا يؤخذ شيء حتى يُصلح؛ ولا يضيع شيء مما أُقرّ باستلامه. يعيد المحاولة بنفسه.',
    refused: 'رُفضت حزمة سياسات معدّلة. تبقى الحزمة السارية.',
    refusedShow: 'ما الخطأ فيها',
    taken: (hash) => `سياسات جديدة سارية: ${hash}`,
  },
  pulse: {
    title: 'الخط',
    perSecond: 'حدث في الثانية',
    mean: (value) => `${say.rate(value)} في المتوسط خلال الدقيقة الأخيرة`,
    chart: (now, most, minutes) =>
      `الأحداث في الثانية خلال ${counted(minutes, { one: 'الدقيقة الأخيرة', two: 'الدقيقتين الأخيرتين', few: 'آخر # دقائق', other: 'آخر # دقيقة' })}: الآن ${say.rate(now)}، وعلى الأكثر ${say.rate(most)}.`,
    most: (value) => `${say.rate(value)}/ث`,
    ago: (minutes) => (minutes === 0 ? 'الآن' : `−${minutes} د`),
    events: 'حدث',
    position: ({ logged, judged, settled }) =>
      `${number(logged)} في السجل، ${number(judged)} محكوم فيها، ${number(settled)} مثبتة على القرص`,
    accounts: 'حساب',
    decisions: 'قرار',
    jobs: 'للمراجعين',
    depth: 'لم يُحكم فيها',
    dead: 'رسائل ميتة',
    waiting: 'في الطريق',
    done: 'نُفّذت',
  },
  decisions: {
    title: 'القرارات',
    sentence,
    all: 'كل القرارات',
    done: (action) => DONE[action],
    mode: (mode) => ({ live: 'سارٍ', shadow: 'قيد التجربة', braked: 'مكبوح' })[mode],
    modeHint: {
      live: 'عُمل به.',
      shadow: 'قاعدة قيد التجربة: سُجّلت ولم يُفعل شيء.',
      braked: 'استُنفدت حصة القاعدة لهذه الساعة: يقرر شخص بدلًا منها.',
    },
    verdict: (verdict) => ({ allow: 'سماح', review: 'مراجعة', restrict: 'تقييد' })[verdict],
    filterMode: 'الوضع',
    filterVerdict: 'الحكم',
    filterPolicy: 'السياسة',
    any: 'الكل',
    pause: 'إيقاف مؤقت',
    resume: 'استئناف',
    paused: 'متوقف مؤقتًا',
    reading: 'ثابتة ما دمت تقرأ',
    fresh: (count) =>
      counted(count, {
        one: 'قرار جديد',
        two: 'قراران جديدان',
        few: '# قرارات جديدة',
        many: '# قرارًا جديدًا',
        other: '# قرار جديد',
      }),
    skipped: (count) =>
      `${counted(count, { one: 'قرار واحد جاء', two: 'قراران جاءا', few: '# قرارات جاءت', many: '# قرارًا جاءت', other: '# قرار جاءت' })} أسرع مما يمكن لصفحة أن تعرضه؛ «قرارات أقدم» فيها كلها.`,
    older: 'قرارات أقدم',
    olderNone: 'هذا أول قرار.',
    empty: 'لا قرارات بعد',
    emptyHint: 'تظهر القرارات هنا لحظة انطباق قاعدة على حدث.',
    emptyTown: 'تصل الشبكة خلال الدقيقة الأولى.',
    filtered: 'لا قرار هنا يوافق المرشحات.',
    clear: 'مسح المرشحات',
    failed: 'تعذّر جلب القرارات.',
    again: 'أعد المحاولة',
    by: 'من',
    rule: 'القاعدة',
    detail: {
      why: 'لماذا',
      evidence: 'الأدلة',
      signal: 'الإشارة',
      value: 'القيمة',
      none: 'لم تنظر القواعد في أي إشارة.',
      gaps: 'لم يكن معروفًا حينها',
      statement: 'بيان الأسباب',
      statementHint: 'ما يُقال للشخص المعني.',
      shadowStatement: 'قاعدة قيد التجربة: لم يُبلّغ أحد بهذا.',
      fields: 'حقول قاعدة بيانات الشفافية',
      facts: 'السجل',
      subject: 'الموضوع',
      account: 'الحساب',
      rules: 'القواعد',
      policy: 'السياسة',
      event: 'الحدث',
      pack: 'حزمة السياسات',
      id: 'القرار',
      at: 'وقت الحدث',
      strikes: 'المخالفات المحسوبة',
      label: 'العلامة',
      automated: 'اتخذه',
      byRule: 'قاعدة، دون شخص',
      byPerson: 'شخص',
    },
  },
  links: over(en.links, {
    title: 'العائدون',
    empty: 'لا صلة بعد بحساب مغلق',
    emptyHint: 'حين يعود حساب مغلق باسم آخر، يُوزن ويُعرض هنا.',
    tier: (tier) => ({ possible: 'محتمل', strong: 'قوي', certain: 'مؤكد' })[tier],
    bits: (value) => `${say.rate(value)} بت`,
    sentence: 'عاد باسم',
    status: { proposed: 'مقترح', confirmed: 'مثبت', rejected: 'مرفوض' },
    field: 'الدليل',
    fields: {
      handle: 'المعرّف',
      name: 'الاسم',
      bio: 'النبذة',
      avatar: 'الصورة',
      email: 'البريد',
      emailDomain: 'مضيف البريد',
      device: 'الجهاز',
      network: 'الشبكة',
      client: 'التطبيق',
      company: 'يتابع ويذكر',
      location: 'المكان',
      hours: 'ساعات اليوم',
      tags: 'الوسوم',
      texts: 'الصياغة',
      urls: 'العناوين',
      language: 'اللغة',
      style: 'أسلوب الكتابة',
      gap: 'منذ الإغلاق',
      change: 'تغيّر',
      age: 'العمر حينها',
    },
    cap: 'الحد',
    company: (alike) => (alike ? 'كثير مشترك' : 'آخرون'),
    shared: (common, of) =>
      common === 0 ? 'لا شيء مشترك' : of === 1 ? 'نفسه' : `${number(common)} من ${number(of)} مشتركة`,
    weightless: (fields) => `لا وزن له: ${say.list(fields)}.`,
    closed: 'الحساب المغلق',
    now: 'هذا الحساب',
    worth: 'بت',
    total: 'المجموع',
    waterfall: (total) => `ما تقوم عليه الصلة، ${say.rate(total)} بت معًا`,
    scale: 'كل بت يضاعف احتمال أن يكون الشخص نفسه. والأشرطة في الجهة الأخرى تشهد ضده.',
    review: {
      why: 'السبب',
      hint: 'يبقى في السجل مع اسمك.',
      finding: { confirmed: 'تأكيد', rejected: 'رفض', withdrawn: 'سحب الحكم' },
      failed: 'لم يُقبل.',
      done: 'قُبل.',
    },
  }),
  campaigns: over(en.campaigns, {
    title: 'الحملات',
    empty: 'لا حملة مشتبه بها',
    members: (count) =>
      counted(count, { one: 'حساب واحد', two: 'حسابان', few: '# حسابات', many: '# حسابًا', other: '# حساب' }),
    posts: (count) =>
      counted(count, {
        one: 'منشور واحد',
        two: 'منشوران',
        few: '# منشورات',
        many: '# منشورًا',
        other: '# منشور',
      }),
    degree: (value) => `درجة التنسيق ${value.toFixed(2)}`,
    degreeHint: 'من 0، كأنه مصادفة، إلى 1، كأنه بيد واحدة.',
    status: {
      suspected: 'مشتبه بها',
      confirmed: 'مثبتة',
      watched: 'مراقبة',
      over: 'انتهت',
      dismissed: 'مستبعدة',
    },
    advice: 'نصيحة للمنصة',
    advised(advice: string): string {
      const [, word = advice, about = ''] = /^([a-z-]+) ?(.*)$/s.exec(advice) ?? []
      switch (word) {
        case 'queue':
          return 'ملف واحد لمراجع'
        case 'limit':
          return 'تقييد أعضائها'
        case 'discount-trend':
          return `خفض ${about.replace(': ', ' في المواضيع الرائجة: ')}`
        default:
          return advice
      }
    },
    unmarked: 'نص واحد بأيدٍ كثيرة',
  }),
  outbox: {
    title: 'إلى المنصة',
    latest: 'الأحدث',
    dead: 'رسائل ميتة',
    empty: 'لم يُرسل شيء بعد',
    emptyHint: 'يُرسل الإخفاء والتقييد ووضع العلامات إلى المنصة؛ وما يجب أن يراه مراجع يبقى في الداخل.',
    emptyDead: 'لا رسائل ميتة. كل إجراء وصل أو هو في الطريق.',
    failed: 'تعذّر جلب الإجراءات.',
    action: (action, kind) =>
      `${kind !== 'account' && FALLS_ON_ACCOUNT.includes(action) ? 'الحساب' : SUBJECT[kind]}: ${DONE[action]}`,
    asked: (action, kind) => `${SUBJECT[kind]}: طُلب ${DONE[action]}`,
    status: { done: 'تم', waiting: 'ينتظر', dead: 'لم يتم' },
    attempts: (count) =>
      counted(count, {
        one: 'محاولة',
        two: 'محاولتان',
        few: '# محاولات',
        many: '# محاولة',
        other: '# محاولة',
      }),
    resend: 'إعادة الإرسال',
    resendFailed: 'تعذّرت إعادة الإرسال.',
    resendOf: (id) => `إعادة إرسال: ${id}`,
    more: (count) => `و${number(count)} غيرها`,
  },
  help: {
    title: 'لوحة المفاتيح والمصطلحات',
    keys: 'لوحة المفاتيح',
    rows: [
      ['j', 'القرار التالي'],
      ['k', 'القرار السابق'],
      ['Enter', 'فتحه أو إغلاقه'],
      ['p', 'إيقاف التدفق أو استئنافه'],
      ['Esc', 'إغلاق، وترك التدفق يجري'],
      ['?', 'هذه المساعدة'],
    ],
    single: 'مفاتيح الحرف الواحد تعمل',
    singleHint: 'أوقفها إن كان الإملاء الصوتي أو أداة أخرى تكتب حروفًا عن غير قصد.',
    words: 'المصطلحات',
    glossary: [
      ['مراجعة', 'يُطلب من شخص أن ينظر؛ ولا يحدث شيء آخر'],
      ['تقييد', 'يُفعل شيء فورًا، ضمن حصة القاعدة'],
      ['قيد التجربة', 'قاعدة تحت الاختبار: تُسجّل ولا يُفعل شيء'],
      ['مكبوح', 'استُنفدت الحصة: يقرر شخص بدلًا منها'],
      ['بت', 'وزن الدليل؛ كل بت يضاعف الاحتمال'],
      ['رسالة ميتة', 'إجراء رفضته المنصة أو لم تأخذه قط'],
    ],
    close: 'إغلاق',
  },
}
