/** How somebody likes to hear meetings again. */

export interface Listening {
  /** 1 is as it was spoken. */
  readonly speed: number
  /** 0 to 1. */
  readonly volume: number
  readonly skipsSilence: boolean
}

/** Voices stay understandable between the first and the last. */
export const speeds: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3]

const asRecorded: Listening = { speed: 1, volume: 1, skipsSilence: false }

/** Reads what was kept; what makes no sense is as it was recorded. */
export function parseListening(text: string | null): Listening {
  const kept = fieldsOf(text)
  const { speed, volume, skipsSilence } = kept
  return {
    speed: speeds.find((known) => known === speed) ?? asRecorded.speed,
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : asRecorded.volume,
    skipsSilence: skipsSilence === true,
  }
}

export function writeListening({ speed, volume, skipsSilence }: Listening): string {
  return JSON.stringify({ speed, volume, skipsSilence })
}

function fieldsOf(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
