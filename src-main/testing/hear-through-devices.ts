/** What the program makes of sound files that are played to real devices, side by side. */
import { Transcript } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import { UnderstoodTranscript } from '#contract/understood-transcript.ts'
import { startPulseDaemon } from '#native/capture/testing/pulse-daemon.ts'
import { rtstt } from './run-rtstt.ts'

export interface HeardThroughDevices {
  readonly me: string
  readonly them: string
  /** Milliseconds that the ledger says are missing, of both tracks. */
  readonly missingMs: number
}

/** Records microphone and system sound while each plays its file. */
export async function hearThroughDevices(files: {
  readonly me: string
  readonly them: string
}): Promise<HeardThroughDevices> {
  const daemon = await startPulseDaemon()
  try {
    await daemon.addSink('speaker')
    const { mouth } = await daemon.addMicrophone('mic', { rate: 44_100 })
    await daemon.setDefaultSink('speaker')
    await daemon.setDefaultSource('mic')
    await using program = await rtstt({ PULSE_SERVER: daemon.server })
    const recording = program.start('record', '--source', 'both', '--language', 'en')
    // Either may be the first.
    await Promise.all([
      recording.seen(/Microphone: “mic”/),
      recording.seen(/System sound: “speaker”/),
    ])
    await Promise.all([daemon.play('speaker', files.them).over, daemon.play(mouth, files.me).over])
    recording.process.kill('SIGINT')
    await recording.finished
    const { out } = await program.run('show', 'last', '--json')
    const { segments, tracks } = UnderstoodTranscript.parse(JSON.parse(out))
    const textOf = (track: TrackName) =>
      segments
        .filter((segment) => segment.track === track)
        .map(({ text }) => text)
        .join(' ')
    const missingMs = tracks
      .flatMap(({ account }) => account?.gaps ?? [])
      .reduce((sum, { lengthMs }) => sum + lengthMs, 0)
    return { me: textOf('me'), them: textOf('them'), missingMs }
  } finally {
    await daemon.close()
  }
}

/** What `rtstt transcribe` makes of the same file. */
export async function transcribed(path: string): Promise<string> {
  await using program = await rtstt()
  const { out } = await program.run('transcribe', path, '--language', 'en', '--json', '--no-store')
  return Transcript.parse(JSON.parse(out))
    .segments.map(({ text }) => text)
    .join(' ')
}
