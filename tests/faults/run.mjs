// Tries to lose speech and to get in, one kind of harm after the other, and prints what it came to.
//   npm run test:faults                      the short form, under ten minutes
//   npm run test:faults -- --long            every harm as often as docs/reliability.md says
//   npm run test:faults -- --only disk       the cases whose file name contains a word
//   npm run test:faults -- --seed 7          other random moments
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { setup as keepKeysApart } from '../../tools/keys-for-tests.mjs'
import { projectNode, root } from '../../tools/project-node.mjs'
import { faultTable } from './table.mjs'

/** @typedef {import('./table.mjs').Told} Told */

const { values: chosen } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
})
const shortLimitMs = 4 * 60_000
const longLimitMs = 120 * 60_000

const reports = join(root, 'out/reports')
mkdirSync(reports, { recursive: true })
const files = globSync('tests/faults/cases/*.ts', { cwd: root })
  .filter((file) => basename(file).includes(chosen.only))
  .toSorted()
const removeKeys = keepKeysApart()
const rows = files.flatMap(process.env['CI'] ? runTwice : runCase)
removeKeys()
const failed = rows.filter(({ holds }) => !holds)

const form = chosen.long ? 'long' : 'short'
const told = { form, seed: Number(chosen.seed), rows }
writeFileSync(join(reports, `faults-${form}.json`), `${JSON.stringify(told, null, 2)}\n`)
console.log(`\n${faultTable(rows)}\n`)
for (const { fault, broken } of failed)
  for (const sentence of broken.length > 0 ? broken : ['over its limit'])
    console.log(`failed: ${fault}: ${sentence}`)
const skipped = rows.filter((row) => row.skipped)
for (const row of skipped) console.log(`skipped: ${row.fault}: ${row.skipped}`)
const passed = rows.length - failed.length - skipped.length
const untried = skipped.length > 0 ? `, ${skipped.length} skipped` : ''
console.log(`\n${passed} passed, ${failed.length} failed${untried}`)
process.exitCode = failed.length > 0 || rows.length === 0 ? 1 : 0

/** Where the machine is shared and nobody looks on, what fails is tried once more, and both are told. */
function runTwice(/** @type {string} */ file) {
  const first = runCase(file)
  const fallen = first.filter((/** @type {Told} */ { holds }) => !holds)
  if (fallen.length === 0) return first
  console.log(faultTable(fallen))
  for (const { fault, broken } of fallen)
    console.log(`tried once more: ${fault}: ${broken.join(' ') || 'over its limit'}`)
  return runCase(file)
}

/** @returns {Told[]} */
function runCase(/** @type {string} */ file) {
  const name = basename(file, '.ts')
  const result = join(reports, `fault-${name}.json`)
  rmSync(result, { force: true })
  console.log(`\n== ${name}`)
  const began = performance.now()
  const words = [
    join(root, 'tests/faults/run-case.ts'),
    join(root, file),
    result,
    chosen.seed,
    ...(chosen.long ? ['--long'] : []),
  ]
  const { status, signal } = spawnSync(projectNode, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: chosen.long ? longLimitMs : shortLimitMs,
    killSignal: 'SIGKILL',
    env: { ...process.env, RTSTT_BACKEND: 'cpu' },
  })
  console.log(`   ${((performance.now() - began) / 1000).toFixed(0)} s`)
  if (status === 0) return JSON.parse(readFileSync(result, 'utf8'))
  const why = `the case itself ended with ${signal ?? `exit code ${status}`}`
  return [{ fault: name, tried: 0, recoveredMs: null, lost: null, broken: [why], holds: false }]
}
