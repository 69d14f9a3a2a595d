/** Kills while a folder gets its first keys, and while it gets new ones. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MeetingId } from '#contract/ids.ts'
import type { Recordings } from '#engine/audio/recording.ts'
import type { Log } from '#engine/runtime/log.ts'
import { rewrapRecordings } from '#engine/seal-recordings.ts'
import { databaseKind } from '#engine/store/settle-database.sqlite.ts'
import { openStore } from '#engine/store/store.sqlite.ts'
import type { Store } from '#engine/store/store.ts'
import { openKeeping } from '../../../src-main/assemble-keeping.ts'
import { keepText } from '../../../src-main/testing/kept-meetings.ts'
import { chance } from '../chance.ts'
import type { Row, Trial } from '../fault.ts'
import { killWhile } from '../kill-while.ts'
import { grounds } from '../place.ts'
import { spokenText } from '../spoken-text.ts'

const program = fileURLToPath(new URL('../change-keys.program.ts', import.meta.url))
/** Within this time anything is back, and recognition sooner. */
const recoveryMs = 30_000
const sentence =
  'Anna will send the report to the whole team before the end of the week, and Marco reads it.'

/** A folder from before there were keys is killed while its database is encrypted for the first time. */
export async function killedConversion({ seed, long, say }: Trial): Promise<Row> {
  await using ground = await grounds()
  await using here = await ground.place()
  const original = join(here.temporary, 'original')
  const wanted = fill(openStore(join(original, 'rtstt.sqlite')))
  const once = await tryOnce(null)
  const { next } = chance(seed)
  const outcome = { longestMs: 0, lost: 0, inside: 0, broken: [] as string[] }
  const tries = long ? 200 : 10
  for (let at = 0; at < tries; at++) {
    const { inside } = await tryOnce(next() * once.tookMs * 1.1)
    if (inside) outcome.inside += 1
    const began = performance.now()
    const { keeping } = await openKeeping({ folder: here.data, mode: 'write' })
    outcome.longestMs = Math.max(outcome.longestMs, performance.now() - began)
    outcome.lost = Math.max(outcome.lost, missing(keeping.store, wanted))
    keeping.store[Symbol.dispose]()
    if (databaseKind(join(here.data, 'rtstt.sqlite')) !== 'encrypted')
      outcome.broken.push(`try ${at}: it is not encrypted after the next start`)
  }
  say(`${outcome.inside} of ${tries} kills came before the end`)
  if (outcome.inside < tries / 4) outcome.broken.push('too few kills came before the end')
  return rowOf('killed while a folder gets its first keys', tries, outcome)

  async function tryOnce(afterMs: number | null) {
    rmSync(here.data, { recursive: true, force: true })
    cpSync(original, here.data, { recursive: true })
    return killWhile(program, [here.data, 'open'], { env: here.env, afterMs })
  }
}

/** A folder with text and sound is killed while everything in it gets new keys. */
export async function killedRotation({ seed, long, say }: Trial): Promise<Row> {
  await using ground = await grounds()
  await using here = await ground.place()
  const wanted = await fillWithSound(here.data)
  const original = { data: join(here.temporary, 'data'), keys: join(here.temporary, 'keys') }
  const keys = here.env['RTSTT_KEYS'] ?? ''
  cpSync(here.data, original.data, { recursive: true })
  cpSync(keys, original.keys, { recursive: true })
  const once = await tryOnce(null)
  const { next } = chance(seed + 1)
  const outcome = { longestMs: 0, lost: 0, inside: 0, broken: [] as string[] }
  const tries = long ? 200 : 5
  for (let at = 0; at < tries; at++) {
    const { inside } = await tryOnce(next() * once.tookMs * 1.1)
    if (inside) outcome.inside += 1
    const began = performance.now()
    const { keeping, lock } = await openKeeping({ folder: here.data, mode: 'write' })
    await rewrapRecordings({ keeping, lock, log: silent })
    outcome.longestMs = Math.max(outcome.longestMs, performance.now() - began)
    const lostText = missing(keeping.store, wanted.text)
    const lostSound = await unheard(keeping.recordings, wanted.recordings)
    outcome.lost = Math.max(outcome.lost, lostText + lostSound)
    if (lock.ring?.rewrapping() || lock.ring?.database.before())
      outcome.broken.push(`try ${at}: the new keys are not everywhere`)
    keeping.store[Symbol.dispose]()
  }
  say(`${outcome.inside} of ${tries} kills came before the end`)
  if (outcome.inside < tries / 4) outcome.broken.push('too few kills came before the end')
  return rowOf('killed while a folder gets new keys', tries, outcome)

  async function tryOnce(afterMs: number | null) {
    for (const [from, to] of [
      [original.data, here.data],
      [original.keys, keys],
    ] as const) {
      rmSync(to, { recursive: true, force: true })
      cpSync(from, to, { recursive: true })
    }
    return killWhile(program, [here.data, 'rotate'], { env: here.env, afterMs })
  }
}

interface Outcome {
  readonly longestMs: number
  readonly lost: number
  readonly broken: readonly string[]
}

function rowOf(fault: string, tried: number, { longestMs, lost, broken }: Outcome): Row {
  return {
    fault,
    tried,
    recoveredMs: { value: longestMs, atMost: recoveryMs },
    lost: { value: lost, atMost: 0, unit: 'records' },
    broken,
  }
}

interface Text {
  readonly id: MeetingId
  readonly segments: string
}

/** Enough that the pages take a moment. */
function fill(store: Store): Text {
  const segments = spokenText(Array.from({ length: 1000 }, (_, at) => `${at} ${sentence}`))
  const id = keepText(store, { segments, language: 'en', title: 'The whole text' })
  const kept = { id, segments: JSON.stringify(store.segments.ofMeeting(id)) }
  store[Symbol.dispose]()
  return kept
}

/** How many segments are not what they were, and one for a database that is not whole. */
function missing(store: Store, { id, segments }: Text): number {
  const wanted = JSON.parse(segments) as readonly unknown[]
  const found = store.segments.ofMeeting(id)
  if (JSON.stringify(found) === segments) return 0
  const known = new Set(found.map((one) => JSON.stringify(one)))
  return Math.max(1, wanted.filter((one) => !known.has(JSON.stringify(one))).length)
}

async function fillWithSound(folder: string) {
  const { keeping, lock } = await openKeeping({ folder, mode: 'write' })
  const recordings = Array.from({ length: 12 }, () => MeetingId.parse(crypto.randomUUID()))
  for (const [at, id] of recordings.entries()) {
    await using recording = await keeping.recordings.create(id, ['me'])
    await recording.append('me', new Int16Array(16_000).fill(at + 1))
    await recording.close()
  }
  lock.ring?.makeRecovery()
  return { recordings, text: fill(keeping.store) }
}

/** Recordings that cannot be read, or hold something else. */
async function unheard(recordings: Recordings, ids: readonly MeetingId[]): Promise<number> {
  let count = 0
  for (const [at, id] of ids.entries()) {
    const whole = await heard(recordings, id).catch(() => null)
    if (whole?.length !== 16_000 || whole.some((sample) => sample !== at + 1)) count += 1
  }
  return count
}

async function heard(recordings: Recordings, id: MeetingId): Promise<Int16Array> {
  await using sound = await recordings.open(id)
  return sound.read('me', 0, 16_000)
}

const silent: Log = { info() {}, warn() {}, bug: (event, error) => console.error(event, error) }
