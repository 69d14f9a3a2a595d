// Everything that can be said about the code in under a minute, side by side. The full run with
// the whole chain and the browser is `npm test`.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from './project-node.mjs'

/** Scripts of package.json; the longest first. */
const steps = ['test:unit', 'types', 'lint', 'boundaries', 'unused', 'windows-packages', 'format']

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
const failed = /** @type {string[]} */ ([])
const waiting = [...steps]

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}. "npm run fix" mends format and much of lint.`)
  process.exitCode = 1
}

async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const startedAt = Date.now()
    const { code, output } = await run(scripts[step])
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step} (${seconds} s)`)
    if (code === 0) continue
    failed.push(step)
    console.log(output)
  }
}

/** @returns {Promise<{ code: number | null, output: string }>} */
function run(/** @type {string} */ command) {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, shell: true, env: { ...process.env, PATH: path } })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.on('close', (code) => resolve({ code, output }))
  })
}
