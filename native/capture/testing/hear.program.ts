/** Hears a device in a process or thread of its own, and ends as the second argument says. */
import { parentPort } from 'node:worker_threads'
import { openCapture } from '../capture.ts'
import type { Capture, StreamRequest } from '../stream.ts'

const [server = '', ending = 'exit'] = process.argv.slice(2)
const request: StreamRequest = {
  kind: 'loopback',
  deviceId: null,
  excludeOwnProcess: false,
  ringMs: 1_000,
}

const endings: Readonly<Record<string, (capture: Capture) => Promise<void>>> = {
  /** In the middle of a stream, with a wait for sound and a call under way. */
  exit: async (capture) => {
    await hear(capture)
    const second = await capture.open(request)
    void second.deliveries[Symbol.asyncIterator]().next()
    void capture.open(request)
    process.exit(0)
  },
  /** Hears until it is ended from outside. */
  stay: async (capture) => {
    const stream = await capture.open(request)
    let chunks = 0
    for await (const { type } of stream.deliveries) if (type === 'samples') tell(++chunks)
  },
  /** Everything is closed, and the process ends because nothing is left to do. */
  close: async (capture) => {
    await hear(capture)
    await capture.close()
  },
  /** Nothing is closed, but nobody waits either. */
  leave: async (capture) => {
    capture.watch(() => undefined)
    await hear(capture)
  },
  /** Opens and closes over and over; tells how many threads there are. */
  repeat: async (capture) => {
    for (let round = 0; round < 20; round++) {
      const other = await openCapture({ server })
      const stream = await other.open(request)
      await stream.close()
      await other.close()
      tell(await threads())
    }
    await capture.close()
  },
}

async function hear(capture: Capture) {
  const stream = await capture.open(request)
  for await (const { type } of stream.deliveries) if (type === 'samples') break
}

async function threads(): Promise<number> {
  const { readdir } = await import('node:fs/promises')
  return (await readdir('/proc/self/task')).length
}

function tell(message: number) {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

const run = endings[ending]
if (!run) throw new Error(`no ending is called ${ending}`)
await run(await openCapture({ server }))
// A process that was forked stays as long as its channel does.
if (process.connected) process.disconnect()
