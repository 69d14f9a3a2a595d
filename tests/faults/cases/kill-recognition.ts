/** The recognition process is killed while a meeting is heard: the meeting goes on, and all of it becomes text. */
import { chance } from '../chance.ts'
import type { Fault, Row, Trial } from '../fault.ts'
import { type KeptMeeting, lookInside } from '../kept-meeting.ts'
import { killWorker, killWorkerWithin } from '../kill-worker.ts'
import { type Grounds, grounds, type Place } from '../place.ts'
import { type PlayedEngine, playedEngine } from '../played-engine.ts'
import { shortfall, type Shortfall, undisturbed } from '../undisturbed.ts'

export const fault: Fault = { title: 'the recognition process is killed', run }

/** So much faster than it was spoken that somebody speaks again soon after every pause: text tells that it is back. */
const pace = 3
const killsEach = 4
const wholeMs = 41_000

async function run({ long, seed, say }: Trial): Promise<Row[]> {
  await using ground = await grounds()
  const whole = await undisturbed(ground, 8)
  const { between } = chance(seed)
  const meetings = long ? 15 : 1
  const found: Heard[] = []
  for (let count = 0; count < meetings; count++) {
    const slotMs = wholeMs / killsEach
    const moments = Array.from({ length: killsEach }, (_, slot) =>
      Math.round(slot * slotMs + between(0, slotMs / 2)),
    )
    const heard = await hear(ground, whole, moments)
    say(`meeting ${count + 1}: back after ${heard.backMs.map(Math.round).join(', ')} ms`)
    found.push(heard)
  }
  const tried = found.reduce((sum, { backMs }) => sum + backMs.length, 0)
  const most = (value: (one: Heard) => number): number => Math.max(...found.map(value))
  const recoveredMs = { value: most(({ backMs }) => Math.max(...backMs)), atMost: 3_000 }
  const lostSound = { value: most((one) => one.soundMs), atMost: 0, unit: 'ms of sound' } as const
  const lostText = { value: most((one) => one.segments), atMost: 0, unit: 'segments' } as const
  const broken = found.flatMap((one) => one.broken)
  const common = { tried, recoveredMs }
  return [
    { ...common, fault: 'recognition process killed: its sound', lost: lostSound, broken },
    { ...common, fault: 'recognition process killed: its text', lost: lostText, broken: [] },
  ]
}

interface Heard extends Shortfall {
  /** From each kill to the next answer of a new process. */
  readonly backMs: readonly number[]
}

async function hear(
  ground: Grounds,
  whole: KeptMeeting,
  moments: readonly number[],
): Promise<Heard> {
  await using place = await ground.place()
  const backMs: number[] = []
  const broken: string[] = []
  {
    await using engine = await playedEngine(place, pace)
    const over = engine.heard('meeting.stopped')
    engine.client.onEvent((event) => {
      if (event.type === 'meeting.warned' && event.code !== 'model_missing')
        broken.push(`It warned: ${event.message}`)
    })
    await engine.start()
    for (const ms of moments) {
      await engine.given(ms)
      backMs.push(await killAndWait(place, engine))
    }
    const { meeting } = await over
    if (meeting.state !== 'done' || meeting.unreadMs > 0)
      broken.push(`It ended ${meeting.state}, and ${meeting.unreadMs} ms are unread.`)
  }
  const { meetings, damage } = await lookInside(place.data)
  const [found] = meetings
  if (!found) throw new Error('A meeting that was heard is kept.')
  const samples = whole.sound.get('me')?.length ?? 0
  const short = shortfall(whole, found, { me: samples, them: samples })
  const left = place.temporaryFiles().map((name) => `${name} is left.`)
  return { ...short, backMs, broken: [...broken, ...damage, ...left, ...short.broken] }
}

/** How long it took until a process that is another one has answered. */
async function killAndWait(place: Place, engine: PlayedEngine): Promise<number> {
  const killed =
    killWorker(place, 'recognition') ?? (await killWorkerWithin(place, 'recognition', 5_000))
  if (!killed) return Infinity
  await engine.heard('decode.measured', ({ encodeMs }) => encodeMs > 0 && killed.isReplaced())
  return performance.now() - killed.at
}
