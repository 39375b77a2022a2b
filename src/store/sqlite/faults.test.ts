import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import { all, sampleAccount, sampleCommit, sampleDecision, sampleOutbox, sampleRun } from '../samples.ts'
import { type Store, StoreError } from '../store.ts'
import { openSqliteStore, type SqliteOptions } from './sqlite.ts'
import { type Writing, writeHere } from './writing.ts'

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-faults-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What an operator reads must name the matter, and say what to do. */
const refusedAs = (code: StoreError['code'], words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StoreError, String(error))
  assert.equal(error.code, code, error.message)
  assert.match(error.message, words)
  assert.ok(error.hint.length > 20)
  return true
}

/** A writer whose next act fails as told. */
function failingWriter(): SqliteOptions & { failNext(what: 'append' | 'settle', code: string): void } {
  let next: { what: string; code: string } | null = null
  const failWhen = (what: string) => {
    if (next?.what !== what) return
    const { code } = next
    next = null
    throw Object.assign(new Error(`the disk said ${code}`), { code })
  }
  const writing = (directory: string): Writing => {
    const sound = writeHere(directory)
    return {
      append: async (first, text) => {
        failWhen('append')
        return sound.append(first, text)
      },
      settle: async (batch) => {
        failWhen('settle')
        return sound.settle(batch)
      },
      close: sound.close,
    }
  }
  return { writing, failNext: (what, code) => void (next = { what, code }) }
}

const one = (first: number, last: number) =>
  sampleCommit(sampleRun(first, last), {
    decisions: [sampleDecision(`d${first}`)],
    outbox: [sampleOutbox(`o${first}`)],
    states: [sampleAccount('acct:1', 'open', last)],
  })

const standsAt = async (store: Store, events: number, decisions: string[]) => {
  assert.equal(store.position().logged, events)
  assert.equal(store.position().judged, events)
  assert.deepEqual(
    (await all(store.eachDecision())).map(({ id }) => id),
    decisions,
  )
  assert.equal(await store.verify(), null)
}

test('S17, S20: a full disk stops the store until it is recovered, and what was asked meanwhile is not there', () =>
  inFolder(async (folder) => {
    const { failNext, ...options } = failingWriter()
    const store = await openSqliteStore(folder, options)
    await store.commit(one(1, 3))
    failNext('append', 'SQLITE_FULL')
    await assert.rejects(store.commit(one(4, 6)), refusedAs('disk-full', /the disk is full/))
    await assert.rejects(store.commit(one(4, 6)), refusedAs('disk-full', /waits to be recovered/))
    await assert.rejects(store.load(['account:acct:1']), refusedAs('disk-full', /waits to be recovered/))
    await store.recover()
    await standsAt(store, 3, ['d1'])
    assert.deepEqual(await store.load(['account:acct:1']), [undefined])
    await store.commit(sampleCommit([], { through: 3, states: [sampleAccount('acct:1', 'open', 3)] }))
    await store.commit(one(4, 6))
    await standsAt(store, 6, ['d1', 'd4'])
    await store.close()
  }))

test('S17: states that could not be settled stop the store, and are folded again', () =>
  inFolder(async (folder) => {
    const { failNext, ...options } = failingWriter()
    const store = await openSqliteStore(folder, options)
    await store.commit(one(1, 3))
    failNext('settle', 'SQLITE_IOERR')
    await assert.rejects(store.settle(), refusedAs('other', /could not be read or written/))
    await store.recover()
    assert.deepEqual(store.position(), { logged: 3, judged: 3, settled: 0 })
    await store.commit(sampleCommit([], { through: 3, states: [sampleAccount('acct:1', 'open', 3)] }))
    await store.settle()
    assert.equal(store.position().settled, 3)
    await store.close()
  }))

test('S20: a folder that cannot be made, and one without a store, are refused with a reason', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'file')
    writeFileSync(file, 'x')
    await assert.rejects(openSqliteStore(join(file, 'data')), (error) => error instanceof StoreError)
    await assert.rejects(
      openSqliteStore(join(folder, 'none'), { readOnly: true }),
      refusedAs('other', /there is no store/),
    )
  }))

test('a store that is open for reading refuses every write and goes on', () =>
  inFolder(async (folder) => {
    const owner = await openSqliteStore(folder)
    await owner.commit(one(1, 3))
    await owner.close()
    const store = await openSqliteStore(folder, { readOnly: true })
    await assert.rejects(store.commit(one(4, 4)), refusedAs('read-only', /for reading only/))
    await assert.rejects(store.setMeta('a', 'b'), refusedAs('read-only', /for reading only/))
    await assert.rejects(store.settle(), refusedAs('read-only', /for reading only/))
    await standsAt(store, 3, ['d1'])
    await store.close()
  }))

test('S18: a second owner is refused; a killed one leaves no lock behind', () =>
  inFolder(async (folder) => {
    const program = `
      const { openSqliteStore } = await import(${JSON.stringify(new URL('./sqlite.ts', import.meta.url).href)})
      await openSqliteStore(${JSON.stringify(folder)})
      console.log('open')
      setInterval(() => {}, 1000)`
    const owner: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', program])
    await once(owner.stdout!, 'data')
    await assert.rejects(openSqliteStore(folder), refusedAs('locked', /in use by another process/))
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    const store = await openSqliteStore(folder)
    await store.close()
  }))

test('S19: a store of a newer schema is refused and not touched', () =>
  inFolder(async (folder) => {
    await (await openSqliteStore(folder)).close()
    for (const name of ['events.db', 'case.db', 'states.db', 'ids.db']) {
      const path = join(folder, name)
      const newer = new Database(path)
      const version = Number(newer.pragma('user_version', { simple: true }))
      newer.pragma(`user_version = ${version + 1}`)
      newer.close()
      const before = readFileSync(path)
      await assert.rejects(
        openSqliteStore(folder),
        refusedAs('newer-schema', new RegExp(`${name} was written by a newer`)),
      )
      assert.deepEqual(readFileSync(path), before)
      const put = new Database(path)
      put.pragma(`user_version = ${version}`)
      put.close()
    }
    await (await openSqliteStore(folder)).close()
  }))

/** Opens the file behind the store's back, its guards taken away. */
function tamper(folder: string, name: string, sql: string): void {
  const file = new Database(join(folder, name))
  for (const trigger of file.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    file.exec(`DROP TRIGGER ${String(trigger)}`)
  file.exec(sql)
  file.close()
}

test('L6, L7: verify names the first thing that was changed, taken out or cut off', () =>
  inFolder(async (folder) => {
    const whole = join(folder, 'whole')
    const store = await openSqliteStore(whole)
    for (let first = 1; first < 12; first += 4) {
      const decision = sampleDecision(`d${first}`)
      const ledger = [{ at: decision.at, kind: 'decision' as const, body: { ...decision } }]
      await store.commit(sampleCommit(sampleRun(first, first + 3), { decisions: [decision], ledger }))
    }
    await store.close()
    let copies = 0
    const check = async (name: string, sql: string, where: RegExp) => {
      const copy = join(folder, `copy-${++copies}`)
      cpSync(whole, copy, { recursive: true })
      tamper(copy, name, sql)
      const tampered = await openSqliteStore(copy, { readOnly: true })
      const fault = await tampered.verify()
      assert.match(`${fault?.where} ${fault?.what}`, where, sql)
      await tampered.close()
    }
    await check('events.db', 'SELECT 1', /^undefined undefined$/)
    await check(
      'events.db',
      "UPDATE events SET event = replace(event, 'e6', 'e0') WHERE seq = 6",
      /^event 6 was changed/,
    )
    await check('events.db', "UPDATE events SET gaps = '[]' WHERE seq = 7", /^event 7 was changed/)
    await check('events.db', "UPDATE events SET event = '{}', crc = 1 WHERE seq = 6", /^event 6 was changed/)
    await check('events.db', 'DELETE FROM events WHERE seq = 6', /^event 6 is missing/)
    await check(
      'case.db',
      "UPDATE ledger SET body = replace(body, 'd5', 'd0') WHERE kind = 'decision'",
      /^ledger entry 4/,
    )
    await check('case.db', 'DELETE FROM ledger WHERE seq = 3', /^ledger entry 3/)
    await check('case.db', 'DELETE FROM ledger WHERE seq > 4', /^ledger entry 5 is missing/)
    await check(
      'case.db',
      "UPDATE decisions SET decision = replace(decision, 'restrict', 'allow') WHERE id = 'd5'",
      /^decision d5 differs/,
    )
    await check('case.db', "DELETE FROM decisions WHERE id = 'd9'", /^decision d9 is in ledger entry 6/)
  }))

test('S20: damage is told as damage: a last page that was overwritten, a file that was cut, one that is none', () =>
  inFolder(async (folder) => {
    const whole = join(folder, 'whole')
    const store = await openSqliteStore(whole)
    for (let first = 1; first < 400; first += 40) await store.commit(one(first, first + 39))
    await store.close()
    const check = async (name: string, damage: (path: string, bytes: number) => void) => {
      const copy = join(folder, `damaged-${name}`)
      cpSync(whole, copy, { recursive: true })
      damage(join(copy, name), statSync(join(copy, name)).size)
      await assert.rejects(async () => {
        const damaged = await openSqliteStore(copy)
        try {
          const fault = await damaged.verify()
          if (fault !== null) throw new Error(`${fault.where} ${fault.what}`)
        } finally {
          await damaged.close()
        }
      }, /damaged|malformed|changed|missing|differs/)
    }
    await check('events.db', (path, bytes) => {
      const file = openSync(path, 'r+')
      writeSync(file, Buffer.alloc(16_000, 0xa5), 0, 16_000, bytes - 16_200)
      closeSync(file)
    })
    await check('case.db', (path, bytes) => truncateSync(path, bytes / 2))
    await check('states.db', (path) => writeFileSync(path, 'no database at all'.repeat(500)))
  }))
