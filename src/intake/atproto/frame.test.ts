import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeFrame } from './frame.ts'
import { FRAME_BYTES_MAX, RECORD_BYTES_MAX } from './message.ts'
import { AT, accountFrame, commitFrame, DID, frame, identityFrame, post, postFrame } from './samples.ts'

const messageOf = (bytes: Uint8Array) => {
  const decoded = decodeFrame(bytes)
  return decoded.ok ? decoded.message : assert.fail(decoded.reason)
}
const refused = (bytes: Uint8Array, seq: number | null, reason: RegExp) => {
  const decoded = decodeFrame(bytes)
  if (decoded.ok) assert.fail(`believed: ${decoded.message.kind}`)
  assert.equal(decoded.seq, seq)
  assert.match(decoded.reason, reason)
}
const opsOf = (bytes: Uint8Array) => {
  const message = messageOf(bytes)
  return message.kind === 'commit' ? message.ops : assert.fail(message.kind)
}

test('a commit gives its records, by the account, the revision and the time', () => {
  const message = messageOf(postFrame(7, 'Good morning'))
  assert.deepEqual(message.kind === 'commit' && { ...message, ops: message.ops.length }, {
    kind: 'commit',
    seq: 7,
    did: DID,
    at: AT,
    rev: 'rev0000000007',
    ops: 1,
    tooBig: false,
  })
  const [op] = opsOf(postFrame(7, 'Good morning'))
  assert.deepEqual([op!.action, op!.collection, op!.rkey], ['create', 'app.bsky.feed.post', 'post7'])
  assert.equal(op!.record!['text'], 'Good morning')
})

test('a record whose bytes are not its CID’s is not believed; the others of its commit are', () => {
  const [good, lie] = opsOf(
    commitFrame(
      [
        { path: 'app.bsky.feed.post/a', record: post('one') },
        { path: 'app.bsky.feed.post/b', record: post('two'), lying: true },
      ],
      { seq: 1 },
    ),
  )
  assert.equal(good!.record!['text'], 'one')
  assert.equal(lie!.record, null)
  assert.match(lie!.fault!, /not those its CID stands for/)
})

test('a record without its block, and one past the bound, are not believed', () => {
  const [missing] = opsOf(commitFrame([{ path: 'app.bsky.feed.post/a' }], { seq: 1 }))
  assert.match(missing!.fault!, /no CID/)
  const long = post('x'.repeat(RECORD_BYTES_MAX))
  const [oversized] = opsOf(commitFrame([{ path: 'app.bsky.feed.post/a', record: long }], { seq: 1 }))
  assert.match(oversized!.fault!, /longer than 1000000 bytes/)
})

test('a commit that was signed for another revision is refused whole, and its place is known', () =>
  refused(postFrame(9, 'x', { signedRev: 'older' }), 9, /another account or revision/))

test('records of other collections are passed over without being read', () => {
  const [op] = opsOf(commitFrame([{ path: 'com.example.game/a', record: { x: 1 }, lying: true }], { seq: 1 }))
  assert.deepEqual([op!.collection, op!.record, op!.fault], ['com.example.game', null, null])
})

test('identity, account, sync, info and error frames are told apart; an unknown type is no fault', () => {
  const kind = (bytes: Uint8Array) => messageOf(bytes).kind
  assert.deepEqual(messageOf(identityFrame(3, 'one.example')), {
    kind: 'identity',
    seq: 3,
    did: DID,
    at: AT,
    handle: 'one.example',
  })
  assert.deepEqual(messageOf(accountFrame(4, false, 'takendown')), {
    kind: 'account',
    seq: 4,
    did: DID,
    at: AT,
    active: false,
    status: 'takendown',
  })
  assert.equal(kind(frame({ op: 1, t: '#sync' }, { seq: 5, did: DID, time: AT })), 'sync')
  assert.deepEqual(messageOf(frame({ op: 1, t: '#info' }, { name: 'OutdatedCursor', message: 'old' })), {
    kind: 'info',
    name: 'OutdatedCursor',
    text: 'old',
  })
  assert.deepEqual(messageOf(frame({ op: -1 }, { error: 'FutureCursor', message: 'new' })), {
    kind: 'error',
    name: 'FutureCursor',
    text: 'new',
  })
  assert.deepEqual(messageOf(frame({ op: 1, t: '#later' }, { seq: 6 })), {
    kind: 'unknown',
    name: '#later',
    seq: 6,
  })
})

test('what is no frame is refused with a reason', () => {
  refused(new Uint8Array(), null, /not two CBOR objects/)
  refused(Buffer.from('{"op":1}'), null, /not two CBOR objects/)
  refused(new Uint8Array(FRAME_BYTES_MAX + 1), null, /longer than 5000000/)
  refused(frame({ op: 1, t: '#commit' }, { repo: DID }), null, /no seq/)
  refused(frame({ op: 1, t: '#identity' }, { seq: 1, did: 'nobody', time: AT }), 1, /no account/)
  refused(frame({ op: 1, t: '#commit' }, { seq: 1, repo: DID, time: AT, rev: 'a', ops: [] }), 1, /no blocks/)
  const broken = { seq: 1, repo: DID, time: AT, rev: 'a', ops: [], blocks: new Uint8Array(40) }
  refused(frame({ op: 1, t: '#commit' }, broken), 1, /not a CAR/)
  refused(commitFrame([{ path: '../../etc', record: {} }], { seq: 2 }), 2, /no path/)
})

test('a frame with bytes changed or cut never throws, and no record of it is another than was written', () => {
  const whole = postFrame(1, 'Good morning to all of you')
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, end) => {
      const changed = Uint8Array.from(whole)
      changed[at] = byte
      for (const bytes of [changed, whole.subarray(0, end)]) {
        const decoded = decodeFrame(bytes)
        if (!decoded.ok || decoded.message.kind !== 'commit') continue
        for (const { record } of decoded.message.ops)
          if (record !== null) assert.equal(record['text'], 'Good morning to all of you')
      }
    }),
    { numRuns: 500 },
  )
})
