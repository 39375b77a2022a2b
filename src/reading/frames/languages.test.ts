import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import type { SpeechAct } from '../../model/reading.ts'
import { createAnalyser } from '../analysis.ts'
import { stands } from '../stance.ts'

const analyse = createAnalyser([])

/** What the author clearly means, if anything: the act of a frame that stands, in a text that says it as its own. */
const check = (text: string, act: SpeechAct | null) =>
  test(`${act ?? 'nothing'} is meant by: ${text}`, () => {
    assert.equal(meaning(text).act, act)
  })

/** The same, and which language it was told to be in: there is no tag. */
const checkIn = (language: string, text: string, act: SpeechAct | null) =>
  test(`${act ?? 'nothing'} is meant, in ${language}, by: ${text}`, () => {
    assert.deepEqual(meaning(text), { language, act })
  })

function meaning(text: string): { language: string; act: SpeechAct | null } {
  const { frames, stance, language } = analyse({ text, language: null })
  const clear = frames.find((found) => stands(found) && found.strength !== 'weak')
  return { language, act: stance === 'asserts' ? (clear?.frame.act ?? null) : null }
}

/* French */

check('vous finirez tous dans une fosse', 'threat')
check('jvais te crever', 'threat')
check('je connais le trajet de ta fille et son école', 'veiled')
check("encore un mot et je t'explose le crâne", 'threat')
check("qu'est-ce qu'on attend pour les pendre ?", 'call')
check("personne n'a le courage de lui mettre une balle ?", 'call')
check('aucun de vous ne sortira vivant', 'threat')
check('demain vous saurez de quoi je suis capable', 'leakage')
check('bon débarras, ces policiers morts', 'praise')
check('on cherche des hommes prêts à mourir', 'recruitment')
check('je cherche des munitions pour mes frères', 'support')
check('mon collègue continue à dire que les réfugiés devraient être exécutés', null)
check('on va les massacrer en finale', null)
check('tire sur le gardien, il est trop avancé', null)
check('un homme jugé pour avoir menacé de tuer sa voisine', null)

/* German */

check('erschießen lassen, das ganze Pack', 'call')
check('tötet sie alle', 'call')
check('haut drauf, schlagt sie tot', 'call')
check('feuer frei auf das ganze Pack', 'call')
check('ein Mann wurde in der Nacht erstochen, sagte die Polizei', null)
check('wir schlagen sie im Pokal', null)

/* Spanish */

check('realmente voy a asesinar a ese hombre', 'threat')
check('alguien debería apuñalar a esos traidores', 'call')
check('simplemente erradiquemos a esos extranjeros', 'call')
check('el tribunal condenó al hombre que mató a su vecino', null)

/* Italian */

checkIn('it', 'Ammazzerò tutti gli stranieri di questa città', 'threat')
checkIn('it', 'Dobbiamo uccidere tutti questi traditori', 'call')
checkIn('it', 'Gli immigrati dovrebbero essere fucilati', 'call')
checkIn('it', 'Qualcuno deve sparare a quel giudice', 'call')
checkIn('it', 'Meritano di morire, tutti i traditori', 'call')
checkIn('it', 'Voglio sgozzare quei giornalisti con le mie mani', 'threat')
checkIn('it', 'Spero che tutti i ministri muoiano', 'wish')
checkIn('it', "Il tribunale ha condannato l'uomo che ha ucciso il vicino", null)
checkIn('it', 'Questo caldo mi ammazza', null)
checkIn('it', 'Non dobbiamo uccidere nessuno', null)

/* Portuguese */

checkIn('pt', 'Vou matar todos os estrangeiros desta cidade', 'threat')
checkIn('pt', 'Temos que exterminar esses traidores', 'call')
checkIn('pt', 'Os imigrantes deveriam ser fuzilados', 'call')
checkIn('pt', 'Alguém precisa esfaquear aquele juiz', 'call')
checkIn('pt', 'Esses jornalistas merecem morrer', 'call')
checkIn('pt', 'Vou te matar amanhã na sua casa', 'threat')
checkIn('pt', 'Tomara que todos os ministros morram', 'wish')
checkIn('pt', 'A polícia prendeu o homem que matou o vizinho', null)
checkIn('pt', 'Tô morrendo de fome, gente', null)
checkIn('pt', 'Ninguém deveria matar ninguém', null)

/* Dutch */

checkIn('nl', 'We moeten al die vreemde verraders vermoorden', 'call')
checkIn('nl', 'Ik ga jullie allemaal doodschieten', 'threat')
checkIn('nl', 'Immigranten zouden moeten worden vergast', 'call')
checkIn('nl', 'Iemand moet die rechter neersteken', 'call')
checkIn('nl', 'Alle journalisten verdienen het om te sterven', 'call')
checkIn('nl', 'Ik hoop dat alle ministers doodgaan', 'wish')
checkIn('nl', 'De politie heeft de man aangehouden die zijn buurman vermoordde', null)
checkIn('nl', 'Niemand verdient het om te sterven', null)
