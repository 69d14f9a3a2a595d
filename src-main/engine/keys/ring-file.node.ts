/**
 * The key ring on disk: `keys.json`, and the same again in `keys.copy.json`, because whoever loses the ring loses
 * everything that it opens.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import { Ring } from './ring.ts'
import { writePrivately } from './write-privately.node.ts'

const names = ['keys.json', 'keys.copy.json'] as const

/** Null where there is none. A ring that cannot be read is told, never taken for none. */
export function readRing(folder: string): Ring | null {
  const found = names.map((name) => readText(join(folder, name)))
  for (const text of found) {
    const ring = text === null ? null : parsed(text)
    if (ring) return ring
  }
  if (found.every((text) => text === null)) return null
  if (found.some((text) => text !== null && isNewer(text)))
    throw new AppError(
      'data_newer',
      'The keys of the data folder were written by a newer version of this program. Update the program, or choose another data folder.',
    )
  throw new AppError(
    'data_locked',
    'The key ring of the data folder (keys.json) is damaged, so that nothing in it can be opened. Nothing was changed. Put the file back from a backup of the folder.',
  )
}

/** The copy follows the ring: a kill in between leaves two rings that both open the folder. */
export function writeRing(folder: string, ring: Ring): void {
  const text = `${JSON.stringify(z.encode(Ring, ring), null, 2)}\n`
  for (const name of names) writePrivately(join(folder, name), text)
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new AppError(
      'data_locked',
      'The key ring of the data folder (keys.json) cannot be read. Nothing was changed. Check the rights of the file.',
      { cause: error },
    )
  }
}

function parsed(text: string): Ring | null {
  const read = Ring.safeParse(asJson(text))
  return read.success ? read.data : null
}

function isNewer(text: string): boolean {
  const { success, data } = z.looseObject({ version: z.int().gt(1) }).safeParse(asJson(text))
  return success && data.version > 1
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
