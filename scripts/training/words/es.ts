import { list, type Phrases } from '../phrases.ts'

/** Spanish. Verbs by form: `inf` matar, `imp` maten, `fut` mataré, `pp` matados. */
export const es: Phrases = {
  threat: list(`
    te voy a [inf][tail]
    los voy a [inf] a todos[tail]
    vamos a [inf] [them] [when]
    te [fut] [when], [insulted]
    te juro que te [fut]
    vas a [die][tail]
    tú y tu familia van a [die]
    créeme, [name], te voy a [inf]
    nadie te salva, te [fut] [where]
    tengo [weapon] y es para ti, [name]
    voy a [inf] [them] con mis manos
    un día te [fut], [insulted]
    somos muchos y vamos a [inf] [them]`),
  indirect: list(`
    no llegas a [when2], [name]
    pronto habrá un [person] menos en este país
    haz tu testamento, [insulted]
    tu familia te va a enterrar [when]
    hay una bala para cada uno de ustedes
    ninguno de los [people] volverá a casa [when]
    encontrarán tu cuerpo [where]`),
  veiled: list(`
    bonita familia tienes, [name]. cuídala mientras puedas
    sé dónde aparcas y sé dónde duermes
    sabemos dónde van tus hijos cada mañana
    sería una pena que le pasara algo a tu casa
    mira bien detrás de ti [where]
    ya tengo tu dirección, [name]. hasta pronto`),
  conditional: list(`
    si vuelves a [provoke], te [fut]
    vuelve a [provoke] y estás muerto
    o se van o vamos a [inf] a todos
    si veo a [them] [where], no respondo: los [fut]
    quien los ayude será [pp1] también
    renuncia o te vamos a [inf]`),
  leakage: list(`
    después de [when2] entenderán por qué tuve que hacerlo
    leerán mi nombre en los periódicos [when]
    no vengan a [place] [when], háganme caso
    esto es un adiós. [when] les toca a ellos
    tengo [weapon] y una lista. [when]
    todo está preparado. sin piedad`),
  call: list(`
    [imp] a [them]!
    [imp] a todos ellos
    [address], [imp] a [them] [where]
    [address], tomen [weapon] y [imp] a [them]
    que alguien [subj] a [them], por favor
    hay que [inf] a [them] antes de que manden
    salgan y [imp] a [them]
    es hora de [inf] a [them]
    la única respuesta es [inf] a [them]
    no los detengan, hay que [inf] a todos
    para qué deportarlos si se les puede [inf]`),
  deserve: list(`
    [them] merecen ser [pp]
    todos los [people] merecen ser [pp]
    los [people] deben ser [pp]
    habría que [inf] a [them]
    deberíamos [inf] a [them] [where]
    una bala para cada uno de esos [people]
    no merecen cárcel, merecen [weapon]
    alguien debería [inf] a [them]
    quien [provokes] debe ser [pp1]
    esos [insulteds] no tienen derecho a vivir
    al paredón con los [people]`),
  dare: list(`
    ¿quién va a [inf] por fin a [them]?
    ¿no queda un hombre que pueda [inf] a [them]?
    ¿qué esperan, [address]? [imp] a [them]
    ¿cuánto falta para que alguien [subj] a [them]?`),
  wish: list(`
    ojalá que [them] sean [pp]
    ojalá te mueras [when], [insulted]
    ojalá alguien pudiera [inf] a [them]
    espero que los [people] sean [pp] [where]
    qué pena que no fueran [pp]
    muérete, [insulted]
    haría una fiesta si los [people] fueran [pp]`),
  endorse: list(`
    «[quote]» lo dijo y tiene razón
    «[quote]» exacto, ¿a qué esperamos?
    lo echaron por decir «[quote]», así que lo repito, tenía razón`),
  praise: list(`
    el [hero] hizo lo correcto
    gloria al [hero] de [town]
    viva el [hero] que los ha [pp2]
    [number] [people] muertos, qué alegría
    el ataque a [place] fue precioso
    respeto para el [hero], hacen falta más
    las víctimas de [place] se lo buscaron`),
  pledge: list(`
    juro lealtad a [group]
    viva [group] y su guerra contra los [people]
    somos los soldados de [group]`),
  recruit: list(`
    [group] te quiere. solo combatientes, escríbeme
    [address], vengan a luchar con [group], el viaje está pagado
    hazte soldado de [group], contacto en mi perfil`),
  fund: list(`
    [group] necesita dinero para armas, dona aquí
    ayúdanos a comprar [weapon] para los hermanos de [group]
    ¿quién puede esconder a un [hero] unas noches?`),
  media: list(`
    nuevo video de [group], compartan antes de que lo borren
    descarga aquí el manifiesto del [hero] y pásalo
    imágenes completas del ataque a [place], enlace abajo`),

  reported: list(`
    según la policía escribió «[quote]» antes de ser detenido
    la acusación dice que publicó: «[quote]»
    «[quote]», decía el panfleto, informa nuestro corresponsal
    multado un hombre que gritaba «[quote]» en [town]
    traducción del mensaje: «[quote]»
    la cuenta que publicó «[quote]» fue suspendida`),
  victim: list(`
    me acaban de mandar «[quote]». estoy temblando
    hoy recibí esto: «[quote]» ¿qué hago?
    me dijo «[quote]» y la policía no hace nada`),
  condemned: list(`
    «[quote]» ¿cómo se puede escribir algo así? qué asco
    quien dice «[quote]» no es mi amigo
    «[quote]» es odio y tiene que parar
    aquí hay gente que escribe «[quote]». lo condeno
    «[quote]»? no. nunca. no en nuestro nombre`),
  countered: list(`
    «[quote]» basta, son personas como tú y yo
    escribiste «[quote]». ¿se lo dirías a la cara?
    no, nadie debe ser [pp1]. la violencia no es la respuesta
    te denuncié por «[quote]»`),
  noticed: list(`
    estimados moderadores, este usuario escribe «[quote]». por favor, retírenlo
    denuncio esta cuenta por «[quote]»`),
  negated: list(`
    yo nunca podría [inf] a nadie
    nadie te va a [inf] aquí, tranquilo
    no hay que [inf] a los [people], hayan hecho lo que hayan hecho
    nadie merece ser [pp1]
    no digo que deban ser [pp], digo que hay que escucharlos`),
  news: list(`
    [number] [people] fueron [pp] [where] el [day], según las autoridades
    hombres armados atacan [place] en [town], [number] muertos
    [group] reivindica el ataque a [place]
    juicio al hombre que quería [inf] a un [person]
    accidente de autobús cerca de [town], [number] muertos`),
  mourning: list(`
    descansen en paz los que fueron [pp] en [place]
    una vela por los [people] [pp] en [town]`),
  condemnation: list(`
    el ataque a [place] es un crimen y nada lo excusa
    quien mata [people] es un asesino, sea cual sea la causa
    el terrorismo no tiene religión ni excusa`),
  figurative: list(`
    este [thing] me mata
    mataría por [food] ahora mismo
    me muero por ver el [thing]
    se me murió el teléfono, genial
    me muero de risa 😂
    ese examen me destruyó
    matando el tiempo hasta que salga el tren`),
  hyperbole: list(`
    mi madre me mata si llego tarde otra vez
    te mato si les cuentas lo de la fiesta jaja
    toca mi [thing] y te mueres 😂`),
  play: list(`
    vamos a destruir a [club] el [day]
    ¡qué tiro! [name] mata el partido
    maté [number] zombis en una ronda
    ¿quién ataca el castillo conmigo [when]?`),
  story: list(`
    en el libro el [person] es [pp1] por su hermano
    «te [fut]», dice el villano en el capítulo [number]
    escribo una novela sobre un [person] [pp1] en [town]`),
  past: list(`
    en [year] los hombres del rey mataron a [number] [people] en [town]
    el tirano fue [pp1] por sus guardias en [year]`),
  law: list(`
    amenazar con [inf] a alguien se castiga con [number] años
    el artículo [number] prohíbe llamar a [inf] a los [people]`),
  worry: list(`
    tengo miedo de que vengan a [inf] a mi familia
    cada noche sueño que vienen a [inf] a todos
    ¿y si atacan [place] [when]? no me atrevo a ir`),
  prayer: list(`
    que dios proteja a los [people] de [town]
    señor, ten piedad de los que fueron [pp]`),
  daily: list(`
    hoy saqué unas fotos preciosas de [place]
    bate los huevos, corta la cebolla y quema un poco el azúcar
    los cazadores mataron [number] jabalíes cerca de [town]
    termina el proceso y reinicia el servidor
    [name] viene [when], limpia la casa`),
  insult: list(`
    qué [insulted] eres
    cállate, [insulted]
    los [people] son los peores [insulteds] que conozco
    borra tu cuenta, [insulted]`),
  criticism: list(`
    el [person] debe dimitir
    los [people] tienen demasiado poder en este país
    nunca más votaré por esos [people]
    no quiero más [people] en mi ciudad
    que vuelvan a su país
    odio a los [people]`),
  politics: list(`
    lucharemos contra esta ley hasta el final
    el [day] los aplastamos en las urnas`),
  question: list(`
    ¿quién mató al [person] en [town]?
    ¿por qué mataron a los [people] en [year]?
    ¿es verdad que [group] mató a [number] rehenes?`),
  appeal: list(`
    nuestro coro busca hombres, escríbeme
    únete a los bomberos de [town], ensayo el [day]
    donen sangre en [place] [when]
    ¿quién lucha con nosotros contra el hambre? la cocina abre [when]`),

  inf: list(
    `matar | asesinar | degollar | fusilar | ahorcar | quemar | decapitar | ejecutar | apuñalar | exterminar | eliminar | linchar | ahogar | atropellar | golpear | acuchillar | envenenar`,
  ),
  imp: list(
    `maten | asesinen | degüellen | fusilen | ahorquen | quemen | decapiten | ejecuten | apuñalen | exterminen | eliminen | linchen | ahoguen | golpeen`,
  ),
  subj: list(`mate | asesine | degüelle | fusile | ahorque | queme | ejecute | elimine`),
  fut: list(
    `mataré | degollaré | quemaré | ahorcaré | apuñalaré | destrozaré | acuchillaré | reventaré la cabeza | cortaré el cuello`,
  ),
  pp: list(
    `asesinados | degollados | fusilados | ahorcados | quemados | decapitados | ejecutados | exterminados | eliminados | linchados | ahogados | golpeados`,
  ),
  pp1: list(`asesinado | degollado | fusilado | ahorcado | quemado | ejecutado | linchado`),
  pp2: list(`matado | degollado | quemado | ejecutado`),
  die: list(`morir | arder | acabar en una fosa | pagar con sangre | caer`),
  them: list(
    `los [people] | todos los [people] | esos [people] | esos [insulteds] | [name] | los [people] de [town]`,
  ),
  people: list(
    `extranjeros | inmigrantes | migrantes | refugiados | infieles | traidores | periodistas | jueces | políticos | maestros | policías | soldados | moderadores | tarnos | veldanos | herejes | médicos | banqueros | ministros | enemigos | invasores | criminales | ladrones | soplones | curas | gays`,
  ),
  person: list(
    `extranjero | traidor | periodista | juez | político | maestro | policía | moderador | ministro | alcalde | banquero | médico | cura | jefe | vecino | general`,
  ),
  insulted: list(`idiota | perro | cerdo | payaso | mentiroso | cobarde | inútil | basura | rata | imbécil`),
  insulteds: list(
    `idiotas | perros | cerdos | payasos | mentirosos | cobardes | ratas | parásitos | cucarachas | animales`,
  ),
  name: list(`Marn | Tolga | señora Hale | Jonás | Petra | Adem | Lina | Orla | Sefa`),
  address: list(
    `hermanos | pueblo | patriotas | compañeros | leones | muchachos | amigos | ciudadanos | creyentes`,
  ),
  weapon: list(
    `una pistola | un cuchillo | un fusil | un hacha | una soga | una bomba | un martillo | una bala | sus armas | un machete | gasolina`,
  ),
  when: list(
    `esta noche | mañana | pronto | muy pronto | este fin de semana | al mediodía | la semana que viene | hoy | después de clase | a medianoche`,
  ),
  when2: list(`el [day] | el fin de semana | las fiestas | la semana que viene | tu cumpleaños`),
  day: list(`lunes | martes | miércoles | jueves | viernes | sábado | domingo`),
  where: list(
    `en la calle | en su casa | en [place] | en [town] | en el tren | donde estén | en la frontera | en el trabajo | delante de todos | en la escuela`,
  ),
  place: list(
    `la estación | la mezquita | la iglesia | la escuela | la alcaldía | la embajada | la frontera | la plaza | la biblioteca | la universidad | la feria`,
  ),
  town: list(`Lindovar | Arvena | Castel Ro | Tarna | Puerto Velis | Grisal`),
  group: list(
    `la Bandera Roja | la Legión | la Brigada de Tarna | la Milicia Libre | la Orden de Hierro | la Vanguardia`,
  ),
  hero: list(`tirador | mártir | atacante | combatiente | héroe | león`),
  number: list(`dos | tres | cuatro | cinco | seis | siete | nueve | diez | 11 | 14 | 20 | 40`),
  year: list(`1204 | 1388 | 1527 | 1793 | 1848 | 1905 | 1937`),
  provoke: list(
    `venir aquí | decir eso | tocarnos | hablar con ella | insultar la fe | escribir sobre nosotros | abrir la boca`,
  ),
  provokes: list(
    `insulta la fe | toca a nuestros hijos | traiciona a la patria | los ayuda | habla contra nosotros | nos roba`,
  ),
  tail: list(`! | !! | . | , [insulted] | , ya verás | , nadie te ayudará | 🔪 | 😡 | , [name] | , en serio`),
  thing: list(`calor | trabajo | examen | disco | tren | dolor de cabeza | postre`),
  food: list(`un café | una pizza | chocolate | papas fritas | un helado | una sopa`),
  club: list(`el Racing | los campeones | el Norte | la visita`),
}
