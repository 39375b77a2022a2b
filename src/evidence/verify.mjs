#!/usr/bin/env node
// Verifies a bundle of evidence, offline:   node verify.mjs BUNDLE.tar
//
// Needs Node 18 or later and nothing else. Every byte of a bundle is looked at: contents against the manifest, the manifest against the
// seal, headers and padding against the only form they may have. It names the first thing that is wrong. Take this script from the
// project itself rather than from the bundle you distrust; the hash of the manifest it prints is the one the sender can read out to you.
// What it cannot show: who recorded the ledger, and that the sender left nothing out. See docs/spec/evidence.md, E40 to E48.
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const BLOCK = 512
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const hex = (bytes) => bytes.toString('hex')

/** The only header a file of this name and length may have (POSIX ustar; no owner, no time). */
export function headerOf(name, bytes) {
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 100, 'latin1')
  header.write('0000644\0' + '0000000\0' + '0000000\0', 100, 'latin1')
  header.write(`${bytes.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0        0`, 124, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** JSON with sorted keys and no white space: what is hashed. */
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

const fault = (where, what) => Object.assign(new Error(`${where}: ${what}`), { where, what })

/** Reads the archive front to back, and yields each file with its hash; small ones that are looked into, with their bytes. */
function* filesOf(path, keep) {
  const file = openSync(path, 'r')
  const chunk = Buffer.alloc(1 << 20)
  const read = (length) => {
    let got = 0
    for (let n = 1; n > 0 && got < length; got += n) n = readSync(file, chunk, got, length - got, null)
    return chunk.subarray(0, got)
  }
  try {
    for (let last = 'the beginning'; ; ) {
      const header = Buffer.from(read(BLOCK))
      if (header.length < BLOCK) throw fault(`after ${last}`, 'the archive is cut off')
      if (header.every((byte) => byte === 0)) {
        const end = read(BLOCK + 1)
        if (end.length !== BLOCK || end.some((byte) => byte !== 0))
          throw fault(`after ${last}`, 'the end was changed')
        return
      }
      const name = header.toString('latin1', 0, 100).replace(/\0.*$/s, '')
      const bytes = Number.parseInt(header.toString('latin1', 124, 135), 8)
      if (!/^[\w./~-]+$/.test(name) || !(bytes >= 0) || !headerOf(name, bytes).equals(header))
        throw fault(`after ${last}`, 'the header of the next file was changed')
      const hash = createHash('sha256')
      const kept = keep(name) ? [] : null
      for (let left = bytes; left > 0; ) {
        const part = read(Math.min(left, chunk.length))
        if (part.length === 0) throw fault(name, 'is cut off')
        hash.update(part)
        kept?.push(Buffer.from(part))
        left -= part.length
      }
      const padding = read((BLOCK - (bytes % BLOCK)) % BLOCK)
      if (padding.some((byte) => byte !== 0)) throw fault(name, 'the padding behind it was changed')
      last = name
      yield { name, bytes, sha256: hash.digest('hex'), text: kept && Buffer.concat(kept).toString('utf8') }
    }
  } finally {
    closeSync(file)
  }
}

/** The root that a leaf and its path lead to (RFC 9162, 2.1.3.2). Leaves are the hashes of ledger entries. */
function rootOf(seq, size, hash, path) {
  let [index, last, root] = [seq - 1, size - 1, sha256(Buffer.of(0), Buffer.from(hash, 'hex'))]
  const half = () => ([index, last] = [Math.floor(index / 2), Math.floor(last / 2)])
  for (const step of path.map((one) => Buffer.from(one, 'hex'))) {
    if (last === 0) return ''
    const left = index % 2 === 1 || index === last
    root = left ? sha256(Buffer.of(1), step, root) : sha256(Buffer.of(1), root, step)
    if (left) while (index % 2 === 0 && index !== 0) half()
    half()
  }
  return last === 0 ? hex(root) : ''
}

/** Each entry must hash to what it says, stand in the ledger under the root, and say of the files beside it what they are. */
function checkProof(name, { entries }, { size, root }, files) {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  for (const { entry, path } of entries) {
    const { hash, ...said } = entry
    if (hex(sha256(canonical(said))) !== hash)
      throw fault(name, `ledger entry ${entry.seq} is not what its hash says`)
    if (rootOf(entry.seq, size, hash, path) !== root)
      throw fault(name, `ledger entry ${entry.seq} is not in the ledger`)
    const snapshot = files.get(`${folder}snapshot.json`)
    if (entry.kind === 'evidence' && snapshot && snapshot !== entry.body.snapshot?.sha256)
      throw fault(`${folder}snapshot.json`, 'is not what the ledger says was preserved')
    const decision = files.get(`${folder}decision.json`)
    if (entry.kind === 'decision' && decision && decision !== hex(sha256(canonical(entry.body))))
      throw fault(`${folder}decision.json`, 'is not what the ledger says was decided')
  }
}

/** Returns what was verified, or throws an error that names the first thing that is wrong. */
export function verifyBundle(path) {
  const found = [...filesOf(path, (name) => /(^|\/)(manifest|ledger|proof)\.json$|^seal\.txt$/.test(name))]
  const [seal, manifest] = [found.at(-1), found.findLast(({ name }) => name === 'manifest.json')]
  if (seal?.name !== 'seal.txt') throw fault('seal.txt', 'is missing')
  if (manifest === undefined) throw fault('manifest.json', 'is missing')
  const stamp = found.find(({ name }) => name === 'timestamp.tsr')
  const lines = [
    'holdfast bundle 1',
    `manifest ${manifest.sha256}`,
    ...(stamp ? [`timestamp ${stamp.sha256}`] : []),
  ]
  const [said, sum] = [
    seal.text.slice(0, seal.text.lastIndexOf('\nseal ') + 1),
    seal.text.slice(seal.text.lastIndexOf('\nseal ') + 1),
  ]
  if (sum !== `seal ${hex(sha256(said))}\n`) throw fault('seal.txt', 'was changed')
  if (!said.includes(`\n${lines[1]}\n`)) throw fault('manifest.json', 'was changed')
  if (said !== `${lines.join('\n')}\n`) throw fault('timestamp.tsr', 'was changed')
  const { files } = JSON.parse(manifest.text)
  const rest = found.filter((one) => one !== seal && one !== manifest && one !== stamp)
  for (let i = 0; i < Math.max(files.length, rest.length); i++) {
    const [listed, there] = [files[i], rest[i]]
    if (listed === undefined) throw fault(there.name, 'is in the archive but not in the manifest')
    if (there?.name !== listed.name) throw fault(listed.name, 'is missing from the archive')
    if (there.sha256 !== listed.sha256 || there.bytes !== listed.bytes)
      throw fault(listed.name, 'was changed')
  }
  const hashes = new Map(rest.map(({ name, sha256: hash }) => [name, hash]))
  const ledger = JSON.parse(rest.find(({ name }) => name === 'ledger.json').text)
  for (const { name, text } of rest)
    if (name.endsWith('/proof.json')) checkProof(name, JSON.parse(text), ledger, hashes)
  for (const name of hashes.keys())
    if (name.startsWith('media/') && name !== `media/${hashes.get(name)}`)
      throw fault(name, 'is not what its name says')
  return {
    files: found.length,
    bytes: found.reduce((sum, one) => sum + one.bytes, 0),
    manifest: manifest.sha256,
    ledger,
    stamped: Boolean(stamp),
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { files, bytes, manifest, ledger, stamped } = verifyBundle(process.argv[2])
    console.log(`the bundle is whole: ${files} files, ${bytes} bytes\nmanifest  ${manifest}`)
    console.log(`ledger    ${ledger.size} entries, root ${ledger.root}`)
    if (stamped)
      console.log(
        'timestamp timestamp.tsr is over manifest.json: check its signature with openssl ts -verify',
      )
  } catch (error) {
    console.error(error.where ? `BROKEN  ${error.message}` : `cannot be read: ${error.message}`)
    process.exitCode = 1
  }
}
