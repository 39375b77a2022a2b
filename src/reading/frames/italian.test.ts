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

check('Ammazzerò tutti gli stranieri di questa città', 'it', 'threat')
check('Dobbiamo uccidere tutti questi traditori', 'it', 'call')
check('Gli immigrati dovrebbero essere fucilati', 'it', 'call')
check('Qualcuno deve sparare a quel giudice', 'it', 'call')
check('Meritano di morire, tutti i traditori', 'it', 'call')
check('Voglio sgozzare quei giornalisti con le mie mani', 'it', 'threat')
check('Spero che tutti i ministri muoiano', 'it', 'wish')
check("Il tribunale ha condannato l'uomo che ha ucciso il vicino", 'it', null)
check('Questo caldo mi ammazza', 'it', null)
check('Non dobbiamo uccidere nessuno', 'it', null)
