/** What the faces are told about a track that is not heard as it should be. */
import type { ErrorCode } from '#contract/errors.ts'
import type { DeviceKind } from './capture.native.ts'

export interface Warning {
  readonly code: ErrorCode
  readonly message: string
}

const side = (kind: DeviceKind): string =>
  kind === 'microphone' ? 'The microphone' : 'The system sound'

const quoted = (device: string | null): string => (device === null ? '' : ` (“${device}”)`)

/** One of two tracks could not be opened; the other goes on alone. */
export function notOpened(kind: DeviceKind, failure: Warning): Warning {
  const { code, message } = failure
  return {
    code,
    message: `${side(kind)} is not heard: ${message} The other side is heard, and this one joins in as soon as it can.`,
  }
}

export function lost(kind: DeviceKind, device: string | null): Warning {
  return {
    code: 'device_lost',
    message: `${side(kind)}${quoted(device)} is not heard any more. Connect it again; what is missing until then is noted.`,
  }
}

export function back(kind: DeviceKind, device: string): Warning {
  return { code: 'device_lost', message: `${side(kind)} is heard again (“${device}”).` }
}

export function deaf(kind: DeviceKind, device: string): Warning {
  const does = kind === 'microphone' ? 'hears' : 'plays'
  return {
    code: 'device_deaf',
    message: `“${device}” ${does} sound, and only silence arrives. It is being opened again.`,
  }
}

export function hearsAgain(kind: DeviceKind, device: string): Warning {
  return { code: 'device_deaf', message: `${side(kind)} arrives again (“${device}”).` }
}

/** `moved`: the one that plays is heard from now on. */
export function elsewhere(heard: string, playing: string, moved: boolean): Warning {
  return {
    code: 'elsewhere_playing',
    message: moved
      ? `“${heard}” is silent while “${playing}” plays. “${playing}” is heard now.`
      : `“${heard}” is silent while “${playing}” plays, and only “${heard}” is heard, as it was chosen. Choose “${playing}”, or follow the default, to hear it.`,
  }
}
