/** The played meeting as it is when nobody disturbs it, and what another run of it is short of. */
import { isDeepStrictEqual } from 'node:util'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { differingSegments, overlaps } from './compare-text.ts'
import { type KeptMeeting, lookInside } from './kept-meeting.ts'
import type { Grounds } from './place.ts'
import { playedEngine } from './played-engine.ts'
import { type Handed, stumble } from './played-meeting.ts'

/** What a kill cost, and what went against a promise. */
export interface Shortfall {
  readonly soundMs: number
  /** Of those that were recorded to their end. */
  readonly segments: number
  readonly broken: readonly string[]
}

export async function undisturbed(grounds: Grounds, pace: number): Promise<KeptMeeting> {
  await using place = await grounds.place()
  {
    await using engine = await playedEngine(place, pace)
    const over = engine.heard('meeting.stopped')
    await engine.start()
    await over
  }
  const { meetings, damage } = await lookInside(place.data)
  const [meeting] = meetings
  if (!meeting || damage.length > 0) throw new Error(`Nobody disturbed it: ${damage.join(' ')}`)
  if (accountOf(meeting, stumble.track)?.gaps.length !== 1)
    throw new Error('The device stumbles once in it.')
  return meeting
}

/** What ends later than this before the end of the recording may be cut in its last word, in milliseconds. */
const edgeMs = 300

/** Holds a meeting of which the source gave only `handed` against the whole one. */
export function shortfall(whole: KeptMeeting, found: KeptMeeting, handed: Handed): Shortfall {
  const tracks = Object.entries(handed).map(([name, given]) =>
    shortfallOf(whole, found, { name: name as TrackName, given }),
  )
  return {
    soundMs: Math.max(...tracks.map(({ soundMs }) => soundMs)),
    segments: tracks.reduce((sum, { segments }) => sum + segments, 0),
    broken: tracks.flatMap(({ broken }) => broken),
  }
}

function shortfallOf(
  whole: KeptMeeting,
  found: KeptMeeting,
  { name, given }: { readonly name: TrackName; readonly given: number },
): Shortfall {
  const samples = found.sound.get(name) ?? new Int16Array()
  const first = whole.sound.get(name)?.subarray(0, samples.length) ?? new Int16Array()
  const cutMs = samples.length / 16
  const segments = ofTrack(found, name)
  const differing = differingSegments(
    ofTrack(whole, name).filter(({ startMs }) => startMs < cutMs),
    segments,
  )
  const lost = differing.filter(({ segment }) => segment.endMs <= cutMs - edgeMs)
  const broken = [
    ...overlaps(segments),
    ...differing
      .filter((one) => one.twice || (one.more && lost.includes(one)))
      .map(({ segment, found: words }) => `“${segment.text}” became “${words}”.`),
    ...(samples.length > given ? ['More sound is kept than was given.'] : []),
    ...(Buffer.compare(bytesOf(first), bytesOf(samples)) === 0
      ? []
      : ['The sound is another than was given.']),
    ...ledgerTruth(whole, found, { name, cutMs }),
  ]
  const soundMs = Math.max(0, given - samples.length) / 16
  return { soundMs, segments: lost.length, broken: broken.map((text) => `${name}: ${text}`) }
}

/** The ledger must tell the one thing that was never heard, as far as the meeting came, and nothing else. */
function ledgerTruth(
  whole: KeptMeeting,
  found: KeptMeeting,
  { name, cutMs }: { readonly name: TrackName; readonly cutMs: number },
): string[] {
  const gaps = accountOf(whole, name)?.gaps.flatMap((gap) => {
    const lengthMs = Math.min(gap.lengthMs, cutMs - gap.atMs)
    return lengthMs > 0 ? [{ ...gap, lengthMs }] : []
  })
  const account = accountOf(found, name)
  const told = account && { lengthMs: account.lengthMs, gaps: account.gaps }
  if (isDeepStrictEqual(told, { lengthMs: cutMs, gaps })) return []
  return [`The ledger says ${JSON.stringify(told)} of ${cutMs} ms.`]
}

function accountOf({ transcript }: KeptMeeting, name: TrackName) {
  return transcript.tracks.find((track) => track.name === name)?.account
}

function ofTrack({ transcript }: KeptMeeting, name: TrackName): Segment[] {
  return transcript.segments.filter(({ track }) => track === name)
}

function bytesOf({ buffer, byteOffset, byteLength }: Int16Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
