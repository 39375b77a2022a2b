import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Environment } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { UNKNOWN } from '../scope.ts'
import { compile, type Variable } from './compile.ts'
import type { Value } from './value.ts'

const environment = new Environment({ unlistedVariablesAreDyn: true })

/** The same expression over the same value: once as a signal (read raw, short forms), once as a plain value (general form). */
function bothWays(source: string, signal: Variable<null>, value: Value): [Value, Value] {
  const { ast } = environment.parse(source)
  const short = compile<null>(ast, (path) => (path === 'x' ? signal : undefined))
  const general = compile<null>(ast, (path) =>
    path === 'x' ? { kind: 'value', raw: () => value } : undefined,
  )
  return [short(null), general(null)]
}

const op = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
const number = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(2 ** 53 - 1, 0))
const decimal = fc.oneof(
  fc.constantFrom(0, 0.5, -0.5, 1, 1e300),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -10, max: 10 }),
)
const word = fc.constantFrom('a', 'b', '', 'é', '😀', '\ud800', '__proto__')
const asDouble = (value: number) => (Number.isInteger(value) ? `${value.toFixed(1)}` : `${value}`)

test('short comparisons answer as the general ones do', () => {
  const law = fc.property(number, op, number, decimal, op, decimal, (n, op1, m, d, op2, e) => {
    assert.deepEqual(...bothWays(`x ${op1} ${m}`, { kind: 'int', raw: () => n }, BigInt(n)))
    if (Math.abs(e) < 1e20)
      assert.deepEqual(...bothWays(`x ${op2} ${asDouble(e)}`, { kind: 'double', raw: () => d }, d))
    assert.deepEqual(...bothWays(`x ${op1} ${m}`, { kind: 'int', raw: () => UNKNOWN }, UNKNOWN))
  })
  fc.assert(law, { numRuns: 500 })
})

test('short text and list questions answer as the general ones do', () => {
  const law = fc.property(
    word,
    word,
    fc.array(word, { maxLength: 3 }),
    fc.constantFrom('==', '!='),
    (text, other, list, same) => {
      const quoted = (value: string) => `'${value}'`
      const asText: Variable<null> = { kind: 'string', raw: () => text }
      const asList: Variable<null> = { kind: 'strings', raw: () => list }
      assert.deepEqual(...bothWays(`x ${same} ${quoted(other)}`, asText, text))
      assert.deepEqual(...bothWays(`x in [${[other, ...list].map(quoted).join()}]`, asText, text))
      assert.deepEqual(...bothWays(`${quoted(other)} in x`, asList, list))
      assert.deepEqual(...bothWays(`size(x) >= ${list.length}`, asList, list))
      assert.deepEqual(...bothWays(`x.size() == ${text.length}`, asText, text))
    },
  )
  fc.assert(law, { numRuns: 500 })
})
