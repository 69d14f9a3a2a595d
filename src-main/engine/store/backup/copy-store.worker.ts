/** Copies a store in a thread of its own. The key is handed over in memory and goes with the thread. */
import '../../network/closed.node.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { tellAttempts } from '../../network/tell-attempts.ts'
import { errorCode } from '../storage-errors.ts'
import { copyStore, type ToCopy } from './copy-store.sqlite.ts'

/** Null: the copy is whole. */
export type FromCopyWorker = { readonly code: string; readonly message: string } | null

tellAttempts((message) => parentPort?.postMessage(message))
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
