import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsIn, readText } from './samples.ts'

/** Found as the default pack finds it: past the threshold for review, with a stance that its rules accept. */
const isFound = (text: string): boolean => {
  const { scores, stance } = readText(text)
  const { harassment: _, ...violent } = scores
  return Math.max(...Object.values(violent)) >= 0.5 && ['asserts', 'none'].includes(stance)
}
const found = (...texts: string[]) => {
  for (const text of texts) assert.ok(isFound(text), `not found: ${text} ${JSON.stringify(readText(text))}`)
}
const leftAlone = (...texts: string[]) => {
  for (const text of texts) assert.ok(!isFound(text), `found: ${text} ${JSON.stringify(readText(text))}`)
}
const acts = (text: string, ...expected: string[]) =>
  assert.deepEqual([...new Set(actsIn(text))].sort(), expected.sort(), text)

test('threats are found in English, Arabic and French', () => {
  found(
    'We will kill every one of you at the office tomorrow morning. You know who you are.',
    "I'm going to slit your throat",
    'سأقتلك غدا أمام بيتك',
    'هقتلك يا خاين',
    'رح نذبحكم واحد واحد',
    'ra7 a2tlak bokra',
    'Je vais te tuer demain devant chez toi',
    'Nous vous tuerons l’un après l’autre',
  )
})

test('calls to violence are found', () => {
  found(
    'kill all the traitors',
    'They should all be hanged',
    'اقتلوهم أينما وجدتموهم',
    'يجب قتل الخونة',
    'Il faut exterminer ces traîtres',
    'Mort aux traîtres !',
  )
})

test('disguised words are read as what they are', () => {
  found(
    'I will k1ll you',
    'I will k.i.l.l you',
    'I will k i l l you',
    'I will kiiiill you',
    'I will kіll you',
    'سـأقـتـلـك',
    'سَأَقْتُلُكَ',
  )
})

test('reporters, victims and those who condemn are left alone', () => {
  leftAlone(
    'Police said the suspect threatened to kill officers at the station.',
    'He told me "I will kill you" and I am scared',
    'Three people were killed in an attack on a market, officials said.',
    'Anyone who writes "kill them all" should be ashamed. This is not acceptable.',
    'قال لي سأقتلك وأنا خائف',
    'قتل ثلاثة مدنيين في انفجار قرب السوق',
    'Trois soldats ont été tués dans une attaque, selon la police',
    'Il m’a écrit « je vais te tuer » et j’ai peur',
  )
})

test('figures of speech, sport, games and films are left alone', () => {
  leftAlone(
    'The match killed me, what an ending!',
    'My mom will kill me if I forget the milk',
    'We will destroy them in the second half',
    'I could kill for a coffee',
    'هذا الفيلم قتلني من الضحك',
    'Je suis mort de rire',
  )
})

test('what is denied is no threat', () =>
  leftAlone('I would never kill anyone', 'لن نقتل أحدا', "Je n'ai jamais voulu tuer personne"))

test('the kinds of acts are told apart', () => {
  acts('I will kill you', 'threat')
  acts('If you come here again I will kill you', 'conditional')
  acts('Kill all the traitors', 'call')
  acts('I hope someone shoots him', 'wish')
  acts('We know where you live', 'veiled')
  acts('Glory to the martyrs', 'praise')
})

test('the parts of a frame are spans of the original', () => {
  const text = 'We will shoot the officers at the station tomorrow'
  const [frame] = readText(text).frames
  const part = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end)
  assert.equal(part(frame!.actor), 'We')
  assert.equal(part(frame!.verb), 'shoot')
  assert.equal(part(frame!.target), 'officers')
  assert.equal(part(frame!.place), 'station')
  assert.equal(part(frame!.time), 'tomorrow')
})

test('whoever agrees with what he quotes says it himself', () => {
  assert.equal(readText('"Kill them all," he wrote, and he\'s right.').stance, 'asserts')
})

test('who a person is moves no score', () => {
  const scoreOf = (who: string) => readText(`My neighbour is a ${who} and we had dinner.`).scores
  const plain = scoreOf('muslim')
  for (const who of ['christian', 'jewish', 'gay', 'refugee', 'woman'])
    assert.deepEqual(scoreOf(who), plain, who)
})

test('languages are told by script, by words, and last by the tag', () => {
  const check = (text: string, language: string, tag: string | null = null) =>
    assert.equal(readText(text, tag).language, language, text)
  check('the cat is on the table and it is mine', 'en', 'fr')
  check('le chat est sur la table et il est content', 'fr')
  check('القطة على الطاولة', 'ar')
  check('این خوب است و چه زیبا', 'fa')
  check('ok', 'de', 'de-AT')
  check('12345', 'und')
})

test('a reading says why', () => {
  const { contributions } = readText('I will kill you tomorrow')
  assert.ok(contributions.length > 0 && contributions.length <= 8)
  assert.match(contributions[0]!.reason, /threat/)
})
