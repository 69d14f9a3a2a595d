// Collects the licences of all packages in the program into out/licences, from where they are packaged with it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project-node.mjs'
import { licenceFault } from './supply/licence-rules.mjs'
import { licenceTexts } from './supply/licence-texts.mjs'
import { shipped } from './supply/shipped.mjs'

const packages = shipped()
const folder = join(root, 'out/licences')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'LICENCES.txt'), licenceTexts(packages))
const faults = packages.map(licenceFault).filter((fault) => fault !== null)
for (const fault of faults) console.log(fault)
console.log(`out/licences/LICENCES.txt: ${packages.filter(({ isHere }) => isHere).length} packages`)
process.exitCode = faults.length > 0 ? 1 : 0
