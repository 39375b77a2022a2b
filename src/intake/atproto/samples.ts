import { createHash } from 'node:crypto'
import { addBlock, createWriter, headerLength } from '@ipld/car/buffer-writer'
import { encode } from '@ipld/dag-cbor'
import { CID } from 'multiformats/cid'
import { create as digest } from 'multiformats/hashes/digest'
import type { Fields } from './message.ts'

/*
 * Frames as a relay sends them, encoded with the protocol's own libraries. For tests and measurements.
 */

const DAG_CBOR = 0x71
const RAW = 0x55
const SHA_256 = 0x12

export const DID = 'did:plc:reader4exampleexample2'
export const AT = '2026-01-05T08:00:00.000Z'

const cidFor = (code: number, bytes: Uint8Array): CID =>
  CID.createV1(code, digest(SHA_256, createHash('sha256').update(bytes).digest()))

/** A blob as records point at it. */
export const blob = (bytes: string, mimeType = 'image/jpeg') => ({
  $type: 'blob',
  ref: cidFor(RAW, Buffer.from(bytes)),
  mimeType,
  size: bytes.length,
})

export const frame = (header: Fields, body: Fields): Uint8Array =>
  Buffer.concat([encode(header), encode(body)])

export interface Written {
  path: string
  action?: 'create' | 'update' | 'delete'
  record?: Fields
  /** The bytes of another record stand under this record's CID. */
  lying?: boolean
}

export interface CommitOptions {
  seq: number
  did?: string
  rev?: string
  /** What the signed commit says, where that is another revision. */
  signedRev?: string
  at?: string
  /** How many nodes of the repository's tree come along, as proof of where the record stands. */
  nodes?: number
}

export function commitFrame(written: Written[], options: CommitOptions): Uint8Array {
  const { seq, did = DID, at = AT } = options
  const rev = options.rev ?? `rev${String(seq).padStart(10, '0')}`
  const blocks: { cid: CID; bytes: Uint8Array }[] = []
  const put = (record: Fields, lying = false): CID => {
    const bytes = encode(record)
    const cid = cidFor(DAG_CBOR, bytes)
    blocks.push({ cid, bytes: lying ? encode({ ...record, text: 'something else' }) : bytes })
    return cid
  }
  let data = put({ l: null, e: [] })
  for (let node = 0; node < (options.nodes ?? 0); node++) data = put(treeNode(data, seq))
  const root = put({
    did,
    version: 3,
    data,
    rev: options.signedRev ?? rev,
    prev: null,
    sig: new Uint8Array(64),
  })
  const ops = written.map(({ path, action = 'create', record, lying }) => ({
    action,
    path,
    cid: record === undefined ? null : put(record, lying),
  }))
  const body = {
    seq,
    repo: did,
    rev,
    since: null,
    commit: root,
    tooBig: false,
    rebase: false,
    ops,
    blobs: [],
    time: at,
  }
  return frame({ op: 1, t: '#commit' }, { ...body, blocks: carOf(root, blocks) })
}

const NODE_ENTRIES = 8
const treeNode = (below: CID, seq: number): Fields => ({
  l: below,
  e: Array.from({ length: NODE_ENTRIES }, (_, index) => ({
    p: index === 0 ? 0 : 20,
    k: Buffer.from(`app.bsky.feed.post/${seq}-${index}`),
    v: below,
    t: index % 2 === 0 ? below : null,
  })),
})

function carOf(root: CID, blocks: { cid: CID; bytes: Uint8Array }[]): Uint8Array {
  const size = blocks.reduce((sum, { cid, bytes }) => sum + cid.bytes.length + bytes.length + 10, 0)
  const writer = createWriter(new ArrayBuffer(headerLength({ roots: [root] }) + size), { roots: [root] })
  for (const block of blocks) addBlock(writer, block)
  return writer.close({ resize: true })
}

export const post = (text: string, fields: Fields = {}): Fields => ({
  $type: 'app.bsky.feed.post',
  text,
  createdAt: '2026-01-05T07:59:59.000Z',
  ...fields,
})

export const postFrame = (seq: number, text: string, options: Partial<CommitOptions> = {}): Uint8Array =>
  commitFrame([{ path: `app.bsky.feed.post/post${seq}`, record: post(text) }], { seq, ...options })

export const identityFrame = (seq: number, handle: string, did = DID): Uint8Array =>
  frame({ op: 1, t: '#identity' }, { seq, did, time: AT, handle })

export const accountFrame = (seq: number, active: boolean, status?: string, did = DID): Uint8Array =>
  frame({ op: 1, t: '#account' }, { seq, did, time: AT, active, ...(status && { status }) })
