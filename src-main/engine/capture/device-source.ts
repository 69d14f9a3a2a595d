/** A microphone, what the computer plays, or both, as a source that goes on whatever becomes of its devices. */
import { AppError } from '#contract/errors.ts'
import type { Source as SourceChoice } from '#contract/meeting.ts'
import { toSamples } from '../audio/frames.ts'
import type { Source } from '../audio/source.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Log } from '../runtime/log.ts'
import { captureFailure, reasonOf } from './capture-failure.native.ts'
import type { Capture } from './capture.native.ts'
import { type DeviceTrack, deviceTrack, type TrackChoice } from './device-track.ts'
import { type EventQueue, eventQueue } from './event-queue.ts'
import { type Listening, listenToDevices } from './listen-to-devices.ts'
import { notOpened } from './track-warnings.ts'

export type DeviceChoice = Exclude<SourceChoice, { kind: 'file' | 'sample' }>

export interface DeviceSourceParts {
  /** The sound system; fails with a sentence for people where there is none. */
  readonly openCapture: () => Promise<Capture>
  readonly clock: Clock
  /** Milliseconds on the clock by which devices tell when they heard something. */
  readonly steadyMs: () => number
  /** Outputs deliver also while they play nothing; the default is what this system's do: on Windows they do not. */
  readonly outputsSendSilence?: boolean
  /** Since the computer was started, its sleep included, which the steady clock may leave out. */
  readonly uptimeMs: () => number
  readonly log: Log
}

/** For a reader that is slow, so much is held here; more stays in the rings of the devices. */
const HELD_SAMPLES = toSamples(1000)

/** Opens what was chosen; fails only where nothing of it can be heard, or where a chosen device does not exist. */
export async function openDeviceSource(
  choice: DeviceChoice,
  parts: DeviceSourceParts,
): Promise<Source> {
  const capture = await parts.openCapture()
  const choices = choicesOf(choice)
  let listening: Listening | null = null
  const queue = eventQueue(HELD_SAMPLES * choices.length, {
    started: () => listening?.begin(),
    left: () => listening?.leave(),
  })
  const tracks = choices.map((one) =>
    deviceTrack(one, {
      open: (request) => capture.open(request),
      steadyMs: parts.steadyMs,
      outputsSendSilence: parts.outputsSendSilence ?? process.platform !== 'win32',
      tell: queue.push,
      room: queue.room,
      heard: (track, fromMs, untilMs) => listening?.heard(track, fromMs, untilMs),
      changed: () => listening?.tellHearing(),
      fail: queue.fail,
    }),
  )
  await openAll(tracks, queue)
  const heard = listenToDevices(tracks, { ...parts, capture, queue })
  listening = heard
  return {
    tracks: choices.map(({ track }) => track),
    totalMs: null,
    events: queue.events,
    controls: heard.controls,
    stop: () => heard.stop(),
    [Symbol.asyncDispose]: () => heard.close(),
  }
}

function choicesOf(choice: DeviceChoice): TrackChoice[] {
  const me = (deviceId: string | null): TrackChoice => ({
    track: 'me',
    kind: 'microphone',
    deviceId,
  })
  const them = (deviceId: string | null): TrackChoice => ({
    track: 'them',
    kind: 'loopback',
    deviceId,
  })
  switch (choice.kind) {
    case 'microphone':
      return [me(choice.deviceId)]
    case 'system':
      return [them(choice.deviceId)]
    case 'both':
      return [me(choice.microphoneId), them(choice.systemId)]
  }
}

async function openAll(tracks: readonly DeviceTrack[], queue: EventQueue): Promise<void> {
  const results = await Promise.allSettled(tracks.map((track) => track.open()))
  const failed = results.flatMap((result, i) => {
    const track = tracks[i]
    if (result.status === 'fulfilled' || !track) return []
    const error: unknown = result.reason
    return [{ track, reason: reasonOf(error), error: captureFailure(error, track.choice.kind) }]
  })
  // A device that was named and does not exist is a mistake, and nobody wants a meeting without it.
  const refused =
    failed.find(
      ({ reason, error }) => reason === 'unknown_device' || !(error instanceof AppError),
    ) ?? (failed.length === tracks.length ? failed[0] : undefined)
  if (refused) {
    await Promise.all(tracks.map((track) => track.close()))
    throw refused.error
  }
  for (const { track, error } of failed) {
    if (!(error instanceof AppError)) continue
    const { kind, track: name } = track.choice
    queue.push({ type: 'warning', warning: { ...notOpened(kind, error), track: name } })
    track.forgive(error.code)
  }
}
