/** Copies a store in a thread of its own. The key is handed over in memory and goes with the thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { errorCode } from '../storage-errors.ts'
import { copyStore, type ToCopy } from './copy-store.sqlite.ts'

/** Null: the copy is whole. */
export type FromCopyWorker = { readonly code: string; readonly message: string } | null

parentPort?.postMessage(attempt(workerData as ToCopy))

function attempt(wish: ToCopy): FromCopyWorker {
  try {
    copyStore(wish)
    return null
  } catch (error) {
    return {
      code: errorCode(error) ?? 'unknown',
      message: error instanceof Error ? error.message : '',
    }
  }
}
