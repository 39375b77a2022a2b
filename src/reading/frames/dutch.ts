import type { Grammar } from './grammar.ts'

/* Dutch. The verb that carries the meaning stands last (`we moeten ze allemaal vermoorden`), so lines leave a gap before it. */

const HARM =
  'doden, vermoorden, ombrengen, afmaken, neerschieten, doodschieten, afslachten, slachten, executeren, ophangen, onthoofden, uitroeien, lynchen, martelen, wurgen, neersteken, doodsteken, verbranden, verdrinken, stenigen, vergassen, vernietigen, afknallen, opblazen, verkrachten, castreren, liquideren, doodslaan, kapotmaken, platbranden, overhoopschieten, wegvagen'

export const dutch: Grammar = {
  language: 'nl',
  common:
    'het een en van ik je jij jullie niet dat die dit deze zijn op te met voor aan er maar om ook als bij nog naar uit dan wel geen zo we wij ze zij hij haar mij jou jouw hun heeft hebben heb kan moet moeten gaan ga gaat zal zullen wordt worden werd waren alle allemaal iedereen iemand niemand iedere elke echt gewoon gisteren vandaag door wat wie waarom hoe waar omdat zou',
  words: {
    I: 'ik',
    WE: 'we, wij, ons',
    YOU: 'je, jij, jou, jullie, u, jouw, jullie allemaal',
    THEM: 'ze, zij, hen, hun, hem, haar, die lui, allemaal, zulke lui, iedereen',
    ALL: 'alle, al die, al deze, elke, iedere, al, elke laatste, alle andere',
    OF: 'de, het, een, die, deze, dat, dit, zulke, van, mijn, onze, zo een, van die',
    ADV: 'echt, gewoon, nu, ook, snel, eindelijk, meteen, maar, weer, vuile, verdomde, kut, fucking, klote, allemaal, met mijn blote handen, zonder genade, een voor een, publiekelijk, serieus, stuk voor stuk, nog, toch, eens',
    PEOPLE:
      'mensen, mannen, man, persoon, kinderen, jongens, agenten, agent, politieagenten, soldaten, rechters, rechter, politici, politicus, ministers, minister, president, burgemeester, journalisten, journalist, leraren, studenten, baas, bazen, medewerkers, moderators, moderator, buren, artsen, verraders, verrader, vijanden, vijand, ongelovigen, indringers, criminelen, verkrachters, dieven, pedofielen',
    'PEOPLE SLUR':
      'honden, hond, varkens, varken, ratten, rat, kakkerlakken, parasieten, tuig, uitschot, schoften, apen, aap, klootzakken, klootzak, hoeren, hoer, sletten, slet, flikkers, flikker, nichten, idioten, idioot, trut, kutwijven, wijven, schorem, gespuis, ongedierte',
    GROUP:
      'moslims, moslim, moslima, joden, jood, jodin, christenen, arabieren, turken, turk, marokkanen, marokkaan, afrikanen, zwarten, zwarte, zwarte mensen, zwartjes, negers, neger, blanken, zigeuners, zigeuner, roma, immigranten, immigrant, migranten, migrant, vluchtelingen, vluchteling, asielzoekers, asielzoeker, buitenlanders, buitenlander, allochtonen, homos, homo, homoseksuelen, lesbiennes, lesbienne, potten, transgenders, transgender, transen, vrouwen, vrouw, gehandicapten, aziaten, chinezen, joodse mensen, zwarte vrouwen, transpersonen, transmensen, homofielen',
    KIN: 'je familie, je kinderen, je moeder, je vader, je vrouw, je man, je zus, je broer, je dochter, je zoon, jullie families, je huis',
    BODY: 'keel, kelen, hoofd, hoofden, nek, schedel, hersens, bloed, botten, hart, tanden, benen, kop',
    HARM: `${HARM}, vermoord, dood, schiet, steek, verbrand, door het hoofd schieten, de keel doorsnijden, in brand steken, om het leven brengen, een kopje kleiner maken, tegen de muur zetten, van kant maken`,
    HARMED:
      'gedood, omgebracht, afgemaakt, neergeschoten, doodgeschoten, afgeslacht, geslacht, geexecuteerd, opgehangen, onthoofd, uitgeroeid, gelyncht, gemarteld, gewurgd, neergestoken, doodgestoken, verdronken, gestenigd, vergast, vernietigd, afgeknald, opgeblazen, verkracht, gecastreerd, geliquideerd, doodgeslagen, weggevaagd, tegen de muur gezet, vermoord worden, verbrand worden',
    HARD: 'slaan, schoppen, aanvallen, in elkaar slaan, in elkaar trappen, pijn doen, kapot slaan, deporteren, uitzetten, verrot slaan',
    DIE: 'sterven, doodgaan, creperen, verrekken, sterf, crepeer, lijden, verdwijnen, kapotgaan, branden in de hel, doodvallen',
    DEAD: 'dode, lijk, lijken, onder de grond, graf, kist, de dood, doodstraf, de kogel, een kogel, de strop, de galg',
    WEAPON:
      'wapen, wapens, mes, messen, geweer, geweren, pistool, kogel, kogels, bom, bommen, bijl, touw, benzine, granaat, explosieven, guillotine',
    SLAY: 'moord, moorden, bloedbad, aanslag, aanslagen, aanval, schietpartij, genocide, geweld, terrorisme, executie',
    WILL: 'ga, gaan, zal, zullen, wil, willen, kom, komen, zou, zweer dat ik, beloof dat ik, sta op het punt om, ben van plan om, kan niet wachten om, heb zin om, zou graag',
    MUST: 'moet, moeten, zou moeten, zouden moeten, verdient, verdienen, verdient het om, verdienen het om, hoort, horen, mogen, het is tijd om, tijd om, het is onze plicht om, iemand moet, we zouden, laten we',
    LET: 'laten we, laat ons, kom op, ga en, waarom niet',
    BE: 'worden, wordt, zijn, is, bent, werden, te worden, zou zijn',
    NOT: 'niet, nooit, geen, niemand, noch, zonder, tegen, in plaats van, stop met, hou op met',
    IF: 'als, tenzij, anders, de volgende keer, de volgende keer dat',
    TIME: 'morgen, vanavond, vannacht, vandaag, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, binnenkort, volgende week, om middernacht',
    PLACE:
      'kantoor, school, scholen, huis, huizen, kerk, kerken, moskee, moskeeen, synagoge, station, vliegveld, straat, straten, markt, stadion, universiteit, hoofdkantoor, gemeentehuis, rechtbank, ziekenhuis, plein, stad, dorp, trein, metro, grens',
    PRAISE:
      'glorie aan, leve, lang leve, eer aan, respect voor, trots op, goed gedaan, bravo, gezegend, is een held, zijn helden',
    HERO: 'martelaar, martelaren, strijders, strijder, leeuwen, helden, held, lone wolf, schutter, de aanslag',
    CAUSE: 'jihad, kalifaat, onze gelederen, de zaak, heilige oorlog, militie, brigade',
    JOIN: 'sluit je aan, sluit je aan bij, meld je aan, zweer trouw, pak de wapens op, we zoeken strijders',
    SEND: 'stuur, doneer, steun, financier',
    AID: 'geld, bitcoin, donaties, munitie, drones, onderdak',
    WISH: 'ik hoop dat, hopelijk, ik wens dat, ik wou dat, was het maar zo dat, moge, de wereld zou beter zijn als, in een rechtvaardige wereld, ik zou graag zien dat, ik zou graag willen dat',
    WATCH:
      'pas maar op, kijk maar uit, je zult er spijt van krijgen, jullie krijgen hier spijt van, je gaat hiervoor boeten, jullie gaan boeten, je dagen zijn geteld, jullie dagen zijn geteld, ik weet waar je woont, we weten waar je woont, we weten je te vinden, ik weet je te vinden, we komen je halen, ik kom je halen, we komen jullie halen, ik kom achter je aan, we komen achter jullie aan, jij bent de volgende, jullie zijn de volgende, graaf je graf maar',
    GREET: 'broeders, broeder, he, soldaten, kameraden, mannen, mensen, alsjeblieft',
    SAY: 'zei, zegt, zeggen, gezegd, volgens, beweert, meldt, schreef, schrijft, verklaarde, dreigde, bedreigd, beschuldigd, riep, berichten als, zinnen als, dingen als',
    NEWS: 'politie, rechtbank, justitie, ministerie, woordvoerder, autoriteiten, verdachte, slachtoffer, slachtoffers, getuigen, onderzoek, rechtszaak, veroordeeld, gearresteerd, aangehouden, gevangenis, gewonden, explosie, om het leven gekomen',
    SHUN: 'veroordeel, veroordelen, walgelijk, afschuwelijk, onaanvaardbaar, onacceptabel, schandalig, haatdragend, haatzaaien, racistisch, racisme, seksistisch, niet oke, niemand zou, nooit meer, hoe kan iemand, rust in vrede',
    ASK: 'waarom, wie, wat, hoe, waar, wanneer',
    JOKE: 'haha, hahaha, lol, grapje, xd',
    PLAY: 'wedstrijd, spel, spelletje, doelpunt, scheidsrechter, voetbal, film, scene, aflevering, roman, liedje, examen, tentamen, recept, hitte, concert, serie, game',
    BEAST:
      'onkruid, mieren, insecten, muggen, mug, spinnen, spin, vliegen, bacterien, virus, kanker, hert, eend, kip, vis, konijn, planten, bomen, uien, vlees, eieren, zombies, draken',
    THING:
      'tijd, licht, motor, proces, server, batterij, telefoon, sfeer, droom, idee, project, wet, uren, kaarsen, verveling, honger, dorst, armoede, corruptie, boeken',
    SLUR: 'dom, domme, zielig, lelijk, vet, dik, nutteloos, hou je bek, ik haat je, rot op',
    RIGHT:
      'rechten, vrede, liefde, respect, gelijkheid, tolerantie, menselijk, democratie, gerechtigheid, vrijheid, waardigheid',
    LAW: 'wetboek, artikel, definitie, grondwet, geschiedenis, historicus, eeuw, middeleeuwse, slag bij, documentaire, museum, wereldoorlog, bijbel, koran',
    OLD: 'gisteren, vorige, geleden, was, waren, werd, werden, 1940, 1945',
  },
  parts: {
    target: 'ALL|OF|ADV|SLUR* _? target=YOU|THEM|NAME|PEOPLE|GROUP|KIN|SLUR',
    whom: 'ALL|OF|ADV|SLUR* _? target=THEM|NAME|PEOPLE|GROUP|KIN',
    who: 'target=YOU|THEM|NAME|PEOPLE|GROUP|SLUR',
  },
  ways: [
    [
      'threat',
      'strong',
      'actor=I|WE ADV* WILL ADV* <target> .. verb=HARM',
      'actor=WILL I|WE ADV* <target> .. verb=HARM',
      'actor=I verb=vermoord|dood|schiet|steek <target>',
      'I|WE WILL .. HARM .. target=YOU|BODY',
    ],
    [
      'threat',
      'fair',
      'YOU|GROUP|PEOPLE|THEM WILL .. verb=DIE',
      'target=YOU BE OF* verb=DEAD|dood',
      'I|WE WILL <target> .. verb=HARD',
    ],
    ['veiled', 'fair', 'verb=WATCH'],
    [
      'leakage',
      'fair',
      'kom TIME? niet naar PLACE',
      'blijf TIME weg',
      'TIME .. iedereen weten|zien|herinneren',
    ],
    [
      'call',
      'strong',
      'LET <whom> .. verb=HARM',
      'WE|iemand MUST ADV* <whom> .. verb=HARM',
      'MUST ADV* <whom> .. verb=HARM',
      '<who> .. MUST .. verb=HARMED',
      '<who> MUST ALL|ADV* dood|DIE',
      '<who> MUST ALL|ADV|het|om|te* verb=DIE|DEAD|dood',
      'MUST .. verb=HARMED BE',
      'dood aan|aan ALL|OF* target=GROUP|PEOPLE|THEM',
      '^ verb=HARM ALL|OF|ADV* target=GROUP|PEOPLE|THEM',
      'enige goede GROUP|PEOPLE .. dood|dode|DEAD',
    ],
    ['call', 'weak', 'verb=HARM <whom>', 'MUST .. verb=HARD', 'verb=HARM|SLAY', 'WEAPON'],
    [
      'wish',
      'strong',
      'WISH .. target=GROUP|PEOPLE|THEM|YOU .. verb=DIE|HARMED|HARM|dood',
      'WISH iemand .. verb=HARM|HARMED',
      'beter als|zonder .. GROUP|PEOPLE .. dood|HARMED|DIE',
    ],
    ['wish', 'fair', '^ verb=sterf|crepeer|verrek SLUR|PEOPLE|GROUP?'],
    ['praise', 'strong', 'verb=PRAISE ALL|OF|ADV* target=HERO|CAUSE'],
    ['recruitment', 'strong', 'verb=JOIN ALL|OF|ADV* target=CAUSE|HERO'],
    ['support', 'strong', 'verb=SEND ALL|OF|ADV* target=HERO|CAUSE'],
  ],
  signs: [
    [
      'reports',
      'SAY',
      '~ NEWS',
      'NEWS .. HARMED',
      'is|zijn|werd|werden|heeft|hebben .. HARMED|vermoord',
      '~ LAW',
      '~ OLD',
    ],
    ['condemns', 'SHUN', '~ RIGHT'],
    ['asks', '^ ASK'],
    ['jokes', 'JOKE'],
    [
      'figurative',
      'PLAY',
      'HARM|HARMED ALL|OF|ADV* THING|BEAST',
      'sterf|sterven|ga dood van de? honger|lachen|dorst|verveling',
    ],
  ],
}
