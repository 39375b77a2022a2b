import { type Command, Option } from 'commander'
import { HOLD_BASES } from '../model/evidence.ts'
import {
  eraseEvidence,
  exportEvidence,
  holdEvidence,
  listEvidence,
  rekeyVault,
  releaseEvidence,
  retainEvidence,
  showEvidence,
  viewsOf,
} from './evidence.ts'
import { dataOption, examples, policiesOption, wholeNumber } from './options.ts'
import type { Tools } from './tools.ts'

export const evidenceKeyOption = (): Option =>
  new Option(
    '--evidence-key-file <file>',
    'keys that seal evidence, one a line, the current one first; evidence.key in the data folder without it',
  ).env('HOLDFAST_EVIDENCE_KEY_FILE')
export const retentionOption = (): Option =>
  new Option('--retention <file>', 'how long evidence is kept, by class (docs/operate/evidence.md)').env(
    'HOLDFAST_RETENTION',
  )
export const tsaOption = (): Option =>
  new Option('--tsa-url <url>', 'time-stamping authority (RFC 3161) for bundles; none without it').env(
    'HOLDFAST_TSA_URL',
  )

/** `holdfast evidence …`. */
export function evidenceCommand(command: Command, tools: Tools): void {
  command
    .name('evidence')
    .description('what was preserved before a restriction: see it, hold it, hand it on, let it go')
    .addHelpText(
      'after',
      examples(
        'holdfast evidence',
        'holdfast evidence show v-1f2e… --by mara --case t-9c1a…',
        'holdfast evidence export t-9c1a… --out case.tar --by mara --why "referral 2026-17"',
        'holdfast evidence hold acct:123 --basis us-2703f --reference "letter of 3 March" --by ben --why "request received"',
        'holdfast evidence hold --extend h-77ab… --by ben --why "renewed by letter of 28 May"',
        'holdfast evidence retain --dry-run',
        'holdfast evidence views --case t-9c1a…',
      ),
    )
  const sub = (usage: string, description: string, options?: { isDefault: boolean }) =>
    command
      .command(usage, options)
      .exitOverride()
      .description(description)
      .addOption(dataOption())
      .addOption(policiesOption(tools))
      .addOption(evidenceKeyOption())
      .addOption(new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'))
      .option('--url <url>', 'ask the server that runs there')
      .option('--key-file <file>', 'with --url: file with a key of the permission evidence (audit for views)')
  const signed = (usage: string, description: string) =>
    sub(usage, description).option('--by <name>', 'who acts').option('--why <text>', 'the grounds')
  const many = (line: Command) =>
    line.addOption(new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 500)).default(100))

  many(sub('list', 'the newest first; bytes are not shown', { isDefault: true }))
    .option('--account <id>', 'of this account')
    .option('--erased', 'also what is left of what was erased')
    .action((options) => listEvidence(options, tools))
  sub('show <id>', 'one piece, by its id or its decision’s; that you saw it is logged')
    .option('--by <name>', 'who looks')
    .option('--case <id>', 'the case it is looked at for')
    .action((id, options) => showEvidence(id, options, tools))
  signed('export <ids...>', 'evidence, decisions, accounts or one case as one archive; logged')
    .requiredOption('--out <file>', 'where to')
    .option('--force', 'write over a file that is there')
    .addOption(tsaOption())
    .action((ids, options) => exportEvidence(ids, options, tools))
  signed(
    'hold [ids...]',
    'forbid deletion of evidence, of all of an account or a case; or list and extend holds',
  )
    .addOption(new Option('--basis <basis>', 'what it rests on').choices([...HOLD_BASES]))
    .option('--until <time>', 'until when; without it as long as the basis gives')
    .option('--reference <text>', 'of the request or order')
    .option('--extend <hold>', 'make this hold last longer')
    .option('--list', 'holds that live')
    .option('--all', 'with --list: those that ended as well')
    .action((ids, options) => holdEvidence(ids, options, tools))
  signed('release <hold>', 'lift a hold').action((id, options) => releaseEvidence(id, options, tools))
  sub('retain', 'delete what its time is over for, and say what')
    .option('--dry-run', 'only say what would go')
    .option('--by <name>', 'who acts')
    .addOption(retentionOption())
    .action((options) => retainEvidence(options, tools))
  signed('erase <ids...>', 'erase evidence, or all of an account; what is held stays').action(
    (ids, options) => eraseEvidence(ids, options, tools),
  )
  many(sub('views', 'who saw what, when, for which case'))
    .option('--seen <id>', 'who saw this')
    .option('--case <id>', 'what was seen for this case')
    .option('--who <name>', 'what this person saw')
    .action((options) => viewsOf(options, tools))
  sub(
    'rekey',
    'seal all that lies under former keys anew, under the current one; while the server is stopped',
  ).action((options) => rekeyVault(options, tools))
}
