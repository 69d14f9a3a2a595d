import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Source } from '#contract/meeting.ts'
import { unsupported } from '#engine/evidence/check-support.ts'
import { panel } from './followed-meetings.ts'
import { plainMeeting } from './plain-meeting.ts'
import { realEngine, sample } from './real-engine.ts'
import { tinyLanguageModel } from './tiny-language.ts'

function fileSource(name: string, pace: 'fast' | 'real'): Source {
  return { kind: 'file', path: sample(name), pace, channels: 'mix' }
}

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

it.each(['fast', 'real'] as const)(
  'understands a meeting that is heard at %s pace',
  async (pace) => {
    await using engine = await realEngine()
    const source = fileSource('four-sentences.wav', pace)
    const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
    const { meeting } = await engine.heard('meeting.stopped')
    const { insights, understanding } = await engine.api['insights.read']({ meetingId })
    expect(understanding.readMs).toBeGreaterThan(0)
    expect(understanding.readMs).toBeLessThanOrEqual(meeting.durationMs)
    expect(understanding).toMatchObject({ model: null, without: expect.stringMatching(/\w/) })
    expect(new Set(panel(engine.events))).toEqual(new Set(insights))
    const { segments } = await engine.api['meeting.read']({ meetingId })
    const known = new Set(segments.map(({ id }) => id))
    for (const { citations } of insights)
      for (const { segmentId } of citations) expect(known).toContain(segmentId)
  },
)

it('keeps insights over a restart, and two programs on one data folder agree', async () => {
  const data = await dataFolder()
  await using engine = await realEngine({ dataFolder: data })
  const source = fileSource('four-sentences.wav', 'fast')
  const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
  await engine.heard('meeting.stopped')
  const first = await engine.api['insights.read']({ meetingId })
  await using other = await realEngine({ dataFolder: data })
  expect((await other.api['insights.read']({ meetingId })).insights).toEqual(first.insights)
  const [segment] = (await other.api['meeting.read']({ meetingId })).segments
  if (!segment) throw new Error('nothing was heard')
  const text = 'Marco will send the report by Friday.'
  await other.api['segment.edit']({ meetingId, segmentId: segment.id, text })
  const there = await other.api['insights.read']({ meetingId })
  const here = await engine.api['insights.read']({ meetingId })
  expect(here.insights).toEqual(there.insights)
})

it('shows nothing that is not borne out when the language model writes without sense', async () => {
  await using engine = await realEngine()
  const { id: model } = await engine.api['model.add']({ path: tinyLanguageModel() })
  const source = fileSource('four-sentences.wav', 'fast')
  const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
  await engine.heard('meeting.stopped')
  const rules = await engine.api['insights.refresh']({ meetingId, model: 'none' })
  expect(rules.understanding).toMatchObject({ model: null, dropped: 0 })
  const { understanding, insights } = await engine.api['insights.refresh']({ meetingId, model })
  expect(understanding).toMatchObject({ model, without: null })
  const { segments } = await engine.api['meeting.read']({ meetingId })
  const texts = new Map(segments.map(({ id, text }) => [id, text]))
  for (const insight of insights) {
    const cited = insight.citations.map(({ segmentId }) => texts.get(segmentId) ?? '')
    expect(cited.length).toBeGreaterThan(0)
    expect(cited).not.toContain('')
    if ('text' in insight) expect(unsupported(insight.text, cited)).toEqual([])
  }
  const again = await engine.api['insights.refresh']({ meetingId, model: 'none' })
  expect(again.insights).toEqual(rules.insights)
})
