/** Takes the sound out of the folder of a recording and leaves what became of it, or nothing at all. */
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { TrackName } from '#contract/transcript.ts'
import { destroyFile } from './destroy-file.node.ts'
import { openLedgerFile } from './ledger-file.node.ts'
import { lengthsThere } from './recorded-folder.node.ts'
import {
  formOf,
  ledgerKeyPath,
  ledgerPath,
  type Locking,
  soundKeyPath,
} from './recording-form.node.ts'

/** The lock is held by whoever removes the sound. */
const lock = /^live\.lock/

/** Noted before the first file goes: a kill in between leaves sound that the next removal takes, and never a riddle. */
export async function removeSound(
  folder: string,
  locking: Locking,
  nowMs: () => number,
): Promise<void> {
  if ((await soundFiles(folder)).length === 0) return
  const form = await formOf(folder, locking)
  const lengths = await lengthsThere(form)
  if (lengths.size > 0) {
    const ledger = await openLedgerFile(form, { locking, nowMs })
    ledger.note({
      type: 'removed',
      tracks: Array.from(lengths, ([track, length]) => ({ track, length })),
    })
    await ledger.close()
  }
  // Without its key sealed sound is noise, wherever a disk may keep copies of it.
  await destroyFile(soundKeyPath(folder))
  const kept = [ledgerPath(form), ledgerKeyPath(folder)].map((path) => basename(path))
  for (const name of await readdir(folder)) {
    if (kept.includes(name) || lock.test(name)) continue
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Removes a recording with everything that is known of it; its keys first. */
export async function removeFolder(folder: string): Promise<void> {
  await destroyFile(soundKeyPath(folder))
  await destroyFile(ledgerKeyPath(folder))
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Bytes of all its tracks, plain and sealed. */
export async function soundBytes(folder: string): Promise<number> {
  return (await soundFiles(folder)).reduce((sum, size) => sum + size, 0)
}

/** How large each is. */
async function soundFiles(folder: string): Promise<number[]> {
  const names = TrackName.options.flatMap((track) => [`${track}.wav`, `${track}.sound`])
  const sizes: number[] = []
  for (const name of names) {
    // Removed by another program in between, or never there.
    const file = await stat(join(folder, name)).catch(() => null)
    if (file) sizes.push(file.size)
  }
  return sizes
}
