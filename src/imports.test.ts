import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

const nouns = ['model', 'lib']
const judgement = [
  'facts',
  'reading',
  'media',
  'banks',
  'tallies',
  'rules',
  'decisions',
  'lineage',
  'campaigns',
  'transparency',
]
const ports = [
  'store/store.ts',
  'store/desk.ts',
  'store/search.ts',
  'bus/bus.ts',
  'enforce/enforce.ts',
  'opinions/opinions.ts',
]
const desks = ['people', 'review', 'appeals', 'threats', 'evidence']
const line = ['world.ts', 'rooms.ts', 'judge.ts', 'pipeline.ts', 'replay.ts', 'check.ts', 'slow-thinker.ts']
/** The composition root: knows everyone, and nobody knows it. */
const edges = ['intake', 'enforce', 'opinions', 'preserve', 'server', 'cli', 'store', 'bus', 'paging']
const roots = ['main.ts', 'house.ts', 'desks.ts', 'policy-folder.ts', 'serve.ts', 'drill.ts']

/**
 * Who may lean on whom. A place not named on the right is out of reach. Places are the folders of `src/`,
 * except for the ports and the line, which are single files.
 */
const mayImport: Record<string, string[]> = {
  model: [],
  lib: [],
  ...Object.fromEntries(judgement.map((place) => [place, [...nouns, ...judgement]])),
  ...Object.fromEntries(ports.map((place) => [place, [...nouns, 'store/desk.ts']])),
  // What desks have in common, so that none has to lean on another.
  desk: [...nouns, ...judgement, ...ports],
  ...Object.fromEntries(desks.map((place) => [place, [...nouns, ...judgement, ...ports, 'desk']])),
  'world.ts': [...nouns, ...judgement],
  'rooms.ts': [...nouns, ...judgement, ...desks, 'world.ts'],
  'judge.ts': [...nouns, ...judgement, ...desks, 'world.ts', 'rooms.ts'],
  'pipeline.ts': [...nouns, ...judgement, ...ports, ...desks, 'judge.ts', 'world.ts'],
  'replay.ts': [...nouns, ...judgement, ...ports, 'judge.ts', 'world.ts', 'pipeline.ts'],
  'check.ts': [...nouns, ...judgement, 'judge.ts', 'world.ts'],
  'slow-thinker.ts': [...nouns, ...judgement, ...ports, 'pipeline.ts'],
  ...Object.fromEntries(
    edges.map((place) => [place, [...nouns, ...judgement, ...ports, 'desk', ...desks, ...line]]),
  ),
}

/** The place a file of `src/` belongs to: a port or line file stands for itself, all else for its folder. */
function placeOf(path: string): string {
  const inside = path.replace(/^src\//, '')
  if ([...ports, ...line].includes(inside)) return inside
  const folder = inside.split('/')[0]!
  return inside.includes('/') ? folder : inside
}

function localImports(file: string): string[] {
  const code = readFileSync(file, 'utf8')
  const found = [...code.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) => match[1]!)
  return found.map((target) => normalize(join(dirname(file), target)))
}

const sources = globSync('src/**/*.ts').filter((file) => !/\.test\.ts$|contract\.ts$/.test(file))

test('imports point inward', () => {
  assert.ok(sources.length > 30, `only ${sources.length} files seen: the walls would guard nothing`)
  for (const file of sources) {
    const place = placeOf(file)
    if (roots.includes(place)) continue
    const allowed = mayImport[place]
    assert.ok(allowed, `${file} stands in a place the table does not know: ${place}`)
    for (const target of localImports(file)) {
      const there = placeOf(target)
      assert.ok(there === place || allowed.includes(there), `${file} reaches into ${target}`)
    }
  }
})

test('nobody imports the town, the measurements or the composition root', () => {
  for (const file of sources)
    for (const target of localImports(file)) {
      assert.ok(!/^(sim|eval|bench|console)\//.test(target), `${file} imports ${target}`)
      const root = roots.includes(placeOf(target)) && !roots.includes(placeOf(file))
      assert.ok(!root, `${file} imports the composition root`)
    }
})

test('judgement touches neither network, disk nor clock', () => {
  // The doors of this storey, named here so that they stay few: the reader's worker pool, and the files of weights.
  const doors = [
    /^src\/reading\/(measure|worker|model-file)\.ts$/,
    /^src\/rules\/load\.ts$/,
    /^src\/lineage\/.*-weights\.ts$/,
  ]
  const forbidden =
    /from 'node:(fs|net|http|https|child_process|worker_threads|dns|tls)[^']*'|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bfetch\(|\bprocess\.env\b/
  for (const file of sources) {
    if (!judgement.includes(placeOf(file)) && !['world.ts', 'rooms.ts', 'judge.ts'].includes(placeOf(file)))
      continue
    if (doors.some((door) => door.test(file))) continue
    const hit = forbidden.exec(readFileSync(file, 'utf8'))
    assert.equal(hit, null, `${file}: ${hit?.[0]}`)
  }
})
