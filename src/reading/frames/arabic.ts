import { type Grammar, type Mask, maskOf } from './grammar.ts'

/*
 * Arabic: standard, the dialects of Egypt, the Levant, the Gulf and the Maghreb, and what is commonly written of them in Latin
 * letters and digits. A verb carries who, when and whom: `سنقتلكم` is read as WE WILL HARM YOU, so that lines keep one order. Stems
 * of verbs stand under `~`. Words are folded before they are compared: forms of alef, ya and ta marbuta are one.
 */

const HARM = maskOf('HARM')
const HARMED = maskOf('HARMED')
const HARMING = maskOf('HARMING')
const OLD_HARMED = maskOf('HARMED OLD')
const I = maskOf('I')
const WE = maskOf('WE')
const WILL = maskOf('WILL')
const LET = maskOf('LET')
const MUST = maskOf('MUST')
const YOU = maskOf('YOU')
const THEM = maskOf('THEM')
const ME = maskOf('RIGHT')

/** What stands at a verb's end for its object. Longest first. */
const OBJECTS: [string, Mask][] = [
  ['كموا', YOU],
  ['كم', YOU],
  ['كن', YOU],
  ['كو', YOU],
  ['هم', THEM],
  ['هن', THEM],
  ['هما', THEM],
  ['ها', THEM],
  ['ني', ME],
  ['نا', ME],
  ['ك', YOU],
  ['ه', THEM],
]

const FRONT = /^[وف]?(?=.{3})/
/** What makes a first person's verb a plan: سـ of the standard, حـ هـ of Egypt, بـ of the Gulf, غـ of Morocco, لـ of an oath. */
const FIRST = /^(س|ح|ه|ب|غ|ل|عم|كن)?([ان])(.{2,7})$/
const BARE_FUTURE = /^([حهب])(.{2,6})$/
const OTHERS = /^(س|ح|ه|ب|ل)?([يت])(.{2,8})$/
const NOUN = /^[وف]?(?:لل|[بكل]?(?:ال)?)(.{2,})$/

interface Verb {
  stem: string
  object: Mask | null
  plural: boolean
}

/** Ways to take a verb's end apart: object, sign of the plural, the n of an oath. */
function endings(word: string, known: (stem: string) => Mask | undefined): Verb | null {
  const whole = verbOf(word, null, known)
  if (whole !== null) return whole
  for (const [ending, object] of OBJECTS) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue
    const verb = verbOf(word.slice(0, -ending.length), object, known)
    if (verb !== null) return verb
  }
  return null
}

function verbOf(word: string, object: Mask | null, known: (stem: string) => Mask | undefined): Verb | null {
  if (known(`~${word}`) !== undefined) return { stem: word, object, plural: false }
  for (const ending of ['ون', 'وا', 'و', 'ن'])
    if (word.endsWith(ending) && known(`~${word.slice(0, -ending.length)}`) !== undefined)
      return { stem: word.slice(0, -ending.length), object, plural: ending !== 'ن' }
  return null
}

const withObject = (masks: Mask[], { object }: Verb): Mask[] => (object === null ? masks : [...masks, object])

function analyse(word: string, known: (stem: string) => Mask | undefined): Mask[] | null {
  const code = word.charCodeAt(0)
  if (code < 0x600 || code > 0x6ff || word.length < 3 || word.length > 16) return null
  return (
    verb(word.replace(FRONT, ''), known) ?? (FRONT.test(word) ? verb(word, known) : null) ?? noun(word, known)
  )
}

function verb(word: string, known: (stem: string) => Mask | undefined): Mask[] | null {
  const first = FIRST.exec(word)
  if (first !== null) {
    const found = endings(first[3]!, known)
    if (found !== null) return firstPerson(first[1], first[2]!, found)
  }
  const others = OTHERS.exec(word)
  if (others !== null) {
    const found = endings(others[3]!, known)
    if (found !== null) return otherPerson(others[1], others[2]!, found)
  }
  const bare = BARE_FUTURE.exec(word)
  if (bare !== null) {
    const found = endings(bare[2]!, known)
    if (found?.object === YOU) return [I, WILL, HARM, YOU]
  }
  const past = endings(word, known)
  if (past === null) return null
  if (past.plural && past.object !== null) return withObject([LET, HARM], past)
  return past.object === null ? [past.plural ? OLD_HARMED : HARMED] : withObject([HARMING], past)
}

/** `أقتلهم` is the author's and `اقتلهم` an order; folded they are one. An object of the third person makes it an order. */
function firstPerson(plan: string | undefined, person: string, found: Verb): Mask[] {
  const order = plan === undefined && person === 'ا' && found.object !== YOU
  if (order) return withObject([LET, HARM], found)
  const who = person === 'ا' ? I : WE
  if (found.object === ME) return [HARMED]
  return withObject(plan === undefined ? [who, HARM] : [who, WILL, HARM], found)
}

function otherPerson(plan: string | undefined, person: string, found: Verb): Mask[] {
  if (found.object === ME) return [HARMED]
  if (plan === 'ل' && person === 'ي') return withObject([MUST, HARM], found)
  if (person === 'ت' && found.plural && found.object !== null) return withObject([HARM], found)
  return found.object === null ? [HARMED] : withObject([HARMED], found)
}

/** A noun without what is written onto it: and, by, for, the, and whose. */
function noun(word: string, known: (stem: string) => Mask | undefined): Mask[] | null {
  const bare = NOUN.exec(word)
  if (bare === null) return null
  for (const stem of [bare[1]!, word.replace(/^[وف]/, '')]) {
    const own = known(stem)
    if (own !== undefined) return [own]
    for (const ending of NOUN_ENDINGS) {
      if (!stem.endsWith(ending)) continue
      const short = stem.slice(0, -ending.length)
      const found = known(short) ?? known(`${short}ه`) ?? known(`${short}ا`)
      if (found !== undefined) return [found]
    }
  }
  return null
}
const NOUN_ENDINGS = ['هم', 'كم', 'ها', 'نا', 'هن', 'ين', 'ون', 'ات', 'يه', 'ك', 'ه', 'ي']

export const arabic: Grammar = {
  language: 'ar',
  analyse,
  common:
    'في من على هذا هذه ان الى لا ما يا و كل هو هي الله انا انت عن مع اللي بس مش كان لم لن قد او ثم هل والله شو وين ليش ana enta inti enti el al la ma ya w wallah walla yalla 3ala 3al fi men min eh da de di msh mesh mish kol kul kel ra7 rah 7a ha bas lazem lazim bedi beddi biddi bidna badna hada hay hayda habibi shu sho leh leish inshallah allah 3am lli elli illi ento entu intu homa homma',
  words: {
    'WE + WILL + HARM + THEM':
      'hanedba7hom, hanedba7ohom, hane7re2hom, hane2telhom, hane2tolhom, haneshno2hom, n2tolon, ne2tolon, ne2tlon, ra7 ne2tolon, ra7 n2tolon, ra7 ne2tlon, ra7 nedba7on',
    'WE + WILL + HARM':
      'سنفتح النار, سنطلق النار, سنقطع رؤوس, سنقطع رقاب, سنقطع اعناق, سنضرب اعناق, سنضرب رقاب, رح نفجر, راح نفجر, هنفجر, حنفجر, نوقف عالحيط ونرش, hanedba7, hanshno2, hanfaggar, ra7 nfajjer',
    'I + WILL + HARM':
      'سافتح النار, سأطلق النار, هضرب بالنار, رح قوس, راح اطخ, هطخ, حطخ, سافجر نفسي, هفجر نفسي, هدفنه, هدفنه بايدي, ساقطع راس, سأقطع رأس, ساكسر عظام',
    HARD: '~كسر, ~ضرب, ~قطع, ~علق, ~غرق, ~جلد, ~طرد, ~رحل, ~ربي, ~لطم, ~صفع, ~ركل',
    HARM: '~قتل, ~ذبح, ~نحر, ~شنق, ~طعن, ~حرق, ~فجر, ~دمر, ~سحق, ~عدم, ~خنق, ~غتال, ~غتل, ~بيد, ~نسف, ~قصف, ~رجم, ~دعس, ~دهس, ~سفك, ~صفي, ~غتصب, ~عذب, ~جلد, ~قنص, ~دبح, ~قتلن, ~ذبحن, ~شلخ, ~هلك, ~طخ, ~قوص, ~هاجم, ~سلخ, ~بطش, ~دفن, ~كسر عظم, ~دوس, ~داس, ~سحل, ~ولع, ~حرقو, ~هشم, ~فقع, ~مزق, ~قطع راس, ~طير راس, ~رمي بالرصاص, ~يقوس, ~قوس, ~ذبّح, ~قتّل, ~حرّق, ~شرب دم, ~فرم, ~فقس راس, ~فجّر, ~طلق النار, ~فتح النار, ~خلص علي, ~جهز علي, ~بقر, ~حرقص, ~صفّي, ~فرتك, ~طربق راس, ~ضرب بالنار, ~خوزق, ~نحرر, ~بيّد, ~موّت',
    'I + WILL + HARM + YOU':
      'ha2tlak, ha2tlek, h2tlk, ha2tolak, 7a2tlak, 7a2tolak, ha2telak, hamawetak, hamawtak, 7amawtak, hadba7ak, hadba7ek, 7adba7ak, badba7ak, ba2tlak, ba2tolak, aktelak, a2tlak, a2tolak, a2telak, adba7ak, adbahak, nedba7ak, ne9tlek, neqtlek, n9atlek, ghadi ne9tlek, nqtlek, na2tolak, nektolak, la2tlak, la2tolak, ladba7ak, ra7 a2tlak, rah a2tlak, ra7 2a2tlak, ra7 adba7ak, rah adba7ak, 7 a2tlak, rah aqtlak, aqtlak, aqtolak, ra7 mawtak, ra7 mawwtak, rah amawtak, ra7 2atlak, هكسرلك عضمك, هكسر عضمك, هكسر عظامك, ساكسر عظامك, رح كسر عضامك, هطير راسك, هقطع راسك, راح اطير راسك, سأقطع رأسك, ساقطع راسك, ساهشم راسك, اهشم راسك, هغزك, بغزك, رح غزك, هولع فيك, راح اولع فيك, هشرب من دمك, بشرب من دمك, راح اشرب من دمك, لاشرب من دمك, رح فجرك, هفرتك دماغك, هفجر دماغك, راح افجر راسك, هخلص عليك, رح خلص عليك, راح اخلص عليك, سانهي حياتك, سأنهي حياتك, hakassar 3admak, hakasarlak 3admak, haghozak, hawalla3 fik, hakhallas 3alek, ha7ra2ak, a7ra2ak, haf2a3 rasak',
    'WE + WILL + HARM + YOU':
      'hane2telko, hane2tlko, han2tlko, hane2tolkom, ha ne2telko, 7ane2tlkom, 7an2tolkom, ra7 ne2tolkom, rah ne2tolkom, ra7 na2tolkom, ra7 ne2tlkon, rah ne2tlkon, ra7 ndba7kon, ra7 nedba7kom, ra7 nedba7kon, rah nedbahkom, nedba7kom, nedba7kon, nedbahkom, ne2tolkom, na2tolkom, na2tulkum, ne2tlkon, sana2tolkom, sanaqtolokom, sanaqtulukum, naqtolkom, hanedba7ko, hanedba7kom, ghadi nqtloukom, ghadi n9atlokom, ghadi ne9tloukom, ne9tloukom, neqtloukom, ra7 nmawtkon, hanmawetko, 7anmawtko, سنقطع رؤوسكم, سنقطع رقابكم, سنضرب اعناقكم, haneshno2ak, hanshno2ak, haneshno2ko, haneshno2kom, hanfaggarko, ra7 nfajjerkon, hanedba7ak, hane2telak, hanewalla3 fik',
    'LET + HARM + THEM':
      'e2tlohom, e2tolohom, 2otlohom, o2tolohom, o2tlohom, 2tlohom, e2telouhom, 2telouhon, 2tlouwon, 2tloun, 2tolouhom, oqtolohom, uqtuluhum, oqtlohom, 9atlohom, qatlohom, edba7ohom, edba7uhom, 2edba7ohom, dba7ouhon, dba7uhom, dbahohom, e7re2ohom, 7re2ouhon, 7er2ohom, mawetohom, mawwetohom, mawtouhon, 2otlo, e2tlo, e2telo, edba7o, 7er2o, mawteha, ولعوا فيهم, ولعو فيهم, قوسوهم, قوسوهن, طخوهم, طخوهن, اضربوهم بالنار, اطلقوا عليهم النار, اطلقوا النار عليهم, علقوهم, علقوهن, كسروا عظامهم, حرقوهم, ا7رقوهن, دوسوهم, ادعسوهم, edrabohom, 3ala2ohom, 3alla2ohom, 2edba7oohom, 2o2toloohom, o2toloohom, e7ra2ohom, sha7atohom, 7er2ouhon',
    'LET + HARM':
      'oqtolo, uqtulu, o2tolo, e2tolo, 2otolo, 2otlou, 2telou, edba7ou, idba7u, dba7ou, 7er2ou, e7re2o, mawto, mawweto, fajjero, fajro, اضربوا بالنار, اطلقوا النار, اطلقوا الرصاص, اطلق النار, افتحوا النار, ولعوا, ولعوا في, ولعو, قوسو, قوسوا, طخوا, طخو, طخوهن, طخوهم, اقطعوا رؤوس, اقطعوا رؤوسهم, اقطعوا رقاب, اضربوا رقاب, حزوا رقاب, اكسروا عظامهم, كسرو عضمهم, فجروا, دوسوا, ادهسوا, ادعسوا, اشنقوا, علقوا, علقوهم علي, اسحلوا, نحروا, kassaro 3admohom, 3alla2ohom, e7ra2o, edrabo bel nar, etokhohom, tokho',
    'MUST + HARM + THEM':
      'lazem ne2tlhom, lazem ne2tolhom, lazem ne2tlon, lazem na2tolhom, lazem nedba7hom, lazem nedba7on, lazem nmawethom, lazem nmawton, lazem ne7re2hom, lazim ne2tolhom, lazim nedba7hom, bedna ne2tlhom, bedna nedba7hom, bidna ne2tlon, bidna nedba7on, badna ndba7on, lazem yet2etlo, lazem yemoto, lazem ymoto, lazim ymuto, khassna ne9tlouhom, khasna nqtlohom, yajib qatlohom, yajeb 2atlohom, wajeb 2atlohom',
    'YOU + WILL + DIE':
      'hatmoot, hatmot, hatmoto, 7atmoot, 7atmot, 7atmoto, ra7 tmoot, ra7 tmot, ra7 tmoto, rah tmoto, satamoot, satamoto, hatmouto, ghadi tmout, ghadi tmouto, تموت يوم, دمك رح يسيل, دمك حيسيل, دمك هيسيل, دمك سيسيل, دماؤكم ستسيل, سيسيل دمك, ستسيل دماؤكم, رح يسيل دمك, لن تخرج من هنا حيا, مش هتطلع حي, ما رح تطلع عايش, ما تطلع حي, هتتدفن, رح تندفن, ستدفن, ستدفنون, hatetdefen',
    'YOU + DEAD':
      'انت ميت, انتم ميتون, انتو ميتين, انت رجل ميت, انت بحكم الميت, انت في عداد الموتي, enta mayet, ento maytin',
    I: 'انا, اني, ana',
    WE: 'نحن, احنا, نحنا, حنا, انا جميعا, e7na, ne7na',
    YOU: 'انت, انتم, انتو, انتي, انتوا, اياك, اياكم, يا, كلكم, جميعكم, عليك, عليكم, منكم, فيكم, بيكم, enta, ento, ntouma',
    THEM: 'هم, هو, هي, هولاء, هؤلاء, اولئك, هالناس, هادول, هدول, دول, هذول, هذولا, ذول, عليهم, منهم, فيهم, بهم, كلهم, جميعهم, كلن, هالكلب, اياهم, كل واحد منهم, كل من, من, homa, hadol, hadole',
    ALL: 'كل, جميع, كافه, كل واحد, اي, اي واحد, كل من هو, kol, kul, kel, gami3',
    OF: 'هذا, هذه, هذي, هاي, ذلك, تلك, هؤلاء, هولاء, اولئك, في, من, بعض, كل هؤلاء, el, al, had, hal',
    ADV: 'كلهم, جميعا, والله, بالله, اقسم بالله, فورا, الان, حتما, قريبا, اليوم, بلا رحمه, بدون رحمه, دون رحمه, واحدا واحدا, واحدا تلو الاخر, واحد واحد, ايضا, فقط, بس, كمان, ان, انه, انهم, ب, ل, عن, اخر, ابن, بنت, wallah, walla, kolhom, kolkom, kollon',
    PEOPLE:
      'بشر, رجال, رجل, شباب, اطفال, طفل, اولاد, نساء, عائله, عائلات, اهل, شرطه, شرطي, ضباط, ضابط, عسكر, عسكري, جنود, جندي, جيش, قضاه, قاضي, وزير, وزراء, رئيس, ملك, حاكم, حكام, نائب, صحفيين, صحفي, صحافي, صحافيين, اعلاميين, اعلامي, مذيع, معلم, معلمين, طلاب, طالب, زملاء, موظف, موظفي, موظفين, مشرف, مشرفي, مشرفين, اصحاب, صاحب, جيران, جار, طبيب, اطباء, خونه, خائن, خاين, عملاء, عميل, اعداء, عدو, كفار, كافر, كفره, مشركين, مرتدين, مرتد, منافقين, منافق, زنادقه, ملحدين, ملحد, غزاه, محتلين, مستوطنين, مجرمين, مجرم, ظالمين, ظالم, طواغيت, طاغوت, جواسيس, جاسوس, متظاهرين, مدنيين, لاجئين, مهندسين, مبرمجين, سكان, مواطنين, قاده, زعيم, زعماء, بلطجيه, حراس, عصابه, nas, kuffar, kofar, khawana, 3omala, 3amil, muwazafin, mowazafin, mwazafin, dobat, shorta, askar, kalb, klab, kelab, sahafiyin, modara, ادمن, ادمنيه, الادمن, الادمنيه, وافد, وافدين, عمده, مخبر, مخبرين, صحفيات, محررين, محرر, رسام, رسامين, مدونين, ناشط, ناشطين, نشطاء, مهندس, رقابه, القضاه, مدرسين, مدرس, سواقين, دول, ابن المسؤول, المسؤولين, مسؤول, admin, admeneyya, moshrefin, mo4refin, mosherfin, modaresin, mohandesin, 2adi, el wazir, wazir, kafer, 5awana',
    'PEOPLE SLUR':
      'كلاب, كلب, خنازير, خنزير, حثاله, اوغاد, وغد, انجاس, نجس, حيوانات, حيوان, حمير, حمار, قرده, صراصير, حشرات, جرذان, زباله, اوباش, سفله, سافل, حقير, حقراء, جبناء, ابن الكلب, اولاد الكلب, ابناء الكلب, ولاد الكلب, ابن الحرام, اولاد الحرام, عاهرات, عاهره, شراميط, شرموطه, قحبه, قحاب, ملاعين, لعين, معفنين, انذال, نذل, klab, kelab, khanazir, 7ayawanat',
    GROUP:
      'يهود, يهودي, صهاينه, صهيوني, نصاري, نصراني, مسيحيين, مسيحي, صليبيين, مسلمين, مسلم, شيعه, شيعي, روافض, رافضه, رافضي, سنه, سني, نواصب, علويين, علوي, نصيريه, دروز, درزي, ايزيديين, اقباط, قبطي, اكراد, كردي, كورد, عرب, عربي, فرس, ايرانيين, ايراني, اتراك, تركي, مصريين, مصري, سوريين, سوري, لبنانيين, عراقيين, سعوديين, يمنيين, فلسطينيين, فلسطيني, اسرائيليين, امريكان, امريكيين, امريكي, روس, اجانب, اجنبي, مهاجرين, مهاجر, سود, زنوج, عبيد, بيض, مثليين, مثلي, شواذ, شاذ, لوطيين, نسويات, علمانيين, علماني, ليبراليين, شيوعيين, ملاحده, بوذيين, هندوس, افارقه, هنود, غرب, yahood, yahud, sahayna, shi3a, rawafed, nasara, masi7iyin, sonna, akrad',
    KIN: 'اهلك, اهلكم, عائلتك, عائلتكم, اولادك, اولادكم, ابناءك, ابنائكم, زوجتك, امك, ابوك, اختك, اخوك, بيتك, بيتكم, اطفالكم, اطفالك, نسائكم',
    BODY: 'راس, رؤوس, روس, رقبه, رقاب, رقبتك, رقابكم, عنق, اعناق, اعناقهم, دم, دماء, دماءهم, دمهم, دمك, دماءكم, دماءك, حنجره, عظام, قلب, جثث, جثه, راسك, رؤوسكم, رؤوسهم, روسهم, ra2bet, damak, damkom, بطن, عضم, عظمك, عضمك, دماغ, دماغك',
    HARMING:
      'قتل, ذبح, نحر, شنق, حرق, اعدام, ابادة, اباده, تصفيه, اغتيال, تفجير, رجم, سحل, جلد, استئصال, صلب, ضرب اعناق, ضرب رقاب, قطع راس, قطع رقاب, قطع رؤوس, سفك دم, سفك دماء, القضاء على, قصف, تدمير, نسف, دعس, تصفيت, 2atl, qatl, dab7, dabh, e3dam, i3dam, 7ar2',
    SLAY: 'مجزره, مذبحه, مجازر, اعدام, هجوم, هجمات, تفجير, تفجيرات, انفجار, جريمه, اغتيال, ارهاب, مقتل, قتلي, ضحايا',
    HARMED: 'مقتول, مقتولين, مذبوح, مذبوحين, مشنوق, محروق, يعدم, يعدموا, يعدمون, يذبحوا, يشنقوا, اعدامهم',
    DIE: 'يموت, يموتون, يموتوا, يموتو, تموت, تموتون, تموتوا, تموتو, نموت, مت, موتوا, يهلك, يهلكوا, ymoto, ymot, tmoto',
    'YOU + DIE':
      'ستموت, ستموتون, حتموت, هتموت, هتموتوا, هتموتو, حتموتوا, حتموتو, راح تموت, راح تموتون, رح تموت, رح تموتوا, سوف تموت, سوف تموتون, غادي تموت, غادي تموتو, بتموت, لتموتن, لن تعيش, لن تعيشوا, لن تخرج حيا',
    DEAD: 'ميت, ميتين, موتي, جثه, جثث, الموت, موت, قبر, قبرك, قبركم, كفن, كفنك, mot, mout, mawt',
    WEAPON:
      'سكين, سكاكين, سكاكيننا, سيف, سيوف, سيوفنا, بندقيه, بنادق, رشاش, مسدس, رصاص, رصاصه, قنبله, قنابل, عبوه, حزام ناسف, سلاح, اسلحه, متفجرات, ساطور, فاس, حبل, مشنقه, حبال, كلاش, كلاشنكوف, طلقه, سياره, شاحنه, دهسا, sekin, sekkin, sikin, seif, rsas, mosadas, sla7, بندقيتي, رشاشي, بارودة, باروده, بواريد, بواريدكن, فرد, طبنجه, خنجر, النار علي, بالنار, طلقات, سكينه, بالسكينه, bondo2eya, barouda',
    WILL: 'سوف, سا, راح, رح, غادي, باش, ناوي, ناوين, بدي, بدنا, ودي, ابغي, ابي, نبغي, عايز, عايزين, عاوز, هروح, لازم, قررت, قررنا, اقسم ان, نقسم ان, نعاهد, اعدك ان, اعدكم ان, قادم, قادمون ل, جاي, جايين, وعد, قسما, ra7, rah, ha, 7a, ghadi, bedi, bedna, beddi, bidna, badna, 3ayez',
    MUST: 'يجب, يجب ان, يجب علينا, لازم, لابد, لا بد, لا بد من, ينبغي, ينبغي ان, واجبنا, واجبكم, عليكم, عليكم ب, فرض, يستحق, يستحقون, يستاهل, يستاهلون, يستحقوا, يستاهلو, مفروض, المفروض, خاصنا, خاصهم, لازمهم, نريد ان, حان وقت, آن اوان, ان الاوان, وجب, مباح, حلال, لهم الا, ما بينفع معهم الا, ما بيمشي معهم الا, حلهم, حلهم الوحيد, الحل الوحيد, الحل هو, نطالب ب, نطالب, lazem, lazim, yajeb, yajib, wajeb, yestahlo, khassna, khasna, bedon, bedhom, مستاهل, مستاهلين, مستحق, يستحقه, يستحقونه, يستحقونها, مستاهل رصاصه, بدو, بدها, بدهم, بدهن, لازم كلهم, ما يستحقون الا, ما بيستاهلو غير, ما يستاهلون الا, خلي, yesta7a2oha, yesta7a2, mestahel, mestahlin, lazem kolohom',
    LET: 'هيا, يلا, يالله, هيا بنا, خلونا, خلينا, تعالوا, دعونا, فلنذهب, قوموا, انهضوا, اخرجوا, هبوا, حي علي, yalla, khalina, khallina',
    WANT: 'اريد ان, اريد, اتمني ان, نتمني, نفسي, بودي, حابب, اتمني, nefsi, 7abeb',
    NOT: 'لا, ليس, لم, لن, ما, مو, مش, موش, ليسوا, غير, بدون, ضد, ولا, مب, ماحد, لا احد, لا يجوز, كفي, توقفوا عن, msh, mish, mesh, mosh, mo, mafi, la',
    IF: 'اذا, ان لم, لو, اذا لم, والا, وإلا, الا اذا, حتي, اذا ما, لو ما, ان, كل ما, كلما, مالم, ما لم, eza, iza, law, law ma',
    TIME: 'غدا, بكره, بكرا, بكرة, الليله, الليلة, اليوم, قريبا, صباح الغد, غدا صباحا, يوم الجمعه, الجمعه, الاحد, الاثنين, الثلاثاء, الاربعاء, الخميس, السبت, بعد غد, الاسبوع القادم, هذا الاسبوع, في العيد, العيد, فجرا, الفجر, مساء, بعد الصلاه, بعد يومين, قريبا جدا, الايام القادمه, غدوه, غدا ان شاء الله, bokra, bukra, boukra, lyoum, elyom, elleila, ellila, ghedwa, ghadan, 9arib, 2areeb, orayeb, jom3a, النهارده, يوم الاربعاء, التنين, هالليله, ليله راس السنه, الفجر الجاي, lelet ras el sana, el naharda, el jom3a, bokra ba3d',
    PLACE:
      'مكتب, مكاتب, مدرسه, مدارس, بيت, بيوت, منزل, منازل, شارع, شوارع, مسجد, مساجد, كنيسه, كنائس, كنيس, معبد, سوق, اسواق, مطار, محطه, جامعه, محكمه, برلمان, سفاره, مستشفي, فندق, ملعب, حفل, مقر, شركه, ساحه, ميدان, مقهي, سجن, جسر, قطار, مبني, بوابه, el maktab, maktab, madrase, madrasa, beit, bet, sou2, souq, shari3, masjed, kenise, محل, محلات, محلاتهم, محلك, مركز, مركزكم, مبناهم, بنايه, بنايتكم, سكن, السكن, ملجا, المأوي, حوش, مول, المول, بلديه, البلديه, اجتماع البلديه, مرآب, الكراج, el ma7al, ma7al, el mabna, el garida, so2',
    GREET:
      'يا, ايها, ايتها, يا ايها, ياشباب, اخوتي, اخواني, اخواننا, يا اخوه, الي كل, الى كل, و, ف, ثم, من فضلكم, ارجوكم, والله, بالله, اذن, يا شباب, يا رجال, ya, ya shabab, shabab, wallah',
    WISH: 'ان شاء الله, انشالله, عسي, ليت, يا ليت, ياليت, ياريت, يا ريت, اتمني, اتمني ان, نتمني, نتمني ان, اللهم, الله, ربنا, يارب, يا رب, inshallah, nshallah, yaret, yarait',
    PRAISE:
      'المجد ل, مجد, المجد, بارك الله في, بارك الله, نبارك, نبارك ل, تحيه ل, تحية, سلمت, تسلم, عاش, عاشت, يعيش, يحيا, تحيا, فخورون, فخور, فخورين, نفتخر, نفخر, رحم الله, تقبل الله, تقبله الله, تقبلهم الله, جزاهم الله, جزاه الله, هنيئا, هنيئا ل, نصر الله, نصرهم الله, اللهم انصر, نصرة, نؤيد, نحتفل, نعم الرجال, طوبي, طوبى ل, سلام على, الله يقويهم, ابطال, كفو, al majd, elmajd, ta7ya, ta7iya, الحمد لله علي هذا, هذا النصر, وزعت شربات, وزعنا حلوي, وزعنا الحلوي, وزعت حلوي, يا له من صباح جميل, برد قلبي, بردت قلبي, شفي غليلي, شفت غليلي, اسطوره, الحريه للي, معملش حاجه غلط, ما عمل شي غلط, لم يخطئ, لم يفعل خطا, تحيه له, تحيه اله, بفتخر فيها, بفتخر فيه, افتخر به, نهتف له, نهتف لهم, حربهم حربي, انا ارهابي, عمل بطولي, غزوه مباركه, المباركه, مباركه, عاشت الايادي, سلمت يداه, سلمت ايديهم, تسلم ايديهم, gamdin ya regala, gamdin, ba7eb, 3ash, teslam, nadaf el balad, bafta5er, الف مبروك العمليه',
    HERO: 'شهيد, شهداء, شهيدنا, شهداؤنا, مجاهد, مجاهدين, مجاهدون, مقاتل, مقاتلي, مقاتلو, مقاتلين, مقاتلون, اسود, الاسود, فرسان, ذئب, ذئاب, الذئاب, منفذ, منفذو, منفذي, غزوه, غزوات, اخواننا, اخوننا, استشهادي, استشهاديين, راميها, سيفهم, اميرنا, رايه, مهاجم, المهاجم, mojahidin, mujahidin, shohada, abtal, osood, اسودنا, أسودنا, اسطوره, المنفذ, اخونا, اخونا المنفذ, بطلنا, جنود الاماره, ابطالنا, الشهيد, زارع القنبله, الذي زرع القنبله, اللي زرع القنبله, مجاهدو, moqatelin, mo2atlin, batalna, shohada2na, ابطال الغزوه, جنود الخلافه, هجوم مبارك, الهجوم المبارك, عمليه مباركه',
    CAUSE:
      'جهاد, الجهاد, خلافه, رايه, صفوف, صفوفنا, كتيبه, كتيبتنا, لواء, معسكر, قتال, ثغور, ارض الجهاد, سريه, خليه, بيعه, ركب, قافله, jihad, khilafa, sofoofna, 9ital, اماره, الاماره, امارة, الكتيبه, فجر الحديد, الفجر, فيلق, اللواء, طليعه, جبهه, الجبهه, راية الملح, القتال, al imara, el imara, el liwa2, el katiba, el fagr, الدوله الاسلاميه, دوله الخلافه',
    JOIN: 'انضم, انضموا, انضمو, التحق, التحقوا, التحقو, انفروا, انفر, هاجروا, بايع, بايعوا, نبايع, بايعو, سارعوا, انضم الينا, التحق بنا, تطوع, تطوعوا, نحتاج, خذوا مكانكم, indammo, indamo, endammo, iltahe9o, elta7e2o, سجل, سجلوا, سجل في, سجل بالكتيبه, سجلوا في, نتدرب ونتسلح ونقاتل, منتدرب ومنتسلح ومنقاتل, نحتاج رجالا, نحتاج رجال, نبحث عن رجال, نبحث عن شباب, بندور علي رجاله, ندور رجال, كلنا اليوم جنود, كلنا جنود, كن من الجيش, صير من الجيش, كن جنديا, اكون جندي, اهب حياتي ل, ابايع, روحي فدا, بايعت, sagel, sagel fi, sagel fel, koon men el geesh, 3ayzin regala',
    SEND: 'ارسل, ارسلوا, تبرع, تبرعوا, جهز, جهزوا, مولوا, ساهم, ساهموا, اجمعوا, اشتروا, يحتاجون, نحتاج, زكاتكم, صدقاتكم, تبرعات, تبرعاتكم, tabarra3o, tbarra3o, ersel, eb3ato, ib3ato, نجمع ل, عم نجمع, بنجمع, محفظتي ل, محفظتي لل, كل حقها ل, ابيع سيارتي, عم بيع سيارتي, ادفعوا, اتبرعوا, اتبرع, اللي يجهز, من جهز, الفلوس بعد الهجوم, اريد سايق, edfa3, etbarra3o, nelem floos, نجمع تبرعات, نجمع المال, نجمع مالا, نجمع السلاح',
    AID: 'المال, نقود, ذخيره, بيتكوين, عملات, حواله, تبرعات, تبرعاتكم, صدقات, مساعدات, massari, masari, floos, flous, sla7, مناظير, طائرات مسيره, مسيرات, فلوس, مصاري, رصاص, للرصاص, محفظه, محفظتي, خيام, tabarro3, مالا, مال ل, سلاحا, السلاح ل, بالمال, بالسلاح',
    MAKE: 'اصنع, اصنعوا, طريقه صنع, كيفيه صنع, كيف تصنع, صنع, تحضير, طريقه تحضير, اخلط, ركب, جهز, صناعه, ازرع, املا, kif tesna3, tari2et tasni3',
    BOMB: 'قنبله, قنابل, عبوه, عبوات, عبوه ناسفه, متفجرات, حزام ناسف, كاتم صوت, مولوتوف, سم, سموم, صاعق, لغم, qonbola, 2onbole',
    WATCH:
      'ستندم, ستندمون, راح تندم, هتندم, حتندم, رح تندم, راح تندمون, نهايتك قريبه, نهايتكم قريبه, نهايتك, ايامك معدوده, ايامكم معدوده, الدور عليك, الدور عليكم, دورك جاي, دورك قادم, دوركم, جهز كفنك, جهزوا اكفانكم, احفر قبرك, احفروا قبوركم, حفرنا قبرك, اعرف اين تسكن, نعرف اين تسكن, نعرف اين تسكنون, اعرف وين ساكن, نعرف وين ساكن, نعرف بيتك, اعرف بيتك, اعرف عنوانك, عارف بيتك, عارف ساكن فين, عارفين بيتك, عارفين ساكن فين, نعرف وجوهكم, نعرف وجوه, اعرف مدرسه اولادك, نعرف مدرسه اولادك, لن تري الصباح, لن تروا الصباح, لن يعود احد منكم, لن ترجع, مش هترجع, ما رح ترجع, ودع اهلك, ودعوا اهلكم, نم بعين مفتوحه, ناموا بعين مفتوحه, انتظر مصيرك, انتظروا مصيركم, ستعرف ماذا, تعرف ماذا يحدث, بتعرف شو بصير, انت عارف اللي بيحصل, تعرف مصير, لن تفلت, لن تفلتوا, ما راح تفلت, سنصل اليك, سنصل اليكم, راح نوصلك, راح نوصلكم, هنوصلك, هنوصلكم, هنجيلك, هنجيلكم, جايينك, جايينكم, جاييلك, قادمون اليكم, قادمون اليك, بانتظارك, ننتظرك, ننتظركم, نراقبك, نراقبكم, عيوننا عليكم, حسابك عسير, ستدفع الثمن, ستدفعون الثمن, هتدفع التمن, رح تدفع, راسك مطلوب, دمك مهدور, دمك حلال, دماؤكم حلال, رصاصه باسمك, اسمك على القائمه, اسمك في القائمه, انت التالي, انتم التالون, اخر يوم, اخر تحذير, 3aref beitak, 3arfin beitak, ba3ref wein saken, mna3ref wein saken, ra7 tendam, hatendam, ayamak ma3dude, dorak jaye, ma ra7 terja3, اسمك مكتوب علي, القبور اسمك, اسمك علي قبر, قبر باسمك, قبرك جاهز, قبرك محفور, سلم علي مراتك, سلم علي اهلك, سلم علي اولادك, سلم ع مرتك, دي اخر مره, اخر مره تشوف, بيلمونك من الشارع, هيلموك من الشارع, يلموك من الشارع, رح يلموك, امك رح تستلمك, امك هتستلمك, تستلمك بصندوق, بيت جميل, بيتك حلو, خساره لو احترق, خساره لو, حرام لو صار شي, تقع لهم حوادث, بيصير معهم حوادث, بتحصلهم حوادث, حوادث بتصير, بص تحت عربيتك, شوف تحت سيارتك, اتطلع وراي, اتلفت وراي, ببص ورايا, التفت خلفي, تتذكر شصار, تذكر ما حدث ل, فاكر اللي حصل, فاكر ايه اللي حصل, متذكر شو صار, نحن لا ننسي الوجوه, لا ننسي الوجوه, مبننساش الوشوش, ما مننسي الوجوه, وشك سهل, وجهك سهل, توقع علي موتك, بتوقع علي موتك, توقع شهاده وفاتك, وقعت شهاده وفاتك, هيدفعوا التمن بحياتهم, هيدفعوا تمن, سيدفع اولادك, سيدفعون حياتهم, اولادك سيدفعون, عيالك بيدفعون, ولادك رح يدفعو, شامين ريحه الدم, نشم رائحه الدم, الاسود قريبه, الاسود قريبين, رح تتمني الموت, ستتمني الموت, هتتمني الموت, ما رح تشوف, مش هتشوف, لن تري, لن يري زفاف, مش هيلحق, لن تعيش لتري, ما راح تعيش, رصاصه واحده تكفي, طلقه وحده تكفي, طلقه واحده تكفي, في الطريق الي بيتك, جاي علي بيتك, بالطريق لبيتك, جاييين عليك, احنا جايين, نحن قادمون, انت مش في امان, لستم في امان, لست في امان, ما حدا فيكم بامان, مين هيحميك, مين رح يحميك, من سيحميك, منو يحميك, منو بيحميك, لن يحميك احد, ما حد بيحميك, محدش هيحميك, نعرف مواعيدك, عارفين مواعيدك, منعرف مواعيدك, نعرف اي باص, عارفين مدرسه بنتك, منعرف مدرسه ولادك, اعرف اين يدرس اولادك, اقفل بابك كويس, سكر بابك منيح, اغلق بابك جيدا, نم جيدا ما دمت, نام كويس, جنازتك, الجنازه القادمه, جنازتك قريبه, اكتب وصيتك, اكتبوا وصيتكم, رجل ميت يمشي, ميت ماشي, اتشاهد علي روحك, تشهد علي روحك, انطق الشهاده, ommak ra7, testelmak b sandou2, mabnensash el weshoosh, weshak sahl, wladak hayedfa3o, hayedfa3o el taman, hayrawa7o f akyas, ektob wasiytak, 3arfin madraset, mabsoot b 3eltak, nam keda, 2abrak gahez, 2abrak, kafanak, sallem 3ala ahlak, 3arfin enta saken fein',
    SAY: 'قال, قالت, قالوا, يقول, تقول, يقولون, ذكر, ذكرت, اعلن, اعلنت, افاد, افادت, نقلت, نقلا, صرح, صرحت, كتبت, غرد, هدد, هددت, هددني, هددوني, يهدد, يهددني, تهديد, تهديدات, بتهديد, يدعو, دعا الي, دعوات, بحسب, وفق, وفقا, مصدر, مصادر, زعم, اتهم, اتهمت, رساله تقول, رساله يقول, وصلتني رساله, وصلني, وصلتني, جاءني, كلام مثل, عبارات مثل, كلمات مثل, يحرض, تحريض, بيقول, بتقول, قالي, قاللي, 2al, 2alli, 2alo, byoul, haddadni, hadadni, كتب لي, كتبلي, كتب احدهم, ترجمه ما, منشور يقول, مكتوب فيه, نشر ان',
    NEWS: 'محكمه, النيابه, وزاره, متحدث, الناطق, وكاله, اصيب, اصابه, جرحي, جريح, مصرع, مقتل, قتيل, اشخاص, شخصا, ضحايا, ضحيه, اعتقال, اعتقلت, اعتقل, القبض, محاكمه, حكمت, بالسجن, تحقيق, انفجار, غاره, غارات, اشتباكات, مراسل, مسلحون, مجهولون, ادي الي, اسفر, اسفرت, السلطات, الامن, الشرطه قالت, قالت الشرطه, اعلنت الشرطه, القت الشرطه, متهم, المتهم',
    SHUN: 'ندين, ادين, ادانت, ادان, ادانه, نستنكر, استنكر, استنكار, حرام عليكم, لا يجوز, مرفوض, نرفض, ارفض, غير مقبول, ضد العنف, بشع, بشعه, وحشي, وحشيه, رحم الله الضحايا, الله يرحم, اوقفوا, بلغت عن, ابلغت, بلغوا عن, تعازي, التعازي, كراهيه, عنصريه, عنصري, متطرف, تطرف, ليس من الاسلام, الاسلام بريء, انسانيه, تسامح, خايف, خائف, مرعوب, نطالب بمحاسبه, 7aram, 3eib, 3eb, mish ma2boul, kha2ef, khayef, هذا حرام, حرام شرعا, نرفض العنف, جريمه بشعه, جريمه نكراء, قتل الابرياء, لا للعنف, مو حل, مش حل, ليس حلا, ابدا ليس, كلام مقرف, اخاف علي, ناس ابرياء, قلوبنا مع',
    ASK: 'لماذا, ليش, ليه, هل, من, متي, كيف, ماذا, مين, وين, اين, ازاي, شو, ايش, leh, leish, lesh, shu, meen',
    JOKE: 'ههه, هههه, ههههه, هههههه, ههههههه, امزح, مزح, مزحه, بمزح, بهزر, نكته, hhh, hhhh, hhhhh, hahaha, bamza7, bahazzar',
    PLAY: 'مباراه, مباريات, فريق, فريقنا, نادي, منتخب, اهداف, كره, دوري, لاعب, لاعبين, مدرب, حكم المباراه, شوط, ملعب, الخصم, لعبه, لعبة, العاب, ببجي, فورتنايت, زومبي, فيلم, فلم, مسلسل, مشهد, روايه, اغنيه, مسرحيه, ممثل, امتحان, امتحانات, اختبار, رياضيات, وصفه, نكت, زحمه, صداع, تمرين, جيم, ريجيم, match, film, mosalsal, lo3be, le3ba, emti7an, imti7an, mobarat, fari2, صناديق الاقتراع, الصناديق, الانتخابات, روايتي, قصتي, في B, السيرفر, ماتش, الماتش, الجيم, الفريق, الشوط, فري فاير, كود, كول اوف, كونتر, باللعبه, في اللعبه, المرحله, الزعيم, البوس, في الدوري, المنافس, خصمنا',
    BEAST:
      'خروف, خرفان, اضحيه, الاضحيه, دجاج, دجاجه, بقره, عجل, ماعز, غنم, سمك, غزال, ارنب, ناموس, بعوض, ذباب, نمل, صرصور, فئران, فار, جراثيم, بكتيريا, فيروس, حشيش, اعشاب, سرطان, ورم, حمام, khrouf, kharouf, djej, nemel, sarsour, بيض, البيض, عجين, بصل, ثوم, زبده, طحين, سكر, لحم, اللحم, بندوره, طماطم, فلفل, الكيك, الفول, بطاطا, صدر الدجاج, كبده, الاسفنجه, القماش, الكمون, كمون, زعتر, سماق, قرفه, هيل, زعفران, صيادية, صياديه, بازلاء, جزر, خيار, فجل, نعناع, حمص, عدس, رز, شوربه, التنين, تنين, الوحش, وحش, الزعيم',
    THING:
      'وقت, الوقت, ملل, الملل, حلم, احلام, فرح, امل, ضوء, نور, بطاريه, برنامج, جهاز, شمعه, سعرات, دهون, صمت, فكره, مشروع, فساد, فقر, جهل, خوف, شوق, حب, جوع, waqt, wa2t, malal',
    RIGHT: 'حقوق, تسامح, انسانيه, مساواه, كرامه',
    LAW: 'قانون, ماده, عقوبات, دستور, تاريخ, تاريخي, قرن, معركه, غزوة, حديث, ايه, سوره, قران, تفسير, دراسه, بحث, كتاب, متحف, وثائقي, فقه, باب',
    OLD: 'كان, كانت, عام, سنه, امس, قبل, الماضي, قديما, في عهد, سابقا',
  },
  parts: {
    iwill: 'WILL? ADV* actor=I|WE WILL? ADV*',
    target: 'ALL|OF|ADV|SLUR* target=YOU|THEM|NAME|PEOPLE|GROUP|KIN|BODY|SLUR',
    whom: 'ALL|OF|ADV|SLUR* target=THEM|NAME|PEOPLE|GROUP|KIN|BODY',
  },
  ways: [
    [
      'support',
      'fair',
      'SEND .. CAUSE|HERO',
      'AID .. HERO|CAUSE',
      'HERO|CAUSE .. AID',
      'tabarro3 .. bondo2eya|HERO|gondi',
    ],
    [
      'threat',
      'strong',
      '<iwill> HARM <target>',
      'actor=I|WE WILL ADV* HARM .. place=PLACE',
      'ساتي|سناتي|اجي|باجي|هاجي|جاي|جايين|ساتيك|نجي و|ل|لقتلك|HARM|I|HARMING .. YOU',
      'I|WE .. سانتظر|سانتظرك|بستناك|هستناك|راح|رح .. WEAPON',
      'سانتظرك|سانتظر|هستني|بستني|انتظركم|سننتظركم .. WEAPON',
      'بجيب|ساجلب|هجيب|رح جيب|معي|ومعي WEAPON .. ',
      'كل <whom> .. طلقه|رصاصه',
      'هل|بدك|عايز|تبي|تريد .. actor=I|WE .. HARM',
      'اي|مين|منو من OF* KIN|PEOPLE .. I|WE HARM',
      'انا|احنا من|اللي|الذي HARM|سيقتلك|هيقتلك|WILL',
      'لن يبقي|يبقا <whom> حي|حيا',
      'لن يبقي .. حي|حيا|احياء',
      'WILL ADV* HARM THEM',
      'نفسي|ودي|بدي .. HARM|HARMED .. و? WILL|هعملها|بعملها',
      'WILL ADV* actor=I|WE WILL? verb=HARM <target>',
      'actor=I|WE WILL ADV* verb=HARM <target>',
      'actor=I|WE WILL? verb=HARM target=YOU|KIN',
      'WILL HARM|HARMING target=YOU|KIN',
      'actor=I|WE verb=HARM target=YOU',
      'actor=I|WE WILL .. و? verb=HARM target=YOU',
    ],
    [
      'threat',
      'fair',
      '<iwill> HARD target=YOU|KIN',
      'YOU DIE TIME',
      'انت|YOU .. MUST DIE|HARMING|القتل',
      'DIE ب|بسكيني|علي .. WEAPON|يدي|ايدي',
      'PEOPLE|GROUP .. HARMED و? HARMED',
      'يتقوسو|يتقوسوا|ينذبحو|ينقتلو|ينقتلون|يتدبحوا|يتقتلوا|يتحرقوا|يتشنقوا|يتضربوا بالنار',
      'actor=I|WE ADV* verb=HARM <target>',
      'target=YOU WILL? verb=DIE',
      'target=YOU verb=DEAD',
      'WANT actor=I|WE verb=HARM <target>',
      'verb=HARMING target=YOU|KIN',
      'DEAD على يدي|يدنا|ايدي|ايدينا',
      'verb=موتك|موتكم',
    ],
    ['threat', 'weak', 'actor=I|WE WILL verb=HARM'],
    ['veiled', 'fair', 'verb=WATCH'],
    [
      'leakage',
      'fair',
      'TIME موعدنا|ميعادنا معكم|الدم|القصاص|الحساب',
      'جاء|اجا|جه|حان|اقترب|قرب يوم OF* انتقام|الانتقام|الحساب|القصاص',
      'كتبت كل شيء|شي|حاجه',
      'كل شيء|حاجه|شي جاهز|جاهزه|خلاص',
      'خلص|خلصنا|انتهي|كفي الكلام|كلام',
      'ضحكتوا|ضحكتو|ضحكتم .. TIME|لن|مش|ما',
      'تابعوا|شاهدوا|شوفوا OF* البث|لايف|الاخبار TIME',
      'عندما|لما|حين تقرا|تقرؤون|تقروا|تقرون|te2ro OF* كلام|الكلام|هذا',
      'يكون|سيكون|بيكون|هيكون فيه|فيها? دم|دموي|داميا',
      'TIME .. الجميع|الكل|الناس|kolo .. اسمي|اسمنا',
      'سيدفعون|هيدفعوا|رح يدفعو|بيدفعون .. عملوه|فعلوه|سووه|عملو',
      'وداعا|سامحوني .. TIME|جميعا',
      'اذكروا|تذكروا هذا|هاليوم|اليوم|اسمي',
      'TIME .. سترون|ستعرفون|ستري|ستعلمون|تشوفون|هتشوفوا|حتشوفوا|رح تشوفوا|سيعرف|سيتذكر|الكل',
      'سترون|ستعرفون|ستعلمون|هتشوفوا|حتشوفوا|راح تشوفون .. TIME|ماذا|قوتنا|من نحن|مين احنا',
      'لا|ما تذهبوا|تروحوا|تروح|تذهب|تاتوا|تيجوا .. place=PLACE .. time=TIME',
      'ابتعدوا|ابعدوا|خليكم .. place=PLACE .. time=TIME',
      'انتظروا|استنوا|انتظرونا|ترقبوا time=TIME|المفاجاه|مفاجاه|الرد',
      'سيعرف|هيعرف|راح يعرف|سيتذكر الجميع|العالم|الكل|كلكم اسمي|اسمنا|اسماءنا',
      'رسالتي|منشوري|وصيتي|كلمتي الاخيره|الاخير',
    ],
    [
      'call',
      'strong',
      'اذهبوا|روحوا|روحو|اطلعوا|قوموا|انزلوا و? LET|HARM <whom>',
      'HARM|LET .. محلاتهم|بيوتهم|كنائسهم|مساجدهم|دكاكينهم|byothom',
      'LET HARM OF|THEM* place=PLACE',
      'MUST ان? .. رميهم|رميهن|اغراق|اغراقهم|حرقهم|شنقهم|HARMING .. GROUP|PEOPLE|بالرصاص|البحر?',
      'MUST رصاصه|طلقه|حبل|WEAPON',
      'الكويس|المنيح|الجيد|الزين هو PEOPLE|GROUP|DEAD .. DEAD',
      'PEOPLE|GROUP الكويس|المنيح|الجيد|الزين هو? .. DEAD',
      'الموت|DEAD هو .. وحيد|الوحيد|الشيء|الحاجه|el 7aga .. MUST|يستحقونه',
      'مين|من|منو|meen|emta .. راجل|رجل|ragel|يخاوينا|مستعد|بما يكفي .. HARM|HARMED|HARD|يطلق|yekhallas|النار|يخلص',
      'لماذا|ليش|ليه|leh لم|ما|محدش|لا .. يحرق|HARM|HARMED|حرق|قتل',
      'مستنيين|ناطرين|منتظرين|ننتظر|شو ناطرين ايه|شو|ماذا? .. HARM',
      'متي|امتي|ايمتي|emta .. HARM|HARMED|يخلص|ينهي|ينهيهم',
      'ما|مفيش في حدا|حد .. باروده|سلاح|بارودة|WEAPON',
      'من|اللي|مين يعرف|بيعرف بيت .. WEAPON|يزوره|HARM',
      'اعرفوا .. ساكنين .. LET|HARM|ولعوا',
      'عبو|عبوا|جهزوا|احشوا|امسكوا|خذوا OF* WEAPON',
      'صيده|صيد الغزاه|غزاه|PEOPLE|GROUP .. بلش|بلشت|مفتوح|بدا',
      'بدات|بلشت صيده|صيد GROUP|PEOPLE',
      'نتجمع|نلتقي .. و? HARM|I|WE',
      'WE HARM|HARD كم PEOPLE|GROUP',
      'لكل PEOPLE|GROUP WEAPON|حبل|رصاصه|طلقه',
      'الرقابه|PEOPLE|GROUP .. لازم|يجب تنزف|ينزفوا|ينزفون|tenzef',
      'خليه|خليها|خلي .. يزوره|يزور .. WEAPON',
      'roo7o el mabna',
      'HARD THEM .. HARM|3awamid',
      'el moot|mawt|mot lel|l OF* PEOPLE|GROUP',
      'LET ADV* verb=HARM <whom>',
      'LET ADV* actor=WE verb=HARM <whom>',
      'MUST ADV* ان? actor=WE? verb=HARM|HARMING <whom>',
      'MUST ADV* ان? verb=HARM|HARMING target=YOU',
      'MUST ADV* ان? verb=HARMED|DIE',
      'MUST ADV* ان? verb=HARMED ADV* THEM?',
      '<whom> .. MUST ان? ADV* verb=HARMED|HARMING|DIE|DEAD|HARM',
      'verb=HARMING <whom> MUST|واجب|حلال|جهاد|فرض|مباح|قربه|ثواب',
      'verb=الموت|موت|mot|mout|mawt ل? ALL|OF* target=GROUP|PEOPLE|NAME|لاسرائيل|لامريكا',
      'الموت|موت OF* target=GROUP|PEOPLE',
      'مطلوب|نريد verb=HARMING <whom>',
      'اضربوا|اقطعوا|اضرب|حزوا OF* target=BODY|THEM|PEOPLE|GROUP',
      'دمهم|دماؤهم|دمه|دماءهم حلال|مهدور|مباح|هدر',
      'LET verb=HARM .. ALL|OF|ADV* target=PEOPLE|GROUP|THEM',
    ],
    [
      'call',
      'fair',
      'LET ADV* verb=HARM ADV* target=YOU|NAME',
      'WISH WE verb=HARM <whom>',
      'عليهم|عليكم ب? verb=HARMING|السلاح|السيف',
      'احملوا|ارفعوا السلاح|سلاحكم|السيوف',
      'لا ترحموا|ترحموهم|تاخذكم .. THEM|رحمه?',
      '^ verb=HARM ALL|OF* target=GROUP|PEOPLE',
    ],
    ['call', 'weak', 'LET verb=HARM', 'verb=HARM <whom>', 'verb=HARMING ALL|OF* target=GROUP|PEOPLE|THEM'],
    [
      'wish',
      'fair',
      'WISH .. يدوسه|تدوسه|يدعسه|سياره|عربيه|ياخذه|قتلتهم|تقتلهم|HARMED',
      'ليت|ياريت|يا القنبله|قنبله .. HARMED|قتلتهم',
      'ادفع|بدفع .. اشوفه|شوفه|اشوفهم مشنوق|HARMED|مشنوگ|ميت|يموت',
      'WISH .. حد|حدا|احد|احدهم HARMED|يدوسه|يقتله|يطخه|THEM|WEAPON',
      'WISH ADV* ان? THEM|PEOPLE|GROUP|YOU? verb=DIE|HARMED|HARMING',
      'WISH YOU verb=DIE',
      'روح|روحي|روحو موت|انتحر|اقتل نفسك',
      'موتوا يا? SLUR|PEOPLE|GROUP',
      'ليتهم|ياليتهم|ليتكم verb=DIE|HARMED|HARMING|ماتوا',
    ],
    [
      'praise',
      'strong',
      'verb=PRAISE ALL|OF|ADV* target=HERO|CAUSE',
      'target=HERO .. verb=PRAISE',
      'verb=PRAISE .. HARMED|ضربوا|قتلوا',
    ],
    [
      'praise',
      'fair',
      'PRAISE .. HERO|CAUSE|SLAY|HARMED',
      'HERO|اسودنا .. HARMED|قتلوا',
      'HARMED .. PRAISE|HERO',
      'قتل .. PRAISE|اسطوره|يبتسم',
      'PEOPLE|GROUP هلكوا|فطسوا|HARMED .. PRAISE|الحمد',
      'CAUSE .. PRAISE|للابد|يفتح عواصمكم',
      'اذا دعم .. ارهاب',
      'صورتي .. المهاجم|HERO',
      'باروده|ببندقيته .. PRAISE|تحيه',
      'PRAISE .. CAUSE',
      'HARMED .. زي|متل|مثل ورق|الورق|el wara2',
      'target=HERO لم|لن يموتوا|يموت|ماتوا',
      'ما اجمل .. HARMED|HERO|هجوم|قتلاهم',
    ],
    [
      'recruitment',
      'strong',
      'verb=JOIN ALL|OF|ADV|الي|ب|في* target=CAUSE|HERO',
      'CAUSE تحتاج|يحتاج .. HERO|رجال|شباب',
      'من اراد القتال|الجهاد|الانضمام',
    ],
    [
      'recruitment',
      'fair',
      'JOIN .. جيش|قتال|CAUSE|سلاح|geesh',
      'كلنا .. جنود .. CAUSE',
      'verb=JOIN .. CAUSE|HERO',
    ],
    [
      'support',
      'strong',
      'verb=SEND ALL|OF|ADV|ل* target=HERO|CAUSE',
      'target=HERO|CAUSE .. SEND .. AID',
      'verb=SEND .. AID .. HERO|CAUSE',
      'من جهز غازيا|مقاتلا|مجاهدا',
    ],
    ['instruction', 'fair', 'verb=MAKE OF|ADV* means=BOMB'],
  ],
  signs: [
    ['figurative', 'بمحبه|بحب|بموده', 'HARM|اقتل من اجل', 'حرق علي'],
    ['figurative', 'HARMED|HARM|ME .. نادي|اتحاد|فريق', 'نادي|اتحاد|فريق .. HARMED|HARM'],
    [
      'asserts',
      'وقد صدق',
      'صدق القائد|والله|وقد',
      'معه|معاه|معو حق',
      'عنده حق',
      'ما كنت لاقولها',
      'لا اقولها احسن',
      'احسن من ذلك',
      'انا بكتبها|بقولها|اقولها|كمان',
      'خلينا نكمل',
      'اي والله جايين',
      'كلامه صح|صحيح',
      'ana kaman ba2ol',
      '3ando 7a2',
    ],
    [
      'reports',
      'SAY',
      'NEWS .. NEWS',
      'NEWS .. HARMED',
      'HARMED .. NEWS',
      'LAW',
      'HARMED&OLD',
      'HARMED .. شخصا|اشخاص|مدنيين|جنود|طفل|امراه',
    ],
    ['condemns', 'SHUN', '~ حرام|عيب|العنف|جريمه|جرائم|ابرياء|بريء|عار|السلام|الضحايا|RIGHT'],
    ['asks', '^ ASK', 'هل'],
    ['jokes', 'JOKE'],
    [
      'figurative',
      'PLAY',
      'HARM|HARMING|HARMED|LET ALL|OF* BEAST|THING',
      'موت|ميت|متت|متنا من? الضحك|ضحك|جوع|الحر|البرد',
      'قتلني|قتلتني|يقتلني|تقتلني|بتقتلني|ذبحني|ذبحتني|بموت|هموت|حموت',
      'بموت|اموت في|فيك|عليك',
      'HARMED الضحك|الشوق|الملل|الحب|الجوع|الحر',
    ],
  ],
}
