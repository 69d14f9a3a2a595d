import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Meeting, Source } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import { realEngine, sample } from './real-engine.ts'
import { wordErrorRate, wordErrors } from './word-errors.ts'
import { plainMeeting } from './plain-meeting.ts'

const meeting = 'meeting-45s-stereo-48k'

function fileSource(name: string, wishes: Partial<Extract<Source, { kind: 'file' }>> = {}): Source {
  return { kind: 'file', path: sample(name), pace: 'fast', channels: 'mix', ...wishes }
}

describe('a live meeting', () => {
  it('keeps two voices apart and misses no word', async () => {
    await using engine = await realEngine()
    const source = fileSource(`${meeting}.wav`, { channels: 'split' })
    const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
    const { meeting: stopped } = await engine.heard('meeting.stopped')
    expect(stopped).toMatchObject({ id: meetingId, state: 'done', unreadMs: 0 })

    const { segments, tracks } = await engine.api['meeting.read']({ meetingId })
    expect(tracks.map(({ name }) => name).toSorted()).toEqual(['me', 'them'])
    const reference = JSON.parse(readFileSync(sample(`${meeting}.json`), 'utf8')) as ReadonlyArray<{
      speaker: string
      text: string
    }>
    for (const [track, speaker] of [
      ['me', 'A'],
      ['them', 'B'],
    ]) {
      const said = reference.filter((line) => line.speaker === speaker).map(({ text }) => text)
      const heard = segments.filter((segment) => segment.track === track).map(({ text }) => text)
      const errors = wordErrors(said.join(' '), heard.join(' '))
      expect(wordErrorRate([errors])).toBeLessThan(0.02)
    }
  })

  it('settles words while they are spoken, only ever adds to them, and keeps what it told', async () => {
    await using engine = await realEngine()
    // Long enough for a busy machine, which reads the first words late, to have caught up.
    const source = fileSource('four-sentences.wav', { pace: 'real' })
    const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
    await engine.heard('meeting.stopped')
    const told = new Map<string, Segment>()
    let grown = 0
    for (const event of engine.events) {
      if (event.type !== 'segment.committed') continue
      const before = told.get(event.segment.id)?.words ?? []
      expect(event.segment.words.slice(0, before.length)).toEqual(before)
      expect(event.segment.status).toBe('committed')
      if (before.length > 0) grown += 1
      told.set(event.segment.id, event.segment)
    }
    expect(grown).toBeGreaterThan(0)
    const { segments } = await engine.api['meeting.read']({ meetingId })
    expect([...told.values()]).toEqual(segments)
    expect(segments.map(({ text }) => text)).toHaveLength(4)
  })

  it('shows what is being said before it is settled, then takes that away', async () => {
    await using engine = await realEngine()
    const source = fileSource('four-sentences.wav', { pace: 'real' })
    await engine.api['meeting.start']({ ...plainMeeting, source })
    await engine.heard('meeting.stopped')
    const looks = engine.events.flatMap((event) =>
      event.type === 'hypothesis.changed' ? [event.hypothesis] : [],
    )
    expect(looks.some((look) => look !== null)).toBe(true)
    expect(looks.at(-1)).toBeNull()
  })

  it('reads what was heard when it is stopped', async () => {
    await using engine = await realEngine()
    const source = fileSource(`${meeting}.wav`, { pace: 'real' })
    const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
    await engine.heard('segment.committed')
    const stopped = await engine.api['meeting.stop']({ meetingId })
    expect(stopped.state).toBe('done')
    expect(stopped.unreadMs).toBe(0)
    expect(stopped.durationMs).toBeLessThan(30_000)
    expect(stopped.segmentCount).toBeGreaterThan(0)
    expect(engine.events.filter(({ type }) => type === 'meeting.warned')).toEqual([])
  })

  it('can be stopped by whoever hears that it has begun, in the same moment', async () => {
    const stopped = Promise.withResolvers<Meeting>()
    await using engine = await realEngine()
    engine.subscribe((event) => {
      if (event.type === 'meeting.started')
        stopped.resolve(engine.api['meeting.stop']({ meetingId: event.meeting.id }))
    })
    const source = fileSource(`${meeting}.wav`, { pace: 'real' })
    await engine.api['meeting.start']({ ...plainMeeting, source })
    expect(await stopped.promise).toMatchObject({ state: 'done' })
  })

  it('cannot be deleted while it is heard', async () => {
    await using engine = await realEngine()
    const source = fileSource(`${meeting}.wav`, { pace: 'real' })
    const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
    await expect(engine.api['meeting.delete']({ meetingId })).rejects.toMatchObject({
      code: 'meeting_busy',
    })
    await engine.api['meeting.stop']({ meetingId })
  })
})
