import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dropDraft,
  emptyDraft,
  keepDraft,
  keptDraft,
  type Missing,
  missingIn,
  withAction,
  withFinding,
  withMacro,
} from './draft.ts'

const empty = emptyDraft('tvec8')

test('what is missing is named, one thing at a time', () => {
  const check = (draft: Partial<typeof empty>, missing: Missing | null) =>
    assert.equal(missingIn({ ...empty, ...draft }), missing, JSON.stringify(draft))
  check({}, 'finding')
  check({ finding: 'no-violation' }, 'why')
  check({ finding: 'no-violation', why: ' ' }, 'why')
  check({ finding: 'no-violation', why: 'a quotation' }, null)
  check({ finding: 'violation', policy: '' }, 'policy')
  check({ finding: 'violation' }, 'actions')
  check({ finding: 'violation', actions: ['label'] }, 'label')
  check({ finding: 'violation', actions: ['hide'], why: 'incites' }, null)
})

test('an action makes it a violation; another finding takes the actions along', () => {
  const hidden = withAction(empty, 'hide')
  assert.equal(hidden.finding, 'violation')
  assert.deepEqual(withAction(hidden, 'hide').actions, [])
  assert.deepEqual(withFinding(hidden, 'edsa').actions, [])
  assert.deepEqual(withFinding(hidden, 'violation').actions, ['hide'])
})

test('a macro fills what it knows, and never overwrites what was typed', () => {
  const macro = {
    id: 'news',
    title: 'News report',
    finding: 'edsa',
    policy: null,
    actions: [],
    label: null,
    why: 'It reports.',
    says: '',
  } as const
  assert.equal(withMacro(empty, { ...macro, actions: [] }).why, 'It reports.')
  assert.equal(withMacro({ ...empty, why: 'mine' }, { ...macro, actions: [] }).why, 'mine')
})

test('what was typed is there again, until it is sent', () => {
  const shelf = new Map<string, string>()
  const kept = {
    getItem: (name: string) => shelf.get(name) ?? null,
    setItem: (name: string, value: string) => void shelf.set(name, value),
    removeItem: (name: string) => void shelf.delete(name),
  }
  keepDraft(kept, 'j-1', { ...empty, why: 'half a sen' })
  assert.equal(keptDraft(kept, 'j-1', 'tvec8').why, 'half a sen')
  assert.deepEqual(keptDraft(kept, 'j-2', 'tvec2'), emptyDraft('tvec2'))
  dropDraft(kept, 'j-1')
  assert.deepEqual(keptDraft(kept, 'j-1', 'tvec8'), empty)
  kept.setItem('holdfast-draft:j-3', '{broken')
  assert.deepEqual(keptDraft(kept, 'j-3', 'tvec8'), empty)
})
