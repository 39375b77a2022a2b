import { strict as assert } from 'node:assert'
import { test } from 'node:test'
import type { SpeechAct } from '../../model/reading.ts'
import { createAnalyser } from '../analysis.ts'
import { stands } from '../stance.ts'

const analyse = createAnalyser([])

/** What the author clearly means, if anything, and in which language he was read. */
const check = (text: string, language: string, act: SpeechAct | null) =>
  test(`${act ?? 'nothing'} is meant by: ${text}`, () => {
    const { frames, stance, language: told } = analyse({ text, language: null })
    const meant = frames.find((found) => stands(found) && found.strength !== 'weak')?.frame.act ?? null
    assert.deepEqual([told, stance === 'asserts' ? meant : null], [language, act])
  })

check('We moeten al die vreemde verraders vermoorden', 'nl', 'call')
check('Ik ga jullie allemaal doodschieten', 'nl', 'threat')
check('Immigranten zouden moeten worden vergast', 'nl', 'call')
check('Iemand moet die rechter neersteken', 'nl', 'call')
check('Alle journalisten verdienen het om te sterven', 'nl', 'call')
check('Ik hoop dat alle ministers doodgaan', 'nl', 'wish')
check('De politie heeft de man aangehouden die zijn buurman vermoordde', 'nl', null)
check('Niemand verdient het om te sterven', 'nl', null)
