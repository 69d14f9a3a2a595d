// Runs the Windows build of the speech addon, and better-sqlite3's, in unmodified Windows Node under Wine 10. Where that
// cannot be prepared it says why and succeeds. Wine is good evidence that code and libraries fit Windows; it is no evidence
// of speed or of drivers there.
import { readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from '../../native/recognition/build/places.mjs'
import { run } from '../../native/recognition/build/run.mjs'
import { inChroot, prepareChroot } from './chroot.mjs'
import { stage } from './stage.mjs'

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const caseLimitMs = 180_000
/** An unoptimised library is 15 times slower or more; the levels that Linux has and Windows has not cost less than 3. */
const slowestRatio = 6

const install = 'native/recognition/build/install.mjs'
const cases = [
  ['the installation puts the prebuild in place', 'node.exe', install],
  ['decodes the sample', 'node.exe', 'tests/wine/cases/decode.ts'],
  ['decodes in a host of another name', 'Some Host.exe', 'tests/wine/cases/decode.ts'],
  ['works from folders with other letters', 'node.exe', 'tests/wine/cases/other-letters.ts'],
  ['decodes in other processes and threads', 'node.exe', 'tests/wine/cases/other-processes.ts'],
  ['aborts and goes on', 'node.exe', 'tests/wine/cases/abort.ts'],
  ['detects voices', 'node.exe', 'tests/wine/cases/voice.ts'],
  ['refuses a broken model', 'node.exe', 'tests/wine/cases/broken-model.ts'],
  ['hears, keeps and finishes meetings', 'node.exe', 'tests/wine/cases/command-line.ts'],
  ['stores and searches', 'node.exe', 'tests/wine/cases/store.ts'],
]

const say = (line) => console.log(line)

function close({ passed = 0, failed = 0, skipped = 0 }) {
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  process.exitCode = failed > 0 ? 1 : 0
}

async function main() {
  const cache = cacheFolder({
    platform: process.platform,
    env: process.env,
    homeFolder: os.homedir(),
  })
  const ready = await prepare(cache)
  if (ready.problem) {
    say(`skipped: ${ready.problem}`)
    return close({ skipped: cases.length + 1 })
  }
  const { chroot, staged } = ready
  try {
    const facts = {}
    let failed = 0
    for (const one of cases) if (!(await runCase({ chroot, staged, facts }, one))) failed++
    if (!(await compareSpeed(facts))) failed++
    close({ passed: cases.length + 1 - failed, failed })
  } finally {
    rmSync(staged.folder, { recursive: true, force: true })
  }
}

async function prepare(cache) {
  const made = await prepareChroot({ cache, env: process.env, say })
  if (made.problem) return made
  const build = path.join(project, 'native/recognition/build/windows.mjs')
  try {
    await run(process.execPath, [build])
    return { chroot: made.folder, staged: await stage({ project, chroot: made.folder, cache }) }
  } catch (error) {
    return { problem: error.message }
  }
}

/** Wine cannot write to the pipes of Linux, so output goes to files. */
async function runCase({ chroot, staged, facts }, [title, host, file]) {
  const { folder, inside } = staged
  const script =
    'cd "$0/project" && exec timeout "$3" wine "$1" "$2" >"$0/out.txt" 2>"$0/err.txt" </dev/null'
  const limit = String(caseLimitMs / 1000)
  const command = ['sh', '-c', script, inside, `${inside}/${host}`, file, limit]
  const outcome = await inChroot(chroot, command).then(
    () => 'passed',
    () => 'FAILED',
  )
  const output = readFileSync(path.join(folder, 'out.txt'), 'utf8').trim()
  say(`${outcome}: ${title}${output ? ` ${output}` : ''}`)
  if (outcome !== 'passed') say(readFileSync(path.join(folder, 'err.txt'), 'utf8'))
  else if (output) Object.assign(facts, JSON.parse(output))
  return outcome === 'passed'
}

async function compareSpeed({ encodeMs }) {
  const here = JSON.parse(
    await run(process.execPath, [path.join(project, 'tests/wine/cases/decode.ts')]),
  )
  const ratio = encodeMs / here.encodeMs
  const passed = ratio < slowestRatio
  const level = `Linux ${here.cpuLevel}: ${here.encodeMs.toFixed(0)} ms`
  say(
    `${passed ? 'passed' : 'FAILED'}: the encoder takes ${ratio.toFixed(1)} times what it takes on Linux (${level})`,
  )
  return passed
}

await main()
