import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import type { Meeting, Source } from '#contract/meeting.ts'
import { type ScriptedSource, scriptedSource } from '../testing/scripted-source.ts'
import { listenedMs, soundCheck } from './sound-check.ts'

function setUp() {
  const told: EngineEvent[] = []
  const opened: { readonly choice: Source; readonly source: ScriptedSource }[] = []
  const timers = new Set<{ readonly ms: number; readonly work: () => void }>()
  const bugs: unknown[] = []
  const check = soundCheck(
    {
      clock: {
        now: () => 0,
        every: () => () => {},
        later(ms, work) {
          const timer = { ms, work }
          timers.add(timer)
          return () => void timers.delete(timer)
        },
      },
      async openSource(choice) {
        const source = scriptedSource()
        opened.push({ choice, source })
        return source
      },
      log: { info: () => {}, warn: () => {}, bug: (_, error) => bugs.push(error) },
    },
    (event) => told.push(event),
  )
  const { 'sound.listen': listen, 'sound.leave': leave } = check.api
  return { check, listen, leave, told, opened, timers, bugs }
}

const meeting: Meeting = {
  id: MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001'),
  title: 'Begun meanwhile',
  startedAt: '2026-03-05T10:00:00.000Z',
  durationMs: 0,
  language: 'en',
  model: 'test-speech-en',
  state: 'live',
  segmentCount: 0,
  unreadMs: 0,
  imported: false,
  folder: null,
  tags: [],
  people: [],
}
const usual = { microphoneId: null, systemId: null }
const over: EngineEvent = { type: 'sound.changed', tracks: [] }

describe('listening before a meeting', () => {
  it('tells what is heard and how loud it is, and nothing of the sound', async () => {
    const { listen, leave, told, opened } = setUp()
    await listen({ microphoneId: 'headset', systemId: null })
    const levels = [{ track: 'me', peak: 0.5, rms: 0.1 } as const]
    opened[0]?.source.tell({ type: 'levels', levels })
    await vi.waitFor(() => expect(told).toContainEqual({ type: 'sound.measured', levels }))
    expect(opened[0]?.choice).toEqual({ kind: 'both', microphoneId: 'headset', systemId: null })
    expect(told[0]).toMatchObject({
      tracks: [{ track: 'me', state: 'hearing' }, { track: 'them' }],
    })
    await leave({})
    expect(told.at(-1)).toEqual(over)
  })

  it('goes on without a break when it is asked for again, and hears others when others are asked for', async () => {
    const { listen, leave, opened, timers } = setUp()
    await listen(usual)
    await listen(usual)
    expect(opened).toHaveLength(1)
    expect([...timers].map(({ ms }) => ms)).toEqual([listenedMs])
    await listen({ microphoneId: null, systemId: 'monitor' })
    expect(opened).toHaveLength(2)
    await leave({})
    expect(timers.size).toBe(0)
  })

  it('ends by itself when nobody asks again', async () => {
    const { listen, told, timers } = setUp()
    await listen(usual)
    for (const { work } of timers) work()
    await vi.waitFor(() => expect(told.at(-1)).toEqual(over))
  })

  it('ends when a meeting begins', async () => {
    const { check, listen, told } = setUp()
    await listen(usual)
    check.note({ type: 'meeting.started', meeting })
    await vi.waitFor(() => expect(told.at(-1)).toEqual(over))
  })

  it('ends when its devices fail, and can be asked for again', async () => {
    const { listen, told, opened, bugs } = setUp()
    await listen(usual)
    opened[0]?.source.fail(new Error('The rings are gone.'))
    await vi.waitFor(() => expect(told.at(-1)).toEqual(over))
    expect(bugs).toHaveLength(1)
    await listen(usual)
    expect(opened).toHaveLength(2)
  })

  it('says why where nothing can be heard, and hears the next', async () => {
    const { listen } = setUp()
    const refused = soundCheck(
      {
        clock: { now: () => 0, every: () => () => {}, later: () => () => {} },
        openSource: async () => {
          throw new AppError('source_unavailable', 'There is no such device.')
        },
        log: { info: () => {}, warn: () => {}, bug: () => {} },
      },
      () => {},
    )
    await expect(refused.api['sound.listen'](usual)).rejects.toThrow('There is no such device.')
    await expect(refused.api['sound.leave']({})).resolves.toBeNull()
    await expect(listen(usual)).resolves.toBeNull()
  })
})
