import type { Device } from '#contract/device.ts'
import { AppError } from '#contract/errors.ts'

export interface SourceOptions {
  readonly source: string
  readonly pace: string
  readonly splitChannels?: boolean
  /** An id or the exact name of a device; without it the system's default is followed. */
  readonly microphone?: string
  readonly system?: string
}

/** What was typed as a source, in the words of the contract; `devices` is asked only where one was named. */
export async function chooseSource(
  options: SourceOptions,
  devices: () => Promise<readonly Device[]>,
): Promise<unknown> {
  const { source, microphone, system } = options
  const hearsMicrophone = source === 'mic' || source === 'both'
  const hearsSystem = source === 'system' || source === 'both'
  if (microphone !== undefined && !hearsMicrophone) throw unused('--microphone', 'mic or both')
  if (system !== undefined && !hearsSystem) throw unused('--system', 'system or both')
  if (source.startsWith('file:')) return fileSource(options)
  if (!hearsMicrophone && !hearsSystem)
    throw new AppError('invalid_input', '--source is both, mic, system or file:PATH.')
  const known = microphone === undefined && system === undefined ? [] : await devices()
  const microphoneId = idOf('microphone', microphone, known)
  const systemId = idOf('system', system, known)
  if (!hearsSystem) return { kind: 'microphone', deviceId: microphoneId }
  if (!hearsMicrophone) return { kind: 'system', deviceId: systemId }
  return { kind: 'both', microphoneId, systemId }
}

function fileSource({ source, pace, splitChannels }: SourceOptions): unknown {
  if (pace !== 'real' && pace !== 'fast')
    throw new AppError('invalid_input', '--pace is real or fast.')
  const path = source.slice('file:'.length)
  return { kind: 'file', path, pace, channels: splitChannels ? 'split' : 'mix' }
}

function unused(option: string, sources: string): AppError {
  return new AppError('invalid_input', `${option} is for --source ${sources}.`)
}

const words = { microphone: 'microphone', system: 'output' } as const

function idOf(
  kind: Device['kind'],
  named: string | undefined,
  devices: readonly Device[],
): string | null {
  if (named === undefined) return null
  const ofKind = devices.filter((device) => device.kind === kind)
  if (ofKind.some(({ id }) => id === named)) return named
  const [match, another] = ofKind.filter(({ name }) => name === named)
  if (match && !another) return match.id
  throw new AppError(
    'device_unknown',
    match
      ? `More than one ${words[kind]} is called “${named}”. Name it by its id: rtstt devices`
      : `There is no ${words[kind]} “${named}”. See them with: rtstt devices`,
  )
}
