import { Command, CommanderError } from 'commander'
import { VaultError } from '../evidence/vault.ts'
import { LineHalted } from '../pipeline.ts'
import { ModelError } from '../reading/model-file.ts'
import { StoreError } from '../store/store.ts'
import {
  appealsCommand,
  campaignsCommand,
  jobsCommand,
  lineageCommand,
  ordersCommand,
  protectedCommand,
  threatsCommand,
} from './desk-commands.ts'
import { evidenceCommand } from './evidence-command.ts'
import {
  backtestCommand,
  checkCommand,
  connectCommand,
  doctorCommand,
  explainCommand,
  exportCommand,
  ingestCommand,
  learnCommand,
  simCommand,
  startCommand,
  verifyCommand,
} from './line-commands.ts'
import { accessCommand, auditCommand, peopleCommand } from './people-commands.ts'
import { CommandError, Interrupted, type Tools, UsageError } from './tools.ts'

const DONE = 0

const FAILED = 1

const WRONG_USE = 2

/** Runs one command and gives its exit code: 0 done, 1 failed, 2 wrong use. Results on stdout, all else on stderr. */
export async function runCli(argv: string[], tools: Tools): Promise<number> {
  const program = createProgram(tools)
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true })
      return WRONG_USE
    }
    await program.parseAsync(argv, { from: 'user' })
    return DONE
  } catch (error) {
    return exitCodeOf(error)
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USE
  if (error instanceof UsageError) {
    process.stderr.write(`holdfast: ${error.message}\n`)
    return WRONG_USE
  }
  if (error instanceof Interrupted) {
    process.stderr.write(`holdfast: ${error.message}\n`)
    return error.exitCode
  }
  if (error instanceof LineHalted)
    process.stderr.write(`holdfast: ${error.message}\n${hintOf(error.cause)}\n`)
  else if (error instanceof StoreError || error instanceof VaultError)
    process.stderr.write(`holdfast: ${error.message}\n${error.hint}\n`)
  else if (error instanceof CommandError || error instanceof ModelError)
    process.stderr.write(`holdfast: ${error.message}\n`)
  else if (isBrokenPipe(error)) return DONE
  else process.stderr.write(`holdfast: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`)
  return FAILED
}

const hintOf = (cause: unknown): string =>
  cause instanceof StoreError || cause instanceof VaultError
    ? cause.hint
    : 'Nothing that was accepted is lost. When the cause is mended, run the same command again.'

/** The reader of our output closed it (`holdfast export … | head`): nothing is wrong. */
const isBrokenPipe = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'EPIPE'

/** All commands with their options and help. `tools` are used when a command runs, and for two defaults. */
export function createProgram(tools: Tools): Command {
  const program = new Command('holdfast')
    .description(
      'Finds the accounts of violent-extremist networks, keeps them closed, and gets threats to those who can act.',
    )
    .version(tools.version)
    .exitOverride()
    // What follows a command's name is the command's.
    .enablePositionalOptions()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) })
    .showHelpAfterError('(add --help for what it takes)')
  const commands = [
    startCommand,
    ingestCommand,
    connectCommand,
    checkCommand,
    explainCommand,
    exportCommand,
    backtestCommand,
    learnCommand,
    verifyCommand,
    doctorCommand,
    simCommand,
    accessCommand,
    peopleCommand,
    auditCommand,
    lineageCommand,
    campaignsCommand,
    jobsCommand,
    appealsCommand,
    threatsCommand,
    ordersCommand,
    protectedCommand,
    evidenceCommand,
  ]
  for (const command of commands) command(program.command('x').exitOverride(), tools)
  return program
}
