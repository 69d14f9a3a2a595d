import type { CaptureStream, Delivery } from './capture.native.ts'

/** An open stream whose deliveries are taken, one after the other, as long as there is room for them. */
export interface Ear {
  readonly stream: CaptureStream
  /** Deliveries are taken from now on; before, the stream's own ring keeps them. */
  listen(): void
  /** All that the device has delivered was taken. */
  readonly isUpToDate: boolean
  /** How often `beat` was called in a row while this ear was waiting for a delivery and none came. */
  readonly idleBeats: number
  beat(): void
  /** Resolves when the device is free; nothing is told any more. */
  close(): Promise<void>
}

export interface EarParts {
  readonly hear: (ear: Ear, delivery: Delivery) => void
  /** Null while there is room; else resolves when there is again. */
  readonly room: () => Promise<void> | null
  /** The deliveries failed, which is a bug: a stream that ends says so in a delivery. */
  readonly fail: (error: unknown) => void
}

export function openEar(stream: CaptureStream, { hear, room, fail }: EarParts): Ear {
  let closed = false
  let waiting = false
  let idleBeats = 0

  async function take(): Promise<void> {
    waiting = true
    for await (const delivery of stream.deliveries) {
      waiting = false
      idleBeats = 0
      if (closed) return
      hear(ear, delivery)
      const full = room()
      if (full) await full
      // Whoever hears may have closed this ear.
      if (closed) return
      waiting = true
    }
    waiting = false
  }

  const ear: Ear = {
    stream,
    listen: () => void take().catch(fail),
    get isUpToDate() {
      return waiting
    },
    get idleBeats() {
      return idleBeats
    },
    beat() {
      if (waiting) idleBeats += 1
    },
    async close() {
      closed = true
      await stream.close()
    },
  }
  return ear
}
