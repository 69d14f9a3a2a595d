/** Takes the sound out of the folder of a recording and leaves what became of it. */
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { openLedgerFile } from './ledger-file.node.ts'
import { ledgerPath, lengthsThere, trackPath } from './recorded-folder.node.ts'

/** The lock is held by whoever removes the sound. */
const lock = /^live\.lock/

/** Noted before the first file goes: a kill in between leaves sound that the next removal takes, and never a riddle. */
export async function removeSound(folder: string, nowMs: () => number): Promise<void> {
  const lengths = await lengthsThere(folder)
  if (lengths.size === 0) return
  const ledger = await openLedgerFile(ledgerPath(folder), nowMs)
  ledger.note({
    type: 'removed',
    tracks: Array.from(lengths, ([track, length]) => ({ track, length })),
  })
  await ledger.close()
  const kept = basename(ledgerPath(folder))
  for (const name of await readdir(folder)) {
    if (name === kept || lock.test(name)) continue
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Bytes of all its tracks. */
export async function soundBytes(folder: string): Promise<number> {
  let sum = 0
  for (const track of (await lengthsThere(folder)).keys()) {
    // Removed by another program in between.
    const file = await stat(trackPath(folder, track)).catch(() => null)
    sum += file?.size ?? 0
  }
  return sum
}
