/** Files that are to become meetings, as the page knows them. */
import type { EngineEvent } from '#contract/events.ts'
import type { Import } from '#contract/import.ts'

/** A file on its way to the engine. */
export interface Sending {
  readonly key: string
  readonly fileName: string
}

export interface Imports {
  readonly phase: 'unread' | 'reading' | 'whole'
  readonly files: readonly Import[]
  readonly sending: readonly Sending[]
}

export const unreadImports: Imports = { phase: 'unread', files: [], sending: [] }

export function applyToImports(imports: Imports, event: EngineEvent): Imports {
  if (event.type !== 'import.changed') return imports
  const changed = new Map(event.imports.map((file) => [file.id, file]))
  const removed = new Set(event.removed)
  const files = imports.files
    .filter(({ id }) => !removed.has(id))
    .map((file) => changed.get(file.id) ?? file)
  const known = new Set(files.map(({ id }) => id))
  const added = event.imports.filter(({ id }) => !known.has(id))
  return { ...imports, files: [...files, ...added] }
}

/** As the engine lists them. */
export function wholeImports(imports: Imports, files: readonly Import[]): Imports {
  return { ...imports, phase: 'whole', files }
}

export function isOver({ state }: Import): boolean {
  return state !== 'waiting' && state !== 'reading'
}

export interface QueueSummary {
  readonly total: number
  readonly over: number
  readonly failed: number
  /** For everything whose length is known; null: nobody can tell. */
  readonly leftMs: number | null
  /** 0 to 1. */
  readonly share: number
}

/** How the whole queue stands; a file counts by how much of it is read. */
export function summarize({ files, sending }: Imports): QueueSummary {
  const shares = files.map((file) => shareOf(file))
  const total = files.length + sending.length
  return {
    total,
    over: files.filter(isOver).length,
    failed: files.filter(({ state }) => state === 'failed').length,
    leftMs: leftOf(files),
    share: total === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / total,
  }
}

function shareOf(file: Import): number {
  if (isOver(file)) return 1
  return file.totalMs ? Math.min(1, file.readMs / file.totalMs) : 0
}

/** What waits is taken to be read at the pace of the file that is being read, by its size. */
function leftOf(files: readonly Import[]): number | null {
  const now = files.find(({ state }) => state === 'reading')
  if (!now || now.leftMs === null || !now.totalMs || now.sizeBytes === 0) return null
  const share = 1 - now.readMs / now.totalMs
  if (share <= 0.01) return null
  const perByte = now.leftMs / share / now.sizeBytes
  const waiting = files
    .filter(({ state }) => state === 'waiting')
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return Math.round(now.leftMs + perByte * waiting)
}
