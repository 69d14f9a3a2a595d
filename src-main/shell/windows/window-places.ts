/** Where windows were left, in a file beside the page's own: small, and nothing is lost without it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parsePlaced, type Placed } from './place-window.ts'

export type WindowName = 'main' | 'captions' | 'pill'

export interface WindowPlaces {
  read(name: WindowName): Placed | null
  write(name: WindowName, placed: Placed): void
}

export function windowPlaces(path: string): WindowPlaces {
  const known = readAll(path)
  return {
    read: (name) => parsePlaced(known[name]),
    write(name, placed) {
      known[name] = placed
      try {
        writeFileSync(path, JSON.stringify(known))
      } catch {
        // On a full or read-only disk windows open where they did before; whoever keeps meetings says so.
      }
    },
  }
}

function readAll(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {} // none yet, or not one of ours
  }
}
