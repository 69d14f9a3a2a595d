/**
 * Windows notes for each program when it last used the microphone. An end of 0 beside a start means: it does now.
 * Programs without a package stand below `NonPackaged`, by their path with `#` for each backslash.
 */
import type { MicrophoneUser } from './detection.ts'

export interface Registry {
  /** Names of the keys below; none where there is no such key. */
  keys(path: string): readonly string[]
  /** A value of 64 bits; null where there is none. */
  number(path: string, name: string): bigint | null
}

const root =
  'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\microphone'
const unpackaged = 'NonPackaged'

/** Who uses the microphone at this moment, apart from the program at `ownPath`. */
export function microphoneUsers(registry: Registry, ownPath: string): readonly MicrophoneUser[] {
  const uses = (path: string): boolean =>
    registry.number(path, 'LastUsedTimeStop') === 0n &&
    (registry.number(path, 'LastUsedTimeStart') ?? 0n) > 0n
  const packaged = registry
    .keys(root)
    .filter((key) => key !== unpackaged && uses(`${root}\\${key}`))
    .map((key) => ({ id: key, name: packageName(key) }))
  const others = registry
    .keys(`${root}\\${unpackaged}`)
    .filter((key) => uses(`${root}\\${unpackaged}\\${key}`))
    .map((key) => key.replaceAll('#', '\\'))
    .filter((path) => path.toLowerCase() !== ownPath.toLowerCase())
    .map((path) => ({ id: path, name: programName(path) }))
  return [...packaged, ...others]
}

/** `Microsoft.SkypeApp_kzf8qxf38zg5c` is called SkypeApp. */
function packageName(key: string): string {
  return key.replace(/_[^_]*$/, '').replace(/^.*\./, '')
}

function programName(path: string): string {
  return path.replace(/^.*\\/, '').replace(/\.exe$/i, '')
}
