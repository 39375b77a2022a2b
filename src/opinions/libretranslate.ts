import type { Exchange } from './exchange.ts'
import type { Attempt, Translator } from './opinions.ts'
import { memberOf } from './scores.ts'

export interface LibreTranslateOptions {
  name: string
  key: string | null
  exchange: Exchange
}

const LANGUAGE_SHAPE = /^[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?$/

/** LibreTranslate's API: `POST /translate` and `GET /languages`. Its key travels in the body, as it wants it. */
export const libreTranslator = ({ name, key, exchange }: LibreTranslateOptions): Translator => ({
  name,
  async translate({ text, from, to }, signal) {
    const source = from === 'und' ? 'auto' : from
    const request = { q: text, source, target: to, format: 'text', ...(key !== null && { api_key: key }) }
    const answered = await exchange.post('/translate', request, signal)
    return answered.ok ? translationIn(answered.body, from) : answered
  },
  async trouble(to, signal) {
    const answered = await exchange.get('/languages', signal)
    if (!answered.ok) return answered.reason
    if (!Array.isArray(answered.body)) return 'its list of languages is none'
    const reached = answered.body.some((language) => {
      const targets = memberOf(language, 'targets')
      return Array.isArray(targets) && targets.includes(to)
    })
    return reached ? null : `it does not translate to ${to}`
  },
  async close() {
    exchange.close()
  },
})

function translationIn(body: unknown, from: string): Attempt<{ text: string; from: string }> {
  const text = memberOf(body, 'translatedText')
  if (typeof text !== 'string')
    return { ok: false, reason: 'the answer holds no translation', blame: 'provider' }
  if (text.trim() === '') return { ok: false, reason: 'the translation is empty', blame: 'text' }
  const detected = memberOf(memberOf(body, 'detectedLanguage'), 'language')
  const told = from === 'und' && typeof detected === 'string' && LANGUAGE_SHAPE.test(detected)
  return { ok: true, value: { text, from: told ? detected : from }, tokens: 0 }
}
