import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EVENT_SCHEMAS } from '../model/event.ts'
import { sampleServer } from './samples.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document of any shape is looked through
type Json = any

async function documentOf(): Promise<Json> {
  const { app } = await sampleServer()
  const { statusCode, body } = await app.inject({ url: '/v1/openapi.json' })
  assert.equal(statusCode, 200)
  await app.close()
  return JSON.parse(body)
}

function* within(value: Json, path = '#'): Generator<[path: string, value: Json]> {
  yield [path, value]
  if (value !== null && typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) yield* within(inner, `${path}/${name}`)
}

const operationsOf = (document: Json): [name: string, operation: Json][] =>
  Object.entries(document.paths as Record<string, Json>).flatMap(([path, item]) =>
    Object.entries(item as Json).map(([method, operation]): [string, Json] => [
      `${method} ${path}`,
      operation,
    ]),
  )

test('it is OpenAPI 3.1, and says who made it', async () => {
  const { openapi, info, components, security } = await documentOf()
  assert.match(openapi, /^3\.1\./)
  assert.equal(info.title, 'Holdfast')
  assert.deepEqual(Object.keys(components.securitySchemes), ['key', 'session'])
  assert.deepEqual(security, [{ key: [] }, { session: [] }])
})

test('every reference leads somewhere, and every event type is described', async () => {
  const document = await documentOf()
  let references = 0
  for (const [path, value] of within(document)) {
    if (typeof value?.$ref !== 'string') continue
    references += 1
    const target = value.$ref
      .split('/')
      .slice(1)
      .reduce((at: Json, name: string) => at?.[decodeURIComponent(name)], document)
    assert.notEqual(target, undefined, `${path} refers to ${value.$ref}, which is not there`)
  }
  assert.ok(references > 30, `only ${references} references seen`)
  for (const type of Object.keys(EVENT_SCHEMAS)) assert.ok(document.components.schemas[type], type)
})

test('every call says what it is, what it answers and which problems to expect', async () => {
  const document = await documentOf()
  const operations = operationsOf(document)
  assert.ok(operations.length >= 13, operations.map(([name]) => name).join(', '))
  const ids = new Set<string>()
  for (const [name, operation] of operations) {
    assert.ok(operation.summary?.length > 5, `${name} has no summary`)
    assert.ok(operation.tags?.length > 0, `${name} has no tag`)
    const codes = Object.keys(operation.responses)
    assert.ok(
      codes.some((code) => code.startsWith('2')),
      `${name} has no success`,
    )
    const open = Array.isArray(operation.security) && operation.security.length === 0
    if (!open) assert.ok(codes.includes('401') && codes.includes('403'), `${name} does not say 401 and 403`)
    for (const response of Object.values<Json>(operation.responses))
      assert.equal(typeof response.description, 'string')
    for (const parameter of operation.parameters ?? []) {
      assert.ok(['path', 'query', 'header', 'cookie'].includes(parameter.in), name)
      if (parameter.in === 'path') assert.equal(parameter.required, true, name)
    }
    if (operation.operationId !== undefined) {
      assert.ok(!ids.has(operation.operationId), `${operation.operationId} stands twice`)
      ids.add(operation.operationId)
    }
  }
})

test('path parameters stand in the path, and the other way round', async () => {
  for (const [name, operation] of operationsOf(await documentOf())) {
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
    const declared = (operation.parameters ?? []).filter((parameter: Json) => parameter.in === 'path')
    assert.deepEqual(
      declared.map((parameter: Json) => parameter.name),
      inPath,
      name,
    )
  }
})

test('nothing in it is a word of another draft', async () => {
  // `nullable` and `example` beside a schema are OpenAPI 3.0; 3.1 is JSON Schema 2020-12.
  for (const [path, value] of within((await documentOf()).components.schemas))
    assert.ok(value?.nullable === undefined, `${path} is nullable as in 3.0`)
})
