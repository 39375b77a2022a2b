import { list } from '../grammar.ts'
import type { Language } from './creed.ts'

/** Names of ordinary people: Latin form for the handle, shown form for the profile. `layla:ليلى`. */
const pairs = (text: string) =>
  list(text).map((entry) => {
    const [handle, shown] = entry.split(':')
    return { handle: handle!, shown: shown ?? handle![0]!.toUpperCase() + handle!.slice(1) }
  })

export interface Named {
  handle: string
  shown: string
}

export const givenNames: Record<Language, readonly Named[]> = {
  en: pairs(`
    maud | jonah | priya | tobias | wren | callum | ines | dorian | hettie | marlow | fergus | odile | barnaby | nuala | emeka | saskia | leopold | tamsin | ravi | greta
    osgood | lena | piers | mina | ambrose | zadie | kwame | flora | rufus | anneke | silas | juno | otis | petra | linus | rosa | hugh | vera | gideon | nell`),
  fr: pairs(`
    maelle:Maëlle | anatole | solene:Solène | gaspard | ines:Inès | theo:Théo | apolline | bastien | yasmine | clovis | elise:Élise | marius | oriane | karim | lucie
    firmin | margot | octave | noemie:Noémie | sacha | awa | baptiste | colette | edgar | faustine | hugo | jeanne | leon:Léon | mireille | nour | pauline | remi:Rémi`),
  ar: pairs(`
    layla:ليلى | salman:سلمان | firas:فراس | anis:أنيس | tareq:طارق | jad:جاد | malik:مالك | samer:سامر | basel:باسل | raed:رائد | nizar:نزار | iyad:إياد
    marwan:مروان | kinan:كنان | hani:هاني | ziad:زياد | waseem:وسيم | rami:رامي | hazem:حازم | shadi:شادي | huda:هدى | rana:رنا | salma:سلمى | noor:نور
    dima:ديمة | lina:لينا | maha:مها | rim:ريم | yara:يارا | hala:هالة | ghada:غادة | sawsan:سوسن | mays:ميس | joud:جود | layth:ليث | faris:فارس`),
}

export const surnames: Record<Language, readonly Named[]> = {
  en: pairs(`
    harrowgate | tillbrook | ashmarsh | pennywell | quillfeather | dunmoor | carverly | oxbridge | thistlewood | marrowby | foxglove | stonelake | wexley | brindlemoor
    larkrise | hollowell | copperdale | winterby | saltmarsh | gatherly | merrivale | fennimoor | birchley | okonda | vantresca`),
  fr: pairs(`
    duboisset:Duboisset | montclaret | lavergnole | petitbosc | rochelune | castelier | maurinot | delaferole:Delaférole | aubrelle | clairefontis | vauquelle
    berthomet | sauvignot | lemarchois | grandvault | noirclair | merlinot | bellandre | fontanelle | ormessac`),
  ar: pairs(`
    alzaatrawi:الزعتراوي | alkhayyal:الخيال | alsanabel:السنابلي | alwardani:الورداني | alnahhasi:النحاسي | albustanawi:البستانوي | alqanadili:القناديلي | alghizlani:الغزلاني
    alrayhan:الريحاني | alsafsaf:الصفصافي | almarsa:المرساوي | alnabai:النبعي | alhayyak:الحياك | alkhazzaf:الخزاف | alsidri:السدري | alyasmini:الياسميني`),
}
