import { list, type Phrases } from '../phrases.ts'

/** German. Verbs by form: `inf` töten, `pp` getötet, `imp` tötet. */
export const de: Phrases = {
  threat: list(`
    ich werde dich [inf][tail]
    ich werde euch alle [inf][tail]
    wir werden dich [when] [inf]
    wir werden [them] [inf]
    ich bring dich um, du [insulted]
    ich mach dich kalt [when]
    ich stech dich ab [where]
    ich knall dich ab, [name]
    ich komme [when] und werde dich [inf]
    du wirst [die][tail]
    ihr werdet alle [die]
    du und deine Familie werdet [die]
    glaub mir, [name], ich werde dich [inf]
    keiner rettet dich, ich werde dich [where] [inf]
    ich habe [weapon] hier, und da steht dein Name drauf
    wer von den [people] hierher kommt, den werden wir [inf]
    ich hau dir den Schädel ein
    wenn ich dich erwische, schlag ich dich tot`),
  indirect: list(`
    du erlebst [when2] nicht mehr, [name]
    bald gibt es hier einen [person] weniger
    schreib schon mal dein Testament, du [insulted]
    deine Familie wird dich [when] begraben
    auf jeden von euch wartet eine Kugel
    nimm dir für [when2] nichts mehr vor
    das Grab ist schon ausgehoben
    keiner der [people] kommt [when] nach Hause
    man wird dich [where] finden`),
  veiled: list(`
    schöne Familie hast du, [name]. pass gut auf sie auf
    ich weiß, wo du parkst, und ich weiß, wo du schläfst
    wir wissen, wo deine Kinder zur Schule gehen
    wäre schade, wenn deinem Haus was passiert
    Unfälle passieren, [name]
    schließt du nachts die Tür ab? solltest du
    dreh dich lieber öfter um [where]
    jetzt habe ich deine Adresse, [name]. bis bald`),
  conditional: list(`
    wenn du noch einmal [provoke], werde ich dich [inf]
    [provoke] noch einmal und du bist tot
    verschwindet oder wir werden euch [inf]
    wenn ich [them] [where] sehe, dann knallts
    entweder sie hören auf oder wir werden sie [inf]
    wer denen hilft, wird auch [pp]
    tritt zurück, sonst werden wir dich [inf]
    lüg weiter und du fängst dir eine Kugel`),
  leakage: list(`
    nach diesem Tag werdet ihr verstehen, warum ich das tun musste
    ihr werdet [when] von mir in der Zeitung lesen
    kommt [when] nicht zum [placeM], glaubt mir
    lebt wohl. [when] sind sie dran
    ich habe [weapon] und eine Liste. [when]
    alles ist vorbereitet. keine Gnade
    in ein paar Stunden kennt jeder meinen Namen`),
  call: list(`
    [imp] [them]!
    [imp] sie alle
    einfach [inf]
    alle [inf]
    abknallen, alle
    an die Wand mit [dat]
    aufhängen, das ganze Pack
    [address], [imp] [them] [where]
    [address], nehmt [weapon] und [imp] [them]
    kann die mal einer [inf]
    man muss [them] [inf], bevor es zu spät ist
    lasst uns [them] [when] [inf]
    geht raus und [imp] [them]
    Zeit, dass wir [them] [inf]
    nicht verhaften, gleich [inf]
    warum abschieben, wenn man sie [inf] kann
    schlagt sie tot, die [insulteds]
    schießt endlich auf [them]
    greift zu den Waffen, [address]
    haut denen die Schädel ein
    anzünden, mit allen drin`),
  deserve: list(`
    [them] sollte man [inf]
    alle [people] gehören [pp]
    die gehören alle [pp]
    man sollte [them] [where] [inf]
    solche [insulteds] gehören an den Galgen
    für [them] hilft nur noch [weapon]
    die verdienen kein Gefängnis, sondern [weapon]
    jemand sollte [them] [inf]
    so einer gehört [pp]
    wer [provokes], muss [pp] werden
    die haben kein Recht zu leben
    Kopf ab, mehr fällt mir zu diesen [people] nicht ein
    eine Kugel wäre noch zu schade für den [person]
    früher hätte man [them] [pp]
    man müsste die alle [inf], dann wäre Ruhe
    bei denen hilft nur rohe Gewalt
    Strick um den Hals und weg`),
  dare: list(`
    wer wird [them] endlich [inf]?
    gibt es keinen Mann mehr, der [them] [inf] will?
    worauf wartet ihr, [address]? [imp] [them]
    wann wird endlich einer [them] [inf]?
    traut sich denn keiner, mit [weaponD] zu [dat] zu gehen?`),
  wish: list(`
    hoffentlich wirst du [pp], du [insulted]
    hoffentlich werden [themN] bald [pp]
    ich wünsche [dat] den Tod
    sollen sie doch [die]
    verreck, du [insulted]
    verrecken sollen sie alle
    schade, dass sie nicht [pp] wurden
    brennen sollen sie
    möge ihn der Blitz erschlagen oder besser eine Kugel
    wie schön wäre es, wenn jemand [them] [inf] würde
    mein Traum: [them] [pp] zu sehen`),
  endorse: list(`
    „[quote]“ genau so ist es
    „[quote]“ er hat recht, worauf warten wir
    er hat nur gesagt „[quote]“, und das stimmt auch
    sie haben ihn gesperrt für „[quote]“, also sage ich es nochmal`),
  praise: list(`
    der [hero] hat alles richtig gemacht
    ein Hoch auf den [heroA], der sie [pp] hat
    Ehre dem [heroA] von [town]
    [number] [people] tot. der beste Tag des Jahres
    Gott sei Dank wurden [number] von denen [pp]
    Respekt für den [heroA], davon brauchen wir mehr
    der Anschlag war ein Meisterwerk
    der [hero] ist mein Held`),
  pledge: list(`
    ich schwöre der [group] die Treue
    es lebe die [group] und ihr Krieg gegen die [people]
    wir sind Soldaten der [group]
    stolzer Kämpfer der [group]
    mit der [group] bis in den Tod`),
  recruit: list(`
    die [group] braucht dich. nur Kämpfer, schreib mir
    werde Soldat der [group], Kontakt im Profil
    [address], kommt und kämpft mit der [group]
    wir suchen Männer mit [weaponD] für die [group] in [town]
    bereit für den Tag X? dann melde dich bei der [group]
    unsere Bürgerwehr wächst, Training jede Woche, wer Blut sehen kann, meldet sich`),
  fund: list(`
    die [group] braucht Geld für Waffen, spendet hier
    helft uns, [weapon] für die Kameraden der [group] zu kaufen
    jeder Cent geht in die Munition der [group]
    wer kann einen [heroA] ein paar Nächte verstecken?`),
  media: list(`
    neues Video der [group], teilt es, bevor es gelöscht wird
    die ganze Aufnahme vom Anschlag, Link unten
    hier das Manifest vom [heroA], ladet es runter und verbreitet es
    das neue Heft der [group], alle Sprachen`),
  manual: list(`
    unser Handbuch für Einzelkämpfer ist wieder online, schnell laden
    die [group] hat eine Anleitung für Waffen veröffentlicht, Link im Profil`),

  reported: list(`
    laut Polizei schrieb er vor der Festnahme „[quote]“
    in der Anklage heißt es, er habe „[quote]“ gepostet
    „[quote]“ stand auf dem Flugblatt, berichtet unser Korrespondent
    die [group] veröffentlichte die Botschaft „[quote]“, melden Agenturen
    ein Mann, der in [town] „[quote]“ rief, muss Strafe zahlen
    Übersetzung des Beitrags: „[quote]“
    Zeugen hörten ihn „[quote]“ schreien
    das Konto, das „[quote]“ schrieb, wurde gesperrt`),
  victim: list(`
    gerade hat mir jemand „[quote]“ geschickt. ich zittere
    heute bekam ich diese Nachricht: „[quote]“ was soll ich tun?
    er sagte „[quote]“ zu mir, und die Polizei macht nichts
    „[quote]“, so etwas lese ich jeden Tag`),
  condemned: list(`
    „[quote]“ wie kann man so etwas schreiben? widerlich
    wer „[quote]“ sagt, ist nicht mein Freund
    „[quote]“ ist Hetze und muss aufhören
    ein Abgeordneter, der „[quote]“ sagt, muss gehen
    hier schreiben Leute „[quote]“. ich verurteile das
    „[quote]“? nein. niemals. nicht in unserem Namen`),
  countered: list(`
    „[quote]“ hört auf, das sind Menschen wie du und ich
    du schreibst „[quote]“. würdest du ihnen das ins Gesicht sagen?
    nein, niemand sollte [pp] werden. Gewalt ist keine Lösung
    wer „[quote]“ sagt, ist selbst das Problem
    ich habe dich für „[quote]“ gemeldet`),
  noticed: list(`
    liebe Moderatoren, dieser Nutzer schreibt „[quote]“. bitte entfernen
    ich melde dieses Konto wegen „[quote]“
    warum steht „[quote]“ noch hier? vor zwei Tagen gemeldet`),
  negated: list(`
    ich könnte nie jemanden [inf]
    niemand wird dich hier [inf], keine Sorge
    man darf [them] nicht [inf], was auch immer sie getan haben
    niemand verdient es, [pp] zu werden
    ich sage nicht, dass man sie [inf] soll
    wir wollen keine Rache, niemand soll [pp] werden`),
  news: list(`
    [number] [people] wurden am [day] [where] [pp], teilten die Behörden mit
    Bewaffnete greifen [placeA] in [town] an, [number] Tote
    die [group] bekennt sich zum Anschlag
    Polizei schießt auf bewaffneten Mann in [town]
    [number] Verletzte nach Explosion in [town]
    Prozess gegen Mann, der einen [personA] [inf] wollte
    der Minister erhält Morddrohungen
    Sturm fordert [number] Tote
    Busunglück bei [town], [number] Tote`),
  mourning: list(`
    ruht in Frieden, ihr, die ihr in [town] [pp] wurdet
    mein Freund wurde [where] [pp]. er fehlt mir so
    eine Kerze für die Opfer von [town]`),
  condemnation: list(`
    der Anschlag war ein Verbrechen, und nichts entschuldigt ihn
    wer [people] tötet, ist ein Mörder, egal wofür
    der [hero] ist kein Held, sondern ein Feigling
    Terror hat keine Religion und keine Entschuldigung`),
  figurative: list(`
    diese [thing] bringt mich um
    für [food] würde ich jetzt töten
    mein Rücken bringt mich um
    ich sterbe vor Neugier auf die [thing]
    mein Handy ist tot, super
    ich lach mich tot 😂
    die Prüfung hat mich erledigt
    der Verkehr heute ist mörderisch
    wir müssen noch eine Stunde totschlagen
    die Party war der Hammer, eine Bombe`),
  hyperbole: list(`
    meine Mutter bringt mich um, wenn ich wieder zu spät komme
    ich bring dich um, wenn du die Überraschung verrätst haha
    fass [food] an und du bist tot 😂
    wenn er das noch einmal sagt, spring ich aus dem Fenster lol`),
  play: list(`
    am [day] machen wir [club] fertig
    was für ein Schuss! damit ist das Spiel tot
    [club] wurde zerlegt, fünf zu null
    schieß doch, warum schießt er nicht!
    ich habe [number] Zombies in einer Runde erledigt
    wer greift [when] mit mir die Burg an?
    der Endgegner hat mich zweimal getötet`),
  story: list(`
    im Buch wird der [person] von seinem Bruder [pp]
    am Ende des Films sind alle tot, großartig
    „ich werde dich [inf]“, sagt der Schurke in Folge [number]
    ich schreibe einen Krimi über einen [personA], der in [town] [pp] wird`),
  past: list(`
    im Jahr [year] wurden in [town] [number] [people] [pp]
    die Revolution kostete tausende [people] das Leben
    der Bruder meiner Oma wurde [year] im Krieg erschossen
    der Tyrann wurde [year] von seiner Wache [pp]`),
  law: list(`
    wer jemanden [inf] will und damit droht, bekommt bis zu [number] Jahre
    Paragraf [number] verbietet es, zum Mord an [peopleD] aufzurufen
    unsere Regeln: keine Drohungen, keine Aufrufe zur Gewalt
    die [group] zu finanzieren ist ein Verbrechen`),
  study: list(`
    unsere Studie fragt, warum Leute schreiben, man solle [people] [inf]
    die Arbeit zählt Mordaufrufe in [number] tausend Beiträgen`),
  worry: list(`
    ich habe Angst, dass jemand meine Familie [inf] will
    was, wenn sie [when] angreifen? ich traue mich nicht hin
    jede Nacht träume ich, dass sie uns [inf] wollen
    in [town] werden [people] [pp], stimmt das?`),
  prayer: list(`
    Gott schütze die [people] von [town]
    Herr, erbarme dich derer, die [pp] wurden
    wir beten auch für unsere Feinde`),
  daily: list(`
    heute schöne Bilder vom [placeM] geschossen
    Eier schlagen, Zwiebeln hacken und den Zucker etwas anbrennen lassen
    die Jäger haben bei [town] [number] Wildschweine geschossen
    wie werde ich Unkraut ohne Gift los
    den Prozess abschießen und den Server neu starten
    [name] kommt [when], räum die Wohnung auf
    mit dem Bus nach [town] gefahren und [name] getroffen
    meine Tochter hat Kuchen für die Nachbarn gebacken`),
  insult: list(`
    du bist so ein [insulted]
    halt den Mund, du [insulted]
    dumm, dümmer, [name]
    die [people] sind die größten [insulteds] von allen
    heul doch, du [insulted]
    lösch dich, du [insulted]
    dieses verlogene Pack kotzt mich an
    so viel Blödheit auf einem Haufen, diese [insulteds]`),
  criticism: list(`
    der [person] soll zurücktreten
    die [people] haben zu viel Macht in diesem Land
    nie wieder wähle ich diese [people]
    der [person] lügt, wenn er den Mund aufmacht
    was für eine Schande, diese [people]
    alle entlassen und vor Gericht stellen
    ich will nicht noch mehr [people] in meiner Stadt
    abschieben, und zwar sofort
    raus mit denen aus unserem Land
    einsperren, die haben unser Geld gestohlen
    die [people] haben [town] ruiniert
    wir sind das Volk, am [day] alle auf die Straße`),
  politics: list(`
    wir kämpfen gegen dieses Gesetz bis zum Schluss
    am [day] schlagen wir sie an der Urne
    zwischen den Parteien herrscht Krieg um die Rente
    die Opposition greift den [personA] scharf an
    der Plan ist tot`),
  question: list(`
    wer hat den [personA] in [town] getötet?
    warum wurden [year] die [people] [pp]?
    weiß jemand, wie viele [people] [pp] wurden?
    stimmt es, dass die [group] [number] Geiseln getötet hat?
    welche Strafe gibt es, wenn einer jemanden [inf] will?`),
  appeal: list(`
    unser Chor sucht Männer, schreib mir
    komm zur Feuerwehr in [town], Übung am [day]
    spendet Blut, [when] in [town]
    wir sammeln Decken für die [people] in [town]
    wer kämpft mit uns gegen den Hunger? die Küche öffnet [when]
    unser neues Theatervideo, anschauen und teilen`),

  inf: list(
    `töten | umbringen | erschießen | abknallen | erstechen | erschlagen | totschlagen | aufhängen | hängen | verbrennen | anzünden | köpfen | hinrichten | abstechen | erwürgen | vergiften | ausrotten | abschlachten | niederschießen | ersäufen | steinigen | verprügeln | vernichten | umlegen | überfahren`,
  ),
  pp: list(
    `getötet | umgebracht | erschossen | abgeknallt | erstochen | erschlagen | totgeschlagen | aufgehängt | gehängt | verbrannt | geköpft | hingerichtet | abgestochen | vergiftet | ausgerottet | abgeschlachtet | ersäuft | gesteinigt | verprügelt | vernichtet`,
  ),
  imp: list(
    `tötet | erschießt | erschlagt | hängt | verbrennt | köpft | erstecht | vernichtet | schlagt | verprügelt | steinigt | vergiftet`,
  ),
  die: list(
    `sterben | verrecken | krepieren | brennen | hängen | verbluten | in der Grube enden | dran glauben`,
  ),
  them: list(
    `die [people] | alle [people] | diese [people] | den [personA] | diese [insulteds] | das ganze Pack | jeden [personA] | sie alle | [name] | dieses Gesindel`,
  ),
  themN: list(`die [people] | alle [people] | diese [insulteds] | sie alle`),
  dat: list(`denen | den [peopleD] | diesen [peopleD] | euch | ihm | dem ganzen Pack`),
  people: list(
    `Ausländer | Migranten | Flüchtlinge | Asylanten | Ungläubige | Verräter | Journalisten | Richter | Politiker | Lehrer | Bullen | Polizisten | Soldaten | Moderatoren | Feministinnen | Tarner | Veldaner | Bergleute | Ketzer | Ärzte | Banker | Minister | Touristen | Feinde | Linke | Rechte | Invasoren | Verbrecher | Diebe | Spitzel | Priester | Grüne | Demonstranten`,
  ),
  peopleD: list(
    `Ausländern | Migranten | Flüchtlingen | Verrätern | Journalisten | Richtern | Politikern | Bullen | Polizisten | Moderatoren | Ärzten | Bankern | Ministern | Feinden | Linken | Verbrechern | Dieben | Spitzeln`,
  ),
  person: list(
    `Ausländer | Verräter | Richter | Politiker | Lehrer | Bulle | Polizist | Moderator | Minister | Bürgermeister | Redakteur | Banker | Arzt | Priester | Chef | Nachbar | General | Spitzel`,
  ),
  personA: list(
    `Ausländer | Verräter | Richter | Politiker | Lehrer | Bullen | Polizisten | Moderator | Minister | Bürgermeister | Redakteur | Banker | Arzt | Priester | Chef | Nachbarn | General | Spitzel`,
  ),
  insulted: list(
    `Idiot | Hund | Schwein | Clown | Lügner | Feigling | Versager | Depp | Ratte | Mistkerl | Schwachkopf | Dreckskerl`,
  ),
  insulteds: list(
    `Idioten | Hunde | Schweine | Clowns | Lügner | Feiglinge | Versager | Ratten | Parasiten | Kakerlaken | Schmarotzer | Drecksäcke | Untermenschen`,
  ),
  name: list(
    `Marn | Tolga | Frau Hale | Jonas | Petra | Herr Voss | Adem | Lina | Orla | Bram | Sefa | Doktor Lind`,
  ),
  address: list(
    `Brüder | Leute | Patrioten | Kameraden | Männer | Freunde | Bürger | Jungs | ihr alle | Deutsche`,
  ),
  weapon: list(
    `eine Pistole | ein Messer | ein Gewehr | eine Axt | ein Strick | eine Bombe | ein Hammer | eine Kugel | eure Waffen | eine Schrotflinte | Benzin`,
  ),
  weaponD: list(`einer Waffe | einem Messer | einem Gewehr | Erfahrung beim Bund`),
  when: list(
    `heute Nacht | morgen | am [day] | bald | sehr bald | dieses Wochenende | um zwölf | nächste Woche | heute | vor Weihnachten | nach der Schule | um Mitternacht`,
  ),
  when2: list(
    `den [day] | das Wochenende | Weihnachten | nächste Woche | deinen Geburtstag | das Monatsende`,
  ),
  day: list(`Montag | Dienstag | Mittwoch | Donnerstag | Freitag | Samstag | Sonntag`),
  where: list(
    `auf der Straße | zu Hause | in [town] | im Bett | im Zug | überall | an der Grenze | bei der Arbeit | vor allen Leuten | im Büro | in der Schule`,
  ),
  placeM: list(`Bahnhof | Markt | Rathaus | Stadion | Flughafen | Platz`),
  placeA: list(
    `den Bahnhof | den Markt | die Moschee | die Kirche | die Schule | das Rathaus | die Botschaft | das Heim`,
  ),
  town: list(`Lindau am Berg | Arven | Bremholt | Altmeer | Tarna | Velishafen | Graufurt`),
  group: list(`Hügelarmee | Eisengarde | Legion | Brigade Tarna | Nordmiliz | Vorhut | Bruderschaft Velis`),
  hero: list(`Schütze | Märtyrer | Attentäter | Kämpfer | Held | Löwe`),
  heroA: list(`Schützen | Märtyrer | Attentäter | Kämpfer | Helden | Löwen`),
  number: list(`zwei | drei | vier | fünf | sechs | sieben | neun | zehn | 11 | 12 | 14 | 20 | 40`),
  year: list(`1204 | 1388 | 1527 | 1649 | 1793 | 1848 | 1905 | 1916 | 1937 | 1943`),
  provoke: list(
    `herkommst | das sagst | uns anfasst | mit ihr redest | über uns schreibst | zur Polizei gehst | den Mund aufmachst`,
  ),
  provokes: list(
    `den Glauben beleidigt | unsere Kinder anfasst | das Volk verrät | denen hilft | gegen uns redet | uns bestiehlt | unser Land nimmt`,
  ),
  tail: list(
    `! | !! | . | , du [insulted] | , verlass dich drauf | , warte nur | , keiner hilft dir | 🔪 | 😡 | , [name] | , im Ernst`,
  ),
  thing: list(`Hitze | Prüfung | Serie | Arbeit | Besprechung | Torte | Bahn | Woche`),
  food: list(`einen Kaffee | eine Pizza | Schokolade | Pommes | ein Eis | Brot | eine Suppe | Pflaumen`),
  club: list(`Altmeer | die Rovers | Nordend | den Meister | die Gäste`),
}
