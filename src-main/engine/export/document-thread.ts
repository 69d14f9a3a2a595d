import { Worker } from 'node:worker_threads'
import { AppError } from '#contract/errors.ts'
import { hearThread } from '../network/tell-attempts.ts'
import type { Progressed } from './document.ts'
import type { ToExport } from './to-export.ts'

export type DocumentFormat = 'docx' | 'pdf'

export type FromDocumentWorker =
  | { readonly share: number }
  | { readonly bytes: Uint8Array<ArrayBuffer> }

export interface Watching {
  readonly signal: AbortSignal
  readonly progressed: Progressed
}

/** Makes a document of pages in a thread of its own, which ends with it. */
export async function documentInThread(
  format: DocumentFormat,
  wish: ToExport,
  { signal, progressed }: Watching,
): Promise<Uint8Array<ArrayBuffer>> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./document.worker.ts', import.meta.url), {
    workerData: { format, wish },
  })
  const made = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
  const stop = (): void => made.reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  worker.on('message', (message: FromDocumentWorker) => {
    if (hearThread(message)) return
    if ('share' in message) progressed(message.share)
    else made.resolve(message.bytes)
  })
  worker.on('error', made.reject)
  worker.on('exit', () => made.reject(ended()))
  try {
    return await made.promise
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

function ended(): AppError {
  return new AppError(
    'worker_crashed',
    'The document could not be made: its process ended. The meeting is kept. Try again, or choose another format.',
  )
}
