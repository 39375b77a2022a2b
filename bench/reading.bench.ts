import { generate } from '../sim/generate.ts'
import { loadModel } from '../src/reading/model-file.ts'
import { createReader } from '../src/reading/reading.ts'
import { loadPack } from '../src/rules/load.ts'
import { median, type Row } from './bench.ts'

const TEXTS = 40_000
const ROUNDS = 5

/** Readings per second on one core: the town's posts, in the main thread, one after the other. */
export async function benchReading(seed: number): Promise<Row[]> {
  const loaded = loadPack(new URL('../policies', import.meta.url).pathname)
  if (!loaded.ok) throw new Error('the default pack does not load')
  const reader = createReader(loaded.pack.banks, loadModel())
  const texts: { text: string; language: string | null }[] = []
  for (const line of generate({ seed, events: TEXTS * 2 })) {
    const { post } = JSON.parse(line)
    if (typeof post?.text === 'string') texts.push({ text: post.text, language: post.language ?? null })
    if (texts.length === TEXTS) break
  }
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    for (const text of texts) reader.read(text)
    rates.push(texts.length / ((performance.now() - startedAt) / 1000))
  }
  const length = texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length
  return [
    {
      what: 'readings, one core',
      value: Math.round(median(rates)),
      unit: 'readings/s',
      low: Math.round(Math.min(...rates)),
      high: Math.round(Math.max(...rates)),
      note: `${texts.length} texts of ${length.toFixed(0)} characters on average`,
    },
  ]
}
