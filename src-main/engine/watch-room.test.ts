import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Warning } from '#contract/warning.ts'
import { watchRoom } from './watch-room.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const meeting = { id: meetingId, durationMs: 0 } as Meeting
const mb = 1_048_576
const minute = 60_000

function setUp(usualMs: readonly number[] = []) {
  let freeBytes: number | null = 0
  let soundBytes = 0
  let tick = (): void => {}
  const told: EngineEvent[] = []
  const warned: Warning[] = []
  const watch = watchRoom({
    parts: {
      clock: {
        now: () => 0,
        later: () => () => {},
        every(_: number, work: () => void) {
          tick = work
          return () => (tick = () => {})
        },
      },
      keeping: {
        store: { meetings: { list: () => usualMs.map((durationMs) => ({ durationMs })) } },
        recordings: { soundBytes: async () => soundBytes },
      },
      keptFiles: { freeBytes: async () => freeBytes, databaseBytes: async () => 0 },
      log: {
        info() {},
        warn() {},
        bug: (_: string, error: unknown) => expect.unreachable(String(error)),
      },
    } as unknown as Parameters<typeof watchRoom>[0]['parts'],
    tell: (event) => told.push(event),
    warn: (warning) => warned.push(warning),
  })
  const settled = async (): Promise<void> => {
    for (let n = 0; n < 20; n++) await Promise.resolve()
  }
  return {
    told,
    warned: () => warned.map(({ name, over }) => (over ? 'over' : name)),
    async starts() {
      watch.note({ type: 'meeting.started', meeting })
      await settled()
    },
    async heard(heardMs: number, bytes: number) {
      soundBytes = bytes
      watch.note({ type: 'meeting.progressed', meetingId, heardMs, readMs: 0, totalMs: null })
      tick()
      await settled()
    },
    async stops() {
      watch.note({ type: 'meeting.stopped', meeting, reason: 'asked' })
      tick()
      await settled()
    },
    free(bytes: number | null) {
      freeBytes = bytes
    },
  }
}

it('warns when there is little room at the start, again when it is urgent, and takes it back', async () => {
  const { starts, heard, stops, free, warned, told } = setUp()
  free(4 * mb + 30 * minute * 65)
  await starts()
  expect(warned()).toEqual(['30'])
  await heard(10_000, 1)
  free(4 * mb + 10 * minute * 64)
  await heard(10 * minute, 10 * minute * 64)
  free(4 * mb + 4 * minute * 64)
  await heard(16 * minute, 16 * minute * 64)
  free(1e12)
  await heard(17 * minute, 17 * minute * 64)
  expect(warned()).toEqual(['30', '10', '4', 'over'])
  await stops()
  expect(told).toHaveLength(5)
  expect(told.at(0)).toMatchObject({ room: { leftMs: 30 * minute, level: 'low' } })
})

it('warns when less is left than meetings last here', async () => {
  const { starts, free, warned } = setUp([3 * 60 * minute, 1_000, 60 * minute])
  free(4 * mb + 90 * minute * 65)
  await starts()
  expect(warned()).toEqual(['90'])
})

it('says nothing where the disk does not tell', async () => {
  const { starts, free, warned, told } = setUp()
  free(null)
  await starts()
  expect([warned(), told]).toEqual([[], []])
})
