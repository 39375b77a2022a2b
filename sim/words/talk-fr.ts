import { list, type Rules } from '../grammar.ts'

/** What ordinary people write in French. Nouns carry their article, so that every sentence agrees. */
export const talk: Rules = {
  talk: list(`
    [topic] [end]
    [open] [topic]
    [topic]
    [topic] [aside]
    [open] [topic] [end]
    [topic] [aside] [end]
    [open] [topic] [aside]
    [topic] [topic]`),
  topic: list(`
    [cook1] [cook2] | [work1] [work2] | [road1] [road2] | [home1] [home2] | [garden1] [garden2] | [pet1] [pet2] | [read1] [read2]
    [screen1] [screen2] | [music1] [music2] | [sport1] [sport2] | [school1] [school2] | [trip1] [trip2] | [kin1] [kin2] | [sky1] [sky2]`),
  open: list(`
    Bon. | Petite victoire. | Bonjour de [place] ! | Bonsoir tout le monde. | Question sérieuse. | Avis impopulaire. | Histoire vraie.
    Des nouvelles de [place]. | D'accord, j'avoue. | Jour [2-90]. | Leçon du jour. | Enfin ! | [name] avait raison. | Pour mémoire.
    On est [day], donc tout va bien. | Rentrés de [place] hier. | Dites-moi si je me trompe. | Entendu dans [ride] ce matin. | Je le note ici.`),
  end: list(`
    Voilà, c'est tout. | La suite [day]. | Demandez à [name]. | Je ne regrette rien. | Il me faut [snack]. | Photos [later]. | On avance.
    Quelle journée. | [name] en a ri pendant [2-40] minutes. | Plus jamais, ou alors [day]. | D'abord un thé. | Vous en pensez quoi ?
    Il paraît que c'est normal à [place]. | Au lit maintenant. | Ça pourrait être pire. | Mes genoux ne sont pas d'accord. | Qui vient ?
    [name] me doit [snack]. | Bref, vivement [day]. | La vie est belle.`),
  aside: list(`
    Pendant ce temps, [name] est coincé à [place]. | Et [name] a toujours gardé [thing]. | Et voilà [thing] qui refait ce bruit.
    Entre nous, [relative] préfère [snack]. | Tout ça avant [hour]. | Que quelqu'un prévienne [name].
    Rien à voir, mais où trouve-t-on [snack] à [place] un [day] soir ? | Les voisins ont un avis sur tout, surtout sur [thing].`),
  cook1: list(`
    J'ai préparé [dish] pour [guests], avec [produce] et beaucoup trop de [spice].
    Troisième essai pour [dish] : [spice] à la place de la recette, et [12-90] minutes au four.
    Selon [name], [dish] sans [spice], ça ne compte pas.
    Au marché, rue [street], il y avait [produce] pour trois fois rien, alors ce soir c'est [dish].
    Quelqu'un aurait une recette pour [dish], mais avec [produce] ?
    [dish] comme chez [relative] : son écriture, ma cuisine, [hour].
    On a mangé [dish] sur [spot] en regardant [view].
    J'avais oublié [produce], retour rue [street] en courant, et [dish] à table quand même.`),
  cook2: list(`
    Tout le monde en a repris, c'est dire. | Ça avait le goût de [place] en été. | La prochaine fois, moins de [spice] et plus de patience.
    Je soupçonne [thing]. | La cuisine sent bon et je soupçonne [name]. | Il en reste pour [2-9] jours. | Le secret, c'est le temps, et un peu de [spice].`),
  work1: list(`
    [2-9] réunions avant [hour], et la seule décision portait sur [thing].
    Au travail, la nouvelle connaît [relative] depuis [place], le monde est petit.
    J'ai cherché [thing] toute la journée de [day] : dans mon sac, évidemment.
    L'imprimante de [office] ne marche que si [name] est à côté.
    On déménage [office] rue [street] en [month], et personne ne parle de [thing].
    Première semaine comme [job] : [4-30] prénoms à retenir et [2-9] cafés renversés.
    À midi avec [name], [2-3] heures à table, rien que pour [dish].
    Il a fallu [2-9] courriels et [name] pour retrouver la clé de [office].`),
  work2: list(`
    [relative] appelle ça l'expérience. | [name] a apporté [snack], nous sommes réconciliés. | J'ai gardé mon sérieux jusqu'à [hour].
    Et [day] on recommence. | Personne n'a rien vu, sauf [name]. | J'aimerais mieux être à [place]. | Le café de [office] n'y est pour rien.`),
  road1: list(`
    Départ pour [place] avec [2-50] minutes de retard dans [ride], sans chauffage.
    Dans [ride], quelqu'un lisait [title] à voix haute au téléphone.
    De [place] à la rue [street] à vélo, sous la pluie, avec [thing] sous le bras.
    La rue [street] est fermée jusqu'en [month] : le détour passe devant [2-9] boulangeries.
    J'ai laissé un gant dans [ride] [day], je l'ai retrouvé sur [spot].
    Un monsieur est monté dans [ride] avec [2-6] cageots et a offert [produce] à tout le monde.
    La gare de [place] est repeinte, il était temps.`),
  road2: list(`
    Il m'a parlé de [relative] jusqu'au terminus. | J'aurais mieux fait d'y aller à pied. | Au moins, on voyait [view].
    La prochaine fois, je demande à [name]. | J'ai lu la moitié de [title]. | Vivement le printemps. | Arrivée à [hour], trempée mais contente.`),
  home1: list(`
    [thing] nous a lâchés [day], la chaudière [2-9] heures plus tard.
    Retrouvé une photo de [relative] à [place], en [1961-1999], devant [view].
    J'ai repeint [room] en [colour] ; sur le nuancier c'était plus doux.
    Chez les voisins de la rue [street], on apprend [instrument], dès [hour].
    En vidant [room], je suis tombée sur [produce] en bocaux de [2009-2024].
    La notice pour [thing] fait [20-90] pages et ne sert à rien.
    Plus de lumière dans [room] depuis [day].`),
  home2: list(`
    On dira que c'est du charme. | [name] paie [snack] à qui vient aider [day]. | [relative] aurait réparé ça en une heure.
    [pet] s'est installé dans le carton. | Plus que [2-9] cartons. | Ça sent la peinture jusque rue [street]. | Le propriétaire passe en [month].`),
  garden1: list(`
    Sur [spot], [plant] ont [2-30] jours d'avance cette année.
    Planté : [plant], contre l'avis de [name].
    Escargots : [3-40]. Moi : zéro. Disparus : [plant].
    Échangé [2-20] boutures contre un pot de confiture avec [name], de [place].
    Les jardins ouvriers derrière la rue [street] ont [3-14] ans d'attente.
    Arrosage à [hour], pluie aussitôt après ; [plant] disent merci.
    Est-ce que [plant] passent l'hiver à [place], sur [spot] ?`),
  garden2: list(`
    D'après [relative], il faut attendre [month]. | Les abeilles, elles, ne se plaignent pas. | Je leur parle, elles écoutent mieux que [name].
    On aura [produce] en [month]. | [pet] en a déterré la moitié. | C'est un peu de travers et j'adore.`),
  pet1: list(`
    Sur la table il y avait [snack] ; il y a maintenant [pet], sans remords.
    Ce matin [pet] a suivi [name] jusqu'à [place].
    Depuis [day], [pet] sait ouvrir [room] ; je le regrette déjà.
    La vétérinaire de [place] trouve [pet] trop rond de [2-5] kilos.
    Il y a [2-6] ans aujourd'hui, [pet] s'installait chez nous.
    On a un problème : [pet] ne supporte plus [thing].`),
  pet2: list(`
    Je respecte l'ambition. | On fait semblant que rien ne s'est passé. | [relative] dit que c'est l'éducation.
    Ça dort maintenant dans [room], comme un roi. | Bilan : plus rien à grignoter. | Meilleur [day] du mois.`),
  read1: list(`
    Terminé [title] dans [ride], arrêt manqué de [2-9] stations.
    À la bibliothèque de [place], [title] n'était pas sorti depuis [1961-1999].
    Je recommence [title] pour la [3-7]e fois.
    [name] m'a prêté [title] avec [2-30] pages de notes dans les marges.
    Notre club de lecture a choisi [title] ; [2-9] personnes l'ont fini.
    Est-ce que [title] s'améliore après la page [40-300] ?`),
  read2: list(`
    La tante est le meilleur personnage. | J'en aurais voulu [100-300] pages de plus. | [name] a pleuré au passage sur [place].
    Depuis, tout me rappelle [view]. | J'y retourne après [dish]. | La fin ne vaut pas la couverture. | [relative] l'a lu en une nuit.`),
  screen1: list(`
    Vu [title] au petit cinéma de la rue [street], nous étions [3-40].
    [2-7] épisodes de [title] avec [relative], compris : [2-3].
    On tourne [title] près de [place], toute la rue [street] veut y figurer.
    La version de [1961-1999] de [title] est meilleure, point.
    Endormie devant [title] juste à l'arrivée à [place].
    [name] a mis [title] en pause toutes les [2-9] minutes pour commenter les bateaux.`),
  screen2: list(`
    Rien que pour les costumes, allez-y. | Le chien s'en sort, rassurez-vous. | [name] a fredonné l'air toute la soirée.
    On en a discuté jusqu'à [hour]. | Et cette scène avec [thing] ! | J'y retourne [day].`),
  music1: list(`
    Concert de [band] à [place] : un peu faux, et personne ne s'en est plaint.
    Apprendre [instrument] à [30-70] ans : la rue [street] vous salue.
    Un disque de [band] à [2-9] euros au vide-grenier de la rue [street].
    [name] joue maintenant dans [band].
    [band] a une chanson sur [place], [3-11] minutes de pluie.
    La chorale de [place] cherche [2-9] basses, et [snack] pour après.`),
  music2: list(`
    Je l'ai écoutée [4-60] fois depuis [day]. | [relative] a dansé, tout est dit. | Le troisième couplet m'a eue.
    Du coup [pet] est sorti, par la fenêtre. | Prochain concert en [month]. | On dirait [view] en musique.`),
  sport1: list(`
    De [place] à la rue [street] en courant, [28-95] minutes, surtout en descente.
    [club] et [club], [2-4] partout, je n'ai plus de voix.
    Les moins de [9-16] ans de [place] gagnent [2-9] à 1 dans la boue.
    [name] m'a inscrit au semi-marathon de [month].
    [10-60] longueurs avant le travail à la piscine de [place].
    Ping-pong au bureau : battue par [name] [11-21] à [2-9].
    [club] engage un gardien de [place] que personne ne connaît.`),
  sport2: list(`
    Jambes en coton, cœur léger. | [relative] a filmé la mauvaise équipe. | On verra [day]. | Après, il y avait [snack], tout va bien.
    Notre gardien mérite une statue rue [street]. | Trop vieux, trop content.`),
  school1: list(`
    La petite doit apporter [2-9] œufs et [thing] à l'école pour [hour].
    Réunion de parents à [place] : [2-9] minutes par prof, [30-50] dans la file.
    Mes élèves ont rendu [10-40] copies sur [title], dont [2-9] sur [dish].
    Révisions : [subject], [snack] et les notes de [name].
    Reçue en [subject], au deuxième essai !
    [relative] reprend des études de [subject] à [41-70] ans.`),
  school2: list(`
    « C'est [pet] », ça ne marche plus comme excuse. | On fête ça avec [dish]. | La prof de maths mérite une médaille.
    [name] m'a tout expliqué avec [produce]. | Encore [2-7] semaines jusqu'en [month]. | J'ai plus appris qu'eux.`),
  trip1: list(`
    [2-9] jours à [place] avec [relative] et aucun programme.
    Réveil à [place] après une nuit dans [ride], devant [view].
    La pension de [place] sert [dish] au petit déjeuner.
    Perdus à [place] avec [name] : [2-4] heures, [2-9] boulangeries.
    Réservé à [place] pour [month], on verra bien.
    Un pêcheur de [place] a appris à [name] un nœud et une chanson.`),
  trip2: list(`
    J'y retourne en [month]. | Prenez un manteau et [snack]. | À [hour], sur [spot], c'est la meilleure place du monde.
    Il y a encore du sable partout. | Personne ne voulait rentrer. | [relative] veut s'y installer.`),
  kin1: list(`
    [relative] a eu [61-97] ans [day] et a dansé jusqu'à [hour].
    [2-12] cousins, une salle de bains, un [day] matin.
    [name] a fait ses premiers pas aujourd'hui, vers [pet].
    Appelé [relative] à [place] : [20-90] minutes sur [produce].
    Le petit demande s'il y a une lune aussi à [place].
    Retrouvé les lettres de [relative], [place], [1961-1999].`),
  kin2: list(`
    Il y avait [dish], bien sûr. | Je n'ai pas su quoi répondre. | On a ri jusqu'à ce que [name] doive s'asseoir.
    Le silence dans [room], maintenant. | Gardez vos proches près de vous. | On a fini la soirée sur [spot].`),
  sky1: list(`
    [2-30] degrés à [place] et [name] sort en manteau.
    Brouillard rue [street] ce matin : on ne voyait plus [view].
    Le vent a pris [thing] chez nous et l'a posé chez [name].
    Première neige à [place], [2-9] enfants, une luge.
    Tant de vent à [hour] que [plant] ont changé de balcon.
    Du soleil enfin, plus une place libre à [place].`),
  sky2: list(`
    La météo avait promis [month]. | J'avais étendu le linge, c'est ma faute. | Rien à faire, [pet] refuse de sortir.
    Un temps à manger [dish]. | J'ai pris [3-90] photos. | Personne ne travaille aujourd'hui.`),
  name: list(`
    Maëlle | Anatole | Solène | Gaspard | Inès | Théo | Apolline | Bastien | Yasmine | Clovis | Élise | Marius | Oriane | Karim | Lucie | Firmin
    Margot | Octave | Noémie | Sacha | Awa | Baptiste | Colette | Edgar | Faustine | Hugo | Jeanne | Léon | Mireille | Nour | Pauline | Rémi`),
  relative: list(
    `ma tante | mon oncle | ma sœur | mon frère | mon grand-père | ma grand-mère | ma belle-mère | mon cousin | ma marraine | mon aînée | mon père | ma nièce`,
  ),
  guests: list(
    `six amis | les voisins | ma belle-famille | toute la chorale | deux infirmières fatiguées | les enfants | des copains d'école | l'équipe de nuit | tout le palier`,
  ),
  place: list(`
    Vaubrun | Saint-Aulin | Montcerf | Rochelune | Pont-d'Ambre | Castelvieil | La Férolle | Hautebise | Marsigny | Port-Sable | Grandcombe | Lessart
    Villeparc | Aubeterne | Beaulongue | Noirmont | Clairefont | Saint-Maurin | Vieux-Brème | Ormesson-le-Pré | Bellerive`),
  street: list(`
    du Moulin | des Tonneliers | de la Lanterne | des Tisserands | du Vieux-Bac | du Genévrier | des Cordiers | du Four | de l'Écluse | des Merles
    du Cadran | des Trois-Ponts | du Puits | de la Tannerie`),
  office: list(
    `la compta | l'atelier | l'accueil | l'archive | la réserve | l'étage | la salle de lecture | l'entrepôt`,
  ),
  job: list(
    `conductrice de bus | infirmier | apprentie boulangère | bibliothécaire | comptable | géomètre | veilleur de nuit | jardinier | soudeuse | cantinière`,
  ),
  dish: list(`
    une soupe de lentilles | une tarte à l'oignon | un gratin de courges | une ratatouille | des quenelles | un risotto aux poireaux | une blanquette
    un poulet au citron | un couscous | une quiche | des crêpes aux épinards | une salade de betteraves | un crumble à la rhubarbe | un far aux pruneaux
    une potée | des beignets de courgette | une omelette aux cèpes | un pain d'épices`),
  produce: list(
    `des prunes | des poireaux | des haricots | des abricots | des moules | des radis | des châtaignes | des coings | des courgettes | du cassis | des noix | du fenouil | des poires`,
  ),
  spice: list(
    `muscade | cumin | paprika | thym | moutarde | cannelle | poivre | safran | sauge | laurier | gingembre | piment doux`,
  ),
  snack: list(
    `des biscuits | des chips | une tartine | des sablés | des noisettes | du fromage | des olives | des beignets | du réglisse | un chausson aux pommes | du pop-corn | des cornichons`,
  ),
  thing: list(`
    la bouilloire | la pompe à vélo | le parapluie | la radio | le grille-pain | la valise | la lampe | l'agrafeuse | la machine à laver | le réveil
    la tente | la machine à coudre | la sonnette | le télescope | le sèche-cheveux | le hamac | le frigo`),
  spot: list(
    `le balcon | le perron | le toit | la jetée | le banc du parc | le rebord de fenêtre | le ponton | la terrasse | le palier | la pelouse`,
  ),
  room: list(
    `la cuisine | le couloir | la salle de bains | le grenier | la cave | la chambre d'amis | la remise | le cellier | le bureau`,
  ),
  view: list(
    `les bateaux | les martinets | les trains du soir | le phare | les collines | les réverbères | le marché | les rameurs | les nuages | le barrage`,
  ),
  ride: list(
    `le bus | le tram | le bac | le train | le bus de nuit | le car | le [2-98] | le funiculaire | la navette`,
  ),
  plant: list(
    `les pois de senteur | les tomates | les digitales | les lavandes | les courges | les dahlias | les fraisiers | les orties | les glycines | les rosiers`,
  ),
  pet: list(
    `le chat | le chien | le perroquet | le lapin | le vieux terrier | le hérisson | le chaton | le chat roux | le chiot | le furet`,
  ),
  colour: list(
    `jaune moutarde | vert pâle | rouge brique | bleu marine | blanc cassé | prune | gris perle | terre cuite`,
  ),
  instrument: list(
    `le trombone | le violoncelle | l'accordéon | la clarinette | la batterie | la cornemuse | le banjo | la contrebasse | la flûte`,
  ),
  subject: list(
    `chimie | statistiques | histoire | latin | comptabilité | anatomie | géographie | droit rural | géométrie | solfège`,
  ),
  title: list(
    `« [noun] [ofnoun] » | « [noun] et [noun] » | « [noun] pour [name] » | « [noun] de [place] » | « Sept fois [name] » | « L'hiver à [place] »`,
  ),
  noun: list(
    `Le verger | La lettre | Le bac | L'horloger | Le port | La lanterne | Le violon | La carte | La fenêtre | Le jardin | Le pont | La sœur`,
  ),
  ofnoun: list(
    `du silence | de verre | du nord | de travers | de papier | d'hiver | d'à côté | perdu en mer | sous la pluie | du dimanche`,
  ),
  band: list(`Lundis [ofnoun] | Fanfare [street] | Trio [name] | Quatuor de [place] | Orchestre [ofnoun]`),
  club: list(`l'AS [place] | l'Étoile de [place] | le FC [place] | le Racing [place] | l'Union [place]`),
  day: list(`lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche`),
  month: list(`janvier | février | mars | avril | mai | juin | septembre | octobre | novembre | décembre`),
  hour: list(
    `six heures | sept heures et demie | neuf heures | midi | quatre heures | minuit | [6-22]h[10-59]`,
  ),
  later: list(`demain | [day] | quand je trouve le câble | après manger | bientôt`),
  tag: list(
    `[topicTag] | [topicTag] | Humeur[dayTag] | [topicTag][2014-2026] | Petit[topicTag] | Mon[topicTag] | [topicTag]DuJour`,
  ),
  dayTag: list(`Lundi | Mardi | Mercredi | Jeudi | Vendredi | Samedi | Dimanche`),
  topicTag: list(`
    Jardin | Cuisine | Lecture | Course | Oiseaux | Ciné | Train | Tricot | Foot | Recette | Chat | Chien | Voyage | Prof | Photo
    Jazz | Vélo | Potager | Pain | Échecs | Voile | Musée | Vinyle | Examen | Café | Marché | Balade`),
  bio: list(`
    [job], [place]. J'aime [plant] et [dish].
    [snack], [view], et [band]. Née à [place], rue [street].
    Mes avis n'engagent que moi et [pet]. [subject], [instrument], marche.
    Jusqu'au bout avec [club]. Et [dish].
    Autrefois [job], apprend [instrument].
    Lit [title]. Écrit sur [produce] et sur [place].`),
  reply: list(`
    Pareil ici, [name] l'avait dit [day]. | Oui, mais avec un peu de [spice]. [more] | J'ai vécu ça à [place] en [1990-2025]. [more]
    Félicitations ! [more] | Demande rue [street], ils ont tout. | Ha, [relative] a fait exactement pareil. | Merci, ça sauve mon [day]. [more]
    Non, pas [thing] ! [more] | À [day], [hour], j'apporte [snack]. | Emmène [name], et [snack]. | On a essayé avec [produce] une fois. [more]`),
  more: list(`
    [relative] va adorer. | Apporte [snack]. | Qu'en dit [name] ? | Et comment va [pet] ? | À [day] alors. | Chez nous, avec [produce]. | Ça nous a pris jusqu'en [month].
    J'envie [spot].`),
}
