// Run by npm after an installation, under Node 20 or newer: puts a usable speech addon into out/<platform>-<arch>/, or
// leaves one sentence there that says what is missing. It never fails the installation and never needs the network.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyFiles, copyLibraries, tryOut } from './assemble.mjs'
import { compile } from './compile.mjs'
import { readPins } from './pins.mjs'
import { draftFor, place, stampedHash } from './place.mjs'
import {
  cachedFolder,
  cacheFolder,
  home,
  missingFile,
  outFolder,
  prebuildFolder,
} from './places.mjs'
import { obstacleTo, plan } from './plan.mjs'
import { isThere } from './run.mjs'
import { sourceHash } from './source-hash.mjs'

/** Returns what was done: 'keep', 'copy', 'compile' or 'missing'. */
export async function install({ root, platform, arch, env, homeFolder, say }) {
  const target = `${platform}-${arch}`
  const hash = sourceHash(root)
  const out = outFolder(root, target)
  if (stampedHash(out) === hash) return 'keep'

  const pins = readPins(root)
  const prebuild = prebuildFolder(root, target)
  const cached = cachedFolder(cacheFolder({ platform, env, homeFolder }), target, hash)
  const compiler = await findCompiler(env)
  const decision = plan({
    hash,
    built: undefined,
    prebuilt: stampedHash(prebuild),
    cached: stampedHash(cached),
    obstacle: obstacleTo({
      target,
      supported: Object.keys(pins.libraries),
      compiler,
      git: await isThere('git'),
    }),
  })
  if (decision.action === 'missing') return leaveReason(out, decision.reason, say)

  try {
    if (decision.action === 'compile')
      await fillCache({ root, pins, target, hash, compiler, cached, say })
    const from = decision.from === 'prebuild' ? prebuild : cached
    await assemble({ root, pins, target, from, out })
    return decision.action
  } catch (error) {
    return leaveReason(out, `The speech addon could not be made: ${error.message}`, say)
  }
}

/** $CXX, else the first compiler that is there. */
async function findCompiler(env) {
  for (const candidate of env.CXX ? [env.CXX] : ['g++', 'clang++']) {
    if (await isThere(candidate)) return candidate
  }
  return undefined
}

async function fillCache({ root, pins, target, hash, compiler, cached, say }) {
  const started = Date.now()
  say(`Compiling the speech addon with ${compiler}, about 40 s, only this once ...`)
  const draft = draftFor(cached)
  try {
    await compile({ root, pins, target, hash, compiler, into: draft })
    place(draft, cached)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  say(`The speech addon is compiled (${Math.round((Date.now() - started) / 1000)} s).`)
}

async function assemble({ root, pins, target, from, out }) {
  const draft = draftFor(out)
  try {
    copyLibraries({ root, pins, target, into: draft })
    copyFiles(from, draft)
    await tryOut(draft)
    place(draft, out)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
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
  // Whatever goes wrong here is told, not thrown: a program without speech is better than no program.
  await main().catch((error) =>
    process.stderr.write(`The speech addon could not be put in place: ${error.message}\n`),
  )
}
