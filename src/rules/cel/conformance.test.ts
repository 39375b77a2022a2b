import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Value as ProtoValue } from '@bufbuild/cel-spec/cel/expr/value_pb.js'
import { getConformanceSuite, type IncrementalTest } from '@bufbuild/cel-spec/testdata/tests.js'
import { Environment } from '@marcbachmann/cel-js'
import { compile } from './compile.ts'
import { LEFT_OUT_SECTIONS, LEFT_OUT_TESTS } from './conformance-left-out.ts'
import { equals } from './operators.ts'
import { CelError, CelMap, isBad, Uint, type Value } from './value.ts'

/*
 * The public conformance files of CEL, through the parser we use and the compiler that is ours. Sections and tests we do not
 * support are named in conformance-left-out.ts with a reason each; every other one must pass, and none named there may.
 */

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })

function valueFrom(proto: ProtoValue): Value | undefined {
  const { kind } = proto
  switch (kind.case) {
    case 'nullValue':
      return null
    case 'boolValue':
    case 'doubleValue':
    case 'stringValue':
    case 'bytesValue':
    case 'int64Value':
      return kind.value
    case 'uint64Value':
      return new Uint(kind.value)
    case 'listValue':
      return kind.value.values.map((item) => valueFrom(item)!)
    case 'mapValue':
      return CelMap.of(kind.value.entries.map(({ key, value }) => [valueFrom(key!)!, valueFrom(value!)!]))
    default:
      return undefined
  }
}

function run(source: string, bindings: Map<string, Value>): Value {
  let ast: ReturnType<typeof environment.parse>['ast']
  try {
    ast = environment.parse(source).ast
  } catch (error) {
    return new CelError(`parse: ${(error as Error).message.split('\n', 1)[0]}`)
  }
  return compile<null>(ast, (path) => {
    const bound = bindings.get(path)
    return bound === undefined ? undefined : { kind: 'value', raw: () => bound }
  })(null)
}

/** Why a test does not pass, or null when it does. */
function failure({ original }: IncrementalTest): string | null {
  const bindings = new Map<string, Value>()
  for (const [name, { kind }] of Object.entries(original.bindings))
    if (kind.case === 'value') bindings.set(name, valueFrom(kind.value)!)
  const found = run(original.expr, bindings)
  const { resultMatcher } = original
  if (resultMatcher.case === 'evalError') return found instanceof CelError ? null : 'no error'
  const wanted = resultMatcher.case === 'value' ? valueFrom(resultMatcher.value) : true
  if (wanted === undefined) return 'a kind of value we do not have'
  return same(found, wanted) ? null : `${show(found)} instead of ${show(wanted)}`
}

/** Equal, and of the same kind of number: `1`, `1u` and `1.0` are equal in CEL but not the same answer. */
function same(found: Value, wanted: Value): boolean {
  if (typeof found === 'number' && typeof wanted === 'number')
    return Object.is(found, wanted) || found === wanted
  if (isBad(found) || typeof found !== typeof wanted || found instanceof Uint !== wanted instanceof Uint)
    return false
  return equals(found, wanted) === true
}

const show = (value: Value): string =>
  value instanceof CelError
    ? `error "${value.message}"`
    : value instanceof Uint
      ? `${value.value}u`
      : typeof value === 'bigint'
        ? `${value}`
        : (JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part)) ?? String(value))

let passed = 0
let leftOut = 0

for (const file of getConformanceSuite().suites)
  for (const section of file.suites) {
    const place = `${file.name}/${section.name}`
    if (LEFT_OUT_SECTIONS.has(file.name) || LEFT_OUT_SECTIONS.has(place)) {
      leftOut += section.tests.length
      continue
    }
    test(`CEL conformance: ${place}`, () => {
      for (const one of section.tests) {
        const name = `${place}/${one.name}`
        const why = failure(one)
        if (LEFT_OUT_TESTS.has(name)) {
          leftOut += 1
          assert.notEqual(why, null, `${name} passes: take it off the list of what is left out`)
        } else {
          assert.equal(why, null, `${name}: ${one.original.expr}`)
          passed += 1
        }
      }
    })
  }

test('most of the conformance files are run', (context) => {
  context.diagnostic(`CEL conformance: ${passed} passed, ${leftOut} left out with a reason`)
  const counts = `${passed.toLocaleString('en-US')} of their ${(passed + leftOut).toLocaleString('en-US')} cases`
  assert.ok(
    readFileSync('docs/rules/cel.md', 'utf8').includes(counts),
    `docs/rules/cel.md does not say ${counts}`,
  )
})
