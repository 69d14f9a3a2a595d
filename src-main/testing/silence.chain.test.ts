import { describe, expect, it } from 'vitest'
import { type LiveMeeting, meetingOver } from './live-meeting.ts'
import { sample } from './real-engine.ts'
import { quiet, type ScriptedSource, scriptedSource, spokenOn } from './scripted-source.ts'

describe('a meeting that stops after silence', () => {
  /** So many seconds of silence, each told when the one before was read. */
  async function stayQuiet(live: LiveMeeting, source: ScriptedSource, from: number, to: number) {
    for (let second = from; second < to; second++) {
      source.tell(quiet('me'), quiet('them'))
      const isRead = ({ readMs }: { readonly readMs: number }) => readMs >= second * 1000 - 500
      if (second > from) await live.engine.heard('meeting.progressed', isRead)
    }
  }

  /** What the faces were told of the end, each change once. */
  function announced({ engine }: LiveMeeting): (number | null)[] {
    const told = engine.events.flatMap((event) =>
      event.type === 'hearing.changed' ? [event.hearing.silenceEndsInMs] : [],
    )
    return told.filter((value, index) => index === 0 || value !== told[index - 1])
  }

  it('says so before, and stops', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    const { engine } = live
    await stayQuiet(live, source, 0, 12)
    const { meeting, reason } = await engine.heard('meeting.stopped')
    expect(reason).toBe('silence')
    expect(announced(live)).toEqual([null, 3333, null])
    expect(source.stopped).toBe(true)
    expect(meeting.state).toBe('done')
    expect(engine.events.filter(({ type }) => type === 'meeting.warned')).toMatchObject([
      { code: 'silence_ends_soon', over: false, message: expect.stringMatching(/stops in 3 s/) },
    ])
  })

  it('goes on when somebody wants it to, and counts the silence anew', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    const { engine, meetingId } = live
    await stayQuiet(live, source, 0, 9)
    await engine.heard('hearing.changed', ({ hearing }) => hearing.silenceEndsInMs !== null)
    expect(await engine.api['meeting.keep']({ meetingId })).toMatchObject({
      meetingId,
      silenceEndsInMs: null,
    })
    expect(await engine.heard('meeting.warned', ({ over }) => over)).toMatchObject({
      code: 'silence_ends_soon',
      message: 'Recording goes on.',
    })
    expect(announced(live)).toEqual([null, 3333, null])
    await stayQuiet(live, source, 9, 14)
    expect(source.stopped).toBe(false)
    await engine.api['meeting.stop']({ meetingId })
    expect(await engine.heard('meeting.stopped')).toMatchObject({ reason: 'asked' })
    await expect(engine.api['meeting.keep']({ meetingId })).rejects.toMatchObject({
      code: 'not_listening',
    })
  })

  it('does not while sound is heard on either side, nor for time in which it is paused', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    const { engine, meetingId } = live
    await stayQuiet(live, source, 0, 9)
    await engine.heard('meeting.warned')
    const click: Float32Array = new Float32Array(16_000).fill(0.2, 0, 10)
    source.tell({ type: 'samples', track: 'them', samples: click, deviceMs: 0 }, quiet('me'))
    await engine.heard('meeting.warned', ({ over }) => over)
    await engine.api['meeting.pause']({ meetingId })
    await engine.api['meeting.resume']({ meetingId })
    source.tell(quiet('me', 5), quiet('them', 5))
    await expect.poll(async () => (await live.accountOf('them'))?.lengthMs).toBe(15_000)
    expect(source.stopped).toBe(false)
  })

  it('does not while a device plays that is not heard', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    source.becomes('them', 'deaf')
    for (let second = 0; second < 20; second++) source.tell(quiet('me'), quiet('them'))
    await expect.poll(async () => (await live.accountOf('them'))?.lengthMs).toBe(20_000)
    expect(source.stopped).toBe(false)
    expect(live.engine.events.filter(({ type }) => type === 'meeting.warned')).toEqual([])
  })

  it('does not while somebody speaks too softly to be loud', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    const spoken = await spokenOn('me', sample('meeting-60s.wav'))
    for (const event of spoken) {
      if (event.type !== 'samples') continue
      const samples = event.samples.map((value) => value * 0.009)
      source.tell({ ...event, samples })
    }
    await live.engine.api['meeting.stop']({ meetingId: live.meetingId })
    expect(live.engine.events.filter(({ type }) => type === 'meeting.warned')).toEqual([])
    const { segments } = await live.engine.api['meeting.read']({ meetingId: live.meetingId })
    expect(segments.length).toBeGreaterThan(10)
  })
})
