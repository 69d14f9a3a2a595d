/** Streams that are closed, left by their thread and left by their process while sound flows. */
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { openCapture } from '../../../native/capture/capture.ts'
import type { DeviceKind } from '../../../native/capture/stream.ts'

const program = path.resolve('native/capture/testing/hear.program.ts')

async function closeWhileStreaming(kind: DeviceKind): Promise<void> {
  const capture = await openCapture()
  const request = { kind, deviceId: null, excludeOwnProcess: false, ringMs: 1000 }
  const [one, other] = [await capture.open(request), await capture.open(request)]
  for (const stream of [one, other]) {
    for await (const { type } of stream.deliveries) {
      assert.equal(type, 'samples')
      break
    }
  }
  await one.close()
  // The other one is closed with the connection.
  await capture.close()
  await assert.rejects(capture.devices())
}

for (const kind of ['microphone', 'loopback', 'microphone', 'loopback'] as const)
  await closeWhileStreaming(kind)

const listening = new Worker(program, { argv: ['', 'stay'] })
await once(listening, 'message')
await listening.terminate()

for (const ending of ['exit', 'close', 'leave']) {
  const [code] = (await once(fork(program, ['', ending]), 'exit')) as [number]
  assert.equal(code, 0, ending)
}

const stopped = fork(program, ['', 'stay'])
await once(stopped, 'message')
stopped.kill('SIGKILL')
await once(stopped, 'exit')
