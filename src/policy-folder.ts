import { spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import type { OpenHouse } from './cli/tools.ts'
import type { Backtester, Files, PolicyFolder } from './review/rules-desk.ts'
import type { BacktestReport } from './rules/backtest.ts'
import { packFromFiles } from './rules/load.ts'
import { planOf } from './rules/rules.ts'

const PROGRAM = new URL('../bin/holdfast.js', import.meta.url).pathname
/** Longer than this no page waits, and the machine has other work. */
const BACKTEST_MS_MAX = 15 * 60_000
const REPORT_BYTES_MAX = 16 * 1024 * 1024

/** The folder of policies as people edit it: files are the truth, whoever writes them. */
export function policyFolder(directory: string, house: Pick<OpenHouse, 'takePack'>): PolicyFolder {
  return {
    read: async () => readFiles(directory),
    async write(files) {
      const result = packFromFiles(files)
      if (!result.ok) throw new Error('the files do not make a sound pack')
      writeFiles(directory, files)
      // The folder is watched as well: whoever comes second finds the pack in force already.
      await house.takePack({ plan: planOf(result.pack), files: JSON.stringify(files) })
    },
  }
}

function readFiles(directory: string): Files {
  const files: Files = {}
  for (const entry of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const path = join(directory, entry)
    if (/\.ya?ml$/.test(entry) && statSync(path).isFile())
      files[relative(directory, path)] = readFileSync(path, 'utf8')
  }
  return files
}

/** Each file appears whole or not at all. */
function writeFiles(directory: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(directory, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(`${target}.new`, content)
    renameSync(`${target}.new`, target)
  }
  for (const path of Object.keys(readFiles(directory))) if (!(path in files)) rmSync(join(directory, path))
}

/** `holdfast backtest` in a process of its own: what it costs does not hold up the line, and its end is bounded. */
export function backtester(data: string, program = PROGRAM): Backtester {
  return async (files, since) => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-draft-'))
    try {
      writeFiles(folder, files)
      const args = [
        'backtest',
        '--data',
        data,
        '--policies',
        folder,
        '--format',
        'json',
        ...(since === null ? [] : ['--since', since]),
      ]
      return JSON.parse(await outputOf(program, args)) as BacktestReport
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

function outputOf(program: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: BACKTEST_MS_MAX,
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
      if (out.length > REPORT_BYTES_MAX) child.kill()
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err = (err + chunk).slice(-2_000)
    })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(err.trim() || `it ended with ${code}`)),
    )
  })
}
