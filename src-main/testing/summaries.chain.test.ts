import { expect, it } from 'vitest'
import { plainMeeting } from './plain-meeting.ts'
import { realEngine, sample } from './real-engine.ts'

it('a meeting that is over has a summary of what was said in it, which follows its text', async () => {
  await using engine = await realEngine()
  await engine.api['settings.change']({ languageModel: 'none' })
  const source = {
    kind: 'file',
    path: sample('meeting-45s-stereo-48k.wav'),
    pace: 'fast',
    channels: 'split',
  } as const
  const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
  await engine.heard('meeting.stopped')
  const { summary } = await engine.heard('summary.changed', (one) => one.summary.state === 'final')
  expect(summary).toMatchObject({ meetingId, author: 'rules', template: 'general', model: null })
  const { segments } = await engine.api['meeting.read']({ meetingId })
  const cited = summary.sections.flatMap(({ lines }) => lines.flatMap((line) => line.citations))
  expect(cited.length).toBeGreaterThan(0)
  for (const { segmentId } of cited) expect(segments.map(({ id }) => id)).toContain(segmentId)

  const [first] = segments
  if (!first) throw new Error('Something was said')
  await engine.api['segment.edit']({ meetingId, segmentId: first.id, text: 'Something else.' })
  await engine.heard('summary.changed', (one) => one.summary.outdated)
  const anew = await engine.heard(
    'summary.changed',
    (one) => one.summary.id !== summary.id && !one.summary.outdated,
  )
  expect(anew.summary.revision).toBe(1)
  expect((await engine.api['template.list']({})).map(({ id }) => id)).toContain('stand-up')
})
