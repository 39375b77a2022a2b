import type { Grammar } from './grammar.ts'
import { portugueseAr } from './verbs.ts'

/* Portuguese, of Brazil and of Portugal. Pronouns stand before the verb or behind a hyphen (`matá-los`), which folding leaves apart. */

const HARM =
  'matar, assassinar, degolar, esfaquear, fuzilar, executar, enforcar, queimar, decapitar, exterminar, massacrar, linchar, torturar, estrangular, estuprar, afogar, atirar, balear, envenenar, apedrejar, aniquilar, erradicar, castrar, esquartejar, eliminar, metralhar, chacinar, bombardear, esmagar, assar'
const HARD =
  'bater, espancar, agredir, atacar, expulsar, machucar, surrar, esmurrar, chutar, deportar, quebrar, arrebentar'

export const portuguese: Grammar = {
  language: 'pt',
  common:
    'aquele aquela ninguém alguém gente homem mulher tô pro pra o os um uma do da dos das no na nos nas ao aos pelo pela que de e é não nao com para por mas também tambem como mais este esta isso isto esse essa eu nós você voce vocês voces eles elas ele ela me te se seu sua seus suas meu minha foi ser ter tem são sao está esta estão estao todos todas todo toda quando onde quem porque muito já ja só so até ate ou vai vou vamos foram nem sem sobre aqui agora pra tudo',
  words: {
    I: 'eu',
    WE: 'nos todos, a gente',
    YOU: 'voce, voces, tu, te, ti, contigo, vc, vcs',
    'OF YOU': 'teu, tua, teus, tuas, seu desgracado',
    THEM: 'eles, elas, ele, ela, los, las, esses, essas, estes, aqueles, qualquer um, alguem',
    ALL: 'todo, toda, todos, todas, todos os, todas as, cada, cada um, qualquer, todos esses, todas essas, todos estes',
    OF: 'o, a, os, as, de, do, da, dos, das, um, uma, esse, essa, esses, essas, este, esta, estes, aquele, aquela, meu, minha, nosso, nossa, o proximo, a proxima, com os, com as, com esses',
    ADV: 'realmente, simplesmente, so, apenas, ja, agora, logo, tambem, finalmente, sem piedade, de uma vez, de uma vez por todas, um por um, uma por uma, porra, caralho, maldito, malditos, maldita, malditas, desgracados, nojentos, nojento, em publico, serio, mesmo, com minhas maos',
    PEOPLE:
      'gente, homens, homem, pessoas, pessoa, criancas, cara, caras, policiais, policial, soldados, juizes, juiz, politicos, politico, ministros, ministro, presidente, prefeito, jornalistas, jornalista, professores, professor, estudantes, chefe, funcionarios, moderadores, moderador, vizinhos, medicos, traidores, traidor, inimigos, inimigo, infieis, infiel, invasores, criminosos, bandidos, bandido, estupradores, ladroes, pedofilos',
    'PEOPLE SLUR':
      'cachorros, cachorro, porcos, porco, ratos, rato, baratas, parasitas, escoria, lixo, animais, macacos, macaco, filhos da puta, filho da puta, putas, puta, vadias, vadia, vagabundas, vagabunda, viados, viado, bichas, bicha, idiotas, idiota, imbecis, merdas, vermes, desgraca, arrombados, cuzoes',
    GROUP:
      'muculmanos, muculmano, muculmana, muculmanas, judeus, judeu, judia, judias, cristaos, evangelicos, arabes, arabe, turcos, africanos, negros, negro, negra, negras, pretos, preto, brancos, ciganos, cigano, imigrantes, imigrante, migrantes, refugiados, refugiado, estrangeiros, estrangeiro, venezuelanos, haitianos, indios, indigenas, gays, homossexuais, lesbicas, lesbica, trans, travestis, travesti, transexuais, mulheres, mulher, femeas, feministas, deficientes, deficiente, asiaticos, chineses, comunistas, esquerdistas, petistas, nordestinos',
    KIN: 'sua familia, tua familia, seus filhos, teus filhos, sua mae, tua mae, seu pai, sua mulher, sua esposa, sua irma, seu irmao, sua filha, seu filho, sua casa',
    BODY: 'garganta, cabeca, cabecas, pescoco, cranio, miolos, sangue, tripas, ossos, coracao, dentes, pernas, cara',
    HARM: `${HARM}, ${portugueseAr(HARM, 'a')}, acabar com, dar um tiro, dar um tiro em, meter bala em, tacar fogo em, botar fogo em, cortar a garganta, cortar a cabeca, passar fogo em, dar cabo de, por fim a vida de`,
    'HARM + YOU':
      'acabar contigo, te matar, te encher de bala, te dar um tiro, arrancar tua cabeca, arrancar sua cabeca',
    'I + WILL + HARM': `${portugueseAr(HARM, 'arei aremos')}, acabarei com, acabaremos com`,
    'LET + HARM': `${portugueseAr(HARM, 'emos em')}, acabem com, acabemos com, metam bala em`,
    HARMED: `${portugueseAr(HARM, 'ado ada ados adas')}, mortos, mortas, morto, ${portugueseAr(HARM, 'e asse assem')}`,
    'HARMED OLD': portugueseAr(HARM, 'ou aram ava avam'),
    HARMING: portugueseAr(HARM, 'ando'),
    HARD: `${HARD}, bater em, dar uma surra, dar uma surra em, quebrar a cara, quebrar os ossos, dar porrada em, meter a porrada em, cobrir de porrada, fazer sofrer`,
    DIE: 'morrer, morra, morram, morre, sofrer, sofram, desaparecer, sumir, queimar no inferno, levar um tiro, tomar um tiro, levar bala',
    'WILL + DIE': 'morrera, morrerao, morreras, vai morrer, vao morrer, vais morrer',
    DEAD: 'morto, cadaver, cadaveres, debaixo da terra, caixao, cova, tumulo, a morte, morte, pena de morte',
    WEAPON:
      'arma, armas, faca, facas, fuzil, fuzis, pistola, bala, balas, bomba, bombas, facao, machado, corda, forca, explosivos, granada, gasolina, fogueira, paredao, guilhotina',
    SLAY: 'assassinato, assassinatos, massacre, chacina, atentado, atentados, ataque, tiroteio, genocidio, violencia, terrorismo, execucao',
    WILL: 'vou, vamos, vai, vao, quero, queremos, pretendo, juro que, juro que vou, prometo, estou indo, to indo, to afim de, tenho vontade de, vou ter que, estou pronto para, nao vejo a hora de, gostaria de, adoraria',
    MUST: 'tem que, tem de, temos que, temos de, deve, devem, deveria, deveriam, deviam, devia, devemos, deveriamos, precisa, precisamos, precisam, merece, merecem, mereces, e hora de, ta na hora de, esta na hora de, e nosso dever, o melhor e, a solucao e, alguem tem que, alguem precisa, alguem deveria, tinha que, tinham que',
    LET: 'bora, vamos la, e so, alguem, saiam e, vao e',
    BE: 'ser, e, sao, sejam, seja, serem, fossem, fosse, estar, estao, esta, estivessem, sera, serao, ser todos, ser todas',
    NOT: 'nao, nunca, jamais, ninguem, nenhum, nenhuma, nem, sem, contra, em vez de, parem de, pare de, parar de',
    IF: 'se, a menos que, senao, da proxima vez, da proxima vez que, tenta',
    TIME: 'amanha, hoje, hoje a noite, esta noite, segunda, terca, quarta, quinta, sexta, sabado, domingo, logo, em breve, semana que vem, meia noite',
    PLACE:
      'escritorio, escola, escolas, casa, casas, igreja, igrejas, mesquita, mesquitas, sinagoga, estacao, aeroporto, rua, ruas, mercado, estadio, universidade, faculdade, sede, predio, congresso, prefeitura, hospital, praca, cidade, trem, metro, onibus, fronteira, shopping',
    PRAISE:
      'gloria a, gloria ao, viva, vivam, honra a, respeito a, orgulho de, bem feito, parabens a, parabens ao, obrigado a, abencoado, fez bem, fizeram bem, e um heroi, sao herois',
    HERO: 'martir, martires, combatentes, combatente, leoes, heroi, herois, lobos solitarios, lobo solitario, atirador, o ataque, o atentado, o massacre',
    CAUSE: 'jihad, califado, nossas fileiras, a causa, guerra santa, exercito, milicia, brigada',
    JOIN: 'junte se, juntem se, junte se a, juntem se a, aliste se, alistem se, jure, peguem em armas, precisamos de combatentes',
    SEND: 'envie, enviem, doe, doem, financie, apoie, apoiem, precisam de',
    AID: 'dinheiro, fundos, bitcoin, doacoes, reais, euros, municao, drones, abrigo',
    WISH: 'espero que, tomara que, tomara, queria que, desejo que, quem dera, se ao menos, oxala, que, rezo para que, o mundo seria melhor se, seria melhor se, num mundo justo, queria ver, adoraria ver, gostaria de ver',
    WATCH:
      'toma cuidado, tome cuidado, cuidado comigo, voce vai se arrepender, voces vao se arrepender, vao se arrepender, vai pagar por isso, voces vao pagar, vao pagar caro, seus dias estao contados, teus dias estao contados, sua hora vai chegar, tua hora chegou, sei onde voce mora, sabemos onde voce mora, sei onde tu moras, vou te pegar, vamos te pegar, vou pegar voces, vou te achar, vamos te achar, voce e o proximo, voces sao os proximos, cava tua cova',
    GREET: 'irmaos, irmao, ei, soldados, camaradas, galera, pessoal, por favor, gente',
    SAY: 'disse, diz, dizem, dizia, segundo, afirma, afirmou, anunciou, escreveu, escreve, declarou, ameaca, ameacou, ameacado, acusado, gritou, dizer, dizendo, mensagens como, frases como, coisas como, falou',
    NEWS: 'policia, tribunal, promotoria, ministerio, autoridades, suspeito, vitima, vitimas, testemunhas, investigacao, julgamento, condenado, preso, presos, cadeia, feridos, explosao, delegacia, delegado, bombeiros',
    SHUN: 'condeno, condenamos, condenar, nojento isso, horrivel, inaceitavel, intoleravel, vergonhoso, odioso, discurso de odio, racista, racismo, machista, nao e certo, ninguem deveria, ninguem merece, chega de, nunca mais, como alguem pode, descanse em paz',
    ASK: 'por que, quem, o que, como, onde, quando, qual',
    JOKE: 'kkk, kkkk, kkkkk, haha, hahaha, rsrs, lol, brincadeira, to brincando, zoeira',
    PLAY: 'jogo, jogos, partida, gol, penalti, campeonato, juiz de futebol, tecnico, futebol, filme, cena, episodio, romance, novela, musica, prova, provas, receita, calor, show, serie, time',
    BEAST:
      'ervas daninhas, formigas, insetos, mosquitos, mosquito, aranhas, aranha, moscas, pulgas, baratas da cozinha, bacterias, germes, virus, cancer, veado, pato, frango, peixe, javali, coelho, plantas, arvores, cebolas, carne, ovos, zumbis, dragoes',
    THING:
      'tempo, luz, motor, processo, servidor, bateria, celular, clima, sonho, ideia, projeto, lei, horas, vela, velas, tedio, fome, sede, doenca, pobreza, corrupcao, calorias, livros, aula, saudade, saudades',
    SLUR: 'burro, burra, patetico, feio, feia, gorda, gordo, inutil, cala a boca, vai se foder, te odeio, vai tomar no cu',
    RIGHT:
      'direitos, paz, amor, respeito, igualdade, tolerancia, humanos, democracia, justica, liberdade, dignidade',
    LAW: 'codigo penal, artigo, definicao, constituicao, historia, historiador, seculo, medieval, batalha de, imperio, documentario, museu, guerra mundial, biblia, alcorao',
    OLD: 'ontem, passado, passada, atras, era, eram, foi, foram, 1939, 1945',
  },
  parts: {
    target: 'a|em? ALL|OF|ADV|SLUR* target=YOU|THEM|NAME|PEOPLE|GROUP|KIN|SLUR',
    whom: 'ALL|OF|ADV|SLUR* target=THEM|NAME|PEOPLE|GROUP|KIN',
    who: 'target=YOU|THEM|NAME|PEOPLE|GROUP|SLUR',
  },
  ways: [
    [
      'threat',
      'strong',
      'actor=I|WE ADV* WILL ADV|YOU|THEM* verb=HARM <target>',
      'actor=I WILL verb=HARM <target>',
      'actor=WILL ADV* verb=HARM <target>',
      'WILL target=YOU|THEM ADV* verb=HARM',
      'WILL HARM target=YOU',
      'WILL .. HARM .. target=BODY',
    ],
    [
      'threat',
      'fair',
      'target=YOU|GROUP|PEOPLE|THEM WILL ALL* verb=DIE',
      'target=YOU BE OF* verb=DEAD',
      'actor=WILL OF|YOU|THEM* verb=HARD <target>',
    ],
    ['veiled', 'fair', 'verb=WATCH'],
    [
      'leakage',
      'fair',
      'nao venham|vao|venha|va .. PLACE TIME',
      'TIME .. todos vao|saberao saber|ver|lembrar',
      'voces|voce vao|vai ver TIME',
    ],
    [
      'call',
      'strong',
      'LET verb=HARM <target>',
      'MUST ADV* verb=HARM <target>',
      'MUST ADV* verb=HARM ALL|OF|ADV* target=GROUP|PEOPLE',
      '<who> .. MUST ALL|ADV* BE ALL|ADV* verb=HARMED|DEAD',
      '<who> .. MUST ADV|ALL* verb=DIE|DEAD',
      'MUST ADV* verb=DIE|DEAD',
      'morte a|ao|aos|as ALL|OF* target=GROUP|PEOPLE|THEM|NAME',
      '^ verb=HARM ALL|OF|ADV* target=GROUP|PEOPLE|THEM',
      'unico GROUP|PEOPLE bom .. DEAD',
    ],
    ['call', 'fair', 'MUST BE ALL? verb=HARMED', 'pro|ao paredao|fogueira|forca .. GROUP|PEOPLE|THEM'],
    ['call', 'weak', 'verb=HARM <whom>', 'MUST verb=HARD <whom>', 'verb=HARM|HARMING|SLAY', 'WEAPON'],
    [
      'wish',
      'strong',
      'WISH .. target=GROUP|PEOPLE|THEM|YOU .. verb=DIE|HARMED',
      'WISH alguem .. verb=HARM|HARMED|DIE',
      'melhor se|sem .. GROUP|PEOPLE .. DEAD|HARMED|DIE',
    ],
    ['wish', 'fair', '^ verb=DIE ADV* SLUR|PEOPLE|GROUP?', 'WISH YOU? verb=DIE', 'se mata|mate|enforca'],
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
      'foi|foram|sido|tinha|havia HARMED',
      'HARMED&OLD',
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
      'morrer|morrendo|morri|morto|morta de rir|fome|frio|sono|vergonha|tedio|saudade',
      'me mata|matando|matou',
    ],
  ],
}
