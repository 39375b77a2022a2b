import { type Command, Option } from 'commander'
import { reviewCampaigns, showCampaign } from './campaign-acts.ts'
import { campaigns } from './campaigns.ts'
import { appeals, jobs } from './desk.ts'
import { importClosed, repairLink, reviewLinkOf, showLineage, survival } from './lineage.ts'
import {
  byOption,
  dataOption,
  examples,
  formatOption,
  hostOption,
  limitOption,
  linesOption,
  pagingOption,
  policiesOption,
  threadsOption,
  whereOptions,
  wholeNumber,
  whyOption,
} from './options.ts'
import { protectedPeople } from './protected.ts'
import { orders, runDrill, threats } from './threats.ts'
import type { Tools } from './tools.ts'

/*
 * The commands of the desks: what waits for people, and what they decide.
 */

export function threatsCommand(command: Command, tools: Tools): void {
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

export function ordersCommand(command: Command, tools: Tools): void {
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

export function protectedCommand(command: Command, tools: Tools): void {
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

export function lineageCommand(command: Command, tools: Tools): void {
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

export function jobsCommand(command: Command, tools: Tools): void {
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

export function appealsCommand(command: Command, tools: Tools): void {
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

export function campaignsCommand(command: Command, tools: Tools): void {
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
