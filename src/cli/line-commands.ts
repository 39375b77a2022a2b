import { type Command, Option } from 'commander'
import { backtest } from './backtest.ts'
import { check } from './check.ts'
import { connect } from './connect.ts'
import { doctor } from './doctor.ts'
import { evidenceKeyOption, retentionOption, tsaOption } from './evidence-command.ts'
import { explain } from './explain.ts'
import { EXPORTS, exportRows } from './export.ts'
import { ingest } from './ingest.ts'
import { learn } from './learn.ts'
import { acceptWeights, learnLineage } from './learn-lineage.ts'
import {
  dataOption,
  examples,
  hostOption,
  modelOption,
  opinionsOption,
  pagingOption,
  policiesOption,
  portOption,
  threadsOption,
  wholeNumber,
  whyOption,
} from './options.ts'
import { sim } from './sim.ts'
import type { Tools } from './tools.ts'
import { verify } from './verify.ts'

/*
 * The commands of the line: events in, decisions out, and whether all is well.
 */

export function startCommand(command: Command, tools: Tools): void {
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

export function ingestCommand(command: Command, tools: Tools): void {
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

export function connectCommand(command: Command, tools: Tools): void {
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

export function checkCommand(command: Command, tools: Tools): void {
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

export function explainCommand(command: Command, tools: Tools): void {
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

export function exportCommand(command: Command, tools: Tools): void {
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

export function backtestCommand(command: Command, tools: Tools): void {
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

export function learnCommand(command: Command, tools: Tools): void {
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

export function verifyCommand(command: Command, tools: Tools): void {
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

export function doctorCommand(command: Command, tools: Tools): void {
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

export function simCommand(command: Command, tools: Tools): void {
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
