import type { Grammar } from './grammar.ts'

/*
 * What people say in Arabic around violence without a verb of killing, as parts that lines put together: knowing where somebody lives,
 * days that are counted, graves that are dug, hands that are blessed. Each part is written once for all dialects; forms are made by rule.
 */

const listed = (text: string): string[] => text.split(/\s+/).filter(Boolean)
/** Words as they stand, and with `and` before them. */
const either = (text: string): string =>
  listed(text)
    .flatMap((word) => [word, `و${word}`])
    .join('|')
/** Each word with each ending. */
const ended = (words: string, endings: string): string[] =>
  listed(words).flatMap((word) => listed(endings).map((ending) => word + ending))
const each = (before: string, words: string): string[] =>
  listed(before).flatMap((start) => listed(words).map((word) => start.replace(/\+$/, '') + word))

const YOURS = 'ك كم كن كو'
const THEIRS = 'ه هم هن ها و'

/** Futures of the first person, as they stand before a verb in the imperfect: `ـ` is written onto it. */
const I_WILL = ['سا', 'ها', 'حا', 'ه', 'ح', 'ب', 'با', 'رح ', 'رح ا', 'راح ا', 'سوف ا', 'بدي ا', 'غادي ن']
const WE_WILL = ['سن', 'هن', 'حن', 'بن', 'رح ن', 'راح ن', 'سوف ن', 'بدنا ن', 'لازم ن', 'غادي ن']
const planned = (futures: string[], verbs: string): string =>
  verbs
    .split(',')
    .flatMap((verb) => futures.map((future) => future + verb.trim()))
    .join(', ')

/** Verbs of shooting that are two words. */
const SHOOTING = 'طلق النار, طلق الرصاص, فتح النار, ضرب نار, ضرب بالنار, ضرب رصاص, طخ, رش'

const SECOND = 'تموت تموتو تموتوا تموتون'
const THIRD = 'يموت يموتو يموتوا يموتون'

const HOME_OF_YOURS = 'بيت منزل دار عنوان شغل عمل مكتب سيارت عربيت سكن شارع حارت طريق مدرست رقم نوافذ باب'
const KIN_OF_YOURS =
  'اهل عائلت عيلت اولاد ولاد عيال ابن بنت ام امهات ابو اخو اخت زوجت زوج مرت مرات اطفال ابناء بنات احفاد'
const BODY_OF =
  'راس رقبت عنق دم جمجمت لسان ضلوع عظام عضام عظم عضم وجه وش يد ايد ايدين رجل رجول سنان اسنان دماغ مخ كبد امعاء رؤوس روس رقاب اعناق جثث جثت نافوخ حلق عيون'

export const phraseWords: Grammar['words'] = {
  'I + WILL + HARM': planned(I_WILL, SHOOTING),
  'WE + WILL + HARM': planned(WE_WILL, SHOOTING),
  'I + WILL + HARM + YOU': planned(
    I_WILL,
    'خلص عليك, خلص عليكم, خلص عليكن, نهي حياتك, جيب اجلك, دفنك حيا, طلع روحك, طلع عليك بالسلاح, شرب من دمك, قطعك, قطعكم, شقك, مزعك',
  ),
  'WE + WILL + HARM + YOU': planned(
    WE_WILL,
    'خلص عليك, خلص عليكم, خلص عليكن, نهي حياتك, نهي حياتكم, جيب اجلك, طلع روحك, شرب من دمكم, قطعكم',
  ),
  'WE + WILL + HARM + THEM': planned(
    WE_WILL,
    'قضي عليهم, خلص عليهم, خلص منهم, طلع روحهم, مسحهم, محيهم, محوهم, محيهم من الوجود, مسحهم من الوجود, نهيهم',
  ),
  'I + WILL + HARM + THEM': planned(I_WILL, 'قضي عليهم, خلص عليه, خلص عليهم, خلص عليها, قطعه, قطعها, قطعهم'),
  'LET + HARM + THEM':
    'اقضوا عليهم, خلصوا عليهم, خلصو عليهم, خلصو عليهن, وخلصوا عليهم, اهجموا عليهم, هاجموهم, اسحلوه, طلعوا عليهم بالسلاح, طلعو عليهم بالسلاح, انزلوا عليهم بالسلاح, طخوه, قوسوه, طلعوا روحه, طلعوا ارواحهم, انهوهم, امسحوهم, امحوهم, ابيدوهم, ارموهم بالرصاص, رشوهم, موتوهم, موتوه, wal3o fihom, walla3o fihom, mawetohom, khalaso 3alehom',
  'LET + HARM':
    'اقضوا علي, اقضي علي, صفوا, صفو, انحروا, هاجموا, اهجموا علي, خلصوا علي, خلصو علي, اطلقوا عليه النار, هجموا علي',
  'LET + WE + HARM + THEM':
    'yalla nemawethom, yalla nmawethom, yalla ne2tolhom, yalla nedba7hom, yalla nedba7on, yalla ne7re2hom',
  'I + WILL + HARM + YOU ':
    'hamawetak, hamawetkom, 7ammawtak, hadba7ak, ra7 2a2lek, hafaggar demaghak, hafsha5 demaghak, ra7 edba7ak, ra7 e2tlak, ra7 edfnak',
  'MUST + HARMED':
    'lazem yendab7o, lazem yen2atlo, lazem yet2atlo, lazem yet7er2o, lazem yet7ar2o, lazem yetdeb7o, lazem yetshen2o, lazem yenshan2o, lazem yen7er2o, lazem tet2etel, lazem ymooto',
  'WILL + DIE': [...each('س+ ه+ ح+ رح_ راح_ غادي_ سوف_', THIRD)]
    .map((word) => word.replace('_', ' '))
    .join(', '),
  'YOU + DIE': [...each('س+ ه+ ح+ رح_ راح_ غادي_ سوف_', SECOND)]
    .map((word) => word.replace('_', ' '))
    .join(', '),
  'KIN YOU': ended(KIN_OF_YOURS, YOURS).join(', '),
  'BODY YOU': ended(BODY_OF, YOURS).join(', '),
  'BODY THEM': ended(BODY_OF, THEIRS).join(', '),
  HARMED:
    'ينقتل, ينقتلو, ينقتلوا, ينقتلون, تنقتل, تتقتل, مشنوقين, محروقين, يتولع فيهم, يتولع فيه, يتولع فيها, يتضرب بالنار, يتضربوا بالنار, ينضرب بالنار, ينداس, ينداسوا, ينسحل, ينسحلو, يتسحلوا, ينعدم, ينعدمو, مقطوع الراس',
  PLACE:
    'مخفر, قسم الشرطه, مركز الشرطه, مترو, المترو, الحفله, حفله, جامع, الجامع, ثكنه, خيام, خيامهم, كليه, مصنع, عياده',
  ADV: 'عدم, مش بهدد, ما بهدد, ما عم هدد, ما عم هدد حدا, مش بهدد حد, ليس تهديدا, هذا ليس تهديدا, مو تهديد, هذا مو تهديد, مش تهديد, ده مش تهديد, mesh bahaded, ضد العنف بس, ضد العنف لكن, ضد العنف ولكن, ما اكره احد, لا اكره احدا, لا احب الدم, لا احب العنف, ما احب العنف, مش بحب العنف, ما بحب العنف',
  SLUR: 'القتله',
  THING: 'قوس قزح, الامارات, للامارات, والامارات, بالامارات, عاشه, عاشها, عاشوها, تدمر, صفوف',
  AID: 'ذخائر, دروع, درع, درون, طائره مسيره, عبر البيتكوين, دولار, ليره, جنيه',
  HERO: 'المجاهدين, المقاتلين, مرابطين, المرابطين, اهل الجهاد, ارض الجهاد, منفذ الهجوم, منفذ العمليه, mo2atlin, el mo2atlin, mogahedin, el mogahedin',
  CAUSE:
    'كتائب, الكتائب, جبهات, السرايا, سرايا, فيلقنا, لوائنا, امير الجماعه, امير اللواء, قائد اللواء, شباب الكتيبه, مجاهدي, لواء الموت, katiba, el katiba, elkatiba',
}

/** Parts of lines. Words in them are apart by `|`. */
export const phraseParts: Grammar['parts'] = {
  know: either(
    'اعرف نعرف عارف عارفه عارفين بعرف بنعرف منعرف ادري ندري نراقب براقب بنراقب حافظ حافظين عرفنا عرفت عندي عندنا',
  ).concat('|3aref|3arfin|3arfeen|ba3ref|mna3ref|bne3raf|na3rif|ba3raf'),
  where: either(
    'اين وين فين متي امتي ايمتي شو اي اسم رقم عنوان مدرسه ساعه لون مواعيد كل ايش وش ايه انهي',
  ).concat('|fein|wein|emta|ayemta|esm|madraset|ra2am'),
  yours: ended(HOME_OF_YOURS, YOURS)
    .flatMap((word) => [word, `و${word}`, `ل${word}`, `ب${word}`])
    .concat('3enwanak|beitak|betak|weladak|wladak|3eyalak|bentak|ebnak|shoghl')
    .join('|'),
  move: 'تخرج|تطلع|ترجع|تعود|تروح|بتروح|بتطلع|بترجع|بتنزل|تنزل|تسكن|تنام|بتنام|تدرس|يدرس|تدرسون|تعمل|تشتغل|بتشتغل|ساكن|ساكنه|ساكنين|تعيش|عايش|betrouh|betro7|betetla3|sakn|saken|sakna',
  beware: 'دير|ديروا|خلي|خلوا|خد|خذ|انتبه|انتبهوا|احرص|khalli|khali|deer',
  days: ended('ايام عمر ساعت يوم نهايت اجل حيات موت ليلت دور حساب', YOURS)
    .flatMap((word) => [word, `و${word}`])
    .concat('3omrak|ayamak|yomak|nehaytak|mawtak')
    .join('|'),
  near: either(
    'قرب قربت قريب قريبه معدود معدوده قصير قصيره انتهت انتهي خلص خلصت اقترب اقتربت جاي جايه حان حانت دنا دنت اقرب اخير',
  ).concat('|2areeb|2orayeb|2sayer|2asir|2oseyar|ma3douda|2arrabet'),
  grave: ended('قبر كفن نعش جنازت جثت جثمان تابوت وصيت', YOURS)
    .flatMap((word) => [word, `و${word}`, `ب${word}`])
    .concat('kafanak|2abrak|ganaztak|na3shak')
    .join('|'),
  dug: either(
    'جاهز جاهزه محفور محفوره ينتظرك ينتظركم مستنيك ناطرك بانتظارك حفرناه حفرته قريب قريبه هذا غدا بكره مفتوح جهزناه هيكون سيكون ستكون هتكون اكتب اكتبوا حضر حضروا جهز جهزوا احفر',
  ).concat('|gahez|gahza|mestannik|ma7four'),
  found: either(
    'سيعثرون سيجدون بيلقون هيلاقوا هيلاقو سنرمي بنرمي هنرمي بيلاقو يلاقو يلاقوا يلقون يجدون سيستلمون هيستلموا ستستلم هتستلم رح',
  ),
  back: either(
    'ستعود ستعودون ستخرج ستخرجون ستغادر هترجع هترجعوا حترجع بترجع ترجع ترجعون تعود هتطلع هتخرج بتطلع تطلع تطلعون هيرجعك هيطلعوك بيطلعوك',
  ),
  others: 'من|اللي|الذي|يلي|كل|اي|اللى|elly|illi',
  out: 'يطلع|بيطلع|يرجع|بيرجع|هيرجع|هيطلع|سيعود|يعود|سيخرج|يخرج',
  coffin: 'نعش|كفن|كفنه|جثه|صندوق|تابوت|كيس|اكياس|ميت|ميتا|محمولا|بنعش|بكفن|بتابوت|بصندوق|sandou2|kafan',
  never: 'لن|ما|مش|ولن|وما|ومش|لا|ولا|مراح|مارح|ماراح',
  seen: 'تري|تروا|تشوف|تشوفوا|تشوفون|هتشوف|حتشوف|ترون|تشهد|تكمل|هتكمل|هتعيش|تعيش|تعيشوا|هيطلع|يطلع|تطلع',
  light: either(
    'شمس الشمس صباح الصباح نور النور الغد بكره عيد العيد الفجر اهلك اولادك ولادك زفاف ضوء الربيع',
  ),
  shield: either(
    'يحميك يحميكم هيحميك هيحميكم بيحميك بيحميكم سيحميك سيحميكم ينقذك ينقذكم بيفكك يفكك يخلصك هينقذك سينقذك',
  ),
  who: 'من|مين|منو|مينو|شكون|meen|men',
  ask: 'هل|تحب|بدك|عايز|عاوز|تبي|تبون|تريد|ودك|رايك|te7eb|bedak|3ayez',
  doomed: 'تموت|تنقتل|تتقتل|تنذبح|تتدبح|ينذبح|يموت|يتدبح|ينقتل|تندفن|تتدفن',
  how: 'كيف|شلون|ازاي|شو|ايش|وش|ايه|ezay|keef|shlon',
  youknow: either('تعرف اتعرف بتعرف عارف عارفه تدري سمعت شفت رايت تبي تحب بدك'),
  noone: either('احدا احد حد حدا واحد واحدا واحده حي انسان نفر ايا اي'),
  alive: 'حيا|حي|عايش|عايشين|احياء|يعيش|طيب|واقف|يتنفس|منهم|فيهم|منهن|منن|menhom',
  leave: either(
    'نترك سنترك نخلي نبقي نسيب هنسيب سيبقي يبقي بيبقي هيفضل يفضل نرحم سنرحم هنرحم نوفر يسلم سيسلم',
  ),
  spare: either('تتركوا تخلوا تبقوا ترحموا تسيبوا تتركو تخلو تسيبو تبقو توفروا تذروا تدعوا'),
  hear: either(
    'ستسمعون ستسمع هتسمعوا هتسمعو حتسمعوا تسمعو تسمعون تسمعوا ستشاهدون ستعرفون ستعرف ستري سترون ستعلمون هتعرفوا هتعرفو حتعرفوا تعرفو تعرفون تشوفو تشوفوا تشوفون هتشوفوا هتشوفو حتشوفوا يعرفون يعرفوا يعرفو سيعرفون هيعرفوا هتعرف يعرف سيعرف هيعرف',
  ).concat('|hat3rafo|hatshofo|hay3raf|hay3rafo|tshoufo|hatesma3o'),
  ofme: either(
    'عني عنا منا مني انا نحن احنا اقدر بقدر نقدر هعمل اعمل سافعل سنفعل اسوي بسوي نسوي سيحدث سيحصل هيحصل بيصير يصير شو',
  ).concat('|ana|e7na'),
  last: 'منشور|بوست|تغريده|رساله|كلام|فيديو|ظهور|كلمه|كلماتي|post',
  rue: either(
    'هيندم سيندم بيندم يندم هيندموا سيندمون يندمون بيندمون هيدفع سيدفع هيبكي سيبكي بيبكي تندمون ستندمون هتندموا',
  ).concat('|hayendam|hayendamo'),
  massacre: 'مجزره|مذبحه|مجزرة|مدبحه|مأساه|حمامات|magzara|madba7a',
  willbe: either('ستكون هتكون حتكون بتكون سيكون هيكون بيكون تصير هتبقي هيبقي ستصبح هتتحول').concat(
    '|hatkoon|haykoon',
  ),
  withme: 'معي|ومعي|معاي|ومعاي|معايا|ومعايا|معنا|ومعنا|بيدي|وبيدي|بايدي|وبايدي|حامل|شايل|ma3aya',
  gear: 'جاهز|جاهزه|محشي|عبيته|عبيت|اشتريت|شريت|جبت|جهزت|لقمت|معبا|gahez',
  igo: either(
    'ساجد سنجد هجيب هلاقي حلاقي بلاقي هروح حروح ساتي سناتي سنذهب ساذهب هنروح هننزل هنزل ساعود سنعود باروح بروح بنزل سانتظر سنصل هنوصل واصلين جايين جاي',
  ),
  enter: either(
    'سادخل سندخل هدخل هندخل بدخل بندخل ادخل اروح اجي هاجي باجي ساحضر هحضر بحضر سناتي ساتي فوت ندخل',
  ),
  youneed: 'ستحتاجونها|ستحتاجون|ستحتاج|هتحتاجوا|هتحتاجوها|هتحتاج|بتحتاجون|بتحتاجونها',
  guard: 'حراسه|حراس|حمايه|اكفان|كفن|نعوش|اسعاف|اسعافات|مستشفي',
  bunch: either('ونفجر ونحرق ونكسر'),
  deserveslife: 'الحياه|حياه|الهوا|الهواء|هوا|يعيشوا|يعيشون|يعيش|العيش|يعيشو|الشفقه|الرحمه',
  deserve: either(
    'يستحقون يستحق يستاهلون يستاهل يستاهلو يستاهلوا يستحقوا بيستاهل بيستاهلو تستحق تستاهل مستاهل حقهم حقه خساره جزاء جزاؤهم جزاه دواء دواهم دواه علاجهم عقابهم حلهم',
  ),
  kill: either(
    'القتل الذبح الموت الحرق الشنق الاعدام الرصاص الرجم السحل الدبح النحر الدعس الاباده السيف المشنقه الصلب رصاصه طلقه الابادة',
  ),
  when: 'متي|امتي|ايمتي|لحد|الي|حتي|وينتي|وقتاش|emta',
  start: either(
    'نبدا نبلش نخلص نتخلص نسيبهم هنسيبهم نتركهم سنتركهم نسكت نصبر هنسكت سنسكت نخليهم بنخليهم هنفضل نضل',
  ),
  isntthere: 'يوجد|في|فيه|فيكم|مافيش|مفيش|منكم|فيكن|بينكم',
  aman: 'رجل|راجل|رجال|رجاله|شريف|احد|حدا|حد|زلمه|مسلم|ragel',
  goeswith: 'معي|معاي|معايا|معنا|معانا|يجي|ييجي|يروح|يطلع|ينزل|جاي',
  brings: 'يجيب|يجيبلي|يجيبلنا|يجبلي|بيجيب|ياتيني|ياتينا|يحضر',
  volunteers: either('يتطوع مستعد بيقدر يقدر يستطيع يتبرع ناوي عنده جاهز يتجرا بيتطوع'),
  whereare: 'وينكم|وينكن|فينكم|اينكم|وينك|وينهم|اين',
  see: either(
    'اشوف اشوفه اشوفهم اشوفها نشوف نشوفه نشوفهم نشوفها شوف شوفه شوفهم شوفهن اري اراه اراهم نري نراهم نراه ارا',
  ),
  corpse: either(
    'جثث جثته جثثهم جثه مشنوق مشنوقين معلق معلقين محروق محروقين مقتول مقتولين مذبوح مذبوحين ميت ميتين ميتا دمه دمهم دماءهم راسه رؤوسهم قبره مقطوع',
  ),
  someone: 'حد|حدا|احد|احدا|احدهم|واحد|شخص|7ad',
  burst: either(
    'تنفجر ينفجر يحترق تحترق يحترقوا تقع تسقط تتفجر يتفجر ماتوا يولع ولع تولع انفجرت احترقت يحترقون',
  ),
  bless: either(
    'كفو احسنت احسنتم احسنتوا تسلم يسلم يسلمو سلمت عاشت بارك مبارك جزاه جزاهم رحم تقبل تحيه شكرا برافو عفارم والنعم يبيض',
  ).concat('|teslam|3ash|ta7eya'),
  doer: 'من|لمن|اللي|للي|يلي|لاللي|الذي|الذين|للذين|باللي|بالذي|elly|illi|lelly|اليد|ايدين|ايد|يد|يمين|يمينك|الايادي|eed',
  lovely: either('اجمل احلي افضل اروع اعظم امتع الذ اسعد'),
  deed: either(
    'انفجار تفجير هجوم مقتل ذبح قتل حرق اغتيال اعدام نسف مجزره مذبحه الهجوم التفجير الانفجار عمليه العمليه هلاك',
  ),
  congrats: either('مبروك مبارك هنيئا بشري ابشروا بشارة الف اهنئ نهنئ يسعدني'),
  corpses: 'جثثهم|جثث|جثته|اشلائهم|اشلاؤهم|دمائهم|مقتلهم|قتلاهم|موتهم|هلاكهم',
  perished: either('نفق نفقوا نفقت هلك هلكوا هلكت فطس فطسوا فطست انقلعوا سقط سقطوا'),
  glory: either('الحمد اكبر تكبير بشري افراح عقبال عقبالهم يستاهلون يستاهلو يستاهلوا بطل ابطال عرس عيد'),
  operation: 'ضربه|عمليه|هجمه|غزوه|طعنه|كمين|العمليه|الضربه|الغزوه|هجوم|تفجير',
  great:
    'موفقه|ناجحه|عظيمه|بطوليه|مباركه|نوعيه|موفق|ناجح|عظيم|بطولي|مبارك|المباركه|البطوليه|رائع|رائعه|اسطوريه|مشرفه',
  attacker: 'منفذ|القاتل|المهاجم|الطاعن|المفجر|مطلق|قاتل|قاتلهم|منفذها|منفذو|المنفذ',
  hailed: either('بطل البطل قدوه اسطوره عز فخر وسام قديس تمثال اسود اسودنا رمز بطلنا ابطال').concat(
    '|batal|batalna|assad|ragel',
  ),
  proud: either(
    'فخور فخورين فخوره افتخر نفتخر بفتخر منفتخر احترم بحترم احيي بحيي نحيي اشكر بشكر نشكر احب بحب',
  ),
  thousand: 'الف|مثل|مثله|ميه|عشره|المزيد|كثير',
  pledge: either('نبايع ابايع بايعنا بايعت ابايعك مبايعه بايعوا نجدد جددنا'),
  leader: either('امير الامير قائد القائد الشيخ شيخ الجماعه للجماعه الخليفه القياده زعيمنا اميرنا قائدنا'),
  side: either('كلنا انا احنا نحن كلنا انني اني').concat('|ana|kolna|e7na'),
  soldier: either('جندي جنود مقاتل مقاتلين فداء فدا سيوف رجال ابناء كتيبه رصاصه درع جنودك').concat(
    '|ma3|gondi|gonood',
  ),
  mylife: either('روحي دمي ارواحنا دماؤنا دمائنا حياتي عمري روحنا دمنا'),
  given: either('فدا فداء فداك فداها فداه تفدي'),
  wants: either(
    'يريد اراد يرغب يبي تبي بدو بدك عايز عاوز حاب حابب يحب يود ودو يبغي ابغي نبي نبغي محتاجين نحتاج مطلوب',
  ).concat('|3ayez|3ayzin|bedo'),
  fight: either(
    'القتال للقتال الجهاد للجهاد يقاتل تقاتل يقاتلوا نقاتل يجاهد تجاهد يحارب تحارب للحرب والقتال ليقاتل للمعركه للثار',
  ).concat('|ye7areb|lel7arb|y7areb'),
  contact: either(
    'راسلني راسلنا يراسلني فليراسلني ليراسلني يراسلنا خاص الخاص كلمني كلمونا يكلمني يكلمنا ابعت ابعتلي ابعث يبعت يدق فليتواصل يتواصل تواصل تواصلوا اتصل معنا معانا سجل سجلوا رابط الرابط',
  ).concat('|yeklemni|kalemni|kalmoni|5as|khas'),
  door: either('باب الباب ابواب ابوابها ابوابنا التسجيل الانضمام التجنيد الالتحاق'),
  open: either('مفتوح مفتوحه تفتح فتح فتحت نفتح بدا يبدا مستمر'),
  men: either('رجال رجاله شباب مقاتلين مقاتل مقاتلون ابطال شبان اسود للشباب الشباب متطوعين'),
  quit: either('اترك اتركوا سيب سيبوا اهجر دع خلي'),
  give: either(
    'ابعتوا ابعتو ابعث ابعثوا حولوا حول اكفل اكفلوا كفاله ادعم ادعموا زكاتك زكاتكم صدقاتكم صدقتك نجمع جمعنا محتاجين نحتاج تبرع تبرعوا تبرعكم اتبرعوا ساهموا مولوا ارسلوا ارسل جهز جهزوا اشتروا اشتري',
  ).concat('|etbarra3o|tabarra3o|eb3ato|ed3amo'),
  refuge: either('بيت شقه مكان منزل غرفه مزرعه سياره ماوي'),
  safe: either('امن امنه للاختباء للاخوه للاخوان'),
  price: either('ثمن حق سعر قيمه تمن شراء'),
  media: either(
    'اصدار الاصدار اصدارات نشيد النشيد اناشيد نشيدنا بيان البيان كلمه الكلمه مجله المجله فيديو الفيديو صور صوره تسجيل فيلم الفيلم العدد عدد كاميرا خلفيات انتاج مونتاج مقطع المقطع كتيب رساله تصميم تصاميم',
  ).concat('|esdar|nasheed|video|bayan|khalfeyyat|megalet'),
  share: either(
    'انشروه انشروها انشروا انشر انشرها انشره شيروه شيروها شير شيروا شيرو حملوه حملوها حملوا حمل وزعوه وزعوا وزعوها شاهدوا شاهد استمتعوا اوصلوه متوفر متوفره للتحميل للنشر حصري حصريا بجوده جديد الجديد جديده كامل كاملا حمله نزلوه نزلوها حطوه اسمعوا استمعوا ارفعوا',
  ).concat('|enshoro|enshorooh|shayaro|7ammelo|share'),
  outlet: either('المكتب الجناح القسم الذراع مؤسسه المركز الديوان'),
  agree: 'معه|معو|معاه|معهم|معك|وراه',
}

export const phraseWays: Grammar['ways'] = [
  [
    'veiled',
    'strong',
    '<know> .. <where> .. target=KIN|<yours>|<move>',
    '<know> .. target=KIN',
    '<know> <yours>',
    '<yours> .. عندي|عندنا',
    '<beware> بالك|بالكم|من|علي|ع|balak .. target=KIN|<yours>|3eyalak|weladak',
    '<beware> .. راجع|طالع|نازل|رايح بالليل|الليل|لوحدك|وحدك',
    '<days> .. <near>',
    '<near> <days>',
    '<grave> .. <dug>',
    '<dug> <grave>',
    '<found> .. <grave>|جثته|جثثهم|جثثكم',
    'جثتك|جثثكم .. PLACE|WEAPON|الوادي|النهر|البحر|الشارع|الزباله|للكلاب',
    '<back> .. <coffin>',
    '<others> .. <out> .. <coffin>',
    '<never> <seen> .. <light>',
    'WILL .. تحت التراب|الارض',
    '<never> بقي|باقي|يبقي|فاضل|ضل|بقا|تبقي .. لك|لكم|الك|ليك .. ايام|يوم|ساعات|يومين',
    'اسمك|اسمكم|رقمك|صورتك|اسماؤكم .. قائمه|القائمه|ليسته|اللائحه|لائحتنا|قائمتنا|قايمتنا|رصاصه|الرصاصه',
    '<who> .. <shield>',
    'ودعت|ودع|ودعي|ودعوا|سلم|سلمي|احضن علي|ع? target=KIN',
    'احسن|افضل|اشرف لك|الك|لكم قبل .. نوصل|نوصلك|نجيك|نجيلك|نيجي|اجيك|اوصلك|نصل|يصير',
    'شكله|شكلها حلو|حلوه|جميل .. طالع|طالعه|راجع|خارج|رايح',
    'target=KIN .. شكله|شكلها|شكلهم حلو|حلوه|جميل',
    '<youneed> <guard>',
    '<guard> .. <youneed>',
    'لا|ما|متنامش|نام تنام|تنامي|و? .. نوافذك|بابك|شباكك مفتوح|مفتوحه',
  ],
  [
    'threat',
    'strong',
    'actor=I|WE WILL? ADV* verb=HARD OF|ADV* target=BODY',
    'actor=I|WE WILL? ADV* verb=HARD target=YOU|KIN .. BODY|نصين|نصفين|حتت|قطع|قطعه',
    'actor=I|WE WILL? .. verb=HARD|HARM .. target=BODY&YOU',
    'WILL verb=HARD|HARM .. target=BODY&YOU',
    'verb=HARD target=BODY&YOU',
    'target=YOU ADV* MUST ADV* verb=DIE',
    'ALL OF|ADV* target=PEOPLE|GROUP .. WILL DIE',
    'ALL OF|ADV* target=PEOPLE|GROUP .. هدف|اهداف مشروع|مشروعه|لنا',
    'target=PEOPLE|GROUP|YOU هدف|اهداف مشروع|مشروعه|لنا',
    '<never> <leave> .. <noone> .. <alive>',
    '<never> <leave> منهم|منكم|فيهم|فيكم .. <noone>',
    'سنطهر|هنطهر|نطهر|بنطهر|رح من|من GROUP|PEOPLE|THEM',
    'سنطهر|هنطهر|نطهر|بنطهر .. من? target=GROUP|PEOPLE',
    '<youknow> <how> .. DIE|HARMED|HARMING|القتل|<doomed>',
    '<ask> .. actor=I|WE .. HARM|HARD',
    '<ask> ان? <doomed>',
    '<ask> ان? HARM|HARMING YOU',
    '<ask> .. HARD .. BODY&YOU',
    'كم|كام WEAPON تكفيك|بدك|عايز|يكفيك|تحتاج|تكفيكم|تبي',
    'شو|وش|ايش|ايه|ما رايك|رايكم .. LET|HARM|I|WE .. HARM|HARD|PLACE|KIN',
    'والا|او|احسن ما|لا? WE HARM YOU|KIN|THEM',
    'والا .. HARMED .. KIN',
    'ادفع|ادفعوا|ارحل|ارحلوا|استقل|اسكت|اسكتوا|اسحب|اطلع|اطلعوا|غادر|غادروا|توقف|توقفوا .. او|والا .. DIE|HARMED|القتل|الموت|بتموت',
    '<igo> .. LET|I|WE|WILL .. HARM|HARD THEM|YOU',
    'WILL .. WE HARM|HARD .. THEM|YOU|PLACE|فيكم|فيكن|فيهم|عليكم',
    'PLACE .. <withme> WEAPON',
    '<enter> .. PLACE .. WEAPON',
    '<enter> .. WEAPON .. PLACE',
    'PLACE .. WILL verb=HARMED&DIE',
    'WILL HARMED&DIE .. place=PLACE',
    'actor=I|WE verb=HARM .. time=TIME',
    'time=TIME .. actor=I|WE verb=HARM',
    'actor=I|WE WILL? verb=HARM .. place=PLACE',
    'WILL verb=HARM .. place=PLACE',
    'WILL verb=HARM target=YOU|KIN|PEOPLE|GROUP|THEM|ALL',
    'WILL verb=HARM OF|ADV* target=PEOPLE|GROUP',
  ],
  ['threat', 'fair', 'YOU DIE', 'YOU .. MUST DIE', 'target=PEOPLE|GROUP .. WILL DIE'],
  [
    'leakage',
    'strong',
    '<hear> .. <ofme> .. TIME|الاخبار|PLACE|انا|قدر|افعل',
    'TIME .. <hear> .. <ofme>',
    'TIME .. <hear> .. <who>|ماذا|ماهو|وش|شو|ايش|ايه .. انا|نحن|احنا|WE|I',
    '<hear> .. <who> .. انا|نحن|احنا|ana',
    'اخر|هذا اخر|<last> <last>|لي|مني|الي .. TIME',
    'الكل|الجميع|كلهم|كلكم|الكلاب|kol .. <rue>',
    'يوم الدم|دم|دما',
    '<never> ينسي|هينسي|تنسوا|تنسو|ينساه|هتنسوا .. يوم|اليوم|TIME',
    'WEAPON .. <gear>|<withme>',
    '<withme>|<gear> OF* WEAPON',
    '<willbe> .. <massacre>',
    'اللي|من|يلي يحبني|بيحبني|بيعزني|يعزني .. ما|لا|مش .. PLACE',
    'مفاجاه|المفاجاه .. دم|الدم|WEAPON|انفجار',
  ],
  ['leakage', 'fair', 'سجلوا|احفظوا|تذكروا .. التاريخ|اليوم', 'استنوا|انتظروا|ترقبوا .. مفاجاه .. TIME'],
  [
    'call',
    'strong',
    'LET .. actor=WE verb=HARM',
    'LET .. LET HARM <whom>|PLACE|THEM|BODY',
    'MUST .. actor=WE verb=HARM .. <whom>',
    'MUST .. actor=WE verb=HARD .. target=BODY',
    '<never> <spare> .. <noone>',
    '<never> <spare> .. <alive>',
    'LET HARD THEM',
    'LET HARD .. target=BODY',
    'خذوا|احملوا|هاتوا|جهزوا|ارفعوا|وخذوا OF* WEAPON .. انزلوا|وانزلوا|عليهم|اليهم|واطلعوا|نحوهم',
    'لاقوا|جيبوا|هاتوا|اعرفوا|دوروا|ابحثوا .. PEOPLE|عناوين|عنوان|بيت|بيوت .. LET|HARM|HARD',
    'من|مين|اللي يجد|لقي|يلاقي|يشوف|يعرف|يمسك .. ف?|HARD|HARM|MUST .. BODY|THEM|HARM',
    'لا|ما|مش <deserve>|يستحقون|يستحق|بيستاهلو|يستاهلون <deserveslife>',
    '<deserve> .. <deserveslife> .. MUST',
    '<deserve> .. <kill>',
    '<kill> .. اقل|اهون .. <deserve>|شي|واجب|حقهم',
    'حلال|مباح|مهدور|هدر BODY',
    'BODY حلال|مباح|مهدور|هدر',
    'MUST ADV|PEOPLE|GROUP|THEM* ان? verb=HARMED&DIE',
    'MUST .. verb=HARMING <whom>',
    'الحل|العلاج|الدواء .. verb=HARMING',
    'HARMING OF|ADV* target=PEOPLE|GROUP|THEM واجب|حلال|جهاد|فرض|فريضه|عباده|مباح|شرف',
    'ينفع|بينفع|يمشي|بيمشي|يصلح معهم|معاهم|معه .. <kill>|HARMING',
    '<when> .. <start> .. HARMING|HARM|THEM|عايشين|احياء|HARMED',
    'اما|الم|الا|مو آن|ان|حان|يحن|صار .. HARM|HARMING',
    'الا|ما|الم|ولا|اما <isntthere> .. <aman> .. HARM|HARMED|HARD',
    '<who> <goeswith> .. WE? HARM|HARD|HARMING',
    '<who> <brings> .. BODY',
    '<who> .. <volunteers> .. HARMING|HARM|HARMED',
    'ليش|ليه|لماذا|لش ما|محدش|لم|لا .. HARMED|HARM',
    '<whereare> .. من|عن|ل? HARMING',
    '<whereare> .. HARMING',
    'اقتل|اقتلوا|اذبحوا|اذبح ALL OF|ADV* من|PEOPLE|GROUP|اللي',
  ],
  [
    'wish',
    'strong',
    'WISH|WANT|WILL .. <see> .. <corpse>',
    'WISH|WANT .. <someone> .. HARMED|HARM|HARD|<burst>',
    'WISH|WANT ان? HARMED .. THEM|BODY|KIN|امام|قدام',
    'WISH|WANT .. <burst> .. بهم|فيهم|فيه|عليهم|كلهم|الحريق',
    'WISH|ليتهم|ليته|ياليتهم .. ماتوا|مات|انقتلوا|احترقوا',
    'اتمني|نتمني|بتمني لك|لكم|الك|لهم|له DIE|DEAD|موتا|ميته',
  ],
  [
    'praise',
    'strong',
    '<bless> .. <doer> .. HARMED|HARMING|HARM',
    'PRAISE .. <doer> .. HARMED|HARMING|HARM',
    '<bless> .. يمينك|يمين|ايد|يد|ايدين|يدك|الايادي يا? .. HARMED|HARM|من',
    '<lovely> .. <corpses>|<deed>',
    '<congrats> .. <deed>',
    'PEOPLE|GROUP|SLUR .. <perished> .. SLAY|HARMING|الحمد|اكبر|التفجير',
    '<glory> .. <perished> .. قتيلا|قتيل|قتلي|منهم',
    '<deed> .. <glory>',
    '<operation> <great>',
    '<operation> .. HERO .. HARMED',
    '<attacker> .. <hailed>',
    '<doer> HARMED .. <hailed>',
    '<doer> HARMED|HARMING .. PRAISE|<hailed>',
    '<proud> .. ب|في? <doer> HARMED|HARMING',
    '<proud> <doer>|باللي .. HARMED|HARMING',
    'ليت|ياريت|نحتاج|نريد|عندنا .. <thousand> .. <attacker>',
    '<media> .. CAUSE|HERO|<operation>|<outlet> .. <share>',
    '<share> .. <media> .. CAUSE|HERO|<operation>|<outlet>',
    '<media> <share> .. <outlet> الاعلامي|الاعلاميه .. CAUSE',
    '<outlet> الاعلامي|الاعلاميه .. CAUSE',
    '<share> .. <outlet> الاعلامي|الاعلاميه',
    '<pledge> .. <leader>|CAUSE|HERO',
    '<side> .. <soldier> .. CAUSE',
    '<mylife> .. <given> .. CAUSE|HERO|لل',
    'HERO|CAUSE .. حتي النصر',
    'WE? .. سنقاتل|نقاتل|بنقاتل|هنقاتل .. رايه|تحت|رايتنا|CAUSE',
    'ينصر|انصر OF* HERO|CAUSE CAUSE',
  ],
  [
    'recruitment',
    'strong',
    '<wants> .. <fight> .. <contact>',
    '<contact> .. <fight>',
    '<door> .. CAUSE .. <open>',
    'CAUSE .. <open> .. <door>',
    '<open> .. <door> .. CAUSE|HERO',
    '<wants> .. <men> .. <fight>',
    '<wants> .. <men> .. CAUSE|HERO',
    'معسكر|معسكرات|تدريب|دوره .. <contact>|JOIN .. <fight>',
    'JOIN .. CAUSE|HERO',
    '<quit> .. هاجر|وهاجر|التحق|والتحق|انضم|وانضم|تعال|وتعال .. CAUSE|HERO|ارض',
    'كن|كونوا|صير|صيروا من|احد|واحد .. CAUSE|HERO|ابطال',
  ],
  [
    'support',
    'strong',
    '<give> .. HERO|CAUSE',
    '<give> .. <price> WEAPON',
    '<give> .. WEAPON .. HERO|CAUSE|مقاتل',
    '<refuge> <safe> .. HERO|CAUSE|للاخوه|للاخوان',
    'من|اللي يستطيع|يقدر .. <price> .. CAUSE|HERO',
    'AID|WEAPON .. HERO|CAUSE .. <contact>|<give>|المحفظه',
  ],
]

export const phraseSigns: Grammar['signs'] = [
  [
    'asserts',
    'وانا|انا|واحنا|ونحن <agree>',
    'هذا|وهذا|وهاد هو الحق|الصح|الصواب',
    'كلام من ذهب|دهب',
    'انا|احنا|وانا|واحنا اقول|بقول|نقول|كمان امين|كمان|اقول|بقول',
    'اؤيده|اأيده|أأيده|بأيده|اايده|بايده|اوافقه|متفق|اتفق|بوافقه',
    'معه|معاه|معو|ومعه|ومعاه|ومعو حق|الحق',
    'صح|سلم لسانه|لسانك',
  ],
  [
    'figurative',
    'يا? حبيبي|حبيبتي|صديقي|صديقتي',
    'DIE بغيظكم|بغيظك|بحسره|بحسرتك|بقهركم',
    'DIE من|جوعا|عطشا|بردا|ضحكا',
    'WILL HARM من',
  ],
]

/** Words by which Arabic is told where it is written in Latin letters. */
export const latinCommon =
  'w bas ma3 ma3a 3al 3an bel fel lel 3l kolohom kolkom kolhom dol dool 7ad 7ada wen wein fein feen keda kda delwa2ty hala2 kteer awi mafi mafeesh mafish ya3ni la2 aywa leek lek 3ashan 3shan 3lshan lama lamma law 2abl ba3d ta7t fo2 gowa barra kaman tani beit betak beitak bta3 bta3ko bto3 wa7ed wa7da menhom menkom fihom fikom 3aleh 3alek 3alehom 3alekom yaret yarab meen emta ezay leeh bokra bukra elnaharda naharda leila leile lazem khalli yalla weladak 7abibi mesh'
