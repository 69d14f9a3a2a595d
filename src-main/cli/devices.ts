import type { Device } from '#contract/device.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { fit, widthOf } from './fit.ts'
import { aborted } from './serve.ts'

/** Shows what can be heard; with `watch` again whenever that changes, until somebody presses Ctrl+C. */
export async function listDevices(
  options: { readonly watch?: boolean },
  context: Context,
): Promise<number> {
  const { terminal, json, interrupted } = context
  await using engine = await context.openEngine('read')
  const devices = await engine.api['device.list']({})
  if (!options.watch) {
    if (json) terminal.result(JSON.stringify(devices, null, 2))
    else for (const line of tableOf(devices, longestName)) terminal.result(line)
    if (devices.length === 0) terminal.say('There is no sound device.')
    return exitCodes.done
  }
  let known: readonly Device[] = []
  const show = (now: readonly Device[]): void => {
    const lines = json ? [JSON.stringify(now)] : changeLines(known, now)
    for (const line of lines) terminal.result(line)
    known = now
  }
  show(devices)
  engine.subscribe((event) => {
    if (event.type === 'devices.changed') show(event.devices)
  })
  terminal.say('Watching. Press Ctrl+C to stop.')
  await aborted(interrupted)
  return exitCodes.done
}

const longestName = 48
const kinds = { microphone: 'microphone', system: 'output' } as const

/** Microphones first, then outputs; the one that is used when none is named is marked. */
export function tableOf(devices: readonly Device[], nameColumns: number): string[] {
  const names = devices.map(({ name }) => fit(name, nameColumns))
  const columns = Math.max(0, ...names.map(widthOf))
  return devices
    .toSorted((a, b) => a.kind.localeCompare(b.kind))
    .map((device) => {
      const name = fit(device.name, nameColumns)
      const padding = ' '.repeat(columns - widthOf(name))
      const parts = [
        kinds[device.kind].padEnd(10),
        `${name}${padding}`,
        formatOf(device).padEnd(20),
      ]
      return `${defaultMark(device)} ${parts.join('  ')}  ${device.id}`
    })
}

/** What came, went or changed, a line each. */
export function changeLines(before: readonly Device[], now: readonly Device[]): string[] {
  const text = (device: Device): string => tableOf([device], longestName).join('')
  const known = new Map(before.map((device) => [keyOf(device), text(device)]))
  const here = new Set(now.map(keyOf))
  const gone = before.filter((device) => !here.has(keyOf(device)))
  return [
    ...gone.map((device) => `- ${text(device)}`),
    ...now.flatMap((device) => {
      const was = known.get(keyOf(device))
      if (was === text(device)) return []
      return [`${was === undefined ? '+' : '~'} ${text(device)}`]
    }),
  ]
}

/** Somewhere an output and the microphone that hears it share an id. */
function keyOf({ kind, id }: Device): string {
  return `${kind} ${id}`
}

function defaultMark({ isDefault, isDefaultForCalls }: Device): string {
  if (isDefault && isDefaultForCalls) return '*'
  return isDefault ? 'd' : isDefaultForCalls ? 'c' : ' '
}

function formatOf({ sampleRate, channels, sampleFormat }: Device): string {
  return [
    sampleRate === null ? null : `${sampleRate} Hz`,
    channels === null ? null : `${channels} ch`,
    sampleFormat,
  ]
    .filter((part) => part !== null)
    .join(', ')
}
