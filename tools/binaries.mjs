// The native binaries of the packages, held against `tools/supply/native-binaries.json`.
//   npm run binaries               every file is hashed; fails where one is unknown or another
//   npm run binaries -- --write    lists those of this system anew; those of other systems stay
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project-node.mjs'
import { binaryFaults, findBinaries, hashOf, keyOf } from './supply/native-binaries.mjs'
import { locked, shipped } from './supply/shipped.mjs'

/** @typedef {import('./supply/native-binaries.mjs').Binary} Binary */

const list = join(root, 'tools/supply/native-binaries.json')
const packages = shipped()
const found = findBinaries(packages)
const hashes = new Map()
for (const one of found) hashes.set(keyOf(one), await hashOf(one.at))

if (process.argv.includes('--write')) write()
else {
  const faults = binaryFaults(found, listed(), hashes)
  for (const fault of faults) console.log(fault)
  console.log(
    `${found.length} binaries of ${new Set(found.map((one) => one.package)).size} packages`,
  )
  process.exitCode = faults.length > 0 ? 1 : 0
}

/** @returns {Binary[]} */
function listed() {
  return JSON.parse(readFileSync(list, 'utf8')).binaries
}

function write() {
  const here = new Set(packages.filter(({ isHere }) => isHere).map(({ name }) => name))
  const there = new Set(packages.map(({ name, version }) => `${name}@${version}`))
  const elsewhere = listed().filter(
    (one) => !here.has(one.package) && there.has(`${one.package}@${one.version}`),
  )
  const own = found.map(({ at: _, ...one }) => ({ ...one, sha256: hashes.get(keyOf(one)) }))
  const binaries = [...elsewhere, ...own].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  // The package as the registry has it: its name and version, and the hash of the archive that npm insists on.
  const origins = Object.fromEntries(
    packages
      .filter(({ name }) => binaries.some((one) => one.package === name))
      .map(({ name, version, path }) => [`pkg:npm/${name}@${version}`, locked()[path]?.integrity]),
  )
  writeFileSync(list, `${JSON.stringify({ origins, binaries }, null, 2)}\n`)
  console.log(`${binaries.length} binaries listed`)
}
