/** What the sound system refused, as a sentence that says what to do. */
import { AppError, type ErrorCode } from '#contract/errors.ts'
import { CaptureError, type CaptureReason, type DeviceKind } from '#native/capture/stream.ts'

/** Bugs pass as they are. */
export function captureFailure(
  error: unknown,
  kind: DeviceKind,
  system: NodeJS.Platform = process.platform,
): unknown {
  if (!(error instanceof CaptureError)) return error
  const [code, message] = inWords(error.reason, kind, system)
  return new AppError(code, message, { cause: error })
}

/** Why a stream could not be opened; null for what is a bug. */
export function reasonOf(error: unknown): CaptureReason | null {
  return error instanceof CaptureError ? error.reason : null
}

function inWords(
  reason: CaptureReason,
  kind: DeviceKind,
  system: NodeJS.Platform,
): readonly [ErrorCode, string] {
  const device = kind === 'microphone' ? 'microphone' : 'output device'
  switch (reason) {
    case 'no_device':
      return [
        'device_missing',
        kind === 'microphone'
          ? 'No microphone was found. Connect one, or listen to the system sound alone.'
          : 'No output device was found whose sound could be heard. Connect loudspeakers or a headset.',
      ]
    case 'unknown_device':
      return [
        'device_unknown',
        `The chosen ${device} is not there. Connect it, or choose one from the list of devices.`,
      ]
    case 'device_in_use':
      return [
        'device_busy',
        `Another program keeps the ${device} to itself. Close that program, or turn off its exclusive use of the device.`,
      ]
    case 'permission_denied':
      return ['device_denied', denied(kind, system)]
    case 'device_lost':
    case 'format_changed':
      return ['device_lost', `The ${device} went away while it was being opened. Connect it again.`]
    case 'server_unreachable':
      return ['source_unavailable', unreachable(system)]
    case 'unsupported_format':
      return [
        'source_unavailable',
        `The ${device} runs in a format that cannot be heard. Choose another format in its settings, such as 48 kHz, 16 bit.`,
      ]
    case 'failed':
      return [
        'source_unavailable',
        `The ${device} could not be opened. Connect it again, or choose another one.`,
      ]
  }
}

function denied(kind: DeviceKind, system: NodeJS.Platform): string {
  if (system !== 'win32')
    return `This user is not allowed to hear the ${kind === 'microphone' ? 'microphone' : 'system sound'}. Allow it in the settings of the sound server.`
  return kind === 'microphone'
    ? 'Windows does not let this program hear the microphone. Open Settings > Privacy & security > Microphone, and turn on “Microphone access” and “Let desktop apps access your microphone”.'
    : 'Windows does not let this program hear the system sound. Start it as the user who is signed in at the screen.'
}

function unreachable(system: NodeJS.Platform): string {
  return system === 'win32'
    ? 'Windows Audio does not answer. Open Services, and start “Windows Audio” again.'
    : 'The sound server of this computer does not answer. Start PulseAudio or PipeWire again.'
}
