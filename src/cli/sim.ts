import { spawn } from 'node:child_process'
import { CommandError, type Tools } from './tools.ts'

export interface SimOptions {
  seed: string
  events: string
  out?: string
  truth?: string
}

/** `holdfast sim`: the town's events as JSON lines. The town is no part of Holdfast, so it runs as a program of its own. */
export async function sim(options: SimOptions, tools: Tools): Promise<void> {
  const args = [tools.generator, '--seed', options.seed, '--events', options.events]
  if (options.out !== undefined) args.push('--out', options.out)
  if (options.truth !== undefined) args.push('--truth', options.truth)
  const child = spawn(process.execPath, args, { stdio: 'inherit' })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new CommandError('the town ended early')
}
