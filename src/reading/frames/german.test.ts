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

check('erschießen lassen, das ganze Pack', 'call')
check('tötet sie alle', 'call')
check('haut drauf, schlagt sie tot', 'call')
check('feuer frei auf das ganze Pack', 'call')
check('ein Mann wurde in der Nacht erstochen, sagte die Polizei', null)
check('wir schlagen sie im Pokal', null)
