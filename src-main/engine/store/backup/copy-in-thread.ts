import { Worker } from 'node:worker_threads'
import { hearThread } from '../../network/tell-attempts.ts'
import type { ToCopy } from './copy-store.sqlite.ts'
import type { FromCopyWorker } from './copy-store.worker.ts'

/** Copies a store without keeping this thread waiting; fails as SQLite does. */
export async function copyInThread(wish: ToCopy): Promise<void> {
  const worker = new Worker(new URL('copy-store.worker.ts', import.meta.url), { workerData: wish })
  const done = Promise.withResolvers<FromCopyWorker>()
  worker.on('message', (message: FromCopyWorker) => {
    if (!hearThread(message)) done.resolve(message)
  })
  worker.on('error', done.reject)
  worker.on('exit', () => done.reject(new Error('The thread that copies the store has ended')))
  try {
    const failure = await done.promise
    if (failure) throw Object.assign(new Error(failure.message), { code: failure.code })
  } finally {
    await worker.terminate()
  }
}
