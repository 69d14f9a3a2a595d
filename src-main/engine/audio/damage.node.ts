/** What of a recording could not be read although it is there. */
import type { TrackName } from '#contract/transcript.ts'
import { systemCode } from './file-failure.ts'
import type { LedgerEntry } from './ledger.ts'
import { openLedgerFile, readLedgerFile } from './ledger-file.node.ts'
import type { Form, Locking } from './recording-form.node.ts'
import type { TrackReader } from './track-file.node.ts'

type Damage = Extract<LedgerEntry, { type: 'gap' }>
type Files = ReadonlyMap<TrackName, Pick<TrackReader, 'damage'>>

/** So far as anybody read it, as the ledger would say it. */
export function damageIn(files: Files): Damage[] {
  return Array.from(files).flatMap(([track, file]) =>
    file.damage().map(({ from, length }): Damage => ({
      type: 'gap',
      track,
      from,
      length,
      cause: 'damaged',
      wallMs: 0,
    })),
  )
}

/** Writes into the ledger what it does not say yet. Only for a recording that nobody writes. */
export async function noteDamage(
  form: Form,
  { files, locking, nowMs }: { files: Files; locking: Locking; nowMs: () => number },
): Promise<void> {
  const found = damageIn(files)
  if (found.length === 0) return
  try {
    const told = new Set((await readLedgerFile(form)).map(placeOf))
    const ledger = await openLedgerFile(form, { locking, nowMs })
    for (const { wallMs: _, ...note } of found)
      if (!told.has(placeOf({ ...note, wallMs: 0 }))) ledger.note(note)
    await ledger.close()
  } catch (error) {
    // A disk may be full or read-only; whoever reads it again finds it again.
    if (systemCode(error) === null) throw error
  }
}

function placeOf(entry: LedgerEntry): string {
  return entry.type === 'gap' ? `${entry.cause} ${entry.track} ${entry.from} ${entry.length}` : ''
}

/** On a read-only disk nothing can be mended: readers go by the files as they are. */
export async function whereWritable(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes(systemCode(error) ?? '')) throw error
  }
}
