import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { VaultError } from '../evidence/vault.ts'
import { ROLE_NAMES } from '../model/roles.ts'
import { LineHalted } from '../pipeline.ts'
import { ModelError } from '../reading/model-file.ts'
import { StoreError } from '../store/store.ts'
import { access } from './access.ts'
import { audit } from './audit.ts'
import { backtest } from './backtest.ts'
import { reviewCampaigns, showCampaign } from './campaign-acts.ts'
import { campaigns } from './campaigns.ts'
import { check } from './check.ts'
import { connect } from './connect.ts'
import { appeals, jobs } from './desk.ts'
import { doctor } from './doctor.ts'
import { evidenceCommand, evidenceKeyOption, retentionOption, tsaOption } from './evidence-command.ts'
import { explain } from './explain.ts'
import { EXPORTS, exportRows } from './export.ts'
import { ingest } from './ingest.ts'
import { learn } from './learn.ts'
import { acceptWeights, learnLineage } from './learn-lineage.ts'
import { importClosed, repairLink, reviewLinkOf, showLineage, survival } from './lineage.ts'
import { actOnPerson, invitePerson, listPeople } from './people.ts'
import { protectedPeople } from './protected.ts'
import { sim } from './sim.ts'
import { orders, runDrill, threats } from './threats.ts'
import { CommandError, Interrupted, type Tools, UsageError } from './tools.ts'
import { verify } from './verify.ts'

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

function wholeNumber(low: number, high: number) {
  return (text: string): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < low || value > high)
      throw new InvalidArgumentError(`a whole number from ${low} to ${high} is wanted.`)
    return value
  }
}

const dataOption = () =>
  new Option('--data <dir>', 'where the installation keeps its data')
    .default('./holdfast-data')
    .env('HOLDFAST_DATA')
const policiesOption = (tools: Tools) =>
  new Option('--policies <dir>', 'the policy pack')
    .default(tools.defaultPolicies, 'the pack that comes along')
    .env('HOLDFAST_POLICIES')
const threadsOption = () =>
  new Option('--threads <n>', 'reader threads')
    .argParser(wholeNumber(1, 64))
    .default(undefined, 'one less than there are cores')
const opinionsOption = () =>
  new Option(
    '--opinions <file>',
    'who is asked for second opinions (docs/operate/opinions.md); nobody without it',
  ).env('HOLDFAST_OPINIONS')
const modelOption = () =>
  new Option(
    '--model <file>',
    'weights of the reader, as learn writes them (docs/operate/learn.md); the shipped ones without it',
  ).env('HOLDFAST_MODEL')
const pagingOption = () =>
  new Option(
    '--paging <file>',
    'who is called when a threat or an order needs a person (docs/operate/threats.md); nobody without it',
  ).env('HOLDFAST_PAGING')
const hostOption = () =>
  new Option('--host <address>', 'address to listen on').default('127.0.0.1').env('HOLDFAST_HOST')
const portOption = () =>
  new Option('--port <n>', 'port to listen on')
    .argParser(wholeNumber(0, 65_535))
    .default(8474)
    .env('HOLDFAST_PORT')

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
    evidenceCommands,
  ]
  for (const command of commands) command(program.command('x').exitOverride(), tools)
  return program
}

function threatsCommand(command: Command, tools: Tools): void {
  command
    .name('threats')
    .enablePositionalOptions()
    .description(
      'cases about danger to people, most urgent first: what is said openly, and what is leaked, apart',
    )
    .addOption(new Option('--list <list>', 'one of the two').choices(['explicit', 'leakage']))
    .addOption(new Option('--status <status>', 'which').choices(['open', 'closed', 'merged']).default('open'))
    .addOption(limitOption())
    .addOption(linesOption())
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addHelpText('after', examples('holdfast threats', 'holdfast threats --list leakage --format json'))
    .action((options) => threats(options, tools))
  drillCommand(command, tools, 'threat')
}

function ordersCommand(command: Command, tools: Tools): void {
  command
    .name('orders')
    .enablePositionalOptions()
    .description('orders of authorities, newest first, and whether final ones make the provider exposed')
    .addOption(limitOption())
    .addOption(linesOption())
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addHelpText('after', examples('holdfast orders', 'holdfast orders drill'))
    .action((options) => orders(options, tools))
  drillCommand(command, tools, 'order')
}

function drillCommand(parent: Command, tools: Tools, kind: 'threat' | 'order'): void {
  const name = kind === 'threat' ? 'threats' : 'orders'
  parent
    .command('drill')
    .exitOverride()
    .description('the whole chain once, in a store of its own, and how long each step took')
    .addOption(pagingOption())
    .addOption(
      new Option('--wait <minutes>', 'how long a step may take').argParser(wholeNumber(1, 120)).default(15),
    )
    .addOption(linesOption())
    .addOption(hostOption())
    .addOption(
      new Option('--port <n>', 'where links to acknowledge are answered')
        .argParser(wholeNumber(0, 65_535))
        .default(0, 'a free one'),
    )
    .addOption(policiesOption(tools))
    .addHelpText(
      'after',
      examples(`holdfast ${name} drill`, `holdfast ${name} drill --paging paging.yaml --wait 30`),
    )
    .action((options) => runDrill(kind, options, tools))
}

function protectedCommand(command: Command, tools: Tools): void {
  command
    .name('protected')
    .argument('<what>', 'import | list | remove')
    .argument('[subject]', 'import: the file; remove: the id of an entry')
    .description('the register of protected people (while the server is stopped; else POST /v1/protected)')
    .option('--by <name>', 'who looks: stands on the ledger')
    .addOption(linesOption())
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addHelpText(
      'after',
      examples(
        'holdfast protected import people.csv --by mira',
        'holdfast protected list --by mira',
        'holdfast protected remove pp-0123456789abcdef --by mira',
      ),
    )
    .action((what, subject, options) => protectedPeople(what, subject, options, tools))
}

const limitOption = () =>
  new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 500)).default(50)

function startCommand(command: Command, tools: Tools): void {
  command
    .name('start')
    .description('run the line with its page and API, and a simulated town unless --no-town')
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addOption(hostOption())
    .addOption(portOption())
    .addOption(threadsOption())
    .addOption(opinionsOption())
    .addOption(modelOption())
    .option('--no-town', 'no simulated town: ready for a platform')
    .addOption(
      new Option('--town-rate <n>', 'events per second of the town')
        .argParser(wholeNumber(1, 2_000))
        .default(40),
    )
    .addOption(
      new Option(
        '--webhook-url <url>',
        'where actions are sent; without it they are only recorded (dry run)',
      ).env('HOLDFAST_WEBHOOK_URL'),
    )
    .addOption(
      new Option('--webhook-secret-file <file>', 'file with the whsec_… secret that signs webhooks').env(
        'HOLDFAST_WEBHOOK_SECRET_FILE',
      ),
    )
    .addOption(pagingOption())
    .addOption(
      new Option(
        '--origin <url>',
        'the page’s own address, such as https://desk.example, where a proxy stands before it',
      ).env('HOLDFAST_ORIGIN'),
    )
    .addOption(
      new Option('--oidc <file>', 'through whom people sign in (docs/operate/people.md)').env(
        'HOLDFAST_OIDC',
      ),
    )
    .addOption(
      new Option('--log-level <level>', 'how much is logged')
        .choices(['debug', 'info', 'warn', 'error'])
        .default('warn')
        .env('HOLDFAST_LOG_LEVEL'),
    )
    .addOption(evidenceKeyOption())
    .addOption(retentionOption())
    .addOption(tsaOption())
    .addOption(
      new Option('--media <what>', 'which media are fetched as evidence before a restriction')
        .choices(['public', 'off'])
        .default('public', 'those at public addresses')
        .env('HOLDFAST_MEDIA'),
    )
    .addOption(
      new Option(
        '--media-hosts <list>',
        'hosts of your own network that media may be fetched from, with commas between',
      ).env('HOLDFAST_MEDIA_HOSTS'),
    )
    .addHelpText(
      'after',
      examples(
        'holdfast start',
        'holdfast start --no-town --port 8080 --data /srv/holdfast',
        'holdfast start --no-town --webhook-url https://platform.example/actions --webhook-secret-file secret.txt',
      ),
    )
    .action((options) => tools.serve(options))
}

function ingestCommand(command: Command, tools: Tools): void {
  command
    .name('ingest')
    .argument('[files...]', 'files of events, or - for standard input')
    .description('read files of events through the line')
    .addOption(
      new Option('--format <format>', 'what the files hold').choices(['jsonl', 'csv']).default('jsonl'),
    )
    .option('--map <file>', 'for CSV: which column is what (docs/operate/intake.md)')
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addOption(threadsOption())
    .addOption(opinionsOption())
    .addOption(modelOption())
    .addHelpText(
      'after',
      examples(
        'holdfast ingest events.jsonl',
        'holdfast ingest export.csv --format csv --map docs/operate/maps/paris-attack.yaml',
        'zcat events.jsonl.gz | holdfast ingest -',
      ),
    )
    .action((files, options) => ingest(files, options, tools))
}

function connectCommand(command: Command, tools: Tools): void {
  command
    .name('connect')
    .argument('<network>', 'atproto')
    .description('follow the stream of a network through the line, from where it stopped, until Ctrl-C')
    .requiredOption('--service <url>', 'a relay, a PDS or a Jetstream')
    .option('--jetstream', 'the service is a Jetstream (version 1)', false)
    .option('--from <cursor>', 'begin after this place; 0 is the oldest the service still has')
    .option(
      '--handle-domains <list>',
      'domains under which a service gives everybody a handle, with commas between',
      'bsky.social',
    )
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addOption(threadsOption())
    .addOption(opinionsOption())
    .addOption(modelOption())
    .addHelpText(
      'after',
      examples(
        'holdfast connect atproto --service https://pds.example',
        'holdfast connect atproto --service wss://relay.example --from 0',
        'holdfast connect atproto --service wss://jetstream.example --jetstream',
      ),
    )
    .action((network, options) => connect(network, options, tools))
}

function checkCommand(command: Command, tools: Tools): void {
  command
    .name('check')
    .description('read and judge texts from standard input, one JSON line each; nothing is stored')
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addOption(opinionsOption())
    .addOption(modelOption())
    .addHelpText('after', examples(`echo '{"text":"Good morning everyone"}' | holdfast check`))
    .action((options) => check(options, tools))
}

function explainCommand(command: Command, tools: Tools): void {
  command
    .name('explain')
    .argument('<text>', 'the text, in quotes')
    .description('what is understood of one text and why, as a page to read')
    .addOption(policiesOption(tools))
    .addOption(modelOption())
    .option('--language <tag>', 'what the platform says the language is; a hint')
    .addHelpText('after', examples('holdfast explain "We will kill every one of you tomorrow."'))
    .action((text, options) => explain(text, options, tools))
}

function exportCommand(command: Command, tools: Tools): void {
  command
    .name('export')
    .argument('<what>', EXPORTS.join(' | '))
    .description('print rows of what was found and done')
    .addOption(new Option('--format <format>', 'jsonl or csv').choices(['jsonl', 'csv']).default('jsonl'))
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addHelpText(
      'after',
      examples('holdfast export decisions', 'holdfast export links --format csv > links.csv'),
    )
    .action((what, options) => exportRows(what, options, tools))
}

function backtestCommand(command: Command, tools: Tools): void {
  command
    .name('backtest')
    .description('replay the stored events and say what would change; without --policies, prove the record')
    .option('--policies <dir>', 'the pack to try (default: those that were in force)')
    .option('--model <file>', 'weights to read again with, beside --policies (default: the shipped ones)')
    .option('--since <time>', 'compare decisions from this event time on')
    .addOption(new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'))
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples('holdfast backtest', 'holdfast backtest --policies ./my-policies --since 2026-01-01'),
    )
    .action((options) => backtest(options, tools))
}

function learnCommand(command: Command, tools: Tools): void {
  command
    .name('learn')
    .description('teach the reader reviewed decisions, and say whether the new model is better')
    .enablePositionalOptions()
    .option('--from <file>', 'reviewed decisions, one JSON line each (docs/operate/learn.md)')
    .option('--out <file>', 'write the new weights here; without it they are only measured')
    .addOption(modelOption())
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addHelpText(
      'after',
      examples('holdfast learn --from reviewed.jsonl', 'holdfast learn --from reviewed.jsonl --out ours.bin'),
    )
    .action((options) => learn(options, tools))
  addLineageLearning(command, tools)
}

const evidenceCommands = (command: Command, tools: Tools): void =>
  evidenceCommand(command, tools, {
    data: dataOption,
    policies: policiesOption,
    limit: wholeNumber(1, 500),
    examples,
  })

function verifyCommand(command: Command, tools: Tools): void {
  command
    .name('verify')
    .description('check every hash of the log and the ledger; names the first broken entry')
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addOption(evidenceKeyOption())
    .option('--bundle <file>', 'verify a bundle of evidence instead; needs no data folder')
    .addHelpText(
      'after',
      examples(
        'holdfast verify',
        'holdfast verify --data /srv/holdfast',
        'holdfast verify --bundle case.tar',
      ),
    )
    .action((options) => verify(options, tools))
}

function doctorCommand(command: Command, tools: Tools): void {
  command
    .name('doctor')
    .description('look at machine, data, policies and port, and say what stands in the way')
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addOption(opinionsOption())
    .addOption(hostOption())
    .addOption(portOption())
    .addHelpText('after', examples('holdfast doctor', 'holdfast doctor --policies ./my-policies'))
    .action((options) => doctor(options, tools))
}

function simCommand(command: Command, tools: Tools): void {
  command
    .name('sim')
    .description('print the events of a simulated town, the same for the same seed')
    .option('--seed <n>', 'which town', '1')
    .option('--events <n>', 'how many events', '10000')
    .option('--out <file>', 'write to a file instead of standard output')
    .option('--truth <file>', 'write the true answers to this file')
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addHelpText(
      'after',
      examples(
        'holdfast sim --events 1000 | holdfast ingest -',
        'holdfast sim --seed 7 --events 100000 --out town.jsonl --truth truth.jsonl',
      ),
    )
    .action((options) => sim(options, tools))
}

const urlOption = () =>
  new Option('--url <address>', 'ask the server that runs there, instead of the data folder')
const keyFileOption = (permission: string) =>
  new Option('--key-file <file>', `with --url: holds a key with the permission ${permission}`)
const linesOption = () =>
  new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text')

function accessCommand(command: Command, tools: Tools): void {
  command
    .name('access')
    .argument('<what>', 'key | keys | revoke | link')
    .argument('[id]', 'revoke: of which key')
    .description(
      'keys for programs: make one, list them, revoke one; or the link that makes the first administrator',
    )
    .option('--scopes <list>', 'key: what it may do', 'intake,check')
    .option('--name <text>', 'key: what it is for', 'made on the command line')
    .addOption(
      new Option('--days <n>', 'key: how long it lasts; for ever without it').argParser(
        wholeNumber(1, 3_650),
      ),
    )
    .addOption(urlOption())
    .addOption(keyFileOption('admin'))
    .addOption(linesOption())
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addOption(hostOption())
    .addOption(portOption())
    .addHelpText(
      'after',
      examples(
        'holdfast access key --scopes intake --name "the platform" --days 365',
        'holdfast access keys --url http://127.0.0.1:8474 --key-file admin.key',
        'holdfast access revoke kQ3f-8ZsT0aX',
        'holdfast access link',
      ),
    )
    .action((what, id, options) => access(what, id, options, tools))
}

function peopleCommand(command: Command, tools: Tools): void {
  const door = (inner: Command) =>
    inner
      .addOption(urlOption())
      .addOption(keyFileOption('people'))
      .addOption(dataOption())
      .addOption(hostOption())
      .addOption(portOption())
  door(command.name('people').description('who works here, and as what'))
    .addOption(linesOption())
    .addHelpText(
      'after',
      examples(
        'holdfast people',
        'holdfast people invite --roles reviewer --name "Amal B."',
        'holdfast people roles amal --roles senior,auditor',
        'holdfast people link amal',
      ),
    )
    .action((options) => listPeople(options, tools))
  door(command.command('invite').exitOverride())
    .description('make a one-time link by which somebody joins')
    .option('--roles <list>', `any of ${ROLE_NAMES.join(', ')}`, 'reviewer')
    .option('--name <text>', 'whom it is for', '')
    .addHelpText('after', examples('holdfast people invite --roles reviewer,appeals --name "Amal B."'))
    .action((options) => invitePerson(options, tools))
  door(command.command('roles').exitOverride())
    .argument('<name>', 'name or id')
    .description('say what somebody works as; holds from their next call on')
    .requiredOption('--roles <list>', 'all their roles from now on')
    .addHelpText('after', examples('holdfast people roles amal --roles senior,auditor'))
    .action((name, options) => actOnPerson('roles', name, options, tools))
  for (const [act, description] of [
    ['close', 'let somebody in no more; sessions and keys end at once'],
    ['reopen', 'let somebody in again'],
    ['link', 'make a one-time link for somebody who cannot sign in any more'],
    ['sign-out', 'end all sessions of somebody'],
  ] as const)
    door(command.command(act).exitOverride())
      .argument('<name>', 'name or id')
      .description(description)
      .addHelpText('after', examples(`holdfast people ${act} amal`))
      .action((name, options) => actOnPerson(act, name, options, tools))
}

function auditCommand(command: Command, tools: Tools): void {
  command
    .name('audit')
    .description('who did and saw what, newest first (also while the server runs)')
    .option('--person <name>', 'only of this person, by name or id')
    .option('--kind <kind>', 'only of this kind, such as access, viewed or review')
    .addOption(new Option('--limit <n>', 'how many').argParser(wholeNumber(1, 1_000_000)).default(100))
    .addOption(linesOption())
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples('holdfast audit --limit 20', 'holdfast audit --person amal --kind viewed --format json'),
    )
    .action((options) => audit(options, tools))
}

const byOption = () => new Option('--by <name>', 'who found so').makeOptionMandatory()
const whyOption = () => new Option('--why <text>', 'the grounds, for the record').makeOptionMandatory()
const formatOption = () =>
  new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text')

/** A server that runs owns its data: findings then go to it. */
const whereOptions = (sub: Command) =>
  sub
    .option('--url <url>', 'a server that owns the data, such as http://127.0.0.1:8474')
    .option('--key-file <file>', 'file with a key for it, of the permission review')

function lineageCommand(command: Command, tools: Tools): void {
  command
    .name('lineage')
    .description('accounts that came back: show, review, import past closures, survival')
    .addHelpText(
      'after',
      examples(
        'holdfast lineage show acct:124',
        'holdfast lineage confirm acct:124 acct:7 --by mara --why "same phone, same call"',
        'holdfast lineage reject acct:124 acct:7 --by ben --why "a namesake" --url http://127.0.0.1:8474 --key-file key',
        'holdfast lineage import closed.csv',
      ),
    )
  const sub = (usage: string, description: string) =>
    command.command(usage).exitOverride().description(description).addOption(dataOption())
  const review = (usage: string, description: string) =>
    whereOptions(sub(usage, description))
      .addOption(policiesOption(tools))
      .addOption(byOption())
      .addOption(whyOption())

  sub(
    'show <account>',
    'the chain of accounts one actor probably ran, with dates and what each link rests on',
  )
    .addOption(formatOption())
    .action((account, options) => showLineage(account, options, tools))
  review(
    'confirm <account> <closed>',
    'a person found that the two are one actor: strikes and history carry over',
  ).action((account, closed, options) => reviewLinkOf(account, closed, 'confirmed', options, tools))
  review(
    'reject <account> <closed>',
    'a person found that they are not: the pair is never proposed again',
  ).action((account, closed, options) => reviewLinkOf(account, closed, 'rejected', options, tools))
  review('withdraw <account> <closed>', 'take a finding back, with all it brought')
    .alias('undo')
    .action((account, closed, options) => reviewLinkOf(account, closed, 'withdrawn', options, tools))
  review(
    'repair <account> <wrong> <right>',
    'reject one closed account as its parent and confirm another',
  ).action((account, wrong, right, options) => repairLink(account, wrong, right, options, tools))
  sub('import <files...>', 'past closures of a platform, as CSV')
    .addOption(policiesOption(tools))
    .addOption(threadsOption())
    .option('--map <file>', 'which column is what (default: docs/operate/maps/closed.yaml)')
    .action((files, options) => importClosed(files, options, tools))
  sub('survival', 'how long returns last, and how soon they are linked and closed')
    .addOption(formatOption())
    .action((options) => survival(options, tools))
}

function jobsCommand(command: Command, tools: Tools): void {
  command
    .name('jobs')
    .description('what waits for a person, in its order, and why it stands there')
    .addOption(dataOption())
    .addOption(formatOption())
    .option('--queue <name>', 'only this queue')
    .option('--breached', 'only what is past its deadline')
    .addOption(limitOption())
    .addHelpText('after', examples('holdfast jobs', 'holdfast jobs --queue threats --breached --format json'))
    .action((options) => jobs(options, tools))
}

function appealsCommand(command: Command, tools: Tools): void {
  command
    .name('appeals')
    .description('what was challenged, how it ended, and what was taken back')
    .addOption(dataOption())
    .addOption(formatOption())
    .addOption(new Option('--status <status>', 'only these').choices(['open', 'upheld', 'overturned']))
    .addOption(limitOption())
    .addHelpText('after', examples('holdfast appeals', 'holdfast appeals --status open --format json'))
    .action((options) => appeals(options, tools))
}

function campaignsCommand(command: Command, tools: Tools): void {
  command
    .name('campaigns')
    .description('campaigns: list, show, and decide about them; nothing is done without --yes')
    .addHelpText(
      'after',
      examples(
        'holdfast campaigns',
        'holdfast campaigns confirm campaign-1f2e --by mara --why "one text, forty accounts" --yes',
        'holdfast campaigns act campaign-1f2e --by mara --second ben --why "calls to violence"',
        'holdfast campaigns undo campaign-1f2e --act review-9c1a --by ben --why "a charity" --yes',
      ),
    )
  const sub = (usage: string, description: string, options?: { isDefault: boolean }) =>
    command
      .command(usage, options)
      .exitOverride()
      .description(description)
      .addOption(dataOption())
      .addOption(formatOption())
  const review = (usage: string, kind: Parameters<typeof reviewCampaigns>[0], description: string) =>
    whereOptions(sub(usage, description))
      .addOption(policiesOption(tools))
      .addOption(byOption())
      .addOption(whyOption())
      .option('--yes', 'have it done; without it, only what would be done is said')
      .option('--token <token>', 'of a preview: done only if it would still do the same')
      .action((id, options) => reviewCampaigns(kind, id, options, tools))

  sub('list', 'timelines and evidence, the one seen last first', { isDefault: true })
    .addOption(
      new Option('--status <status>', 'only these').choices([
        'suspected',
        'confirmed',
        'watched',
        'over',
        'dismissed',
      ]),
    )
    .action((options) => campaigns(options, tools))
  whereOptions(sub('show <id>', 'members, evidence, and what was done')).action((id, options) =>
    showCampaign(id, options, tools),
  )
  review('confirm <id>', 'confirm', 'a person found that it is one: it may be acted on')
  review('dismiss <id>', 'dismiss', 'a person found that it is none: rules no longer see it')
  review('watch <id>', 'watch', 'bring it before a person when it stirs')
  review('merge <id>', 'merge', 'make it part of another campaign').requiredOption(
    '--into <id>',
    'the campaign that takes it in',
  )
  review('split <id>', 'split', 'make some of its accounts a campaign of their own').requiredOption(
    '--accounts <list>',
    'the accounts that go: names with commas between, or @FILE with one a line',
  )
  review('act <id>', 'act', 'act on all its members at once')
    .option('--actions <list>', 'queue, label, limit, discount-trend (default: what the watch advises)')
    .option('--except <list>', 'members to leave out: names with commas between, or @FILE')
    .option('--second <name>', 'the second person, where two must agree')
  review('undo <id>', 'undo', 'take an act back as a whole').requiredOption('--act <event>', 'the act')
}

/** `learn lineage` and `learn accept`: the weights of links beside those of the reader. */
function addLineageLearning(command: Command, tools: Tools): void {
  command
    .command('lineage')
    .exitOverride()
    .description('propose weights, and show the change on pairs that were kept back')
    .addOption(dataOption())
    .option('--out <file>', 'where the proposal goes (default: weights.proposed.json in the data folder)')
    .action((options) => learnLineage(options, tools))
  command
    .command('accept <file>')
    .exitOverride()
    .description('put proposed weights in force, in the name of two people')
    .addOption(dataOption())
    .addOption(policiesOption(tools))
    .addOption(
      new Option('--by <name>', 'who accepts; twice')
        .argParser((name: string, before: string[] | undefined) => [...(before ?? []), name])
        .makeOptionMandatory(),
    )
    .addOption(whyOption())
    .action((file, options) => acceptWeights(file, options, tools))
}

const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`
