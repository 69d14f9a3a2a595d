/** How loud a meeting is, part by part, and where something is missing: what a waveform is drawn from. */
import { existsSync } from 'node:fs'
import type { TrackAccount } from '#contract/account.ts'
import type { CommandInput } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { SoundPeaks } from '#contract/peaks.ts'
import { toMs, toSamples } from './audio/frames.ts'
import { BLOCK, inParts } from './audio/loudest.ts'
import type { Keeping } from './parts.ts'

type Wish = CommandInput<'meeting.peaks'>
interface Stretch {
  /** In samples. */
  readonly from: number
  readonly to: number
  readonly count: number
}

/** Also of a meeting that is still recorded. Fails with `file_missing` where the recording is gone. */
export async function soundPeaks(
  { store, recordings }: Pick<Keeping, 'store' | 'recordings'>,
  { meetingId, buckets, fromMs, toMs: wantedMs }: Wish,
): Promise<SoundPeaks> {
  if (!store.meetings.read(meetingId)) throw new AppError('not_found', 'There is no such meeting.')
  if (!existsSync(recordings.folderOf(meetingId))) throw gone()
  await using sound = await recordings.follow(meetingId)
  const end = Math.max(...sound.tracks.map(sound.length))
  const untilMs = wantedMs ?? toMs(end)
  if (untilMs < fromMs) throw new AppError('invalid_input', 'This stretch ends before it begins.')
  const stretch = { from: toSamples(fromMs), to: toSamples(untilMs), count: buckets }
  const peaks = await peaksIn(stretch)
  const accounts = await recordings.account(meetingId)
  const tracks = sound.tracks.map((name) => ({
    name,
    peaks: peaks.get(name) ?? [],
    ...missingIn(accounts?.get(name), fromMs, untilMs),
  }))
  return { fromMs, toMs: untilMs, tracks }

  async function peaksIn(place: Stretch): Promise<ReadonlyMap<string, number[]>> {
    const { from, to, count } = place
    // Shorter parts than two blocks would show steps: then the stretch is short enough to be read itself.
    if ((to - from) / count >= 2 * BLOCK) {
      const blocks = { from: from / BLOCK, to: to / BLOCK, count }
      const loudness = await recordings.loudness(meetingId)
      return new Map(Array.from(loudness, ([track, values]) => [track, inParts(values, blocks)]))
    }
    const read = async (track: (typeof sound.tracks)[number]) =>
      [
        track,
        inParts(await sound.read(track, from, to), { from: 0, to: to - from, count }),
      ] as const
    return new Map(await Promise.all(sound.tracks.map(read)))
  }
}

function missingIn(
  account: TrackAccount | undefined,
  fromMs: number,
  untilMs: number,
): Pick<TrackAccount, 'gaps' | 'pauses'> {
  const touches = ({ atMs, lengthMs }: { atMs: number; lengthMs: number | null }): boolean =>
    atMs <= untilMs && atMs + (lengthMs ?? 0) >= fromMs
  return {
    gaps: account?.gaps.filter(touches) ?? [],
    // A pause takes no time of the recording.
    pauses: account?.pauses.filter(({ atMs }) => touches({ atMs, lengthMs: 0 })) ?? [],
  }
}

const gone = (): AppError =>
  new AppError('file_missing', 'The sound of this meeting is not there. Its text is kept.')
