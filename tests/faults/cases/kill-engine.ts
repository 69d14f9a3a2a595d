/** The whole engine is killed while it hears a meeting of two tracks, while it starts, and while it finishes what a kill left. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Segment } from '#contract/transcript.ts'
import { chance } from '../chance.ts'
import type { Fault, Row, Trial } from '../fault.ts'
import { type KeptMeeting, lookInside } from '../kept-meeting.ts'
import { type Grounds, grounds, type Place } from '../place.ts'
import { playedEngine } from '../played-engine.ts'
import type { Handed } from '../played-meeting.ts'
import { rtstt } from '../program.ts'
import { sideBySide } from '../side-by-side.ts'
import { shortfall, type Shortfall, undisturbed } from '../undisturbed.ts'

interface Moment {
  /** How much faster the meeting is played than it was spoken. */
  readonly pace: number
  /** When so much of the meeting was given; null: counted from the start of the engine. */
  readonly givenMs: number | null
  /** So much later, in milliseconds. */
  readonly waitMs: number
  /** So long after its start the program that finishes the meeting is killed as well; null: it is left alone. */
  readonly againMs: number | null
}

interface Outcome extends Shortfall {
  readonly recoveredMs: number
  /** What was on its way to the disk, in time: at its own pace the meeting would have lost so much sound. */
  readonly lostMs: number
}

/** How long the meeting is. */
const wholeMs = 41_100
/** How long an engine takes to start, and then to begin a meeting. */
const startMs = 1_500
const lanes = 2
/** How long what a killed engine had started may take to see that it is gone. */
const orphanMs = 5_000

export const fault: Fault = { title: 'the engine is killed', run }

async function run({ long, seed, say }: Trial): Promise<Row[]> {
  await using ground = await grounds()
  const whole = await undisturbed(ground, 8)
  const moments = momentsOf(seed, long ? 100 : 6)
  const outcomes = await sideBySide(moments, lanes, async (moment, index) => {
    const outcome = await killAt(moment, ground, whole)
    say(`kill ${index + 1}: ${JSON.stringify(moment)}: ${describe(outcome)}`)
    return outcome
  })
  const most = (value: (outcome: Outcome) => number): number => Math.max(...outcomes.map(value))
  const tried = outcomes.length
  const recoveredMs = { value: most((one) => one.recoveredMs), atMost: 30_000 }
  const lostSound = {
    value: most((one) => one.lostMs),
    atMost: 1_000,
    unit: 'ms of sound',
  } as const
  const lostText = { value: most((one) => one.segments), atMost: 1, unit: 'segments' } as const
  const broken = outcomes.flatMap((one) => one.broken)
  return [
    {
      fault: 'engine killed: its sound, at the pace of people',
      tried,
      recoveredMs,
      lost: lostSound,
      broken,
    },
    { fault: 'engine killed: its text', tried, recoveredMs, lost: lostText, broken: [] },
  ]
}

function momentsOf(seed: number, count: number): Moment[] {
  const { next, between } = chance(seed)
  return Array.from({ length: count }, () => {
    const pace = next() < 0.5 ? 4 : 8
    const givenMs = next() < 0.9 ? between(0, wholeMs) : null
    const waitMs = between(0, givenMs === null ? startMs : 40)
    return { pace, givenMs, waitMs, againMs: next() < 0.3 ? between(0, startMs) : null }
  })
}

async function killAt(moment: Moment, ground: Grounds, whole: KeptMeeting): Promise<Outcome> {
  await using place = await ground.place()
  const { handed, told } = await playUntil(moment, place)
  const orphans = await stillRunning(place)
  if (moment.againMs !== null) {
    const finishing = rtstt(place, 'meetings', 'finish', 'last')
    await wait(moment.againMs)
    finishing.kill()
    await finishing.ended
    orphans.push(...(await stillRunning(place)))
  }
  const startedAt = performance.now()
  const finished = await rtstt(place, 'meetings', 'finish', 'last').ended
  const recoveredMs = performance.now() - startedAt
  const { meetings, damage } = await lookInside(place.data)
  const [meeting] = meetings
  const left = place.temporaryFiles().map((name) => `${name} is left.`)
  const common = [...orphans, ...damage, ...left]
  if (!meeting) {
    const soundMs = Math.max(handed.me, handed.them) / 16
    return { soundMs, lostMs: soundMs / moment.pace, segments: 0, recoveredMs, broken: common }
  }
  const short = shortfall(whole, meeting, handed)
  const { state, unreadMs } = meeting.meeting
  if (finished.code !== 0 || state !== 'done' || unreadMs !== 0)
    common.push(`It is ${state}, ${unreadMs} ms are unread, and the program said: ${finished.err}`)
  const broken = [...common, ...short.broken, ...takenBack(told, meeting)]
  return { ...short, lostMs: short.soundMs / moment.pace, recoveredMs, broken }
}

/** What the engine gave and told before it was killed. */
async function playUntil({ pace, givenMs, waitMs }: Moment, place: Place) {
  const engine = await playedEngine(place, pace)
  const told = new Map<string, Segment>()
  engine.client.onEvent((event) => {
    if (event.type === 'segment.committed') told.set(event.segment.id, event.segment)
  })
  // Whoever is killed before it has begun answers nothing.
  const begun = engine.start().catch(() => null)
  if (givenMs !== null) await engine.given(givenMs)
  await wait(waitMs)
  await engine.kill()
  await begun
  const handed: Handed = engine.handed()
  return { handed, told: [...told.values()] }
}

/** Workers of a killed engine must end by themselves. */
async function stillRunning({ processes }: Place): Promise<string[]> {
  const giveUpAt = performance.now() + orphanMs
  while (performance.now() < giveUpAt) {
    if (processes().length === 0) return []
    await wait(50)
  }
  return [`${processes().length} processes outlive the engine.`]
}

/** Text that somebody has seen as settled must be there as it was, or with more behind it. */
function takenBack(told: readonly Segment[], { transcript }: KeptMeeting): string[] {
  const kept = new Map(transcript.segments.map((segment) => [segment.id, segment.text]))
  return told
    .filter(({ id, text }) => !kept.get(id)?.startsWith(text))
    .map(({ id, text }) => `“${text}” was shown and is “${kept.get(id) ?? 'gone'}” now.`)
}

function describe({ lostMs, segments, recoveredMs, broken }: Outcome): string {
  const lost = `${lostMs.toFixed(0)} ms and ${segments} segments lost`
  return [`${lost}, back in ${recoveredMs.toFixed(0)} ms`, ...broken].join('; ')
}
