import { readFileSync } from 'node:fs'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256 } from '../lib/hash.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Threat } from '../model/threat.ts'
import type { Store } from '../store/store.ts'
import { type ArchiveFile, archive, type ListedFile, sealOf, textFile } from './archive.ts'
import { indexPage, itemPage } from './page.ts'
import type { SnapshotFile } from './snapshot.ts'
import { type TreeProof, treeOver } from './tree.ts'
import { type Vault, VaultError } from './vault.ts'

/** Puts a time stamp on the hash of a manifest: the whole answer of a time-stamping authority, or why there is none. */
export type Stamp = (
  manifest: Uint8Array,
) => Promise<{ ok: true; token: Uint8Array } | { ok: false; reason: string }>

export interface BundleParts {
  store: Pick<Store, 'decision' | 'ledgerHashes' | 'ledgerAbout'>
  vault: Pick<Vault, 'read' | 'has'>
  stamp: Stamp | null
}

export interface BundleOrder {
  title: string
  evidence: Evidence[]
  /** Of a threat case: its row goes along. */
  threat: Threat | null
  by: string
  why: string
  at: string
}

export interface BundleMade {
  manifest: string
  tree: { size: number; root: string }
  files: number
  /** Why there is no time stamp, where one was asked for. */
  unstamped: string | null
}

/** Entries of the ledger about one piece of evidence that go along. */
const CUSTODY_MAX = 1_000
const SCRIPT = new URL('./verify.mjs', import.meta.url)

const folderOf = ({ id }: Evidence): string =>
  `items/${/^[\w-]{1,40}$/.test(id) ? id : sha256(id).slice(0, 40)}/`

/**
 * Writes a bundle, piece by piece: memory is bounded by the largest snapshot and by the list of files, however large the media are. `made` is filled when the last piece was taken.
 * Throws a VaultError when bytes turn out to be damaged on the way: half a bundle does not verify.
 */
export async function* bundle(
  parts: BundleParts,
  order: BundleOrder,
  made: { value?: BundleMade },
): AsyncGenerator<Uint8Array> {
  const tree = await proofFor(parts, order.evidence)
  const missing: { evidence: string; file: string; reason: string }[] = []
  let ended: Pick<BundleMade, 'manifest' | 'files' | 'unstamped'> | undefined
  yield* archive(filesOf(parts, order, tree, missing), async function* (listed) {
    const manifest = manifestOf(order, tree, listed, missing)
    yield textFile('manifest.json', manifest)
    const stamped = parts.stamp === null ? null : await parts.stamp(Buffer.from(sha256(manifest), 'hex'))
    const token = stamped?.ok ? stamped.token : null
    if (token !== null) yield { name: 'timestamp.tsr', bytes: token.length, content: [token] }
    yield textFile('seal.txt', sealOf(manifest, token))
    ended = {
      manifest: sha256(manifest),
      files: listed.length,
      unstamped: stamped?.ok === false ? stamped.reason : null,
    }
  })
  made.value = { ...ended!, tree: { size: tree.size, root: tree.root } }
}

/** One pass over the ledger's hashes, for all entries that will be shown and for the last. */
async function proofFor({ store }: BundleParts, evidence: Evidence[]): Promise<TreeProof> {
  const wanted = new Set<number>()
  for (const { id } of evidence)
    for (const { seq } of await store.ledgerAbout(id, CUSTODY_MAX)) wanted.add(seq)
  return treeOver(store.ledgerHashes(), wanted)
}

async function* filesOf(
  parts: BundleParts,
  order: BundleOrder,
  tree: TreeProof,
  missing: { evidence: string; file: string; reason: string }[],
): AsyncGenerator<ArchiveFile> {
  const { size, root } = tree
  yield textFile('ledger.json', canonicalJson({ size, root }))
  if (order.threat !== null) yield textFile('case.json', canonicalJson(order.threat))
  const given = new Set<string>()
  for (const evidence of order.evidence) yield* itemFiles(parts, evidence, tree, given, missing)
  const { title, by, why, at } = order
  const rows = order.evidence.map((evidence) => ({ evidence, folder: folderOf(evidence) }))
  yield textFile('index.html', indexPage({ title, by, why, at, size, root, rows }))
  yield textFile('verify.mjs', readFileSync(SCRIPT, 'utf8'))
}

async function* itemFiles(
  { store, vault }: BundleParts,
  evidence: Evidence,
  tree: TreeProof,
  given: Set<string>,
  missing: { evidence: string; file: string; reason: string }[],
): AsyncGenerator<ArchiveFile> {
  const folder = folderOf(evidence)
  const [lost, before]: [string[], number] = [[], missing.length]
  const lack = (file: string, reason: string) => missing.push({ evidence: evidence.id, file, reason })
  const custody = (await store.ledgerAbout(evidence.id, CUSTODY_MAX)).filter(({ seq }) => tree.paths.has(seq))
  const decision = await store.decision(evidence.decision)
  const snapshot = await snapshotBytes(vault, evidence, lack)
  yield textFile(`${folder}evidence.json`, canonicalJson(evidence))
  if (decision !== undefined) yield textFile(`${folder}decision.json`, canonicalJson(decision))
  if (snapshot !== null) yield { name: `${folder}snapshot.json`, bytes: snapshot.length, content: [snapshot] }
  const entries = custody.map((entry) => ({ entry, path: tree.paths.get(entry.seq)! }))
  yield textFile(`${folder}proof.json`, canonicalJson({ entries }))
  for (const { status, sha256: name, bytes } of evidence.media) {
    if (status !== 'kept' || evidence.erased !== null || given.has(name!)) continue
    if (!(await vault.has(name!))) {
      lack(`media/${name}`, 'the vault does not have it')
      continue
    }
    given.add(name!)
    yield { name: `media/${name}`, bytes: bytes!, content: vault.read(name!) }
  }
  for (const { file, reason } of missing.slice(before)) lost.push(`${file}: ${reason}`)
  const read = snapshot === null ? null : (JSON.parse(snapshot.toString('utf8')) as SnapshotFile)
  yield textFile(
    `${folder}index.html`,
    itemPage({ evidence, decision, snapshot: read, custody, missing: lost }),
  )
}

async function snapshotBytes(
  vault: BundleParts['vault'],
  { snapshot, erased }: Evidence,
  lack: (file: string, reason: string) => void,
): Promise<Buffer | null> {
  if (snapshot === null || erased !== null) return null
  try {
    const pieces: Uint8Array[] = []
    for await (const piece of vault.read(snapshot.sha256)) pieces.push(piece)
    return Buffer.concat(pieces)
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    lack('snapshot.json', error.message)
    return null
  }
}

const manifestOf = (
  { title, by, why, at, evidence }: BundleOrder,
  { size, root }: TreeProof,
  files: ListedFile[],
  missing: { evidence: string; file: string; reason: string }[],
): string =>
  canonicalJson({
    format: 'holdfast-bundle-1',
    title,
    by,
    why,
    at,
    evidence: evidence.map(({ id, decision, snapshot, erased }) => ({
      id,
      decision,
      snapshot: snapshot?.sha256 ?? null,
      erased: erased !== null,
    })),
    ledger: { size, root },
    missing,
    files,
  })
