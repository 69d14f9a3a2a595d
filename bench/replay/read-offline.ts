/** Reads a whole sound as `rtstt transcribe` does: what live text is compared with. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Transcript } from '#contract/meeting.ts'
import { assemble } from '../../src-main/assemble.ts'
import { replayedSource } from './replayed-source.ts'
import type { Sound } from './sound.ts'

/** A sound is read once for each model, however often it is played. */
export function readOffline(sound: Sound, model = 'test-speech-en'): Promise<Transcript> {
  const known = read.get(sound) ?? new Map<string, Promise<Transcript>>()
  read.set(sound, known)
  const transcript = known.get(model) ?? readWhole(sound, model)
  known.set(model, transcript)
  return transcript
}

const read = new WeakMap<Sound, Map<string, Promise<Transcript>>>()

async function readWhole(sound: Sound, model: string): Promise<Transcript> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'rtstt-offline-'))
  try {
    await using engine = await assemble({
      dataFolder,
      sound: {
        devices: { list: async () => [], watch: () => () => {} },
        openSource: async () => replayedSource(sound, async () => {}),
      },
    })
    return await engine.api['meeting.transcribe']({
      path: 'replay',
      channels: 'split',
      title: null,
      model,
      language: 'en',
      keep: false,
      vocabulary: [],
    })
  } finally {
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}
