import { readFileSync, writeFileSync } from 'node:fs'
import type { DetectParts } from './watch-microphone.ts'

/** Programs that are not asked about, in a file of their own. */
export function neverAsk(path: string): DetectParts['neverAsk'] {
  const known = new Set(readList(path))
  return {
    read: () => [...known],
    add(id) {
      known.add(id)
      try {
        writeFileSync(path, JSON.stringify([...known]))
      } catch {
        // On a full or read-only disk it holds until the program ends.
      }
    },
  }
}

function readList(path: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  } catch {
    return [] // none yet, or not one of ours
  }
}
