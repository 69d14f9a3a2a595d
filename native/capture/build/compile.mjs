// Compiles the addon for Linux into a folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkPin } from '../../recognition/build/pins.mjs'
import { stampFile } from '../../recognition/build/places.mjs'
import { followRecipe } from '../../recognition/build/run.mjs'
import { addonFile, recognitionOf } from './places.mjs'
import { linuxRecipe } from './recipe.mjs'

const compilersAtOnce = 2

/** Leaves the addon and its stamp in `into`; throws an Error with a sentence if that cannot be done. */
export async function compile({ root, pins, hash, compiler, into }) {
  const checked = checkPin(pins.nodeApi, root)
  if (checked.problem) throw new Error(checked.problem)
  const work = mkdtempSync(path.join(os.tmpdir(), 'rtstt-capture-'))
  try {
    const objects = path.join(work, 'objects')
    mkdirSync(objects)
    const recipe = linuxRecipe({
      nodeApi: checked.folder,
      sources: path.join(root, 'src'),
      exportsMap: path.join(recognitionOf(root), 'src', 'exports.map'),
      objects,
      output: path.join(into, addonFile),
    })
    await followRecipe(compiler, recipe, compilersAtOnce)
    writeStamp(into, hash)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The stamp makes a folder complete, so it is written last. */
export function writeStamp(folder, hash) {
  writeFileSync(path.join(folder, stampFile), `${JSON.stringify({ hash }, null, 2)}\n`)
}
