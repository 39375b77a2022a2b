import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { inputFault } from './input-fault.ts'

test('compressed files are named, with the command that reads them', () => {
  assert.equal(
    inputFault(gzipSync('{}'), 'may.jsonl.gz'),
    'may.jsonl.gz is compressed by gzip: zcat may.jsonl.gz | holdfast ingest -',
  )
  assert.match(inputFault(gzipSync('{}'), '-')!, /^standard input is compressed by gzip: zcat FILE/)
  assert.match(inputFault(Buffer.from('PK\x03\x04'), 'a.zip')!, /ZIP archive: unzip -p/)
  assert.match(inputFault(Buffer.from('\ufeff{}', 'utf16le'), 'a.csv')!, /UTF-16: iconv/)
})

test('text is text, with or without a byte order mark, and so is nothing', () => {
  for (const text of ['{"id":1}', '\ufeffid,text', 'BZ,x', ''])
    assert.equal(inputFault(Buffer.from(text), 'a'), null, text)
})
