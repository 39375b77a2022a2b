import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inlineMeasurer, type MeasureInput, type Measurer, threadedMeasurer } from './measure.ts'

const bank = {
  id: 'b',
  policy: 'tvec7',
  kind: 'terms' as const,
  description: '',
  entries: [{ term: 'iron dawn', language: null, weight: 6 }],
}
const inputs: MeasureInput[] = Array.from({ length: 300 }, (_, i) =>
  i % 7 === 0 ? null : { text: `I will kill you, number ${i}. The Iron Dawn.`, language: 'en' },
)

async function using<T>(
  measurer: Measurer | Promise<Measurer>,
  use: (measurer: Measurer) => Promise<T>,
): Promise<T> {
  const opened = await measurer
  try {
    return await use(opened)
  } finally {
    await opened.close()
  }
}

test('threads read what the caller’s own thread reads, in order, and by other banks once told', async () => {
  const inline = inlineMeasurer([])
  await using(threadedMeasurer([], { threads: 2 }), async (threaded) => {
    assert.equal(threaded.version, inline.version)
    assert.deepEqual(await threaded.measure(inputs), await inline.measure(inputs))
    await Promise.all([threaded.reload([bank]), inline.reload([bank])])
    assert.equal(threaded.version, inline.version)
    const [, second] = await threaded.measure(inputs)
    assert.deepEqual(
      second!.reading!.terms.map(({ term }) => term),
      ['iron dawn'],
    )
    assert.deepEqual(await threaded.measure(inputs), await inline.measure(inputs))
  })
})

test('how a batch is split changes nothing', async () => {
  const inline = inlineMeasurer([])
  const whole = await inline.measure(inputs)
  const parts = [...(await inline.measure(inputs.slice(0, 13))), ...(await inline.measure(inputs.slice(13)))]
  assert.deepEqual(parts, whole)
})

test('what has no text has neither reading nor gap', async () => {
  const answers = await inlineMeasurer([]).measure([null, { text: '', language: null }])
  assert.deepEqual(answers, [
    { reading: null, gaps: [] },
    { reading: null, gaps: [] },
  ])
})

/** A worker whose texts tell it what to do: die, hang, or read. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ kind, job, inputs }) => {
      if (kind !== 'read') return
      if (inputs.some((input) => input?.text.trim() === 'die')) process.exit(1)
      if (inputs.some((input) => input?.text.trim() === 'hang')) for (;;);
      parentPort.postMessage({ kind: 'read', job, measured: inputs.map(() => ({ reading: null, gaps: [] })) })
    })
    parentPort.postMessage({ kind: 'ready', version: 'x' })`)}`,
)
/** Long enough to be handed to a worker. */
const gapsOf = async (measurer: Measurer, text: string): Promise<string[]> => {
  const [one] = await measurer.measure([{ text: text.padEnd(2_001), language: null }])
  return one!.gaps.map(({ reason }) => reason)
}

test('a few short texts are read on the caller’s own thread', async () => {
  await using(threadedMeasurer([], { threads: 1, program }), async (measurer) => {
    const few = inputs.slice(0, 4)
    assert.deepEqual(await measurer.measure(few), await inlineMeasurer([]).measure(few))
  })
})

test('a worker that dies or hangs costs its own texts, and another takes its place', async () => {
  await using(threadedMeasurer([], { threads: 1, hungAfterMs: 300, program }), async (measurer) => {
    assert.deepEqual(await gapsOf(measurer, 'fine'), [])
    assert.match((await gapsOf(measurer, 'die')).join(), /worker/)
    assert.deepEqual(await gapsOf(measurer, 'fine'), [])
    assert.match((await gapsOf(measurer, 'hang')).join(), /no answer within 300 ms/)
    assert.deepEqual(await gapsOf(measurer, 'fine'), [])
  })
})

test('workers that always die are not started for ever: gaps, not a wait', async () => {
  await using(threadedMeasurer([], { threads: 1, program }), async (measurer) => {
    for (let i = 0; i < 30; i++) assert.equal((await gapsOf(measurer, 'die')).length, 1)
    assert.match((await gapsOf(measurer, 'fine')).join(), /no worker is left/)
  })
})

test('a closed measurer answers with gaps', async () => {
  const measurer = await threadedMeasurer([], { threads: 1 })
  await measurer.close()
  assert.match((await gapsOf(measurer, 'text')).join(), /closed|no worker/)
})
