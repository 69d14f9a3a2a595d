/** How a place of a meeting sounds, for whoever wants to hear what a line rests on. */
import { existsSync } from 'node:fs'
import type { CommandInput } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { longestClipMs, type SoundClip } from '#contract/meeting.ts'
import { SAMPLE_RATE, toMs, toSamples } from './audio/frames.ts'
import { mixTracks } from './audio/mix-tracks.ts'
import { wavHeader } from './audio/wav-header.ts'
import type { Keeping } from './parts.ts'

/** Also of a meeting that is still recorded. Fails with `file_missing` where the recording is gone or ends before. */
export async function soundClip(
  { store, recordings }: Pick<Keeping, 'store' | 'recordings'>,
  { meetingId, track: wanted, fromMs, toMs: untilMs }: CommandInput<'meeting.clip'>,
): Promise<SoundClip> {
  if (!store.meetings.read(meetingId)) throw new AppError('not_found', 'There is no such meeting.')
  if (untilMs <= fromMs || untilMs - fromMs > longestClipMs)
    throw new AppError(
      'invalid_input',
      'Ask for at least a moment and at most 30 seconds of sound.',
    )
  if (!existsSync(recordings.folderOf(meetingId))) throw gone()
  await using sound = await recordings.follow(meetingId)
  const [from, to] = [toSamples(fromMs), toSamples(untilMs)]
  const tracks = sound.tracks.filter((track) => wanted === null || track === wanted)
  const heard = await Promise.all(tracks.map((track) => sound.read(track, from, to)))
  const samples = mixTracks(heard)
  if (samples.length === 0) throw gone()
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  return {
    fromMs,
    toMs: fromMs + toMs(samples.length),
    wholeMs: Math.floor((Math.max(...tracks.map(sound.length)) * 1000) / SAMPLE_RATE),
    mediaType: 'audio/wav',
    base64: Buffer.concat([wavHeader(samples.length), bytes]).toString('base64'),
  }
}

const gone = (): AppError =>
  new AppError('file_missing', 'The sound of this place is not there. Its text is kept.')
