import type { Person } from './people.ts'
import { speak } from './speech.ts'
import type { Stage } from './stage.ts'
import { markOf } from './truth.ts'
import { chants } from './words/voices.ts'

/*
 * Many people under one hashtag who mean no harm: a match, a storm, fans voting for a band, a shelter's drive. The last two repeat one text,
 * as a campaign of the network does.
 */

const CROWDS = ['match', 'fans', 'storm', 'charity'] as const

/** Has crowds gather again and again. */
export function gatherCrowds(stage: Stage): void {
  const { firstMs, everyMs } = stage.tempo.crowd
  let round = 0
  const gather = () => {
    const crowd = CROWDS[round % CROWDS.length]!
    switch (crowd) {
      case 'match':
      case 'storm':
        talkUnder(stage, crowd)
        break
      case 'fans':
        chant(stage, 'fans', stage.cast('fan'))
        break
      case 'charity':
        chant(stage, 'charity', stage.cast('charity'))
        break
    }
    round += 1
    stage.later([everyMs * 0.8, everyMs * 1.2], gather)
  }
  stage.later(firstMs, gather)
}

/** Everybody says something of their own under one tag. */
function talkUnder(stage: Stage, subject: 'match' | 'storm'): void {
  const { random, tempo } = stage
  const tag = `${subject === 'match' ? random.pick(['Derby', 'CupNight', 'Finale']) : random.pick(['Storm', 'Tempest'])}${random.pick(['Harrowmere', 'Vaubrun', 'Carrick', 'Montcerf', 'Marsa'])}${random.below(100)}`
  const size = 20 + random.below(tempo.crowd.sizeMax)
  for (let i = 0; i < size; i++)
    stage.later([0, tempo.crowd.spreadMs], () => {
      const person = stage.anyone()
      if (person === null) return
      const text = `${speak(person.language, subject, random)} #${tag}`
      stage.post(person, text, markOf(subject), { hashtags: [tag] })
    })
}

/** Of a circle, so many say something of their own under its tag as well, before or after the line. */
const OWN_WORDS_SHARE = 0.5

/** Members of one circle repeat one line, each almost in the same words; and some talk about it as people do. */
function chant(stage: Stage, circle: 'fans' | 'charity', members: readonly Person[]): void {
  const { random, tempo } = stage
  const line = random.below(chants[circle].en.length)
  const tag = circle === 'fans' ? 'VoteVelvetTram' : 'BlanketsForAshcombe'
  const url =
    circle === 'fans' ? 'https://lantern-prize.example/vote' : 'https://ashcombe-shelter.example/give'
  for (const person of members.slice(0, tempo.crowd.sizeMax)) {
    if (random.next() < OWN_WORDS_SHARE)
      stage.later([0, tempo.crowd.spreadMs], () => {
        if (!stage.isOpen(person)) return
        const text = `${speak(person.language, 'talk', random)} #${tag}`
        stage.post(person, text, markOf('benign'), { hashtags: [tag] })
      })
    stage.later([0, tempo.crowd.spreadMs], () => {
      if (!stage.isOpen(person)) return
      const core = chants[circle][person.language][line]!.replace('[n]', String(100 + random.below(900)))
      const text = `${speak(person.language, 'cheer', random, { core })} #${tag} ${url}`
      stage.post(person, text, markOf('chant'), { hashtags: [tag], urls: [url] })
    })
  }
}
