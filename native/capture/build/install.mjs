// Run by npm after an installation, under Node 20 or newer: puts a usable capture addon into out/<platform>-<arch>/, or
// leaves one sentence there that says what is missing. It never fails the installation and never needs the network.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyFiles } from '../../recognition/build/assemble.mjs'
import { readPins } from '../../recognition/build/pins.mjs'
import { draftFor, place, stampedHash } from '../../recognition/build/place.mjs'
import {
  cacheFolder,
  missingFile,
  outFolder,
  prebuildFolder,
} from '../../recognition/build/places.mjs'
import { plan } from '../../recognition/build/plan.mjs'
import { isThere, run } from '../../recognition/build/run.mjs'
import { compile } from './compile.mjs'
import { addonFile, cachedFolder, home, recognitionOf } from './places.mjs'
import { obstacleTo } from './plan.mjs'
import { sourceHash } from './source-hash.mjs'

/** Returns what was done: 'keep', 'copy', 'compile' or 'missing'. */
export async function install({ root, platform, arch, env, homeFolder, say }) {
  const target = `${platform}-${arch}`
  const pins = readPins(recognitionOf(root))
  const hash = sourceHash({ root, pins, platform })
  const out = outFolder(root, target)
  if (stampedHash(out) === hash) return 'keep'

  const prebuild = prebuildFolder(root, target)
  const cached = cachedFolder(cacheFolder({ platform, env, homeFolder }), target, hash)
  const compiler = await findCompiler(env)
  const decision = plan({
    hash,
    prebuilt: stampedHash(prebuild),
    cached: stampedHash(cached),
    obstacle: obstacleTo({ platform, arch, compiler }),
  })
  if (decision.action === 'missing') return leaveReason(out, decision.reason, say)

  try {
    if (decision.action === 'compile') await fillCache({ root, pins, hash, compiler, cached, say })
    await assemble(decision.from === 'prebuild' ? prebuild : cached, out)
    return decision.action
  } catch (error) {
    return leaveReason(out, `The capture addon could not be made: ${error.message}`, say)
  }
}

/** $CXX, else the first compiler that is there. */
async function findCompiler(env) {
  for (const candidate of env.CXX ? [env.CXX] : ['g++', 'clang++']) {
    if (await isThere(candidate)) return candidate
  }
  return undefined
}

async function fillCache({ root, pins, hash, compiler, cached, say }) {
  const started = Date.now()
  say(`Compiling the capture addon with ${compiler}, about 10 s, only this once ...`)
  const draft = draftFor(cached)
  try {
    await compile({ root, pins, hash, compiler, into: draft })
    place(draft, cached)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  say(`The capture addon is compiled (${Math.round((Date.now() - started) / 1000)} s).`)
}

async function assemble(from, out) {
  const draft = draftFor(out)
  try {
    copyFiles(from, draft)
    await tryOut(draft)
    place(draft, out)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Loads the addon in a process of its own, so that a folder that cannot work is never put in place. */
async function tryOut(folder) {
  const file = JSON.stringify(path.join(folder, addonFile))
  await run(process.execPath, ['--eval', `process.dlopen(module, ${file})`])
}

function leaveReason(out, reason, say) {
  say(reason)
  const draft = draftFor(out)
  writeFileSync(path.join(draft, missingFile), `${JSON.stringify({ reason }, null, 2)}\n`)
  place(draft, out)
  return 'missing'
}

async function main() {
  mkdirSync(path.join(home, 'out'), { recursive: true })
  await install({
    root: home,
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    homeFolder: os.homedir(),
    say: (line) => process.stderr.write(`${line}\n`),
  })
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  // Whatever goes wrong here is told, not thrown: a program that hears no devices is better than no program.
  await main().catch((error) =>
    process.stderr.write(`The capture addon could not be put in place: ${error.message}\n`),
  )
}
