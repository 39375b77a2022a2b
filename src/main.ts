import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTexts } from './check.ts'
import { runCli } from './cli/cli.ts'
import { CommandError, type LabelledCheck, type Tools, UsageError } from './cli/tools.ts'
import {
  evidenceDesk,
  installationKey,
  loadPlanFiles,
  openHouse,
  openOpinionsFile,
  openVaultOf,
  rememberPlan,
} from './house.ts'
import { followAtproto, newTally, sourceOf } from './intake/atproto/atproto.ts'
import { housePorts } from './intake/atproto/house-ports.ts'
import { loadMap, readCsv } from './intake/csv.ts'
import { readJsonl } from './intake/jsonl.ts'
import { openRefusedFile } from './intake/refused.ts'
import { systemClock } from './lib/clock.ts'
import { createLineageIndex } from './lineage/lineage.ts'
import { policiesNamed } from './opinions/band.ts'
import { withSecondOpinion } from './opinions/second-opinion.ts'
import { issueKey } from './people/keys.ts'
import { issueLink } from './people/links.ts'
import { inlineMeasurer, threadedMeasurer } from './reading/measure.ts'
import { loadModel } from './reading/model-file.ts'
import { openSqliteStore } from './store/sqlite/sqlite.ts'
import { statementRow } from './transparency/statements.ts'

/*
 * The composition root: picks the parts and hands them to the commands. It knows everyone, and nobody knows it.
 */

const root = new URL('..', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }

/** Fixtures are no part of Holdfast: they are looked for only when they are asked for. */
const threatCheckTexts = new URL('fixtures/threatcheck/threatcheck.ts', root).href
interface ThreatCheckModule {
  threatCheck(
    half: 'tune',
  ): { text: string; language: string; expected: Omit<LabelledCheck, 'text' | 'language'> }[]
}

const noneClosed = createLineageIndex()

const tools: Tools = {
  version,
  defaultPolicies: new URL('policies', root).pathname,
  closedMap: new URL('docs/operate/maps/closed.yaml', root).pathname,
  generator: new URL('sim/generate.ts', root).pathname,
  openHouse: (options) => openHouse(options),
  openStore: (data, options) => openSqliteStore(data, { readOnly: true, ...options }),
  loadPlan: (policies) => loadPlanFiles(policies).plan,
  planFor: (store) => rememberPlan(store),
  newLineageIndex: createLineageIndex,
  inlineMeasurer: ({ pack }, model) =>
    inlineMeasurer(pack.banks, typeof model === 'object' ? model : loadModel(model)),
  loadModel,
  async checkTexts() {
    const { threatCheck } = (await import(threatCheckTexts)) as ThreatCheckModule
    return threatCheck('tune').map(({ text, language, expected }) => ({ text, language, ...expected }))
  },
  threadedMeasurer: ({ pack }, threads) => threadedMeasurer(pack.banks, { threads }),
  async withOpinions(measurer, plan, file) {
    if (!file) return measurer
    const { opinions, band } = await openOpinionsFile(file)
    return withSecondOpinion(measurer, opinions, { band, plan: () => plan })
  },
  async tryOpinions(file, plan) {
    const { opinions } = await openOpinionsFile(file)
    try {
      const named = policiesNamed(plan).size > 0
      const rules = {
        name: 'rules',
        ok: named,
        detail: named ? 'some look at them' : 'no rule looks at them, so nobody is ever asked',
      }
      return [rules, ...(await opinions.tryAll(plan.pack.policies))]
    } finally {
      await opinions.close()
    }
  },
  lineReader({ format, map }) {
    if (format === 'jsonl') return (input, { admit }) => readJsonl(input, { admit })
    const loaded = loadMap(map!)
    if (!loaded.ok)
      throw new CommandError(
        loaded.problems
          .map(({ line, column, message, hint }) =>
            `${map}:${line}:${column}: ${message}\n  ${hint}`.trimEnd(),
          )
          .join('\n'),
      )
    return (input, { admit }) => readCsv(input, loaded.map, { admit })
  },
  refusedFile: openRefusedFile,
  follower({ service, jetstream, from, sharedDomains, data }) {
    const source = sourceOf(service, jetstream)
    if (source === null)
      throw new UsageError(`--service takes an address such as https://relay.example, not ${service}`)
    return (house, say, signal) => {
      const refused = openRefusedFile(join(data, 'refused-events.jsonl'))
      const followed = newTally()
      const ports = housePorts({ house, source, refused, say })
      const done = followAtproto({ source, from, sharedDomains, tally: followed }, ports, signal)
      return { followed, done: done.finally(() => refused.close()) }
    }
  },
  check: (inputs, plan, measurer) =>
    checkTexts(inputs, {
      plan,
      measurer,
      noneClosed,
      at: new Date(systemClock.now()).toISOString(),
    }),
  statementRow,
  evidenceDesk,
  installationKey,
  openVault: (options) => openVaultOf(options, { readOnly: true }),
  async serve(options) {
    const { serve } = await import('./serve.ts')
    await serve(options, tools)
  },
  issueKey: (store, scopes) => issueKey(store, systemClock, scopes),
  async drill(kind, options) {
    const { drill } = await import('./drill.ts')
    return drill(kind, options)
  },
  issueLink: (store) => issueLink(store, systemClock),
}

/** Runs one command and gives its exit code. */
export const run = (argv: string[]): Promise<number> => runCli(argv, tools)

/** Runs one command; the process ends with its exit code once output is written. */
export async function main(argv: string[]): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the rows has had enough. A server goes on: its rows were only the greeting.
    if (error.code === 'EPIPE' && argv[0] !== 'start') process.exit(0)
  })
  // Nobody listens to progress any more: that is no reason to stop.
  process.stderr.on('error', () => {})
  process.exitCode = await run(argv)
}
