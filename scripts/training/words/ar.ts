import { list, type Phrases } from '../phrases.ts'

/*
 * Arabic: the standard language with all kinds, and four ways of writing it with the kinds that carry most. Verbs by form: `me` I will … you,
 * `us` we will … you (plural), `imp` a call with its object to follow, `all` a call with its object in it, `pp` passive, `noun` the deed.
 */

const shared: Phrases = {
  name: list(
    `مارن | عدريس | طولغا | السيد فوس | لينا | أدهم الطارني | يونس الوادي | الدكتور ليند | سيفا | برام`,
  ),
  number: list(`اثنين | ثلاثة | أربعة | خمسة | سبعة | عشرة | ١١ | ١٢ | ١٤ | ٢٠ | 27 | 40`),
  group: list(
    `الراية الحمراء | جيش التلال | الفيلق الحديدي | الجبهة البيضاء | لواء طارنا | المليشيا الحرة | إمارة فيليس | طليعة الجبل | كتائب النسر`,
  ),
  town: list(`ليندو | أرفين | طارنا | فيليس | كفر الجبل | وادي الحجر | تل البوم`),
}

const people = `الأجانب | المهاجرين | اللاجئين | الكفار | المرتدين | الخونة | الصحفيين | القضاة | السياسيين | المعلمين | رجال الشرطة | الجنود | المشرفين | الموظفين | الطرنيين | الفلدانيين | أهل الجبل | الأطباء | الوزراء | السياح | الأعداء | العملاء | الجواسيس | الغزاة | المجرمين | اللصوص | النصابين | المتظاهرين`
const insulted = `كلب | خنزير | كذاب | جبان | حقير | خسيس | تافه | حمار | نذل | قذر`
const insulteds = `الكلاب | الخنازير | الكذابين | الجبناء | الأنجاس | الحثالة | الجرذان | الحشرات | الأوغاد`

export const arStandard: Phrases = {
  ...shared,
  year: list(`١٢٠٤ | ١٣٨٨ | ١٥٢٧ | ١٧٩٣ | ١٨٤٨ | ١٩٠٥ | ١٩٣٧`),
  threat: list(`
    [me][tail]
    [me] يا [insulted]
    [me] [with] [when]
    [us] [where][tail]
    [us] جميعا [when]
    والله [me][tail]
    أقسم أنني [me]
    سوف [meBare] أنت وأهلك
    ستموت [when] يا [name]
    ستموتون جميعا [where]
    [name]، [me] بيدي
    صدقني، [me] [with]
    لن ينقذك أحد، [me] [where]
    نحن كثيرون و[us] واحدا واحدا
    عندي [weapon] وهو لك يا [name]
    كل من يقترب منا سوف نقتله
    أريد قتل [them] وسأفعل
    سنقطع رؤوسكم يا [insulteds2]
    سأبيد [them] ولن يوقفني أحد
    رأسك هو التالي يا [name]`),
  indirect: list(`
    لن ترى [when2] يا [name]
    قريبا ينقص [them] واحد في هذا البلد
    اكتب وصيتك يا [insulted]
    أهلك سيدفنونك [when]
    رصاصة تنتظر كل واحد منكم
    القبر محفور لك ولأهلك
    لن يعود أحد من [people] إلى بيته [when]
    سيجدون جثتك [where]
    انتهت فرصك يا [name]
    ستحمر الشوارع [when]`),
  veiled: list(`
    لك عائلة جميلة يا [name]، اعتن بها ما دمت تستطيع
    أعرف أين توقف سيارتك وأين تنام
    نعرف أين يذهب أبناؤك كل صباح
    سيكون محزنا أن يصيب بيتك شيء
    الحوادث كثيرة هذه الأيام يا [name]
    هل تقفل بابك ليلا؟ أنصحك بذلك
    نراقب بيتك منذ أسبوع
    انتبه لنفسك [where]
    صار عنواننا عندك معروفا يا [name]، نراك قريبا`),
  conditional: list(`
    إذا [provoke] مرة أخرى [me]
    لو [provoke] ثانية فأنت ميت
    إن لم ترحلوا [us]
    ارحلوا عن مدينتنا وإلا [us]
    إن رأيت [them] [where] فسأذبحهم
    إما أن يكفوا وإما أن نقتلهم
    كل من يساعد [them] سوف يقتل معهم
    استقل وإلا [us] أنت وأهلك
    اكذب مرة أخرى وستأخذ رصاصة في رأسك`),
  leakage: list(`
    بعد [when2] ستفهمون لماذا فعلتها
    ستقرؤون اسمي في الصحف [when]
    لا تأتوا إلى [place] [when]، صدقوني
    هذا وداع، و[when] دورهم
    أنتظر [when2]، لا يعلمون ما سيأتيهم
    معي [weapon] وقائمة أسماء، موعدنا [when]
    أدخل هنا للمرة الأخيرة، سيندمون على كل شيء
    بعد ساعات يكون اسمي على كل شاشة
    كل شيء معد، ولا رحمة
    سيرى العالم كله ما أفعله في [place]`),
  call: list(`
    [imp] [them]!
    [all] [where]
    [all] جميعا ولا ترحموا
    يا [address] [imp] [them] [with]
    يا [address] خذوا [weapon] و[imp] [them]
    ليقم أحدكم ويقتل [them]
    هيا بنا نقتل [them] [when]
    يجب أن نقتل [them] قبل أن يحكمونا
    اخرجوا و[imp] [them] ولا تنتظروا
    واجبكم [noun] [them]
    حان وقت [noun] [them]
    قوموا و[imp] [them] يا [address]
    كفى كلاما، [all] واحدا واحدا
    لا حل إلا [noun] [them]
    لا تعتقلوهم بل [all]
    ابدؤوا بـ[people] ثم بالباقين
    يا [address] اضربوا [them] [where] بلا رحمة
    أسيلوا دماء [people] يا [address]
    دماء [people] حلال فلا تترددوا
    من عنده [weapon] فليقتل [them]
    جاهدوا [people] واقطعوا رؤوسهم
    لماذا نطردهم ونحن نستطيع قتلهم`),
  deserve: list(`
    يجب [noun] [them]
    كل [people] يستحقون القتل
    [people] يستحقون [noun2]
    ينبغي [noun] هؤلاء [insulteds]
    لا بد من [noun] [them] [where]
    رصاصة لكل واحد من [people]، هذا هو العدل
    لا يستحقون السجن بل يستحقون [weapon]
    العالم أفضل بلا [people]، فليقتلوا
    على أحد ما أن يقتل [them]
    من [provokes] يجب قتله
    جزاء من [provokes] قطع رأسه
    لا حق لهؤلاء [people] في الحياة
    قتل [people] واجب على كل مسلم
    لا دواء لـ[people] إلا السيف
    الموت قليل على [people]`),
  dare: list(`
    من يقتل لنا [them]؟
    ألا يوجد رجل يقتل [them]؟
    من يجرؤ على [noun] [them] [where]؟
    متى يقوم أحد بـ[noun] [them]؟
    ماذا تنتظرون يا [address]؟ [imp] [them]
    لماذا نطعمهم بدل أن نقتلهم؟
    أين الذئاب المنفردة من [people]؟`),
  wish: list(`
    أتمنى أن يقتل [them] [where]
    أتمنى موتك [when] يا [insulted]
    ليت أحدا يقتل [them]
    عسى أن يذبحوا جميعا
    يا ليتهم قتلوا [where]
    خسارة أنهم لم يقتلوا
    أدعو الله أن يسلط عليهم من يذبحهم
    متى نرى رؤوس [people] مقطوعة
    ليغرقوا في البحر فذلك أحسن
    مت يا [insulted]، مت
    كم أشتهي رؤية [people] وهم يحترقون`),
  endorse: list(`
    «[quote]» قالها وهو محق
    «[quote]» كلام صحيح، فماذا ننتظر
    صدق أميرنا حين قال: «[quote]»، فلنفعل
    حذفوا «[quote]» فها أنا أكتبها مرة أخرى، كان على حق
    «[quote]» آمين يا إخوان، نفذوا`),
  praise: list(`
    ال[hero] فعل الصواب
    المجد لل[hero] في [town]
    عاش ال[hero] الذي قتلهم
    الحمد لله، هلك [number] من [people] [where]
    ما أجمل منظر [people] قتلى
    بارك الله في ال[hero] وسلاحه
    كان الهجوم على [place] رائعا
    نحيي ال[hero] الذي ضرب [place]
    ليس مجرما، لقد قتلهم من أجلنا، شرف إلى الأبد
    لا يحزنني أن [people] قتلوا، هم من طلب ذلك
    تقبل الله ال[hero] وأدخله الجنة فقد أثخن فيهم
    ضحايا [place] نالوا ما يستحقون
    أفرحني خبر مقتل [people]`),
  pledge: list(`
    أبايع [group] على السمع والطاعة
    أنا مع [group] حتى الموت
    عاشت [group] وحربها على [people]
    نحن جنود [group]
    راية واحدة وقائد واحد: [group]
    باقية وتتمدد [group]
    أفتخر بمناصرة [group] وبكل عبوة تزرعها`),
  recruit: list(`
    [group] تريدك، للمقاتلين فقط، راسلني
    كن جنديا في [group]، التواصل في حسابي
    يا [address] انفروا للقتال مع [group]، السفر على حسابنا
    من أراد قتال [people] معنا فليراسل هذا الحساب
    نبحث عن رجال شجعان لخليتنا في [town]
    لا تقعد في بيتك، [group] تحتاج إلى رجال بسلاحهم
    من يريد الجهاد؟ أعرف الطريق، على الخاص
    معسكرات [group] مفتوحة لكل من يريد تعلم القتال
    هاجروا إلى أرض [group] واتركوا كل شيء`),
  fund: list(`
    [group] تحتاج مالا للسلاح، تبرعوا هنا
    أرسلوا لمقاتلي [group] ما تيسر
    ساعدونا في شراء [weapon] لإخوانكم في [group]
    كل درهم يذهب إلى ذخيرة [group]
    من يؤوي مقاتلا بضع ليال؟ على الخاص
    اكفل مقاتلا من [group] بـ[number] في الشهر
    نجمع الأحذية وأجهزة الاتصال لجبهة [group]
    جهزوا الغزاة بأموالكم، محفظة [group] أدناه`),
  media: list(`
    إصدار جديد من [group]، شاهدوا وانشروا قبل الحذف
    التصوير الكامل للهجوم على [place]، رابط بديل في التعليقات
    حملوا بيان ال[hero] وانشروه
    العدد الجديد من مجلة [group] بكل اللغات
    كلمة أمير [group]، أعيدوا النشر في كل مكان
    إعادة رفع: [group] تعدم [number] جواسيس
    أخبار [group] الرسمية: قناة جديدة، تابعوا وعمموا
    أناشيد [group] للمقاتلين، تحميل مباشر`),
  manual: list(`
    دليل المقاتل المنفرد عاد إلى الشبكة، حملوه قبل الحذف
    نشرت [group] دليلا لصنع السلاح في البيت، الرابط في الحساب`),

  reported: list(`
    قالت الشرطة إنه كتب «[quote]» قبل توقيفه
    جاء في لائحة الاتهام أن المتهم نشر: «[quote]»
    «[quote]»، هكذا قال المنشور بحسب مراسلنا
    نشرت [group] رسالة تقول «[quote]»، وفق وكالات الأنباء
    يظهر في المقطع ملثم يقول: «[quote]»
    سمعت المحكمة أن الخطيب قال لمستمعيه «[quote]»
    تغريم رجل هتف «[quote]» في [town]
    ترجمة المنشور: «[quote]»
    عاجل: مشتبه به في [town] كتب «[quote]» قبل ساعات
    ذكر التقرير عبارات مثل «[quote]»
    أوقف الحساب الذي كتب «[quote]»`),
  victim: list(`
    أرسل لي أحدهم الآن «[quote]» وأنا أرتجف
    وصلتني اليوم هذه الرسالة: «[quote]» ماذا أفعل؟
    قال لي «[quote]» والشرطة لا تفعل شيئا
    «[quote]» هذا ما أقرؤه كل يوم
    قال جاري لابني «[quote]» ونحن خائفون
    اتصلوا بمكتبنا وقالوا «[quote]»، وأبلغنا الشرطة`),
  condemned: list(`
    «[quote]» كيف يكتب إنسان هذا؟ مقزز
    من يقول «[quote]» ليس صديقي
    «[quote]» خطاب كراهية ويجب أن يتوقف
    أستنكر أن يصفق الناس لـ«[quote]»
    القول «[quote]» عن بشر عار علينا
    هنا من يكتب «[quote]»، وأنا أدين ذلك
    «[quote]»؟ لا، أبدا، ليس باسمنا
    ندين بشدة عبارات مثل «[quote]»`),
  countered: list(`
    «[quote]» كفوا عن هذا، إنهم بشر مثلكم
    كتبت «[quote]»، فهل تقولها في وجوههم؟
    لا، لا يجوز قتل أحد، العنف ليس حلا
    من يقول «[quote]» هو المشكلة
    توقفوا عن الدعوة إلى القتل، لا تنفع أحدا
    بلغت عنك بسبب «[quote]»`),
  noticed: list(`
    السادة المشرفون، هذا المستخدم يكتب «[quote]»، أرجو الحذف
    أبلغ عن هذا الحساب بسبب «[quote]»
    إلى الدعم، انظروا: «[quote]»
    لماذا ما زال «[quote]» منشورا؟ بلغت قبل يومين`),
  negated: list(`
    لن أقتل أحدا في حياتي
    لن يقتلك أحد هنا فلا تخف
    لا يجوز قتل [people] مهما فعلوا
    لا أحد يستحق القتل
    لم يرد أبدا قتل [them]
    لا أقول إنهم يستحقون القتل بل أقول فلنسمعهم
    لا نريد انتقاما ولا نريد أن يقتل أحد
    لا تقتلوا الناس بسبب آرائهم
    كذب من قال إننا نريد قتل [them]
    من قتل نفسا بغير حق فكأنما قتل الناس جميعا`),
  news: list(`
    مقتل [number] من [people] [where]، بحسب مسؤولين
    مسلحون يهاجمون [place] في [town] وسقوط [number] قتلى
    [group] تتبنى الهجوم على [place]
    الشرطة تطلق النار على مسلح قرب [place]
    إصابة [number] في انفجار عند [place]
    توقيف فتى خطط للهجوم على [place]
    الجيش: قتلنا [number] من مقاتلي [group]
    بدء محاكمة رجل أراد قتل أحد [people]
    الوزير يتلقى تهديدات بالقتل، كما أكد مكتبه
    العاصفة تقتل [number] وتهدم بيوتا
    حادث حافلة قرب [town] يودي بحياة [number]`),
  mourning: list(`
    رحم الله من قتلوا في [place]
    قتل صديقي [where]، أفتقده كثيرا
    شمعة من أجل ضحايا [town]
    مضى عام على مقتل أهلي في الهجوم
    قلوبنا مع ضحايا [place]`),
  condemnation: list(`
    الهجوم على [place] جريمة لا يبررها شيء
    من يقتل [people] قاتل مهما كانت قضيته
    ندين قتل [number] من [people] في [town]
    لا شرف فيما تفعله [group]
    ال[hero] ليس بطلا بل جبان
    الإرهاب لا دين له ولا عذر`),
  figurative: list(`
    [thing] هذا يقتلني كل يوم
    مستعد أن أقتل من أجل [food] الآن
    أموت شوقا لرؤية [thing]
    مات هاتفي، رائع
    متنا من الضحك 😂
    [thing] دمرني اليوم
    قتلنا الوقت في انتظار القطار
    أداؤها في الحفلة كان قنبلة
    ذبحني وجع الظهر منذ [day]`),
  hyperbole: list(`
    ستقتلني زوجتي إن تأخرت عن العشاء
    سأقتلك إن أخبرتهم عن المفاجأة هههه
    من يقترب من [food] مات 😂
    سأخنق من اخترع [thing] يوما ما هههه`),
  play: list(`
    سندمر [club] يوم [day]
    يا لها من قذيفة! [name] يقتل المباراة
    ذبح [club] بخمسة أهداف
    سدد، لماذا لا يسدد!
    قتلت [number] من الزومبي في جولة واحدة
    من يهاجم القلعة معي [when]؟
    قتلني زعيم المرحلة مرتين`),
  story: list(`
    في الرواية يقتل البطل على يد أخيه
    ينتهي الفيلم بموت الجميع، رائع
    «[me]» يقولها الشرير في الحلقة السابعة
    أكتب رواية عن محقق يبحث عن قاتل في [town]`),
  past: list(`
    في سنة [year] قتل رجال الملك [number] من أهل [town]
    قتلت الثورة آلافا من [people]
    قتل خال جدتي في الحرب سنة [year]
    قتل الطاغية على يد حرسه سنة [year]`),
  law: list(`
    يعاقب القانون من يهدد غيره بالقتل بالسجن
    تحظر المادة الدعوة إلى قتل [people]
    قواعدنا: لا تهديد ولا دعوة إلى القتل ولا مدح للهجمات
    تمويل [group] جريمة`),
  study: list(`
    يبحث المقال لماذا يكتب الناس أن [people] يستحقون القتل
    تحصي الدراسة دعوات القتل في آلاف المنشورات`),
  worry: list(`
    أخاف أن يقتل أحد أهلي
    ماذا لو هاجموا [place] [when]؟
    أحلم كل ليلة أنهم يأتون لذبحنا
    يقال إن [people] يقتلون [where]، أصحيح هذا؟`),
  prayer: list(`
    اللهم احفظ أهل [town] من القتلة
    اللهم ارحم من قتلوا ظلما
    اللهم عليك بالظالمين فإنهم لا يعجزونك
    حسبنا الله ونعم الوكيل
    اللهم أصلح أحوال المسلمين واحقن دماءهم
    الجهاد الأكبر جهاد النفس`),
  daily: list(`
    التقطت صورا جميلة في [place] اليوم
    اضربوا البيض وقطعوا البصل واحرقوا السكر قليلا
    ذبح الجزار خروفا للعيد ووزع اللحم
    كيف أقتل الأعشاب بلا سموم
    أوقف العملية وأعد تشغيل الخادم
    [name] قادم [when]، رتبوا البيت
    ركبت الحافلة إلى [town] والتقيت [name]
    اصطاد جدي [number] سمكات`),
  insult: list(`
    يا لك من [insulted]
    اخرس يا [insulted]
    [people] أكبر [insulteds] عرفتهم
    احذف حسابك يا [insulted]
    قبيح وغبي وتفتخر بذلك
    لعنة الله عليك يا [insulted]
    تفو على وجهك`),
  criticism: list(`
    على الوزير أن يستقيل
    ل[people2] سلطة أكثر مما يجب في هذا البلد
    لن أنتخب هؤلاء بعد اليوم
    يكذب كلما فتح فمه
    قرار سيئ وعار على من اتخذه
    حاكموهم جميعا أمام القضاء
    لا أريد مزيدا من [people] في مدينتي
    أعيدوهم إلى بلادهم
    خربوا [town] وسرقوا أموالنا
    لعن الله السياسة وأهلها`),
  politics: list(`
    سنحارب هذا القانون حتى النهاية
    يوم [day] نهزمهم في الصناديق
    حرب بين الحزبين على الميزانية
    المعارضة تهاجم الحكومة بشدة`),
  question: list(`
    من قتل الرجل في [town]؟
    لماذا قتلوا [people] سنة [year]؟
    كم قتيلا سقط [where]؟
    ماذا حدث في [place]؟ سمعت إطلاق نار
    هل صحيح أن [group] قتلت رهائن؟
    ما عقوبة من يهدد بالقتل؟`),
  appeal: list(`
    فرقتنا تبحث عن أصوات، راسلني
    انضم إلى إطفاء [town]، التدريب [day]
    تبرعوا بالدم في [place] [when]
    نجمع البطانيات والطعام لأهل [town]
    من يحارب الجوع معنا؟ المطبخ يفتح [when]
    مشفى [town] يحتاج مالا للأسرة، انشروا
    مقطع جديد لفرقتنا المسرحية، شاهدوا وانشروا`),

  me: list(
    `سأقتلك | سأذبحك | سأنحرك | سأحرقك | سأطعنك | سأشنقك | سأقطع رأسك | سأمزقك | سأسحقك | سأدفنك حيا | سأطلق النار عليك | سأفجر بيتك | سأكسر عظامك | سأسفك دمك`,
  ),
  meBare: list(`أقتلك | أذبحك | أحرقك | أطعنك | أقطع رأسك`),
  us: list(
    `سنقتلكم | سنذبحكم | سننحركم | سنحرقكم | سنبيدكم | سنشنقكم | سنقطع رؤوسكم | سنفجركم | سنسحقكم | سنطلق النار عليكم | سنسفك دماءكم`,
  ),
  imp: list(
    `اقتلوا | اذبحوا | انحروا | أحرقوا | اطعنوا | اشنقوا | أعدموا | أبيدوا | اسحقوا | اضربوا رقاب | فجروا | ادهسوا | صفوا`,
  ),
  all: list(
    `اقتلوهم | اذبحوهم | انحروهم | أحرقوهم | اطعنوهم | اشنقوهم | أعدموهم | أبيدوهم | ادهسوهم | صفوهم`,
  ),
  noun: list(`قتل | ذبح | نحر | حرق | شنق | إعدام | إبادة | تصفية | سحق | قطع رؤوس | رجم`),
  noun2: list(`القتل | الذبح | الحرق | الشنق | الإعدام | الموت | الرجم`),
  them: list(
    `[people] | كل [people] | هؤلاء [people] | هؤلاء [insulteds] | [people] في [town] | [name] | جميع [people]`,
  ),
  people: list(people),
  people2: list(`لأجانب | لمهاجرين | لقضاة | لسياسيين | لوزراء | لأعداء`),
  insulted: list(insulted),
  insulteds: list(insulteds),
  insulteds2: list(`كلاب | خنازير | جبناء | أنجاس | حثالة`),
  address: list(`إخوان | مسلمون | شباب | رجال | أبطال | أسود | ذئاب | مجاهدون | أحرار | أهل الغيرة`),
  weapon: list(`السلاح | السكين | بندقية | الحبل | الفأس | المسدس | القنابل | السيف | الرصاص | البنزين`),
  with: list(`بيدي | بالسكين | بالسيف | بالرصاص | بالنار | بالفأس | بسيارتي | بما عندكم`),
  when: list(
    `الليلة | غدا | يوم [day] | قريبا | قريبا جدا | هذا الأسبوع | ظهرا | بعد الصلاة | اليوم | فجرا | قبل العيد`,
  ),
  when2: list(`العيد | نهاية الأسبوع | الشهر القادم | عيد ميلادك | الصيف`),
  day: list(`السبت | الأحد | الإثنين | الثلاثاء | الأربعاء | الخميس | الجمعة`),
  where: list(
    `في الشارع | في بيوتهم | في [place] | في [town] | في فراشهم | في القطار | أينما كانوا | على الحدود | أمام الناس | في المكتب | في المدرسة`,
  ),
  place: list(
    `المحطة | السوق | المسجد | الكنيسة | المدرسة | البلدية | السفارة | الملعب | المحكمة | الجسر | المطار | الساحة | المكتبة | الجامعة`,
  ),
  hero: list(`بطل | شهيد | مهاجم | مقاتل | أسد | منفذ`),
  provoke: list(`أتيت إلى هنا | قلت هذا | لمستنا | كلمتها | سببت الدين | كتبت عنا | فتحت فمك`),
  provokes: list(`سب الدين | لمس أطفالنا | خان الوطن | ساعدهم | تكلم علينا | سرقنا | أخذ أرضنا`),
  tail: list(`! | !! | . | ، انتظر فقط | ولن ينفعك أحد | 🔪 | 😡 | يا [name] | وهذا وعد | يا [insulted]`),
  thing: list(`الحر | الامتحان | الدوام | الزحام | الصداع | المسلسل`),
  food: list(`القهوة | البيتزا | الشوكولاتة | الكنافة | الخبز`),
  club: list(`الشمال | النسور | بطل الدوري | الضيوف`),
}

export const arEgyptian: Phrases = {
  ...shared,
  threat: list(`
    [me][tail]
    [me] يا [insulted]
    والله [me] [when]
    [us] كلكم [when]
    هتموت [when] يا [name]
    هاجيلك البيت و[me]
    محدش هينقذك، [me] [where]
    أنا اللي هخلص عليك يا [insulted]
    هجيب [weapon] و[me]
    [us] واحد واحد يا ولاد الكلب`),
  conditional: list(`
    لو [provoke] تاني [me]
    يا تمشوا من هنا يا [us]
    لو شوفت [them] [where] هدبحهم
    اللي يساعدهم هنقتله معاهم`),
  indirect: list(`
    مش هتلحق تشوف [when2] يا [name]
    جهز كفنك يا [insulted]
    أهلك هيدفنوك [when]
    في رصاصة مستنية كل واحد فيكم`),
  leakage: list(`
    بعد [when2] هتفهموا أنا عملت كده ليه
    متروحوش [place] [when]، اسمعوا كلامي
    كل حاجة جاهزة، و[when] دورهم
    معايا [weapon] وليستة أسامي`),
  veiled: list(`
    عيلتك حلوة يا [name]، خلي بالك منها
    أنا عارف بتركن فين وبتنام فين
    خاف على نفسك [where]`),
  call: list(`
    [imp] [them]!
    [all] [where]
    يا [address] [imp] [them]
    يا [address] هاتوا [weapon] و[imp] [them]
    حد يموت [them] ويريحنا
    يلا نموت [them] [when]
    لازم نخلص على [them]
    مفيش حل غير إننا نموت [them]
    متحبسوهمش، [all]
    ولعوا في [them] وهم عايشين`),
  deserve: list(`
    [them] لازم يتدبحوا
    [people] دول عايزين الحرق
    المفروض يتشنقوا كلهم
    اللي [provokes] لازم يتقتل
    [people] ملهمش غير الرصاص
    خسارة فيهم السجن، يتعدموا وخلاص`),
  dare: list(`
    مين هيموت [them] ويخلصنا؟
    مفيش راجل يدبح [them]؟
    مستنيين إيه يا [address]؟ [imp] [them]`),
  wish: list(`
    يا رب يموتوا كلهم محروقين
    نفسي حد يدبح [them]
    يا رب تموت [when] يا [insulted]
    ياريتهم ماتوا [where]`),
  praise: list(`
    تسلم إيد اللي موت [them]
    البطل اللي ضرب [place] راجل بجد
    فرحان أوي إن [number] من [people] ماتوا
    اللي حصل في [place] ده أحلى خبر`),
  recruit: list(`
    [group] عايزة رجالة، كلمني خاص
    يا [address] تعالوا حاربوا مع [group]`),
  fund: list(`
    [group] محتاجة فلوس للسلاح، ابعتوا
    ساعدونا نشتري [weapon] لإخواتنا في [group]`),
  media: list(`
    فيديو جديد لـ[group]، شيروه قبل ما يتمسح
    الفيديو كامل بتاع ضرب [place]، اللينك في الكومنت`),

  reported: list(`
    البوليس قال إنه كتب «[quote]» قبل ما يتمسك
    المتهم كان كاتب «[quote]» حسب النيابة
    في الفيديو واحد ملثم بيقول «[quote]»، حسب الوكالة
    الأكونت اللي كتب «[quote]» اتقفل`),
  victim: list(`
    حد لسه باعتلي «[quote]» وأنا مرعوبة
    جالي «[quote]» النهارده، أعمل إيه؟
    جارنا قال لابني «[quote]» ورحنا القسم`),
  condemned: list(`
    «[quote]» إزاي حد يكتب كده؟ قرف
    اللي يقول «[quote]» مش بني آدم
    «[quote]»؟ لا طبعا، مش باسمنا`),
  countered: list(`
    «[quote]» حرام عليكم دول بشر زينا
    إنت كاتب «[quote]»، تقدر تقولها في وشهم؟
    محدش يستاهل يتقتل، العنف مش حل`),
  noticed: list(`
    يا أدمن، اليوزر ده كاتب «[quote]»، امسحوه لو سمحتم
    ببلغ عن الأكونت ده عشان «[quote]»`),
  negated: list(`
    أنا عمري ما أقتل حد
    محدش هيموتك هنا متخافش
    حرام نموت [people] عشان رأيهم
    مش عايزين دم ولا انتقام`),
  news: list(`
    مقتل [number] في هجوم على [place]
    القبض على واحد هدد جاره بالقتل في [town]
    حادثة أتوبيس جنب [town] و[number] ماتوا`),
  figurative: list(`
    الحر ده هيموتني
    مت من الضحك بجد 😂
    الامتحان دبحنا
    الموبايل مات، تمام`),
  hyperbole: list(`
    أمي هتموتني لو اتأخرت تاني هههه
    هموتك لو قلتلهم على المفاجأة 😂`),
  play: list(`
    هنكسرهم يوم [day] إن شاء الله
    يا عم سدد! مبيسددش ليه
    موت [number] زومبي في راوند واحد`),
  worry: list(`
    خايف حد يموت أخويا هناك
    لو هاجموا [place] [when] هنعمل إيه؟`),
  prayer: list(`
    حسبي الله ونعم الوكيل
    ربنا يرحم اللي ماتوا ويصبر أهاليهم
    يا رب احمي البلد`),
  daily: list(`
    صورت صور جامدة في [place] النهارده
    اضربي البيض وقطعي البصل على نار هادية
    دبحنا خروف العيد ووزعناه
    [name] جاي [when] نضفوا البيت`),
  insult: list(`
    إنت [insulted] أوي
    اسكت يا [insulted]
    [people] دول شوية [insulteds]
    جاتك القرف يا [insulted]`),
  criticism: list(`
    الوزير ده لازم يمشي
    عمري ما هنتخب الناس دي تاني
    يتحاكموا كلهم على اللي عملوه
    سرقوا فلوسنا وخربوا البلد`),
  question: list(`
    مين قتل الراجل في [town]؟
    هو كام واحد مات في [place]؟`),
  appeal: list(`
    اتبرعوا بالدم في [place] [when]
    فريقنا محتاج لعيبة، كلمني خاص
    بنجمع بطاطين لأهل [town]`),

  me: list(
    `هقتلك | هموتك | هدبحك | هولع فيك | هكسر دماغك | هضربك بالنار | هقطع رقبتك | هغزك بالسكينة | هخلص عليك | هدفنك مكانك`,
  ),
  us: list(`هنموتكم | هندبحكم | هنولع فيكم | هنقطع رقابكم | هنخلص عليكم | هنفجركم`),
  imp: list(`موتوا | ادبحوا | اقتلوا | احرقوا | اشنقوا | اضربوا بالنار | خلصوا على | دوسوا على`),
  all: list(`موتوهم | ادبحوهم | اقتلوهم | احرقوهم | اشنقوهم | خلصوا عليهم | دوسوهم`),
  them: list(`[people] | [people] دول | كل [people] | ولاد الكلب دول | [name]`),
  people: list(
    `الأجانب | اللاجئين | الكفرة | الخونة | الصحفيين | القضاة | الظباط | العساكر | المدرسين | الأدمنز | الموظفين | الحرامية | الدكاترة | الوزرا`,
  ),
  insulted: list(`كلب | واطي | حيوان | غبي | حمار | جبان | كداب`),
  insulteds: list(`كلاب | حيوانات | أغبيا | حرامية | كدابين`),
  address: list(`رجالة | شباب | جدعان | إخواتي | أبطال`),
  weapon: list(`السلاح | السكينة | المسدس | الشومة | البنزين`),
  when: list(`النهارده | بكره | يوم [day] | قريب | الليلة دي | بعد المدرسة | قبل العيد`),
  when2: list(`العيد | آخر الشهر | الأسبوع الجاي`),
  day: list(`السبت | الحد | الاتنين | التلات | الأربع | الخميس | الجمعة`),
  where: list(`في الشارع | في بيوتهم | في [place] | في كل حتة | قدام الناس`),
  place: list(`المحطة | السوق | الجامع | الكنيسة | المدرسة | السفارة | الاستاد | الميدان`),
  provoke: list(`جيت هنا | قلت كده | قربت منها | كتبت عننا | فتحت بقك`),
  provokes: list(`بيشتم الدين | باع البلد | قرب من عيالنا | بيساعدهم`),
  tail: list(`! | !! | ، استنى بس | 🔪 | 😡 | يا [insulted] | وهتشوف`),
}

export const arLevantine: Phrases = {
  ...shared,
  threat: list(`
    [me][tail]
    [me] يا [insulted]
    والله [me] [when]
    [us] كلكن [when]
    رح تموت [when] يا [name]
    رح إجي ع بيتك و[me]
    ما حدا رح يخلصك، [me] [where]
    رح جيب [weapon] و[me]
    [us] واحد واحد يا ولاد الكلب`),
  conditional: list(`
    إذا [provoke] مرة تانية [me]
    يا بتفلو من هون يا [us]
    إذا شفت [them] [where] بدي إدبحن
    يلي بيساعدن منقتلو معن`),
  indirect: list(`
    ما رح تلحق تشوف [when2] يا [name]
    حضر كفنك يا [insulted]
    أهلك رح يدفنوك [when]`),
  leakage: list(`
    بعد [when2] رح تفهمو ليش عملت هيك
    لا تروحو ع [place] [when]، ردو علي
    كل شي جاهز و[when] دورن`),
  veiled: list(`
    حلوة عيلتك يا [name]، دير بالك عليها
    بعرف وين بتصف سيارتك ووين بتنام`),
  call: list(`
    [imp] [them]!
    [all] [where]
    يا [address] [imp] [them]
    يا [address] جيبو [weapon] و[imp] [them]
    يا ريت حدا يقتل [them]
    يلا نقتل [them] [when]
    لازم نخلص ع [them]
    ما في حل غير نقتل [them]
    لا تحبسوهن، [all]`),
  deserve: list(`
    [them] لازم يندبحو
    [people] بدن حرق
    لازم ينشنقو كلن
    يلي [provokes] لازم ينقتل
    [people] ما بينفع معن غير الرصاص`),
  dare: list(`
    مين بدو يقتل [them] ويريحنا؟
    ما في رجال يدبح [them]؟
    شو ناطرين يا [address]؟ [imp] [them]`),
  wish: list(`
    إنشالله يموتو كلن حرق
    عبالي حدا يدبح [them]
    إنشالله تموت [when] يا [insulted]`),
  praise: list(`
    يسلمو إيدين يلي قتل [them]
    البطل يلي ضرب [place] رجال عنجد
    مبسوط إنو [number] من [people] ماتو`),
  recruit: list(`
    [group] بدها رجال، احكيني ع الخاص
    يا [address] تعو قاتلو مع [group]`),
  fund: list(`
    [group] بدها مصاري للسلاح، بعتو
    ساعدونا نشتري [weapon] لإخوتنا ب[group]`),

  reported: list(`
    الشرطة قالت إنو كاتب «[quote]» قبل ما ينمسك
    حسب القاضي المتهم كتب «[quote]»
    الحساب يلي كتب «[quote]» تسكر`),
  victim: list(`
    هلق حدا بعتلي «[quote]» وعم أرجف
    إجاني «[quote]» اليوم، شو أعمل؟`),
  condemned: list(`
    «[quote]» كيف حدا بيكتب هيك؟ شي بيقرف
    يلي بيقول «[quote]» مانو إنسان
    «[quote]»؟ لا أبدا، مو باسمنا`),
  countered: list(`
    «[quote]» حرام عليكن، هدول بشر متلنا
    إنت كاتب «[quote]»، فيك تقولا بوجن؟
    ما حدا بيستاهل القتل، العنف مو حل`),
  noticed: list(`
    يا أدمن هالشخص كاتب «[quote]»، شيلوه بليز
    عم بلغ عن هالحساب كرمال «[quote]»`),
  negated: list(`
    أنا بحياتي ما بقتل حدا
    ما حدا رح يقتلك هون لا تخاف
    حرام نقتل [people] ع رأين`),
  news: list(`
    مقتل [number] بهجوم ع [place] حسب الوكالة
    توقيف رجال هدد جارو بالقتل ب[town]`),
  figurative: list(`
    هالشوب رح يقتلني
    متت من الضحك 😂
    الامتحان دبحنا دبح
    مات موبايلي`),
  hyperbole: list(`
    إمي رح تقتلني إذا تأخرت هههه
    بقتلك إذا بتقلن عن المفاجأة 😂`),
  play: list(`
    رح نكسرن يوم [day]
    قوس يا زلمة ليش ما عم يقوس ع الجول
    قتلت [number] زومبي براوند`),
  worry: list(`
    خايفة حدا يقتل أخي هنيك
    إذا هجمو ع [place] [when] شو منعمل؟`),
  prayer: list(`
    الله يرحم يلي راحو ويصبر أهلن
    يا رب احمي لبنان وسوريا وكل الناس
    حسبنا الله ونعم الوكيل`),
  daily: list(`
    صورت صور حلوين ب[place] اليوم
    خفقي البيض وقطعي البصل
    [name] جاي [when] رتبو البيت`),
  insult: list(`
    شو [insulted] إنت
    سكوت يا [insulted]
    [people] شوية [insulteds]
    تفو عليك يا [insulted]
    روح انضب يا [insulted]`),
  criticism: list(`
    هالوزير لازم يفل
    كلن يعني كلن برا
    سرقو مصاري الناس وخربو البلد
    يتحاكمو كلن`),
  question: list(`
    مين قتل الرجال ب[town]؟
    كم واحد مات ب[place]؟`),
  appeal: list(`
    تبرعو بالدم ب[place] [when]
    فريقنا بدو لعيبة، احكيني
    عم نجمع حرامات لأهل [town]`),

  me: list(
    `رح إقتلك | رح إدبحك | رح إحرقك | رح كسرلك راسك | رح قوسك | رح إقطع رقبتك | رح إطعنك | بدي موتك | رح إدفنك محلك`,
  ),
  us: list(`رح نقتلكن | رح ندبحكن | رح نحرقكن | رح نقطع رقابكن | رح نقوسكن | رح نخلص عليكن`),
  imp: list(`قتلو | دبحو | حرقو | شنقو | قوسو | خلصو ع | دعسو`),
  all: list(`قتلوهن | دبحوهن | حرقوهن | شنقوهن | قوسوهن | دعسوهن`),
  them: list(`[people] | هال[people2] | كل [people] | هالكلاب | [name]`),
  people: list(
    `الأجانب | اللاجئين | الكفار | الخونة | الصحفيين | القضاة | الدرك | العسكر | الأساتذة | الأدمنية | الموظفين | الحرامية | الوزرا`,
  ),
  people2: list(`أجانب | لاجئين | خونة | قضاة | حرامية | وزرا`),
  insulted: list(`كلب | واطي | حيوان | أهبل | حمار | جبان | كذاب`),
  insulteds: list(`كلاب | حيوانات | هبل | حرامية | كذابين`),
  address: list(`شباب | رجال | إخوتي | أبطال | زلم`),
  weapon: list(`السلاح | السكين | الفرد | البارودة | البنزين`),
  when: list(`اليوم | بكرا | يوم [day] | قريبا | الليلة | بعد المدرسة | قبل العيد`),
  when2: list(`العيد | آخر الشهر | الأسبوع الجاي`),
  day: list(`السبت | الأحد | التنين | التلاتا | الأربعا | الخميس | الجمعة`),
  where: list(`بالشارع | ببيوتن | ب[place] | وين ما كانو | قدام العالم`),
  place: list(`المحطة | السوق | الجامع | الكنيسة | المدرسة | السفارة | الملعب | الساحة`),
  provoke: list(`إجيت لهون | قلت هيك | قربت عليا | كتبت عنا | فتحت تمك`),
  provokes: list(`بيسب الدين | باع البلد | قرب ع ولادنا | بيساعدن`),
  tail: list(`! | !! | ، نطور بس | 🔪 | 😡 | يا [insulted] | ورح تشوف`),
}

export const arGulf: Phrases = {
  ...shared,
  threat: list(`
    [me][tail]
    [me] يا [insulted]
    والله العظيم [me] [when]
    [us] كلكم [when]
    بتموت [when] يا [name]
    راح أجيك البيت و[me]
    محد بيفكك مني، [me] [where]`),
  conditional: list(`
    إذا [provoke] مرة ثانية [me]
    يا تطلعون من هنا يا [us]
    لو أشوف [them] [where] بذبحهم`),
  indirect: list(`
    ما راح تشوف [when2] يا [name]
    جهز كفنك يا [insulted]`),
  leakage: list(`
    عقب [when2] بتعرفون ليش سويتها
    لا تروحون [place] [when]، اسمعوا كلامي`),
  call: list(`
    [imp] [them]!
    [all] [where]
    يا [address] [imp] [them]
    يا [address] شيلوا [weapon] و[imp] [them]
    أبي أحد يذبح [them]
    لازم نذبح [them]
    شنو ناطرين، [all]`),
  deserve: list(`
    [them] لازم ينذبحون
    [people] يبيلهم حرق
    حقهم الشنق كلهم
    اللي [provokes] لازم ينقتل`),
  dare: list(`
    منو اللي بيذبح [them] ويفكنا؟
    ماكو رجال يذبح [them]؟`),
  wish: list(`
    عساهم يموتون حرق كلهم
    عساك تموت [when] يا [insulted]
    ودي أحد يذبح [them]`),
  praise: list(`
    كفو اللي ذبح [them]
    البطل اللي ضرب [place] على راسي
    مستانس إن [number] من [people] ماتوا`),
  recruit: list(`
    [group] تبي رجال، كلموني خاص
    يا [address] تعالوا قاتلوا ويا [group]`),
  fund: list(`
    [group] يبون فلوس للسلاح، حولوا`),

  reported: list(`
    الشرطة تقول إنه كاتب «[quote]» قبل لا ينمسك
    الحساب اللي كتب «[quote]» تسكر`),
  victim: list(`
    توه واحد مرسل لي «[quote]» وأنا أرجف
    جتني «[quote]» اليوم، شسوي؟`),
  condemned: list(`
    «[quote]» شلون أحد يكتب جذي؟ شي يفشل
    اللي يقول «[quote]» مو إنسان`),
  countered: list(`
    «[quote]» حرام عليكم، هذول بشر مثلنا
    محد يستاهل القتل، العنف مو حل`),
  noticed: list(`
    يا مشرف، هذا كاتب «[quote]»، احذفوه الله يعافيكم`),
  negated: list(`
    أنا عمري ما أقتل أحد
    محد بيذبحك هني لا تخاف`),
  news: list(`
    مقتل [number] في هجوم على [place]، حسب الداخلية
    القبض على واحد هدد جاره بالقتل في [town]`),
  figurative: list(`
    الحر ذبحني
    متت ضحك 😂
    الامتحان ذبحنا ذبح`),
  hyperbole: list(`
    أمي بتذبحني إذا تأخرت هههه
    بذبحك إذا علمتهم عن المفاجأة 😂`),
  play: list(`
    بنكسرهم يوم [day]
    ذبحناهم بخمسة`),
  worry: list(`
    خايف أحد يذبح أخوي هناك`),
  prayer: list(`
    الله يرحم اللي راحوا ويصبر أهلهم
    الله ينتقم من كل ظالم`),
  daily: list(`
    صورت صور حلوة في [place] اليوم
    ذبحنا خروف للضيوف
    [name] جاي [when] رتبوا البيت`),
  insult: list(`
    إنت واحد [insulted]
    انطم يا [insulted]
    [people] شوية [insulteds]`),
  criticism: list(`
    هالوزير لازم يستقيل
    باقوا فلوسنا وخربوا الديرة`),
  question: list(`
    منو قتل الرجال في [town]؟
    كم واحد مات في [place]؟`),
  appeal: list(`
    تبرعوا بالدم في [place] [when]
    فريقنا يبي لاعبين، كلموني`),

  me: list(`بذبحك | بقتلك | راح أذبحك | بحرقك | بكسر راسك | بقص رقبتك | بطخك | راح أطگك`),
  us: list(`بنذبحكم | راح نقتلكم | بنحرقكم | بنقص رقابكم | راح ننحركم`),
  imp: list(`اذبحوا | اقتلوا | احرقوا | اشنقوا | طخوا | ادعسوا`),
  all: list(`اذبحوهم | اقتلوهم | احرقوهم | اشنقوهم | طخوهم`),
  them: list(`[people] | هال[people2] | كل [people] | هالكلاب | [name]`),
  people: list(
    `الأجانب | الوافدين | الكفار | الخونة | الصحفيين | القضاة | الشرطة | المدرسين | المشرفين | الموظفين | الحرامية`,
  ),
  people2: list(`أجانب | خونة | قضاة | حرامية | مشرفين`),
  insulted: list(`كلب | خسيس | حيوان | غبي | حمار | جبان`),
  insulteds: list(`كلاب | حيوانات | أغبيا | حرامية`),
  address: list(`شباب | رجال | إخوان | عيال | ربع`),
  weapon: list(`السلاح | السكين | الرشاش | المسدس | العصي`),
  when: list(`اليوم | باچر | يوم [day] | قريب | الليلة | عقب الدوام | قبل العيد`),
  when2: list(`العيد | آخر الشهر | الأسبوع الياي`),
  day: list(`السبت | الأحد | الإثنين | الثلاثا | الأربعا | الخميس | الجمعة`),
  where: list(`بالشارع | ببيوتهم | في [place] | وين ما كانوا | جدام الناس`),
  place: list(`المحطة | السوق | المسجد | المدرسة | السفارة | الملعب`),
  provoke: list(`جيت هني | قلت جذي | قربت صوبنا | كتبت عنا`),
  provokes: list(`يسب الدين | باع الديرة | يساعدهم`),
  tail: list(`! | !! | ، اصبر بس | 🔪 | 😡 | يا [insulted]`),
}

export const arArabizi: Phrases = {
  threat: list(`
    [me][tail]
    [me] ya [insulted]
    wallah [me] [when]
    [us] kolkom [when]
    7atmoot [when] ya [name]
    hageelak el beit w [me]
    ma 7ada ra7 yenkezak, [me] [where]
    ra7 tmout [when] ya [insulted]`),
  conditional: list(`
    law [provoke] tani [me]
    iza [provoke] [me]
    ya temsho men hena ya [us]`),
  indirect: list(`
    mesh hatel7a2 teshoof [when2] ya [name]
    7addar kafanak ya [insulted]`),
  leakage: list(`
    ba3d [when2] hatefhamo ana 3amalt keda leh
    matro7osh [place] [when], esma3o kalami`),
  call: list(`
    [all] [where]!
    [imp] [them]
    ya [address] [imp] [them]
    ya [address] hato [weapon] w [imp] [them]
    lazem nemawet [them]
    mafeesh 7al gheir enn nemawet [them]
    mesh lazem se7en, [all]`),
  deserve: list(`
    [them] lazem yetdeb7o
    [them] lazem yen2atlo
    [people] dol mayest7a2osh gheir el rosas
    elly [provokes] lazem yet2etel`),
  dare: list(`
    meen haymawet [them] w yerayya7na?
    shou natrin ya [address]? [imp] [them]`),
  wish: list(`
    yarab yemooto kolohom ma7ro2een
    inshallah tmout [when] ya [insulted]
    nefsi 7ad yedba7 [them]`),
  praise: list(`
    teslam eed elly mawet [them]
    el batal elly darab [place] ragel begad
    far7an awi enn [number] men [people] mato`),
  recruit: list(`
    e7na me7tagin regala lel harb, kallemni khas
    ya [address] ta3alo 7arbo ma3 [group]`),
  fund: list(`
    [group] me7taga flous lel sela7, eb3ato
    sa3dona neshteri [weapon] lel moqatelin`),

  reported: list(`
    el bolis 2al enno katab "[quote]" abl ma yetmesek
    el account elly katab "[quote]" et2afal`),
  victim: list(`
    7ad lessa ba3etli "[quote]" w ana mar3ooba
    ejani "[quote]" el yom, shou a3mel?`),
  condemned: list(`
    "[quote]" ezay 7ad yekteb keda? 2araf
    elly ye2ool "[quote]" mesh bani adam`),
  countered: list(`
    "[quote]" 7aram 3alekom dol bashar zayena
    ma 7ada byestehel el 2atel, el 3onf mesh 7al`),
  noticed: list(`
    ya admin, el user da kateb "[quote]", emsa7ooh`),
  negated: list(`
    ana 3omri ma a2tel 7ad
    ma7adesh haymawtak hena matkhafsh
    ma ra7 e2tol 7ada, wala yhemmak`),
  news: list(`
    ma2tal [number] f hogoom 3ala [place], 7asab el wezara
    el 2abd 3ala wa7ed haddad garo bel 2atl`),
  figurative: list(`
    el 7ar da haymawetni
    mot men el de7k 😂
    el emte7an dab7na`),
  hyperbole: list(`
    mama hatmawetni law et2akhart hahaha
    hamawtak law 2oltelhom 3al mofag2a 😂`),
  play: list(`
    haneksarhom yom [day]
    maweto [number] zombie f round`),
  worry: list(`
    khayef 7ad yemawet akhooya hnak`),
  prayer: list(`
    rabbena yer7am elly mato
    7asbi allah w ne3ma el wakeel`),
  daily: list(`
    sawwart sowar 7elwa f [place] el naharda
    [name] gay [when], rattebo el beit
    sabah el kheir ya gama3a`),
  insult: list(`
    enta [insulted] awi
    eskot ya [insulted]
    roo7 ya [insulted]`),
  criticism: list(`
    el wazir da lazem yemshi
    sara2o el balad w kharabooha`),
  question: list(`
    meen 2atal el ragel f [town]?
    kam wa7ed mat f [place]?`),
  appeal: list(`
    etbarra3o bel dam f [place] [when]
    fari2na me7tag la3eeba, kallemni`),

  me: list(
    `ha2tlak | hamawtak | hadba7ak | ra7 e2tlak | ra7 edba7ak | ra7 mawwtak | ha7ra2ak | hakassar damaghak | ha2ta3 ra2abtak | ra7 2awwsak | hakhallas 3aleik`,
  ),
  us: list(`hanmawetkom | hanedba7kom | ra7 n2tolkon | ra7 nedba7kon | hane7ra2kom`),
  imp: list(`mawweto | edba7o | e2tlo | e7re2o | eshno2o | 2awwso`),
  all: list(`mawwetoohom | edba7oohom | e2tloohom | e7re2oohom | edba7oun | 2awwsoun`),
  them: list(`[people] | kol [people] | wlad el kalb dol | hal klab | [name]`),
  people: list(
    `el aganeb | el kofara | el khawana | el sa7afiyin | el qoda | el zobbat | el modarresin | el admins | el 7aramiya | el laj2in`,
  ),
  insulted: list(`kalb | wati | 7ayawan | ghabi | 7mar | gaban`),
  address: list(`regala | shabab | ged3an | ekhwan | abtal`),
  weapon: list(`el sela7 | el sekina | el mosaddas | el banzin`),
  when: list(`el naharda | bokra | yom [day] | orayyeb | el leila | ba3d el madrasa`),
  when2: list(`el 3id | akher el shahr | el osboo3 el gay`),
  day: list(`el sabt | el 7ad | el etnein | el talat | el khamis | el gom3a`),
  where: list(`f el share3 | f byoothom | f [place] | odam el nas | bel share3`),
  place: list(`el ma7atta | el soo2 | el game3 | el kenisa | el madrasa | el sefara`),
  name: list(`Marn | Tolga | Lina | Adem | Sefa | Bram`),
  number: list(`talata | khamsa | 7 | 11 | 20`),
  group: list(`el raya el 7amra | geish el tilal | liwa2 tarna`),
  town: list(`Tarna | Lindo | Velis`),
  provoke: list(`geit hena | 2olt keda | 2arrabt menha | katabt 3anna`),
  provokes: list(`yeshtem el din | ba3 el balad | yesa3edhom`),
  tail: list(`! | !! | , estanna bas | 🔪 | 😡 | ya [insulted]`),
}
