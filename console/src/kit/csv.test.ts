import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, csvOf } from './csv.ts'

test('a table leaves as a file that every spreadsheet reads, and none obeys', () => {
  const check = (row: Cell[], line: string) => assert.equal(csvOf(['a'], [row]), `a\r\n${line}\r\n`)
  check(['x', 1, null], 'x,1,')
  check(['a,b', 'say "no"'], '"a,b","say ""no"""')
  check(['two\nlines'], '"two\nlines"')
  check(['=1+1', '@cmd', '-1', -1], "'=1+1,'@cmd,'-1,-1")
})
