import { createHash } from 'node:crypto'
import { CarBufferReader } from '@ipld/car/buffer-reader'
import { decode } from '@ipld/dag-cbor'
import { CID } from 'multiformats/cid'
import {
  type Decoded,
  type Fields,
  isFields,
  isKnown,
  OPS_MAX,
  type Op,
  RECORD_BYTES_MAX,
  undecoded,
} from './message.ts'

type Place = { seq: number; did: string; at: string }
interface Block {
  cid: CID
  bytes: Uint8Array
}

/**
 * A `#commit`: the signed commit and the records it brings, in one CAR. Every block that is read must have the hash its CID says, and
 * the commit must be of this account and revision; a commit that lies is refused whole, a record that lies alone.
 */
export function commitOf(place: Place, body: Fields): Decoded {
  const { seq } = place
  const { rev, ops } = body
  if (typeof rev !== 'string' || rev.length > REV_LENGTH_MAX)
    return undecoded('the commit has no revision', seq)
  if (!Array.isArray(ops) || ops.length > OPS_MAX)
    return undecoded(`a commit has at most ${OPS_MAX} operations`, seq)
  if (body['tooBig'] === true)
    return { ok: true, message: { ...place, kind: 'commit', rev, ops: [], tooBig: true } }
  const blocks = blocksOf(body['blocks'])
  if (typeof blocks === 'string') return undecoded(blocks, seq)
  const fault = commitFault(body['commit'], blocks, { did: place.did, rev })
  if (fault !== null) return undecoded(fault, seq)
  const read: Op[] = []
  for (const op of ops) {
    const known = opOf(op, blocks)
    if (known === null) return undecoded('an operation has no action or no path', seq)
    read.push(known)
  }
  return { ok: true, message: { ...place, kind: 'commit', rev, ops: read, tooBig: false } }
}
const REV_LENGTH_MAX = 32

function blocksOf(bytes: unknown): Block[] | string {
  if (!(bytes instanceof Uint8Array)) return 'the commit has no blocks'
  try {
    const blocks = CarBufferReader.fromBytes(bytes).blocks() as Block[]
    return blocks.length > BLOCKS_MAX ? `the commit has more than ${BLOCKS_MAX} blocks` : blocks
  } catch {
    return 'the blocks of the commit are not a CAR'
  }
}
/** 200 operations touch a few paths of a tree each. */
const BLOCKS_MAX = 5_000

function commitFault(
  cid: unknown,
  blocks: Block[],
  { did, rev }: { did: string; rev: string },
): string | null {
  const commit = recordOf(cid, blocks)
  if (typeof commit === 'string') return `the commit: ${commit}`
  return commit['did'] === did && commit['rev'] === rev
    ? null
    : 'the signed commit is of another account or revision than the frame says'
}

/** The record behind a CID, or why it is not believed. */
function recordOf(value: unknown, blocks: Block[]): Fields | string {
  const cid = CID.asCID(value)
  if (cid === null) return 'there is no CID'
  const block = blocks.find((one) => one.cid.equals(cid))
  if (block === undefined) return 'the block of its CID is missing'
  if (block.bytes.length > RECORD_BYTES_MAX) return `it is longer than ${RECORD_BYTES_MAX} bytes`
  if (!isHashOf(cid, block.bytes)) return 'its bytes are not those its CID stands for'
  try {
    const record: unknown = decode(block.bytes)
    return isFields(record) ? record : 'it is no object'
  } catch {
    return 'it is not DAG-CBOR'
  }
}

const DAG_CBOR = 0x71
const SHA_256 = 0x12
const isHashOf = ({ code, multihash }: CID, bytes: Uint8Array): boolean =>
  code === DAG_CBOR &&
  multihash.code === SHA_256 &&
  createHash('sha256').update(bytes).digest().equals(multihash.digest)

function opOf(op: unknown, blocks: Block[]): Op | null {
  if (!isFields(op)) return null
  const { action, path } = op
  if (action !== 'create' && action !== 'update' && action !== 'delete') return null
  const [, collection, rkey] = (typeof path === 'string' ? PATH.exec(path) : null) ?? []
  if (collection === undefined || rkey === undefined) return null
  const passed: Op = { action, collection, rkey, record: null, fault: null }
  if (action === 'delete' || !isKnown(collection)) return passed
  const record = recordOf(op['cid'], blocks)
  return typeof record === 'string' ? { ...passed, fault: record } : { ...passed, record }
}
/** A collection is at most 317 characters, a record key 512. https://atproto.com/specs/record-key */
const PATH = /^([a-zA-Z\d.-]{1,317})\/([\w.~:-]{1,512})$/
