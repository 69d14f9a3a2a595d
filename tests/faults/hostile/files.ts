/** Hostile files: sound that is imported, models that are added. */
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { parseLedger } from '../../../src-main/engine/audio/ledger.ts'
import { openDecoder } from '../../../src-main/engine/audio/open-decoder.node.ts'
import { readWavLayout } from '../../../src-main/engine/audio/wav-layout.ts'
import { readGguf } from '../../../src-main/engine/model-files/read-gguf.node.ts'
import { sniffBytes, sniffModel } from '../../../src-main/engine/model-files/sniff-model.ts'
import { tinyLanguageModel } from '../../../src-main/testing/tiny-language.ts'
import type { Row, Trial } from '../fault.ts'
import { harmed, hostileText } from './arbitraries.ts'
import { fuzz } from './fuzz.ts'

const project = (path: string): string =>
  fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const sound = (name: string): Buffer =>
  readFileSync(project(`src-main/engine/audio/fixtures/${name}`))
const kinds = [
  'aac',
  'aiff',
  'flac',
  'm4a',
  'mkv',
  'mov',
  'mp3',
  'mp4',
  'ogg',
  'opus',
  'webm',
  'wma',
]

export async function hostileFiles(trial: Trial): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-hostile-'))
  const keep = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const model = readFileSync(tinyLanguageModel())
  try {
    return [
      await fuzz(
        {
          title: 'hostile WAV headers',
          cases: 10_000,
          of: harmed(sound('burst-adpcm.wav')),
          meet: meetWav,
        },
        trial,
      ),
      await fuzz(
        {
          title: 'hostile compressed sound',
          cases: 600,
          of: fc.oneof(
            ...kinds.map((kind) =>
              harmed(sound(`burst.${kind}`)).map((bytes) => ({ kind, bytes })),
            ),
          ),
          meet: async ({ kind, bytes }) => hear(keep(`harmed.${kind}`, bytes), bytes.length),
        },
        trial,
      ),
      await fuzz(
        {
          title: 'hostile model files',
          cases: 3_000,
          of: harmed(model.subarray(0, 40_000)),
          meet: async (bytes) => {
            sniffModel(bytes.subarray(0, sniffBytes))
            await readGguf(keep('harmed.gguf', bytes))
          },
        },
        trial,
      ),
      await fuzz(
        {
          title: 'hostile ledgers',
          cases: 5_000,
          of: fc
            .array(fc.oneof(hostileText, fc.json()), { maxLength: 6 })
            .map((lines) => lines.join('\n')),
          meet: (text) => void parseLedger(text),
        },
        trial,
      ),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function meetWav(bytes: Buffer): Promise<string | void> {
  const read = async (at: number, length: number) => bytes.subarray(at, at + length)
  const layout = await readWavLayout(read, bytes.length)
  if (layout && !(layout.from >= 0 && layout.from <= layout.to && layout.to <= bytes.length))
    return 'samples outside of the file'
}

/** More sound than any codec makes of so few bytes was invented. */
const mostSecondsPerByte = 1

async function hear(path: string, bytes: number): Promise<string | void> {
  await using decoder = await openDecoder(path)
  let seconds = 0
  for await (const event of decoder.events()) {
    if (event.type !== 'block') continue
    seconds += (event.block.channels[0]?.length ?? 0) / event.block.sampleRate
    if (seconds > bytes * mostSecondsPerByte) return 'endless sound out of a small file'
  }
}
