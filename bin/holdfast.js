#!/usr/bin/env node
// Plain JavaScript that even an old Node can parse: what follows needs type stripping and N-API 10,
// and on an older Node the SQLite addon would crash without a word. So we ask first.
var version = process.versions.node.split('.').map(Number)
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  process.stderr.write(
    'holdfast needs Node 22.18 or newer and this is ' +
      process.version +
      '. Run it through npm (`npm start`, `npx holdfast`): npm installs Node 24 with the project.\n',
  )
  process.exit(1)
}
import('node:module')
  .then((module) => {
    // Stripping types and compiling some hundred files is a third of a short command: it is done once. Where the folder
    // cannot be written, each start does it again.
    if (module.enableCompileCache)
      module.enableCompileCache(new URL('../node_modules/.cache/node', import.meta.url).pathname)
    return import('../src/main.ts')
  })
  .then((main) => main.main(process.argv.slice(2)))
