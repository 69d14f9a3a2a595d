import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Source } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import { meetingOver } from './live-meeting.ts'
import { misheard } from './misheard.ts'
import { type RealEngine, realEngine, sample } from './real-engine.ts'
import { quiet, scriptedSource, spokenOn } from './scripted-source.ts'
import { makeScene, stereoWav } from './two-track-scene.ts'

const asked = {
  title: null,
  model: 'test-speech-en',
  language: 'en',
  stopAfterSilenceMs: null,
  finalPass: 'whole',
  vocabulary: [],
} as const

const four: Source = {
  kind: 'file',
  path: sample('four-sentences.wav'),
  pace: 'fast',
  channels: 'mix',
}
const instead = { twenty: 'fourteen', Priya: 'Peter' }
const spoken = [
  'Okay.',
  'Thank you, Marco.',
  'The support load grew by twenty percent in March.',
  'Daniel and Priya will present the meeting notes together.',
]

/** Several stretches on two tracks: pauses of more than two seconds part them. */
async function twoVoices(folder: string): Promise<Source> {
  const path = join(folder, 'two-voices.wav')
  const scene = makeScene({ seconds: 13.4, talk: 'over', room: null, noiseDb: -60 })
  await writeFile(path, stereoWav(scene))
  return { kind: 'file', path, pace: 'fast', channels: 'split' }
}

const over = (engine: RealEngine) =>
  engine.heard('refining.changed', ({ refining }) => refining.state !== 'running')
const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join(' ')
const committed = (engine: RealEngine): Segment[] => {
  const told = engine.events.flatMap((event) =>
    event.type === 'segment.committed' ? [event.segment] : [],
  )
  return [...new Map(told.map((segment) => [segment.id, segment])).values()]
}

describe('a meeting that is over', () => {
  it('is read again: what was misheard is corrected, everything else keeps its id', async () => {
    await using engine = await realEngine({ adapt: misheard({ instead }) })
    const { id: meetingId } = await engine.api['meeting.start']({ ...asked, source: four })
    const { meeting } = await engine.heard('meeting.stopped')
    expect(meeting).toMatchObject({ state: 'done', unreadMs: 0 })
    const live = committed(engine)
    expect(textOf(live)).toMatch(/fourteen percent.*Daniel and Peter/)

    const { refining } = await over(engine)
    expect(refining).toMatchObject({ state: 'done', doneMs: refining.totalMs })
    const { segments } = await engine.api['meeting.read']({ meetingId })
    expect(textOf(segments)).toBe(spoken.join(' '))
    expect(segments.every(({ status }) => status === 'final')).toBe(true)
    expect(segments.map(({ id }) => id)).toEqual(live.map(({ id }) => id))
    const revised = engine.events.flatMap((event) =>
      event.type === 'segments.revised' ? event.segments : [],
    )
    expect(revised.map(({ text }) => text)).toEqual(spoken.slice(2))

    // A second time there is nothing to correct.
    const told = engine.events.length
    await expect(engine.api['meeting.refine']({ meetingId, model: null })).resolves.toMatchObject({
      state: 'done',
    })
    expect(engine.events.slice(told).some(({ type }) => type === 'segments.revised')).toBe(false)
  })

  it('keeps what a person wrote, and is corrected around it', async () => {
    await using engine = await realEngine({ adapt: misheard({ instead }) })
    const wish = { ...asked, finalPass: 'off', source: four } as const
    const { id: meetingId } = await engine.api['meeting.start'](wish)
    await engine.heard('meeting.stopped')
    const wrong = committed(engine).find(({ text }) => text.includes('fourteen'))
    if (!wrong) throw new Error('It was to be misheard.')
    const text = 'The support load grew by 20 % in March.'
    const edit = { meetingId, segmentId: wrong.id, text }
    const edited = await engine.api['segment.edit'](edit)
    expect(edited.words.map((word) => word.text)).toEqual(text.split(' '))
    expect(edited.words[0]).toEqual(wrong.words[0])

    await engine.api['meeting.refine']({ meetingId, model: 'test-speech-en' })
    const { segments } = await engine.api['meeting.read']({ meetingId })
    expect(textOf(segments)).toBe([...spoken.slice(0, 2), text, spoken[3]].join(' '))
    expect(segments.find(({ id }) => id === wrong.id)).toEqual(edited)
  })

  it('can be left as it is in the middle, and keeps what was improved', async () => {
    const reading = Promise.withResolvers<void>()
    let decodes = 0
    const onDecode = async ({ style }: { readonly style: string }): Promise<void> => {
      if (style === 'thorough' && ++decodes === 2) {
        reading.resolve()
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    await using engine = await realEngine({ adapt: misheard({ instead: {}, onDecode }) })
    const source = {
      ...four,
      path: sample('meeting-45s-stereo-48k.wav'),
      channels: 'split',
    } as const
    const { id: meetingId } = await engine.api['meeting.start']({ ...asked, source })
    await reading.promise
    await engine.api['meeting.cancelRefining']({ meetingId })
    expect((await over(engine)).refining).toMatchObject({ state: 'cancelled' })
    await expect(engine.api['meeting.refining']({ meetingId })).resolves.toBeNull()
    const { segments } = await engine.api['meeting.read']({ meetingId })
    const statuses = new Set(segments.map(({ status }) => status))
    expect(statuses).toEqual(new Set(['committed', 'final']))
  })
})

it('goes on at the next start where it was broken off, and reads nothing twice', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'rtstt-again-'))
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }))
  const source = await twoVoices(dataFolder)
  let lengths: number[] = []
  const onDecode = ({ style, samples }: { style: string; samples: Int16Array }): void => {
    if (style === 'thorough') lengths.push(samples.length)
  }
  const adapt = misheard({ instead: { August: 'March' }, onDecode })
  {
    await using engine = await realEngine({ dataFolder, adapt })
    await engine.api['meeting.start']({ ...asked, source })
    await engine.heard('refining.changed', ({ refining }) => refining.doneMs > 0)
  }
  const before = lengths
  lengths = []
  await using engine = await realEngine({ dataFolder, adapt })
  const { refining } = await over(engine)
  expect(refining.state).toBe('done')
  const { segments } = await engine.api['meeting.read']({ meetingId: refining.meetingId })
  expect(textOf(segments)).toMatch(/end of August/)
  expect(segments.every(({ status }) => status === 'final')).toBe(true)
  // What was kept is not read again; the one that was under way is.
  const again = lengths.filter((length) => before.slice(0, -1).includes(length))
  expect(again).toEqual([])
})

it('lets a meeting that is being recorded go first, and ends all the same', async () => {
  let gaveWay = 0
  const begun = Promise.withResolvers<void>()
  const adapt = misheard({
    instead: {},
    onDecode: ({ style }) => void (style === 'thorough' && begun.resolve()),
    onAborted: ({ style }) => void (style === 'thorough' && gaveWay++),
  })
  await using engine = await realEngine({ adapt })
  const first = await engine.api['meeting.start']({ ...asked, source: four })
  await begun.promise
  const wish = { ...asked, source: four, finalPass: 'off' } as const
  const { id } = await engine.api['meeting.start'](wish)
  await engine.heard('meeting.stopped', ({ meeting }) => meeting.id === id)
  expect(gaveWay).toBeGreaterThan(0)
  expect((await over(engine)).refining).toMatchObject({ meetingId: first.id, state: 'done' })
})

describe('what was held back', () => {
  it('is kept, and comes back when a person wants it', async () => {
    await using engine = await realEngine({ adapt: misheard({ instead: { Okay: '(music)' } }) })
    const wish = { ...asked, finalPass: 'off', source: four } as const
    const { id: meetingId } = await engine.api['meeting.start'](wish)
    await engine.heard('meeting.stopped')
    const refused = await engine.api['refusal.list']({ meetingId })
    expect(refused.length).toBeGreaterThan(0)
    const [refusal] = refused
    if (!refusal) return
    expect(refusal).toMatchObject({ meetingId, track: 'mix', segmentId: null })
    const segment = await engine.api['refusal.restore']({ refusalId: refusal.id })
    expect(segment).toMatchObject({ text: refusal.text, startMs: refusal.startMs })
    await engine.heard('segments.revised', ({ segments }) => segments[0]?.id === segment.id)
    await engine.api['meeting.refine']({ meetingId, model: null })
    const { segments } = await engine.api['meeting.read']({ meetingId })
    expect(segments).toContainEqual(segment)
    await expect(engine.api['refusal.list']({ meetingId })).resolves.toContainEqual({
      ...refusal,
      segmentId: segment.id,
    })
  })

  it('does not come back by itself: what the loudspeaker said is still not mine', async () => {
    await using engine = await realEngine()
    const room = { delayMs: 3, levelDb: -3.2, tailMs: 0, device: 'clean' } as const
    const scene = makeScene({ seconds: 9.7, talk: 'none', room, noiseDb: -60 })
    const path = join(engine.data, 'scene.wav')
    await writeFile(path, stereoWav(scene))
    const source = { kind: 'file', path, pace: 'fast', channels: 'split' } as const
    const { id: meetingId } = await engine.api['meeting.start']({ ...asked, source })
    expect((await over(engine)).refining).toMatchObject({ state: 'done' })
    const { segments } = await engine.api['meeting.read']({ meetingId })
    expect(segments.filter(({ track }) => track === 'me')).toEqual([])
    expect(segments.length).toBeGreaterThan(0)
    const refused = await engine.api['refusal.list']({ meetingId })
    expect(new Set(refused.map(({ rule }) => rule))).toEqual(new Set(['bleed']))
  })
})

describe('a meeting that goes on', () => {
  it('is read again in its pauses, and at its end only what is left', async () => {
    const read: number[] = []
    const onDecode = ({ style, samples }: { style: string; samples: Int16Array }): void => {
      if (style === 'thorough') read.push(samples.length)
    }
    const source = scriptedSource()
    const adapt = misheard({ instead: { Omar: 'Oscar', pilot: 'pirate' }, onDecode })
    await using live = await meetingOver(source, null, { adapt, finalPass: 'whole' })
    const { engine, meetingId } = live
    source.tell(
      ...(await spokenOn('me', sample('question.wav'))),
      quiet('me', 8),
      quiet('them', 10.3),
    )
    const { segments, removed } = await engine.heard('segments.revised')
    expect(segments.map(({ text }) => text)).toEqual(['Did Omar help the supplier?'])
    expect(removed).toEqual([])
    expect(committed(engine).map(({ text }) => text)).toEqual(['Did Oscar help the supplier?'])
    expect(engine.events.some(({ type }) => type === 'meeting.stopped')).toBe(false)
    const during = read.length

    source.tell(...(await spokenOn('me', sample('decision.wav'))))
    await engine.api['meeting.stop']({ meetingId })
    expect((await over(engine)).refining).toMatchObject({ state: 'done' })
    const { segments: kept } = await engine.api['meeting.read']({ meetingId })
    expect(textOf(kept)).toBe(
      'Did Omar help the supplier? We decided to start a pilot project in August.',
    )
    expect(read.length).toBe(during + 1)
  })
})
