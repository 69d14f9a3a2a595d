/** Streams that are closed, left by their thread and left by their process while sound flows. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { openCapture } from '../../../native/capture/capture.ts'
import type { DeviceKind } from '../../../native/capture/stream.ts'

const self = fileURLToPath(import.meta.url)
const kinds: readonly DeviceKind[] = ['microphone', 'loopback']

async function listen(kind: DeviceKind) {
  const capture = await openCapture()
  const stream = await capture.open({
    kind,
    deviceId: null,
    excludeOwnProcess: false,
    ringMs: 1000,
  })
  const deliveries = stream.deliveries[Symbol.asyncIterator]()
  const first = await deliveries.next()
  assert.equal(first.done, false)
  return { capture, stream, deliveries }
}

async function closeWhileStreaming(kind: DeviceKind): Promise<void> {
  const { capture, stream, deliveries } = await listen(kind)
  await stream.close()
  for (let next = await deliveries.next(); next.done !== true; next = await deliveries.next())
    assert.equal(next.value.type, 'samples')
  await capture.close()
}

async function endThreadWhileStreaming(kind: DeviceKind): Promise<void> {
  const worker = new Worker(self, { workerData: kind })
  await once(worker, 'message')
  await worker.terminate()
}

function exitWhileStreaming(kind: DeviceKind): void {
  const { status, stderr } = spawnSync(process.execPath, [self, kind], { encoding: 'utf8' })
  assert.equal(status, 7, stderr)
}

const ordered = kinds.find((kind) => kind === (isMainThread ? process.argv[2] : workerData))
if (ordered === undefined) {
  for (const kind of kinds) {
    for (let time = 0; time < 3; time++) await closeWhileStreaming(kind)
    await endThreadWhileStreaming(kind)
    exitWhileStreaming(kind)
  }
} else {
  const { deliveries } = await listen(ordered)
  if (isMainThread) process.exit(7)
  parentPort?.postMessage('listening')
  // Until the thread is ended from outside.
  while ((await deliveries.next()).done !== true);
}
