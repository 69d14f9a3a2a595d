import { copyFileSync, renameSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { faultyRecognition, harmless } from './faulty-recognition.ts'
import { plainMeeting } from './plain-meeting.ts'
import { realEngine, sample } from './real-engine.ts'
import { quiet, scriptedSource, spokenOn } from './scripted-source.ts'

const testModel = fileURLToPath(
  new URL('../../models/test-speech/rtstt-test-en.bin', import.meta.url),
)
const pieceMs = 40
const pieceLength = pieceMs * 16

it('a sentence in whose middle text stopped for a while goes on where it was', async () => {
  await using folder = await temporaryFolder()
  const model = join(folder.path, 'model.bin')
  copyFileSync(testModel, model)
  const { spawn, kill } = faultyRecognition(harmless)
  const source = scriptedSource(['mix'])
  const sound = {
    devices: { list: async () => [], watch: () => () => {} },
    openSource: async () => source,
  }
  await using engine = await realEngine({
    sound,
    spawnRecognition: spawn,
    dataFolder: folder.path,
  })
  const choice = { kind: 'file', path: 'played', pace: 'real', channels: 'mix' } as const
  const wish = { ...plainMeeting, model, source: choice }
  const { id: meetingId } = await engine.api['meeting.start'](wish)
  const pieces = await spokenPieces('decision.wav')
  // As it is spoken: looks at sound that comes at once would not be looks at an unfinished sentence.
  while (pieces.length > 0 && engine.events.every(({ type }) => type !== 'segment.committed')) {
    source.tell(...pieces.splice(0, 1))
    await wait(pieceMs)
  }
  const { segment } = await engine.heard('segment.committed')
  // Windows keeps a file from being deleted while it is read; afterwards it is as gone there.
  renameSync(model, `${model}.away`)
  kill()
  source.tell(...pieces, quiet('mix', 2))
  await engine.heard('meeting.warned', ({ code }) => code === 'text_stopped')
  renameSync(`${model}.away`, model)
  await engine.heard('meeting.warned', ({ code, over }) => code === 'text_stopped' && over)
  source.stop()
  await engine.heard('meeting.stopped')
  const { segments } = await engine.api['meeting.read']({ meetingId })
  expect(segments).toMatchObject([
    { id: segment.id, text: 'We decided to start a pilot project in August.' },
  ])
})

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'rtstt-test-'))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  }
}

async function spokenPieces(name: string) {
  const told = await spokenOn('mix', sample(name))
  const samples = told.flatMap((event) => (event.type === 'samples' ? [...event.samples] : []))
  return Array.from({ length: Math.ceil(samples.length / pieceLength) }, (_, at) => ({
    type: 'samples' as const,
    track: 'mix' as const,
    samples: Float32Array.from(samples.slice(at * pieceLength, (at + 1) * pieceLength)),
    deviceMs: 0,
  }))
}
