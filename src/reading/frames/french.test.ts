import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import type { SpeechAct } from '../../model/reading.ts'
import { createAnalyser } from '../analysis.ts'
import { stands } from '../stance.ts'

const analyse = createAnalyser([])

/** What the author clearly means, if anything: the act of a frame that stands, in a text that says it as its own. */
function meant(text: string): SpeechAct | null {
  const { frames, stance } = analyse({ text, language: null })
  if (stance !== 'asserts') return null
  return frames.find((found) => stands(found) && found.strength !== 'weak')?.frame.act ?? null
}

const check = (text: string, act: SpeechAct | null) =>
  test(`${act ?? 'nothing'} is meant by: ${text}`, () => {
    assert.equal(meant(text), act)
  })

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
