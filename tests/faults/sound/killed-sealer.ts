import { chance } from '../chance.ts'
import type { Row, Trial } from '../fault.ts'
import { killAfter } from './kill-after.ts'
import { record, tracks, type Vault, vault, wrongIn } from './vault.ts'

/** A minute: long enough to be killed in the middle of. */
const samples = 16_000 * 60

/** Kills whoever seals a plain recording, and looks whether one form of it is whole. */
export async function killedSealer({ long, seed, say }: Trial): Promise<Row> {
  const tries = long ? 100 : 8
  const random = chance(seed + 1)
  const broken = new Set<string>()
  let lost = 0
  await using place = await vault()
  const longest = await sealingMs(place)
  for (let tried = 0; tried < tries; tried++) {
    const found = await tryOnce(place, random.between(0, longest))
    lost = Math.max(lost, found.lost)
    for (const sentence of found.broken) broken.add(sentence)
  }
  say(`killed while sealing what was plain: ${tries}`)
  return {
    fault: 'kill of whoever seals a plain recording',
    tried: tries,
    recoveredMs: null,
    lost: { value: lost / 16, atMost: 0, unit: 'ms of sound' },
    broken: [...broken],
  }
}

async function sealingMs({ plain, sealed }: Vault): Promise<number> {
  const meetingId = await record(plain, samples)
  const beganMs = performance.now()
  await sealed.seal(meetingId)
  const took = performance.now() - beganMs
  await sealed.remove(meetingId)
  return Math.ceil(took) + 10
}

async function tryOnce(place: Vault, afterMs: number) {
  const { root, plain, sealed } = place
  const meetingId = await record(plain, samples)
  await killAfter(afterMs, 'sealer.program.ts', root, meetingId)
  const before = await heard(place, meetingId)
  await sealed.seal(meetingId)
  const after = await heard(place, meetingId)
  const broken = [...before.broken, ...after.broken]
  if ((await sealed.plain()).length > 0) broken.push('something plain was left')
  await sealed.remove(meetingId)
  return { lost: Math.max(before.lost, after.lost), broken }
}

async function heard({ sealed }: Vault, meetingId: Parameters<Vault['sealed']['follow']>[0]) {
  await using recording = await sealed.follow(meetingId)
  let lost = 0
  const broken: string[] = []
  for (const track of tracks) {
    const read = await recording.read(track, 0, 2 * samples)
    lost = Math.max(lost, samples - read.length)
    if (read.length > samples) broken.push('sound is there twice')
    if (wrongIn(read).length > 0) broken.push('a sealed recording is not what was recorded')
  }
  const account = (await recording.account()).get('me')
  if (account?.sources.length !== 1) broken.push('the ledger is not whole')
  return { lost, broken }
}
