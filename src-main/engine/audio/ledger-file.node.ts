/** The ledger on disk: lines of JSON, or, beside sealed sound, lines of sealed JSON in base 64. */
import { createSecretKey, type KeyObject } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { seal, unseal } from '../keys/seal.ts'
import { appendable } from './appendable.node.ts'
import { type AppendQueue, appendQueue, type Hold } from './append-queue.ts'
import { asWriteFailure, systemCode } from './file-failure.ts'
import { type LedgerEntry, type LedgerNote, type OwnNote, parseLedger, toLine } from './ledger.ts'
import { type Form, ledgerKey, ledgerPath, type Locking } from './recording-form.node.ts'

export interface LedgerFile {
  /** Written in order, soon; a failure is told by `close`. Without a wall clock time: now. */
  note(note: LedgerNote | OwnNote, wallMs?: number): void
  /** What is held in memory because the disk does not take it. */
  readonly waiting: Pick<AppendQueue, 'failure' | 'waitingSinceMs' | 'retry'>
  /** Resolves when every line is written and on the disk itself. */
  close(): Promise<void>
}

export interface LedgerKeeping {
  readonly locking: Locking
  /** The wall clock. */
  readonly nowMs: () => number
  /** Holds lines in memory that the disk does not take. */
  readonly hold?: Hold | null
}

/** Opens a ledger to append to it, or starts it. */
export async function openLedgerFile(
  form: Form,
  { locking, nowMs, hold = null }: LedgerKeeping,
): Promise<LedgerFile> {
  const key = await ledgerKey(form, locking)
  const file = await open(ledgerPath(form), 'a', 0o600)
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
    note: (note, wallMs = nowMs()) => {
      const line = toLine(note, wallMs)
      append(key ? sealLine(key, line) : line)
    },
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

/** Everything the ledger says so far; nothing where there is none, or where its key is lost. */
export async function readLedgerFile(form: Form): Promise<LedgerEntry[]> {
  const text = await readIfThere(ledgerPath(form))
  if (!form.isSealed) return parseLedger(text)
  const key = form.ledger
  return key instanceof Buffer ? parseLedger(unsealLines(createSecretKey(key), text)) : []
}

const place = 'ledger'

export function sealLine(key: Uint8Array, line: string): string {
  return `${seal(key, Buffer.from(line), place).toString('base64')}\n`
}

/** A line that was cut, changed or not sealed with this key is passed over. */
function unsealLines(key: KeyObject, text: string): string {
  return text
    .split('\n')
    .map((line) => unseal(key, Buffer.from(line, 'base64'), place)?.toString('utf8') ?? '')
    .join('\n')
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  }
}
