// Builds the capture addon for Windows on Linux, with mingw-w64, into prebuilds/win32-x64/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkPin, readPins } from '../../recognition/build/pins.mjs'
import { draftFor, place, stampedHash } from '../../recognition/build/place.mjs'
import { prebuildFolder } from '../../recognition/build/places.mjs'
import { followRecipe, isThere, run } from '../../recognition/build/run.mjs'
import { importedLibraries, nodeImportLibrary } from '../../recognition/build/windows-imports.mjs'
import { writeStamp } from './compile.mjs'
import { addonFile, home, recognitionOf } from './places.mjs'
import { sourceHash } from './source-hash.mjs'
import { allowedLibraries, windowsRecipe } from './windows-recipe.mjs'

const target = 'win32-x64'
const compiler = 'x86_64-w64-mingw32-g++-posix'
const objdump = 'x86_64-w64-mingw32-objdump'
const compilersAtOnce = 2

const say = (line) => process.stderr.write(`${line}\n`)

async function main() {
  const pins = readPins(recognitionOf(home))
  const hash = sourceHash({ root: home, pins, platform: 'win32' })
  const prebuild = prebuildFolder(home, target)
  if (stampedHash(prebuild) === hash) return say(`${prebuild} is up to date.`)
  if (!(await isThere(compiler))) {
    throw new Error('mingw-w64 is missing: install g++-mingw-w64-x86-64-posix.')
  }
  const started = Date.now()
  const draft = draftFor(prebuild)
  const work = mkdtempSync(path.join(os.tmpdir(), 'rtstt-capture-windows-'))
  try {
    await build({ pins, work, into: draft })
    writeStamp(draft, hash)
    place(draft, prebuild)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(work, { recursive: true, force: true })
  }
  say(`${prebuild} is built (${Math.round((Date.now() - started) / 1000)} s).`)
}

async function build({ pins, work, into }) {
  const checked = checkPin(pins.nodeApi, home)
  if (checked.problem) throw new Error(checked.problem)
  const objects = path.join(work, 'objects')
  mkdirSync(objects)
  const addon = path.join(into, addonFile)
  const recipe = windowsRecipe({
    nodeApi: checked.folder,
    root: home,
    delayHook: path.join(recognitionOf(home), 'src', 'win-delay-hook.cc'),
    objects,
    nodeImports: await nodeImportLibrary(checked.folder, work),
    output: addon,
  })
  await followRecipe(compiler, recipe, compilersAtOnce)
  await checkImports(addon)
}

/** Throws if the addon would ask a user's machine for something that may not be there, such as a mingw runtime. */
async function checkImports(addon) {
  const needed = importedLibraries(await run(objdump, ['-p', addon]))
  const extra = needed.filter((library) => !allowedLibraries.includes(library))
  if (extra.length === 0) return
  throw new Error(
    `${addonFile} needs ${extra.join(', ')}, which a user's Windows may not have. ` +
      `It may need ${allowedLibraries.join(', ')}.`,
  )
}

await main().catch((error) => {
  say(`The capture addon for Windows could not be built: ${error.message}`)
  process.exitCode = 1
})
