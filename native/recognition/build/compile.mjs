// Compiles the addon for Linux into a folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkOutGgml } from './ggml-sources.mjs'
import { checkPins } from './pins.mjs'
import { addonFile, stampFile } from './places.mjs'
import { linuxRecipe } from './recipe.mjs'
import { followRecipe } from './run.mjs'

/** Two at a time: whisper.cpp takes most of the time and everything else goes beside it. */
const compilersAtOnce = 2

/** Leaves the addon and its stamp in `into`; throws an Error with a sentence if that cannot be done. */
export async function compile({ root, pins, target, hash, compiler, into }) {
  const { whisper, ggml, nodeApi } = pins
  const checked = checkPins({ whisper, ggml, nodeApi, libraries: pins.libraries[target] }, root)
  if (checked.problem) throw new Error(checked.problem)

  const work = mkdtempSync(path.join(os.tmpdir(), 'rtstt-recognition-'))
  try {
    const checkout = await checkOutGgml(checked.folders.ggml, path.join(work, 'ggml'), [
      'ggml/include',
    ])
    const objects = path.join(work, 'objects')
    mkdirSync(objects)
    const recipe = linuxRecipe({
      from: { ...checked.folders, ggmlInclude: path.join(checkout, 'ggml', 'include') },
      whisperVersion: whisper.version,
      sources: path.join(root, 'src'),
      objects,
      baseFolder: path.join(checked.folders.libraries, baseFolderOf(pins.libraries[target])),
      output: path.join(into, addonFile),
    })
    await followRecipe(compiler, recipe, compilersAtOnce)
    writeStamp(into, { hash, pins })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function baseFolderOf(libraries) {
  const base = Object.keys(libraries.files).find((name) => name.endsWith('libggml-base.so'))
  return path.dirname(base)
}

/** The stamp makes a folder complete, so it is written last. */
export function writeStamp(folder, { hash, pins }) {
  const stamp = { hash, whisperVersion: pins.whisper.version, ggmlVersion: pins.ggml.version }
  writeFileSync(path.join(folder, stampFile), `${JSON.stringify(stamp, null, 2)}\n`)
}
