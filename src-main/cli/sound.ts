/** Takes the sound of a meeting out of the data folder, where it is encrypted, as a file that every program plays. */
import { type FileHandle, open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import { longestClipMs } from '#contract/meeting.ts'
import { TrackName } from '#contract/transcript.ts'
import { type Context, type Engine } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { bar } from './progress.ts'
import { writeFailure } from './write-file.ts'

export interface SoundWords {
  readonly track?: string
  readonly output?: string
  readonly force?: boolean
}

/** What stands before the samples of a clip, and where it says how long they are. */
const headerBytes = 44
const riffBytesAt = 4
const dataBytesAt = 40
const longestBytes = 0xffff_ffff

export async function writeSound(
  named: string,
  { track: typed, output, force = false }: SoundWords,
  context: Context,
): Promise<number> {
  const track = typed === undefined ? null : trackNamed(typed)
  await using engine = await context.openEngine('read')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const path = output ?? `${meetingId}.wav`
  const file = await open(path, force ? 'w' : 'wx').catch((error: unknown) => {
    throw writeFailure(path, error)
  })
  try {
    await copy(engine, { meetingId, track, file }, context)
    await file.close()
  } catch (error) {
    await file.close().catch(() => undefined)
    // Half of the sound would pass for all of it.
    await rm(path, { force: true })
    throw error instanceof AppError ? error : writeFailure(path, error)
  } finally {
    context.terminal.status(null)
  }
  context.terminal.result(context.json ? JSON.stringify({ path: resolve(path) }) : path)
  return exitCodes.done
}

interface Copying {
  readonly meetingId: MeetingId
  readonly track: TrackName | null
  readonly file: FileHandle
}

async function copy(
  engine: Engine,
  { meetingId, track, file }: Copying,
  { terminal, interrupted }: Context,
): Promise<void> {
  const ask = (fromMs: number) =>
    engine.api['meeting.clip']({ meetingId, track, fromMs, toMs: fromMs + longestClipMs })
  let clip = await ask(0)
  const bytes = Buffer.from(clip.base64, 'base64')
  const header = Buffer.from(bytes.subarray(0, headerBytes))
  // To the last byte: a disk that is nearly full takes a part of a write and says nothing.
  await file.appendFile(bytes)
  let end = bytes.length
  // A place behind the end has no clip.
  while (clip.toMs < clip.wholeMs) {
    if (interrupted.aborted) throw new AppError('cancelled', 'Ended. No file was written.')
    clip = await ask(clip.toMs)
    const samples = Buffer.from(clip.base64, 'base64').subarray(headerBytes)
    await file.appendFile(samples)
    end += samples.length
    terminal.status(bar(clip.toMs, clip.wholeMs, 24))
  }
  header.writeUInt32LE(Math.min(end - 8, longestBytes), riffBytesAt)
  header.writeUInt32LE(Math.min(end - headerBytes, longestBytes), dataBytesAt)
  await file.write(header, 0, headerBytes, 0)
}

function trackNamed(typed: string): TrackName {
  const track = TrackName.safeParse(typed)
  if (track.success) return track.data
  throw new AppError('invalid_input', 'A track is me, them or mix.')
}
