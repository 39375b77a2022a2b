import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { formatCount } from './progress.ts'
import { CommandError, type Tools } from './tools.ts'

interface Finding {
  ok: boolean
  what: string
  /** What to do about it. */
  hint?: string
}

const FREE_BYTES_MIN = 1 << 30

/** `holdfast doctor`: looks at machine, data, policies and port, and says what stands in the way and what to do. */
export async function doctor(
  options: { data: string; policies: string; opinions?: string; port: number; host: string },
  tools: Tools,
): Promise<void> {
  const findings = [
    runtime(),
    machine(),
    folder(options.data),
    ...(await installation(options.data, tools)),
    policies(options.policies, tools),
    ...(await opinions(options, tools)),
    await port(options.host, options.port),
  ]
  for (const { ok, what, hint } of findings) {
    process.stdout.write(`${ok ? 'ok   ' : 'FAIL '} ${what}\n`)
    if (hint !== undefined && !ok) process.stdout.write(`      ${hint.replaceAll('\n', '\n      ')}\n`)
  }
  const failed = findings.filter(({ ok }) => !ok).length
  if (failed > 0) throw new CommandError(`${failed} of ${findings.length} findings need attention`)
}

const runtime = (): Finding => ({
  ok: Number(process.versions.node.split('.')[0]) >= 22,
  what: `Node ${process.versions.node}`,
  hint: 'run through npm (npm start, npx holdfast): Node 24 is installed with the project',
})

const machine = (): Finding => ({
  ok: true,
  what: `${availableParallelism()} cores, ${formatCount(totalmem() / 2 ** 30)} GiB of memory`,
})

function folder(data: string): Finding {
  try {
    const there = nearestFolder(data)
    accessSync(there, constants.R_OK | constants.W_OK)
    const { bavail, bsize } = statfsSync(there)
    const free = bavail * bsize
    const what = `${data} can be ${there === data ? 'written' : 'made'}, ${formatCount(free / 2 ** 30)} GiB free`
    return {
      ok: free >= FREE_BYTES_MIN,
      what,
      hint: 'less than 1 GiB is left: make room, or give another folder with --data',
    }
  } catch (error) {
    return {
      ok: false,
      what: `${data} cannot be used: ${(error as Error).message}`,
      hint: 'give a folder you may write with --data',
    }
  }
}

/** The folder, or where it would be made: whoever only looks makes nothing. */
function nearestFolder(data: string): string {
  let there = data
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  return there
}

async function installation(data: string, tools: Tools): Promise<Finding[]> {
  if (!existsSync(`${data}/events.db`))
    return [{ ok: true, what: 'no installation there yet; the first start makes one' }]
  try {
    const store = await tools.openStore(data)
    const { logged, judged, settled } = store.position()
    const { outboxDead } = await store.counts()
    await store.close()
    return [
      {
        ok: true,
        what: `store opens: ${formatCount(logged)} events logged, ${formatCount(judged)} judged, ${formatCount(settled)} settled`,
      },
      {
        ok: outboxDead === 0,
        what: `${formatCount(outboxDead)} dead letters`,
        hint: 'the platform refused these actions or never answered: see them on the page, then send them again there',
      },
    ]
  } catch (error) {
    const { message, hint } = error as Error & { hint?: string }
    return [{ ok: false, what: `store: ${message}`, ...(hint !== undefined && { hint }) }]
  }
}

function policies(directory: string, tools: Tools): Finding {
  try {
    const { pack } = tools.loadPlan(directory)
    const live = pack.rules.filter(({ mode }) => mode === 'live').length
    return {
      ok: true,
      what: `${directory}: ${pack.rules.length} rules (${live} live), ${pack.tallies.length} tallies, ${pack.banks.length} banks`,
    }
  } catch (error) {
    return { ok: false, what: `${directory} does not load`, hint: (error as Error).message }
  }
}

/** Each provider of second opinions by name, and whether it answers. */
async function opinions(
  { opinions: file, policies }: { opinions?: string; policies: string },
  tools: Tools,
): Promise<Finding[]> {
  if (!file) return []
  try {
    const tried = await tools.tryOpinions(file, tools.loadPlan(policies))
    return tried.map(({ name, ok, detail }) => ({
      ok,
      what: `opinions: ${name}: ${detail}`,
      hint: 'until it answers, readings have gaps in its place; docs/operate/opinions.md says what each gap means',
    }))
  } catch (error) {
    return [{ ok: false, what: `${file} does not load`, hint: (error as Error).message }]
  }
}

const port = (host: string, wanted: number): Promise<Finding> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) =>
      resolve({
        ok: false,
        what: `port ${wanted} on ${host}: ${error.message}`,
        hint: 'another program listens there (a running Holdfast?): stop it or give another with --port',
      }),
    )
    server.listen(wanted, host, () =>
      server.close(() => resolve({ ok: true, what: `port ${wanted} on ${host} is free` })),
    )
  })
