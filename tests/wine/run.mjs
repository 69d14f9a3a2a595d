// Runs the Windows builds of our addons, and better-sqlite3's, in unmodified Windows Node under Wine 10. Where that cannot
// be prepared it says why and succeeds. Wine is good evidence that code and libraries fit Windows; it is no evidence of
// speed, of drivers or of the audio engine there.
import { readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from '../../native/recognition/build/places.mjs'
import { run } from '../../native/recognition/build/run.mjs'
import { captureCases, cases } from './cases.mjs'
import { inChroot, prepareChroot, wineEnvironment } from './chroot.mjs'
import { startSound } from './sound.mjs'
import { stage } from './stage.mjs'

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const caseLimitMs = 180_000
/** An unoptimised library is 15 times slower or more; the levels that Linux has and Windows has not cost less than 3. */
const slowestRatio = 6

const say = (line) => console.log(line)

function close({ passed = 0, failed = 0, skipped = 0 }) {
  say(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
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
    return close({ skipped: cases.length + captureCases.length + 1 })
  }
  const place = { ...ready, facts: {} }
  try {
    const count = { passed: 0, failed: 0, skipped: 0 }
    await runCases(place, cases, count)
    count[(await compareSpeed(place.facts)) ? 'passed' : 'failed']++
    await runCaptureCases(place, count)
    close(count)
  } finally {
    rmSync(ready.staged.folder, { recursive: true, force: true })
  }
}

async function prepare(cache) {
  const made = await prepareChroot({ cache, env: process.env, say })
  if (made.problem) return made
  try {
    for (const addon of ['recognition', 'capture'])
      await run(process.execPath, [path.join(project, `native/${addon}/build/windows.mjs`)])
    return { chroot: made.folder, staged: await stage({ project, chroot: made.folder, cache }) }
  } catch (error) {
    return { problem: error.message }
  }
}

async function runCaptureCases(place, count) {
  const sound = await startSound()
  if (sound.problem) {
    say(`skipped: ${sound.problem}`)
    count.skipped += captureCases.length
    return
  }
  try {
    await runCases({ ...place, sound }, captureCases, count)
  } finally {
    await sound.close()
  }
}

async function runCases(place, list, count) {
  for (const one of list) count[(await runCase(place, one)) ? 'passed' : 'failed']++
}

/** Wine cannot write to the pipes of Linux, so output goes to files. */
async function runCase({ chroot, staged, facts, sound }, [title, host, file]) {
  const { folder, inside } = staged
  const script =
    'cd "$0/project" && exec timeout "$3" wine "$1" "$2" >"$0/out.txt" 2>"$0/err.txt" </dev/null'
  const limit = String(caseLimitMs / 1000)
  const command = ['sh', '-c', script, inside, `${inside}/${host}`, file, limit]
  const outcome = await inChroot(chroot, command, {
    env: { ...wineEnvironment, ...sound?.env },
    shared: sound?.shared,
  }).then(
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
