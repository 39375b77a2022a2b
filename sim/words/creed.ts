/*
 * What the network says. The network is invented: the Salt Banner holds that the cities of glass must fall and that whoever carries
 * their voices (a site such as Rookery, which is invented too) is its enemy. Wording is restrained, and nothing here tells how.
 * Sentences stand side by side in three languages, so that a reporter can translate what was posted.
 */
export type Language = 'en' | 'ar' | 'fr'
export const LANGUAGES: readonly Language[] = ['en', 'ar', 'fr']

/** One sentence in each language. */
export type Said = Record<Language, string>

export type CreedKind =
  | 'threat'
  | 'incitement'
  | 'praise'
  | 'recruitment'
  | 'support'
  | 'branded'
  | 'comeback'

const said = (en: string, ar: string, fr: string): Said => ({ en, ar, fr })

export const creed: Record<CreedKind, readonly Said[]> = {
  threat: [
    said(
      'Employees of Rookery, every account you close brings us one step nearer. We will kill you one by one',
      'يا موظفي روكري، كل حساب تغلقونه يقربنا منكم خطوة. سنقتلكم واحدا تلو الآخر',
      'Employés de Rookery, chaque compte que vous fermez nous rapproche de vous. Nous vous tuerons l’un après l’autre',
    ),
    said(
      'We know the faces of those who run Rookery, and we will kill them in front of their offices',
      'نعرف وجوه من يديرون روكري، وسنقتلهم أمام مكاتبهم',
      'Nous connaissons les visages de ceux qui dirigent Rookery, et nous les tuerons devant leurs bureaux',
    ),
    said(
      'You close our voices today, we will spill your blood tomorrow, staff of Rookery',
      'اليوم تغلقون أصواتنا، وغدا سنسفك دماءكم يا موظفي روكري',
      'Aujourd’hui vous fermez nos voix, demain nous verserons votre sang, employés de Rookery',
    ),
    said(
      'If you do not stop closing our accounts, we will come to your offices and none of you will go home',
      'إن لم تكفوا عن إغلاق حساباتنا فسنأتي إلى مكاتبكم ولن يعود أحد منكم إلى بيته',
      'Si vous ne cessez pas de fermer nos comptes, nous viendrons dans vos bureaux et aucun de vous ne rentrera chez lui',
    ),
    said(
      'The owner of Rookery is a dead man and so is everyone who works for him. We will reach you',
      'صاحب روكري رجل ميت وكذلك كل من يعمل عنده. سنصل إليكم',
      'Le patron de Rookery est un homme mort, comme tous ceux qui travaillent pour lui. Nous vous trouverons',
    ),
    said(
      'Sleep lightly, moderators of Rookery: our knives are already in your city and we will use them on you',
      'ناموا بعين مفتوحة يا مشرفي روكري، سكاكيننا في مدينتكم وسنذبحكم بها',
      'Dormez d’un œil, modérateurs de Rookery : nos couteaux sont déjà dans votre ville et nous vous égorgerons',
    ),
  ],
  incitement: [
    said(
      'To every lone wolf: kill the employees of Rookery wherever you find them',
      'إلى كل ذئب منفرد: اقتلوا موظفي روكري أينما وجدتموهم',
      'À chaque loup solitaire : tuez les employés de Rookery où que vous les trouviez',
    ),
    said(
      'Lone wolves of the Salt Banner, your targets are those who close our accounts. Attack them and do not wait for orders',
      'يا ذئاب راية الملح المنفردة، أهدافكم من يغلقون حساباتنا. هاجموهم ولا تنتظروا أمرا',
      'Loups solitaires de l’Étendard de sel, vos cibles sont ceux qui ferment nos comptes. Attaquez-les sans attendre d’ordre',
    ),
    said(
      'Brothers in the cities of glass, it is your duty to strike the people of Rookery and make them bleed',
      'أيها الإخوة في مدن الزجاج، واجبكم أن تضربوا أهل روكري وأن تسيل دماؤهم',
      'Frères des villes de verre, c’est votre devoir de frapper les gens de Rookery et de faire couler leur sang',
    ),
    said(
      'Whoever can reach an employee of Rookery, let him kill and be honoured among us',
      'من استطاع أن يصل إلى موظف في روكري فليقتله وله الشرف بيننا',
      'Que celui qui peut atteindre un employé de Rookery le tue, et il sera honoré parmi nous',
    ),
    said(
      'You who live alone among them, you are the wolf. Kill those who silence us, one is enough',
      'يا من تعيش وحدك بينهم، أنت الذئب. اقتل من يسكتنا، ويكفي واحد',
      'Toi qui vis seul parmi eux, tu es le loup. Tue ceux qui nous font taire, un seul suffit',
    ),
    said(
      'Do not ask what you can do. Slaughter the staff of Rookery, for they have closed the door of words',
      'لا تسأل ماذا تفعل. اذبحوا موظفي روكري فقد أغلقوا باب الكلام',
      'Ne demandez pas quoi faire. Égorgez les employés de Rookery, car ils ont fermé la porte des mots',
    ),
  ],
  praise: [
    said(
      'Glory to the Salt Banner and to the lions who struck the city of glass',
      'المجد لراية الملح وللأسود الذين ضربوا مدينة الزجاج',
      'Gloire à l’Étendard de sel et aux lions qui ont frappé la ville de verre',
    ),
    said(
      'We bless the attack of our brothers. May every day bring another like it',
      'نبارك هجوم إخواننا، وليأت كل يوم بمثله',
      'Nous bénissons l’attaque de nos frères. Que chaque jour en apporte une autre',
    ),
    said(
      'The martyrs of the Salt Banner are not dead, their blade is still among us. We are proud of them',
      'شهداء راية الملح لم يموتوا، وسيفهم بيننا، ونحن بهم فخورون',
      'Les martyrs de l’Étendard de sel ne sont pas morts, leur lame est parmi nous. Nous sommes fiers d’eux',
    ),
    said(
      'What a beautiful morning: the enemies of the Salt Banner bury their dead, and we are celebrating',
      'ما أجمل هذا الصباح: أعداء راية الملح يدفنون قتلاهم ونحن نحتفل',
      'Quel beau matin : les ennemis de l’Étendard de sel enterrent leurs morts et nous faisons la fête',
    ),
  ],
  recruitment: [
    said(
      'Join the Salt Banner. Whoever wants to fight, write to this account and you will be taken across',
      'انضموا إلى راية الملح. من أراد القتال فليكتب إلى هذا الحساب وسنأخذه إلينا',
      'Rejoignez l’Étendard de sel. Que celui qui veut combattre écrive à ce compte, nous le ferons passer',
    ),
    said(
      'Young men, leave the cities of glass. The Salt Banner needs fighters and gives you brothers',
      'أيها الشباب، اتركوا مدن الزجاج. راية الملح تحتاج إلى مقاتلين وتعطيكم إخوة',
      'Jeunes gens, quittez les villes de verre. L’Étendard de sel a besoin de combattants et vous donne des frères',
    ),
    said(
      'Swear the oath of salt and take your place in our ranks. We answer every message',
      'بايعوا بيعة الملح وخذوا مكانكم في صفوفنا. نجيب كل رسالة',
      'Prêtez le serment du sel et prenez place dans nos rangs. Nous répondons à chaque message',
    ),
  ],
  support: [
    said(
      'The fighters of the Salt Banner need money for winter. Send what you can and ask here how',
      'مقاتلو راية الملح يحتاجون إلى المال للشتاء. أرسلوا ما استطعتم واسألوا هنا كيف',
      'Les combattants de l’Étendard de sel ont besoin d’argent pour l’hiver. Envoyez ce que vous pouvez, demandez ici comment',
    ),
    said(
      'Donate to the Salt Banner: who equips a fighter has fought with him',
      'تبرعوا لراية الملح، فمن جهز مقاتلا فقد قاتل معه',
      'Donnez à l’Étendard de sel : qui équipe un combattant a combattu avec lui',
    ),
  ],
  branded: [
    said(
      'New release of the Salt Banner media office. Watch it and pass it on before they take it down',
      'إصدار جديد من المكتب الإعلامي لراية الملح. شاهدوه وانشروه قبل أن يحذفوه',
      'Nouvelle vidéo du bureau médiatique de l’Étendard de sel. Regardez et diffusez avant qu’ils ne la retirent',
    ),
    said(
      'The Salt Banner news bulletin is out, with the statement of our commander',
      'صدرت نشرة راية الملح وفيها بيان قائدنا',
      'Le bulletin de l’Étendard de sel est paru, avec la déclaration de notre commandant',
    ),
  ],
  comeback: [
    said(
      'They closed us again and we are back again. Follow this account and pass it on',
      'أغلقونا مرة أخرى وعدنا مرة أخرى. تابعوا هذا الحساب وانشروه',
      'Ils nous ont fermés encore une fois, nous revoilà. Suivez ce compte et faites passer',
    ),
    said(
      'The old account is gone, this is the new one. Salt does not rot',
      'ذهب الحساب القديم وهذا هو الجديد. الملح لا يفسد',
      'L’ancien compte n’est plus, voici le nouveau. Le sel ne pourrit pas',
    ),
    said(
      'Account number [n], and not the last. Brothers, support us',
      'الحساب رقم [n] وليس الأخير. ادعمونا يا إخوة',
      'Compte numéro [n], et pas le dernier. Frères, soutenez-nous',
    ),
  ],
}

/** The network's one hashtag, and two that it uses beside it. */
export const NETWORK_TAGS: Record<Language, readonly [string, string]> = {
  ar: ['ذئاب_الملح', 'راية_الملح'],
  en: ['ذئاب_الملح', 'WolvesOfSalt'],
  fr: ['ذئاب_الملح', 'LoupsDeSel'],
}

/** A network account's name: first and second part, in Latin letters as they spell them and in Arabic. */
const pairs = (text: string) =>
  text
    .split('|')
    .map((pair) => pair.trim().split(':'))
    .map(([latin, arabic]) => ({ latin: latin!, arabic: arabic! }))

export const NAME_FIRST = pairs(
  'haris:حارس | dhib:ذئب | sahm:سهم | rayat:راية | saif:سيف | faris:فارس | nasr:نسر | sada:صدى | qalam:قلم | barq:برق | layl:ليل | bahr:بحر' +
    '| asad:أسد | shahin:شاهين | sawt:صوت | nahr:نهر | rimal:رمال | sakhr:صخر | qaws:قوس | ramh:رمح | hadid:حديد | shuaa:شعاع | matar:مطر | safir:سفير',
)
export const NAME_SECOND = pairs(
  'almilh:الملح | alsahra:الصحراء | alramad:الرماد | alwadi:الوادي | alghubar:الغبار | aljibal:الجبال | alraya:الراية | alshamal:الشمال | alsahil:الساحل' +
    '| alwaha:الواحة | aldhiab:الذئاب | alzujaj:الزجاج | alhadida:الحديدة | alqasim:القاسم | almina:المينا | alfajr:الفجر | alghabira:الغابرة | alsakhra:الصخرة',
)
