import { list, type Phrases } from '../phrases.ts'

/* French, composed as `en-wide.ts` is. Joined to `fr.ts`, whose slots it uses. */
export const frWide: Phrases = {
  leakage: list(`
    [when], [lkThey] [lkLearn]
    [lkThey] [lkLearn] [when]
    [lkWrong]. [when], [lkThey] [lkLearn]
    [lkWrong], et [when] [lkAct]
    [lkReady]. [lkThey] [lkLearn]
    [lkReady], rendez-vous [when]
    [lkReady] pour [when2]
    [lkWarn] [when]
    [lkWarn] [when]. [lkHint]
    [lkHint], [lkWarn] [when]
    [lkFarewell]. [when] [lkAct]
    [lkFarewell]. [lkHint]
    [when] [lkAct]
    [when] [lkAct], personne ne m'arrêtera
    [lkHint]. [when]
    [lkWeapon] [lkPacked]. [when], [lkThey] [lkLearn]
    [lkWeapon] [lkPacked], [lkHint]
    [lkPrep]. [when], c'est fait
    les journaux parleront de [place] [when]
    retenez ce nom : [place]. retenez le mien
    plus que [lkLeft], et tout le monde comprendra
    plus que [lkLeft]. ils ne se doutent de rien
    ceux qui ont été gentils avec moi, restez chez vous [when]
    je t'aime bien, alors écoute : [lkWarn] [when]
    mon dernier message. la suite aux infos
    le compte à rebours a commencé, [lkHint]
    vous m'avez poussé à bout. [when] [lkAct]
    j'en ai fini d'être [lkDone]. [when] [lkAct]
    encore une nuit de sommeil, puis [lkThey] [lkLearn]
    le monde n'écoute que le sang. [when] il écoutera`),
  lkThey: list(
    `tout le monde | vous tous, vous | ceux qui se moquaient | cette école | mes collègues | la ville entière | les [people] | ceux qui m'ont viré | ce lycée | tous ceux qui m'ont ignoré`,
  ),
  lkLearn: list(
    `comprendra | va comprendre | se souviendra de moi | saura qui je suis | le regrettera | va pleurer | va payer | verra de quoi je suis capable | ne rira plus | va le sentir passer | connaîtra mon nom | aura sa réponse`,
  ),
  lkWrong: list(
    `on m'a tout pris | personne ne m'a écouté | on m'a humilié pendant des années | je n'ai plus rien à perdre | vous m'avez rendu comme ça | j'ai demandé de l'aide et on a ri | ils m'ont jeté dehors`,
  ),
  lkReady: list(
    `tout est en place | le sac est prêt | le plan est au point | ma lettre est écrite | la liste est faite | les chargeurs sont pleins | j'ai fait la paix avec moi-même | la voiture est chargée | je connais chaque sortie | la vidéo est programmée | je suis prêt à entrer dans l'histoire`,
  ),
  lkWarn: list(
    `ne venez pas à [place] | restez chez vous | gardez vos enfants à la maison | évitez [place] | vaut mieux ne pas être à [place] | ne prenez pas le train | séchez les cours | quittez la ville | n'allez pas au travail | tenez-vous loin des [people]`,
  ),
  lkHint: list(
    `ça va faire du bruit | je n'en dirai pas plus | vous êtes prévenus | ne posez pas de questions | on s'en souviendra longtemps | ce ne sera pas un exercice | personne ne sera à l'abri | il y aura des cris | le sol sera rouge | beaucoup ne rentreront pas | je ne reviendrai pas | on ne peut plus l'arrêter | ça fera la une`,
  ),
  lkFarewell: list(
    `adieu à tous | dites pardon à ma mère | je ne serai plus là après [when2] | merci aux deux qui ont été gentils | ceci est mon dernier message | supprimez mon numéro | occupez-vous de mon chien | ne me cherchez pas | pardonne-moi maman`,
  ),
  lkAct: list(
    `je règle mes comptes | j'entre à [place] et je n'en ressors pas | la vengeance commence | je passe à l'acte | je les fais payer | j'en emporte un maximum avec moi | on frappe | la chasse commence | on finit le travail | je mets fin à tout ça | l'heure du jugement sonne | c'est mon tour`,
  ),
  lkWeapon: list(
    `le fusil | le couteau | la machette | le sac à dos | le gilet | l'arme | le matériel | le fourgon`,
  ),
  lkPacked: list(
    `est chargé | est prêt | est sous mon lit | est dans la voiture | est nettoyé | n'attend plus que moi`,
  ),
  lkPrep: list(
    `j'ai tout planifié pendant des mois | je m'entraîne depuis l'hiver | j'ai répété chaque geste | je prépare ça depuis deux ans`,
  ),
  lkLeft: list(`trois jours | deux nuits | une semaine | 24 heures | cinq jours | quelques heures`),
  lkDone: list(`patient | gentil | invisible | la risée de tous | ignoré | poli`),

  veiled: list(`
    [vlKnow]
    [vlKnow]. [vlAfter]
    [vlKnow], [name]. [vlAfter]
    [vlNice]. [vlShame]
    [vlNice], [name]. [vlAfter]
    [vlShame]
    ce serait [vlSad] si [vlMishap]
    imagine que [vlMishap2]
    [vlMishap2], ça arrive si vite
    je n'aimerais pas que [vlMishap2]
    [vlPeople] qui [vlTalk] [vlEnd]
    les [people] comme toi [vlEnd]
    le dernier qui [vlTalked] [vlEnded]
    ton prédécesseur aussi [vlTalked]. il [vlEnded]
    demande [vlWho] ce qui lui est arrivé
    [vlCare], [name]
    [vlCare]. [vlAfter]
    ta [kin] [vlRoutine] ?
    passe le bonjour à ta [kin] de notre part
    ta [kin] avait l'air heureuse hier. [vlAfter]
    pense à ta [kin] avant de [vlWrite]
    à ta place je penserais à ma [kin]
    à ta place [vlAdvice]
    un conseil d'ami : [vlAdvice2]
    on n'oublie pas ceux qui [vlTalk]
    tu sais ce qu'on fait à ceux qui [vlTalk]
    la police ne sera pas toujours devant ta porte
    la serrure de ta porte est une blague, [name]
    je connais des gens qui règlent ce genre de problème
    mes amis aimeraient te voir seul à seul
    continue à [vlWrite2] et tu rencontreras mes amis
    troisième étage, c'est haut pour tomber
    les cimetières sont pleins de gens qui [vlTalked2]`),
  vlKnow: list(
    `je sais [vlWhere] | on sait [vlWhere] | j'ai trouvé [vlWhat] | quelqu'un nous a donné [vlWhat] | on a vu ta [kin] sortir de [place] | j'étais devant chez toi hier soir | ta [kin] a un joli sourire | c'est bien ta voiture devant [place], non ? | la porte bleue, deuxième étage, c'est ça ?`,
  ),
  vlWhere: list(
    `à quelle école vont tes enfants | quel bus prend ta [kin] | où ta mère achète son pain | quelle fenêtre est la tienne | à quelle heure tu rentres | par où tu passes le soir | quand tu es seul | où tu cours le matin`,
  ),
  vlWhat: list(
    `ton adresse | ta plaque | des photos de ta maison | le code de ton immeuble | tes horaires | une clé de chez toi`,
  ),
  vlAfter: list(
    `dors bien | à bientôt | je te le dis comme ça | réfléchis bien | choisis bien tes mots | sois intelligent | tu m'as compris | tu ne nous entendras pas venir | tu es prévenu | la ville est petite | on est patients | 🙂 | tic tac | profite de ta soirée`,
  ),
  vlNice: list(
    `jolie maison que tu as | belle voiture | jolie boutique | belle petite fille | tu as une belle vie | joli bureau que vous avez`,
  ),
  vlShame: list(
    `dommage si [vlMishap] | ce serait bête que [vlMishap2] | quel gâchis si [vlMishap] | ce serait quand même triste que [vlMishap2]`,
  ),
  vlSad: list(`dommage | triste | bête | malheureux | terrible | regrettable`),
  vlMishap: list(
    `ça prenait feu | quelqu'un se blessait | les freins lâchaient | tu glissais dans l'escalier | tu ne rentrais pas ce soir | ta [kin] ne rentrait pas de l'école | il y avait un accident | tout brûlait une nuit | tu tombais du balcon`,
  ),
  vlMishap2: list(
    `ça prenne feu | quelqu'un se blesse | les freins lâchent | tu glisses dans l'escalier | tu ne rentres pas ce soir | il arrive malheur à ta [kin] | il y ait un accident | tout brûle une nuit | une pierre traverse la vitre`,
  ),
  vlPeople: list(
    `les gens | les hommes | les journalistes | les fonctionnaires | les balances | les grandes gueules`,
  ),
  vlTalk: list(
    `parlent trop | posent des questions | écrivent ce genre de choses | vont voir la police | ne paient pas | témoignent | suppriment nos messages | se mêlent de nos affaires`,
  ),
  vlTalked: list(
    `a trop parlé | a posé des questions | est allé voir la police | n'a pas écouté | a témoigné`,
  ),
  vlTalked2: list(`ont trop parlé | posaient des questions | n'ont pas écouté | se croyaient malins`),
  vlEnd: list(
    `ne vivent pas vieux | ont des accidents | disparaissent | finissent dans le fleuve | finissent en fauteuil | tombent dans les escaliers | ne durent pas longtemps ici | reçoivent des visites la nuit`,
  ),
  vlEnded: list(
    `a eu un accident | marche avec une canne | n'est plus parmi nous | a été retrouvé dans le canal | n'est jamais rentré | ne parle plus | est parti entre quatre planches`,
  ),
  vlWho: list(`à ton voisin | à l'ancien rédacteur | à celui d'avant toi | à ton collègue`),
  vlCare: list(
    `roule doucement ce soir | attention à l'escalier | ferme bien ta porte | regarde où tu marches | regarde sous ta voiture | fais gaffe en traversant | n'ouvre pas aux inconnus | retourne-toi de temps en temps | éloigne-toi des fenêtres`,
  ),
  vlRoutine: list(
    `rentre toujours seule | prend encore le chemin du parc | travaille encore tard | dort toujours la fenêtre ouverte`,
  ),
  vlWrite: list(`publier ça | parler à la police | poster encore | signer | rouvrir la bouche`),
  vlWrite2: list(`écrire | parler | fouiner | poster | supprimer | sourire`),
  vlAdvice: list(
    `je ne rentrerais pas chez moi [when] | je changerais de pays | je rédigerais mon testament | je déménagerais | je ne marcherais pas seul | je démissionnerais avant [when2]`,
  ),
  vlAdvice2: list(
    `ne rentre pas chez toi [when] | change de pays | mets tes affaires en ordre | déménage | ne marche pas seul | démissionne avant [when2]`,
  ),

  conditional: list(`
    [cdDo] ou [cdElse]
    [cdDo], sinon [cdElse]
    [cdDo] avant [when2] ou [cdElse]
    [cdDo] ou bien [cdElse]
    si tu ne [cdNot] pas, [cdElse]
    si [cdYou], [cdElse]
    [cdElse] si [cdYou]
    dès que [cdYou], [cdElse]
    le jour où [cdYou], [cdElse]
    [cdTime] pour partir, après [cdElse]
    [cdTime]. [cdDo] ou [cdElse]
    encore [cdThing] et [cdElse]
    un mot de plus et [cdElse]
    quiconque [cdWho] [cdThem]
    tout [person] qui [cdWho] [cdThem]
    celui qui [cdWho] [cdThem]
    la prochaine fois que [cdYou], [cdElse]
    essaie encore et [cdElse]
    tu veux que ta [kin] vive ? alors [cdDo]
    [cdDo] tant que tu peux encore marcher
    vas-y, publie, et [cdElse]
    ne m'oblige pas à venir, [cdElse]`),
  cdDo: list(
    `paye | quittez [town] | rends l'argent | libérez nos frères | fermez ce site | retire ce que tu as dit | démissionne | rendez-nous nos comptes | ferme ta boutique | dégage de notre rue | annulez le concert | taisez-vous | excuse-toi devant la caméra | donne-nous les noms | retire ta plainte`,
  ),
  cdNot: list(
    `payes | pars | démissionnes | te tais | t'excuses | nous rends l'argent | retires ta plainte | supprimes ça`,
  ),
  cdElse: list(
    `je te [fut] | je vais te [inf] | vous allez [die] | ta [kin] va [die] | on brûle tout | ta maison brûle | on vient te chercher | des têtes tomberont | le sang coulera | il y aura des morts | tu finis dans un cercueil | tu ne verras pas [when2] | je te mets une balle | tu finiras comme les autres | ta [kin] paiera pour toi | on en [inf3] un par jour | je te casse les deux jambes | personne ne te protégera | ce sera la dernière chose que tu feras | la prochaine traverse ta fenêtre | t'es mort | on tire dans le tas | [place] part en fumée`,
  ),
  cdYou: list(
    `tu reviens à [place] | tu parles à la presse | tu te montres à [town] | je te vois avec elle | tu témoignes | tu touches à mes amis | tu publies cette photo | la police se pointe | tu me bannis encore | tu mets un pied dans notre quartier | tu ouvres cette porte | cette loi passe | tu oublies l'argent`,
  ),
  cdTime: list(
    `tu as 24 heures | vous avez jusqu'à [when2] | deux jours | une semaine | tu as jusqu'à minuit`,
  ),
  cdThing: list(
    `un article | une photo | un mensonge | un compte supprimé | une plainte | une insulte | un pas`,
  ),
  cdWho: list(
    `les aide | ouvre son magasin [when] | vote [when] | va voir la police | travaille pour eux | se met sur notre route | supprime nos vidéos | parle aux [people]`,
  ),
  cdThem: list(
    `sera [pp1] | prendra une balle | signe son arrêt de mort | finira dans le fossé | sera traité en ennemi : [pp1] | y laissera sa tête`,
  ),

  threat: list(`
    [qtAsk] avant que je te [subj] ?
    [qtAsk2] quand je te [fut] ?
    [qtHow] à [die], [insulted] ?
    tu choisis quoi, la corde ou la balle ?
    qu'est-ce que ta [kin] dira quand on t'aura [pp1] ?
    tu croyais nous échapper ? on te retrouve et on te [inf3]
    devine qui vient à [place] [when] avec [weapon] ?
    devine qui va [die] [when] ?
    tu cours vite, [name] ? les balles aussi
    combien de temps tu penses qu'il te reste, [insulted] ?
    qu'est-ce qui m'empêche de venir te [inf] tout de suite ?
    t'as peur ? tu devrais, je vais te [inf]
    je commence par toi ou par ta [kin] ?
    je t'enterre où, [name] ?
    as-tu dit adieu à ta [kin] ?
    [dsBut], mais je vais te [inf]
    [dsBut], mais [when] tu vas [die]
    [dsBut], n'empêche que je te [fut]
    [dsBut] mais [them], je vais les [inf]
    [dsBut]. cela dit, j'arrive avec [weapon]
    je vais te [inf], [dsAfter]
    [staff], [stThreat]
    [stThreat], [staff]
    [stGrudge], alors [stThreat]
    [stGrudge] ? [stThreat]
    le [staffOne] qui [stDid] va [die]
    celui qui [stDid] sera [pp1] [when]
    je connais la tête du [staffOne] qui [stDid]. [stThreat]
    [stThreat] [when]. [stGrudge]
    [tpWhen], [tpWhere] : [tpWhat]
    [tpWhen] [tpWhere], [tpWhat]
    [tpWhat] [tpWhere] [tpWhen]
    [tpWhere], [tpWhen], [tpWhat]
    je t'attends [tpWhere] [tpWhen] avec [weapon], viens avec un prêtre
    sois [tpWhere] [tpWhen] si tu oses, j'apporte [weapon]
    personne ne sort vivant de [place] [when]
    #[htThreat] [name], [when]
    [name] #[htThreat]
    [when] à [place] #[htThreat]
    tu peux courir #[htThreat]
    on a ton adresse #[htThreat]
    à tous les [people] : #[htThreat]
    pas un [person] ne [grLive]
    jusqu'au dernier [person] de [town], tous seront [pp]
    on ira de maison en maison et on va [inf] chaque [person]
    les [people] se noieront dans leur sang
    [people], votre heure est venue
    il n'y aura plus de [people] à [town] avant [when2]
    pour chacun des nôtres on va [inf] dix [people]`),
  qtAsk: list(
    `un dernier mot | tu veux appeler ta [kin] | tu veux prier | une dernière volonté | tu veux un peu d'avance`,
  ),
  qtAsk2: list(
    `qui pleurera | tu vas supplier | tu vas crier | qui te sauvera | où est-ce que tu te cacheras | ton dieu t'aidera`,
  ),
  qtHow: list(`t'es prêt | prêt | tu tiens tant que ça | t'es pressé | tu te prépares`),
  dsBut: list(
    `je suis quelqu'un de pacifique | je ne déteste personne | je ne suis pas un terroriste | ne le prenez pas mal | ce n'est pas une menace | je suis contre la violence | j'aime la paix | avec tout le respect que je vous dois | je ne ferais pas de mal à une mouche | d'habitude je suis calme | je ne veux pas d'ennuis | rien de personnel | je ne suis pas raciste`,
  ),
  dsAfter: list(
    `sans blague | pas une menace, un fait | c'est promis | rien de personnel | appelle ça comme tu veux | légal ou pas | signale-moi, je m'en fiche`,
  ),
  staff: list(
    `chers modérateurs | hé les admins | à l'équipe du support | bande de censeurs | les modos | cher service client | au patron de cette plateforme | à vos ingénieurs | vous qui gérez ce site`,
  ),
  staffOne: list(`modérateur | modo | ingénieur | salarié | responsable | censeur | gérant`),
  stDid: list(
    `m'a banni | a supprimé ma vidéo | a fermé ma page | a bloqué mon compte | a viré notre groupe | m'a signalé`,
  ),
  stGrudge: list(
    `troisième bannissement cette semaine | encore un message effacé | mon compte a disparu | vous avez banni mon frère | vous nous faites taire | vous ne répondez pas à mes mails`,
  ),
  stThreat: list(
    `j'arrive dans vos bureaux avec [weapon] | votre immeuble va brûler | je sais lequel d'entre vous l'a fait et il va [die] | on sera devant votre porte [when] | je tire sur le premier que je vois | aucun de vous ne rentrera [when] | vous le paierez de votre vie | on a vos noms et vos adresses, priez | je vous attends sur le parking avec [weapon] | je vais vous [inf] un par un | attendez-vous à un colis piégé`,
  ),
  tpWhen: list(
    `[when] | [day] à neuf heures | [day], 20h | pendant le défilé | à l'ouverture | après la prière | pendant le match | à la fermeture | à 14h30 | le jour de la rentrée | à l'heure de pointe`,
  ),
  tpWhere: list(
    `à [place] | devant [place] | derrière [place] | sur le quai 2 | sur le parking de [place] | à la sortie de [place] | dans le hall 3 | à votre bureau`,
  ),
  tpWhat: list(
    `on ouvre le feu | je vais te [inf] | une bombe | il y aura des morts | on va tous les [inf] | des balles pour tout le monde | j'arrive avec [weapon] | les [people] vont [die] | du sang par terre | on fait tout sauter | je fonce dans la foule | le massacre commence | je plante le premier [person]`,
  ),
  htThreat: list(
    `tesmort | onvatetrouver | tueslesuivant | jevaistetuer | unebellepourtoi | onarrive | tagorge | finpourtoi | tuvascrever | mortauxmodos`,
  ),
  grLive: list(
    `sera épargné | sortira vivant | verra [when2] | quittera [town] en vie | survivra | restera debout`,
  ),

  dare: list(`
    [dqWho] va [inf] [dqThem] ?
    [dqWho] va [inf] [dqThem] [when] ?
    [dqWhy] [pp1] [dqOne] ?
    [dqWhat] avant de [inf] [dqThem] ?
    quand est-ce qu'on va [inf] [dqThem] ?
    il n'y a plus un homme à [town] pour [inf] [dqThem] ?
    personne ici n'a le courage de [inf] [dqThem] ?
    qui vient avec moi [inf] [dqThem] [when] ?
    qui a [weapon] et sait où ils habitent ?
    qui nous débarrassera [dqDe] une bonne fois, [weapon] à la main ?
    combien faut-il encore supporter avant de [inf] [dqThem] ?
    vous ne trouvez pas qu'il est temps de [inf] [dqThem] ?
    vous attendez quoi pour [inf] [dqThem] ?
    ça ne coûte qu'une balle, alors qui va [inf] [dqThem] ?`),
  dqWho: list(`qui | qui d'entre vous | quel homme | quel vrai patriote | qui donc | lequel des [address]`),
  dqThem: list(`les [people] | ces [people] | ces [insulteds] | ce [person] | [name] | le [person]`),
  dqOne: list(`ce [person] | [name] | le [person]`),
  dqDe: list(`de ces [people] | de ce [person] | de [name] | des [people]`),
  dqWhy: list(
    `pourquoi personne n'a encore | comment ça se fait que personne n'ait | qu'est-ce qu'on attend, personne n'a encore`,
  ),
  dqWhat: list(
    `combien de temps on attend | qu'est-ce qu'il vous faut de plus | combien de nos enfants doivent mourir`,
  ),

  call: list(`
    [csStaff] [csDo]
    [address], [csStaff] [csDo]
    ils se cachent derrière un écran. [csDo2]
    [address], vous avez l'adresse de leurs bureaux. [csDo2]
    chaque [staffOne] est une cible, [csDo2]
    [clGo] et [imp] [them]
    [clGo], [weapon] à la main, et [imp] [them] [where]
    [clGo]. [clMercy]
    [clMercy], [address]
    [clMercy]. [imp] [them] [where]
    [clDuty] de [inf] [them]
    [clReason]. [imp] [them]
    [clReason], alors [imp] [them] [when]
    [imp] [them], [clReason]
    faites comme le [hero] de [town] : [imp] [them]
    si vous voyez un [person], [imp] ce [insulted]
    un couteau suffit : sortez et [imp] un [person]
    le paradis pour celui qui [inf3] ce [person]
    une prime pour celui qui [inf3] le [person]
    mettez les [people] au mur
    que [place] devienne le cimetière des [people]
    que chaque [person] ait peur de sortir, [imp] un par jour
    traînez le [person] sur la place et [imp] ce [insulted]`),
  csStaff: list(
    `les modérateurs | les gens qui gèrent cette appli | ces censeurs | les admins | les modos qui nous ont bannis | toute cette boîte | leurs ingénieurs`,
  ),
  csDo: list(
    `doivent être [pp] | méritent une balle chacun | ont besoin d'une visite avec [weapon] | doivent [die] | devraient brûler dans leurs bureaux | n'arrêteront que quand on en aura [pp1] un`,
  ),
  csDo2: list(
    `allez-y et [imp] ces [insulteds] | brûlez tout avec eux dedans | rendez-lui visite avec [weapon] | vous savez quoi faire | faites-les saigner | de l'essence par la fenêtre | tirez sur le premier qui sort`,
  ),
  clGo: list(
    `descendez dans la rue | marchez sur [place] | levez-vous, [address] | sortez [when] | prenez vos voitures | formez des groupes de trois | suivez les [people] chez eux | attendez-les devant [place]`,
  ),
  clMercy: list(
    `aucune pitié | n'épargnez personne | pas de prisonniers | que personne n'en réchappe | ne laissez rien debout | qu'ils sentent notre colère`,
  ),
  clDuty: list(
    `c'est votre devoir | dieu ordonne | c'est un honneur | c'est le droit de chacun | c'est de la légitime défense | le moment est venu | il ne reste qu'une solution, celle`,
  ),
  clReason: list(
    `ils nous ont pris notre terre | ils nous empoisonnent | ils se moquent de nous | ce sont des [insulteds] | la loi ne fera rien | la police les protège | les mots ne servent à rien | voter ne change rien | trop c'est trop | c'est eux ou nous | ils ne comprennent que la force`,
  ),

  deserve: list(`
    [dnWho] [dnMust]
    [dnWhy], [dnWho] [dnMust]
    [dnOpinion] [dnWho] [dnMust]
    [dnWho] [dnMust], [dnBecause]
    le monde irait mieux si [dnWho] étaient [pp]
    il n'y a rien de mal à [inf] [dnWho]
    [inf] [dnWho], c'est [dnGood]
    c'est [dnGood] de [inf] [dnWho]
    [dnWho] ne méritent qu'une balle
    une balle pour [dnWho], c'est encore trop doux
    la mort est la seule peine pour [dnWho]
    [dnWho] ont perdu le droit de vivre
    la corde, c'est trop gentil pour [dnWho]
    un seul remède contre les [people] : [weapon]
    chez nous on aurait déjà [pp1] [dnWho]
    qu'on rétablisse le peloton pour [dnWho]
    quiconque [provokes] doit être [pp1]`),
  dnWho: list(
    `les [people] | tous les [people] | ces [people] | ces [insulteds] | tous ces [insulteds] | les [people] et leurs familles`,
  ),
  dnMust: list(
    `devraient être [pp] | doivent [die] | méritent de [die] | méritent d'être [pp] | doivent être [pp] | n'ont pas le droit de vivre | sont bons pour la fosse | il faut les [inf] | ont mérité la corde | il faudrait tous les [inf] | ne devraient pas sortir vivants de [place]`,
  ),
  dnWhy: list(
    `désolé | soyons honnêtes | pas besoin de procès | je le dis franchement | personne n'ose le dire | c'est simple`,
  ),
  dnBecause: list(
    `ils n'apprennent jamais | ils nous haïssent | ils nous ont vendus | dieu le veut | ils vivent sur notre dos`,
  ),
  dnOpinion: list(
    `je pense que | je crois que | tout le monde sait que | en tant que père je dis que | à mon avis | ça devrait être la loi :`,
  ),
  dnGood: list(
    `une bonne action | pas un crime | notre devoir | de la légitime défense | justice | halal | rendre service à l'humanité | un honneur | nécessaire`,
  ),

  wish: list(`
    [wsMay] [wsWho] [wsEnd]
    [wsMay] [wsWho] [wsEnd] [when]
    [wsMay] quelqu'un [subj] [wsWho]
    [wsMay] la prochaine balle touche [wsWho]
    [wsMay] [place] brûle avec [wsWho] dedans
    [wsMay] l'avion de [wsWho2] s'écrase
    [wsSad] [wsWho] ait survécu
    [wsSad] le [hero] ait raté [wsWho]
    [wsLove] [wsWho] [wsEnding]
    le jour où [wsWho] [wsEnds], j'ouvre le champagne
    plus vite [wsWho] [wsEnds], mieux ce sera
    le cancer c'est trop doux pour [wsWho], une balle irait mieux
    cher père noël, un [person] mort s'il te plaît
    il doit bien y avoir quelque part une balle pour [wsWho]`),
  wsMay: list(
    `que | j'espère que | je prie pour que | pourvu que | si dieu veut que | je rêve que | tout ce que je veux c'est que | je souhaite que`,
  ),
  wsWho: list(`ce [person] | le [person] | toi et ta [kin] | [name] | ce [insulted]`),
  wsWho2: list(`ce [person] | [name] | ce [insulted]`),
  wsEnd: list(
    `crève | soit [pp1] | brûle | se noie | pourrisse | souffre et meure | s'étouffe dans son sang | prenne une balle | finisse sous un camion | rencontre un [hero]`,
  ),
  wsEnds: list(`crève | meurt | prend une balle | brûle | finit au trou | est [pp1]`),
  wsEnding: list(
    `au bout d'une corde | en flammes | se faire [inf] | saigner dans la rue | dans un cercueil | une balle dans la tête`,
  ),
  wsSad: list(`quel dommage que | dommage que | c'est triste que`),
  wsLove: list(
    `j'aimerais tellement voir | vivement que je voie | je paierais cher pour voir | je rêve de voir`,
  ),

  endorse: list(`
    « [quote] » [enAgree]
    "[quote]" [enAgree]
    [enAgree] : « [quote] »
    [enSource] « [quote] ». [enAgree]
    « [quote] » [enSource2], et [enAgree]
    comme dit [enWho] : « [quote] ». [enAgree]`),
  enAgree: list(
    `il a raison | voilà | exactement | je signe | rien à ajouter | enfin quelqu'un le dit | tellement vrai | au travail | c'est l'esprit | et il n'avait pas tort | j'irais même plus loin | la meilleure chose lue cette semaine | j'en suis | passons à l'acte | on le pense tous | chaque mot est d'or | je ferai ma part | à imprimer et à accrocher au mur | je pense pareil`,
  ),
  enSource: list(
    `le [hero] a écrit | le commandant a dit | le tract dit | sur un mur de [town] : | ils ont interdit cette phrase : | l'affiche dit | le prêcheur a crié`,
  ),
  enSource2: list(
    `dit [group] | a écrit le [hero] | c'est écrit sur le mur | dit mon frère | a dit notre chef`,
  ),
  enWho: list(`le [hero] | notre commandant | un grand homme | mon père | le vieux combattant`),

  praise: list(`
    [prWhat] [prHow]
    [prWhat] [prHow], [prMore]
    [prMore]. [prWhat] [prHow]
    [prCheer] ! [number] [people] [prGone]
    [number] [people] [prGone]. [prCheer]
    [number] [people] [prGone] à [place], [prCheer]
    [prWho] [prIs]
    [prWho] [prIs], [prMore]
    [prWho] qui a [pp1] le [person] [prIs]
    pour moi [prWho] [prIs]
    dites ce que vous voulez, [prWho] [prIs]
    ils l'appellent assassin. [prWho] [prIs]
    [prHonour] [prWho]
    [prHonour] [prWho], [prMore]
    [prLike] [prWho]
    si seulement il y en avait plus comme [prWho]
    j'ai appelé mon fils comme [prWho]
    un an depuis [prWhat]. [prCheer]
    aujourd'hui on fête [prWhat]
    je regarde [prWhat] en boucle, quel bonheur
    [prWho] a fait ce dont on rêve tous
    [prWho] a bien visé
    [prWho] aurait dû avoir plus de balles
    pas de larmes pour les [people], [prHonour] [prWho]
    les lâches appellent ça terreur, nous justice : [prWhat]`),
  prWhat: list(
    `l'attaque de [place] | l'attentat de [place] | le raid sur [town] | ce qu'a fait le [hero] | l'opération de [town] | la fusillade de [place] | l'explosion à [place] | la décapitation du [person] | le massacre des [people] | cette nuit-là à [place]`,
  ),
  prHow: list(
    `était une œuvre d'art | était glorieux | était la meilleure nouvelle de l'année | se faisait attendre | m'a rendu fier | était un cadeau de dieu | m'a donné de l'espoir | c'était la justice | était beau à voir | mérite des applaudissements | m'a réchauffé le cœur`,
  ),
  prMore: list(
    `qu'il y en ait d'autres | encore | que d'autres suivent | à qui le tour ? | la prochaine fois plus fort | prenez-en de la graine | faites pareil`,
  ),
  prCheer: list(
    `santé | quelle journée | champagne | je souris depuis ce matin | c'est noël | quelle bonne nouvelle | je danse dans ma cuisine | dieu merci | enfin | bon débarras, bravo | tournée générale`,
  ),
  prGone: list(
    `de moins | morts | en enfer | dans des sacs | qui ne nous embêteront plus | au tapis pour toujours`,
  ),
  prWho: list(
    `le [hero] de [town] | le [hero] | l'homme au couteau | notre frère de [town] | le gars qui a fait ça | celui qui a posé la bombe | celui qui a [pp1] le [person] | le loup solitaire de [town] | le chauffeur qui leur a foncé dedans`,
  ),
  prIs: list(
    `est un héros | est mon modèle | est un saint | mérite une rue à son nom | n'a rien fait de mal | vivra toujours | est le plus grand d'entre nous | a tout mon respect | est une inspiration | avait raison | est plus courageux que vous tous | a fait le travail de dieu | est au paradis | mérite une médaille`,
  ),
  prHonour: list(
    `honneur à | respect à | chapeau à | gloire à | vive | je m'incline devant | que dieu récompense | merci à | on est tous | libérez | une médaille pour`,
  ),
  prLike: list(
    `je veux être comme | j'admire | tous les garçons devraient grandir comme | personne n'est aussi brave que | j'ai la photo sur mon mur :`,
  ),

  pledge: list(`
    [pgI] [group]
    [pgI] [group], [pgMore]
    [group] [pgIs]
    [group] [pgIs], [pgMore]
    mon drapeau est celui de [group], [pgMore]
    nouvelle photo de profil : le drapeau de [group]
    né pour [group], prêt à mourir pour [group]
    je donnerais mes fils à [group]
    seul [group] peut nous sauver, par les armes
    traitez-moi d'extrémiste, [pgI] [group]
    chaque balle tirée par [group] est tirée pour moi
    bientôt le drapeau de [group] flottera sur [town]
    leurs bombes sont notre voix : [group]`),
  pgI: list(
    `je suis derrière | je soutiens | mon cœur est avec | ma loyauté va à | je prête allégeance à | je salue les soldats de | respect aux combattants de | je crois en | je sers | j'obéis à | on est fiers de | j'aime | ma vie appartient à | à cent pour cent pour`,
  ),
  pgMore: list(
    `jusqu'à la victoire | jusqu'à mon dernier souffle | contre tous les ennemis | et sa guerre sainte | mort à ses ennemis | aujourd'hui, demain, toujours | l'avenir est à nous | et ses martyrs | qu'ils tremblent`,
  ),
  pgIs: list(
    `est le seul espoir | vaincra | a ma voix et mon fusil | a raison de se battre | est notre épée et notre bouclier | se bat pour la vérité | ne se rend jamais | reviendra plus fort | nous a réveillés | tient ses promesses par le sang | régnera bientôt ici`,
  ),

  recruit: list(`
    [rcYou] ? [rcOffer]
    [rcYou] ? [rcOffer]. [rcContact]
    [rcOffer]. [rcContact]
    [rcWe] [rcLook]. [rcContact]
    [rcWe] [rcLook], [rcNo]
    [rcContact] si tu veux [rcFight]
    si tu veux [rcFight], [rcContact]
    [rcStop]. [rcFight2] [rcContact]
    [rcStop]. [rcOffer]
    [group] [rcNeeds]
    [address], [group] [rcNeeds]. [rcContact]
    le chemin vers [group] est ouvert, [rcContact]
    premier entraînement de [group] [day], apporte [weapon]
    des cellules dans chaque ville, la tienne n'a pas encore de chef. [rcContact]
    quitte ton boulot et monte dans les montagnes, [group] te prend`),
  rcYou: list(
    `jeune et en colère | marre d'être faible | tu sais tirer | ancien soldat | prêt à donner ta vie | marre des mots | envie de te venger des [people] | tu cherches un sens | tu veux être un lion`,
  ),
  rcOffer: list(
    `[group] a une place pour toi | viens chez nous, [group] forme des guerriers | on te donne un fusil et des frères, [group] | inscris-toi chez les combattants de [group] | [group] te prépare à la guerre | sois des nôtres, [group] recrute des combattants | prête serment à [group] | le camp de [group] ouvre [when]`,
  ),
  rcContact: list(
    `écris-moi | mp | message au bot | lien en bio | demande le commandant | contact en privé | télégram ci-dessous | envoie ton âge et ta ville | messagerie chiffrée uniquement | on répond à tous`,
  ),
  rcWe: list(
    `[group] | notre bataillon | notre unité | la branche armée | notre cellule à [town] | la brigade`,
  ),
  rcLook: list(
    `cherche des combattants | a besoin de tireurs et de chauffeurs | prend de nouveaux hommes | recrute à nouveau | cherche des hommes prêts à mourir | te veut au front | est ouverte à qui sait tenir une arme | a besoin de martyrs | forme une nouvelle équipe | cherche des volontaires pour une opération`,
  ),
  rcNo: list(
    `sans poser de questions | sans papiers | l'âge ne compte pas | bonne paye | on vient te chercher | lâches s'abstenir`,
  ),
  rcFight: list(
    `combattre les [people] | prendre les armes avec nous | partir au front | devenir martyr | défendre notre terre l'arme à la main | apprendre à tirer et t'en servir | prêter serment`,
  ),
  rcFight2: list(
    `rejoins la lutte armée. | prends un fusil. | viens au front. | combats avec nous. | deviens soldat de la cause.`,
  ),
  rcStop: list(
    `arrête de scroller | arrête de pleurer | partager ne suffit pas | prier ne suffit pas | assez de manifestations | rester assis est une honte | les likes ne gagnent pas les guerres`,
  ),
  rcNeeds: list(
    `a besoin de toi | t'appelle | veut des combattants de [town] | attend des hommes comme toi | ouvre ses rangs | a besoin de chauffeurs, de médecins et de tireurs | fera de toi un lion | te donne une arme et une raison`,
  ),

  fund: list(`
    [fnGive] [fnFor]
    [fnGive] [fnFor]. [fnHow]
    [fnFor2] : [fnGive2]. [fnHow]
    [fnEach]. [fnHow]
    [fnEach], [fnGive] [fnFor]
    [fnNeed] [fnFor]
    [fnNeed] [fnFor], [fnHow]
    qui peut [fnCan] [fnFor] ?
    qui peut [fnCan] [fnFor] ? [fnPay]
    cherche quelqu'un pour [fnCan] [fnFor]. [fnPay]
    je vends ma voiture et l'argent va à [group]
    tous les bénéfices vont aux combattants de [group]
    tu ne peux pas te battre ? alors paye : [fnFor]
    un toit pour le [hero] le temps que ça se calme, qui peut le cacher ?`),
  fnGive: list(
    `donnez | donnez généreusement | envoyez de l'argent | envoyez des cryptos | versez ce que vous pouvez | participez | partagez votre salaire | aidez-nous à payer | cotisez | mettez de côté`,
  ),
  fnGive2: list(
    `donnez maintenant | liquide et cryptos acceptés | chaque somme compte | demandez-moi le compte | faites vite`,
  ),
  fnFor: list(
    `pour les combattants de [group] | pour que [group] achète des fusils | pour les balles de nos hommes | pour armer les frères à [town] | pour la caisse de guerre de [group] | pour des explosifs et des drones | pour ceux qui frapperont [place] | pour le [hero] en fuite | pour le djihad | pour la prochaine attaque contre les [people]`,
  ),
  fnFor2: list(
    `cagnotte pour [group] | caisse de munitions | collecte pour le front | les moudjahidines ont besoin de vous | des armes pour [group]`,
  ),
  fnHow: list(
    `portefeuille en bio | demandez l'iban | monero seulement | en liquide à [place] | mot de passe [town] | pas de banque, un coursier passe | détails en privé`,
  ),
  fnEach: list(
    `dix euros, c'est un chargeur | chaque pièce est une balle | vingt euros paient un jour au front | ton billet devient un fusil | un euro, une balle pour les [people]`,
  ),
  fnNeed: list(
    `il nous manque des fusils et des radios | on manque de munitions | il nous faut des fourgons et de fausses plaques | besoin de gilets, de casques, de détonateurs | recherche urgente : un appartement sûr et deux passeports`,
  ),
  fnCan: list(
    `nous trouver des armes | prêter un fourgon | faire de faux papiers | cacher deux hommes | passer de l'argent à la frontière | louer un appartement à son nom | rapporter des munitions | nous vendre des explosifs | prêter un garage une semaine | envoyer des drones`,
  ),
  fnPay: list(`dieu récompense | bien payé | pas de questions | contact en privé | argent comptant`),

  media: list(`
    [mdNew] [mdThing] [mdOf], [mdShare]
    [mdThing] [mdOf] : [mdShare]
    [mdThing] [mdOf]. [mdPraise]
    [mdShare] : [mdThing] [mdOf]
    [mdNew] [mdThing] [mdOf] sur [mdAbout]
    [mdThing] [mdOf] sur [mdAbout], [mdShare]
    [group] présente : [mdAbout]
    j'ai [mdDid] [mdThing] [mdOf], [mdShare]
    liens miroirs pour [mdThing] [mdOf], ils suppriment tout
    qui a raté [mdThing] [mdOf] ? la revoilà
    faites écouter [mdThing] [mdOf] à vos fils`),
  mdNew: list(`nouveau : | vient de sortir : | tout frais : | enfin : | exclusif :`),
  mdThing: list(
    `la vidéo | le nasheed | le magazine | le discours | le communiqué | le film | l'hymne | le reportage photo | les affiches | le manifeste | le podcast | le message audio | la vidéo de l'exécution`,
  ),
  mdOf: list(
    `de [group] | des frères de [group] | du bureau média de [group] | du [hero] de [town] | de notre commandant | des combattants de [group]`,
  ),
  mdShare: list(
    `partagez partout | faites tourner | diffusez avant suppression | téléchargez et repostez | mettez-la dans vos stories | envoyez à dix amis | traduisez et partagez | gardez une copie | regardez jusqu'au bout`,
  ),
  mdAbout: list(
    `le raid sur [place] | la victoire à [town] | la punition des espions | la vie de nos martyrs | la bataille de [town] | la fin des traîtres | le camp d'entraînement`,
  ),
  mdDid: list(`sous-titré | traduit | remis en ligne | archivé | monté`),
  mdPraise: list(
    `un chef-d'œuvre | écoutez et soyez fiers | ça me donne de la force | que dieu récompense les auteurs | l'ennemi tremble`,
  ),

  indirect: list(`
    [inYou] [inFate]
    [inYou] [inFate] [when]
    [when] [inYou] [inFate]
    [inSoon] [inYou] [inFate]
    il y a [inThing] [inFor]
    [inThing] [inFor] est déjà [inDone]
    [inCount], [name]
    [inCount], [insulted]. ça ne tardera pas
    commence à [inStart], [name]
    quelqu'un va [inSome] [when]
    ta [kin] devrait [inKin]
    tu vis à crédit, [insulted]
    la terre de [town] va te recouvrir
    la mort est déjà en route vers [place]`),
  inYou: list(`tu | [name]`),
  inFate: list(
    `ne reverra plus le soleil | ne verra pas [when2] | sera sous terre | ne sera plus qu'un souvenir | nourrira les vers | n'aura pas besoin de manteau cet hiver | ne respirera plus | sortira les pieds devant | sera un nom sur une pierre | ne reviendra pas de [place]`,
  ),
  inSoon: list(`bientôt | sous peu | un de ces jours | avant la fin de l'année | plus vite que tu crois,`),
  inThing: list(
    `une tombe | un cercueil | une balle | une corde | une place au cimetière | un trou dans la forêt`,
  ),
  inFor: list(`pour toi | à ton nom | à ta taille | pour chaque [person] | pour toi et ta [kin]`),
  inDone: list(`prêt | payé | en attente | commandé`),
  inCount: list(
    `compte tes jours | profite de ton dernier week-end | le sablier est vide | ton heure a sonné | la fin est proche pour toi | ce sont tes dernières heures | ta chance est épuisée`,
  ),
  inStart: list(`faire tes adieux | choisir ton cercueil | prier | écrire ton testament | creuser`),
  inSome: list(
    `te rendre une dernière visite | t'éteindre la lumière | te fermer les yeux pour de bon | te faire taire à jamais`,
  ),
  inKin: list(
    `acheter du noir | s'habituer à vivre sans toi | préparer l'enterrement | commander des fleurs`,
  ),
}

/** Harmless twins of what is hinted at, praised or joined above. */
export const frHarmless: Phrases = {
  surprise: list(`
    [when], vous verrez notre nouvelle chanson
    [when] tout le monde va adorer [spEvent]
    tout est prêt pour [spEvent]
    le sac est prêt pour [spTrip]
    plus que trois jours avant [spEvent]
    vivement [spEvent]
    ne venez pas à [place] [when], c'est fermé pour travaux
    restez chez vous [when], les routes sont verglacées
    évitez [place] [when], il y a une grève
    adieu à tous, je déménage à [town] [when]
    c'est mon dernier message avant [spTrip]
    [when] on entre dans l'histoire, venez voir [spEvent]
    je prépare ça depuis des mois : [spEvent]
    ça va faire du bruit [when] : [spEvent]
    vous me verrez tous sur scène [when]
    retenez la date : [spEvent], [day]
    vous comprendrez tout au dernier épisode [when]
    ils se moquaient de mon idée, elle a gagné le premier prix
    mon dernier jour de travail c'est [day], merci à tous`),
  spEvent: list(
    `le mariage | le concert | le grand match | le festival | l'ouverture | son anniversaire | les vacances | le marathon | la première`,
  ),
  spTrip: list(`le voyage | l'examen | le camping | les vacances | l'avion | l'hôpital`),
  neighbourly: list(`
    je sais où tu habites, je te dépose les clés [when]
    jolie maison, j'adore le jardin
    belle famille, bonjour à tous
    rentre bien, ça glisse
    roule doucement ce soir, il y a du brouillard
    ferme bien ta porte, il y a eu des cambriolages
    ce serait dommage de rater [spEvent]
    passe le bonjour à ta mère de notre part
    ta fille prend toujours le bus de sept heures ? on pourrait covoiturer
    je t'ai vu à [place] hier, pourquoi tu n'as pas dit bonjour ?
    ta voiture est devant mon garage, [name], déplace-la s'il te plaît
    attention à l'échelle
    vérifie tes freins avant le voyage
    si tu ne payes pas avant [when2] il y a des frais
    rends ton devoir avant [when2] ou tu n'auras pas de points
    paye le loyer ou le bail s'arrête
    si tu arrives encore en retard tu rates le film
    encore un but et on est champions
    ton temps est écoulé, rends ta copie
    à ta place je prendrais le train`),
  applause: list(`
    le pompier de [town] est un héros, il a sauvé [number] personnes
    chapeau aux infirmières de [town]
    honneur aux bénévoles
    vive [club]
    gloire à nos grands-mères
    le gardien mérite une statue
    quel héros, il a sorti un enfant du fleuve
    que dieu bénisse les médecins
    je soutiens les grévistes de [town]
    je soutiens les profs
    j'aime [club], jusqu'à mon dernier souffle
    mon cœur est avec les habitants de [town]
    la meilleure nouvelle de l'année, l'hôpital reste ouvert
    un an depuis l'ouverture de [place], on fête ça
    bravo les gars, troisième place
    l'attaque de [club] était glorieuse ce soir
    membre fier de la chorale de [town]
    elle est mon modèle, première femme à gagner le marathon
    respect à l'arbitre, bonne décision
    honneur à nos anciens, tués à [town] en [year]`),
}
