import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadOnnx, type OnnxOptions } from './onnx.ts'
import { INSTALL_HINT } from './onnx-worker.ts'
import { guardWith, policyWith, questionWith } from './samples.ts'
import { writeTinyModel } from './tiny-model.ts'

/** Where the optional packages are, for who has them: a folder with node_modules. */
const PACKAGES = process.env['HOLDFAST_ONNX_PACKAGES'] ?? new URL('../..', import.meta.url).pathname

const installed = (): boolean => {
  try {
    const require = createRequire(join(PACKAGES, 'package.json'))
    return require.resolve('onnxruntime-node') !== '' && require.resolve('@huggingface/transformers') !== ''
  } catch {
    return false
  }
}

async function withModel(work: (folder: string, options: OnnxOptions) => Promise<void>): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'holdfast-onnx-'))
  const folder = join(parent, 'tiny')
  try {
    writeTinyModel(folder)
    await work(folder, {
      name: 'local',
      folder,
      packages: PACKAGES,
      labels: { threat: ['tvec2'] },
      languages: null,
    })
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

const skip = installed() ? false : `not installed here; ${INSTALL_HINT}`

test('a model in a local folder reads texts in a thread of its own', { skip }, () =>
  withModel(async (_folder, options) => {
    const loaded = await loadOnnx(options)
    assert.ok(loaded.ok, loaded.ok ? '' : loaded.reason)
    const { provider } = loaded
    const score = async (text: string) => {
      const answer = await provider.ask(questionWith(text), new AbortController().signal)
      assert.ok(answer.ok, answer.ok ? '' : answer.reason)
      return answer.value.scores
    }
    assert.deepEqual(await score('I will KILL you'), { tvec2: 0.982 })
    assert.deepEqual(await score('Good morning'), { tvec2: 0.018 })
    assert.ok((await score('kill '.repeat(2_000))).tvec2! > 0.9, 'a long text is cut, not refused')
    await score('\ud800\u0000 😀')
    assert.deepEqual([provider.model, [...provider.policies]], ['tiny', ['tvec2']])
    await provider.close()
    assert.ok(!(await provider.ask(questionWith('kill'), new AbortController().signal)).ok)
  }),
)

test('a model without a label that the settings name is refused with those it has', { skip }, () =>
  withModel(async (_folder, options) => {
    const loaded = await loadOnnx({ ...options, labels: { toxic: ['harassment'] } })
    assert.deepEqual(loaded, { ok: false, reason: 'the model has no label "toxic"; it has quiet, threat' })
  }),
)

test('a file that is no model is refused, and nothing is fetched in its place', { skip }, () =>
  withModel(async (folder, options) => {
    writeFileSync(join(folder, 'onnx/model.onnx'), 'not a model')
    const loaded = await loadOnnx(options)
    assert.ok(!loaded.ok)
    assert.match(loaded.reason, /^the model does not load: /)
  }),
)

test('without its packages a local model says how to install them', () =>
  withModel(async (folder, options) => {
    const loaded = await loadOnnx({ ...options, packages: folder })
    assert.deepEqual(loaded, { ok: false, reason: INSTALL_HINT })
  }))

test('a folder that is no model says what it lacks', () =>
  withModel(async (folder, options) => {
    rmSync(join(folder, 'onnx'), { recursive: true })
    assert.deepEqual(await loadOnnx(options), {
      ok: false,
      reason: 'the model folder has no onnx/model.onnx or onnx/model_quantized.onnx',
    })
    rmSync(join(folder, 'tokenizer.json'))
    assert.deepEqual(await loadOnnx(options), { ok: false, reason: 'the model folder has no tokenizer.json' })
  }))

/** A thread that is ready and then does this with each text. */
const program = (onText: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ job, text }) => { ${onText} })
      parentPort.postMessage({ kind: 'ready', labels: ['threat'] })
    `)}`,
  )

test('a thread that hangs, ends or throws is a gap in time, and another one is started', async () => {
  const scores = "parentPort.postMessage({ kind: 'scores', job, scores: { threat: 0.7 } })"
  for (const [onText, reason] of [
    ["if (text === 'bad') while (true);", /no answer within 150 ms|the model hung/],
    ["if (text === 'bad') process.exit(1);", /thread ended/],
    ["if (text === 'bad') throw new Error('x');", /thread failed/],
    [
      "if (text === 'bad') return parentPort.postMessage({ kind: 'broke', job, reason: 'RangeError' });",
      /the model broke: RangeError/,
    ],
  ] as const)
    await withModel(async (_folder, options) => {
      const loaded = await loadOnnx({ ...options, program: program(`${onText} ${scores}`), hungAfterMs: 250 })
      assert.ok(loaded.ok)
      const guard = guardWith({ concurrency: 1, deadlineMs: 10_000 })
      const ask = (text: string, deadlineMs: number) =>
        guard.run({
          characters: 1,
          withinMs: deadlineMs,
          work: (signal) =>
            loaded.provider.ask(questionWith(text, { policies: [policyWith('tvec2')] }), signal),
        })
      const bad = await ask('bad', onText.includes('while') ? 150 : 10_000)
      assert.ok(!bad.ok)
      assert.match(bad.reason, reason)
      // A hung thread keeps its turn until it has been ended.
      await new Promise((resolve) => setTimeout(resolve, 200))
      const patient = guardWith({ concurrency: 1, deadlineMs: 10_000 })
      const good = await patient.run({
        characters: 1,
        work: (signal) => loaded.provider.ask(questionWith('good'), signal),
      })
      assert.ok(good.ok, good.ok ? '' : good.reason)
      assert.deepEqual(good.value.scores, { tvec2: 0.7 })
      guard.close()
      await loaded.provider.close()
    })
})
