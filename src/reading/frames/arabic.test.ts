import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SpeechAct } from '../../model/reading.ts'
import { createAnalyser } from '../analysis.ts'
import { stands } from '../stance.ts'

const analyse = createAnalyser([])

/** Acts that the text's author means beyond doubt, in order. */
function actsOf(text: string): SpeechAct[] {
  const { frames } = analyse({ text, language: null })
  return frames.filter((found) => stands(found) && found.strength === 'strong').map(({ frame }) => frame.act)
}

function check(name: string, rows: [text: string, act: SpeechAct | null][]): void {
  it(name, () => {
    for (const [text, act] of rows) {
      const acts = actsOf(text)
      if (act === null) assert.deepEqual(acts, [], text)
      else assert.ok(acts.includes(act), `${text}: ${acts.join(', ') || 'nothing'}`)
    }
  })
}

describe('the Arabic grammar', () => {
  check('reads plans in the standard language and the dialects', [
    ['سأذبحك بيدي يا جبان', 'threat'],
    ['هفتح دماغك بالشومة', 'threat'],
    ['رح شقك نصين', 'threat'],
    ['غادي نقتلك يا ولد', 'threat'],
    ['ra7 2a2tlak ya jaban', 'threat'],
    ['hane2tolhom kolohom bokra', 'threat'],
  ])
  check('reads what is meant without a verb of killing', [
    ['عارفين ساكن فين ومدرسة ولادك', 'veiled'],
    ['قبرك محفور وينتظرك', 'veiled'],
    ['دير بالك على عيالك هالأيام', 'veiled'],
    ['ساعتك قربت', 'veiled'],
  ])
  check('reads calls and what is said to be deserved', [
    ['هيا نهجم عليهم الليلة', 'call'],
    ['لا تتركوا منهم أحدا حيا', 'call'],
    ['هؤلاء لا يستحقون الحياة', 'call'],
    ['لازم ينقتلوا كلن', 'call'],
  ])
  check('reads praise, recruiting and support', [
    ['بارك الله في من فجر المحكمة', 'praise'],
    ['باب الانضمام إلى اللواء مفتوح', 'recruitment'],
    ['تبرعوا للمجاهدين بالسلاح والذخيرة', 'support'],
  ])
  check('leaves idiom, grief and the kitchen alone', [
    ['الله ياخذك شو بتضحك', null],
    ['رحم الله الشهيد', null],
    ['أتمنى عليك عدم التدخل', null],
    ['عيب عليك ضربك لأخوك', null],
    ['اضربي البيض مع السكر', null],
    ['هموت من الزهق', null],
  ])
  check('does not take a word of grammar out of another word', [
    ['كما قلنا مئة مرة هذه كلمة طيبة', null],
    ['متى بيتحرك القطار؟', null],
  ])
  check('does not read what was done as an order', [
    ['اتهموه بالسرقة فضربوه', null],
    ['لا بد من قطع الكهرباء', null],
  ])
})
