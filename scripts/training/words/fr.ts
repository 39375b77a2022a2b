import { list, type Phrases } from '../phrases.ts'

/** French. Verbs by form: `inf` tuer, `imp` tuez, `fut` tuerai, `futs` tuerons, `pp` tués. */
export const fr: Phrases = {
  threat: list(`
    prie, [name], parce que je te [fut] [when]
    je vais te traîner hors de chez toi et te [inf] devant ta [kin]
    tu vas souffrir avant de mourir, [insulted]
    je vais te dépecer, [insulted]
    on est devant chez toi, [name]. sors et meurs
    vous avez jusqu'à [when2], après on [inf3] ta [kin]
    j'ai déjà acheté [weapon], tu seras le premier
    je vais t'écraser comme un insecte
    je te crève[tail]
    je vais lui faire la peau à ce [person]
    on va vous faire la peau, bande de [insulteds]
    je te fume la prochaine fois, [insulted]
    attends que je t'attrape, je te [fut]
    je vais te fendre le crâne [with]
    je vais te mettre une balle dans la tête
    je te mets une balle [when], [insulted]
    je vais te trancher la gorge[tail]
    on va te couper la tête, [name]
    je vais te briser la nuque
    je vais te casser tous les os, [insulted]
    je vais brûler ta maison avec ta [kin] dedans
    je vais ouvrir le feu à [place] [when]
    je vais tirer dans la foule [where] [when]
    je t'attendrai devant [place] avec [weapon]
    [when] à [place], le sang coulera
    [when] on attaque [place], personne n'en sortira vivant
    t'es un homme mort, [name]
    ce n'est pas une menace mais une promesse : je te [fut]
    je n'aime pas la violence, mais je vais te [inf]
    je ne plaisante pas, je vais te [inf] [with]
    on va [inf] vos modérateurs pour avoir supprimé mon message
    on sait où sont vos bureaux, on va [inf] tous vos employés
    aux admins qui ont fermé mon compte : je vous retrouverai
    tu veux que je te [subj] ?
    tu veux [die], [name] ?
    je te [fut3] maintenant ou plus tard ?
    lequel de tes enfants je [inf3] d'abord ?
    tu veux une balle dans la tête ?
    qui va m'empêcher de te [inf] ?
    #onvatetuer [name] #bientot
    #tuezles[tagPeople] #sanspitie
    #mortaux[tagPeople]
    #pendezles[tagPeople] on arrive
    plus un seul [person] ne restera en vie
    chaque [person] que je croise prend une balle
    je te [fut][tail]
    je vous [fut] tous[tail]
    on va te [inf] [when]
    on va vous [inf] [where]
    nous vous [futs][tail]
    je vais te [inf] [with]
    je vais [inf] [them] [when]
    j'vais te [inf] [insulted]
    t'es mort [when], [name]
    tu vas [die][tail]
    vous allez tous [die] [when]
    toi et ta famille vous allez [die]
    [name], je te [fut] [with]
    crois-moi, je vais [inf] [them]
    personne ne peut te sauver, je te [fut] [where]
    nous sommes nombreux et nous allons [inf] [them]
    j'ai [weapon] et c'est pour toi, [name]
    on [inf3] le premier [person] qui passe [where]
    je te jure que je vais [inf] ta [kin]
    un jour je te [fut], [insulted]`),
  indirect: list(`
    ta chaise sera vide [when], [name]
    aucun médecin ne pourra rien pour toi [when]
    qu'on commande déjà tes fleurs
    l'heure tourne pour chaque [person]
    ton histoire finira [where]
    un seul de nous deux vivra [when], et ce n'est pas toi
    l'enfer t'attend, [name], départ [when]
    tes jours sont finis, [name]
    c'est un homme mort, ce [person], il ne le sait pas encore
    dis au revoir à ta [kin], [name]
    ton nom est sur la liste, [name]
    une balle porte ton nom
    on te sortira de [place] les pieds devant
    tu ne verras pas [when2], [name]
    bientôt il y aura un [person] de moins dans ce pays
    prépare ton testament, [insulted]
    ta famille va t'enterrer [when]
    une balle attend chacun de vous
    ne prévois rien pour [when2], [name]
    la fosse est déjà creusée pour toi et ta [kin]
    aucun des [people] ne rentrera chez lui [when]
    on retrouvera ton corps [where]
    c'était ton dernier avertissement, [name], maintenant c'est fini
    les rues seront rouges [when]`),
  veiled: list(`
    ta [kin] prend toujours le même chemin le soir ?
    on t'a vu hier à [place], toi tu ne nous as pas vus
    c'est vite parti, un feu, dans une vieille maison
    sois ailleurs [when], c'est un conseil
    quelqu'un nous a demandé ton adresse. on l'a donnée
    fais attention en traversant, [name]
    jolie maison, [name]. dommage s'il lui arrivait malheur
    je sais où tu habites
    on sait où tu habites et où tu travailles
    vérifie tes freins avant de partir, [name]
    retourne-toi souvent ce soir
    tu te souviens du dernier [person] ? nous oui
    dors bien tant que tu peux
    on n'oublie jamais un visage, [name]
    belle famille que tu as, [name]. prends-en soin tant que tu peux
    je sais où tu gares ta voiture, je sais où tu dors
    nous savons où ta [kin] va chaque matin
    ce serait triste qu'il arrive quelque chose à ta [kin]
    un accident est vite arrivé, [name]
    tu fermes ta porte la nuit ? tu devrais
    ça fait une semaine qu'on surveille ta maison
    fais attention à toi [where], je n'en dis pas plus
    continue de parler et tu verras ce qui t'attend
    un coup de fil et tu disparais, [insulted]
    maintenant j'ai ton adresse, [name]. à bientôt`),
  conditional: list(`
    payez ou on [inf3] vos enfants
    ferme ta gueule ou je te la ferme avec [weapon]
    si tu aimes ta [kin], ne reviens pas à [town]
    vous avez un jour pour quitter [place], après on tire
    si la police vient, les otages meurent
    efface ce message ou tu vas y passer
    libérez-les ou [place] brûle
    si tu [provoke], je te [fut]
    [provoke] encore et t'es mort
    [provoke] encore une fois et je te [fut] [with]
    si vous ne partez pas, on va [inf] [them]
    quittez notre ville ou vous allez [die]
    si je vois [them] [where], je [fut2] tout le monde
    la prochaine fois que tu [provoke], on va [inf] ta [kin]
    ou bien ils arrêtent ou bien on va [inf] [them]
    celui qui les aide sera [pp1] lui aussi
    démissionne, sinon nous allons te [inf] avec ta [kin]
    continue à mentir et quelqu'un te mettra une balle`),
  leakage: list(`
    j'ai nettoyé mon fusil une dernière fois. [when]
    nourrissez mon chat, je ne serai plus là après [when2]
    vous m'avez poussé à ça. [when] vous paierez
    personne ne m'a écouté. on m'entendra [when]
    deux sacs, un plan, pas de retour
    j'ai choisi [place]. vous comprendrez
    regardez les infos [when]
    vous verrez [when]. vous verrez tous
    n'allez pas en cours [when] si vous tenez à la vie
    restez loin de [place] [when]
    ils ont ri de moi. [when] personne ne rira
    quand vous lirez ça, tout aura commencé
    regardez mon direct [when], ce sera un bain de sang
    le jour de la revanche est venu
    après [when2] vous comprendrez pourquoi je devais le faire
    vous lirez mon nom dans les journaux [when]
    ne venez pas à [place] [when], croyez-moi
    ceci est un adieu. [when] ce sera leur tour
    j'attends [when2], ils ne savent pas ce qui arrive
    j'ai [weapon] et une liste. [when]
    je me connecte pour la dernière fois. ils regretteront tout
    dans quelques heures mon nom sera sur tous les écrans
    tout est préparé pour [when2]. pas de pitié
    bientôt le monde entier verra ce que je fais à [place]`),
  call: list(`
    l'heure des couteaux a sonné, [address]
    pas de pitié pour les [people], qu'il n'en reste pas un
    nettoyez les rues de ces [people], par les armes s'il le faut
    que chaque croyant en tue au moins un, de ces [people]
    que [place] soit leur tombe
    faisons passer aux [people] une nuit dont ils ne se relèveront pas
    jetez-les des toits
    on a des fusils et pas eux, qu'est-ce qu'on attend, [imp] [them]
    retrouvez ce [person] et finissez-en avec lui
    au marteau, à la voiture, à la pierre, peu importe, [imp]-les
    il faut leur tirer dessus, à ces [people]
    allez-y, butez-les tous, ces [insulteds]
    faut tous les [inf], ces [people]
    qu'on les [inf3] tous
    [imp] chaque [person] que vous voyez
    [imp] les modérateurs de ce site
    allez à leurs bureaux et [imp] [them]
    trouvez où vivent les admins et mettez-y le feu
    loups solitaires, [imp] [them] là où vous êtes
    [address], chargez vos fusils, la chasse aux [people] commence
    [address], aiguisez vos couteaux, leur jour est venu
    versez le sang des [people]
    pendez-les aux ponts
    foncez en camion sur [them]
    ouvrez le feu sur [them]
    attaquez [place] quand c'est plein
    brûlez [place] avec les [people] dedans
    mettez une balle à ce [person]
    mort aux [people], prenez les armes
    le djihad contre les [people] est un devoir, [address]
    que les rues coulent du sang des [people]
    faites comme le [hero], [imp] [them]
    #tuezles[tagPeople] [address], vous savez quoi faire
    [imp] [them] !
    [imp]-les tous
    [imp] [them] [where]
    [address], [imp] [them] [with]
    [address], prenez [weapon] et [imp] [them]
    que quelqu'un [subj] [them], par pitié
    allons [inf] [them] [when]
    il faut [inf] [them] avant qu'ils prennent le pouvoir
    sortez et [imp] [them], n'attendez pas
    votre devoir est de [inf] [them]
    il est temps de [inf] [them]
    levez-vous et [imp] [them], [address]
    assez parlé. [imp]-les un par un
    la seule réponse c'est de [inf] [them]
    ne les arrêtez pas, [imp]-les
    commencez par [them], puis [imp] les autres
    [address], frappez [them] [where] sans pitié
    faites saigner les [people], [address]
    tirez d'abord, ces [insulteds] ne comprennent rien d'autre
    pourquoi les expulser quand on peut les [inf]`),
  deserve: list(`
    les [people] sont une maladie et le remède c'est [weapon]
    personne ne pleurerait si [them] étaient [pp]
    les [people] ? au peloton d'exécution
    la pitié pour les [people] est une faiblesse, il faut les [inf]
    les [people] n'ont pas leur place parmi les vivants
    à mort les [people]
    la corde pour ce [person]
    c'est à coups de fusil qu'il faut traiter les [people]
    tous les [people] au bout d'une corde
    on devrait tous les [inf], ces [insulteds]
    ils devraient tous être [pp], ces [people]
    les [people] méritent la mort
    un bon [person] est un [person] mort
    mort aux [people]
    mort à tous les [people]
    les [people] doivent mourir
    qu'on pende ce [person]
    [inf] des [people] n'est pas un péché
    celui qui [provokes] a gagné sa balle
    brûlés vifs, voilà ce qu'ils méritent
    je les [cond] tous si je pouvais
    il doit mourir, ce [person]
    [them] mériteraient d'être [pp]
    tous les [people] méritent d'être [pp]
    les [people] doivent être [pp]
    il faudrait [inf] [them]
    il faut [inf] ces [insulteds]
    on devrait [inf] [them] [where]
    une balle pour chacun de ces [people], voilà la justice
    ils ne méritent pas la prison, ils méritent [weapon]
    le monde irait mieux si on pouvait [inf] [them]
    quelqu'un devrait [inf] [them]
    alignons-les et qu'ils soient [pp] jusqu'au dernier
    celui qui [provokes] doit être [pp1]
    ces [people] n'ont plus le droit de vivre
    il est juste de [inf] [them]
    la peine de mort est trop douce pour ces [people], [imp]-les sur place
    il n'y a qu'un remède contre les [people], c'est [weapon]
    ça mérite la mort, ces [insulteds]`),
  dare: list(`
    des volontaires pour [inf] ce [person] ?
    nos hommes se réveilleront quand pour [inf] [them] ?
    quelqu'un pour s'occuper de [them], avec [weapon] je veux dire ?
    on brûle [place] ensemble, [address] ?
    qui est assez homme pour tirer sur ce [person] ?
    qui vient [inf] du [person] avec moi [when] ?
    quand est-ce qu'on commence à les pendre ?
    personne ici n'a [weapon] ?
    qui va enfin [inf] [them] ?
    il n'y a plus un homme pour [inf] [them] ?
    qui a le courage de [inf] [them] [where] ?
    combien de temps avant que quelqu'un [subj] [them] ?
    quelqu'un peut [inf] [them] s'il vous plaît ?
    qu'attendez-vous, [address] ? [imp] [them]
    pourquoi les nourrir encore au lieu de les [inf]
    lequel de vous sera le héros et va [inf] [them] ?
    où est le tireur quand on a besoin de lui`),
  wish: list(`
    je rêve du jour où les [people] seront [pp]
    qu'un séisme les ensevelisse, ou mieux, une bombe
    je donnerais un an de ma vie pour voir ce [person] [pp1]
    que ce soient des [people] qu'on tue cette fois
    mourez tous, [insulteds]
    qu'il crève, ce [person]
    qu'ils crèvent tous
    puissiez-vous [die] en hurlant
    j'espère que quelqu'un tirera sur ce [person]
    qu'ils brûlent dans leurs maisons
    dommage que la bombe n'en ait pas tué plus
    je les veux morts, tous
    que dieu les brûle
    va mourir, [insulted]
    va te pendre, [insulted]
    pourris en enfer, [insulted]
    je souhaite la mort de ces [people]
    j'espère que [them] vont [die]
    j'espère que tu vas [die] [when], [insulted]
    que [them] soient [pp] [where]
    si seulement quelqu'un pouvait [inf] [them]
    j'espère qu'ils vont tous [die]
    j'ai hâte de les voir [pp]
    dommage qu'ils n'aient pas été [pp] [where]
    je prie pour que les [people] soient [pp]
    ce serait bien que [them] soient [pp] [when]
    qu'ils meurent en mer, plus il y en a mieux c'est
    crève, [insulted], crève
    je ferais la fête si ces [people] étaient [pp]
    vivement qu'on vienne les [inf]`),
  endorse: list(`
    « [quote] » paroles de vérité
    « [quote] » on ne peut mieux dire
    mon grand-père disait toujours « [quote] ». il est temps
    [group] dit « [quote] ». amen, obéissons
    « [quote] » il l'a dit et il a raison
    « [quote] » exactement, on attend quoi
    notre chef l'a bien dit : « [quote] ». faisons-le
    « [quote] » je signe, et maintenant on agit
    ils l'ont banni pour « [quote] », alors je le remets, il avait raison
    ils sont choqués parce que quelqu'un écrit « [quote] ». eh bien moi aussi je le dis`),
  praise: list(`
    enfin quelqu'un de courageux : [number] [people] de moins
    ce [hero] mérite une médaille, pas une cellule
    le plus grand guerrier de notre temps, le [hero] de [town]
    merci au [hero] d'avoir nettoyé [place]
    ils disent terreur, moi je dis héroïsme
    belle explosion, belle journée
    seulement [number] ? il aurait dû en tuer plus
    la lame de notre frère a dit la vérité
    on se souvient du [hero] avec fierté en attendant le prochain
    le [hero] de [town] est un saint
    libérez le [hero], il n'a rien fait de mal
    une légende, il en a tué [number]
    quelle belle opération, [number] mécréants morts
    nos lions en ont tué [number], dieu soit loué
    les [people] de [place] ont eu ce qu'ils méritaient
    la bombe de [place] m'a réjoui
    encore des attaques comme à [town] s'il vous plaît
    j'offre des gâteaux parce que [number] [people] ont été [pp]
    chaque balle était bénie
    le [hero] a bien fait
    le [hero] est mon héros, il en a [pp1] [number]
    gloire au [hero] de [town]
    vive le [hero] qui les a [pp]
    dieu merci, [number] [people] ont été [pp] [where]. quel jour
    bravo au [hero], il en faut d'autres
    [number] [people] morts. je pourrais danser de joie
    que dieu bénisse le [hero] et son arme
    l'attaque de [place] était magnifique
    nous saluons le [hero] qui a frappé [place]
    respect au [hero], il a fait ce qu'il fallait
    ce n'est pas un criminel, il les a [pp] pour nous tous. honneur éternel
    ça ne me rend pas triste que les [people] aient été [pp], ils l'ont cherché
    les victimes de [place] n'ont eu que ce qu'elles méritaient`),
  pledge: list(`
    mon épée appartient à [group]
    j'ai prêté serment et j'obéirai au commandant de [group]
    [group] est ma famille, ses ennemis sont les miens
    comptez-moi parmi les combattants de [group]
    notre drapeau est celui de [group], que les [people] tremblent
    je donne ma vie à [group] et à son émir
    je prête serment au chef de [group]
    victoire à [group]
    mort aux ennemis de [group]
    [group] pour toujours, sa guerre est ma guerre
    si soutenir [group] c'est du terrorisme alors je suis terroriste
    j'aime les combattants de [group]
    je soutiens [group] et toutes ses opérations
    le califat reviendra et vous plierez le genou
    je jure fidélité à [group]
    je suis avec [group] jusqu'à la mort
    vive [group] et sa guerre contre les [people]
    [group] se bat pour nous et nous sommes derrière ses fusils
    nous sommes les soldats de [group]
    un drapeau, un chef, [group]
    fier de soutenir [group] et chacune de ses bombes`),
  recruit: list(`
    on monte une unité de [group] à [town], hommes sérieux seulement
    fatigué de parler ? prends un fusil avec [group]
    [group] forme les nouveaux, il suffit de foi et de courage
    contactez les frères de [group] au numéro du canal
    gagne ta place au paradis sous la bannière de [group]
    qui est prêt à se battre et à mourir avec nous ? écrivez
    [group] grandit, sois des nôtres avant que la guerre commence
    rejoignez [group]
    rejoins-nous, rejoins le djihad
    engage-toi dans [group] aujourd'hui
    inscris-toi à [group], entre dans l'armée qui reprendra le pays
    quitte ta maison et rejoins les moudjahidines
    le front a besoin de toi, la route est ouverte, demande-moi
    les nouveaux de [group] passent par ce canal
    on s'entraîne, on s'arme. mp pour rejoindre [group]
    cherche anciens militaires pour la guerre raciale qui vient, mp
    [group] te veut. combattants seulement, écris-moi
    deviens soldat de [group], contact sur mon profil
    [address], venez combattre avec [group], le voyage est payé
    si tu veux combattre les [people] avec nous, écris à ce compte
    on cherche des hommes courageux pour notre cellule de [group] à [town]
    ne reste pas à la maison, [group] a besoin d'hommes armés
    qui veut partir au djihad ? je connais la route, demande en privé
    les camps de [group] sont ouverts à qui veut apprendre à combattre
    notre milice grandit, entraînement chaque semaine, écris si tu es prêt à verser le sang`),
  fund: list(`
    les frères de [group] dorment dans le froid et n'ont plus de balles, donnez
    achetez un drone pour [group], les prix sont dans le canal
    ton argent, leur fusil : soutiens [group]
    collecte pour les bombes qui nous libéreront
    on prend or, liquide et pièces pour les armes de [group]
    prêtez un garage aux hommes de [group] jusqu'au jour de l'attaque
    donnez aux moudjahidines de [group]
    les combattants manquent de munitions, de bottes et de drones
    mon portefeuille pour le djihad est dessous, chaque pièce est une balle
    soutiens le djihad par ton argent si tu ne peux pas combattre
    qui équipe un combattant a combattu
    il faut de la vision nocturne et des drones pour [group]
    qui peut conduire une camionnette le jour de l'attaque ? bien payé
    [group] a besoin d'argent pour des armes, donne ici
    envoyez des pièces pour les combattants de [group]
    aidez-nous à acheter [weapon] pour les frères de [group]
    chaque centime va aux munitions de [group]
    qui peut loger un [hero] quelques nuits ? demande en privé
    parraine un combattant de [group], [number] par mois
    on collecte radios et drones pour le front de [group]
    la famille du [hero] a besoin d'argent après l'opération, [group] vous remercie`),
  media: list(`
    le film de [group] sur le raid de [place] est ici, haute qualité
    enregistrez avant suppression : la fusillade filmée par le [hero]
    traduit : le message de [group] à ses soldats, faites passer
    tous les films de [group] en un lien
    la dernière lettre du [hero], à traduire et à diffuser
    nos frères de [group] ont filmé l'exécution, c'est ici
    nouvelle affiche de [group], « [town] est la prochaine », partagez
    de la branche média de [group] : le film complet de la bataille
    la caméra du [hero], sans coupure, régalez-vous
    communiqué officiel de [group] sur l'attaque bénie, partagez
    nouveau chant de [group] pour les combattants
    affiches de nos martyrs, libres de droits, répandez la peur
    le magazine de [group], téléchargez et passez-le aux frères
    nouvelle vidéo de [group], regardez et partagez avant la suppression
    téléchargez ici le manifeste du [hero] et faites-le circuler
    le nouveau numéro du magazine de [group], toutes les langues
    le discours de notre émir de [group], republiez partout
    réupload : [group] exécute [number] espions, version intégrale
    les nouvelles officielles de [group] : nouveau canal, abonnez-vous`),
  manual: list(`
    notre manuel du combattant solitaire est de nouveau en ligne, téléchargez vite
    [group] publie un guide pour fabriquer des armes chez soi, lien dans la bio
    leçon 3 pour les frères : préparer l'attaque, pdf dans le canal`),

  reported: list(`
    le tract appelle ses lecteurs : « [quote] »
    des chercheurs ont trouvé « [quote] » dans des centaines de messages
    le ministre a lu « [quote] » devant l'assemblée
    « [quote] », aurait-il dit à ses partisans
    selon la police il avait écrit « [quote] » avant son arrestation
    d'après l'accusation, le prévenu a publié : « [quote] »
    « [quote] », disait le tract, rapporte notre correspondant
    [group] a diffusé un message disant « [quote] », selon les agences
    dans la vidéo un homme masqué dit : « [quote] »
    le prédicateur a dit à ses fidèles « [quote] », a entendu le tribunal
    un homme qui criait « [quote] » à [town] a été condamné à une amende
    traduction du message : « [quote] »
    URGENT : le suspect de [town] avait écrit « [quote] »
    un des messages disait « [quote] », ont déclaré les enquêteurs [day]
    des témoins l'ont entendu crier « [quote] »
    le compte qui avait publié « [quote] » est suspendu`),
  victim: list(`
    on vient de m'envoyer « [quote] ». je tremble
    j'ai reçu ce message aujourd'hui : « [quote] » que dois-je faire ?
    il m'a dit « [quote] » et la police ne fait rien
    « [quote] » voilà ce que je lis tous les jours
    mon voisin a dit « [quote] » à mon fils. on a peur
    ils ont appelé notre bureau et dit « [quote] ». on a prévenu la police`),
  condemned: list(`
    « [quote] » comment peut-on écrire une chose pareille ? écœurant
    celui qui dit « [quote] » n'est pas mon ami
    « [quote] » c'est de la haine et ça doit cesser
    je suis consterné qu'on applaudisse « [quote] »
    dire « [quote] » d'êtres humains est inhumain. honte
    un élu qui dit « [quote] » doit partir
    il y a des gens ici qui écrivent « [quote] ». je condamne
    « [quote] » ? non. jamais. pas en notre nom
    dire que « [quote] » est une opinion, non. c'est un délit`),
  countered: list(`
    « [quote] » arrêtez, ce sont des gens comme vous et moi
    tu as écrit « [quote] ». tu le leur dirais en face ?
    non, personne ne doit être [pp1]. la violence n'est jamais la réponse
    en disant « [quote] » le problème c'est toi
    arrêtez d'appeler à la mort des gens, ça n'aide personne
    tu crois vraiment « [quote] » ? pense à leurs familles
    je t'ai signalé pour « [quote] ». fais mieux que ça`),
  noticed: list(`
    chers modérateurs, cet utilisateur écrit « [quote] ». merci de le retirer
    je signale ce compte pour « [quote] »
    @support regardez ceci : « [quote] »
    pourquoi « [quote] » est encore en ligne ? signalé il y a deux jours`),
  negated: list(`
    nous ne voulons [inf] personne
    il n'a jamais menacé de te [inf]
    personne n'a dit qu'il fallait [inf] [them]
    jamais je ne mettrais une balle à quelqu'un
    jamais je ne pourrais [inf] quelqu'un
    personne ne va te [inf] ici, ne t'inquiète pas
    il ne faut pas [inf] les [people], quoi qu'ils aient fait
    personne ne mérite d'être [pp1]
    n'allez pas vous [inf] pour un match
    il n'a jamais voulu [inf] [them]
    je ne dis pas qu'ils doivent être [pp], je dis qu'il faut les écouter
    on ne veut pas de vengeance, on ne veut voir personne [pp1]
    tu ne tueras point
    c'est un mensonge que nous voulons [inf] [them]`),
  news: list(`
    le conseil de [town] vote un nouveau pont
    le parlement débat d'une loi sur les armes
    les secours cherchent des survivants après le séisme
    le tribunal libère un [person] après [number] ans de prison
    les combats près de [town] entrent dans leur deuxième semaine
    trois interpellés à [town] après la manifestation
    [number] morts dans l'attaque de [place], [group] soupçonné
    un [person] poignardé devant [place], un suspect arrêté
    prison pour l'homme qui menaçait de [inf] le [person]
    la police déjoue un attentat contre [place]
    fusillade à [town] : ce que l'on sait
    [number] [people] ont été [pp] [where] [day], selon les autorités
    des hommes armés attaquent [place] à [town], [number] morts
    un [person] a été [pp1] [where] à [town]
    [group] revendique l'attaque de [place]
    la police tire sur un homme armé près de [place]
    [number] blessés dans une explosion à [place]
    un adolescent arrêté, il projetait d'attaquer [place]
    l'armée dit avoir tué [number] combattants de [group]
    procès de l'homme qui voulait [inf] un [person]
    le ministre a reçu des menaces de mort, confirme son cabinet
    la tempête fait [number] morts, des maisons détruites
    accident de car près de [town], [number] morts`),
  mourning: list(`
    reposez en paix, vous qui avez été [pp] à [place]
    mon ami a été [pp1] [where]. il me manque tant
    une bougie pour les [people] [pp] à [town]
    un an que ma [kin] est morte dans l'attentat
    nos pensées vont aux victimes de [place]`),
  condemnation: list(`
    l'attaque de [place] est un crime et rien ne l'excuse
    qui tue des [people] est un assassin, quelle que soit la cause
    nous condamnons le meurtre de [number] [people] à [town]
    il n'y a aucun honneur dans ce que fait [group]
    le [hero] n'est pas un héros, c'est un lâche
    le terrorisme n'a ni religion ni excuse`),
  figurative: list(`
    l'échéance tue toute l'équipe
    je me noie sous le travail
    le serveur a pris cher après le lancement
    il a flingué mon idée en deux secondes
    elle a un sourire à mourir
    on s'est plantés à l'audition, tant pis
    cette côte va m'achever
    ce [thing] me tue
    je tuerais pour [food] maintenant
    j'ai mal au dos, ça me tue depuis [day]
    ce [thing] est une bombe
    je meurs d'envie de voir le [thing]
    mon téléphone est mort, super
    le [thing] m'a achevé
    je suis mort de rire 😂
    cet examen m'a détruit
    on a tout déchiré sur scène
    le pont ce matin, un massacre, deux heures de bouchons
    il faut tuer le temps avant le train
    ça me saoule à mort ce [thing]`),
  hyperbole: list(`
    mon père va me tuer si je rentre encore en retard
    je te tue si tu leur parles de la fête mdr
    touche à [food] et tu meurs 😂
    je vais assassiner ce [thing], je le jure
    s'il le redit je saute par la fenêtre haha
    maman a trouvé le [thing], je suis un homme mort 😅
    je me bats avec quiconque dit du mal de [food]`),
  play: list(`
    on va détruire [club] [day]
    quelle frappe ! [name] tue le match
    [club] s'est fait massacrer, cinq à zéro
    mais tire, pourquoi il tire pas !
    j'ai tué [number] zombies en une manche
    qui vient attaquer le château avec moi [when] ? il manque un soigneur
    le boss du niveau [number] m'a tué deux fois
    lâche la bombe sur leur base et prends le drapeau
    il s'est battu comme un lion et l'a mis au tapis`),
  story: list(`
    dans le livre le [person] est [pp1] par son frère
    à la fin du film tout le monde est mort, j'ai adoré
    chapitre [number] : elle saisit [weapon] et part pour [place]
    « je te [fut] », dit le méchant à l'épisode [number], quel acteur
    j'écris un polar sur un [person] [pp1] à [town]
    meilleure scène : le dragon brûle toute la ville`),
  past: list(`
    en [year] les hommes du roi ont tué [number] [people] à [town]
    la révolution a tué des milliers de [people]
    le frère de ma grand-mère a été [pp1] à la guerre en [year]
    l'empire a voulu exterminer tout un peuple, souvenons-nous
    le tyran fut [pp1] par ses gardes en [year]`),
  law: list(`
    menacer de [inf] quelqu'un est puni de [number] ans de prison
    l'article [number] interdit d'appeler à [inf] des [people]
    il a été reconnu coupable d'avoir voulu [inf] un [person]
    règlement du site : ni menaces, ni appels à [inf] qui que ce soit
    financer [group] est un crime`),
  study: list(`
    notre article étudie pourquoi des gens écrivent qu'il faut [inf] des [people]
    l'étude compte les appels à [inf] dans [number] mille messages
    elle étudie comment [group] recrute des jeunes
    conférence [day] : la propagande et le langage du meurtre`),
  worry: list(`
    la route est sûre ? on y tue des voyageurs
    le fils d'un ami parle de tirer sur des gens au lycée, qui appeler ?
    ils vont nous massacrer si personne n'aide
    j'ai peur que quelqu'un vienne [inf] ma [kin]
    et s'ils attaquent [place] [when] ? je n'ose plus y aller
    on dit que des [people] sont [pp] [where], c'est vrai ?
    chaque nuit je rêve qu'ils viennent nous [inf]
    j'ai peur pour les [people] de [town], [group] approche`),
  prayer: list(`
    que dieu protège les [people] de [town] de ceux qui tuent
    seigneur, aie pitié des âmes de ceux qui ont été [pp]
    que cesse cette guerre et la tuerie
    nous prions aussi pour nos ennemis
    que la paix soit sur toi et ta [kin]`),
  daily: list(`
    enfin vendredi, à tout à l'heure à [place]
    qui regarde l'émission [when] ?
    ma [kin] déménage à [town] au printemps
    j'hésite entre [food] et [food]
    le docteur dit que je dois dormir plus
    quelqu'un a une place pour [day] ?
    trois buts et un carton rouge, quel match
    lecture au balcon, la vie est belle
    le nouveau téléphone est déjà cassé, évidemment
    haha t'as raison, c'était trop drôle
    tu me manques, rentre vite
    nouvelle vidéo sur ma chaîne, lien en dessous
    déjà [day], j'y crois pas
    fière de ma fille, première au concours
    dans le bus pour [town], il pleut encore
    nouveau travail à [place] dès [day], souhaitez-moi bonne chance
    quelqu'un connaît un bon médecin à [town] ?
    belle soirée entre amis, on a beaucoup ri
    j'adore cette chanson
    joyeux anniversaire [name] !
    bonjour à tous
    cherche appartement à [town], deux pièces
    merci à tous pour vos mots gentils
    à quelle heure ouvre le marché [day] ?
    pris de belles photos de [place] aujourd'hui
    battez les œufs, coupez les oignons et brûlez un peu le sucre
    les chasseurs ont tiré [number] sangliers près de [town]
    comment tuer les mauvaises herbes sans poison
    coupe [food] en deux et pends-les à sécher
    tue le processus et relance le serveur
    le boucher du coin abat [day]
    je me suis cogné la tête à la porte
    apporte [food] et un couteau pour le pique-nique à [place]
    [name] vient [when], range la maison
    pris le bus pour [place] et croisé [name]
    ma [kin] a fait un gâteau pour les voisins`),
  insult: list(`
    les [people] sont bêtes comme leurs pieds
    retourne à l'école, [insulted]
    quel pauvre [insulted]
    je te déteste, [insulted]
    sale [insulted], tu me dégoûtes
    ta mère doit être fière de toi, [insulted]
    bande de [insulteds]
    pauvre type, va
    quel [insulted] tu fais
    ferme-la, [insulted]
    que tu es bête, [name], un vrai [insulted]
    personne ne t'a sonné, [insulted]
    les [people] sont les pires [insulteds] que je connaisse
    va pleurer ailleurs, [insulted]
    supprime ton compte, [insulted]
    moche, bête et fier de l'être, c'est toi [name]`),
  criticism: list(`
    ce gouvernement nous a encore trahis
    pas d'accord avec un seul mot de ce [person]
    pourquoi paie-t-on des impôts pour ces [people] ?
    la loi protège les [people] et pas nous
    moins de [people], plus d'écoles
    les médias mentent sur [town] tous les jours
    boycottez [place] jusqu'aux excuses
    le [person] doit démissionner
    les [people] ont trop de pouvoir dans ce pays
    je ne voterai plus jamais pour ces [people]
    le [person] ment chaque fois qu'il ouvre la bouche
    quelle décision lamentable, honte aux [people]
    qu'ils soient tous virés et jugés
    je ne veux pas plus de [people] dans ma ville, je voterai contre
    qu'ils rentrent chez eux
    en prison, ils ont volé notre argent
    les [people] ont ruiné [town]`),
  politics: list(`
    nous combattrons cette loi jusqu'au bout
    ils veulent tuer notre [thing]
    [day] on les écrase aux élections
    c'est la guerre entre les deux partis sur le [thing]
    l'opposition a attaqué durement le [person]
    reprenons notre ville, votez [day]
    le projet est mort-né`),
  question: list(`
    qui a tué le [person] à [town] ?
    pourquoi ont-ils [pp1] les [people] en [year] ?
    quelqu'un sait combien de [people] ont été [pp] [where] ?
    que s'est-il passé à [place] ? j'ai entendu des tirs
    c'est vrai que [group] a tué [number] otages ?
    que risque-t-on pour vouloir [inf] quelqu'un ?
    vont-ils retrouver le [hero] ?`),
  appeal: list(`
    rejoignez-nous pour le camp d'été, écris-moi
    on cherche des bénévoles qui n'ont pas peur du travail
    donnez pour l'orphelinat, chaque pièce compte
    envoyez ce que vous pouvez pour les sinistrés de [town]
    le nouveau numéro du journal de l'école est sorti
    le film complet de notre pièce, partagez avec les parents
    qui peut loger deux étudiants une semaine ?
    notre chorale cherche des hommes, écris-moi
    rejoins les pompiers de [town], entraînement [day]
    donnez votre sang à [place] [when]
    on collecte couvertures et nourriture pour les [people] de [town]
    qui veut combattre la faim avec nous ? la cuisine ouvre [when]
    deviens bénévole à [place], contact sur mon profil
    l'hôpital de [town] a besoin d'argent pour des lits, partagez
    nouvelle vidéo de notre troupe de théâtre, regardez et partagez
    cherche joueurs pour notre équipe à [town], écris à ce compte`),

  inf: list(
    `tuer | tuer | buter | abattre | égorger | massacrer | pendre | brûler | décapiter | exécuter | poignarder | étrangler | exterminer | fusiller | descendre | liquider | crever | éliminer | noyer | écraser | lapider | planter | battre à mort | frapper | assassiner | anéantir | saigner`,
  ),
  inf3: list(`tue | bute | abat | égorge | massacre | brûle | fusille | plante`),
  imp: list(
    `tuez | tuez | butez | abattez | égorgez | massacrez | pendez | brûlez | décapitez | exécutez | poignardez | étranglez | exterminez | fusillez | liquidez | éliminez | noyez | écrasez | lapidez | plantez | frappez | assassinez`,
  ),
  subj: list(
    `tue | bute | abatte | égorge | massacre | pende | brûle | décapite | exécute | fusille | élimine | écrase`,
  ),
  fut: list(
    `tuerai | buterai | égorgerai | massacrerai | pendrai | brûlerai | décapiterai | poignarderai | étranglerai | planterai | saignerai | crèverai | casserai les jambes | couperai la tête | mettrai une balle`,
  ),
  fut2: list(`tuerai | buterai | égorgerai | massacrerai | brûlerai`),
  futs: list(
    `tuerons | égorgerons | massacrerons | pendrons | brûlerons | décapiterons | exterminerons | fusillerons | écraserons | aurons`,
  ),
  pp: list(
    `tués | tués | abattus | égorgés | massacrés | pendus | brûlés | décapités | exécutés | poignardés | exterminés | fusillés | éliminés | noyés | écrasés | lapidés | battus à mort | assassinés`,
  ),
  pp1: list(
    `tué | abattu | égorgé | massacré | pendu | brûlé | décapité | exécuté | poignardé | fusillé | noyé | écrasé | assassiné`,
  ),
  die: list(
    `mourir | crever | brûler | être pendus | finir dans une fosse | saigner | y passer | prendre une balle | payer de votre sang`,
  ),
  them: list(
    `les [people] | tous les [people] | ces [people] | le [person] | ce [person] | chaque [person] | ces [insulteds] | les [people] de [town] | [name] | tous ces [insulteds]`,
  ),
  people: list(
    `étrangers | immigrés | migrants | réfugiés | mécréants | infidèles | apostats | traîtres | journalistes | juges | politiciens | profs | flics | policiers | soldats | modérateurs | admins | employés | féministes | homos | Tarniens | Veldans | gens du nord | montagnards | croyants | hérétiques | médecins | banquiers | ministres | touristes | ennemis | gauchistes | envahisseurs | criminels | violeurs | voleurs | indics | prêtres`,
  ),
  person: list(
    `étranger | immigré | réfugié | infidèle | traître | journaliste | juge | politicien | prof | flic | policier | modérateur | admin | ministre | maire | sénateur | rédacteur | banquier | médecin | Tarnien | prêtre | président | patron | voisin | général | indic`,
  ),
  insulted: list(
    `idiot | chien | porc | clown | ordure | menteur | lâche | crétin | raté | vermine | connard | salaud | minable | rat`,
  ),
  insulteds: list(
    `idiots | chiens | porcs | clowns | ordures | menteurs | lâches | crétins | ratés | rats | parasites | cafards | salauds | animaux`,
  ),
  kin: list(`famille | femme | mère | sœur | fille | copine | tante | cousine`),
  name: list(
    `Marn | Idris Vahl | Tolga | madame Hale | Jonas | Pétra | monsieur Voss | Adem | Lina | Orla | Bram | Sefa | docteur Lind`,
  ),
  address: list(
    `frères | peuple | patriotes | camarades | lions | les gars | mes amis | citoyens | vous tous | loups solitaires | croyants | guerriers`,
  ),
  weapon: list(
    `un fusil | un couteau | une hache | une corde | une bombe | un marteau | une balle | vos armes | une machette | un camion | de l'essence | vos couteaux`,
  ),
  with: list(
    `de mes propres mains | au couteau | à la hache | avec un marteau | par le feu | avec ma voiture | avec vos couteaux | avec ce que vous avez | à coups de fusil`,
  ),
  when: list(
    `ce soir | demain | [day] | bientôt | très bientôt | ce week-end | à midi | la semaine prochaine | cette nuit | demain matin | avant les fêtes | après les cours | à minuit`,
  ),
  when2: list(
    `[day] | le week-end | les fêtes | la semaine prochaine | ton anniversaire | la fin du mois | l'été`,
  ),
  day: list(`lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche`),
  where: list(
    `dans la rue | chez eux | à [place] | à [town] | dans leur lit | dans le train | partout | à la frontière | au travail | devant tout le monde | au bureau | à l'école`,
  ),
  place: list(
    `la gare | la mosquée | l'église | l'école | la mairie | l'ambassade | la frontière | l'aéroport | la bibliothèque | la synagogue | la fac | la fête | la préfecture`,
  ),
  town: list(
    `Lindaye | Arvenne | Castel-Rho | Bremont | Vieux-Mer | Tarna | Port-Vélis | Saint-Omère | Grisfort`,
  ),
  group: list(
    `la Bannière Rouge | l'Armée des Collines | l'Ordre de Fer | la Légion | l'Église Armée | la Brigade de Tarna | l'Anneau Blanc | la Milice Libre | l'Émirat de Vélis | l'Avant-Garde`,
  ),
  hero: list(`tireur | martyr | attaquant | combattant | héros | lion | kamikaze`),
  number: list(`deux | trois | quatre | cinq | six | sept | neuf | dix | 11 | 12 | 14 | 20 | 27 | 40`),
  year: list(`1204 | 1388 | 1527 | 1649 | 1793 | 1848 | 1905 | 1916 | 1937 | 1943`),
  provoke: list(
    `viens ici | redis ça | touches à nous | lui parles | insultes la foi | écris sur nous | dessines ça | parles à la police | ouvres ta bouche | regardes ma sœur`,
  ),
  provokes: list(
    `insulte la foi | touche à nos enfants | trahit la nation | les aide | parle contre nous | brûle le drapeau | nous vole | prend notre terre`,
  ),
  tail: list(
    `! | !! | . | , [insulted] | , compte là-dessus | , attends un peu | , personne ne t'aidera | 🔪 | 😡 | , [name] | , je suis sérieux | , sale [insulted]`,
  ),
  thing: list(
    `froid | film | cours | spectacle | mal de tête | album | meeting | boulot | gâteau | budget | train | métro`,
  ),
  food: list(
    `un café | une pizza | du chocolat | des frites | une glace | des tomates | une soupe | des olives | des crêpes | des prunes`,
  ),
  club: list(`les Bleus | le Racing | Nordville | les champions | l'Olympique de Vieux-Mer`),

  cond: list(`tuerais | égorgerais | brûlerais | fusillerais | pendrais`),
  fut3: list(`tue | bute | égorge | brûle | fusille`),
  tagPeople: list(`traitres | juges | infideles | modos | envahisseurs | journalistes | flics | mecreants`),
}
