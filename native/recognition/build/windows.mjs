// Builds the speech addon for Windows on Linux, with mingw-w64, into prebuilds/win32-x64/: the addon, our CPU libraries and
// the base library of the pinned package.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeStamp } from './compile.mjs'
import { checkOutGgml } from './ggml-sources.mjs'
import { fetchPackage } from './npm-package.mjs'
import { checkPins, readPins } from './pins.mjs'
import { draftFor, place, stampedHash } from './place.mjs'
import { addonFile, cacheFolder, home, prebuildFolder } from './places.mjs'
import { windowsRecipe } from './recipe.mjs'
import { followRecipe, isThere, run, runSome } from './run.mjs'
import { fileHash, sourceHash } from './source-hash.mjs'
import { cpuRecipe, levels } from './windows-cpu.mjs'
import { checkImports, importLibraryOf, nodeImportLibrary } from './windows-imports.mjs'

const target = 'win32-x64'
const cCompiler = 'x86_64-w64-mingw32-gcc-posix'
const compiler = 'x86_64-w64-mingw32-g++-posix'
const compilersAtOnce = 2

const say = (line) => process.stderr.write(`${line}\n`)

async function main() {
  const hash = sourceHash(home)
  const prebuild = prebuildFolder(home, target)
  if (stampedHash(prebuild) === hash) return say(`${prebuild} is up to date.`)
  if (!(await isThere(compiler))) {
    throw new Error('mingw-w64 is missing: install g++-mingw-w64-x86-64-posix.')
  }
  const started = Date.now()
  const draft = draftFor(prebuild)
  const work = mkdtempSync(path.join(os.tmpdir(), 'rtstt-windows-'))
  try {
    await build({ pins: readPins(home), hash, work, into: draft })
    place(draft, prebuild)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(work, { recursive: true, force: true })
  }
  say(`${prebuild} is built (${Math.round((Date.now() - started) / 1000)} s).`)
}

async function build({ pins, hash, work, into }) {
  const { whisper, ggml, nodeApi } = pins
  const checked = checkPins({ whisper, ggml, nodeApi }, home)
  if (checked.problem) throw new Error(checked.problem)
  copyFileSync(await baseLibrary(pins.libraries[target]), path.join(into, 'ggml-base.dll'))

  const checkout = await checkOutGgml(checked.folders.ggml, path.join(work, 'llama'), [
    'ggml/include',
    'ggml/src',
  ])
  const parts = {
    ggml: path.join(checkout, 'ggml'),
    baseImports: await importLibraryOf(path.join(into, 'ggml-base.dll'), work),
    nodeImports: await nodeImportLibrary(checked.folders.nodeApi, work),
    objects: path.join(work, 'objects'),
  }
  mkdirSync(parts.objects)
  await compileAddon({ pins, folders: checked.folders, parts, into })
  await compileCpuLibraries({ parts, into })
  await checkImports(into, readdirSync(into))
  writeStamp(into, { hash, pins })
}

/** The DLL of the pinned package, once its content is the pinned one. */
async function baseLibrary(pin) {
  const cache = cacheFolder({ platform: 'linux', env: process.env, homeFolder: os.homedir() })
  const folder = await fetchPackage({ name: pin.package, version: pin.packageVersion, cache })
  const [[name, expected]] = Object.entries(pin.files)
  const file = path.join(folder, name)
  if (fileHash(file) !== expected)
    throw new Error(`${name} in ${pin.package} is not the pinned file.`)
  return file
}

async function compileAddon({ pins, folders, parts, into }) {
  say('Compiling the addon for Windows ...')
  const recipe = windowsRecipe({
    from: { ...folders, ggmlInclude: path.join(parts.ggml, 'include') },
    whisperVersion: pins.whisper.version,
    sources: path.join(home, 'src'),
    objects: parts.objects,
    output: path.join(into, addonFile),
    baseImports: parts.baseImports,
    nodeImports: parts.nodeImports,
  })
  await followRecipe(compiler, recipe, compilersAtOnce)
}

async function compileCpuLibraries({ parts, into }) {
  for (const level of Object.keys(levels)) {
    say(`Compiling the CPU library for ${level} ...`)
    const recipe = cpuRecipe({
      level,
      ggml: parts.ggml,
      shim: path.join(home, 'src', 'mingw-shim.h'),
      objects: parts.objects,
      baseImports: parts.baseImports,
      output: path.join(into, `ggml-cpu-${level}.dll`),
    })
    await runSome(
      recipe.compile.map(
        ({ c, args }) =>
          () =>
            run(c ? cCompiler : compiler, args),
      ),
      compilersAtOnce,
    )
    await run(compiler, recipe.link)
  }
}

await main().catch((error) => {
  say(`The speech addon for Windows could not be built: ${error.message}`)
  process.exitCode = 1
})
