import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BYTES_PER_SAMPLE, HEADER_BYTES, samplesIn } from '../audio/wav-header.ts'
import type { Clip } from './try-backend.ts'

/** Ten seconds of speech and the small model that knows its words: both come with the program, so a probe needs no download. */
export async function probeClip(programFolder: string): Promise<Clip> {
  const file = await readFile(join(programFolder, 'resources/samples/four-sentences.wav'))
  const samples = new Int16Array(samplesIn(file.length))
  for (let at = 0; at < samples.length; at++)
    samples[at] = file.readInt16LE(HEADER_BYTES + at * BYTES_PER_SAMPLE)
  return { modelPath: join(programFolder, 'models/test-speech/rtstt-test-en.bin'), samples }
}
