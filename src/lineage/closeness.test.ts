import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ClosedAccounts } from './closed.ts'
import { closeBits, keptOf } from './closeness.ts'
import { groundsOf } from './grounds.ts'
import { numbersOf, takeApart } from './handle.ts'
import { closedAccount, indexOf, openAccount, strangers } from './samples.ts'
import { SHIPPED } from './weights.ts'

const closed = new ClosedAccounts()
for (const facts of strangers(2_000)) closed.add(facts)
const grounds = groundsOf(SHIPPED, closed, null)
function bits(left: string, right: string): number {
  const [one, other] = [takeApart(left).written, takeApart(right).written]
  return closeBits(keptOf(one, other, grounds), one, other, grounds)
}

test('W7: what is kept of a handle is worth more the more of it is kept', () => {
  const falling = (...handles: string[]) => {
    const worth = handles.map((handle) => bits('kestrel_lantern', handle))
    for (let i = 1; i < worth.length; i++) assert.ok(worth[i - 1]! > worth[i]!, `${handles} ${worth}`)
  }
  falling('kestrelLantern', 'kestrel_lantern88', 'kestrel_lamp', 'mango')
  falling('lantern_kestrel', 'lantern_maker', 'mango')
})

test('W7: a number that stays speaks for it', () => {
  assert.ok(bits('jenny99926763', 'jimmy99926763') > bits('jenny99926763', 'jimmy14408251') + 2)
})

test('G9: beginnings of long numbers are looked up, years are not', () => {
  const check = (handle: string, ...numbers: string[]) => assert.deepEqual(numbersOf(handle), numbers)
  check('jenny99926763', '99926')
  check('john_1987')
  check('red_4711', '4711')
  check('jenny_٩٩٩٢٦٧٦٣', '٩٩٩٢٦')
  const index = indexOf([...strangers(500), closedAccount('old', { handle: 'Jenny99926763' })])
  const found = index
    .examine({
      facts: openAccount('new', { handle: 'Bakomi99926763' }),
      at: 0,
      trigger: '',
      population: null,
    })
    .map(({ closedAccount }) => closedAccount)
  assert.ok(found.includes('old'))
})

test('B1: no handle is too odd to be held against another', () => {
  for (const left of ['', '_', 'a', '88', '\ud800', 'x'.repeat(500), '٣٣', '🦊🦊🦊🦊'])
    for (const right of ['', 'a', '88', 'xxxx', 'kestrel_lantern'])
      assert.ok(Number.isFinite(bits(left, right)))
})
