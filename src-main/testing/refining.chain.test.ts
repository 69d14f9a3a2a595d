import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { realEngine, sample } from './real-engine.ts'

const asked = {
  title: null,
  model: 'test-speech-en',
  language: 'en',
  stopAfterSilenceMs: null,
} as const

it('reads a meeting again when it is over', async () => {
  await using engine = await realEngine()
  const source = {
    kind: 'file',
    path: sample('meeting-45s-stereo-48k.wav'),
    pace: 'fast',
    channels: 'split',
  } as const
  const { id: meetingId } = await engine.api['meeting.start']({
    ...asked,
    source,
    finalPass: 'whole',
  })
  await engine.heard('refining.changed', ({ refining }) => refining.state !== 'running')
  console.log(
    engine.events
      .filter((e) => ['segments.revised', 'refining.changed', 'meeting.stopped'].includes(e.type))
      .map((e) => JSON.stringify(e).slice(0, 400))
      .join('\n'),
  )
  console.log((await import('node:fs')).readFileSync(join(engine.data, 'logs/rtstt.log'), 'utf8'))
  const { segments } = await engine.api['meeting.read']({ meetingId })
  console.log(segments.map((s) => [s.track, s.status, s.text].join(' ')).join('\n'))
})
