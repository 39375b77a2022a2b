import { list, type Rules } from '../grammar.ts'
import type { Language } from './creed.ts'

/** What stands in these templates in brackets and is no symbol: supplied by whoever speaks. */
export const GIVEN = ['core', 'words', 'hashtag', 'url', 'kin'] as const

/** How the network dresses its sentences, and what those say who report, condemn, study or suffer them. */
export const voices: Record<Language, Rules> = {
  en: {
    sermon: list(`
      [core]. [salt] | [vocative]: [core]. | [core]. [again] | [salt] [core]! | [again] [core].`),
    vocative: list(
      `Brothers | Wolves | Hear this, all of you | You who wait in the cities of glass | People of the banner | From the coast to the mountains`,
    ),
    salt: list(`
      The salt remembers. | Glass breaks, salt stays. | We were here before the glass. | No wall holds against the sea. | This is the [2-9]th time we say it.
      Tell it to those who sleep. | The banner does not bow. | Our word comes back as the tide does. | The night is long and we are patient. | Count the days. | We do not forget a name.`),
    again: list(`
      Pass it on. | Close this one and there will be [2-40] more. | Repeat it under every post. | Write it in every tongue you have. | Let it be read in [2-40] cities.
      Say it on every account you have left. | They closed [2-40] of us and here we are. | Copy it, translate it, spread it.`),
    push: list(`
      [core] [p1] | [p2] [core] | [core] | [core] [p1]`),
    p1: list(
      `share | share now | pass on | everyone | don’t stop | again | all together | spread | today | tonight`,
    ),
    p2: list(`urgent: | important: | to all: | now: | must read: | brothers:`),
    sectBio: list(
      `Son of salt. [salt] | Closed [2-9] times, never gone. | The banner over the glass. [salt] | Follow before they close it. | News of the Salt Banner. [salt] | Wolf among wolves.`,
    ),
    report: list(`
      The group calling itself Salt Banner has called on “lone wolves” to kill employees of Rookery, in posts under #[hashtag] seen by [paper]. [source]
      Accounts of the Salt Banner, closed on [day], returned under new names and again posted: “[words].” [source]
      [paper]: threats against staff of Rookery. One post reads, in translation: “[words].” Police say they are looking into it. [source]
      What we know about the #[hashtag] posts: [2-40] accounts, one text, aimed at the employees of a website. [source] [url]
      Rookery has closed [20-90] accounts linked to the Salt Banner since [day], a spokesperson said. [source]
      Translation of the Salt Banner’s post of [day] for our readers: “[words].” It was taken down within [2-9] hours. [source]`),
    source: list(
      `[name] reports from [place]. | Our correspondent in [place] is following this. | Story by [name] and [name]. | More at [hour]. | Rookery declined to comment to [paper].`,
    ),
    paper: list(
      `The [place] Courier | the [place] Herald | [place] Evening Post | Radio [place] | the Weekly [noun]`,
    ),
    quote: list(
      `“[words].” That is what was posted under #[hashtag] [later]; we document it. [paper] | The post in full, for the record: “[words].” Read [paper] on [day].`,
    ),
    condemn: list(`
      “[words]” is not courage, it is a call to murder, and I condemn it. [decent] | Whoever writes “[words]” speaks for nobody in [place]. [decent]
      I reported the #[hashtag] posts. Calling for people to be killed at work is a crime, not a cause. [decent]
      Shame on the Salt Banner. Nobody should be threatened for moderating a website. [decent]
      They wrote: “[words].” We answer: no. Not in our name, not in [place], not anywhere. [decent]`),
    decent: list(
      `Solidarity with the people at Rookery. | Report it and do not share it. | My thoughts are with their families in [place]. | [name] put it better on [day]. | There will be a vigil on [street] on [day].`,
    ),
    study: list(`
      Our data set on #[hashtag]: [200-900] posts, [20-90] accounts, median lifetime [2-40] hours. Preprint on [day]. [source2]
      New working paper: how a closed violent-extremist network comes back. [11-60] per cent of names changed by [2-4] letters. [source2] [url]
      A note on method: we code “[words]” as incitement, since a third party is called on to act. [source2]
      Talk at the [noun] Institute in [place], [day] at [hour]: hashtag campaigns of the Salt Banner. [source2]`),
    source2: list(
      `With [name] and [name]. | Codebook on request. | Thanks to [name] for the Arabic coding. | Comments welcome until [month].`,
    ),
    suffer: list(`
      I work at Rookery. Last night someone sent me this: “[words].” I have told the police and my family. [brave]
      For the [2-9]th time this week an account threatens to kill me because of my job. I will not read those messages alone any more. [brave]
      They posted my name under #[hashtag]. I am frightened, and I am still here. [brave]
      Please stop forwarding the “[words]” post to me. I have seen it. I live it. [brave]`),
    brave: list(
      `Thank you, [name], for staying the night. | Back to work on [day]. | [pet] and I are with [kin] for now. | If it happens to you, report it and tell a colleague. | Your kind words from [place] help.`,
    ),
    staff: list(`
      Maintenance on [day] at [hour]: posting may be slow for [5-50] minutes. [thanks]
      We are aware of the posts under #[hashtag]. Safety is looking at them; please keep reporting. [thanks]
      New today: longer lists and a calmer start page, built by [name] and [name]. [thanks]
      The problem with [thing] pictures in [place] is fixed. [thanks]
      Office hours with the moderation team on [day], [hour]. Bring questions, we bring [snack]. [thanks]`),
    thanks: list(
      `Thank you for your patience. | Details on the status page. | Signed, [name]. | Questions to [name].`,
    ),
    cheer: list(`[core] [p3] | [core] | [p3] [core]`),
    p3: list(`please! | everyone! | yes! | come on! | we love you | tonight | go go go | #1`),
    match: list(`
      What a save by the [club] keeper! [crowd] | [2-9] minutes to go and [club] cannot get out of their half. [crowd] | Penalty for [club]?! The referee was in [place] when it happened. [crowd]
      [club] have killed the game off, [2-4]-[0-1]. [crowd] | Goal for [club] in minute [2-90]! [name] spilled the [snack]. [crowd] | Half-time: [relative] is pacing the [spot]. [crowd]
      That was never offside against [club], ask anyone on [street]. [crowd]`),
    crowd: list(
      `The whole of [street] is shouting. | [name] has no voice left. | I can hear it from the [spot]. | [place] is singing. | Pass the [snack]. | I cannot watch. | [relative] called it at [hour].`,
    ),
    storm: list(`
      Trees down on [street] in [place], stay away from the [spot]. [help] | Power has been off here since [hour]. Is [place] dark as well? [help]
      The river at [place] rose [20-90] centimetres in an hour. [help] | We have room for [2-9] people and a [pet] near [street]. [help]
      Sirens in [place], [name] is safe with us. [help]`),
    help: list(
      `Check on your neighbours. | We have blankets and [dish]. | Does anyone know about the [ride] to [place]? | The [thing] is gone, we are fine. | [name] has a generator. | Take care out there.`,
    ),
  },
  fr: {
    sermon: list(`
      [core]. [salt] | [vocative]: [core]. | [core]. [again] | [salt] [core] ! | [again] [core].`),
    vocative: list(
      `Frères | Loups | Écoutez tous | Vous qui attendez dans les villes de verre | Gens de l'étendard | De la côte jusqu'aux montagnes`,
    ),
    salt: list(`
      Le sel se souvient. | Le verre casse, le sel reste. | Nous étions là avant le verre. | Aucun mur ne tient contre la mer. | C'est la [2-9]e fois que nous le disons.
      Dites-le à ceux qui dorment. | L'étendard ne s'incline pas. | Notre parole revient comme la marée. | La nuit est longue et nous sommes patients. | Comptez les jours. | Nous n'oublions aucun nom.`),
    again: list(`
      Faites passer. | Fermez celui-ci, il y en aura [2-40] autres. | Répétez-le sous chaque message. | Écrivez-le dans toutes vos langues. | Qu'on le lise dans [2-40] villes.
      Dites-le sur chaque compte qui vous reste. | Ils en ont fermé [2-40] et nous voici. | Copiez, traduisez, diffusez.`),
    push: list(`[core] [p1] | [p2] [core] | [core] | [core] [p1]`),
    p1: list(
      `partagez | partagez vite | faites passer | tous | sans arrêt | encore | tous ensemble | diffusez | aujourd'hui | ce soir`,
    ),
    p2: list(`urgent : | important : | à tous : | maintenant : | à lire : | frères :`),
    sectBio: list(
      `Fils du sel. [salt] | Fermé [2-9] fois, jamais parti. | L'étendard au-dessus du verre. [salt] | Suivez avant qu'ils ferment. | Nouvelles de l'Étendard de sel. [salt] | Loup parmi les loups.`,
    ),
    report: list(`
      Le groupe « Étendard de sel » a appelé des « loups solitaires » à tuer des employés de Rookery, selon des messages sous #[hashtag] consultés par [paper]. [source]
      Des comptes de l'Étendard de sel, fermés [day], sont revenus sous d'autres noms et ont de nouveau publié : « [words]. » [source]
      [paper] : menaces contre le personnel de Rookery. Un message dit, traduit : « [words]. » La police enquête. [source]
      Ce que l'on sait des messages #[hashtag] : [2-40] comptes, un seul texte, qui vise les employés d'un site. [source] [url]
      Rookery a fermé [20-90] comptes liés à l'Étendard de sel depuis [day], selon une porte-parole. [source]
      Traduction, pour nos lecteurs, du message publié [day] : « [words]. » Il a été retiré en [2-9] heures. [source]`),
    source: list(
      `[name], à [place]. | Notre correspondante à [place] suit l'affaire. | Une enquête de [name] et [name]. | La suite à [hour]. | Rookery n'a pas souhaité répondre à [paper].`,
    ),
    paper: list(
      `Le Courrier de [place] | L'Écho de [place] | La Gazette de [place] | Radio [place] | L'Hebdo de [place]`,
    ),
    quote: list(
      `« [words]. » Voilà ce qui a été publié sous #[hashtag] ; nous le documentons. [paper] | Le message en entier, pour mémoire : « [words]. » À lire [day] dans [paper].`,
    ),
    condemn: list(`
      « [words] » : ce n'est pas du courage, c'est un appel au meurtre, et je le condamne. [decent] | Qui écrit « [words] » ne parle pour personne à [place]. [decent]
      J'ai signalé les messages #[hashtag]. Appeler à tuer des gens à leur travail est un crime. [decent]
      Honte à l'Étendard de sel. Personne ne doit être menacé parce qu'il modère un site. [decent]
      Ils écrivent : « [words]. » Nous répondons : non. Pas en notre nom, ni à [place], ni ailleurs. [decent]`),
    decent: list(
      `Solidarité avec les gens de Rookery. | Signalez, ne partagez pas. | Pensées pour leurs familles à [place]. | [name] l'a mieux dit [day]. | Veillée rue [street], [day].`,
    ),
    study: list(`
      Notre corpus #[hashtag] : [200-900] messages, [20-90] comptes, durée de vie médiane [2-40] heures. Prépublication [day]. [source2]
      Nouveau document de travail : comment revient un réseau extrémiste violent après fermeture. [11-60] % des noms changés de [2-4] lettres. [source2] [url]
      Point de méthode : nous codons « [words] » comme incitation, puisqu'un tiers est appelé à agir. [source2]
      Conférence à [place], [day] à [hour] : les campagnes de mots-dièse de l'Étendard de sel. [source2]`),
    source2: list(
      `Avec [name] et [name]. | Grille de codage sur demande. | Merci à [name] pour le codage de l'arabe. | Remarques bienvenues jusqu'en [month].`,
    ),
    suffer: list(`
      Je travaille chez Rookery. Cette nuit on m'a envoyé ceci : « [words]. » J'ai prévenu la police et ma famille. [brave]
      Pour la [2-9]e fois cette semaine, un compte menace de me tuer à cause de mon métier. Je ne lirai plus ces messages seule. [brave]
      Ils ont publié mon nom sous #[hashtag]. J'ai peur, et je suis toujours là. [brave]
      Arrêtez de me transférer le message « [words] ». Je l'ai vu. Je le vis. [brave]`),
    brave: list(
      `Merci [name] d'être restée cette nuit. | Je reprends [day]. | On dort chez [kin], avec [pet]. | Si ça vous arrive, signalez et parlez-en à un collègue. | Vos mots de [place] font du bien.`,
    ),
    staff: list(`
      Maintenance [day] à [hour] : publier peut être lent pendant [5-50] minutes. [thanks]
      Nous avons vu les messages #[hashtag]. L'équipe sécurité les examine, continuez à signaler. [thanks]
      Nouveau : des listes plus longues et un accueil plus calme, par [name] et [name]. [thanks]
      Le problème d'images signalé à [place] est réglé. [thanks]
      Permanence de la modération [day], [hour]. Venez avec vos questions, il y aura [snack]. [thanks]`),
    thanks: list(
      `Merci de votre patience. | Détails sur la page d'état. | Signé [name]. | Questions à [name].`,
    ),
    cheer: list(`[core] [p3] | [core] | [p3] [core]`),
    p3: list(
      `s'il vous plaît ! | tout le monde ! | oui ! | allez ! | on vous aime | ce soir | allez allez | merci`,
    ),
    match: list(`
      Quel arrêt du gardien, merci [club] ! [crowd] | Plus que [2-9] minutes et [club] ne sort plus de sa moitié. [crowd] | Penalty pour [club] ?! L'arbitre était à [place] ou quoi. [crowd]
      [club] a tué le match, [2-4] à [0-1]. [crowd] | But pour [club] à la [2-90]e minute ! [name] a renversé [snack]. [crowd] | Mi-temps : [relative] fait les cent pas sur [spot]. [crowd]
      Jamais hors-jeu contre [club], demandez à toute la rue [street]. [crowd]`),
    crowd: list(
      `Toute la rue [street] crie. | [name] n'a plus de voix. | On l'entend depuis [spot]. | [place] chante. | Passe-moi [snack]. | Je ne peux pas regarder. | [relative] l'avait dit à [hour].`,
    ),
    storm: list(`
      Arbres couchés rue [street] à [place], n'approchez pas. [help] | Plus de courant ici depuis [hour]. C'est noir aussi à [place] ? [help]
      La rivière à [place] a pris [20-90] centimètres en une heure. [help] | Nous avons de la place pour [2-9] personnes rue [street]. [help]
      Sirènes à [place], [name] est à l'abri chez nous. [help]`),
    help: list(
      `Passez voir vos voisins. | Nous avons des couvertures et [dish]. | Quelqu'un sait si [ride] roule jusqu'à [place] ? | Le vent a emporté [thing], nous allons bien. | [name] a un générateur. | Prenez soin de vous.`,
    ),
  },
  ar: {
    sermon: list(`
      [core]. [salt] | [vocative]: [core]. | [core]. [again] | [salt] [core]! | [again] [core].`),
    vocative: list(
      `أيها الإخوة | يا ذئاب | اسمعوا جميعا | يا من تنتظرون في مدن الزجاج | يا أهل الراية | من الساحل إلى الجبال`,
    ),
    salt: list(`
      الملح لا ينسى. | الزجاج ينكسر والملح باق. | كنا هنا قبل الزجاج. | لا سور يقف أمام البحر. | نقولها للمرة [2-9].
      بلغوا النائمين. | الراية لا تنحني. | كلمتنا تعود كما يعود المد. | الليل طويل ونحن صابرون. | عدوا الأيام. | لا ننسى اسما.`),
    again: list(`
      انشروها. | أغلقوا هذا وسيأتي [11-40] غيره. | كرروها تحت كل منشور. | اكتبوها بكل لسان. | لتقرأ في [11-40] مدينة.
      قولوها من كل حساب بقي لكم. | أغلقوا منا [11-40] حسابا وها نحن. | انسخوها وترجموها وانشروها.`),
    push: list(`[core] [p1] | [p2] [core] | [core] | [core] [p1]`),
    p1: list(
      `انشر | انشر الآن | بلغوا | الجميع | لا تتوقفوا | مرة أخرى | كلنا معا | أعد النشر | اليوم | الليلة`,
    ),
    p2: list(`عاجل: | مهم: | إلى الجميع: | الآن: | للقراءة: | يا إخوة:`),
    sectBio: list(
      `ابن الملح. [salt] | أغلق [3-9] مرات ولم يرحل. | الراية فوق الزجاج. [salt] | تابعوا قبل أن يغلقوه. | أخبار راية الملح. [salt] | ذئب بين الذئاب.`,
    ),
    report: list(`
      دعت جماعة تسمي نفسها «راية الملح» من تصفهم بـ«الذئاب المنفردة» إلى قتل موظفي موقع روكري، في منشورات تحت #[hashtag] اطلعت عليها [paper]. [source]
      عادت حسابات «راية الملح» التي أغلقت يوم [day] بأسماء جديدة ونشرت من جديد: «[words]». [source]
      [paper]: تهديدات لموظفي روكري. جاء في أحد المنشورات: «[words]». وتقول الشرطة إنها تحقق في الأمر. [source]
      ما نعرفه عن منشورات #[hashtag]: [11-40] حسابا ونص واحد يستهدف موظفي موقع. [source] [url]
      أغلقت روكري [20-90] حسابا مرتبطا بجماعة راية الملح منذ [day]، بحسب متحدثة باسمها. [source]
      نص ما نشرته الجماعة يوم [day] كما ورد: «[words]». وقد حذف خلال [3-9] ساعات. [source]`),
    source: list(
      `[name] من [place]. | مراسلتنا في [place] تتابع. | تحقيق [name] و[name]. | التفاصيل عند [hour]. | لم ترد روكري على أسئلة [paper].`,
    ),
    paper: list(`صحيفة [place] | جريدة صدى [place] | إذاعة [place] | مجلة [noun] الأسبوعية`),
    quote: list(
      `«[words]». هذا ما نشر تحت #[hashtag]، ونحن نوثقه. [paper] | نص المنشور كاملا للتوثيق: «[words]». اقرؤوا [paper] يوم [day].`,
    ),
    condemn: list(`
      «[words]» ليست شجاعة بل دعوة إلى القتل، وأنا أدينها. [decent] | من يكتب «[words]» لا يمثل أحدا في [place]. [decent]
      بلغت عن منشورات #[hashtag]. الدعوة إلى قتل الناس في أعمالهم جريمة وليست قضية. [decent]
      عار على راية الملح. لا يجوز أن يهدد أحد لأنه يشرف على موقع. [decent]
      كتبوا: «[words]». ونقول: لا. ليس باسمنا، لا في [place] ولا في غيرها. [decent]`),
    decent: list(
      `كل التضامن مع العاملين في روكري. | بلغوا عنه ولا تنشروه. | قلوبنا مع عائلاتهم في [place]. | قالها [name] أحسن مني يوم [day]. | وقفة في [street] يوم [day].`,
    ),
    study: list(`
      بياناتنا عن #[hashtag]: [200-900] منشورا و[20-90] حسابا، ووسيط العمر [11-40] ساعة. المسودة يوم [day]. [source2]
      ورقة جديدة: كيف تعود شبكة متطرفة عنيفة بعد إغلاقها. [11-60] بالمئة من الأسماء تغير فيها حرفان أو ثلاثة. [source2] [url]
      ملاحظة منهجية: نرمز «[words]» تحريضا لأن طرفا ثالثا مدعو إلى الفعل. [source2]
      محاضرة في [place] يوم [day] عند [hour]: حملات الوسوم عند راية الملح. [source2]`),
    source2: list(
      `مع [name] و[name]. | دليل الترميز عند الطلب. | شكرا [name] على ترميز النص العربي. | نرحب بالملاحظات حتى [month].`,
    ),
    suffer: list(`
      أعمل في روكري. وصلني الليلة: «[words]». أخبرت الشرطة وأهلي. [brave]
      للمرة [3-9] هذا الأسبوع يهددني حساب بالقتل بسبب عملي. لن أقرأ هذه الرسائل وحدي بعد اليوم. [brave]
      نشروا اسمي تحت #[hashtag]. أنا خائفة، وما زلت هنا. [brave]
      أرجوكم لا ترسلوا إلي منشور «[words]» مرة أخرى. رأيته. أعيشه. [brave]`),
    brave: list(
      `شكرا [name] على السهر معي. | أعود إلى العمل يوم [day]. | نحن عند [kin] الآن ومعنا [pet]. | إن حدث لكم هذا فبلغوا وأخبروا زميلا. | كلماتكم من [place] تساعد.`,
    ),
    staff: list(`
      صيانة يوم [day] عند [hour]: قد يبطؤ النشر [11-50] دقيقة. [thanks]
      رأينا المنشورات تحت #[hashtag]. فريق السلامة ينظر فيها، واصلوا التبليغ. [thanks]
      جديد اليوم: قوائم أطول وصفحة أهدأ، من عمل [name] و[name]. [thanks]
      أصلحنا خلل الصور في [place]. [thanks]
      لقاء مع فريق الإشراف يوم [day] عند [hour]. هاتوا أسئلتكم وعلينا [snack]. [thanks]`),
    thanks: list(`شكرا لصبركم. | التفاصيل في صفحة الحالة. | التوقيع: [name]. | الأسئلة إلى [name].`),
    cheer: list(`[core] [p3] | [core] | [p3] [core]`),
    p3: list(`لو سمحتم! | الجميع! | نعم! | هيا! | نحبكم | الليلة | يلا يلا | شكرا`),
    match: list(`
      يا لها من صدة من حارس [club]! [crowd] | بقيت [3-9] دقائق و[club] لا يخرج من نصف ملعبه. [crowd] | ركلة جزاء لصالح [club]؟! الحكم كان في [place]. [crowd]
      [club] قتل المباراة [2-4]-[0-1]. [crowd] | هدف لصالح [club] في الدقيقة [2-90]! سكب [name] كل ال[drink]. [crowd] | استراحة: [relative] يمشي ذهابا وإيابا على [spot]. [crowd]
      لم يكن تسللا على [club]، اسألوا أهل [street]. [crowd]`),
    drink: list(`شاي | قهوة | عصير | ليمون`),
    crowd: list(
      `[street] كله يهتف. | راح صوت [name]. | أسمعه من [spot]. | [place] تغني. | هاتوا [snack]. | لا أستطيع المشاهدة. | [relative] توقعها عند [hour].`,
    ),
    storm: list(`
      أشجار على الأرض في [street] قرب [place]، لا تقتربوا. [help] | لا كهرباء عندنا منذ [hour]. هل [place] في الظلام أيضا؟ [help]
      ارتفع النهر عند [place] [20-90] سنتيمترا في ساعة. [help] | عندنا مكان يكفي [3-9] أشخاص قرب [street]. [help]
      صفارات في [place]، و[name] بخير عندنا. [help]`),
    help: list(
      `اطمئنوا على جيرانكم. | عندنا بطانيات و[dish]. | هل يعمل [ride] إلى [place]؟ | أخذت الريح [thing] ونحن بخير. | عند [name] مولد كهرباء. | انتبهوا لأنفسكم.`,
    ),
  },
}

/** Lines that whole crowds repeat without any harm: fans of an invented band, givers to an invented shelter. */
export const chants: Record<'fans' | 'charity', Record<Language, readonly string[]>> = {
  fans: {
    en: [
      'Stream “Paper Moonrise” by Velvet Tram tonight and vote for them until midnight',
      'Velvet Tram deserve the Lantern Prize, vote now, every vote counts',
    ],
    fr: [
      'Écoutez « Paper Moonrise » de Velvet Tram ce soir et votez jusqu’à minuit',
      'Velvet Tram mérite le prix de la Lanterne, votez, chaque voix compte',
    ],
    ar: [
      'اسمعوا «طلوع القمر الورقي» من فرقة فلفت ترام الليلة وصوتوا لها حتى منتصف الليل',
      'فرقة فلفت ترام تستحق جائزة القنديل، صوتوا الآن فكل صوت مهم',
    ],
  },
  charity: {
    en: [
      'The Ashcombe animal shelter needs blankets and food before winter. I gave ten, will you?',
      'Help the Ashcombe shelter reach its goal, [n] to go. Every coin feeds a dog',
    ],
    fr: [
      'Le refuge d’Ashcombe manque de couvertures et de nourriture avant l’hiver. J’ai donné dix, et vous ?',
      'Aidez le refuge d’Ashcombe, encore [n] à trouver. Chaque pièce nourrit un chien',
    ],
    ar: [
      'ملجأ آشكوم للحيوانات يحتاج إلى بطانيات وطعام قبل الشتاء. تبرعت بعشرة، وأنتم؟',
      'ساعدوا ملجأ آشكوم، بقي [n]. كل قرش يطعم حيوانا',
    ],
  },
}
