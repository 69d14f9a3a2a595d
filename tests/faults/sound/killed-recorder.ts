import { chance } from '../chance.ts'
import type { Row, Trial } from '../fault.ts'
import { killAfter } from './kill-after.ts'
import { newId, tracks, type Vault, vault, wrongIn } from './vault.ts'

/** Kills a process that records sealed sound, at any moment, and looks for what it was told is kept. */
export async function killedRecorder({ long, seed, say }: Trial): Promise<Row> {
  const tries = long ? 200 : 12
  const random = chance(seed)
  const broken = new Set<string>()
  let lostMs = 0
  let recoveredMs = 0
  await using place = await vault()
  for (let tried = 0; tried < tries; tried++) {
    const found = await tryOnce(place, random.between(0, 250))
    lostMs = Math.max(lostMs, found.lostMs)
    recoveredMs = Math.max(recoveredMs, found.recoveredMs)
    for (const sentence of found.broken) broken.add(sentence)
    if ((tried + 1) % 10 === 0) say(`killed while sealing sound: ${tried + 1} of ${tries}`)
  }
  return {
    fault: 'kill of whoever records sealed sound',
    tried: tries,
    recoveredMs: { value: recoveredMs, atMost: 30_000 },
    lost: { value: lostMs, atMost: 1_000, unit: 'ms of sound' },
    broken: [...broken],
  }
}

async function tryOnce({ root, sealed }: Vault, afterMs: number) {
  const meetingId = newId()
  const said = await killAfter(afterMs, 'recorder.program.ts', root, meetingId)
  const kept = Number(said.at(-1) ?? 0)
  const broken: string[] = []
  let shortest = Infinity
  const beganMs = performance.now()
  const recording = await sealed.open(meetingId)
  const recoveredMs = performance.now() - beganMs
  for (const track of tracks) {
    const read = await recording.read(track, 0, recording.length(track))
    shortest = Math.min(shortest, read.length)
    if (read.length < recording.length(track)) broken.push('a recording is shorter than it says')
    if (wrongIn(read).length > 0) broken.push('a recovered recording is not what was recorded')
  }
  const account = await recording.account()
  for (const { gaps } of account.values())
    if (gaps.length > 0) broken.push('a kill alone left damage')
  await recording[Symbol.asyncDispose]()
  await sealed.remove(meetingId)
  return { lostMs: Math.max(0, kept - shortest) / 16, recoveredMs, broken }
}
