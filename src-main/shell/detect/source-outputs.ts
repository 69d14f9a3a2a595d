/** Who records from a microphone on Linux, as `pactl -f json list source-outputs` tells it. */
import type { MicrophoneUser } from './detection.ts'

/** `ownPids`: our processes, which are not asked about. Meters of mixers, and what hears an output, are none. */
export function recordingPrograms(
  json: string,
  ownPids: ReadonlySet<number>,
): readonly MicrophoneUser[] {
  const users = new Map<string, MicrophoneUser>()
  for (const { properties } of parseList(json)) {
    const text = (name: string): string => {
      const value = properties[name]
      return typeof value === 'string' ? value : ''
    }
    const id = text('application.process.binary') || text('application.name')
    const isMeter = /peak detect|monitor/i.test(text('media.name'))
    if (id === '' || isMeter || ownPids.has(Number(text('application.process.id')))) continue
    users.set(id, { id, name: text('application.name') || id })
  }
  return [...users.values()]
}

interface Output {
  readonly properties: Readonly<Record<string, unknown>>
}

function parseList(json: string): readonly Output[] {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.filter(isOutput) : []
  } catch {
    return [] // an older pactl, which knows no JSON
  }
}

function isOutput(value: unknown): value is Output {
  return (
    typeof value === 'object' &&
    value !== null &&
    'properties' in value &&
    typeof value.properties === 'object' &&
    value.properties !== null
  )
}
