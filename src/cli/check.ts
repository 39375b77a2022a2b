import { createInterface } from 'node:readline'
import type { CheckInput } from '../check.ts'
import { CommandError, type Tools } from './tools.ts'

/** Lines judged together: enough to keep the reader busy, few enough to answer a person who types. */
const BATCH_MAX = 256
const TEXT_LENGTH_MAX = 1_000_000

/** `holdfast check`: JSON lines with `text` on standard input, one reading per line on standard output, in order. */
export async function check(
  options: { policies: string; opinions?: string; model?: string },
  tools: Tools,
): Promise<void> {
  const plan = tools.loadPlan(options.policies)
  const measurer = await tools.withOpinions(tools.inlineMeasurer(plan, options.model), plan, options.opinions)
  if (process.stdin.isTTY)
    process.stderr.write('Type JSON lines such as {"id":"1","text":"…","language":"en"}; Ctrl-D ends.\n')
  const answer = async (inputs: CheckInput[]) => {
    const rows = await tools.check(inputs, plan, measurer)
    await write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
  let batch: CheckInput[] = []
  let number = 0
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1
    if (line.trim() === '') continue
    batch.push(parseLine(line, number))
    if (batch.length >= BATCH_MAX || process.stdin.isTTY) {
      await answer(batch)
      batch = []
    }
  }
  if (batch.length > 0) await answer(batch)
  await measurer.close()
}

function parseLine(line: string, number: number): CheckInput {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new CommandError(
      `standard input:${number}: not JSON: ${error instanceof Error ? error.message : error}`,
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(`standard input:${number}: each line is an object such as {"text":"…"}`)
  const { id, text, language, author } = value as Record<string, unknown>
  if (typeof text !== 'string' || text.length > TEXT_LENGTH_MAX)
    throw new CommandError(
      `standard input:${number}: text must be a string of at most ${TEXT_LENGTH_MAX} characters`,
    )
  const named = (field: unknown) =>
    typeof field === 'string' ? field : typeof field === 'number' ? String(field) : null
  return { id: named(id), text, language: named(language), author: named(author) }
}

const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())))
