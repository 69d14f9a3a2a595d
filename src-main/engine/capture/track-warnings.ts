/** What the faces are told about a track that is not heard as it should be. */
import type { ErrorCode, WireError } from '#contract/errors.ts'
import type { Warning } from '#contract/warning.ts'
import type { DeviceKind } from './capture.native.ts'

/** Whoever tells it knows its track. */
export type TrackWarning = Omit<Warning, 'track'>

const side = (kind: DeviceKind): string =>
  kind === 'microphone' ? 'The microphone' : 'The system sound'

const quoted = (device: string | null): string => (device === null ? '' : ` (“${device}”)`)

/** One of two tracks could not be opened; the other goes on alone. */
export function notOpened(kind: DeviceKind, failure: WireError): TrackWarning {
  const { code, message } = failure
  return {
    code,
    message: `${side(kind)} is not heard: ${message} The other side is heard, and this one joins in as soon as it can.`,
    name: null,
    over: false,
  }
}

export function lost(kind: DeviceKind, device: string | null): TrackWarning {
  return {
    code: 'device_lost',
    message: `${side(kind)}${quoted(device)} is not heard any more. Connect it again; what is missing until then is noted.`,
    name: device,
    over: false,
  }
}

/** `code` is what it was missing for. */
export function back(kind: DeviceKind, device: string, code: ErrorCode): TrackWarning {
  const message = `${side(kind)} is heard again (“${device}”).`
  return { code, message, name: device, over: true }
}

export function deaf(kind: DeviceKind, device: string): TrackWarning {
  const does = kind === 'microphone' ? 'hears' : 'plays'
  return {
    code: 'device_deaf',
    message: `“${device}” ${does} sound, and only silence arrives. It is being opened again.`,
    name: device,
    over: false,
  }
}

export function hearsAgain(kind: DeviceKind, device: string): TrackWarning {
  const message = `${side(kind)} arrives again (“${device}”).`
  return { code: 'device_deaf', message, name: device, over: true }
}

/** `moved`: the one that plays is heard from now on, so that nobody has to do anything. */
export function elsewhere(heard: string, playing: string, moved: boolean): TrackWarning {
  return {
    code: 'elsewhere_playing',
    message: moved
      ? `“${heard}” is silent while “${playing}” plays. “${playing}” is heard now.`
      : `“${heard}” is silent while “${playing}” plays, and only “${heard}” is heard, as it was chosen. Choose “${playing}”, or follow the default, to hear it.`,
    name: playing,
    over: moved,
  }
}

/** The output that was chosen plays itself, after all. */
export function plays(heard: string): TrackWarning {
  const message = `“${heard}” plays and is heard again.`
  return { code: 'elsewhere_playing', message, name: heard, over: true }
}
