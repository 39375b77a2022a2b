import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeTogether } from './together.ts'

test('what is asked in one turn is written in one transaction, in order', async () => {
  const written: string[][] = []
  const { add } = writeTogether((work) => {
    written.push([])
    work()
  })
  const note = (name: string) => add(() => void written.at(-1)!.push(name))
  await Promise.all([note('a'), note('b'), note('c')])
  await note('d')
  assert.deepEqual(written, [['a', 'b', 'c'], ['d']])
})

test('all who shared a failed transaction are told, and the next one is tried again', async () => {
  let failures = 1
  const { add } = writeTogether((work) => {
    if (failures-- > 0) throw new Error('the disk is full')
    work()
  })
  const done: string[] = []
  const both = await Promise.allSettled([add(() => void done.push('a')), add(() => void done.push('b'))])
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  await add(() => void done.push('c'))
  assert.deepEqual(done, ['c'])
})

test('a flush waits for no turn', async () => {
  const done: string[] = []
  const { add, flush } = writeTogether((work) => work())
  const asked = add(() => void done.push('a'))
  flush()
  assert.deepEqual(done, ['a'])
  await asked
})
