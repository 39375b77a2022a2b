import { type Command, Option } from 'commander'
import { ROLE_NAMES } from '../model/roles.ts'
import { access } from './access.ts'
import { audit } from './audit.ts'
import {
  dataOption,
  examples,
  hostOption,
  keyFileOption,
  linesOption,
  policiesOption,
  portOption,
  urlOption,
  wholeNumber,
} from './options.ts'
import { actOnPerson, invitePerson, listPeople } from './people.ts'
import type { Tools } from './tools.ts'

/*
 * The commands about who may do what, and who did.
 */

export function accessCommand(command: Command, tools: Tools): void {
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

export function peopleCommand(command: Command, tools: Tools): void {
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

export function auditCommand(command: Command, tools: Tools): void {
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
