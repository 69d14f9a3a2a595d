/** The ledger on disk. */
import { open, readFile } from 'node:fs/promises'
import { appendable } from './appendable.node.ts'
import { type AppendQueue, appendQueue, type Hold } from './append-queue.ts'
import { asWriteFailure } from './file-failure.ts'
import { type LedgerEntry, type LedgerNote, type OwnNote, parseLedger, toLine } from './ledger.ts'

export interface LedgerFile {
  /** Written in order, soon; a failure is told by `close`. Without a wall clock time: now. */
  note(note: LedgerNote | OwnNote, wallMs?: number): void
  /** What is held in memory because the disk does not take it. */
  readonly waiting: Pick<AppendQueue, 'failure' | 'waitingSinceMs' | 'retry'>
  /** Resolves when every line is written and on the disk itself. */
  close(): Promise<void>
}

/** Opens a ledger to append to it, or starts it; with `hold` lines that the disk does not take are held in memory. */
export async function openLedgerFile(
  path: string,
  nowMs: () => number,
  hold: Hold | null = null,
): Promise<LedgerFile> {
  const file = await open(path, 'a')
  const { size } = await file.stat()
  const queue = appendQueue(appendable(file), size, { hold })
  const append = (text: string): void => {
    // The queue keeps the failure; `close` meets it again.
    queue.append(Buffer.from(text)).catch(() => undefined)
  }
  // A kill may have cut the last line: the next one must not be glued to it.
  if (size > 0) append('\n')

  return {
    waiting: queue,
    note: (note, wallMs = nowMs()) => append(toLine(note, wallMs)),
    async close() {
      try {
        await queue.idle()
        await file.datasync()
      } catch (error) {
        throw asWriteFailure(error)
      } finally {
        await file.close()
      }
    },
  }
}

/** Everything the ledger says so far. */
export async function readLedgerFile(path: string): Promise<LedgerEntry[]> {
  return parseLedger(await readFile(path, 'utf8'))
}
