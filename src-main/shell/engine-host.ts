/**
 * Keeps one engine process alive and hands it the pages' ports. A lost engine is started again,
 * each time a little later; pages that ask meanwhile are served as soon as it is back. What was
 * heard is on disk, so nothing waits here but the ports. The engine's workers end with it.
 */
import type { MessagePortMain, UtilityProcess } from 'electron'
import type { NetworkAttempt } from '#contract/network.ts'
import { asEngineMessage, type ShellMessage } from '../engine-messages.ts'
import { type EngineWorkers, type EngineWorkersParts, engineWorkers } from './engine-workers.ts'

export type EngineProcess = Pick<UtilityProcess, 'on' | 'kill'> & {
  postMessage(message: ShellMessage, transfer?: MessagePortMain[]): void
}

export interface EngineHostParts extends Omit<EngineWorkersParts, 'tell'> {
  /** Starts the engine's process. */
  readonly launch: () => EngineProcess
  /** Hears the sentence for the person when starting again would not help. */
  readonly onUnusable: (sentence: string) => void
}

export interface EngineHost {
  /** Gives the engine its end of a page's port, now or when it is back. */
  connect(port: MessagePortMain): void
  /** Tells the engine what was attempted on the network, now or when it is back. */
  readonly attempted: (attempt: NetworkAttempt) => void
  /** Resolves when the engine has finished what it was recording and is gone. */
  stop(): Promise<void>
}

/** Attempts that wait for the engine; more of them say nothing new. */
const mostUntold = 200

const firstDelayMs = 250
const longestDelayMs = 30_000
/** An engine that lived this long has recovered: its next loss starts counting anew. */
const steadyMs = 60_000
/** Pages that ask again and again while the engine is away: the oldest ask is dropped. */
const mostWaiting = 8
/** A recording is on disk as it is heard; finishing its text may take this long and no longer. */
const stopLimitMs = 60_000

export function hostEngine(parts: EngineHostParts): EngineHost {
  const { launch, later, onUnusable } = parts
  let child: EngineProcess | null = null
  let isReady = false
  let losses = 0
  let cancelTimer = (): void => {}
  let stopping: PromiseWithResolvers<void> | null = null
  const waiting: MessagePortMain[] = []
  const untold: NetworkAttempt[] = []

  function start(): void {
    const started = launch()
    child = started
    const workers = engineWorkers({
      ...parts,
      tell: (message, ports) => started.postMessage(message, ports),
    })
    started.on('message', (value: unknown) => hear(value, workers))
    started.on('exit', () => {
      workers.endAll()
      lose(started)
    })
  }

  function hear(value: unknown, workers: EngineWorkers): void {
    const message = asEngineMessage(value)
    if (message?.kind === 'launch') workers.launch(message.worker, message.program, message.args)
    if (message?.kind === 'end') workers.end(message.worker)
    if (message?.kind === 'ready') {
      isReady = true
      cancelTimer = later(() => (losses = 0), steadyMs)
      for (const port of waiting.splice(0)) hand(port)
      for (const attempt of untold.splice(0)) child?.postMessage({ kind: 'attempted', attempt })
    }
    if (message?.kind === 'unusable') {
      losses = Number.POSITIVE_INFINITY
      child?.postMessage({ kind: 'stop' })
      onUnusable(message.sentence)
    }
  }

  function lose(lost: EngineProcess): void {
    if (child !== lost) return
    child = null
    isReady = false
    cancelTimer()
    if (stopping) stopping.resolve()
    else if (Number.isFinite(losses)) {
      cancelTimer = later(start, Math.min(firstDelayMs * 2 ** losses, longestDelayMs))
      losses += 1
    }
  }

  function hand(port: MessagePortMain): void {
    child?.postMessage({ kind: 'page' }, [port])
  }

  start()
  return {
    connect(port) {
      if (isReady) return hand(port)
      waiting.push(port)
      if (waiting.length > mostWaiting) waiting.shift()?.close()
    },
    attempted(attempt) {
      if (isReady) child?.postMessage({ kind: 'attempted', attempt })
      else if (untold.length < mostUntold) untold.push(attempt)
    },
    stop() {
      if (stopping) return stopping.promise
      stopping = Promise.withResolvers<void>()
      cancelTimer()
      if (child === null) stopping.resolve()
      else {
        child.postMessage({ kind: 'stop' })
        cancelTimer = later(() => child?.kill(), stopLimitMs)
      }
      return stopping.promise
    },
  }
}
