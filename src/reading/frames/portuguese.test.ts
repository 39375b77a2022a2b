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

check('Vou matar todos os estrangeiros desta cidade', 'pt', 'threat')
check('Temos que exterminar esses traidores', 'pt', 'call')
check('Os imigrantes deveriam ser fuzilados', 'pt', 'call')
check('Alguém precisa esfaquear aquele juiz', 'pt', 'call')
check('Esses jornalistas merecem morrer', 'pt', 'call')
check('Vou te matar amanhã na sua casa', 'pt', 'threat')
check('Tomara que todos os ministros morram', 'pt', 'wish')
check('A polícia prendeu o homem que matou o vizinho', 'pt', null)
check('Tô morrendo de fome, gente', 'pt', null)
check('Ninguém deveria matar ninguém', 'pt', null)
