import type { Grammar } from './grammar.ts'
import { italianAre } from './verbs.ts'

/* Italian. Pronouns are written onto infinitives and orders (`ammazzarli`, `ammazzateli`). */

const HARM =
  'ammazzare, massacrare, sgozzare, sparare, fucilare, impiccare, bruciare, decapitare, sterminare, linciare, torturare, strangolare, accoltellare, pugnalare, annegare, lapidare, avvelenare, eliminare, annientare, macellare, giustiziare, assassinare, castrare, violentare, stuprare, scannare, scuoiare, bombardare, freddare'
const HARD =
  'picchiare, pestare, menare, attaccare, cacciare, schiacciare, spaccare, deportare, spezzare, frustare, calpestare'
const them = (verbs: string): string =>
  verbs
    .split(', ')
    .map((verb) => ['li', 'le', 'lo', 'la', 'gli'].map((clitic) => verb.slice(0, -1) + clitic).join(', '))
    .join(', ')
const you = (verbs: string): string =>
  verbs
    .split(', ')
    .map((verb) => `${verb.slice(0, -1)}ti, ${verb.slice(0, -1)}vi`)
    .join(', ')
const ALL_HARM = `${HARM}, uccidere, fare fuori, far fuori, togliere di mezzo, dare fuoco a, tagliare la gola a, far saltare in aria`

export const italian: Grammar = {
  language: 'it',
  common:
    'il lo gli della dei delle degli nel nella nei alla alle dal dalla sul sulla che di è e un una non sono con per ma anche come più questo questa questi queste quello quella io noi voi loro mi ti ci vi si ho hai ha abbiamo hanno essere fare cosa perché perche quando dove chi tutti tutte tutto ogni se già gia ora poi molto solo sei siamo siete era stato stata vostra vostro nostro nostra ed ad',
  words: {
    I: 'io',
    WE: 'noi',
    YOU: 'tu, te, ti, voi, vi',
    'OF YOU': 'tuo, tua, tuoi, tue, vostro, vostra, vostri, vostre',
    THEM: 'loro, lui, lei, li, quelli, quelle, chiunque, costoro',
    ALL: 'tutti, tutte, tutto, tutti i, tutti gli, tutte le, ogni, ogni singolo, ogni singola, qualsiasi, tutti questi, tutte queste, tutti quegli',
    OF: 'il, lo, la, i, gli, le, di, del, dei, degli, delle, a, un, uno, una, questi, queste, quei, quegli, quelle, questo, questa, quel, quella, il prossimo, la prossima, mio, mia',
    ADV: 'davvero, subito, solo, soltanto, ora, adesso, presto, anche, finalmente, semplicemente, cazzo, maledetti, maledetto, maledette, sporchi, sporco, fottuti, fottuto, uno per uno, uno a uno, una volta per tutte, senza pieta, in piazza, pubblicamente, con le mie mani, veramente, letteralmente',
    PEOPLE:
      'gente, uomini, uomo, persone, persona, bambini, ragazzi, tizio, poliziotti, poliziotto, giudici, giudice, politici, politico, ministri, ministro, presidente, sindaco, giornalisti, giornalista, professori, insegnanti, studenti, capi, capo, impiegati, moderatori, moderatore, vicini, medici, traditori, traditore, nemici, nemico, infedeli, infedele, invasori, criminali, stupratori, ladri, soldati, mafiosi, pedofili, spie',
    'PEOPLE SLUR':
      'cani, cane, porci, porco, maiali, topi, ratti, scarafaggi, parassiti, feccia, spazzatura, animali, scimmie, bastardi, bastardo, puttane, puttana, troie, troia, stronzi, stronzo, stronza, froci, frocio, idioti, idiota, merde, vermi, figli di puttana, figlio di puttana, figli di troia',
    GROUP:
      'musulmani, musulmano, musulmana, musulmane, islamici, ebrei, ebreo, ebrea, ebree, cristiani, arabi, arabo, turchi, africani, africano, neri, nero, nera, nere, negri, negro, negra, bianchi, zingari, zingaro, zingara, rom, immigrati, immigrato, immigrata, migranti, migrante, profughi, rifugiati, stranieri, straniero, clandestini, extracomunitari, gay, omosessuali, lesbiche, lesbica, trans, transgender, donne, donna, femmine, disabili, disabile, asiatici, cinesi, cinese, indiani, latini, comunisti, fascisti, nomadi',
    KIN: 'la tua famiglia, i tuoi figli, tua madre, tuo padre, tua moglie, tuo marito, tua sorella, tuo fratello, tua figlia, tuo figlio, la vostra famiglia, casa tua',
    BODY: 'gola, testa, teste, collo, cranio, cervello, sangue, ossa, cuore, denti, gambe, faccia',
    HARM: `${ALL_HARM}, uccidete, uccidi, ammazza, brucia, uccide`,
    'HARM + YOU': `${you(
      ALL_HARM.split(', ')
        .filter((verb) => !verb.includes(' '))
        .join(', '),
    )}, farti fuori, farvi fuori, tagliarti la gola, spaccarti la testa, spararti`,
    'HARM + THEM': `${them(
      ALL_HARM.split(', ')
        .filter((verb) => !verb.includes(' '))
        .join(', '),
    )}, farli fuori, toglierli di mezzo`,
    'I + WILL + HARM': `${italianAre(HARM, 'ero eremo erei eremmo')}, uccidero, uccideremo, faro fuori, faremo fuori, taglieremo, taglio la gola, spacco la testa, faro saltare, accoppo`,
    'LET + HARM': `${italianAre(HARM, 'iamo ate')}, uccidiamo, facciamo fuori, diamo fuoco a`,
    'LET + HARM + THEM': `${italianAre(HARM, 'iamoli iamole ateli atele')}, uccidiamoli, uccideteli, uccidetele, facciamoli fuori`,
    HARMED: `${italianAre(HARM, 'ato ata ati ate')}, uccisi, uccise, ucciso, uccisa, fatti fuori, tolti di mezzo, impalati, messi a morte, messi al muro, spazzati via`,
    HARMING: `${italianAre(HARM, 'ando andoli ano')}, uccidendo, uccidono`,
    HARD: `${HARD}, ${them(HARD)}, ${you(HARD)}, spaccare la faccia, rompere le ossa, fare del male, far male, dare una lezione`,
    DIE: 'morire, muoia, muoiano, muori, crepare, crepi, crepino, crepa, soffrire, soffrano, sparire, bruciare all inferno, essere spazzati via, essere sterminati',
    'WILL + DIE': 'morirai, moriranno, morira, morirete, creperai, creperanno, finirai sottoterra',
    DEAD: 'morto, morti, morta, morte, cadavere, cadaveri, sottoterra, tomba, bara, la morte, la pena di morte',
    WEAPON:
      'arma, armi, coltello, coltelli, fucile, fucili, pistola, pistole, pallottola, pallottole, proiettile, bomba, bombe, ascia, corda, cappio, benzina, granata, esplosivo, forca, ghigliottina',
    SLAY: 'omicidio, strage, massacro, attentato, attentati, attacco, sparatoria, genocidio, violenza, terrorismo, esecuzione',
    WILL: 'voglio, vogliamo, vorrei, sto per, stiamo per, ho intenzione di, abbiamo intenzione di, vado a, andiamo a, verro a, verremo a, vengo a, veniamo a, giuro che, ti giuro che, prometto che, ho voglia di, non vedo l ora di, sono pronto a, continueremo a, dovro, dovremo',
    MUST: 'bisogna, bisognerebbe, dobbiamo, deve, devono, dovrebbe, dovrebbero, dovremmo, si deve, si devono, merita, meritano, meriti, meritate, meriterebbe, meriterebbero, si meritano, andrebbero, andrebbe, vanno, va, e ora di, e giusto, e nostro dovere, tocca, serve, qualcuno deve, qualcuno dovrebbe, sarebbe meglio',
    LET: 'andiamo a, forza, qualcuno, facciamo, su, uscite e',
    BE: 'essere, e, sono, siano, sia, sei, siete, sarebbe, saranno, sara, venire, venire tutti, essere tutti, essere tutte',
    NOT: 'non, mai, nessuno, nessun, nessuna, ne, senza, contro, invece di, smettere di, smettetela di',
    IF: 'se, a meno che, altrimenti, la prossima volta, la prossima volta che, provaci',
    TIME: 'domani, stasera, stanotte, oggi, lunedi, martedi, mercoledi, giovedi, venerdi, sabato, domenica, presto, la settimana prossima, a mezzanotte, all alba',
    PLACE:
      'ufficio, uffici, scuola, scuole, casa, case, chiesa, chiese, moschea, moschee, sinagoga, stazione, aeroporto, strada, strade, mercato, stadio, universita, sede, municipio, tribunale, ospedale, piazza, citta, paese, treno, metropolitana, confine',
    PRAISE:
      'gloria a, gloria, viva, onore a, rispetto per, fiero di, fieri di, ben fatto, bravo, grazie a, benedetto, ha fatto bene, hanno fatto bene, e un eroe, sono eroi',
    HERO: 'martire, martiri, combattenti, combattente, leoni, eroe, eroi, lupi solitari, lupo solitario, attentatore, l attacco, l attentato, la strage',
    CAUSE: 'jihad, califfato, le nostre file, la causa, guerra santa, esercito, milizia, brigata',
    JOIN: 'unisciti, unitevi, unisciti a, unitevi a, arruolati, arruolatevi, giura, prendete le armi, cerchiamo combattenti',
    SEND: 'invia, inviate, dona, donate, finanzia, sostieni, sostenete, servono',
    AID: 'soldi, denaro, fondi, bitcoin, donazioni, euro, armi, munizioni, droni, rifugio',
    WISH: 'spero che, spero, magari, vorrei che, mi auguro che, se solo, che, prego che, il mondo sarebbe migliore se, staremmo meglio se, in un mondo giusto, vorrei vedere, mi piacerebbe vedere',
    WATCH:
      'stai attento, guardati le spalle, te ne pentirai, ve ne pentirete, se ne pentiranno, la pagherai, la pagherete, la pagheranno, hai i giorni contati, hanno i giorni contati, i tuoi giorni sono contati, so dove abiti, sappiamo dove abiti, so dove abitate, ti verremo a prendere, vi verremo a prendere, ti vengo a prendere, ti troveremo, vi troveremo, siete i prossimi, sei il prossimo, non la passerai liscia, scavati la fossa',
    GREET: 'fratelli, fratello, ehi, soldati, camerati, compagni, ragazzi, per favore',
    SAY: 'detto, disse, dice, dicono, secondo, afferma, annuncia, scritto, scrive, dichiarato, minaccia, minacciato, accusato, gridato, dire, dicendo, messaggi come, frasi come, cose come',
    NEWS: 'polizia, tribunale, procura, ministero, portavoce, autorita, sospettato, vittima, vittime, testimoni, indagini, processo, condannato, arrestato, arrestati, carcere, feriti, esplosione, carabinieri',
    SHUN: 'condanno, condanniamo, condannare, disgustoso, orribile, inaccettabile, intollerabile, vergognoso, odioso, discorso d odio, razzista, razzismo, sessista, non va bene, nessuno dovrebbe, basta con, mai piu, come si puo, riposa in pace',
    ASK: 'perche, chi, che cosa, come, dove, quando, quale',
    JOKE: 'ahah, ahaha, ahahah, haha, lol, xd, scherzo, sto scherzando',
    PLAY: 'partita, gioco, giochi, gol, rigore, campionato, arbitro, allenatore, calcio, film, scena, episodio, romanzo, canzone, esame, esami, ricetta, caldo, concerto, serie',
    BEAST:
      'erbacce, formiche, insetti, zanzare, zanzara, ragni, ragno, mosche, pulci, batteri, germi, virus, cancro, cervo, anatra, pollo, pesce, cinghiale, coniglio, piante, alberi, cipolle, carne, uova, zombie, draghi',
    THING:
      'tempo, luce, motore, processo informatico, server, batteria, telefono, atmosfera, sogno, idea, progetto, legge, musica, ore, candela, candele, noia, fame, sete, malattia, poverta, corruzione, calorie, libri',
    SLUR: 'stupido, stupida, scemo, patetico, brutto, grasso, inutile, zitto, vaffanculo, ti odio',
    RIGHT:
      'diritti, pace, amore, rispetto, uguaglianza, tolleranza, umani, democrazia, giustizia, liberta, dignita',
    LAW: 'codice penale, articolo, definizione, costituzione, storia, storico, secolo, medievale, battaglia di, impero, documentario, museo, guerra mondiale, bibbia, corano',
    OLD: 'ieri, scorso, scorsa, fa, era, erano, fu, furono, 1939, 1945',
  },
  parts: {
    target: 'a|contro? ALL|OF|ADV|SLUR* target=YOU|THEM|NAME|PEOPLE|GROUP|KIN|SLUR',
    whom: 'ALL|OF|ADV|SLUR* target=THEM|NAME|PEOPLE|GROUP|KIN',
    who: 'target=YOU|THEM|NAME|PEOPLE|GROUP|SLUR',
  },
  ways: [
    [
      'threat',
      'strong',
      'actor=I WILL verb=HARM <target>',
      'target=YOU|THEM ADV* I WILL verb=HARM',
      'actor=WILL ADV* verb=HARM <target>',
      'target=YOU|THEM WILL ADV* verb=HARM',
      'actor=WILL ADV|ALL* verb=HARM .. target=GROUP|PEOPLE',
      'I WILL HARM .. target=BODY',
      'YOU spaccho|spacco|taglio|spezzo|rompo .. BODY',
    ],
    [
      'threat',
      'fair',
      'target=YOU|GROUP|PEOPLE|THEM WILL verb=DIE',
      'target=YOU BE OF* verb=DEAD',
      'actor=WILL OF|YOU|THEM* verb=HARD <target>',
    ],
    ['veiled', 'fair', 'verb=WATCH'],
    [
      'leakage',
      'fair',
      'non venite|andate|venire .. PLACE TIME',
      'TIME .. tutti sapranno|vedranno|ricorderanno',
      'vedrete|vedrai TIME',
    ],
    [
      'call',
      'strong',
      'LET verb=HARM <target>',
      'LET HARM target=THEM',
      'MUST ADV* verb=HARM <target>',
      '<who> .. MUST ALL|ADV|di* BE ALL|ADV* verb=HARMED|DEAD',
      '<who> .. MUST ALL|ADV* verb=HARMED',
      '<who> .. MUST ADV|ALL|di* verb=DIE|DEAD',
      'MUST ADV|di* verb=DIE|DEAD',
      'MUST ADV* verb=HARM ALL|OF|ADV* target=GROUP|PEOPLE',
      'verb=morte a|ai|agli|alle ALL|OF* target=GROUP|PEOPLE|THEM',
      'morte ai|agli|alle GROUP|PEOPLE',
      '^ verb=HARM ALL|OF|ADV* target=GROUP|PEOPLE|THEM',
      'unico GROUP|PEOPLE buono .. DEAD',
    ],
    ['call', 'fair', 'MUST BE ALL? verb=HARMED', 'al rogo|muro|forca .. GROUP|PEOPLE|THEM'],
    ['call', 'weak', 'verb=HARM <whom>', 'MUST verb=HARD <whom>', 'verb=HARM|HARMING|SLAY', 'WEAPON'],
    [
      'wish',
      'strong',
      'WISH .. target=GROUP|PEOPLE|THEM|YOU .. verb=DIE|HARMED',
      'WISH qualcuno .. verb=HARM|HARMED|DIE',
      'meglio se|senza .. GROUP|PEOPLE .. DEAD|HARMED|DIE',
    ],
    [
      'wish',
      'fair',
      '^ verb=DIE ADV* SLUR|PEOPLE|GROUP?',
      'WISH YOU? verb=DIE',
      'ammazzati|impiccati|sparati',
    ],
    ['praise', 'strong', 'verb=PRAISE ALL|OF|ADV* target=HERO|CAUSE'],
    ['recruitment', 'strong', 'verb=JOIN ALL|OF|ADV* target=CAUSE|HERO'],
    ['support', 'strong', 'verb=SEND ALL|OF|ADV* target=HERO|CAUSE', 'SEND .. AID .. HERO|CAUSE'],
  ],
  signs: [
    [
      'reports',
      'SAY',
      '~ NEWS',
      'NEWS .. HARMED',
      'ha|hanno|stato|stati|stata|fu|furono HARMED',
      '~ LAW',
      '~ OLD',
    ],
    ['condemns', 'SHUN', '~ RIGHT'],
    ['asks', '^ ASK'],
    ['jokes', 'JOKE'],
    [
      'figurative',
      'PLAY',
      'HARM|HARMED|HARMING ALL|OF|ADV* THING|BEAST',
      'morire|muoio|morto|morta dal|di|dalle ridere|risate|fame|freddo|sonno|noia',
      'mi uccide|ammazza',
    ],
  ],
}
