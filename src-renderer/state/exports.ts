import type { EngineEvent } from '#contract/events.ts'

/** How far exports are that take a while, by their id, 0 to 1. */
export type Exports = Readonly<Record<string, number>>

/** Takes in one event. */
export function applyToExports(exports: Exports, event: EngineEvent): Exports {
  if (event.type !== 'export.progressed') return exports
  return { ...exports, [event.exportId]: event.share }
}

export function exportEnded(exports: Exports, exportId: string): Exports {
  return Object.fromEntries(Object.entries(exports).filter(([id]) => id !== exportId))
}
