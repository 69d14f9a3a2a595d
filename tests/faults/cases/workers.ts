/** Processes that run models go wrong in every way there is, while a meeting goes on. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Order } from '../../../src-main/testing/faulty-recognition.ts'
import { harmless } from '../../../src-main/testing/faulty-recognition.ts'
import { type DisturbedMeeting, disturbedMeeting } from '../disturbed-meeting.ts'
import type { Fault, Row, Trial } from '../fault.ts'
import { languageFaults } from '../language-faults.ts'

const recognitionMs = 3_000
const anythingMs = 30_000

const harms: ReadonlyArray<readonly [Order, string]> = [
  ['stand still', 'recognition: stands still and says nothing'],
  ['hang', 'recognition: a decode never ends'],
  ['babble', 'recognition: its messages are garbage'],
  ['mumble', 'recognition: its text is garbage'],
  ['starve', 'recognition: an allocation fails'],
  ['abort', 'recognition: ended for want of memory'],
]

export const fault: Fault = {
  title: 'Workers that go wrong',
  async run(trial) {
    const language = languageFaults(trial)
    const rows = await recognitionFaults(trial)
    return [...rows, ...(await language)]
  },
}

async function recognitionFaults({ long, say }: Trial): Promise<Row[]> {
  await using meeting = await disturbedMeeting({ settling: 2, spareBytes: 300e6, patience: 1 })
  const tries = long ? 10 : 1
  const rows: Row[] = []
  for (const [order, name] of harms) {
    let longest = 0
    for (let count = 0; count < tries; count++) {
      await wait(300)
      const ms = await meeting.until(() => meeting.faulty.order(order), anythingMs)
      longest = Math.max(longest, ms)
    }
    say(`${name}: ${(longest / 1000).toFixed(2)} s`)
    rows.push(row(name, tries, longest, recognitionMs))
  }
  const swollen = await meeting.until(() => meeting.faulty.order('swell'), anythingMs)
  say(`swollen: ${(swollen / 1000).toFixed(2)} s`)
  rows.push(row('recognition: holds ever more memory', 1, swollen, anythingMs))
  rows.push(await crashLoop(meeting, say))
  const { lostMs, missing } = await meeting.end()
  const bare = { tried: rows.length, recoveredMs: null, broken: [] }
  return [
    ...rows,
    {
      ...bare,
      fault: 'recognition: sound of all of these',
      lost: { value: Math.max(0, lostMs), atMost: 0, unit: 'ms of sound' },
    },
    {
      ...bare,
      fault: 'recognition: sentences of all of these',
      lost: { value: missing, atMost: 0, unit: 'segments' },
    },
  ]
}

/** Every process dies at its first decode, until it is mended. */
async function crashLoop(meeting: DisturbedMeeting, say: Trial['say']): Promise<Row> {
  const { faulty, warnings, states } = meeting
  faulty.become({ does: 'die', when: 1, on: 'all' })
  faulty.order('die')
  await meeting.told('paused')
  const startsBefore = faulty.started.length
  await wait(1_000)
  const startsWhilePaused = faulty.started.length - startsBefore
  faulty.become(harmless)
  const ms = await meeting.until(() => {}, anythingMs)
  say(`crash loop, mended while paused: ${(ms / 1000).toFixed(2)} s`)
  await wait(100)
  const broken = [
    ...(startsWhilePaused > 0 ? ['It was started while it was said to be left alone.'] : []),
    ...(warnings.includes('text_stopped') ? [] : ['Nobody was told that text had stopped.']),
    ...(warnings.includes('text_stopped over') ? [] : ['Nobody was told that text goes on.']),
    ...(states.at(-1) === 'working' ? [] : [`It was last said to be ${states.at(-1)}.`]),
  ]
  return { ...row('recognition: dies at every decode', 1, ms, anythingMs), broken }
}

function row(name: string, tried: number, value: number, atMost: number): Row {
  return { fault: name, tried, recoveredMs: { value, atMost }, lost: null, broken: [] }
}
