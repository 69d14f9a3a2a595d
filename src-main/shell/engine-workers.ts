/**
 * The worker processes of one engine. The shell starts and ends them, because only it can; what
 * engine and worker say to each other goes over a port of theirs.
 */
import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron'
import type { ShellMessage, WorkerProgram } from '../engine-messages.ts'

export type WorkerProcess = Pick<UtilityProcess, 'once' | 'kill' | 'pid'> & {
  postMessage(message: null, transfer: MessagePortMain[]): void
}

export interface EngineWorkersParts {
  /** Starts a worker's process. */
  readonly launchWorker: (program: WorkerProgram, args: readonly string[]) => WorkerProcess
  readonly openPorts: () => Pick<MessageChannelMain, 'port1' | 'port2'>
  /** Runs `work` after that many milliseconds unless the answer is called first. */
  readonly later: (work: () => void, delayMs: number) => () => void
  readonly tell: (message: ShellMessage, ports?: MessagePortMain[]) => void
  /** Ends a process that does not heed being asked to leave, such as one that stands still. */
  readonly endForGood: (pid: number) => void
}

export interface EngineWorkers {
  launch(worker: number, program: WorkerProgram, args: readonly string[]): void
  end(worker: number): void
  /** Their engine is gone: nobody is left whom they could answer, or who could be told. */
  endAll(): void
}

/**
 * One recognises, one may be tried, one has a language model, and each may have one before it that is leaving. More is a
 * mistake that must not fill the machine.
 */
const mostWorkers = 6
/** A process that the operating system could not start says nothing at all. */
const startLimitMs = 30_000
const leaveLimitMs = 1_000

export function engineWorkers(parts: EngineWorkersParts): EngineWorkers {
  const { launchWorker, openPorts, later, tell, endForGood } = parts
  const running = new Map<number, WorkerProcess>()

  function lose(worker: number, reason: string): void {
    if (running.delete(worker)) tell({ kind: 'lost', worker, reason })
  }

  return {
    launch(worker, program, args) {
      if (running.has(worker)) return
      if (running.size >= mostWorkers)
        return tell({ kind: 'lost', worker, reason: 'too many workers' })
      const child = launchWorker(program, args)
      running.set(worker, child)
      const cancelTimer = later(() => {
        stop(child)
        lose(worker, 'did not start')
      }, startLimitMs)
      child.once('spawn', cancelTimer)
      child.once('exit', (code) => {
        cancelTimer()
        lose(worker, `exit code ${code}`)
      })
      const { port1, port2 } = openPorts()
      child.postMessage(null, [port2])
      tell({ kind: 'launched', worker }, [port1])
    },
    end(worker) {
      const child = running.get(worker)
      if (!child) return
      stop(child)
      const cancelTimer = later(() => {
        if (running.get(worker) === child && child.pid !== undefined)
          endUnlessGone(endForGood, child.pid)
      }, leaveLimitMs)
      child.once('exit', cancelTimer)
    },
    endAll() {
      const children = [...running.values()]
      running.clear()
      children.forEach(stop)
    },
  }
}

function stop(child: WorkerProcess): void {
  // What is still being started cannot be ended yet.
  if (!child.kill()) child.once('spawn', () => child.kill())
}

/** It may be gone already, and its end not told yet. */
function endUnlessGone(endForGood: (pid: number) => void, pid: number): void {
  try {
    endForGood(pid)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
