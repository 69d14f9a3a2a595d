/**
 * Workers whose processes somebody else starts: in the desktop program the shell, which alone can.
 * The engine asks for one under a number of its own, is given a port to it, and hears when it is gone.
 */
import type { WorkerLike } from '#engine/runtime/worker-host.ts'
import type { WorkerProgram } from './engine-messages.ts'
import { portChannel } from '#wire/port-channel.ts'

type Port = Parameters<typeof portChannel>[0]
type Channel = ReturnType<typeof portChannel>

/** What is asked of whoever starts the processes. */
export type WorkerWish =
  | {
      readonly kind: 'launch'
      readonly worker: number
      readonly program: WorkerProgram
      readonly args: readonly string[]
    }
  | { readonly kind: 'end'; readonly worker: number }

export interface PortWorkers {
  launch(program: WorkerProgram, args: readonly string[]): WorkerLike
  /** The engine's end of the port to a worker that was asked for. */
  connect(worker: number, port: Port): void
  /** A worker's process is gone, or was never there. */
  lose(worker: number, reason: string): void
}

interface PortWorker extends WorkerLike {
  connect(port: Port): void
  lose(reason: string): void
}

/** Milliseconds a worker gets to leave by itself, once its port is closed, before it is ended. */
const defaultGraceMs = 2_000

export function portWorkers(
  ask: (wish: WorkerWish) => void,
  graceMs = defaultGraceMs,
): PortWorkers {
  const living = new Map<number, PortWorker>()
  let lastNumber = 0
  return {
    launch(program, args) {
      const number = ++lastNumber
      const worker = portWorker(() => ask({ kind: 'end', worker: number }), graceMs)
      living.set(number, worker)
      ask({ kind: 'launch', worker: number, program, args })
      return worker
    },
    connect(number, port) {
      const worker = living.get(number)
      if (worker) worker.connect(port)
      else port.close()
    },
    lose(number, reason) {
      living.get(number)?.lose(reason)
      living.delete(number)
    },
  }
}

function portWorker(end: () => void, graceMs: number): PortWorker {
  const lost = Promise.withResolvers<string>()
  const listeners: Array<(value: unknown) => void> = []
  // Its bound is the callers': each waits for an answer before it asks for more.
  const unsent: unknown[] = []
  let channel: Channel | null = null
  let isLeaving = false

  function open(port: Port): Channel {
    const opened = portChannel(port)
    for (const value of unsent.splice(0)) opened.send(value)
    for (const listener of listeners) opened.onMessage(listener)
    return opened
  }

  function leave(): void {
    isLeaving = true
    unsent.length = 0
    channel?.close()
  }

  return {
    postMessage(value) {
      // A lost worker is told through `onExit`; sending to it is not a second failure.
      if (channel) channel.send(value)
      else if (!isLeaving) unsent.push(value)
    },
    onMessage(listener) {
      listeners.push(listener)
      channel?.onMessage(listener)
    },
    onExit: (listener) => void lost.promise.then(listener),
    connect(port) {
      if (isLeaving || channel) port.close()
      else channel = open(port)
    },
    lose(reason) {
      leave()
      lost.resolve(reason)
    },
    async terminate(how) {
      leave()
      // A worker that has no port yet, or stands still, cannot see it closing.
      const timer = setTimeout(end, channel && how !== 'now' ? graceMs : 0)
      await lost.promise
      clearTimeout(timer)
    },
  }
}
