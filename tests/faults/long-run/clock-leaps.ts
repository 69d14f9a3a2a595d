/** The clock of the computer is set to another time, amid a meeting and between meetings. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Replayed, replay } from '../../../bench/replay/replay.ts'
import { readBank } from '../../../bench/sounds/bank.ts'
import { compose } from '../../../bench/sounds/compose.ts'
import type { Parts } from '#engine/parts.ts'
import { keepText } from '../../../src-main/testing/kept-meetings.ts'
import { realEngine } from '../../../src-main/testing/real-engine.ts'
import type { Row, Trial } from '../fault.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const realNow = Date.now
const year2099Ms = Date.UTC(2099, 5, 1)

function setClock(byMs: number): void {
  Date.now = () => realNow() + byMs
}

/** Three hours back, ten ahead, daylight saving, the step of a time server, and a wrong century. */
const leaps = [-3 * hourMs, 7 * hourMs, 6 * hourMs, 6 * hourMs + 700, 70 * 365 * dayMs, 0]

export async function clockLeaps({ long, seed }: Trial): Promise<Row[]> {
  try {
    return [await amidAMeeting(long ? 120 : 8, seed), await betweenMeetings()]
  } finally {
    Date.now = realNow
  }
}

async function amidAMeeting(seconds: number, seed: number): Promise<Row> {
  const { sound } = compose(await readBank(), { manner: 'talk', seconds, seed })
  const whole = await replay(sound, { clock: 'stopped' })
  const every = Math.floor(whole.events.length / (leaps.length + 1))
  let told = 0
  const leapt = await replay(sound, {
    clock: 'stopped',
    onEvent() {
      const leap = leaps[Math.floor(told++ / every) - 1]
      if (leap !== undefined) setClock(leap)
    },
  })
  Date.now = realNow
  const broken = [
    ...(leapt.meeting.durationMs === whole.meeting.durationMs ? [] : ['It has another length.']),
    ...(inOrder(leapt) ? [] : ['Its text is not in order.']),
    ...(told > leaps.length * every ? [] : ['The clock was not set often enough.']),
  ]
  const known = new Set(keys(leapt))
  return {
    fault: 'clock: leaps amid a meeting',
    tried: leaps.length,
    recoveredMs: null,
    lost: {
      value: keys(whole).filter((key) => !known.has(key)).length,
      atMost: 0,
      unit: 'segments',
    },
    broken,
  }
}

function keys({ transcript }: Replayed): string[] {
  return transcript.segments.map(({ track, startMs, text }) => `${track} ${startMs} ${text}`)
}

function inOrder({ transcript }: Replayed): boolean {
  const starts = transcript.segments.map(({ startMs }) => startMs)
  return starts.every((ms, at) => ms >= (starts[at - 1] ?? 0))
}

const meetings = 20

/** A rule by age, and a clock that says 2099: nothing may go. That rules work at all is tried besides. */
async function betweenMeetings(): Promise<Row> {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-clock-'))
  try {
    let parts: Parts | null = null
    {
      await using engine = await realEngine({ dataFolder: data, adapt: (real) => (parts = real) })
      const { store } = (parts as unknown as Parts).keeping
      for (let count = 0; count < meetings; count++)
        keepText(store, { segments: [], language: 'en', startedAtMs: realNow() - count * dayMs })
      await engine.api['settings.change']({ keepMeetingsDays: 90 })
    }
    const before = await countAt(data, 0, 89)
    const in2099 = await countAt(data, year2099Ms - realNow(), 88)
    const back = await countAt(data, 0, 87)
    let later = back
    for (const [count, days] of [100, 101, 102].entries())
      later = await countAt(data, days * dayMs, 80 - count)
    const broken = later === 0 ? [] : ['A rule removed nothing though its time had really come.']
    return {
      fault: 'clock: says 2099 where a rule removes by age',
      tried: 1,
      recoveredMs: null,
      lost: { value: before - Math.min(in2099, back), atMost: 0, unit: 'records' },
      broken: before === meetings ? broken : ['Meetings were missing before.'],
    }
  } finally {
    Date.now = realNow
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** How many meetings are there after a rule was applied at that time. */
async function countAt(data: string, byMs: number, keepMeetingsDays: number): Promise<number> {
  setClock(byMs)
  {
    await using engine = await realEngine({ dataFolder: data })
    // A rule that changes is applied at once, and ending waits for it.
    await engine.api['settings.change']({ keepMeetingsDays })
    await wait(20)
  }
  await using engine = await realEngine({ dataFolder: data, mode: 'read' })
  return (await engine.api['meeting.list']({})).length
}
