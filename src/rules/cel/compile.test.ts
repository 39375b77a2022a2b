import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Environment } from '@marcbachmann/cel-js'
import { UNKNOWN } from '../scope.ts'
import { compile, type Names } from './compile.ts'
import { CelError, type Value } from './value.ts'

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })

/** `u.…` is unknown, `e` an error, `t` and `f` true and false, `n` is 3, `d` 0.5, `s` "text", `l` ["a", "b"]. */
const names: Names<null> = (path) => {
  if (path.startsWith('u.')) return { kind: 'value', raw: () => UNKNOWN }
  switch (path) {
    case 't':
    case 'f':
      return { kind: 'bool', raw: () => path === 't' }
    case 'e':
      return { kind: 'value', raw: () => new CelError('broken') }
    case 'n':
      return { kind: 'int', raw: () => 3 }
    case 'd':
      return { kind: 'double', raw: () => 0.5 }
    case 's':
      return { kind: 'string', raw: () => 'text' }
    case 'l':
      return { kind: 'strings', raw: () => ['a', 'b'] }
    default:
      return undefined
  }
}

const run = (source: string): Value => compile(environment.parse(source).ast, names)(null)
const check = (source: string, expected: Value | 'error') => {
  const found = run(source)
  if (expected === 'error') assert.ok(found instanceof CelError, `${source}: ${String(found)}`)
  else assert.deepEqual(found, expected, source)
}

test('a false part outweighs the unknown and the broken, on either side', () => {
  check('f && u.x', false)
  check('u.x && f', false)
  check('e && f', false)
  check('f && e', false)
  check('t || u.x', true)
  check('u.x || t', true)
  check('e || t', true)
})

test('what may yet change stays unknown, and unknown outweighs an error', () => {
  check('u.x && t', UNKNOWN)
  check('t && u.x', UNKNOWN)
  check('f || u.x', UNKNOWN)
  check('u.x && e', UNKNOWN)
  check('e || u.x', UNKNOWN)
  check('!u.x', UNKNOWN)
  check('u.x > 1', UNKNOWN)
  check('u.x == u.x', UNKNOWN)
  check('u.x ? t : f', UNKNOWN)
  check('"a" in u.x', UNKNOWN)
  check('[1, u.x]', UNKNOWN)
  check('u.x.startsWith("a")', UNKNOWN)
  check('u.list.exists(x, x == 1)', UNKNOWN)
  check('[1, 2].exists(x, x == u.y)', UNKNOWN)
  check('[1, 2].exists(x, x == u.y || x == 2)', true)
  check('[1, 2].all(x, x == u.y && x == 2)', false)
  check('u.x + e', UNKNOWN)
})

test('errors are values and go where CEL sends them', () => {
  check('1 / 0 > 1', 'error')
  check('1 / 0 > 1 || t', true)
  check('1 % 0 == 1 && t', 'error')
  check('9223372036854775807 + 1', 'error')
  check('[1][5]', 'error')
  check('{"a": 1}.b', 'error')
  check('"a" < 1', 'error')
  check('nowhere', 'error')
  check('nowhere.field', 'error')
})

test('has() tells the measured from the unmeasured', () => {
  check('has(u.x)', false)
  check('has({"a": 1}.a)', true)
  check('has({"a": 1}.b)', false)
  check('has({"a": 1}.__proto__)', false)
})

test('measured numbers, texts and lists compare with constants', () => {
  check('n >= 3', true)
  check('n > 3', false)
  check('3 <= n', true)
  check('n == 3 && n != 4', true)
  check('n * 2 == 6', true)
  check('d < 0.75 && d > 0.25', true)
  check('s == "text" && s != "other"', true)
  check('s in ["a", "text"]', true)
  check('"b" in l && !("c" in l)', true)
  check('size(l) == 2 && l.size() < 3 && size(s) == 4', true)
  check('l.exists(x, x == "b") && l.all(x, size(x) == 1)', true)
  check('l.map(x, x + "!")', ['a!', 'b!'])
  check('l.filter(x, x > "a")', ['b'])
  check('cel.bind(x, n + 1, x * x) == 16', true)
})

test('a macro’s variable hides a signal of its name, and only inside', () => {
  check('[10].exists(n, n == 10) && n == 3', true)
  check('l.exists(s, s == "a") && s == "text"', true)
})

test('text functions keep within their texts', () => {
  check('"a😀b".size()', 3n)
  check('"\ud800".size()', 1n)
  check('"abc".substring(1)', 'bc')
  check('"abc".substring(2, 1)', 'error')
  check('"a,b,c".split(",", 2)', ['a', 'b,c'])
  check('"ÀÉaz".upperAscii()', 'ÀÉAZ')
  check('"constructor" in {"a": 1}', false)
})

test('a list from a hostile text stays small', () => {
  const separators = ','.repeat(100_000)
  const ast = environment.parse('big.split(",").size()').ast
  const size = compile<null>(ast, (path) =>
    path === 'big' ? { kind: 'string', raw: () => separators } : undefined,
  )
  assert.equal(size(null), 1_000n)
})
