import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Erased, type Holding, type Owner, type Vault, VaultError } from '../evidence/vault.ts'
import { sha256Stream } from '../lib/hash.ts'
import { type Hold, scopeKey } from '../model/evidence.ts'
import { type KeyRing, type KeySource, loadKeys } from './keys.ts'
import { PIECE_BYTES, seal, unseal } from './seal.ts'
import { type Connection, closeVaultFile, openVaultFile, vaultError } from './vault-file.ts'

export interface VaultOptions {
  folder: string
  keys: KeySource
  readOnly?: boolean
}

interface FileRow {
  file: number
  sha256: string
  bytes: number
  pieces: number
  key: string
  salt: Buffer
}

/**
 * The vault of a single machine: `vault.db` in a folder of its own, its keys elsewhere. Only its owner may open it for writing. Files are in pieces of
 * 1 MiB, so that memory stays bounded however long they are.
 */
export function openVault({ folder, keys, readOnly = false }: VaultOptions): Vault {
  const path = join(folder, 'vault.db')
  const db = openVaultFile(folder, readOnly)
  try {
    const empty = db.prepare<[], number>('SELECT count(*) FROM files').pluck().get() === 0
    const ring = loadKeys(keys, { make: empty && !readOnly })
    refuseMissingKeys(db, ring)
    return vaultOver(db, ring, path)
  } catch (error) {
    db.close()
    throw vaultError(error, path)
  }
}

function refuseMissingKeys(db: Connection, ring: KeyRing): void {
  for (const id of db.prepare<[], string>('SELECT DISTINCT key FROM files').pluck().all())
    if (ring.find(id) === undefined)
      throw new VaultError(
        'wrong-key',
        `the vault holds files that were sealed under the key ${id}, which was not given`,
        'Add that key behind the current one, in HOLDFAST_EVIDENCE_KEY or in the key file.',
      )
}

const RECEIVING = 'receiving:'

function vaultOver(db: Connection, ring: KeyRing, path: string): Vault {
  const known = db.prepare<[string], FileRow>('SELECT * FROM files WHERE sha256 = ?')
  const putFile = db.prepare('INSERT INTO files (sha256, bytes, pieces, key, salt) VALUES (?, ?, ?, ?, ?)')
  const nameFile = db.prepare('UPDATE files SET sha256 = ?, bytes = ?, pieces = ? WHERE file = ?')
  const putPiece = db.prepare('INSERT INTO pieces (file, place, sealed) VALUES (?, ?, ?)')
  const pieceAt = db
    .prepare<[number, number], Buffer>('SELECT sealed FROM pieces WHERE file = ? AND place = ?')
    .pluck()
  const putOwner = db.prepare('INSERT OR IGNORE INTO owners (evidence, sha256, account) VALUES (?, ?, ?)')
  const ownedBy = db.prepare<[string], { sha256: string; account: string }>(
    'SELECT sha256, account FROM owners WHERE evidence = ?',
  )
  const dropOwners = db.prepare('DELETE FROM owners WHERE evidence = ?')
  const ownersOf = db.prepare<[string], number>('SELECT count(*) FROM owners WHERE sha256 = ?').pluck()
  const dropPieces = db.prepare('DELETE FROM pieces WHERE file = ?')
  const dropFile = db.prepare('DELETE FROM files WHERE file = ?')
  // A hold only ever gets longer: what an older case data says of its end, a backup that was put back, shortens nothing. max() of anything and NULL is NULL.
  const putMark = db.prepare(
    'INSERT INTO marks (hold, scope, until, lifted) VALUES (?, ?, ?, ?) ON CONFLICT (hold) DO UPDATE SET until = max(until, excluded.until), lifted = excluded.lifted',
  )
  const marksOn = db
    .prepare<[string, string, number], string>(
      'SELECT hold FROM marks WHERE scope IN (?, ?) AND lifted = 0 AND (until IS NULL OR until > ?)',
    )
    .pluck()

  /** What the disk threw reaches the caller as a VaultError. */
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw vaultError(error, path)
    }
  }
  const inOne = <T>(work: () => T): T => guarded(() => db.transaction(work).immediate())

  const drop = ({ file }: FileRow): void => {
    dropPieces.run(file)
    dropFile.run(file)
  }
  if (!db.readonly)
    // What was being received when a former run ended belongs to nobody.
    for (const row of db
      .prepare<[string], FileRow>("SELECT * FROM files WHERE sha256 LIKE ? || '%'")
      .all(RECEIVING))
      inOne(() => drop(row))

  const keepOne = (bytes: Uint8Array, sha256: string, { evidence, account }: Owner): void => {
    if (known.get(sha256) === undefined) {
      const salt = randomBytes(16)
      const key = ring.current.forFile(salt)
      const pieces = Math.max(1, Math.ceil(bytes.length / PIECE_BYTES))
      const file = Number(putFile.run(sha256, bytes.length, pieces, ring.current.id, salt).lastInsertRowid)
      for (let place = 0; place < pieces; place++) {
        const clear = bytes.subarray(place * PIECE_BYTES, (place + 1) * PIECE_BYTES)
        putPiece.run(file, place, seal(key, place, place === pieces - 1, clear))
      }
    }
    putOwner.run(evidence, sha256, account)
  }

  function* piecesOf(row: FileRow): Generator<Buffer> {
    const key = ring.find(row.key)?.forFile(row.salt)
    if (key === undefined)
      throw damaged(row.sha256, `it is sealed under the key ${row.key}, which was not given`)
    for (let place = 0; place < row.pieces; place++) {
      const sealed = guarded(() => pieceAt.get(row.file, place))
      if (sealed === undefined) throw damaged(row.sha256, `piece ${place + 1} of ${row.pieces} is missing`)
      const clear = unseal(key, place, place === row.pieces - 1, sealed)
      if (clear === null) throw damaged(row.sha256, `piece ${place + 1} of ${row.pieces} was changed`)
      yield clear
    }
  }

  function* wholeOf(row: FileRow): Generator<Buffer> {
    const hash = sha256Stream()
    let before: Buffer | undefined
    for (const clear of piecesOf(row)) {
      if (before !== undefined) yield before
      hash.update(clear)
      before = clear
    }
    if (hash.digest('hex') !== row.sha256) throw damaged(row.sha256, 'it is not what its name says')
    if (before !== undefined) yield before
  }

  async function receive(owner: Owner, source: AsyncIterable<Uint8Array>, bytesMax: number) {
    const salt = randomBytes(16)
    const key = ring.current.forFile(salt)
    const file = inOne(() =>
      Number(
        putFile.run(`${RECEIVING}${randomBytes(12).toString('hex')}`, 0, 0, ring.current.id, salt)
          .lastInsertRowid,
      ),
    )
    const hash = sha256Stream()
    let [bytes, place, cut] = [0, 0, false]
    const write = (clear: Uint8Array, last: boolean) => {
      hash.update(clear)
      inOne(() => putPiece.run(file, place, seal(key, place, last, clear)))
      place += 1
    }
    try {
      let waiting = Buffer.alloc(0)
      for await (const chunk of source) {
        const room = bytesMax - bytes
        const taken = chunk.length > room ? chunk.subarray(0, room) : chunk
        bytes += taken.length
        waiting = Buffer.concat([waiting, taken])
        for (; waiting.length > PIECE_BYTES; waiting = waiting.subarray(PIECE_BYTES))
          write(waiting.subarray(0, PIECE_BYTES), false)
        cut = chunk.length > room
        if (cut) break
      }
      write(waiting, true)
      const sha256 = hash.digest('hex')
      inOne(() => {
        if (known.get(sha256) === undefined) nameFile.run(sha256, bytes, place, file)
        else drop({ file } as FileRow)
        putOwner.run(owner.evidence, sha256, owner.account)
      })
      return { sha256, bytes, cut }
    } catch (error) {
      inOne(() => drop({ file } as FileRow))
      throw error
    }
  }

  const erase = (evidence: string, at: number): Erased =>
    inOne(() => {
      const owned = ownedBy.all(evidence)
      const account = owned[0]?.account ?? ''
      const heldBy = marksOn.all(`evidence:${evidence}`, `account:${account}`, at)
      if (owned.length === 0 || heldBy.length > 0)
        return { files: 0, bytes: 0, heldBy: owned.length === 0 ? [] : heldBy }
      dropOwners.run(evidence)
      const gone = owned.flatMap(({ sha256 }) => {
        const row = ownersOf.get(sha256) === 0 ? known.get(sha256) : undefined
        if (row !== undefined) drop(row)
        return row ?? []
      })
      return { files: gone.length, bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0), heldBy: [] }
    })

  const filesAfter = db.prepare<[number, number], FileRow>(
    'SELECT * FROM files WHERE file > ? ORDER BY file LIMIT ?',
  )
  function* eachFile(): Generator<FileRow> {
    for (let after = 0; ; ) {
      const rows = guarded(() => filesAfter.all(after, 100))
      if (rows.length === 0) return
      yield* rows
      after = rows.at(-1)!.file
    }
  }
  const countFiles = (): number =>
    guarded(() => db.prepare<[], number>('SELECT count(*) FROM files').pluck().get()!)

  return {
    keep: async (files) =>
      inOne(() => {
        for (const { bytes, sha256, owner } of files) keepOne(bytes, sha256, owner)
      }),
    receive,
    async *read(sha256) {
      const row = guarded(() => known.get(sha256))
      if (row === undefined) throw missing(sha256)
      for (const piece of wholeOf(row)) {
        yield piece
        await setImmediate()
      }
    },
    has: async (sha256) => guarded(() => known.get(sha256)) !== undefined,
    async erase(evidence, at) {
      const erased = erase(evidence, at)
      // What was deleted must not live on in the write-ahead log.
      if (erased.files > 0) guarded(() => db.pragma('wal_checkpoint(TRUNCATE)'))
      return erased
    },
    mark: async (holds) =>
      inOne(() => {
        for (const hold of holds) putMark.run(...markOf(hold))
      }),
    async *holdings() {
      const next = db.prepare<[string, string], Holding>(
        'SELECT evidence, owners.sha256, account, bytes FROM owners JOIN files USING (sha256) WHERE (evidence, owners.sha256) > (?, ?) ORDER BY evidence, owners.sha256 LIMIT 500',
      )
      for (let [evidence, sha256] = ['', '']; ; ) {
        const rows = guarded(() => next.all(evidence, sha256))
        if (rows.length === 0) return
        yield* rows
        ;({ evidence, sha256 } = rows.at(-1)!)
        await setImmediate()
      }
    },
    async check(progress = () => {}) {
      const total = countFiles()
      let done = 0
      for (const row of eachFile()) {
        if (row.sha256.startsWith(RECEIVING)) continue
        try {
          let bytes = 0
          for (const piece of wholeOf(row)) bytes += piece.length
          if (bytes !== row.bytes) throw damaged(row.sha256, `it has ${bytes} bytes, not ${row.bytes}`)
        } catch (error) {
          if (error instanceof VaultError && error.code === 'damaged')
            return { where: `vault file ${row.sha256}`, what: error.message }
          throw error
        }
        progress((done += 1), total)
        await setImmediate()
      }
      return null
    },
    async rekey(progress = () => {}) {
      const rows = guarded(() =>
        db.prepare<[string], FileRow>('SELECT * FROM files WHERE key <> ?').all(ring.current.id),
      )
      let done = 0
      for (const row of rows) {
        const salt = randomBytes(16)
        const key = ring.current.forFile(salt)
        inOne(() => {
          let place = 0
          for (const piece of piecesOf(row)) {
            rewritePiece(db).run(seal(key, place, place === row.pieces - 1, piece), row.file, place)
            place += 1
          }
          db.prepare('UPDATE files SET key = ?, salt = ? WHERE file = ?').run(ring.current.id, salt, row.file)
        })
        progress((done += 1), rows.length)
        await setImmediate()
      }
      if (done > 0) guarded(() => db.pragma('wal_checkpoint(TRUNCATE)'))
      return done
    },
    async close() {
      closeVaultFile(db)
    },
  }
}

const rewritePiece = (db: Connection) =>
  db.prepare('UPDATE pieces SET sealed = ? WHERE file = ? AND place = ?')

const markOf = ({ id, scope, until, lifted }: Hold): [string, string, number | null, number] => [
  id,
  scopeKey(scope),
  until === null ? null : Date.parse(until),
  lifted === null ? 0 : 1,
]

const damaged = (sha256: string, what: string): VaultError =>
  new VaultError(
    'damaged',
    what,
    `Bring ${sha256} back from a backup of the vault; what is in it now proves nothing.`,
  )

const missing = (sha256: string): VaultError =>
  new VaultError('missing', `the vault has no file ${sha256}`, 'Look for it in a backup of the vault.')
