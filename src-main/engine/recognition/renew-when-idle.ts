/** Ends a process that holds ever more memory, at a moment when nothing is asked of it; the next job is done by another one. */
import {
  afterReading,
  leaks,
  type MemoryRules,
  memoryRules,
  type MemoryTrail,
  noTrail,
} from '../runtime/memory-trail.ts'
import type { Usage } from '../runtime/usage.ts'
import type { WorkerRecognizer } from './worker-recognizer.ts'

type Jobs = Pick<WorkerRecognizer, 'load' | 'detect' | 'decode'>

export function renewWhenIdle(
  recognizer: WorkerRecognizer,
  onLeak: (memoryBytes: number) => void,
  rules: MemoryRules = memoryRules,
) {
  const models = new Set<string>()
  let trail: MemoryTrail = noTrail
  let leakedBytes: number | null = null
  let underWay = 0

  /** Another model needs more. */
  function needs(modelPath: string): void {
    if (models.has(modelPath)) return
    models.add(modelPath)
    trail = noTrail
  }

  async function counted<Result>(work: Promise<Result>): Promise<Result> {
    underWay += 1
    try {
      return await work
    } finally {
      underWay -= 1
      renew()
    }
  }

  function renew(): void {
    if (leakedBytes === null || underWay > 0) return
    onLeak(leakedBytes)
    leakedBytes = null
    recognizer.giveUp({ kind: 'unwanted', reason: 'it held ever more memory' })
  }

  const jobs: Jobs = {
    load(path) {
      needs(path)
      return counted(recognizer.load(path))
    },
    detect: (stream, samples) => counted(recognizer.detect(stream, samples)),
    decode(request, signal) {
      needs(request.modelPath)
      return counted(recognizer.decode(request, signal))
    },
  }
  return {
    recognizer: { ...recognizer, ...jobs },
    /** Null: the process is gone, and with it what it held. */
    used(usage: Usage | null): void {
      if (usage === null) {
        models.clear()
        trail = noTrail
        leakedBytes = null
        return
      }
      trail = afterReading(trail, usage.memoryBytes, rules)
      if (leaks(trail, rules)) leakedBytes = usage.memoryBytes
      renew()
    },
  }
}
