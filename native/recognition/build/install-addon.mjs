// Puts a usable addon into out/<platform>-<arch>/ of its folder, or leaves one sentence there that says what is missing. It
// never needs the network.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { copyFiles } from './assemble.mjs'
import { draftFor, place, stampedHash } from './place.mjs'
import { cacheFolder, missingFile, outFolder, prebuildFolder } from './places.mjs'
import { plan } from './plan.mjs'
import { isThere } from './run.mjs'

/**
 * What one addon is made of. `cachedFolder(cache, target, hash)` is where it is kept once compiled; `obstacleTo(compiler)`
 * resolves with the sentence that says why it cannot be compiled here; `compile({ compiler, into })` leaves it with its
 * stamp in a folder; `complete(folder)` adds what it needs beside itself; `tryOut(folder)` throws if it cannot work there.
 * @typedef {object} Addon
 * @property {string} name such as `speech addon`
 * @property {number} seconds that compiling takes, about
 * @property {string} hash
 * @property {(cache: string, target: string, hash: string) => string} cachedFolder
 * @property {(compiler: string | undefined) => string | undefined | Promise<string | undefined>} obstacleTo
 * @property {(how: { compiler: string, into: string }) => Promise<void>} compile
 * @property {(folder: string) => void} complete
 * @property {(folder: string) => Promise<void>} tryOut
 */

/** Returns what was done: 'keep', 'copy', 'compile' or 'missing'. */
export async function installAddon(addon, { root, platform, arch, env, homeFolder, say }) {
  const { name, hash } = addon
  const target = `${platform}-${arch}`
  const out = outFolder(root, target)
  if (stampedHash(out) === hash) return 'keep'

  const prebuild = prebuildFolder(root, target)
  const cached = addon.cachedFolder(cacheFolder({ platform, env, homeFolder }), target, hash)
  const compiler = await findCompiler(env)
  const decision = plan({
    hash,
    built: undefined,
    prebuilt: stampedHash(prebuild),
    cached: stampedHash(cached),
    obstacle: await addon.obstacleTo(compiler),
  })
  if (decision.action === 'missing') return leaveReason(out, decision.reason, say)

  try {
    if (decision.action === 'compile') await fillCache(addon, { compiler, cached, say })
    await assemble(addon, { from: decision.from === 'prebuild' ? prebuild : cached, out })
    return decision.action
  } catch (error) {
    return leaveReason(out, `The ${name} could not be made: ${error.message}`, say)
  }
}

/** Installs into the checkout. Whatever goes wrong is told, not thrown: a program without this addon is better than none. */
export async function installHere({ name, home, install }) {
  const say = (line) => process.stderr.write(`${line}\n`)
  try {
    mkdirSync(path.join(home, 'out'), { recursive: true })
    const { platform, arch, env } = process
    await install({ root: home, platform, arch, env, homeFolder: os.homedir(), say })
  } catch (error) {
    say(`The ${name} could not be put in place: ${error.message}`)
  }
}

/** $CXX, else the first compiler that is there. */
async function findCompiler(env) {
  for (const candidate of env.CXX ? [env.CXX] : ['g++', 'clang++']) {
    if (await isThere(candidate)) return candidate
  }
  return undefined
}

async function fillCache({ name, seconds, compile }, { compiler, cached, say }) {
  const started = Date.now()
  say(`Compiling the ${name} with ${compiler}, about ${seconds} s, only this once ...`)
  const draft = draftFor(cached)
  try {
    await compile({ compiler, into: draft })
    place(draft, cached)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  say(`The ${name} is compiled (${Math.round((Date.now() - started) / 1000)} s).`)
}

async function assemble({ complete, tryOut }, { from, out }) {
  const draft = draftFor(out)
  try {
    complete(draft)
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
